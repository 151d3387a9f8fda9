import { createHash } from 'node:crypto';
import type { State } from './state.js';
import { ABOUT, type TocEntry } from './toc.js';

/** What the table of contents of a dump says of the database. */
export type Objects = Pick<State, 'schema' | 'sequences'>;

/** Key of the aggregate of all large objects: owners, privileges, comments. There can be millions. */
const LARGE_OBJECTS = 'large objects';
/** Entries that hold rows (counted), the head of the script, or planner statistics. */
const IGNORED = ['TABLE DATA', 'BLOBS', 'STATISTICS DATA', 'ENCODING', 'STDSTRINGS', 'SEARCHPATH'];

/**
 * A hash of each object's definition and the value of each sequence, as pg_dump wrote them. Objects with equal names
 * (overloaded operators) share one hash.
 */
export function objectsOf(entries: readonly TocEntry[]): Objects {
  const definitions = new Map<string, string[]>();
  const sequences: Record<string, string> = {};
  for (const entry of oneByOne(entries)) {
    if (IGNORED.includes(entry.desc)) continue;
    if (entry.desc === 'SEQUENCE SET') {
      sequences[`${entry.namespace}.${entry.tag}`] = valueOf(entry.definition);
      continue;
    }
    const definition = normalised(entry);
    if (definition === null) continue;
    const name = objectName(entry);
    const others = definitions.get(name);
    if (others) others.push(definition);
    else definitions.set(name, [definition]);
  }
  const names = [...definitions.keys()].sort();
  return {
    schema: Object.fromEntries(names.map((name) => [name, hash(definitions.get(name)?.sort().join('\0\0') ?? '')])),
    sequences,
  };
}

/**
 * PostgreSQL 17 and later dump large objects of equal owners and privileges as one entry. Gives each the entries that
 * earlier versions write, so that a snapshot of the server before its upgrade compares equal.
 */
function* oneByOne(entries: readonly TocEntry[]): Generator<TocEntry> {
  const groups = new Map<string, string[]>();
  for (const entry of entries) {
    if (entry.desc === 'BLOB METADATA') {
      const ids = entry.definition.split('\n').filter((id) => id !== '');
      groups.set(`LARGE OBJECTS ${entry.tag}`, ids);
      for (const id of ids) {
        yield { ...entry, desc: 'BLOB', tag: id, definition: `SELECT pg_catalog.lo_create('${id}');\n` };
      }
      continue;
    }
    const ids = entry.desc === 'ACL' ? groups.get(entry.tag) : undefined;
    if (ids === undefined) {
      yield entry;
      continue;
    }
    // It names only the first of them.
    for (const id of ids) {
      const definition = entry.definition.replaceAll(/ ON LARGE OBJECT \d+ /g, ` ON LARGE OBJECT ${id} `);
      yield { ...entry, tag: `LARGE OBJECT ${id}`, definition };
    }
  }
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** `table public.fans`, `privileges of function public.f(integer)`, `database settings`. */
export function objectName({
  desc,
  namespace,
  tag,
  owner,
}: Pick<TocEntry, 'desc' | 'namespace' | 'tag' | 'owner'>): string {
  if (desc === 'DATABASE') return 'database';
  if (desc === 'DATABASE PROPERTIES') return 'database settings';
  if (desc.startsWith('BLOB')) return LARGE_OBJECTS;
  const qualified = (name: string): string => (namespace === '' ? name : `${namespace}.${name}`);
  if (desc === 'DEFAULT ACL') {
    return `${tag.toLowerCase()} of ${owner}${namespace === '' ? '' : ` in schema ${namespace}`}`;
  }
  const about = ABOUT[desc];
  if (about === undefined) return `${desc.toLowerCase()} ${qualified(tag)}`;
  if (tag.startsWith('LARGE OBJECT')) return LARGE_OBJECTS;
  if (tag.startsWith('DATABASE ')) return `database ${about}`;
  const [, kind = '', name = ''] = /^((?:[A-Z]+ )+)(.*)$/s.exec(tag) ?? [];
  return `${about} of ${kind.toLowerCase()}${qualified(name === '' ? tag : name)}`;
}

/** True for properties of the database itself: they go with its name, not with its content. */
export const isDatabaseProperty = (name: string): boolean => /^database( |$)/.test(name);

/** Rewind's own notes in the comment of a database. */
const REWIND_TAGS = /\n?\[rewind: [^\]]*\]\n?/g;

/**
 * What a dump of PostgreSQL 14 or older says of a schema "public" that was dropped and made again, where its privileges are
 * those that a new database has. A dump of the database into which it was restored does not say it: only there the schema is
 * the one that initdb made. From 15 on a dump compares every "public" with that one, and has a REVOKE before this line.
 */
const STANDARD_PUBLIC = 'GRANT ALL ON SCHEMA public TO PUBLIC;';

/** What counts of an entry; null if nothing does. */
function normalised(entry: TocEntry): string | null {
  if (entry.desc === 'ACL' && entry.tag === 'SCHEMA public' && entry.definition.trim() === STANDARD_PUBLIC) return null;
  const tagged = entry.desc === 'COMMENT' && entry.tag.startsWith('DATABASE ');
  const sql = tagged ? entry.definition.replace(REWIND_TAGS, '') : entry.definition;
  if (tagged && sql.endsWith(" IS '';\n")) return null;
  // Lists whose order means nothing, and can change with a reload.
  const unordered = entry.desc.endsWith('ACL') || entry.desc === 'DATABASE PROPERTIES';
  const text = unordered ? sql.split('\n').sort().join('\n') : sql;
  return [text, entry.owner, entry.tablespace, entry.accessMethod].join('\0');
}

/** `20000` or `1 (not used yet)`, from `SELECT pg_catalog.setval('public.fans_id_seq', 20000, true);`. */
function valueOf(definition: string): string {
  const [, value, used] = /, (-?\d+), (true|false)\);\s*$/.exec(definition) ?? [];
  return value === undefined ? definition : used === 'true' ? value : `${value} (not used yet)`;
}
