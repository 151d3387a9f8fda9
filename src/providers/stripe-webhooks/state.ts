import { z } from 'zod';
import { type Json, jsonValue, recordOf } from '../../runtime/json.js';

const fixed: z.ZodType<Readonly<Record<string, Json>>> = recordOf(jsonValue);

/** An endpoint in the payload: URL and metadata in clear. */
export const hookPayload = z.strictObject({
  kind: z.enum(['endpoint', 'destination']),
  id: z.string(),
  /** Null for destinations other than webhooks. */
  url: z.string().nullable(),
  name: z.string().nullable(),
  events: z.array(z.string()),
  enabled: z.boolean(),
  description: z.string().nullable(),
  metadata: recordOf(z.string()),
  livemode: z.boolean(),
  fixed,
  connect: z.boolean(),
});

/** An endpoint in the manifest: URL and metadata redacted. */
const hookState = hookPayload.omit({ livemode: true }).extend({
  /** Fingerprint of the full URL, for the comparison; set if the redacted URL omits something. */
  urlFingerprint: z.string().nullable(),
  /** Keys that look secret: fingerprints of their values. */
  secretMetadata: recordOf(z.string()),
  /** False for endpoints outside the configured URL prefixes, which are listed only to match ids. */
  inScope: z.boolean(),
  /** From Rewind's provenance: the endpoints that this one replaces, and the state of its signing secret. */
  standsFor: z.array(z.string()),
  secret: z.enum(['created', 'written']).nullable(),
});

/** Destinations of signing secrets, by redacted URL or description. */
const secretDestination = z.strictObject({
  match: z.string(),
  keys: z.array(z.string()),
  project: z.string(),
  team: z.string().nullable(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  /** Null if the key may not read it. */
  account: z.string().nullable(),
  livemode: z.boolean(),
  /** False if event destinations were not read. Snapshots of earlier versions do not say it. */
  destinations: z.boolean().exactOptional(),
  /** Redacted beginnings of the URLs that it covers; null: all. Snapshots of earlier versions do not say it. */
  endpoints: z.array(z.string()).nullable().exactOptional(),
  hooks: z.array(hookState),
  secretDestinations: z.array(secretDestination),
  /** Redacted URLs of the configured Connect endpoints. */
  connect: z.array(z.string()),
});

const hook = z.enum(['endpoint', 'destination']);

/** The part of a change that `apply` reads. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('update'), hook, saved: z.string(), live: z.string() }),
  z.strictObject({ kind: z.literal('create'), hook, saved: z.string(), connect: z.boolean() }),
  z.strictObject({ kind: z.literal('disable'), hook, live: z.string() }),
  z.strictObject({ kind: z.literal('redeploy'), project: z.string(), team: z.string().nullable() }),
]);
export type Params = z.output<typeof params>;

export type State = z.output<typeof state>;
export type HookState = z.output<typeof hookState>;
export type SecretDestination = z.output<typeof secretDestination>;
