import type { Node } from 'libpg-query';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { statementsOf } from './sql.js';

/** A statement, parsed by PostgreSQL's own grammar. */
export interface ParsedStatement {
  readonly node: Node;
  /** Line of its first word, from 1: comments that accept a finding are above it. */
  readonly line: number;
  /** The original text, for messages. */
  readonly text: string;
  /** As written; for a statement in the body of a DO block, null: it may use the block's variables. */
  readonly sql: string | null;
  /** True for a DO block with parts that cannot be read before it runs: another language, EXECUTE, a call. */
  readonly opaque: boolean;
  /** @param offset in bytes from the first word, as in the nodes */
  readonly locate: (offset: number) => Position;
}

/** A statement that the grammar refuses. */
export interface RefusedStatement {
  readonly refused: string;
  readonly line: number;
  readonly text: string;
  readonly locate: () => Position;
}

/** Line and column, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

type Parser = typeof import('libpg-query');

/** The grammar is 1.7 MB of WebAssembly: loaded only for a script that is there. */
export async function loadParser(): Promise<Parser> {
  const parser = await import('libpg-query');
  try {
    await parser.loadModule();
  } catch (error) {
    throw new RewindError('program-damaged', `The grammar of PostgreSQL could not be loaded: ${messageOf(error)}`, {
      cause: error,
    });
  }
  return parser;
}

/**
 * Parses each statement separately, so that a refused one does not hide the others. The statements in the body of a DO
 * block follow the block.
 */
export async function parseStatements(script: string): Promise<(ParsedStatement | RefusedStatement)[]> {
  const parser = await loadParser();
  const lines = lineStarts(script);
  return statementsOf(script).flatMap(({ sql, text, line, from }): (ParsedStatement | RefusedStatement)[] => {
    const at = (length: number): Position => positionAt(lines, from + length);
    try {
      // In C, a NUL ends the text: the parser would ignore the rest.
      if (sql.includes('\0'))
        return [{ refused: 'it contains a NUL character', line, text, locate: () => at(sql.indexOf('\0')) }];
      const node = parser.parseSync(sql).stmts?.[0]?.stmt;
      if (node === undefined) return [];
      const locate = (offset: number): Position => at(Buffer.from(sql).subarray(0, offset).toString().length);
      const statement: ParsedStatement = { node, line, text, sql, opaque: false, locate };
      const inner = blockStatements(parser, sql, statement);
      return inner === null
        ? [{ ...statement, opaque: true }]
        : [{ ...statement, ...inner.block }, ...inner.statements];
    } catch (error) {
      const characters = parser.hasSqlDetails(error) ? (error.sqlDetails?.cursorPosition ?? 0) : 0;
      const length = Array.from(sql).slice(0, characters).join('').length;
      // Of the parser, or of what reads its result: neither says anything about the statement.
      const refused = error instanceof RangeError ? 'it is nested too deeply' : messageOf(error);
      return [{ refused, line, text, locate: () => at(length) }];
    }
  });
}

/** The offset of the first character of each line. */
function lineStarts(script: string): number[] {
  const starts = [0];
  for (let at = script.indexOf('\n'); at >= 0; at = script.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** By halves: a script may have any number of lines, and as many findings. */
function positionAt(starts: readonly number[], offset: number): Position {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

interface Block {
  readonly block: { readonly opaque: boolean };
  readonly statements: readonly ParsedStatement[];
}

/** The SQL of a DO block, without text that the block builds at run time and EXECUTEs; null if it cannot be read. */
function blockStatements(parser: Parser, sql: string, block: ParsedStatement): Block | null {
  if (!('DoStmt' in block.node)) return { block: { opaque: false }, statements: [] };
  const body = block.node.DoStmt.args?.flatMap((arg) => ('DefElem' in arg ? [arg.DefElem] : []));
  const as = body?.find(({ defname }) => defname === 'as');
  const language = body?.find(({ defname }) => defname === 'language')?.arg;
  if (language !== undefined && !('String' in language && language.String.sval === 'plpgsql')) return null;
  let tree: unknown;
  try {
    tree = parser.parsePlPgSQLSync(sql);
  } catch {
    // An error that the scratch database reports when it runs the block.
    return null;
  }
  const start = block.locate(as?.location ?? 0);
  let opaque = [...nodesIn(tree, 'PLpgSQL_stmt_dynexecute'), ...nodesIn(tree, 'PLpgSQL_stmt_dynfors')].length > 0;
  const statements = [...stepsIn(tree)].flatMap(({ step, query }): ParsedStatement[] => {
    const node = parsedOr(parser, query);
    if (node === undefined) {
      opaque = true;
      return [];
    }
    const line = start.line + (typeof step.lineno === 'number' ? step.lineno : 1) - 1;
    const locate = (): Position => ({ line, column: 1 });
    return [{ node, line: block.line, text: query, sql: null, opaque: false, locate }];
  });
  return { block: { opaque }, statements };
}

function parsedOr(parser: Parser, query: string): Node | undefined {
  try {
    return parser.parseSync(query).stmts?.[0]?.stmt;
  } catch {
    return undefined;
  }
}

/** Each statement of PL/pgSQL with a whole query, or with an assignment, as a query. */
function* stepsIn(tree: unknown): Generator<{ step: Record<string, unknown>; query: string }> {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [key, value] of Object.entries(tree)) {
    if (key.startsWith('PLpgSQL_stmt_') && typeof value === 'object' && value !== null) {
      const step = value as Record<string, unknown>;
      for (const part of Object.values(step)) {
        const query = queryOf(part);
        if (query !== null) yield { step, query };
      }
    }
    yield* stepsIn(value);
  }
}

/** The query of an expression: parse mode 0 is a statement, 3 and above an assignment (PostgreSQL's parser.h). */
function queryOf(part: unknown): string | null {
  if (typeof part !== 'object' || part === null || !('PLpgSQL_expr' in part)) return null;
  const { query, parseMode = 0 } = part.PLpgSQL_expr as { readonly query?: unknown; readonly parseMode?: unknown };
  if (typeof query !== 'string' || typeof parseMode !== 'number') return null;
  if (parseMode === 0) return query;
  return parseMode >= 3 ? query.replace(/^[^=]*?:?=/, 'SELECT ') : null;
}

/** Every node of a kind in a tree, at any depth. Without recursion: each `||` of an expression is one level deeper. */
export function* nodesIn(tree: unknown, kind: string): Generator<Record<string, unknown>> {
  const left: (readonly [key: string, value: unknown])[] = [['', tree]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [key, value] = next;
    if (key === kind) yield value as Record<string, unknown>;
    if (typeof value !== 'object' || value === null) continue;
    // One by one: the list of an INSERT may be longer than the arguments of a call.
    for (const entry of Object.entries(value).reverse()) left.push(entry);
  }
}
