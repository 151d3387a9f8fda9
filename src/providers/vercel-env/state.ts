import { z } from 'zod';

const row = z.strictObject({
  id: z.string(),
  key: z.string(),
  type: z.string(),
  target: z.array(z.string()),
  gitBranch: z.string().nullable(),
  customEnvironmentIds: z.array(z.string()),
  comment: z.string().nullable(),
  /** Fingerprint of the value; null when it cannot be read back (sensitive). */
  value: z.string().nullable(),
  /** Milliseconds since 1970; the only sign of drift of a value that cannot be read. */
  updatedAt: z.number(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  /** Id of the snapshot that this state belongs to, or is compared with. */
  snapshot: z.string(),
  rows: z.array(row),
  /** Rows that are not ours to restore, by key: the system's, and those of integrations. */
  skipped: z.array(z.string()),
  /** Keys for which a value was supplied (REWIND_ENV_KEY); only names. */
  supplied: z.array(z.string()),
});

/** What `apply` needs for a change: the key, whose rows are restored together. */
export const params = z.strictObject({ kind: z.literal('variable'), key: z.string() });
export type Params = z.infer<typeof params>;

export type State = z.infer<typeof state>;
export type Row = State['rows'][number];
