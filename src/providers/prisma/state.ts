import { z } from 'zod';
import { layoutSchema } from '../../services/postgres/layout.js';
import { rowsSchema } from '../../services/postgres/reading.js';

const row = z.strictObject({
  id: z.string(),
  name: z.string(),
  checksum: z.string(),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  finished: z.boolean(),
  rolledBack: z.boolean(),
});

const losing = z.strictObject({
  /** `line: statement` */
  statement: z.string(),
  /** Tables whose rows are concerned. */
  tables: z.array(z.string()),
  /** For people: "drops a column". */
  how: z.string(),
  /** Rows concerned, when the state was captured; null if unknown or not counted. */
  rows: z.number().int().nonnegative().nullable(),
  /** True if `rows` is an upper bound. */
  atMost: z.boolean(),
});

/** A migration.sql of the checkout. */
const up = z.strictObject({
  name: z.string(),
  /** As Prisma records it. */
  sha256: z.string(),
  path: z.string(),
  losing: z.array(losing),
  /** Why Rewind cannot apply it; null if it can. */
  obstacle: z.string().nullable(),
});

/** The files of a migration in the checkout at the time of the capture. */
const down = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  path: z.string(),
  /** Statements that lose data, or may do so. */
  losing: z.array(losing),
  /** `line: statement` of statements that cannot run in a transaction. */
  outsideTransaction: z.array(z.string()),
  /** True if its migration.sql differs from the applied one. */
  edited: z.boolean(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  database: z.string(),
  schema: z.string(),
  /** Identifies server and database; absent from snapshots of earlier versions, and if the history could not be read. */
  origin: rowsSchema.shape.origin.exactOptional(),
  /** Why the history could not be read: the database is closed or missing, which a restore repairs; else null. */
  closed: z.string().nullable(),
  /** Rows of `_prisma_migrations`, by start time. */
  history: z.array(row),
  downs: z.array(down),
  /** The migrations of the checkout that are not applied; only in a state that a plan compares. */
  ups: z.array(up).exactOptional(),
  /** What code sees of the schema; absent if it was not read. */
  layout: layoutSchema.exactOptional(),
});

export type State = z.infer<typeof state>;
export type HistoryRow = State['history'][number];

/** The part of a change that `apply` reads: the migrations in the order of their run, with the hashes of the approved scripts. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('down'),
    steps: z.array(z.strictObject({ name: z.string(), sha256: z.string().nullable() })),
  }),
  z.strictObject({ kind: z.literal('up'), steps: z.array(z.strictObject({ name: z.string(), sha256: z.string() })) }),
]);
export type Params = z.infer<typeof params>;
