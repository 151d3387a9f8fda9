import { isMap, isPair, isScalar, parse, parseDocument, visit, type Pair, type YAMLMap } from 'yaml';

/** The keys of `permissions` that the schema of act 0.2.89 knows. */
const PERMISSIONS = new Set(
  (
    'actions attestations checks contents deployments discussions id-token issues models packages pages ' +
    'pull-requests repository-projects security-events statuses'
  ).split(' '),
);

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : '');
const rangeOf = (node: unknown): readonly [number, number, number] | undefined =>
  (node as { range?: [number, number, number] | null } | null)?.range ?? undefined;

/** Cuts one `key: value` out of the text: whole lines in a block, the words and one comma in `{a: b, c: d}`. */
function cut(text: string, map: YAMLMap, pair: Pair): Edit {
  const from = rangeOf(pair.key)?.[0] ?? 0;
  const to = rangeOf(pair.value)?.[1] ?? rangeOf(pair.key)?.[1] ?? from;
  if (map.flow !== true) {
    const lineEnd = text.indexOf('\n', to);
    return { from: text.lastIndexOf('\n', from) + 1, to: lineEnd === -1 ? text.length : lineEnd + 1, text: '' };
  }
  const before = /,\s*$/.exec(text.slice(0, from));
  const after = /^\s*,\s*/.exec(text.slice(to));
  if (before !== null) return { from: from - before[0].length, to, text: '' };
  return { from, to: to + (after?.[0].length ?? 0), text: '' };
}

/**
 * A workflow or action file as act 0.2.89 can read it, whose schema is older than this syntax: `$/path` becomes the slug
 * and ref of the product (`self`); `concurrency.queue`, `environment.deployment` and unknown keys of `permissions`, which
 * act ignores anyway, are removed. Every other byte stays as it is.
 */
export function mapForAct(text: string, self: { readonly slug: string; readonly ref: string }): string {
  const edits: Edit[] = [];
  visit(parseDocument(text), {
    Pair(_, pair) {
      const { key, value } = { key: keyOf(pair), value: pair.value };
      if (key === 'uses' && isScalar(value) && typeof value.value === 'string' && value.value.startsWith('$/')) {
        const [from, to] = rangeOf(value) ?? [0, 0];
        edits.push({ from, to, text: `${self.slug}/${value.value.slice(2)}@${self.ref}` });
      }
      if (!isMap(value)) return;
      const unknown = (name: string): boolean =>
        (key === 'concurrency' && name === 'queue') ||
        (key === 'environment' && name === 'deployment') ||
        (key === 'permissions' && !PERMISSIONS.has(name));
      for (const item of value.items) {
        if (isPair(item) && unknown(keyOf(item))) edits.push(cut(text, value, item));
      }
    },
  });
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((out, e) => out.slice(0, e.from) + e.text + out.slice(e.to), text);
}

/** Every `uses:` of a workflow or action file, in order. */
export function usesOf(text: string): string[] {
  const found: string[] = [];
  visit(parseDocument(text), {
    Pair(_, pair) {
      if (keyOf(pair) === 'uses' && isScalar(pair.value)) found.push(String(pair.value.value));
    },
  });
  return found;
}

/** `owner/name[/path]@ref`, or undefined for a local (`./`, `$/`) or container action. */
export function remoteUse(uses: string): { slug: string; path: string; ref: string } | undefined {
  const match = /^([^./$][^/@]*\/[^/@]+)(?:\/([^@]*))?@(.+)$/.exec(uses);
  return match === null || uses.includes('://')
    ? undefined
    : { slug: match[1] ?? '', path: match[2] ?? '', ref: match[3] ?? '' };
}

export interface JobPlan {
  readonly id: string;
  readonly name: string;
  readonly uses?: string;
}

interface Workflow {
  readonly name?: string;
  readonly on?: { readonly workflow_dispatch?: { readonly inputs?: Record<string, DispatchInput> } | null };
  readonly jobs?: Record<string, { readonly name?: string; readonly uses?: string }>;
}

interface DispatchInput {
  readonly type?: string;
  readonly required?: boolean;
  readonly default?: string | boolean | number;
  readonly options?: readonly string[];
}

/** The jobs that a workflow file declares. */
export function jobsOf(text: string): JobPlan[] {
  return Object.entries((parse(text) as Workflow).jobs ?? {}).map(([id, job]) => ({
    id,
    name: job.name ?? id,
    ...(job.uses === undefined ? {} : { uses: job.uses }),
  }));
}

/**
 * The inputs of a dispatch as GitHub puts them into the event: all strings, defaults filled in. Like GitHub, and unlike
 * act, it refuses an unknown input, a missing required one, and a choice that is not among the options.
 */
export function dispatchInputs(text: string, given: Readonly<Record<string, string | boolean | number>>) {
  const declared = (parse(text) as Workflow).on?.workflow_dispatch?.inputs ?? {};
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0) throw new Error(`dispatch refused: unexpected inputs ${unknown.join(', ')}`);
  const inputs: Record<string, string> = {};
  for (const [name, input] of Object.entries(declared)) {
    const value = given[name] ?? input.default;
    if (value === undefined || value === '') {
      if (input.required === true) throw new Error(`dispatch refused: required input ${name} is missing`);
      if (input.type === 'boolean') inputs[name] = 'false';
      else inputs[name] = '';
      continue;
    }
    if (input.type === 'choice' && !(input.options ?? []).map(String).includes(String(value))) {
      throw new Error(
        `dispatch refused: ${name} is "${String(value)}", not one of ${(input.options ?? []).join(', ')}`,
      );
    }
    inputs[name] = String(value);
  }
  return inputs;
}
