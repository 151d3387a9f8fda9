import type { z } from 'zod';

export type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  object: 'a mapping (key: value)',
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  record: 'a mapping (key: value)',
  tuple: 'a list',
};

/** A mistake in plain words. Names the kind of the actual value, never the value, which may be a secret. */
export function explainIssue(issue: Issue, actual: unknown): string {
  const missing = actual === undefined;
  switch (issue.code) {
    case 'invalid_type': {
      const expected = `expected ${KINDS[issue.expected] ?? issue.expected}`;
      if (missing) return `is missing; ${expected}`;
      if (actual === null && issue.path.length === 0) return 'is empty; copy examples/rewind.yml and adapt it';
      const quotes = issue.expected === 'string' && typeof actual !== 'object' ? '; put it in quotes' : '';
      return `${expected}, found ${kindOf(actual)}${quotes}`;
    }
    case 'invalid_value':
      return `${missing ? 'is missing; ' : ''}must be ${oneOf(issue.values)}`;
    case 'invalid_union':
      if (!('options' in issue)) return issue.message;
      return `${missing ? 'is missing' : `unknown ${String(issue.path.at(-1))}`}; use ${oneOf(issue.options ?? [])}`;
    case 'too_small':
      if (issue.origin === 'array') return `needs at least ${String(issue.minimum)} entry`;
      if (issue.origin === 'string') return 'must not be empty';
      return `must be ${issue.inclusive === false ? 'above' : 'at least'} ${String(issue.minimum)}`;
    case 'too_big':
      return `must be at most ${String(issue.maximum)}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  // Where a number is wrong, its kind is what is wrong with it.
  if (typeof value === 'number' && !Number.isFinite(value)) return 'no finite number';
  if (typeof value === 'number' && !Number.isInteger(value)) return 'a fraction';
  return (Array.isArray(value) ? KINDS.array : KINDS[typeof value]) ?? typeof value;
}

const oneOf = (values: readonly unknown[]): string =>
  `${values.length === 1 ? '' : 'one of '}${values.map(String).join(', ')}`;
