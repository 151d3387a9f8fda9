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

  private count({ table, where }: LostRows): Promise<number | null> {
    const condition = where === null ? '' : ` ${where.alias} WHERE (${where.condition}\n)`;
    const sql = `SELECT count(*)::text AS rows FROM ${table}${condition}`;
    const begun = this.known.get(sql) ?? this.ask(sql);
    this.known.set(sql, begun);
    return begun;
  }

  private async ask(sql: string): Promise<number | null> {
    if (this.ctx.clock.monotonic() > this.end) return null;
    try {
      await this.client.query(
        `BEGIN READ ONLY; SET LOCAL statement_timeout = ${COUNT_MS}; SET LOCAL lock_timeout = ${COUNT_MS}; SET LOCAL search_path = ${quoted(this.target.schema)}`,
      );
      const { rows } = await this.client.query(sql);
      const [row] = z.array(z.object({ rows: z.string() })).parse(rows);
      return row === undefined ? null : Number(row.rows);
    } catch (error) {
      // A table that is gone already, a missing privilege, or too many rows: the loss stays, its size is unknown.
      this.ctx.log.debug(`rows at risk were not counted: ${messageOf(error)}`);
      return null;
    } finally {
      await this.client.query('ROLLBACK').catch(() => undefined);
    }
  }
}
