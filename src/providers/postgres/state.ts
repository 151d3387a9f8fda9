import { z } from 'zod';
import { layoutSchema } from '../../services/postgres/layout.js';

const table = z.strictObject({
  /** `schema.name` */
  name: z.string(),
  rows: z.number().int().nonnegative(),
  /** Size on disk without indexes, to divide a restore into equal parts. */
  bytes: z.number().nonnegative(),
  /** Transaction id of the newest row version (32 bits, as in the row); null if the table is empty. */
  newest: z.number().int().nonnegative().nullable(),
  /** Rows written since the snapshot that the database is compared with; null if not compared, or if they cannot be told. */
  changed: z.number().int().nonnegative().nullable(),
  /** Rows whose transaction id is of an earlier cycle of ids and looks like a future one. */
  ahead: z.number().int().nonnegative(),
  /** The file of the table, which a rewrite replaces; null for a table without one. */
  file: z.string().nullable(),
  /** Order-independent hash of all rows; null unless `integrity: content`. */
  content: z.string().nullable(),
  /** `WHERE …`: the rows that pg_dump saves of an extension's configuration table; '' = all. */
  condition: z.string(),
  /** Rows written since the start of the server's statistics: for messages only, never for decisions. */
  inserted: z.number().nonnegative(),
  updated: z.number().nonnegative(),
  deleted: z.number().nonnegative(),
});

const transaction = z.string().regex(/^\d+$/);
/** The transactions that were finished at a moment: those below `next` except `open` (PostgreSQL: pg_snapshot). */
const boundary = z.strictObject({
  next: transaction,
  open: z.array(transaction),
  /** All transactions below this one had ended. */
  oldest: transaction,
  /** Transactions from `oldest` to `next` that wrote rows of the snapshot, low 32 bits; null if they were too many. */
  seen: z.array(transaction).nullable(),
});

/** The database that a reference names, as the server holds it now. */
const referred = z.strictObject({
  name: z.string(),
  /** When a restore or an undo put it aside; null if nothing says so. */
  since: z.string().nullable(),
  /** What was done to it since, one text each; empty if nothing was. */
  touched: z.array(z.string()),
});

/** `closed` of a database that is missing. */
export const GONE = 'does not exist';

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
  /** Number, and order-independent hash of their content. */
  largeObjects: z.strictObject({ count: z.number().int().nonnegative(), content: z.string() }),
  /** Hash of each definition, by object (`table public.fans`, `comment of function …`): all that pg_dump writes. */
  schema: z.record(z.string(), z.string()),
  /** What code sees of the database; absent if it was not read. */
  layout: layoutSchema.exactOptional(),
  /** Value of each sequence: `20000`, or `1 (not used yet)`. */
  sequences: z.record(z.string(), z.string()),
  /** Fingerprint of the properties payload of a snapshot; null in a comparison. */
  properties: z.string().nullable(),
  boundary,
  /** Identifies the server (null if this user may not ask) and the database on it: transaction ids mean nothing elsewhere. */
  origin: z.strictObject({ server: z.string().nullable(), database: z.string() }),
  /** What the dump of a snapshot lacks, one text for each object; empty in a comparison. */
  leftOut: z.array(z.string()),
  /** Why a restore in place would fail; only read for a plan of one. */
  obstacles: z.array(z.string()).exactOptional(),
  /** Logical replication slots; only read for a plan of a swap. */
  slots: z.array(z.string()).exactOptional(),
  /** Rewind's last restore of this database. */
  restored: z.strictObject({ snapshot: z.string(), next: z.string() }).nullable(),
  /** Marks of objects that this database prints differently since a snapshot was reloaded into it. */
  reprinted: z.strictObject({ snapshot: z.string(), marks: z.array(z.string()) }).nullable(),
  /** First transaction after this database took its name by a restore or an undo; only read for a comparison. */
  arrived: transaction.exactOptional(),
  /** Set in a reference: what is wanted is this very database (`origin`), and nothing else was read. */
  reference: z.literal(true).exactOptional(),
  /** Only in a comparison with a reference that names another database; null: the server has no such database. */
  referred: referred.nullable().exactOptional(),
});

export type State = z.infer<typeof state>;
export type TableState = State['tables'][number];

/** The part of a change that `apply` reads: restores a copy, or brings back the database with an OID. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('restore'),
    database: z.string(),
    /** Major version of the server that the snapshot is of. */
    serverMajor: state.shape.serverMajor,
    strategy: state.shape.strategy,
  }),
  z.strictObject({ kind: z.literal('return'), database: z.string(), oid: z.number().int() }),
]);
export type Params = z.infer<typeof params>;
