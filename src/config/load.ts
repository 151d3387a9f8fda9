import { readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node, type Pair } from 'yaml';
import type { z } from 'zod';
import { messageOf, RewindError } from '../runtime/errors.js';
import { PROVIDER_CONFIGS } from '../providers/configs.js';
import { rewindConfig, type RewindConfig } from './schema.js';

export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  /** Path of the key, e.g. `resources[2].url`. */
  readonly key: string;
  readonly message: string;
}

/**
 * Reads, parses and validates rewind.yml; reports every problem at once, each with file, line, key and remedy.
 *
 * @param path the user's path, for messages
 * @param absolute its absolute path
 * @throws RewindError config-not-found, config-invalid
 */
export function loadConfig(path: string, absolute: string): RewindConfig {
  let text: string;
  try {
    text = readFileSync(absolute, 'utf8');
  } catch (error) {
    throw new RewindError('config-not-found', `${path} could not be read: ${messageOf(error)}`, { cause: error });
  }
  const result = parseConfig(text);
  if ('config' in result) return result.config;
  throw new RewindError('config-invalid', `${path} has ${result.problems.length} mistake(s). Nothing was changed.`, {
    problems: result.problems.map(({ line, column, key, message }) => `${path}:${line}:${column}: ${key}: ${message}`),
  });
}

/** Pure part of `loadConfig`. */
export function parseConfig(text: string): { config: RewindConfig } | { problems: ConfigProblem[] } {
  const lines = new LineCounter();
  // logLevel: the parser's own log may repeat values of the file.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'error' });
  const at: Locate = (offset) => {
    const position = lines.linePos(offset);
    return { line: position.line, column: position.col };
  };
  // The parser warns about an unknown tag or version and guesses its meaning; we refuse it.
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    return { problems: broken.map((error) => ({ ...at(error.pos[0]), key: 'YAML', message: yamlMessage(error) })) };
  }
  const plain = plainValue(document, at);
  if ('problems' in plain) return plain;
  const parsed = rewindConfig.safeParse(plain.value);
  if (parsed.success) return { config: parsed.data };
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, document, plain.value, at));
  return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** Line (from 1) of a value of a valid file; of its parent, if the value is a default. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' });
  return lines.linePos(offsetOf(document, path, 'value')).line;
}

type Locate = (offset: number) => { line: number; column: number };

/** The parser's message, without the file excerpt and the tag name: both may be secrets. */
function yamlMessage(error: { readonly code: string; readonly message: string }): string {
  if (error.code === 'TAG_RESOLVE_FAILED') return 'tags (!…) are not supported; quote the value if it is text';
  return error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? 'not YAML';
}

/** The document as plain values. Aliases are resolved here: they may have no anchor, or expand without limit. */
function plainValue(document: Document, at: Locate): { value: unknown } | { problems: ConfigProblem[] } {
  const offsets: number[] = [];
  const problems: ConfigProblem[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      const offset = alias.range?.[0] ?? 0;
      offsets.push(offset);
      if (alias.resolve(document) === undefined) {
        problems.push({
          ...at(offset),
          key: 'YAML',
          message: 'an alias (*…) has no anchor (&…) before it',
        });
      }
    },
  });
  if (problems.length > 0) return { problems };
  try {
    return { value: document.toJS() };
  } catch {
    const message = 'aliases (*…) expand too far; write the values out';
    return { problems: [{ ...at(offsets[0] ?? 0), key: 'YAML', message }] };
  }
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, document: Document, value: unknown, at: Locate): ConfigProblem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...at(offsetOf(document, [...path, key], 'key')),
      key: keyText([...path, key]),
      message: 'unknown key; remove it or correct its spelling',
    }));
  }
  return [
    { ...at(offsetOf(document, path, 'value')), key: keyText(path), message: sentence(issue, valueAt(value, path)) },
  ];
}

/** zod's message, with the type of the actual value; never the value, which may be a secret. */
function sentence(issue: Issue, actual: unknown): string {
  if (issue.code === 'invalid_type' && actual === undefined) return `is missing; expected ${issue.expected}`;
  if (issue.code === 'invalid_type')
    return `expected ${issue.expected}, found ${actual === null ? 'nothing' : Array.isArray(actual) ? 'array' : typeof actual}`;
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'provider') {
    return `unknown provider; use one of ${PROVIDER_CONFIGS.map(({ shape }) => shape.provider.value).join(', ')}`;
  }
  return issue.message;
}

function keyText(path: readonly (string | number)[]): string {
  const text = path.reduce<string>(
    (sum, part) => (typeof part === 'number' ? `${sum}[${part}]` : `${sum}.${part}`),
    '',
  );
  return text.replace(/^\./, '') || 'file';
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inside, part) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, part) : undefined),
    value,
  );
}

/** Offset of the key or value in the text; for a missing value, the offset of its parent. */
function offsetOf(document: Document, path: readonly (string | number)[], what: 'key' | 'value'): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = (parent.items as Pair<Node, Node | null>[]).find(
        (item) => isScalar(item.key) && item.key.value === last,
      );
      const node = what === 'key' || !pair?.value ? pair?.key : pair.value;
      if (node?.range) return node.range[0];
    }
    if (isSeq(parent) && typeof last === 'number') {
      const node = parent.items[last] as Node | undefined;
      if (node?.range) return node.range[0];
    }
  }
  return document.contents?.range?.[0] ?? 0;
}
