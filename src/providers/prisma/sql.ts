/** One statement of a script, without comments. */
export interface Statement {
  readonly text: string;
  /** Line of its first word, from 1. */
  readonly line: number;
}

/**
 * Splits a script into its statements: comments, quoted names, strings (also E'' and dollar-quoted bodies) are understood,
 * so that a semicolon inside them does not count. PostgreSQL documentation, "Lexical Structure".
 */
export function statementsOf(script: string): Statement[] {
  const statements: Statement[] = [];
  let text = '';
  let line = 1;
  let startLine = 1;
  let at = 0;
  const take = (length: number, keep: boolean): void => {
    const part = script.slice(at, at + length);
    if (text.trim() === '' && part.trim() !== '' && keep) startLine = line;
    // A comment separates words like a space does.
    text += keep ? part : ' ';
    line += part.split('\n').length - 1;
    at += length;
  };
  const finish = (): void => {
    const trimmed = text.replace(/\s+/g, ' ').trim();
    if (trimmed !== '') statements.push({ text: trimmed, line: startLine });
    text = '';
  };
  while (at < script.length) {
    const rest = script.slice(at, at + 2);
    const char = script.charAt(at);
    if (rest === '--') take(lengthUntil(script, at, '\n', 0), false);
    else if (rest === '/*') take(commentLength(script, at), false);
    else if (char === "'") take(quoteLength(script, at, "'", /[eE]$/.test(text)), true);
    else if (char === '"') take(quoteLength(script, at, '"', false), true);
    else if (char === '$' && dollarTag(script, at) !== null) take(dollarLength(script, at), true);
    else if (char === ';') {
      at += 1;
      finish();
    } else take(1, true);
  }
  finish();
  return statements;
}

function lengthUntil(script: string, from: number, what: string, including: number): number {
  const end = script.indexOf(what, from);
  return end < 0 ? script.length - from : end - from + including;
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

function dollarTag(script: string, at: number): string | null {
  // "a$b$" is a name: a tag begins where no word is under way.
  if (/[\w$]/.test(script.charAt(at - 1))) return null;
  return /^\$([A-Za-z_]\w*)?\$/.exec(script.slice(at, at + 66))?.[0] ?? null;
}

function dollarLength(script: string, from: number): number {
  const tag = dollarTag(script, from) ?? '$$';
  const end = script.indexOf(tag, from + tag.length);
  return end < 0 ? script.length - from : end + tag.length - from;
}

/** Statements that PostgreSQL refuses inside a transaction block. */
const NOT_IN_TRANSACTION =
  /^(CREATE (UNIQUE )?INDEX CONCURRENTLY|DROP INDEX CONCURRENTLY|REINDEX\b.*\bCONCURRENTLY|VACUUM|CREATE DATABASE|DROP DATABASE|CREATE TABLESPACE|DROP TABLESPACE|ALTER SYSTEM|ALTER TABLE .* DETACH PARTITION .* CONCURRENTLY|CREATE SUBSCRIPTION|DROP SUBSCRIPTION|CLUSTER$)/i;
/** Statements that would end the transaction that makes a down migration all or nothing. */
const TRANSACTION_CONTROL = /^(BEGIN|START TRANSACTION|COMMIT|END|ROLLBACK|ABORT|PREPARE TRANSACTION)\b/i;
const LOSES_DATA =
  /\b(DROP TABLE|DROP COLUMN|DROP SCHEMA|DROP MATERIALIZED VIEW|TRUNCATE|DELETE FROM)\b|^ALTER TABLE .* DROP (?!CONSTRAINT|DEFAULT|NOT NULL|IDENTITY|EXPRESSION)/i;
/** Can be run again after an interruption without an error. */
const REPEATABLE = /\bIF (NOT )?EXISTS\b|^(VACUUM|REINDEX)/i;

export interface ScriptFacts {
  readonly statements: number;
  readonly outsideTransaction: readonly Statement[];
  readonly control: readonly Statement[];
  readonly losing: readonly Statement[];
  readonly repeatable: boolean;
}

export function factsOf(script: string): ScriptFacts {
  const statements = statementsOf(script);
  const matching = (pattern: RegExp): Statement[] => statements.filter(({ text }) => pattern.test(text));
  return {
    statements: statements.length,
    outsideTransaction: matching(NOT_IN_TRANSACTION),
    control: matching(TRANSACTION_CONTROL),
    losing: matching(LOSES_DATA),
    repeatable: statements.every(({ text }) => REPEATABLE.test(text)),
  };
}
