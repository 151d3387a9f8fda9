import { z } from 'zod';
import { layoutSchema } from '../../services/postgres/layout.js';
import { rowsSchema } from '../../services/postgres/reading.js';

/** What SQL shows of the database. It was read just before the DB snapshot was made. */
const reading = z.strictObject({
  ...rowsSchema.shape,
  database: z.string(),
  serverMajor: z.number().int(),
  /** Hash of the catalogs: all definitions of the database. */
  catalogs: z.string(),
  /** Last value of each sequence; null: not used yet. */
  sequences: z.record(z.string(), z.string().nullable()),
  layout: layoutSchema,
  /** Other databases of the instance, sorted. They are in the DB snapshot, and are not compared. */
  others: z.array(z.string()),
});

/** Settings by the parameters of RDS's API, e.g. `MultiAZ`: "true". */
const settings = z.record(z.string(), z.string());

const source = z.strictObject({
  id: z.string(),
  /** RDS never uses it again, unlike the identifier. */
  resourceId: z.string(),
  /** `host:port`; null while RDS says none. */
  endpoint: z.string().nullable(),
  settings,
});

/** The DB snapshot. */
const copy = z.strictObject({
  id: z.string(),
  /** ISO 8601 */
  at: z.string(),
  /** `available` if it can be restored. */
  status: z.string(),
  resourceId: z.string(),
});

/** The instance that a rollback restored from the DB snapshot. */
const restored = z.strictObject({
  id: z.string(),
  status: z.string(),
  endpoint: z.string().nullable(),
  /** True if Rewind has finished its work on it. */
  complete: z.boolean(),
  /** ISO 8601 */
  since: z.string(),
  settings,
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  region: z.string(),
  resource: z.string(),
  /** Id of the snapshot that contains this state, or that it is compared with. */
  snapshot: z.string(),
  /** Null in a comparison if the instance does not exist any more. */
  source: source.nullable(),
  /** Null in a comparison if the database cannot be reached. */
  reading: reading.nullable(),
  /** Null in a comparison if the DB snapshot does not exist any more. */
  copy: copy.nullable(),
  /** Null in a snapshot. */
  compared: z
    .strictObject({
      /** `host:port` of the URL. */
      url: z.string(),
      restored: restored.nullable(),
    })
    .nullable(),
});

export type State = z.infer<typeof state>;
export type Reading = z.infer<typeof reading>;
export type Source = z.infer<typeof source>;
export type Copy = z.infer<typeof copy>;
export type Restored = z.infer<typeof restored>;
export type Settings = z.infer<typeof settings>;

/** The part of a change that `apply` reads. */
export const params = z.strictObject({
  kind: z.literal('restore'),
  /** Identifiers of the new instance and of the DB snapshot. */
  target: z.string(),
  copy: z.string(),
  snapshot: z.string(),
  /** Those of the original instance. */
  settings,
});
export type Params = z.infer<typeof params>;
