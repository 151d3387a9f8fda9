import { keyText } from './merge.js';
import { textRows, type Row, type Side } from './read.js';
import { hashOf, textOf, type Shared } from './tables.js';

/**
 * Finds differing rows of two big tables without sending them: the server sums hashes in buckets, by the hash of the key,
 * and only differing buckets are read. One level: scattered changes make all buckets of a coarser level differ.
 */
const ROWS_PER_BUCKET = 20;
const MAX_BITS = 18;
/** Rows of differing buckets that are held at once. */
const ROWS_AT_ONCE = 100_000;

export interface Difference {
  /** Keys that only the first side holds, and keys whose rows differ. */
  readonly first: readonly Row[];
  /** Keys that only the second side holds. */
  readonly second: readonly Row[];
}

/** @param compare `rows`: the values of all shared columns; `keys`: only which keys there are */
export async function* differences(
  first: Side,
  second: Side,
  table: Shared,
  compare: 'rows' | 'keys',
  rows: number,
): AsyncGenerator<Difference> {
  const bits = Math.min(MAX_BITS, Math.max(4, Math.ceil(Math.log2(rows / ROWS_PER_BUCKET + 1))));
  const hashes = hashed(table, compare, 2 ** bits - 1);
  const [a, b] = await Promise.all([sums(first, hashes, 2 ** bits), sums(second, hashes, 2 ** bits)]);
  const differing: number[] = [];
  for (let at = 0; at < a.xor.length; at += 1) {
    if (a.xor[at] !== b.xor[at] || a.count[at] !== b.count[at]) differing.push(at);
  }
  const slice = Math.max(1, Math.floor((ROWS_AT_ONCE * 2 ** bits) / Math.max(rows, 1)));
  for (let from = 0; from < differing.length; from += slice) {
    const chosen = differing.slice(from, from + slice);
    const [left, right] = await Promise.all([
      keysIn(first, table, hashes, chosen),
      keysIn(second, table, hashes, chosen),
    ]);
    const of = (entries: ReadonlyMap<string, Entry>, test: (entry: Entry, key: string) => boolean): Row[] =>
      [...entries].filter(([key, entry]) => test(entry, key)).map(([, { key }]) => key);
    yield {
      first: of(left, ({ hash }, key) => right.get(key)?.hash !== hash),
      second: of(right, (_entry, key) => !left.has(key)),
    };
  }
}

/** The hashes of each row as columns: bucket, hash; and the texts of its key. */
function hashed(table: Shared, compare: 'rows' | 'keys', mask: number): string {
  const key = table.columns.slice(0, table.keys);
  const value = compare === 'keys' ? key : table.columns;
  return `SELECT (${hashOf(table, key, 't')} & ${mask})::int AS bucket, ${hashOf(table, value, 't')} AS hash,
                 ${key.map((column, at) => `${textOf(column, 't', true)} AS k${at}`).join(', ')}
            FROM ONLY ${table.sql} t`;
}

async function sums(side: Side, hashes: string, buckets: number): Promise<{ xor: BigInt64Array; count: Int32Array }> {
  const result = { xor: new BigInt64Array(buckets), count: new Int32Array(buckets) };
  const query = `SELECT bucket, bit_xor(hash), count(*) FROM (${hashes}) h GROUP BY 1`;
  // Not by a cursor: the server plans none in parallel. At most 2^18 rows.
  for (const [bucket, xor, count] of await textRows(side.client, query)) {
    result.xor[Number(bucket)] = BigInt(xor ?? '0');
    result.count[Number(bucket)] = Number(count);
  }
  return result;
}

interface Entry {
  readonly key: Row;
  readonly hash: string;
}

async function keysIn(
  { client }: Side,
  table: Shared,
  hashes: string,
  buckets: readonly number[],
): Promise<Map<string, Entry>> {
  const key = table.columns.slice(0, table.keys).map((_, at) => `h.k${at}`);
  const rows = await textRows(
    client,
    `SELECT h.hash, ${key.join(', ')} FROM (${hashes}) h WHERE h.bucket = ANY ($1::int[])`,
    [buckets],
  );
  return new Map(rows.map(([hash, ...texts]) => [keyText(texts), { key: texts, hash: hash ?? '' }]));
}
