import { z } from 'zod';
import { digestOf } from '../runtime/digest.js';
import { RewindError } from '../runtime/errors.js';
import type { Context } from '../runtime/context.js';

/**
 * Carrying rows over from the database that a restore or an undo kept. The rows themselves are personal data: they lie sealed beside
 * the plan, which holds only counts and names.
 */
const count = z.number().int().nonnegative();
const facts = z.strictObject({
  database: z.string(),
  kept: z.strictObject({ name: z.string(), oid: z.string() }),
  /** What put the kept database aside. */
  since: z.enum(['restore', 'undo']),
  /** The snapshot that one of the two databases was restored from; the other one is, or was, the database of it. */
  snapshot: z.string(),
  /** Production when the plan was made. */
  production: z.strictObject({
    oid: z.string(),
    /** Its first transaction after it was restored; null if it was not. */
    restored: z.string().nullable(),
    /** Which of its rows were written after the snapshot; null if that is unknown. */
    baseline: z.strictObject({ oldest: z.string(), seen: z.array(z.string()).nullable() }).nullable(),
  }),
  /** True: rows that were deleted in the kept database are deleted in production too. */
  deletions: z.boolean(),
  /** Only tables with something to say. */
  tables: z.array(
    z.strictObject({
      table: z.string(),
      insert: count,
      update: count,
      /** Rows deleted in the kept database and unchanged in production; without `deletions` they are at most this many. */
      delete: count,
      /** Rows of production by reason why they stay as they are. */
      conflicts: z.record(z.string(), count),
      notes: z.array(z.string()),
    }),
  ),
  /** Tables whose rows are only counted. */
  skipped: z.array(z.strictObject({ table: z.string(), reason: z.string(), rows: count })),
  /** Sequences that move forward to where the kept database has them. */
  sequences: z.array(z.string()),
  warnings: z.array(z.string()),
});
export type SalvageFacts = z.infer<typeof facts>;

const plan = z.strictObject({
  kind: z.literal('rewind-salvage'),
  schemaVersion: z.literal(1),
  createdAt: z.iso.datetime(),
  environment: z.string(),
  resource: z.string(),
  facts,
  /** SHA-256 of the rows to carry over, before sealing. */
  rows: z.string(),
  digest: z.string(),
});
export type SalvagePlan = z.infer<typeof plan>;

/** The digest that is approved: everything but the time. */
export const salvageDigest = ({ environment, resource, facts: content, rows }: Omit<SalvagePlan, 'digest'>): string =>
  digestOf({ environment, resource, facts: content, rows });

/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
export function parseSalvagePlan(content: unknown): SalvagePlan {
  const parsed = plan.safeParse(content);
  if (!parsed.success) throw new RewindError('plan-unreadable', 'The salvage plan could not be read.');
  if (salvageDigest(parsed.data) !== parsed.data.digest) {
    throw new RewindError('plan-mismatch', 'The salvage plan was changed: its content does not match its digest.');
  }
  return parsed.data;
}

/** What became of the rows of one table. */
export interface SalvagedTable {
  readonly table: string;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  /** Rows that production held already. */
  readonly present: number;
  /** Rows that production wrote since the plan; they stay as they are. */
  readonly conflicts: number;
  /** Rows that production refused, by reason. */
  readonly refused: Readonly<Record<string, number>>;
}

/** The part of a provider that carries rows over. @typeParam Source reads the payloads of the snapshot */
export interface Salvage<Config, State, Source> {
  /** The snapshot that production and the kept database have in common. @throws RewindError salvage-nothing-kept */
  find(config: Config, ctx: Context): Promise<{ readonly snapshot: string; readonly kept: string }>;
  /**
   * Compares the kept database with production. Read-only.
   * @param write takes the lines of the sealed part, in order
   */
  plan(
    config: Config,
    saved: State,
    ctx: Context,
    source: Source,
    deletions: boolean,
    write: (line: string) => Promise<void>,
  ): Promise<SalvageFacts>;
  /**
   * Applies the sealed lines in one transaction. Idempotent. A row that production wrote since is never overwritten.
   * @param beforeCommit may still refuse
   * @throws RewindError plan-drift, salvage-failed; nothing was changed then, unless the COMMIT was not answered
   */
  apply(
    config: Config,
    approved: SalvageFacts,
    ctx: Context,
    lines: AsyncIterable<string>,
    beforeCommit: () => Promise<void>,
  ): Promise<SalvagedTable[]>;
}
