/** A path to one value: names and indices, as in a "singular query" of RFC 9535, e.g. `$.items[0]['unit price']`. */
export type JsonPath = readonly (string | number)[];

const SEGMENT =
  /\.([\p{L}_][\p{L}\p{N}_]*)|\[(0|-?[1-9]\d*)\]|\['((?:[^'\\]|\\['\\])*)'\]|\["((?:[^"\\]|\\["\\])*)"\]/uy;

/** Null for a text that is not such a path. Wildcards, slices and filters are not supported: they name many values. */
export function parsePath(text: string): JsonPath | null {
  if (!text.startsWith('$')) return null;
  const path: (string | number)[] = [];
  for (let at = 1; at < text.length; at = SEGMENT.lastIndex) {
    SEGMENT.lastIndex = at;
    const found = SEGMENT.exec(text);
    if (!found) return null;
    const [, name, index, ...quoted] = found;
    path.push(index === undefined ? (name ?? unescaped(quoted)) : Number(index));
  }
  return path;
}

const unescaped = (quoted: readonly (string | undefined)[]): string =>
  (quoted.find((text) => text !== undefined) ?? '').replace(/\\(.)/g, '$1');

/** The value at the path; undefined if there is none. An index below 0 counts from the end. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((inside, part) => {
    if (typeof part === 'number') return Array.isArray(inside) ? (inside as unknown[]).at(part) : undefined;
    if (typeof inside !== 'object' || inside === null || Array.isArray(inside)) return undefined;
    return Object.hasOwn(inside, part) ? (inside as Readonly<Record<string, unknown>>)[part] : undefined;
  }, value);
}
