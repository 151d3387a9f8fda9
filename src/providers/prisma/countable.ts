import type { Node } from 'libpg-query';
import { quoted } from '../../services/postgres/connection.js';
import { nodesIn } from './parser.js';
import { partsOf } from './objects.js';

export type Parser = typeof import('libpg-query');

export interface Countable {
  readonly where: { readonly alias: string; readonly condition: string } | null;
  readonly atMost: boolean;
}

/**
 * The condition of a DELETE or UPDATE of one table, if the rows that it meets can be counted: no other table, and no
 * function that could do more than read. A statement without a condition meets all rows.
 * @returns null if it cannot be counted
 */
export function countableWhere(parser: Parser, sql: string, node: Node): Countable | null {
  const statement = 'DeleteStmt' in node ? node.DeleteStmt : 'UpdateStmt' in node ? node.UpdateStmt : null;
  if (statement === null) return null;
  const others =
    'DeleteStmt' in node ? node.DeleteStmt.usingClause : 'UpdateStmt' in node && node.UpdateStmt.fromClause;
  if (statement.withClause !== undefined || (Array.isArray(others) && others.length > 0)) return null;
  const wanted = statement.whereClause;
  if (wanted === undefined) return { where: null, atMost: false };
  const calls = [...nodesIn(wanted, 'FuncCall')].map(({ funcname }) => partsOf(funcname as readonly Node[]));
  if (!calls.every((parts) => PURE.test(parts.filter((part) => part !== 'pg_catalog').join('.')))) return null;
  const condition = textOfWhere(parser, sql);
  if (condition === null) return null;
  const alias = statement.relation?.alias?.aliasname;
  const where = { alias: alias === undefined ? '' : quoted(alias), condition };
  return isSame(parser, condition, wanted) ? { where, atMost: false } : null;
}

/** Functions that only compute. */
const PURE =
  /^(lower|upper|length|char_length|octet_length|btrim|ltrim|rtrim|left|right|substring|position|replace|concat|md5|abs|round|floor|ceil|mod|now|date_trunc|date_part|extract|to_char|to_date|age|starts_with|array_length|cardinality|jsonb_typeof|jsonb_array_length|count|max|min|sum)$/;

/** The text between WHERE and RETURNING, outside of parentheses. Offsets of the scanner are bytes. */
function textOfWhere(parser: Parser, sql: string): string | null {
  const bytes = Buffer.from(sql);
  let depth = 0;
  let from: number | null = null;
  let to = bytes.length;
  for (const { start, end, text } of parser.scanSync(sql).tokens) {
    if (text === '(') depth += 1;
    else if (text === ')') depth -= 1;
    else if (depth === 0 && from === null && /^where$/i.test(text)) from = end;
    else if (depth === 0 && from !== null && /^returning$/i.test(text)) to = Math.min(to, start);
  }
  return from === null ? null : bytes.subarray(from, to).toString();
}

/** True if the text, in parentheses, means what the statement means. */
function isSame(parser: Parser, condition: string, wanted: Node): boolean {
  try {
    const statement = parser.parseSync(`SELECT 1 WHERE (${condition}\n)`).stmts;
    const node = statement?.length === 1 ? statement[0]?.stmt : undefined;
    if (node === undefined || !('SelectStmt' in node)) return false;
    return shapeOf(node.SelectStmt.whereClause) === shapeOf(wanted);
  } catch {
    return false;
  }
}

const shapeOf = (node: unknown): string =>
  JSON.stringify(node, (key, value: unknown) => (/location$|_start$|_end$/.test(key) ? undefined : value));
