import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Json } from '../../runtime/json.js';
import { listEvents } from '../../services/stripe/events.js';
import { openStripe, parse, run, type Calls } from '../../services/stripe/sdk.js';
import { fromV1, fromV2, v1Hook, v2Hook, type Hook, type HookKind } from './hook.js';

export type { Hook, HookKind } from './hook.js';

/** The fields that can change in place; omitted fields keep their value. */
export interface HookUpdate {
  url?: string;
  name?: string;
  events?: readonly string[];
  enabled?: boolean;
  description?: string | null;
  /** Only keys that change; null removes one. */
  metadata?: Record<string, string | null>;
}

export interface Created {
  readonly id: string;
  /** Undefined if Stripe repeated an earlier response without it (v2). Already masked. */
  readonly secret: string | undefined;
}

/** Rewind's calls to Stripe; every method throws RewindError (HttpFailure after a response). */
export interface StripeApi {
  /** By the key's prefix; undefined if the prefix is ambiguous. */
  readonly livemode: boolean | undefined;
  /** Undefined if a restricted key may not read it. */
  account(): Promise<string | undefined>;
  /** All pages, sorted by id. */
  list(): Promise<Hook[]>;
  /** Undefined if it does not exist (any more). */
  find(kind: HookKind, id: string): Promise<Hook | undefined>;
  create(hook: NewHook, idempotencyKey: string): Promise<Created>;
  update(kind: HookKind, id: string, change: HookUpdate): Promise<void>;
  remove(kind: HookKind, id: string): Promise<void>;
  /** The events of a time span, newest first, as Stripe lists them; it keeps them for 30 days. @param from @param until seconds since the epoch */
  events(from: number, until: number): AsyncGenerator<EventHead>;
  /** The whole event, as it was delivered. Undefined if Stripe no longer keeps it. */
  event(id: string): Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** What a plan names of an event. */
const eventHead = z.object({
  id: z.string(),
  type: z.string(),
  created: z.number().int(),
  api_version: z.string().nullish(),
});
export type EventHead = z.infer<typeof eventHead>;

export type NewHook = Pick<Hook, 'kind' | 'url' | 'name' | 'events' | 'description' | 'metadata' | 'fixed' | 'connect'>;

const PAGE = 100;
const HOOK = 'an endpoint';
const INCLUDE_URL: ['webhook_endpoint.url'] = ['webhook_endpoint.url'];

/** @throws RewindError credential-missing */
export async function connectStripe(ctx: Context, options: { readonly destinations: boolean }): Promise<StripeApi> {
  const key = ctx.env.token('STRIPE_API_KEY', ctx.resource);
  const calls = await openStripe(ctx, key);
  const { sdk } = calls;
  const mode = /^[a-z]+(?:_[a-z]+)*?_(live|test)_/.exec(key)?.[1];
  return {
    livemode: mode === undefined ? undefined : mode === 'live',
    account: () => account(calls),
    list: () => list(calls, options.destinations),
    find: (kind, id) => find(calls, kind, id),
    create: (hook, idempotencyKey) => create(ctx, calls, hook, idempotencyKey),
    update: (kind, id, change) => update(calls, kind, id, change),
    remove: async (kind, id) => {
      const gone = kind === 'endpoint' ? sdk.webhookEndpoints.del(id) : sdk.v2.core.eventDestinations.del(id);
      await absentAsUndefined(run(calls, gone));
    },
    events: (from, until) => listEvents(calls, eventHead, { from, until }),
    event: async (id) => {
      const found = await absentAsUndefined(run(calls, sdk.events.retrieve(id)));
      return found && parse(calls, z.record(z.string(), z.unknown()), { ...found }, 'an event');
    },
  };
}

/** Signs a payload as Stripe does (header `Stripe-Signature`). @param at seconds since the epoch */
export async function sign(payload: string, secret: string, at: number): Promise<string> {
  const { default: StripeSdk } = await import('stripe');
  return StripeSdk.webhooks.generateTestHeaderString({ payload, secret, timestamp: at });
}

async function absentAsUndefined<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof RewindError && error.code === 'api-not-found') return undefined;
    throw error;
  }
}

async function account(calls: Calls): Promise<string | undefined> {
  try {
    return (await run(calls, calls.sdk.accounts.retrieveCurrent())).id;
  } catch (error) {
    // Some accounts cannot give a restricted key this permission.
    if (error instanceof RewindError && error.code === 'api-forbidden') return undefined;
    throw error;
  }
}

