import type { DatabaseClient } from '../../../services/postgres/connection.js';
import { quoted } from '../../../services/postgres/connection.js';
import { newerThan, type Baseline } from '../../../services/postgres/loss-meter.js';
import { textsOf, type Shared } from './tables.js';

/** One row: the text of each shared column. */
export type Row = readonly (string | null)[];

/** One of the two databases, inside a transaction that sees one moment. */
export interface Side {
  readonly client: DatabaseClient;
  /** Rows newer than this were written since; null: any row may have been. */
  readonly baseline: Baseline | null;
}

/** Rows that are read or looked up at once. */
export const BATCH = 2000;

/** Rows of a query, as arrays of texts. */
export async function textRows(client: DatabaseClient, text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await client.query<(string | number | boolean | null)[]>({ text, values, rowMode: 'array' });
  return rows.map((row) => row.map((value) => (value === null ? null : String(value))));
}

let cursors = 0;

/** Reads a query in batches, in constant memory. */
export async function* inBatches(client: DatabaseClient, query: string, size = BATCH): AsyncGenerator<Row[]> {
  const name = `rewind_${(cursors += 1)}`;
  await client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${query}`);
  for (;;) {
    const rows = await textRows(client, `FETCH ${size} FROM ${name}`);
    if (rows.length > 0) yield rows;
    if (rows.length < size) break;
  }
  await client.query(`CLOSE ${name}`);
}

export const newer = ({ baseline }: Side, row: string): string =>
  baseline === null ? 'true' : newerThan(baseline, row);

/** Rows of a table, and how many of them were written since. @param table quoted */
export async function countRows(side: Side, table: string): Promise<{ rows: number; newer: number }> {
  const [[rows = '0', written = '0'] = []] = await textRows(
    side.client,
    `SELECT count(*), count(*) FILTER (WHERE ${newer(side, 't')}) FROM ONLY ${table} t`,
  );
  return { rows: Number(rows), newer: Number(written) };
}

/** The rows of a side that were written since. */
export const writtenRows = (side: Side, table: Shared, columns = table.columns): AsyncGenerator<Row[]> =>
  inBatches(side.client, `SELECT ${textsOf(table, columns, 't')} FROM ONLY ${table.sql} t WHERE ${newer(side, 't')}`);

/** What a side holds under a key. */
export interface Found {
  readonly changed: boolean;
  readonly row: Row;
}

/**
 * Looks up keys on a side.
 * @param keys rows that begin with the key
 * @param columns which values to read
 * @returns in the order of the keys; undefined where the side has no such row
 */
export async function lookUp(
  side: Side,
  table: Shared,
  keys: readonly Row[],
  columns: Shared['columns'] = table.columns,
): Promise<(Found | undefined)[]> {
  const key = table.columns.slice(0, table.keys);
  const rows = await textRows(
    side.client,
    `SELECT s.n, ${newer(side, 't')}${columns.length === 0 ? '' : `, ${textsOf(table, columns, 't')}`}
       FROM unnest(${key.map((_, at) => `$${at + 1}::text[]`).join(', ')}) WITH ORDINALITY AS s(${key.map((_, at) => `k${at}`).join(', ')}, n)
       JOIN ONLY ${table.sql} t ON ${joinOn(table, 's', 't')}`,
    key.map((_, at) => keys.map((row) => row[at])),
  );
  const found = new Array<Found | undefined>(keys.length).fill(undefined);
  for (const [place, changed, ...row] of rows) found[Number(place) - 1] = { changed: changed === 'true', row };
  return found;
}

/** The condition that two rows have one key; `texts` holds it as texts k0, k1, …. */
export function joinOn(table: Shared, texts: string, row: string): string {
  return table.columns
    .slice(0, table.keys)
    .map(({ name, type }, at) => `${row}.${quoted(name)} ${table.equals[at] ?? '='} ${texts}.k${at}::${type}`)
    .join(' AND ');
}
