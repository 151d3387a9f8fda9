import { z } from 'zod';

const table = z.strictObject({
  /** `schema.name` */
  name: z.string(),
  rows: z.number().int().nonnegative(),
  /** Size on disk without indexes, to divide a restore into equal parts. */
  bytes: z.number().nonnegative(),
  /** Transaction id of the newest row version (32 bits, as in the row); null if the table is empty. */
  newest: z.number().int().nonnegative().nullable(),
  /** Order-independent hash of all rows; null unless `integrity: content`. */
  content: z.string().nullable(),
  /** Rows written since the start of the server's statistics: for messages only, never for decisions. */
  inserted: z.number().nonnegative(),
  updated: z.number().nonnegative(),
  deleted: z.number().nonnegative(),
});

/** The transactions that were finished at a moment: those below `next` except `open` (PostgreSQL: pg_snapshot). */
const boundary = z.strictObject({
  next: z.string().regex(/^\d+$/),
  open: z.array(z.string().regex(/^\d+$/)),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  database: z.string(),
  /** Id of the snapshot that contains this state, or that it is compared with. */
  snapshot: z.string(),
  serverMajor: z.number().int(),
  /** False while the database accepts no connections: an interrupted restore or an operator fenced it. */
  accessible: z.boolean(),
  integrity: z.enum(['rows', 'content']),
  strategy: z.enum(['swap', 'in-place']),
  tables: z.array(table),
  largeObjects: z.number().int().nonnegative(),
  /** Hash of each definition, by object (`table public.fans`, `function …`). */
  schema: z.record(z.string(), z.string()),
  boundary,
  /** What the dump of a snapshot lacks, one text for each object; empty in a comparison. */
  leftOut: z.array(z.string()),
  /** Why a restore in place would fail; only read for a plan of one. */
  obstacles: z.array(z.string()).exactOptional(),
  /** Rewind's last restore of this database. */
  restored: z.strictObject({ snapshot: z.string(), next: z.string() }).nullable(),
});

export type State = z.infer<typeof state>;
export type TableState = State['tables'][number];

/** The part of a change that `apply` reads. */
export const params = z.strictObject({
  kind: z.literal('restore'),
  database: z.string(),
  strategy: state.shape.strategy,
});
export type Params = z.infer<typeof params>;
