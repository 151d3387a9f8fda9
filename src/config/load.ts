import { readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';
import type { z } from 'zod';
import { messageOf, RewindError } from '../core/errors.js';
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
 * @param path as given by the user, for messages
 * @param absolute where it lies
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
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number): { line: number; column: number } => {
    const position = lines.linePos(offset);
    return { line: position.line, column: position.col };
  };
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        ...at(error.pos[0]),
        key: 'YAML',
        message: error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? 'not YAML',
      })),
    };
  }
  const parsed = rewindConfig.safeParse(document.toJS());
  if (parsed.success) return { config: parsed.data };
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, document, at));
  return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

type Issue = z.core.$ZodIssue;

function problemsOf(
  issue: Issue,
  document: Document,
  at: (offset: number) => { line: number; column: number },
): ConfigProblem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...at(offsetOf(document, [...path, key], 'key')),
      key: keyText([...path, key]),
      message: 'unknown key; remove it or correct its spelling',
    }));
  }
  return [
    { ...at(offsetOf(document, path, 'value')), key: keyText(path), message: sentence(issue, valueAt(document, path)) },
  ];
}

/** zod's words, with the value that was found: never for what may hold a secret. */
function sentence(issue: Issue, found: unknown): string {
  if (issue.code === 'invalid_type' && found === undefined) return `is missing; expected ${issue.expected}`;
  if (issue.code === 'invalid_type')
    return `expected ${issue.expected}, found ${Array.isArray(found) ? 'array' : typeof found}`;
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'provider') {
    return 'unknown provider; see docs/providers for the list';
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

function valueAt(document: Document, path: readonly (string | number)[]): unknown {
  const node = document.getIn(path, true);
  return isScalar(node) ? node.value : isSeq(node) ? [] : isMap(node) ? {} : node;
}

/** Where the key or value lies in the text; for something missing, where its parent begins. */
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
