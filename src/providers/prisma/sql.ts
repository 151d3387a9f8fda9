/** One statement of a script. */
export interface Statement {
  /** Without comments, white space collapsed: for matching and messages, not for execution. */
  readonly text: string;
  /** The executed text: as written, from its first word, without its semicolon. */
  readonly sql: string;
  /** Line of its first word, from 1. */
  readonly line: number;
  /** Offsets in the script: of its first word, and after its semicolon. */
  readonly from: number;
  readonly to: number;
}

/**
 * Splits a script into statements as psql does: ignores semicolons in comments, quoted names, strings (also E'' and
 * dollar-quoted bodies), parentheses (CREATE RULE) and function bodies (BEGIN ATOMIC … END).
 * PostgreSQL documentation, "Lexical Structure"; psql's rules for function bodies are in its psqlscan.l.
 */
export function statementsOf(script: string): Statement[] {
  const statements: Statement[] = [];
  let kept: string[] = [];
  let words: string[] = [];
  let from = 0;
  let startLine = 1;
  let line = 1;
  let parentheses = 0;
  let bodies = 0;

  const finish = (end: number, to: number): void => {
    const text = kept.join('').replace(SPACES, ' ').replace(/ $/, '');
    const sql = script.slice(from, end).replace(SPACES_AT_END, '');
    if (text !== '') statements.push({ text, sql, line: startLine, from, to });
    kept = [];
    words = [];
    parentheses = 0;
    bodies = 0;
  };

  for (let at = 0; at < script.length;) {
    const { kind, length } = tokenAt(script, at);
    const part = script.slice(at, at + length);
    if (kind === ';' && parentheses === 0 && bodies === 0) {
      finish(at, at + length);
    } else {
      if (kind === 'comment' || kind === 'space') {
        // A comment separates words like a space.
        if (kept.length > 0) kept.push(' ');
      } else {
        if (kept.length === 0) {
          from = at;
          startLine = line;
        }
        kept.push(part);
      }
      if (kind === '(') parentheses += 1;
      else if (kind === ')') parentheses = Math.max(0, parentheses - 1);
      else if (kind === 'word') {
        const word = part.toLowerCase();
        if (words.length < 4) words.push(word);
        if (parentheses === 0 && isRoutine(words)) bodies = Math.max(0, bodies + opened(word, bodies));
      }
    }
    line += part.split('\n').length - 1;
    at += length;
  }
  finish(script.length, script.length);
  return statements;
}

const isRoutine = (words: readonly string[]): boolean =>
  /^create (or replace )?(function|procedure)\b/.test(words.join(' '));

/** The change of nesting that a word causes inside the body of a routine. */
function opened(word: string, bodies: number): number {
  if (word === 'begin' || (word === 'case' && bodies > 0)) return 1;
  return word === 'end' ? -1 : 0;
}

type Kind = 'comment' | 'space' | 'quoted' | 'word' | 'other' | ';' | '(' | ')';

