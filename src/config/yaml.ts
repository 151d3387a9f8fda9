import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node, type Pair } from 'yaml';

/** A mistake in the configuration file, at a place in its text. */
export interface ConfigProblem {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Path of the key, e.g. `resources[2].url`. */
  readonly key: string;
  readonly message: string;
}
export type Place = Pick<ConfigProblem, 'line' | 'column'>;
export type Path = readonly (string | number)[];

/** The file as plain values, and where each key and value is in the text. */
export interface YamlFile {
  readonly value: unknown;
  /** A missing value is at its parent. */
  place(path: Path, what: 'key' | 'value'): Place;
}

/** Problems that do not hide what follows them. After any other, the parser guesses at the structure. */
const INDEPENDENT = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

/** Parses YAML strictly. Unknown tags, aliases without an anchor, merge keys and further documents are problems. */
export function readYaml(text: string): YamlFile | { readonly problems: ConfigProblem[] } {
  const { document, at } = parse(text);
  // The parser warns about an unknown tag or version and guesses its meaning; we refuse it.
  const broken = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const first = broken.findIndex(({ code }) => !INDEPENDENT.has(code));
  const told = first === -1 ? broken : broken.slice(0, first + 1);
  if (told.length > 0) return { problems: told.map((error) => problem(at(error.pos[0]), messageFor(error))) };
  const refused = refusedNodes(document, at);
  if (refused.length > 0) return { problems: refused };
  try {
    return { value: document.toJS(), place: (path, what) => at(offsetOf(document, path, what)) };
  } catch {
    return { problems: [problem(at(firstAlias(document)), 'aliases (*…) expand too far; write the values out')] };
  }
}

/** Line (from 1) of a value of a valid file; of its parent, if the value is a default. */
export function lineOf(text: string, path: Path): number {
  const { document, at } = parse(text);
  return at(offsetOf(document, path, 'value')).line;
}

function parse(text: string) {
  const lines = new LineCounter();
  // logLevel: the parser's own log may repeat values of the file.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'error' });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  return { document, at };
}

const problem = (place: Place, message: string): ConfigProblem => ({ ...place, key: 'YAML', message });

/** The parser's message, without the file excerpt and the tag name: both may be secrets. */
function messageFor(error: { readonly code: string; readonly message: string }): string {
  switch (error.code) {
    case 'TAG_RESOLVE_FAILED':
      return 'tags (!…) are not supported; quote the value if it is text';
    case 'TAB_AS_INDENT':
      return 'a tab indents this line; use spaces';
    case 'MULTIPLE_DOCS':
      return 'a second document begins here (---); keep one document in the file';
    default:
      return error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? 'not YAML';
  }
}

/**
 * Aliases without an anchor, NUL characters, which no argument, file name or database can hold, and merge keys: the parser
 * takes "<<" for a key like any other.
 */
function refusedNodes(document: Document, at: (offset: number) => Place): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) !== undefined) return;
      problems.push(problem(at(alias.range?.[0] ?? 0), 'an alias (*…) has no anchor (&…) before it'));
    },
    Scalar: (_key, { value, range }) => {
      if (typeof value !== 'string' || !value.includes('\0')) return;
      problems.push(problem(at(range?.[0] ?? 0), 'a text has a NUL character (\\0); remove it'));
    },
    Pair: (_key, { key }) => {
      if (!isScalar(key) || key.value !== '<<' || key.type !== 'PLAIN') return;
      problems.push(problem(at(key.range?.[0] ?? 0), 'merge keys (<<) are not supported; write the keys out'));
    },
  });
  return problems;
}

function firstAlias(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias: (_key, alias) => {
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** Offset of the key or value in the text; for a missing value, the offset of its parent. */
function offsetOf(document: Document, path: Path, what: 'key' | 'value'): number {
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
