import { z } from 'zod';

const table = z.strictObject({
  /** `schema.name` */
  name: z.string(),
  rows: z.number().int().nonnegative(),
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
  /** False while the database accepts no connections or does not exist. */
  accessible: z.boolean(),
  /** Why it is not accessible; else null. */
  closed: z.string().nullable(),
  integrity: z.enum(['rows', 'content']),
  strategy: z.enum(['swap', 'in-place']),
  tables: z.array(table),
  largeObjects: z.number().int().nonnegative(),
  /** Hash of each definition, by object (`table public.fans`, `function …`). */
  schema: z.record(z.string(), z.string()),
  /** Fingerprint of the properties payload of a snapshot; null in a comparison. */
  properties: z.string().nullable(),
  boundary,
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