async function list(calls: Calls, destinations: boolean): Promise<Hook[]> {
  const hooks = new Map<string, Hook>();
  const pages = async (): Promise<void> => {
    for await (const item of calls.sdk.webhookEndpoints.list({ limit: PAGE })) {
      const hook = fromV1(parse(calls, v1Hook, item, HOOK));
      if (hooks.has(hook.id)) throw endless('webhook endpoints');
      hooks.set(hook.id, hook);
    }
  };
  await run(calls, pages());
  if (destinations) await run(calls, addDestinations(calls, hooks));
  return [...hooks.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A list that sends the same object twice: its cursor does not move, and its pages would never end. */
const endless = (what: string): RewindError =>
  new RewindError('api-unexpected-answer', `Stripe sent a list that does not end: ${what}.`);

async function addDestinations(calls: Calls, hooks: Map<string, Hook>): Promise<void> {
  const seen = new Set<string>();
  for await (const item of calls.sdk.v2.core.eventDestinations.list({ limit: PAGE, include: INCLUDE_URL })) {
    const hook = fromV2(parse(calls, v2Hook, item, HOOK));
    if (seen.has(hook.id)) throw endless('event destinations');
    seen.add(hook.id);
    const same = hooks.get(hook.id);
    hooks.set(hook.id, same ? { ...same, connect: hook.connect } : hook);
  }
}

async function find(calls: Calls, kind: HookKind, id: string): Promise<Hook | undefined> {
  if (kind === 'endpoint') {
    const answer = await absentAsUndefined(run(calls, calls.sdk.webhookEndpoints.retrieve(id)));
    return answer && fromV1(parse(calls, v1Hook, answer, HOOK));
  }
  const call = calls.sdk.v2.core.eventDestinations.retrieve(id, { include: INCLUDE_URL });
  const answer = await absentAsUndefined(run(calls, call));
  return answer && fromV2(parse(calls, v2Hook, answer, HOOK));
}

async function create(ctx: Context, calls: Calls, hook: NewHook, idempotencyKey: string): Promise<Created> {
  const done = hook.kind === 'endpoint' ? createV1(calls, hook, idempotencyKey) : createV2(calls, hook, idempotencyKey);
  const { id, secret } = await done;
  if (secret !== undefined) ctx.masker.add(secret);
  return { id, secret };
}

async function createV1(calls: Calls, hook: NewHook, idempotencyKey: string): Promise<Created> {
  const apiVersion = text(hook.fixed.apiVersion);
  const answer = await run(
    calls,
    calls.sdk.webhookEndpoints.create(
      {
        url: hook.url ?? '',
        enabled_events: eventNames(hook.events),
        ...(apiVersion === undefined ? {} : { api_version: versionName(apiVersion) }),
        ...(hook.connect ? { connect: true } : {}),
        ...(hook.description === null ? {} : { description: hook.description }),
        metadata: { ...hook.metadata },
      },
      { idempotencyKey },
    ),
  );
  const made = parse(calls, v1Hook, answer, HOOK);
  return { id: made.id, secret: made.secret };
}

async function createV2(calls: Calls, hook: NewHook, idempotencyKey: string): Promise<Created> {
  const version = text(hook.fixed.snapshotApiVersion);
  const from = z.array(z.string()).safeParse(hook.fixed.eventsFrom);
  const answer = await run(
    calls,
    calls.sdk.v2.core.eventDestinations.create(
      {
        name: hook.name ?? '',
        type: 'webhook_endpoint',
        event_payload: hook.fixed.eventPayload === 'thin' ? 'thin' : 'snapshot',
        enabled_events: [...hook.events],
        ...(from.success && from.data.length > 0 ? { events_from: from.data } : {}),
        ...(version === undefined ? {} : { snapshot_api_version: version }),
        ...(hook.description === null ? {} : { description: hook.description }),
        webhook_endpoint: { url: hook.url ?? '' },
        metadata: { ...hook.metadata },
        include: ['webhook_endpoint.signing_secret', 'webhook_endpoint.url'],
      },
      { idempotencyKey },
    ),
  );
  const made = parse(calls, v2Hook, answer, HOOK);
  return { id: made.id, secret: made.webhook_endpoint?.signing_secret ?? undefined };
}

async function update(calls: Calls, kind: HookKind, id: string, change: HookUpdate): Promise<void> {
  const { enabled, url, events, name, description, metadata: keys } = change;
  if (kind === 'endpoint') {
    const params: Stripe.WebhookEndpointUpdateParams = {
      ...(url === undefined ? {} : { url }),
      ...(events === undefined ? {} : { enabled_events: eventNames(events) }),
      ...(description === undefined ? {} : { description: description ?? '' }),
      ...(enabled === undefined ? {} : { disabled: !enabled }),
      // In v1 an empty value removes the key.
      ...(keys ? { metadata: Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, value ?? ''])) } : {}),
    };
    await run(calls, calls.sdk.webhookEndpoints.update(id, params));
    return;
  }
  const params: Stripe.V2.Core.EventDestinationUpdateParams = {
    ...(url === undefined ? {} : { webhook_endpoint: { url } }),
    ...(events === undefined ? {} : { enabled_events: [...events] }),
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description: description ?? '' }),
    ...(keys ? { metadata: keys } : {}),
  };
  const destinations = calls.sdk.v2.core.eventDestinations;
  if (Object.keys(params).length > 0) await run(calls, destinations.update(id, params));
  if (enabled !== undefined) await run(calls, enabled ? destinations.enable(id) : destinations.disable(id));
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

// The SDK's types list the names of its release. Stripe adds names each month and accepts every name that it returned.
function eventNames(events: readonly string[]): Stripe.WebhookEndpointCreateParams.EnabledEvent[] {
  return events as Stripe.WebhookEndpointCreateParams.EnabledEvent[];
}

function versionName(version: string): Stripe.WebhookEndpointCreateParams.ApiVersion {
  return version as Stripe.WebhookEndpointCreateParams.ApiVersion;
}
