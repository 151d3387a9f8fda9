import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { HttpFailure } from '../../runtime/http-failure.js';

const READ = 'Webhook endpoints: read';
const WRITE = 'Webhook endpoints: write';
/** Time limit of a creation under one idempotency key, because v1 keeps repeating a stored failure. */
const CREATE_DEADLINE_MS = 30_000;
const DROPPED_HEADERS = new Set(['content-length', 'user-agent', 'x-stripe-client-user-agent']);
const CONFLICT_TRIES = 5;

type StripeHttpClient = NonNullable<NonNullable<ConstructorParameters<typeof Stripe>[1]>['httpClient']>;

/** Sends the SDK's requests through Rewind's HTTP client. */
export function stripeHttpClient(ctx: Context): StripeHttpClient {
  return {
    getClientName: () => 'rewind',
    async makeRequest(host, port, path, method, headers, body, protocol) {
      const verb = z.enum(['GET', 'POST', 'DELETE']).parse(method);
      const send = () =>
        ctx.http.request(
          {
            service: 'Stripe',
            credential: 'STRIPE_API_KEY',
            what: `${verb} ${path.split('?')[0] ?? path}`,
            resource: ctx.resource,
            method: verb,
            url: `${protocol}://${host}:${port}${path}`,
            headers: plainHeaders(headers, keepsKey(path, verb)),
            ...(verb === 'POST' ? { body } : {}),
            // Creations have an idempotency key; all other requests are idempotent.
            repeatable: true,
            permission: permissionFor(path, verb),
            ...(isCreate(path, verb) ? { deadlineMs: CREATE_DEADLINE_MS } : {}),
          },
          z.record(z.string(), z.unknown()),
        );
      const answer = await retryConflicts(ctx, send);
      return {
        getStatusCode: () => answer.status,
        getHeaders: () => Object.fromEntries(answer.headers),
        getRawResponse: () => ({}),
        toStream: () => undefined,
        toJSON: () => Promise.resolve(answer.data),
      };
    },
  };
}

/** A 409 from Stripe is temporary: another request holds the same key or object. */
async function retryConflicts<T>(ctx: Context, send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof HttpFailure) || error.status !== 409 || attempt === CONFLICT_TRIES) throw error;
      await ctx.clock.sleep(250 * 2 ** attempt * (0.5 + ctx.random()), ctx.signal);
    }
  }
}

function plainHeaders(
  headers: Readonly<Record<string, string | number | string[]>>,
  keepKey: boolean,
): Record<string, string> {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  const kept = lower.filter(([name]) => !DROPPED_HEADERS.has(name) && (keepKey || name !== 'idempotency-key'));
  return Object.fromEntries(kept);
}

/**
 * The SDK adds an idempotency key to every POST. v1 keeps repeating a stored failure for a key, so v1 updates (which
 * are idempotent) are sent without one. Creations need one, and v2 executes a failed request again.
 */
function keepsKey(path: string, method: string): boolean {
  return path.startsWith('/v2/') || isCreate(path, method);
}

function permissionFor(path: string, method: string): string {
  const level = method === 'GET' ? 'read' : 'write';
  if (path.startsWith('/v2/')) return `Event destinations: ${level} (or set event-destinations: false)`;
  if (path.startsWith('/v1/events')) return 'Events: read';
  return method === 'GET' ? READ : WRITE;
}

function isCreate(path: string, method: string): boolean {
  return method === 'POST' && /\/(webhook_endpoints|event_destinations)$/.test(path);
}
