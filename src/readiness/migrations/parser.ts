import type { Node } from 'libpg-query';
import { statementsOf } from '../../providers/prisma/sql.js';
import { messageOf } from '../../runtime/errors.js';

/** A statement, parsed by PostgreSQL's own grammar. */
export interface ParsedStatement {
  readonly node: Node;
  /** Line of its first word, from 1: comments that accept a finding are above it. */
  readonly line: number;
  /** The original text, for messages. */
  readonly text: string;
  /** @param offset in bytes from the first word, as in the nodes */
  readonly locate: (offset: number) => Position;
}

/** A statement that the grammar refuses. */
export interface RefusedStatement {
  readonly refused: string;
  readonly line: number;
  readonly locate: () => Position;
}

/** Line and column, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

type Parser = typeof import('libpg-query');

/** The grammar is 1.7 MB of WebAssembly: only a pull request with a new migration loads it. */
async function loadParser(): Promise<Parser> {
  const parser = await import('libpg-query');
  await parser.loadModule();
  return parser;
}

/**
 * Parses each statement separately, so that a refused one does not hide the others. The statements in the body of a DO
 * block follow the block.
 */
export async function parseStatements(script: string): Promise<(ParsedStatement | RefusedStatement)[]> {
  const parser = await loadParser();
  return statementsOf(script).flatMap(({ sql, text, line, from }): (ParsedStatement | RefusedStatement)[] => {
    const at = (length: number): Position => positionAt(script, from + length);
    try {
      // In C, a NUL ends the text: the parser would ignore the rest.
      if (sql.includes('\0'))
        return [{ refused: 'it contains a NUL character', line, locate: () => at(sql.indexOf('\0')) }];
      const node = parser.parseSync(sql).stmts?.[0]?.stmt;
      if (node === undefined) return [];
      const locate = (offset: number): Position => at(Buffer.from(sql).subarray(0, offset).toString().length);
      const statement: ParsedStatement = { node, line, text, locate };
      return [statement, ...blockStatements(parser, sql, statement)];
    } catch (error) {
      const characters = parser.hasSqlDetails(error) ? (error.sqlDetails?.cursorPosition ?? 0) : 0;
      const length = Array.from(sql).slice(0, characters).join('').length;
      return [{ refused: messageOf(error), line, locate: () => at(length) }];
    }
  });
}

function positionAt(script: string, offset: number): Position {
  const before = script.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The SQL of a DO block, without text that the block builds at run time and EXECUTEs. */
function blockStatements(parser: Parser, sql: string, block: ParsedStatement): ParsedStatement[] {
  if (!('DoStmt' in block.node)) return [];
  const body = block.node.DoStmt.args?.flatMap((arg) => ('DefElem' in arg ? [arg.DefElem] : []));
  const as = body?.find(({ defname }) => defname === 'as');
  let tree: unknown;
  try {
    tree = parser.parsePlPgSQLSync(sql);
  } catch {
    // Another language, or an error that the scratch database reports when it runs the block.
    return [];
  }
  const start = block.locate(as?.location ?? 0);
  return [...nodesIn(tree, 'PLpgSQL_stmt_execsql')].flatMap((inner): ParsedStatement[] => {
    const query = [...nodesIn(inner, 'PLpgSQL_expr')][0]?.query;
    if (typeof query !== 'string') return [];
    const node = parser.parseSync(query).stmts?.[0]?.stmt;
    const line = start.line + (typeof inner.lineno === 'number' ? inner.lineno : 1) - 1;
    return node === undefined ? [] : [{ node, line: block.line, text: query, locate: () => ({ line, column: 1 }) }];
  });
}

/** Every node of a kind in a tree, at any depth. */
export function* nodesIn(tree: unknown, kind: string): Generator<Record<string, unknown>> {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [key, value] of Object.entries(tree)) {
    if (key === kind) yield value as Record<string, unknown>;
    yield* nodesIn(value, kind);
  }
}
