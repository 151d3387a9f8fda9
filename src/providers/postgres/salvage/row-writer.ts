import { types } from 'node:util';
import type { SalvagedTable, SalvageFacts } from '../../../engine/salvage.js';
import type { Context } from '../../../runtime/context.js';
import { messageOf, RewindError } from '../../../runtime/errors.js';
import { codeOf, quoted, type DatabaseClient } from '../../../services/postgres/connection.js';
import { newerThan } from '../../../services/postgres/loss-meter.js';
import { parseLine, type Line } from './lines.js';
import { parentsFirst } from './merge.js';
import { BATCH, joinOn, type Row } from './read.js';
import { referencesOf, sqlOf, tablesOf, textsOf, type Shared } from './tables.js';

/** The rows of one table, in a temporary table `pg_temp.name` with the columns op, n, k0, k1, … */
interface Staged {
  readonly table: Shared;
  readonly name: string;
  rows: number;
  readonly withdrawn: Row[];
}

/** Carries rows over in the present transaction of one session. */
export class RowWriter {
  private readonly staged = new Map<string, Staged>();
  private readonly sequences: { readonly name: string; readonly value: string }[] = [];
  private readonly old: string;

  constructor(
    private readonly client: DatabaseClient,
    private readonly approved: SalvageFacts,
    private readonly ctx: Context,
  ) {
    // Production still holds the row of the snapshot.
    const { baseline } = approved.production;
    this.old = baseline === null ? 'false' : `NOT (${newerThan(baseline, 't')})`;
  }

