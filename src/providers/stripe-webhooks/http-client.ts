import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { HttpFailure } from '../../runtime/http.js';

const READ = 'Webhook endpoints: read';
const WRITE = 'Webhook endpoints: write';
/** Creating is tried for this long under one idempotency key, because v1 repeats a stored failure for ever. */
const CREATE_DEADLINE_MS = 30_000;
const DROPPED_HEADERS = new Set(['content-length', 'user-agent', 'x-stripe-client-user-agent']);
const CONFLICT_TRIES = 5;

type StripeHttpClient = NonNullable<NonNullable<ConstructorParameters<typeof Stripe>[1]>['httpClient']>;

/** Carries the SDK's requests over Rewind's one HTTP layer. */
export function stripeHttpClient(ctx: Context): StripeHttpClient {
  return {
    getClientName: () => 'rewind',
    async makeRequest(host, port, path, method, headers, body, protocol) {
      const verb = z.enum(['GET', 'POST', 'DELETE']).parse(method);
      const send = () =>
        ctx.http.request(
          {
            service: 'Stripe',
            what: `${verb} ${path.split('?')[0] ?? path}`,
            resource: ctx.resource,
            method: verb,
            url: `${protocol}://${host}:${port}${path}`,
            headers: plainHeaders(headers, keepsKey(path, verb)),
            ...(verb === 'POST' ? { body } : {}),
            // Creations carry an idempotency key, and anything else has the same result when it is done twice.
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

/** 409 from Stripe means that the same key, or the same object, is being worked on right now: it passes. */
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
 * The SDK gives every POST an idempotency key. v1 would repeat a stored failure under it for ever, so an update, which may
 * be done twice, goes without; a creation must have one, and v2 does carry out again what failed.
 */
function keepsKey(path: string, method: string): boolean {
  return path.startsWith('/v2/') || isCreate(path, method);
}

function permissionFor(path: string, method: string): string {
  const level = method === 'GET' ? 'read' : 'write';
  if (path.startsWith('/v2/')) return `Event destinations: ${level} (or set event-destinations: false)`;
  return method === 'GET' ? READ : WRITE;
}

function isCreate(path: string, method: string): boolean {
  return method === 'POST' && /\/(webhook_endpoints|event_destinations)$/.test(path);
}
