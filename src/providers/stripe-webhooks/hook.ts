import { z } from 'zod';
import type { Json } from '../../runtime/json.js';

/**
 * `endpoint` is what v1 calls a webhook endpoint; `destination` was made with v2 and v1 does not list it. v2 lists both,
 * under the same ids, so an endpoint seen in both is one.
 */
export type HookKind = 'endpoint' | 'destination';

/** A webhook endpoint or event destination as it is now, values in clear. */
export interface Hook {
  readonly kind: HookKind;
  readonly id: string;
  /** Null for destinations that are no webhook (EventBridge). */
  readonly url: string | null;
  /** Only destinations have one. */
  readonly name: string | null;
  /** Sorted: their order means nothing. */
  readonly events: readonly string[];
  readonly enabled: boolean;
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly livemode: boolean;
  /** What Stripe cannot change after creation. */
  readonly fixed: Readonly<Record<string, Json>>;
  /** True when v2 says that it receives the events of connected accounts; v1 never tells. */
  readonly connect: boolean;
}

const metadata = z
  .record(z.string(), z.string())
  .nullish()
  .transform((value) => value ?? {});
/** What v1 answers, as far as Rewind reads it. */
export const v1Hook = z.object({
  id: z.string(),
  url: z.string(),
  enabled_events: z.array(z.string()),
  status: z.string(),
  description: z.string().nullish(),
  metadata,
  api_version: z.string().nullish(),
  livemode: z.boolean(),
  secret: z.string().optional(),
});

/** What v2 answers, as far as Rewind reads it. */
export const v2Hook = z.object({
  id: z.string(),
  name: z.string().nullish(),
  type: z.string(),
  enabled_events: z.array(z.string()),
  event_payload: z.string(),
  events_from: z.array(z.string()).nullish(),
  snapshot_api_version: z.string().nullish(),
  status: z.string(),
  description: z.string().nullish(),
  metadata,
  livemode: z.boolean(),
  webhook_endpoint: z.object({ url: z.string().nullish(), signing_secret: z.string().nullish() }).nullish(),
  amazon_eventbridge: z.object({ aws_account_id: z.string(), aws_event_source_arn: z.string() }).nullish(),
});

const OTHER_ACCOUNTS = '@accounts';

export function fromV1(row: z.output<typeof v1Hook>): Hook {
  return {
    kind: 'endpoint',
    id: row.id,
    url: row.url,
    name: null,
    events: [...new Set(row.enabled_events)].sort(),
    enabled: row.status === 'enabled',
    description: row.description || null,
    metadata: row.metadata,
    livemode: row.livemode,
    fixed: { apiVersion: row.api_version ?? null },
    connect: false,
  };
}

export function fromV2(row: z.output<typeof v2Hook>): Hook {
  const from = [...(row.events_from ?? [])].sort();
  return {
    kind: 'destination',
    id: row.id,
    url: row.webhook_endpoint?.url ?? null,
    name: row.name ?? null,
    events: [...new Set(row.enabled_events)].sort(),
    enabled: row.status === 'enabled',
    description: row.description || null,
    metadata: row.metadata,
    livemode: row.livemode,
    fixed: {
      type: row.type,
      eventPayload: row.event_payload,
      eventsFrom: from,
      snapshotApiVersion: row.snapshot_api_version ?? null,
      awsEventSource: row.amazon_eventbridge?.aws_event_source_arn ?? null,
    },
    connect: from.includes(OTHER_ACCOUNTS),
  };
}
