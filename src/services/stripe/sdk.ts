import type { Stripe } from 'stripe';
import type { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { stripeHttpClient } from './http-client.js';

/** What a call to Stripe needs. */
export interface Calls {
  readonly sdk: Stripe;
  readonly resource: string;
}

/**
 * Stripe's SDK builds the requests (encoding, version and idempotency headers, pages); Rewind's HTTP client sends them.
 * The SDK's own retries are off, because it neither repeats a 429 nor obeys Retry-After.
 *
 * @param key of STRIPE_API_KEY
 */
export async function openStripe(ctx: Context, key: string): Promise<Calls> {
  const { default: StripeSdk } = await import('stripe');
  const { protocol, hostname, port } = new URL(ctx.env.url('STRIPE_API_URL', 'https://api.stripe.com'));
  const scheme = protocol === 'http:' ? 'http' : 'https';
  const sdk = new StripeSdk(key, {
    protocol: scheme,
    host: hostname,
    port: port === '' ? (scheme === 'http' ? 80 : 443) : port,
    maxNetworkRetries: 0,
    telemetry: false,
    httpClient: stripeHttpClient(ctx),
  });
  return { sdk, resource: ctx.resource };
}

/** The SDK wraps errors of its HTTP client; the caller needs the original. @throws RewindError */
export async function run<T>(calls: Calls, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof RewindError) throw error;
    if (error instanceof Error && 'detail' in error && error.detail instanceof RewindError) throw error.detail;
    throw new RewindError(
      'api-unexpected-answer',
      `Stripe's SDK failed: ${error instanceof Error ? error.message : 'unknown'}`,
      {
        resource: calls.resource,
        cause: error,
      },
    );
  }
}

/** @param what e.g. `an endpoint` @throws RewindError api-unexpected-answer */
export function parse<T>(calls: Calls, schema: z.ZodType<T>, answer: unknown, what: string): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new RewindError('api-unexpected-answer', `Stripe described ${what} in an unknown way: ${problems.join('; ')}`, {
    resource: calls.resource,
  });
}
