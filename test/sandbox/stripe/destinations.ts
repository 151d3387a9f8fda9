import type { Stripe } from 'stripe';
import { z } from 'zod';
import { recordOf } from '../../../src/runtime/json.js';
import type { Answer } from '../json-server.js';
import { mergeMetadata, newId, newSecret, refuse, type Hook } from './model.js';

const TYPES = ['webhook_endpoint', 'amazon_eventbridge'] as const;
const include = z.array(z.string()).optional();
const metadata = recordOf(z.union([z.string(), z.null()])).optional();

const createBody = z.strictObject({
  name: z.string(),
  type: z.enum(TYPES),
  event_payload: z.enum(['snapshot', 'thin']),
  enabled_events: z.array(z.string()).min(1),
  description: z.string().optional(),
  events_from: z.array(z.string()).optional(),
  snapshot_api_version: z.string().optional(),
  webhook_endpoint: z.strictObject({ url: z.url() }).optional(),
  amazon_eventbridge: z.strictObject({ aws_account_id: z.string(), aws_region: z.string() }).optional(),
  metadata,
  include,
});

const updateBody = z.strictObject({
  name: z.string().optional(),
  description: z.string().optional(),
  enabled_events: z.array(z.string()).min(1).optional(),
  webhook_endpoint: z.strictObject({ url: z.url() }).optional(),
  metadata,
  include,
});

/** The v2 shape, held to the official types: the url only when asked for by `include`, the signing secret only at creation and when asked for. */
export function v2View(hook: Hook, included: readonly string[], created = false): Stripe.V2.Core.EventDestination {
  const type = hook.v2?.type ?? 'webhook_endpoint';
  const webhook = {
    ...(included.includes('webhook_endpoint.url') && hook.url !== null ? { url: hook.url } : {}),
    ...(created && included.includes('webhook_endpoint.signing_secret') ? { signing_secret: hook.secret } : {}),
  };
  const when = new Date(hook.created * 1000).toISOString();
  return {
    id: hook.id,
    object: 'v2.core.event_destination',
    created: when,
    updated: when,
    description: hook.description ?? '',
    enabled_events: hook.events,
    event_payload: hook.v2?.payload ?? 'snapshot',
    events_from: hook.v2?.from ?? [hook.connect ? '@accounts' : '@self'],
    livemode: hook.livemode,
    metadata: hook.metadata,
    name: hook.v2?.name ?? '',
    ...(hook.v2?.payload === 'thin' ? {} : { snapshot_api_version: hook.apiVersion ?? '2026-10-28.endive' }),
    status: hook.enabled ? 'enabled' : 'disabled',
    ...(hook.enabled ? {} : { status_details: { disabled: { reason: 'user' } } }),
    type,
    ...(type === 'webhook_endpoint' ? { webhook_endpoint: webhook } : {}),
    ...(hook.v2?.eventbridge ? { amazon_eventbridge: hook.v2.eventbridge } : {}),
  };
}

/** Everything of the mode is listed, what was made with v1 too. Pages are addressed by URL, not by cursor. */
export function listDestinations(hooks: readonly Hook[], query: URLSearchParams): Answer {
  const limit = Number(query.get('limit') ?? '20');
  const start = Number(query.get('page') ?? '0');
  const included = includesOf(query);
  const url = (at: number): string => {
    const next = new URLSearchParams({ limit: String(limit), page: String(at) });
    included.forEach((item, index) => next.append(`include[${index}]`, item));
    return `/v2/core/event_destinations?${next.toString()}`;
  };
  const body = {
    data: hooks.slice(start, start + limit).map((hook) => v2View(hook, included)),
    next_page_url: start + limit < hooks.length ? url(start + limit) : null,
    previous_page_url: start > 0 ? url(Math.max(0, start - limit)) : null,
  };
  return { status: 200, body };
}

/** `include=a`, `include[]=a` and `include[0]=a` are the same. */
export function includesOf(query: URLSearchParams): string[] {
  return [...query].filter(([name]) => /^include(\[\d*\])?$/.test(name)).map(([, value]) => value);
}

export function createDestination(
  body: unknown,
  livemode: boolean,
  now: number,
): Answer | { hook: Hook; include: string[] } {
  const parsed = createBody.safeParse(body);
  if (!parsed.success) return invalid(parsed.error);
  const wanted = parsed.data;
  if (wanted.event_payload === 'thin' && wanted.snapshot_api_version !== undefined) {
    return refuse(400, { code: 'invalid_parameters', message: 'snapshot_api_version is for snapshot events only.' });
  }
  if (wanted.type === 'webhook_endpoint' && !wanted.webhook_endpoint) {
    return refuse(400, { code: 'invalid_parameters', message: 'webhook_endpoint is required for this type.' });
  }
  const id = newId(livemode ? 'ed' : 'ed_test');
  const aws = wanted.amazon_eventbridge;
  const hook: Hook = {
    id,
    livemode,
    created: now,
    url: wanted.webhook_endpoint?.url ?? null,
    events: wanted.enabled_events,
    description: wanted.description ?? null,
    metadata: mergeMetadata({}, wanted.metadata ?? {}),
    enabled: true,
    secret: newSecret(),
    apiVersion: wanted.snapshot_api_version ?? null,
    application: null,
    connect: false,
    v2: {
      name: wanted.name,
      type: wanted.type,
      payload: wanted.event_payload,
      from: wanted.events_from ?? ['@self'],
      ...(aws
        ? {
            eventbridge: {
              aws_account_id: aws.aws_account_id,
              aws_event_source_arn: `arn:aws:events:${aws.aws_region}::event-source/aws.partner/stripe.com/${id}`,
              aws_event_source_status: 'pending',
            },
          }
        : {}),
    },
  };
  return { hook, include: wanted.include ?? [] };
}

export function updateDestination(hook: Hook, body: unknown): Answer {
  const parsed = updateBody.safeParse(body);
  if (!parsed.success) return invalid(parsed.error);
  const wanted = parsed.data;
  if (wanted.name !== undefined && hook.v2) hook.v2.name = wanted.name;
  if (wanted.description !== undefined) hook.description = wanted.description === '' ? null : wanted.description;
  if (wanted.enabled_events) hook.events = wanted.enabled_events;
  if (wanted.webhook_endpoint) hook.url = wanted.webhook_endpoint.url;
  if (wanted.metadata) hook.metadata = mergeMetadata(hook.metadata, wanted.metadata);
  return { status: 200, body: v2View(hook, wanted.include ?? []) };
}

export function noSuchDestination(id: string): Answer {
  return { status: 404, body: { error: { code: 'not_found', message: `Event destination ${id} not found.` } } };
}

function invalid(error: z.ZodError): Answer {
  const issue = error.issues[0];
  const message = `${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? 'invalid'}`;
  return { status: 400, body: { error: { code: 'invalid_parameters', message } } };
}
