import { child, type XmlElement } from '../../services/aws/xml.js';

/** A document by path, e.g. `Origins.media.DomainName` → `media.example.com`. */
export interface Fields {
  readonly shown: Map<string, string>;
  /** Values that may be secrets: plans show only the path. */
  readonly secret: Map<string, string>;
}

/** Elements that identify an item of a list, by priority. */
const KEYS = ['Id', 'PathPattern', 'EventType', 'HeaderName', 'ErrorCode', 'Name', 'KeyValueStoreARN'];
/** Lists whose order matters: the first matching behavior applies, the first origin is the primary one. */
const ORDERED = new Set(['CacheBehavior', 'OriginGroupMember']);
/** Values of custom origin headers are often shared secrets; defaults of tenant parameters may be. */
const SECRET = /^HeaderValue$|^DefaultValue$|secret|token|password|credential/i;

/** CloudFront fills in omitted members, so absent equals empty. Omits counts (Quantity): the items imply them. */
export function fieldsOf(root: XmlElement, without: ReadonlySet<string> = new Set()): Fields {
  const fields: Fields = { shown: new Map(), secret: new Map() };
  for (const [name, each] of named(root.children)) {
    if (!without.has(each.name)) walk(each, name, fields);
  }
  return fields;
}

function walk(at: XmlElement, path: string, fields: Fields): void {
  const items = child(at, 'Items')?.children ?? [];
  if (at.children.length === 0) {
    if (at.text !== '') put(fields, at.name, path, at.text);
    return;
  }
  const rest = at.children.filter(({ name }) => name !== 'Items' && name !== 'Quantity');
  for (const [name, each] of named(rest)) walk(each, `${path}.${name}`, fields);
  const leaves = items.filter(({ children }) => children.length === 0);
  if (leaves.length > 0)
    put(
      fields,
      at.name,
      path,
      leaves
        .map(({ text }) => text)
        .sort()
        .join(', '),
    );
  const structures = items.filter(({ children }) => children.length > 0);
  for (const [name, each] of named(structures, true)) walk(each, `${path}.${name}`, fields);
  const order = structures.filter(({ name }) => ORDERED.has(name));
  if (order.length > 1) fields.shown.set(`${path} (order)`, order.map((each) => keyOf(each) ?? '?').join(', '));
}

function put(fields: Fields, name: string, path: string, value: string): void {
  (SECRET.test(name) ? fields.secret : fields.shown).set(path, value);
}

/** Each element with a unique name among its siblings. */
function named(elements: readonly XmlElement[], asItems = false): [string, XmlElement][] {
  const seen = new Map<string, number>();
  return elements.map((each, at) => {
    const base = asItems ? (keyOf(each) ?? String(at + 1)) : each.name;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return [count === 1 ? base : `${base}#${count}`, each];
  });
}

function keyOf(each: XmlElement): string | undefined {
  if (each.name === 'OriginGroupMember') return child(each, 'OriginId')?.text;
  return KEYS.map((key) => child(each, key)?.text).find((text) => text !== undefined && text !== '');
}

/** True if all fields are equal, including secrets. */
export function sameFields(a: Fields, b: Fields): boolean {
  return sameMap(a.shown, b.shown) && sameMap(a.secret, b.secret);
}

function sameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([path, value]) => b.get(path) === value);
}
