import { z } from 'zod';
import type { Queryable } from './connection.js';

/** The parsed rows of a query. */
export async function select<T>(
  client: Queryable,
  row: z.ZodType<T>,
  sql: string,
  params: readonly unknown[] = [],
): Promise<T[]> {
  const { rows } = await client.query(sql, [...params]);
  return z.array(row).parse(rows);
}

export function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('a query that always gives a row gave none');
  return row;
}
