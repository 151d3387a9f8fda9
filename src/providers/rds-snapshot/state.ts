import { z } from 'zod';
import { recordOf } from '../../runtime/json.js';
import { layoutSchema } from '../../services/postgres/layout.js';
import { rowsSchema } from '../../services/postgres/reading.js';
import { kind, method } from './config.js';

/** What SQL shows of the database. It was read just before the copy was made. */
const reading = z.strictObject({
  ...rowsSchema.shape,
  database: z.string(),
  serverMajor: z.number().int(),
  /** Hash of the catalogs: all definitions of the database. */
  catalogs: z.string(),
  /** Last value of each sequence; null: not used yet. */
  sequences: recordOf(z.string().nullable()),
  layout: layoutSchema,
  /** Other databases of the server, sorted. They are in the copy, and are not compared. */
  others: z.array(z.string()),
});

/** Settings by the parameters of RDS's API, e.g. `MultiAZ`: "true"; of the writer of a cluster as `Writer.DBInstanceClass`. */
const settings = recordOf(z.string());

const source = z.strictObject({
  kind,
  id: z.string(),
  /** RDS never uses it again, unlike the identifier. */
  resourceId: z.string(),
  /** `host:port`; null while RDS says none. */
  endpoint: z.string().nullable(),
  /** Instances of a cluster; 0: it is an instance. */
  members: z.number().int(),
  settings,
});

/** What a restore is made from. */
const copy = z.strictObject({
  kind,
  method,
  /** Identifier of the snapshot or of the clone; with `point-in-time` that of the source. */
  id: z.string(),
  /** ISO 8601. With `point-in-time` the instant to restore. */
  at: z.string(),
  /** `available` if it can be restored. */
  status: z.string(),
  /** Of the source; of a clone its own. RDS never uses it again. */
  resourceId: z.string(),
  /** Version of the engine, if a restore must name it. */
  version: z.string().nullable(),
});

/** The instance or cluster that a rollback restored from the copy. */
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
  /** Null in a comparison if it does not exist any more. */
  source: source.nullable(),
  /** Null in a comparison if the database cannot be reached. */
  reading: reading.nullable(),
  /** Null in a comparison if the copy does not exist any more. */
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

const origin = copy.omit({ status: true });
/** What a restore must know of a copy. */
export type Origin = z.infer<typeof origin>;

/** The part of a change that `apply` reads. */
export const params = z.strictObject({
  kind: z.literal('restore'),
  /** Identifier of the new instance or cluster. */
  target: z.string(),
  copy: origin,
  snapshot: z.string(),
  /** Those of the original. */
  settings,
});
export type Params = z.infer<typeof params>;