// In PostgreSQL (scan.l) every character beyond ASCII belongs to a word, including a non-breaking space.
const SPACE = /[ \t\n\r\f\v]+/y;
const SPACES = /[ \t\n\r\f\v]+/g;
const SPACES_AT_END = /[ \t\n\r\f\v]+$/;
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const COMMENT = /--[^\n\r]*/y;
/** A string may continue in the next line, with the same rules for backslashes. */
const CONTINUED = /(?:[ \t\f\v]|--[^\n\r]*)*[\n\r](?:[ \t\n\r\f\v]|--[^\n\r]*[\n\r])*(?=')/y;

function tokenAt(script: string, at: number): { kind: Kind; length: number } {
  const char = script.charAt(at);
  const two = script.slice(at, at + 2);
  if (two === '--') return { kind: 'comment', length: matchAt(COMMENT, script, at)?.length ?? 2 };
  if (two === '/*') return { kind: 'comment', length: commentLength(script, at) };
  if (char === "'" || char === '"') return { kind: 'quoted', length: quoteLength(script, at, char, false) };
  if (two === "E'" || two === "e'") return { kind: 'quoted', length: 1 + escapedLength(script, at + 1) };
  if (char === '$') {
    const tag = matchAt(DOLLAR, script, at);
    return tag === null ? { kind: 'other', length: 1 } : { kind: 'quoted', length: dollarLength(script, at, tag) };
  }
  if (char === ';' || char === '(' || char === ')') return { kind: char, length: 1 };
  const word = matchAt(WORD, script, at);
  if (word !== null) return { kind: 'word', length: word.length };
  const space = matchAt(SPACE, script, at);
  return space === null ? { kind: 'other', length: 1 } : { kind: 'space', length: space.length };
}

function matchAt(pattern: RegExp, script: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(script)?.[0] ?? null;
}

/** Block comments nest. */
function commentLength(script: string, from: number): number {
  let depth = 0;
  for (let at = from; at < script.length; at += 1) {
    const two = script.slice(at, at + 2);
    if (two === '/*') {
      depth += 1;
      at += 1;
    } else if (two === '*/') {
      depth -= 1;
      at += 1;
      if (depth === 0) return at + 1 - from;
    }
  }
  return script.length - from;
}

function quoteLength(script: string, from: number, quote: string, escapes: boolean): number {
  for (let at = from + 1; at < script.length; at += 1) {
    const char = script.charAt(at);
    if (escapes && char === '\\') at += 1;
    else if (char === quote) {
      if (script.charAt(at + 1) !== quote) return at + 1 - from;
      at += 1;
    }
  }
  return script.length - from;
}

function escapedLength(script: string, from: number): number {
  let length = quoteLength(script, from, "'", true);
  for (;;) {
    const gap = matchAt(CONTINUED, script, from + length);
    if (gap === null) return length;
    length += gap.length + quoteLength(script, from + length + gap.length, "'", true);
  }
}

function dollarLength(script: string, from: number, tag: string): number {
  const end = script.indexOf(tag, from + tag.length);
  return end < 0 ? script.length - from : end + tag.length - from;
}

/** Statements that PostgreSQL rejects inside a transaction block. */
const NOT_IN_TRANSACTION =
  /^(CREATE (UNIQUE )?INDEX CONCURRENTLY|DROP INDEX CONCURRENTLY|REINDEX\b.*\bCONCURRENTLY|REINDEX (\(.*?\) ?)?(SCHEMA|DATABASE|SYSTEM)|VACUUM|CREATE DATABASE|DROP DATABASE|CREATE TABLESPACE|DROP TABLESPACE|ALTER SYSTEM|ALTER TABLE .* DETACH PARTITION .* CONCURRENTLY|CREATE SUBSCRIPTION|DROP SUBSCRIPTION|CLUSTER$)/i;
/** Statements that would end the transaction of a down migration. */
const TRANSACTION_CONTROL = /^(BEGIN|START TRANSACTION|COMMIT|END|ROLLBACK|ABORT|PREPARE TRANSACTION)\b/i;
export interface ScriptFacts {
  readonly statements: readonly Statement[];
  readonly outsideTransaction: readonly Statement[];
  readonly control: readonly Statement[];
}

export function factsOf(script: string): ScriptFacts {
  const statements = statementsOf(script);
  const matching = (pattern: RegExp): Statement[] => statements.filter(({ text }) => pattern.test(text));
  return {
    statements,
    outsideTransaction: matching(NOT_IN_TRANSACTION),
    control: matching(TRANSACTION_CONTROL),
  };
}

export const cannotRunInTransaction = ({ text }: Statement): boolean => NOT_IN_TRANSACTION.test(text);

/** The script without BEGIN and COMMIT, which `prisma migrate diff` writes around a change of an enum. */
export function withoutControl(script: string): string {
  return factsOf(script).control.reduceRight((text, { from, to }) => {
    const after = text.slice(to).replace(/^[ \t]*\n/, '');
    return text.slice(0, from) + after;
  }, script);
}

/** Line (from 1) of a position as PostgreSQL reports it: in characters, from 1. */
export function lineAt(script: string, position: number): number {
  return (
    Array.from(script)
      .slice(0, position - 1)
      .filter((char) => char === '\n').length + 1
  );
}

/** The index of a CREATE or DROP INDEX CONCURRENTLY, quoted as written; null without a name or for other statements. */
export function indexOf({ text }: Statement): string | null {
  const match =
    /^(?:CREATE (?:UNIQUE )?INDEX CONCURRENTLY (?:IF NOT EXISTS )?|DROP INDEX CONCURRENTLY (?:IF EXISTS )?)((?:"(?:[^"]|"")+"|[^\s".(,]+)(?:\.(?:"(?:[^"]|"")+"|[^\s".(,]+))?)/i.exec(
      text,
    );
  const name = match?.[1];
  return name === undefined || /^on$/i.test(name) ? null : name;
}
