import { z } from 'zod';
import type { TableLoss } from './data-loss.js';

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

export const transaction = z.string().regex(/^\d+$/);

/** What was read of the rows of a database at one moment, and what tells later rows from these. */
export const rowsSchema = z.strictObject({
  tables: z.array(table),
  /** Number, and order-independent hash of their content. */
  largeObjects: z.strictObject({ count: z.number().int().nonnegative(), content: z.string() }),
  /** The transactions that were finished at the moment: those below `next` except `open` (PostgreSQL: pg_snapshot). */
  boundary: z.strictObject({
    next: transaction,
    open: z.array(transaction),
    /** All transactions below this one had ended. */
    oldest: transaction,
    /** Transactions from `oldest` to `next` that wrote rows of the snapshot, low 32 bits; null if they were too many. */
    seen: z.array(transaction).nullable(),
  }),
  /** Identifies the server (null if this user may not ask) and the database on it: transaction ids mean nothing elsewhere. */
  origin: z.strictObject({ server: z.string().nullable(), database: z.string() }),
  /** Rewind's last restore of this database. */
  restored: z.strictObject({ snapshot: z.string(), next: transaction }).nullable(),
  /** First transaction after this database took its name by a restore or an undo; only read for a comparison. */
  arrived: transaction.exactOptional(),
});

export type Rows = z.infer<typeof rowsSchema>;

/** False if the servers are surely two. A user who may not ask for the identity of a server is taken at the word of the address. */
export const isSameServer = (a: Pick<Rows['origin'], 'server'>, b: Pick<Rows['origin'], 'server'>): boolean =>
  a.server === null || b.server === null || a.server === b.server;

/** Why nothing tells whether two readings are of one server, a phrase without a full stop; null if something does. */
export function serverDoubt(then: Pick<Rows['origin'], 'server'>, now: Pick<Rows['origin'], 'server'>): string | null {
  if (then.server !== null && now.server !== null) return null;
  const who = now.server === null ? 'the user of the URL may not' : 'the user of that time was not allowed to';
  return `${who} call pg_control_system()`;
}

export type TableState = Rows['tables'][number];

/** A reading as the loss meter compares it. */
export interface Reading extends Rows {
  /** Id of the snapshot that it is part of, or that it is compared with. */
  readonly snapshot: string;
  /** Set if what is wanted is this very database (`origin`), and nothing else was read. */
  readonly reference?: true;
  /** What this database holds and the referred one does not; absent if the age of the rows tells it. */
  readonly lacking?: readonly TableLoss[];
}
