import { z } from 'zod';

const row = z.strictObject({
  id: z.string(),
  name: z.string(),
  checksum: z.string(),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  finished: z.boolean(),
  rolledBack: z.boolean(),
});

/** What stands beside a migration in the checkout at the time of the capture. */
const down = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  path: z.string(),
  /** `line: statement` of those that lose data. */
  losing: z.array(z.string()),
  /** `line: statement` of those that cannot run in a transaction. */
  outsideTransaction: z.array(z.string()),
  /** The migration.sql beside it is not the one that was applied. */
  edited: z.boolean(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  database: z.string(),
  schema: z.string(),
  /** Rows of `_prisma_migrations`, in the order of their beginning. */
  history: z.array(row),
  downs: z.array(down),
});

export type State = z.infer<typeof state>;
export type HistoryRow = State['history'][number];

/** What `apply` needs for a change: the migrations, newest first, each with the hash of the approved script. */
export const params = z.strictObject({
  kind: z.literal('down'),
  steps: z.array(z.strictObject({ name: z.string(), sha256: z.string().nullable() })),
});
export type Params = z.infer<typeof params>;
