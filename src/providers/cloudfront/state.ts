import { z } from 'zod';

const values = z.record(z.string(), z.string());

const functionState = z.strictObject({
  /** FunctionConfig: comment, runtime, key-value stores. */
  fields: values,
  /** Fingerprint and length of the LIVE code; the code itself is sealed. */
  code: z.string(),
  bytes: z.number(),
  /** True when DEVELOPMENT differs from LIVE: unpublished work. */
  draft: z.boolean(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  distribution: z.string(),
  /** The config by path; `sealed` holds fingerprints of values that may be secret. */
  fields: values,
  sealed: values,
  /** Functions associated at this moment, by name. */
  functions: z.record(z.string(), functionState),
  /** Continuous deployment: reported, never changed. */
  staging: z.boolean(),
  deploymentPolicy: z.string().nullable(),
  /** When the distribution or one of its functions was last changed (ISO 8601). */
  modified: z.string(),
  /** Paths to invalidate after a restore, from the configuration. */
  invalidate: z.array(z.string()),
  /** True when these paths were invalidated after the last change. */
  invalidated: z.boolean(),
});

export type State = z.infer<typeof state>;
export type FunctionState = z.infer<typeof functionState>;

/** What `apply` reads from a change. */
export const params = z.discriminatedUnion('kind', [
  /** `fields`: what the plan shows, so that the digest covers it. */
  z.strictObject({ kind: z.literal('config'), fields: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('function'), name: z.string() }),
  z.strictObject({ kind: z.literal('invalidate'), paths: z.array(z.string()).min(1) }),
]);
export type Params = z.infer<typeof params>;
