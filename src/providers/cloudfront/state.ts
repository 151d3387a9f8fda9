import { z } from 'zod';
import { recordOf } from '../../runtime/json.js';

const values = recordOf(z.string());

const functionState = z.strictObject({
  /** FunctionConfig: comment, runtime, key-value stores. */
  fields: values,
  /** Fingerprint and length of the LIVE code; the payload holds the code. */
  code: z.string(),
  bytes: z.number(),
  /** True if DEVELOPMENT has unpublished work. */
  draft: z.boolean(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  distribution: z.string(),
  /** The config by path; `sealed` holds fingerprints of values that may be secret. */
  fields: values,
  sealed: values,
  /** Associated functions, by name. */
  functions: recordOf(functionState),
  /** Continuous deployment: Rewind reports it and never changes it. */
  staging: z.boolean(),
  deploymentPolicy: z.string().nullable(),
  /** Last change of the distribution or of one of its functions (ISO 8601). */
  modified: z.string(),
  /** Paths to invalidate after a restore, from the configuration. */
  invalidate: z.array(z.string()),
  /** True if an invalidation of these paths followed the last change. */
  invalidated: z.boolean(),
});

export type State = z.infer<typeof state>;
export type FunctionState = z.infer<typeof functionState>;

/** The part of a change that `apply` reads. */
export const params = z.discriminatedUnion('kind', [
  /** `fields` puts what the plan shows under its digest. */
  z.strictObject({ kind: z.literal('config'), fields: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('function'), name: z.string() }),
  z.strictObject({ kind: z.literal('invalidate'), paths: z.array(z.string()).min(1) }),
]);
export type Params = z.infer<typeof params>;