  async run(lines: AsyncIterable<string>): Promise<SalvagedTable[]> {
    await this.load(lines);
    const references = await referencesOf(this.client);
    const { order, cyclic } = parentsFirst([...this.staged.keys()], references);
    // A violation must be found at the statement, which then leaves the row out; in a cycle no order avoids one.
    await this.client.query(`SET CONSTRAINTS ALL ${cyclic.length === 0 ? 'IMMEDIATE' : 'DEFERRED'}`);
    const results = new Map<string, SalvagedTable>();
    for (const name of order) {
      const staged = this.staged.get(name);
      if (staged) results.set(name, await this.carry(staged));
    }
    for (const name of [...order].reverse()) {
      const staged = this.staged.get(name);
      const result = results.get(name);
      if (staged && result && this.approved.deletions) results.set(name, await this.remove(staged, result));
    }
    await this.client.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const { name, value } of this.sequences) await this.advance(name, value);
    return [...results.values()];
  }

  private async load(lines: AsyncIterable<string>): Promise<void> {
    const known = await tablesOf(this.client);
    let current: Staged | undefined;
    let batch: { op: string; row: Row }[] = [];
    let ended = false;
    const flush = async (): Promise<void> => {
      if (current && batch.length > 0) await this.stage(current, batch);
      batch = [];
    };
    for await (const text of lines) {
      const line: Line = parseLine(text);
      if ('table' in line) {
        await flush();
        current = await this.open(line, known);
      } else if ('insert' in line) batch.push({ op: 'i', row: line.insert });
      else if ('update' in line) batch.push({ op: 'u', row: line.update });
      else if ('delete' in line) batch.push({ op: 'd', row: line.delete });
      else if ('withdraw' in line) current?.withdrawn.push(line.withdraw);
      else if ('sequence' in line) this.sequences.push({ name: line.sequence, value: line.value });
      else if ('end' in line) ended = true;
      if (batch.length >= BATCH) await flush();
    }
    await flush();
    if (!ended) throw new RewindError('seal-corrupt', 'The rows to carry over are not complete.');
    for (const staged of this.staged.values()) await this.withdraw(staged);
  }

  private async open(
    line: Extract<Line, { columns: string[] }>,
    known: Awaited<ReturnType<typeof tablesOf>>,
  ): Promise<Staged> {
    const table = known.get(line.table);
    const columns = line.columns.map((name) => table?.columns.find((column) => column.name === name));
    const present = columns.flatMap((column) => (column && !column.generated ? [{ ...column, sameType: true }] : []));
    const key = line.columns.slice(0, line.keys);
    if (!table || present.length !== columns.length || table.key.join('\n') !== key.join('\n')) {
      throw new RewindError('plan-drift', `The definition of ${line.table} changed after the plan was made.`, {
        resource: this.ctx.resource,
      });
    }
    const staged: Staged = {
      table: { ...table, sql: sqlOf(table), columns: present, keys: line.keys, notes: [] },
      name: `pg_temp.rewind_salvage_${this.staged.size}`,
      rows: 0,
      withdrawn: [],
    };
    const texts = present.map((_, at) => `k${at} text`).join(', ');
    await this.client.query(
      `CREATE TEMP TABLE ${staged.name.slice('pg_temp.'.length)} (op "char", n int, ${texts}) ON COMMIT DROP`,
    );
    this.staged.set(table.name, staged);
    return staged;
  }

  private async stage(staged: Staged, batch: readonly { op: string; row: Row }[]): Promise<void> {
    const columns = staged.table.columns.map((_, at) => batch.map(({ row }) => row[at] ?? null));
    await this.client.query(
      `INSERT INTO ${staged.name} SELECT o.op::"char", $1::int + o.n, ${columns.map((_, at) => `o.k${at}`).join(', ')}
         FROM unnest($2::text[], ${columns.map((_, at) => `$${at + 3}::text[]`).join(', ')})
              WITH ORDINALITY AS o(op, ${columns.map((_, at) => `k${at}`).join(', ')}, n)`,
      [staged.rows, batch.map(({ op }) => op), ...columns],
    );
    staged.rows += batch.length;
  }

  private async withdraw({ name, table, withdrawn }: Staged): Promise<void> {
    const keys = table.columns.slice(0, table.keys);
    for (let from = 0; from < withdrawn.length; from += BATCH) {
      const chunk = withdrawn.slice(from, from + BATCH);
      await this.client.query(
        `DELETE FROM ${name} s USING unnest(${keys.map((_, at) => `$${at + 1}::text[]`).join(', ')}) AS w(${keys.map((_, at) => `k${at}`).join(', ')})
          WHERE ${keys.map((_, at) => `s.k${at} = w.k${at}`).join(' AND ')}`,
        keys.map((_, at) => chunk.map((row) => row[at] ?? null)),
      );
    }
    await this.client.query(`ANALYZE ${name}`);
  }

  private async count(sql: string, values: unknown[] = []): Promise<number> {
    return (await this.client.query(sql, values)).rowCount ?? 0;
  }

  private async carry({ table, name, rows }: Staged): Promise<SalvagedTable> {
    const { columns, sql, keys } = table;
    const join = joinOn(table, 's', 't');
    const value = (at: number): string => `s.k${at}::${columns[at]?.type ?? 'text'}`;
    const present = await this.count(
      `DELETE FROM ${name} s USING ONLY ${sql} t WHERE s.op <> 'd' AND ${join}
          AND ROW(${textsOf(table, columns, 't')})
              IS NOT DISTINCT FROM ROW(${columns.map((_, at) => `s.k${at}`).join(', ')})`,
    );
    const left = async (op: string): Promise<number> => {
      const { rows: counted } = await this.client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${name} s WHERE s.op = '${op}'`,
      );
      return counted[0]?.count ?? 0;
    };
    const [inserts, updates] = [await left('i'), await left('u')];
    const refused: Record<string, number> = {};
    // A row without a row of its key after the insert met no newer row of its own: something else keeps it out.
    let keptOut = 0;
    const inserted =
      inserts === 0
        ? 0
        : await this.inParts(rows, refused, async (from, to) => {
            const part = [from, to];
            const done = await this.count(
              `INSERT INTO ${sql} (${columns.map((column) => quoted(column.name)).join(', ')}) OVERRIDING SYSTEM VALUE
               SELECT ${columns.map((_, at) => value(at)).join(', ')} FROM ${name} s
                WHERE s.op = 'i' AND s.n BETWEEN $1 AND $2 ORDER BY s.n ON CONFLICT DO NOTHING`,
              part,
            );
            if (done < inserts) {
              keptOut += await this.count(
                `SELECT FROM ${name} s WHERE s.op = 'i' AND s.n BETWEEN $1 AND $2
                    AND NOT EXISTS (SELECT FROM ONLY ${sql} t WHERE ${join})`,
                part,
              );
            }
            return done;
          });
    if (keptOut > 0) refused[TAKEN] = keptOut;
    const sets = columns.flatMap((column, at) =>
      at < keys || column.always ? [] : [`${quoted(column.name)} = ${value(at)}`],
    );
    const updated =
      updates === 0 || sets.length === 0
        ? 0
        : await this.inParts(rows, refused, (from, to) =>
            this.count(
              `UPDATE ONLY ${sql} t SET ${sets.join(', ')} FROM ${name} s
                WHERE s.op = 'u' AND s.n BETWEEN $1 AND $2 AND ${join} AND ${this.old}`,
              [from, to],
            ),
          );
    const failed = Object.values(refused).reduce((sum, each) => sum + each, 0);
    const conflicts = inserts + updates - inserted - updated - failed;
    return { table: table.name, inserted, updated, deleted: 0, present, conflicts, refused };
  }

  private async remove({ table, name, rows }: Staged, result: SalvagedTable): Promise<SalvagedTable> {
    const refused = { ...result.refused };
    const deleted = await this.inParts(rows, refused, (from, to) =>
      this.count(
        `DELETE FROM ONLY ${table.sql} t USING ${name} s
          WHERE s.op = 'd' AND s.n BETWEEN $1 AND $2 AND ${joinOn(table, 's', 't')} AND ${this.old}`,
        [from, to],
      ),
    );
    return { ...result, deleted, refused };
  }

  /**
   * Runs a statement for all rows; where production refuses rows (a constraint, a length), for halves, so that only those
   * rows stay out. Repeats refused rows while some of them succeed: a row may need another one of its table first.
   */
  private async inParts(
    rows: number,
    refused: Record<string, number>,
    run: (from: number, to: number) => Promise<number>,
  ): Promise<number> {
    let total = 0;
    let ranges: [number, number][] = rows === 0 ? [] : [[1, rows]];
    for (;;) {
      const failed: { at: number; why: string }[] = [];
      const before = total;
      for (const [from, to] of ranges) total += await this.attempt(from, to, run, failed);
      if (failed.length === 0) return total;
      if (total === before) {
        for (const { why } of failed) refused[why] = (refused[why] ?? 0) + 1;
        return total;
      }
      ranges = failed.map(({ at }) => [at, at]);
    }
  }

  private async attempt(
    from: number,
    to: number,
    run: (from: number, to: number) => Promise<number>,
    failed: { at: number; why: string }[],
  ): Promise<number> {
    await this.client.query('SAVEPOINT rewind_rows');
    try {
      const done = await run(from, to);
      await this.client.query('RELEASE SAVEPOINT rewind_rows');
      return done;
    } catch (error) {
      const why = refusal(error);
      if (why === null) throw error;
      await this.client.query('ROLLBACK TO SAVEPOINT rewind_rows; RELEASE SAVEPOINT rewind_rows');
      if (from === to) {
        failed.push({ at: from, why });
        return 0;
      }
    }
    const middle = Math.floor((from + to) / 2);
    return (await this.attempt(from, middle, run, failed)) + (await this.attempt(middle + 1, to, run, failed));
  }

  /** A sequence's quoted name, as the server writes it: never a text of the file in a statement. */
  private async known(sequence: string): Promise<string | null> {
    const { rows } = await this.client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences
        WHERE format('%I.%I', schemaname, sequencename) = $1`,
      [sequence],
    );
    return rows[0]?.name ?? null;
  }

  private async advance(name: string, value: string): Promise<void> {
    const sql = await this.known(name);
    if (sql === null) return;
    await this.client.query(
      `SELECT setval($1::regclass, $2::bigint) FROM pg_sequence q, ${sql} s
        WHERE q.seqrelid = $1::regclass AND ((q.seqincrement > 0) = ($2::bigint > s.last_value)) AND $2::bigint <> s.last_value`,
      [sql, value],
    );
  }
}

/** Why a row stays out although production has none of its key. */
const TAKEN = 'another row holds its unique value, or a trigger left it out';

/** Why production refused a row, without its values; null if the error is not about a row. */
function refusal(error: unknown): string | null {
  const code = codeOf(error) ?? '';
  if (!/^(22|23)/.test(code) && code !== 'P0001') return null;
  const constraint =
    types.isNativeError(error) && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
  if (constraint !== '') return `constraint ${constraint}`;
  return code === 'P0001' ? `a trigger: ${messageOf(error).slice(0, 100)}` : `SQLSTATE ${code}`;
}
