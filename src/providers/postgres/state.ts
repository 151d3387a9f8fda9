import { z } from 'zod';

const table = z.strictObject({
  /** `schema.name` */
  name: z.string(),
  rows: z.number().int().nonnegative(),
  /** Transaction id of the newest row version (32 bits, as in the row); null when the table is empty. */
  newest: z.number().int().nonnegative().nullable(),
  /** Order-independent hash of all rows; null unless `integrity: content`. */
  content: z.string().nullable(),
  /** Rows written since the server's statistics began: only for telling people how much, never for deciding. */
  inserted: z.number().nonnegative(),
  updated: z.number().nonnegative(),
  deleted: z.number().nonnegative(),
});

/** Which transactions were finished at a moment: those below `next` except `open` (PostgreSQL: pg_snapshot). */
const boundary = z.strictObject({
  next: z.string().regex(/^\d+$/),
  open: z.array(z.string().regex(/^\d+$/)),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  database: z.string(),
  /** Id of the snapshot that this state belongs to, or is compared with. */
  snapshot: z.string(),
  serverMajor: z.number().int(),
  /** False while the database accepts no connections: a restore was interrupted, or somebody fenced it. */
  accessible: z.boolean(),
  integrity: z.enum(['rows', 'content']),
  strategy: z.enum(['swap', 'in-place']),
  tables: z.array(table),
  largeObjects: z.number().int().nonnegative(),
  /** Object (`table public.fans`, `function …`) to the hash of its definition. */
  schema: z.record(z.string(), z.string()),
  boundary,
  /** What the database was last restored from, by Rewind. */
  restored: z.strictObject({ snapshot: z.string(), next: z.string() }).nullable(),
});

export type State = z.infer<typeof state>;
export type TableState = State['tables'][number];

/** What `apply` needs for a change. */
export const params = z.strictObject({
  kind: z.literal('restore'),
  database: z.string(),
  strategy: state.shape.strategy,
});
export type Params = z.infer<typeof params>;
