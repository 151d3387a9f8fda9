import { z } from 'zod';
import { type Json, recordOf } from '../../runtime/json.js';

/**
 * `endpoint` is a webhook endpoint of v1; `destination` was created with v2, and v1 does not list it. v2 lists both,
 * with the same ids.
 */
export type HookKind = 'endpoint' | 'destination';

/** A live webhook endpoint or event destination, values in clear. */
export interface Hook {
  readonly kind: HookKind;
  readonly id: string;
  /** Null for destinations other than webhooks (EventBridge). */
  readonly url: string | null;
  /** For destinations only. */
  readonly name: string | null;
  /** Sorted, because the order does not matter. */
  readonly events: readonly string[];
  readonly enabled: boolean;
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly livemode: boolean;
  /** Fields that Stripe cannot change after creation. */
  readonly fixed: Readonly<Record<string, Json>>;
  /** True if it receives the events of connected accounts. Only v2 returns this. */
  readonly connect: boolean;
}

const metadata = recordOf(z.string())
  .nullish()
  .transform((value) => value ?? {});
/** The fields of a v1 response that Rewind reads. */
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

/** The fields of a v2 response that Rewind reads. */
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
