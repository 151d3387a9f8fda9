import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { messageOf } from '../../runtime/errors.js';
import { quoted, type DatabaseClient } from '../../services/postgres/connection.js';
import type { Target } from './client.js';
import type { Loss, LostRows } from './losses.js';

/** Time for one count, and for all of them: a plan must not wait for the size of a table. */
const COUNT_MS = 5_000;
const ALL_COUNTS_MS = 20_000;

/** The rows that a loss concerns; null if unknown. */
export interface Counted {
  readonly rows: number | null;
  readonly atMost: boolean;
}

/** A table whose rows change because rows of another one are deleted. */
export interface Reached {
  /** Name as SQL. */
  readonly table: string;
  /** True if its rows are deleted, too; false if only what they refer to is emptied. */
  readonly deleted: boolean;
}

/** The foreign keys with an action for DELETE, followed from $1. Partitions repeat those of their table. */
const REACHED = `
  WITH RECURSIVE reached (oid, deleted) AS (
      SELECT pg_catalog.to_regclass($1)::oid, true
       UNION
      SELECT c.conrelid, c.confdeltype = 'c'
        FROM reached r JOIN pg_catalog.pg_constraint c ON c.confrelid = r.oid
       WHERE r.deleted AND c.contype = 'f' AND c.confdeltype IN ('c', 'n', 'd')
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint p WHERE p.oid = c.conparentid AND p.confrelid = c.confrelid))
  SELECT oid::pg_catalog.regclass::text AS table, bool_or(deleted) AS deleted
    FROM reached WHERE oid <> pg_catalog.to_regclass($1) GROUP BY oid ORDER BY 1`;

/** Counts rows read-only, each question once. */
export class RowCounter {
  private readonly known = new Map<string, Promise<number | null>>();
  private readonly end: number;

  constructor(
    private readonly client: DatabaseClient,
    private readonly target: Target,
    private readonly ctx: Context,
  ) {
    this.end = ctx.clock.monotonic() + ALL_COUNTS_MS;
  }

  async of({ rows }: Loss): Promise<Counted> {
    if (rows.length === 0) return { rows: null, atMost: false };
    let sum = 0;
    for (const entry of rows) {
      const count = await this.count(entry);
      if (count === null) return { rows: null, atMost: false };
      sum += count;
    }
    return { rows: sum, atMost: rows.some(({ atMost }) => atMost) };
  }

  /** The other tables that the foreign keys of these reach. None of a table that is not there yet. */
  async reachedFrom(tables: readonly string[]): Promise<Reached[]> {
    const found: Reached[] = [];
    for (const table of tables) {
      found.push(...((await this.reading(reachedSchema, REACHED, [table])) ?? []));
    }
    return found;
  }

  private count({ table, where }: LostRows): Promise<number | null> {
    const condition = where === null ? '' : ` ${where.alias} WHERE (${where.condition}\n)`;
    const sql = `SELECT count(*)::text AS rows FROM ${table}${condition}`;
    const begun = this.known.get(sql) ?? this.ask(sql);
    this.known.set(sql, begun);
    return begun;
  }

  private async ask(sql: string): Promise<number | null> {
    const rows = await this.reading(countSchema, sql);
    return rows?.[0] === undefined ? null : Number(rows[0].rows);
  }

  private async reading<Row>(schema: z.ZodType<Row>, sql: string, values: string[] = []): Promise<Row[] | null> {
    if (this.ctx.clock.monotonic() > this.end) return null;
    try {
      await this.client.query(
        `BEGIN READ ONLY; SET LOCAL statement_timeout = ${COUNT_MS}; SET LOCAL lock_timeout = ${COUNT_MS}; SET LOCAL search_path = ${quoted(this.target.schema)}`,
      );
      const { rows } = await this.client.query(sql, values);
      return z.array(schema).parse(rows);
    } catch (error) {
      // A table that is gone already, a missing privilege, or too many rows: the loss stays, its size is unknown.
      this.ctx.log.debug(`rows at risk were not counted: ${messageOf(error)}`);
      return null;
    } finally {
      await this.client.query('ROLLBACK').catch(() => undefined);
    }
  }
}

const countSchema = z.object({ rows: z.string() });
const reachedSchema = z.object({ table: z.string(), deleted: z.boolean() });
