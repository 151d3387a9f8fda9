import { z } from 'zod';
import { covered } from './covered.js';

const row = z.strictObject({
  id: z.string(),
  key: z.string(),
  type: z.string(),
  target: z.array(z.string()),
  gitBranch: z.string().nullable(),
  customEnvironmentIds: z.array(z.string()),
  comment: z.string().nullable(),
  /** Fingerprint of the value; null if it is not readable (sensitive). */
  value: z.string().nullable(),
  /** Milliseconds since 1970; the only sign of drift of a sensitive value. */
  updatedAt: z.number(),
  /** Id of the user who wrote it last; not compared. */
  by: z.string().exactOptional(),
});

/** The payload: the same rows with their values in place of the fingerprints. */
export const savedVariables = z.array(row);

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  /** Id of the snapshot that contains this state, or that it is compared with. */
  snapshot: z.string(),
  /** What the configuration covered. */
  covered: covered.exactOptional(),
  rows: z.array(row),
  /** Keys of rows that Rewind does not restore: of the system and of integrations. */
  skipped: z.array(z.string()),
  /** Keys with a supplied value (REWIND_ENV_KEY); names only. */
  supplied: z.array(z.string()),
  /** Places of the rows that this resource does not cover; only of a comparison, so that no change writes over them. */
  beside: z.array(row.pick({ key: true, target: true, gitBranch: true, customEnvironmentIds: true })).exactOptional(),
});

/** The part of a change that `apply` reads: the key, whose rows are restored together. */
export const params = z.strictObject({ kind: z.literal('variable'), key: z.string() });
export type Params = z.infer<typeof params>;

export type State = z.infer<typeof state>;
export type Row = State['rows'][number];
