import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { objectsOf } from '../../src/providers/postgres/objects.js';
import { TocParser, type TocEntry } from '../../src/providers/postgres/toc.js';

/** Writes the head of an archive as pg_dump does. @param minor version of the format */
function archive(entries: readonly TocEntry[], minor: number): Buffer {
  const int = (value: number): Buffer => {
    const bytes = Buffer.alloc(5);
    bytes[0] = value < 0 ? 1 : 0;
    bytes.writeUInt32LE(Math.abs(value), 1);
    return bytes;
  };
  const text = (value: string | null): Buffer =>
    value === null ? int(-1) : Buffer.concat([int(Buffer.byteLength(value)), Buffer.from(value)]);
  const optional = (value: string): Buffer => text(value === '' ? null : value);
  const entry = (one: TocEntry): Buffer =>
    Buffer.concat([
      ...[int(one.id), int(0), text('1259'), text('16384'), text(one.tag), text(one.desc)],
      int(['pre-data', 'data', 'post-data'].indexOf(one.section) + 2),
      ...[optional(one.definition), text('DROP …;\n'), text(null), optional(one.namespace)],
      ...[optional(one.tablespace), optional(one.accessMethod), ...(minor >= 16 ? [int(114)] : [])],
      ...[optional(one.owner), text('false'), ...one.needs.map((need) => text(String(need)))],
      ...[text(null), Buffer.alloc(9, 1)],
    ]);
  return Buffer.concat([
    Buffer.from('PGDMP'),
    Buffer.from([1, minor, 0, 4, 8, 1]),
    minor >= 15 ? Buffer.from([1]) : int(-1),
    ...[30, 59, 12, 1, 0, 126, 0].map(int),
    ...['app', '15.1', '15.1'].map(text),
    int(entries.length),
    ...entries.map(entry),
  ]);
}

const entryOf = (parts: Partial<TocEntry>): TocEntry => ({
  id: 7,
  section: 'pre-data',
  needs: [],
  desc: 'TABLE',
  namespace: 'public',
  tag: 'fans',
  definition: 'CREATE TABLE public.fans (id integer);\n',
  owner: 'rewind',
  tablespace: '',
  accessMethod: 'heap',
  ...parts,
});

const hostile = fc.oneof(
  fc.constantFrom(
    'fans\n--\n-- Name: other; Type: TABLE; Schema: public; Owner: x\n--\n\nDROP TABLE fans;',
    '"; DROP TABLE fans; --',
    'naïve ☃ 😀',
    '__proto__',
    'TABLE x',
  ),
  fc.string({ unit: 'grapheme', maxLength: 63 }),
);
const anyEntry = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  section: fc.constantFrom('pre-data', 'data', 'post-data'),
  needs: fc.array(fc.integer({ min: 1, max: 2 ** 31 - 1 }), { maxLength: 3 }),
  desc: fc.constantFrom('TABLE', 'FK CONSTRAINT', 'ACL', 'COMMENT', 'FUNCTION', 'DEFAULT ACL', 'RULE'),
  namespace: hostile,
  tag: hostile,
  definition: hostile,
  owner: hostile,
  tablespace: hostile,
  accessMethod: fc.constantFrom('', 'heap'),
});

describe('the table of contents of a dump', () => {
  test.each([14, 15, 16])('format 1.%i: every entry, whatever its names and wherever the pieces are cut', (minor) => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), fc.integer({ min: 1, max: 300 }), (entries, size) => {
        const bytes = Buffer.concat([archive(entries, minor), Buffer.from('rows that are no entries')]);
        const parser = new TocParser();
        for (let from = 0; from < bytes.length; from += size) parser.push(bytes.subarray(from, from + size));
        expect(parser.finish()).toEqual(entries);
      }),
      { numRuns: 60 },
    );
  });

  test('is refused when it is cut, damaged, or of an unknown format', () => {
    const bytes = archive([entryOf({})], 14);
    const read = (input: Buffer): unknown => {
      const parser = new TocParser();
      parser.push(input);
      return parser.finish();
    };
    expect(read(bytes)).toHaveLength(1);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => read(bytes.subarray(0, length))).toThrow(expect.objectContaining({ code: 'dump-unreadable' }));
    }
    expect(() => read(archive([], 17))).toThrow(/format 1\.17/);
    expect(() => read(Buffer.from('-- PostgreSQL database dump of another kind'))).toThrow(/does not begin as a dump/);
  });
});

describe('the contents of a database', () => {
  const schemaOf = (...entries: Partial<TocEntry>[]): Record<string, string> =>
    objectsOf(entries.map((entry) => entryOf(entry))).schema;

  test('name their objects', () => {
    const names = Object.keys(
      schemaOf(
        {},
        { desc: 'FK CONSTRAINT', tag: 'payments payments_fan_fkey' },
        { desc: 'ACL', tag: 'TABLE fans' },
        { desc: 'COMMENT', tag: 'FUNCTION total(integer)' },
        { desc: 'DEFAULT ACL', tag: 'DEFAULT PRIVILEGES FOR TABLES', owner: 'ada' },
        { desc: 'EXTENSION', tag: 'citext', namespace: '' },
        { desc: 'DATABASE', tag: 'app', namespace: '' },
        { desc: 'DATABASE PROPERTIES', tag: 'app', namespace: '' },
        { desc: 'ACL', tag: 'DATABASE app', namespace: '' },
        { desc: 'BLOB', tag: '17', namespace: '' },
        { desc: 'COMMENT', tag: 'LARGE OBJECT 17', namespace: '' },
        { desc: 'TABLE DATA', definition: '' },
      ),
    );
    expect(names).toEqual([
      'comment of function public.total(integer)',
      'database',
      'database privileges',
      'database settings',
      'default privileges for tables of ada in schema public',
      'extension citext',
      'fk constraint public.payments payments_fan_fkey',
      'large objects',
      'privileges of table public.fans',
      'table public.fans',
    ]);
  });

  test('are the same for large objects of PostgreSQL 17, which are dumped in groups, and of earlier versions', () => {
    const largeObjects = (...entries: Partial<TocEntry>[]): unknown =>
      schemaOf(...entries.map((entry) => ({ namespace: '', ...entry })))['large objects'];
    const one = (id: number, owner = 'ada'): Partial<TocEntry> => ({
      desc: 'BLOB',
      tag: String(id),
      definition: `SELECT pg_catalog.lo_create('${id}');\n`,
      owner,
    });
    const grant = (id: number, tag = `LARGE OBJECT ${id}`): Partial<TocEntry> => ({
      desc: 'ACL',
      tag,
      definition: `GRANT SELECT ON LARGE OBJECT ${id} TO eve;\n`,
    });
    const earlier = largeObjects(one(1), one(2), grant(2), one(3), grant(3), one(4, 'eve'));
    const grouped = [
      { desc: 'BLOB METADATA', tag: '1', definition: '1\n', owner: 'ada' },
      { desc: 'BLOB METADATA', tag: '2..3', definition: '2\n3\n', owner: 'ada' },
      grant(2, 'LARGE OBJECTS 2..3'),
    ];
    const group = (id: number, owner: string) => ({
      desc: 'BLOB METADATA',
      tag: `${id}`,
      definition: `${id}\n`,
      owner,
    });
    expect(largeObjects(...grouped, group(4, 'eve'))).toBe(earlier);
    expect(largeObjects(...grouped, group(4, 'ada'))).not.toBe(earlier);
    expect(largeObjects(...grouped, group(5, 'eve'))).not.toBe(earlier);
    expect(largeObjects(...grouped.slice(0, 2), group(4, 'eve'))).not.toBe(earlier);
  });

  test('differ by definition, owner, tablespace, access method; of two objects with one name, each counts', () => {
    const [base, ...others] = [
      {},
      { definition: 'CREATE TABLE public.fans (id bigint);\n' },
      { owner: 'eve' },
      { tablespace: 'slow' },
      { accessMethod: 'columnar' },
    ].map((entry) => schemaOf(entry));
    for (const other of others) expect(other).not.toEqual(base);
    const operator = (definition: string): Partial<TocEntry> => ({ desc: 'OPERATOR', tag: '+', definition });
    expect(schemaOf(operator('a'), operator('b'))).toEqual(schemaOf(operator('b'), operator('a')));
    expect(schemaOf(operator('a'), operator('b'))).not.toEqual(schemaOf(operator('a'), operator('c')));
    expect(schemaOf(operator('a'), operator('b'))).not.toEqual(schemaOf(operator('a')));
  });

  test('the order of grants means nothing', () => {
    const acl = (definition: string): Partial<TocEntry> => ({ desc: 'ACL', tag: 'TABLE fans', definition });
    expect(schemaOf(acl('GRANT ALL ON a TO x;\nGRANT ALL ON a TO y;\n'))).toEqual(
      schemaOf(acl('GRANT ALL ON a TO y;\nGRANT ALL ON a TO x;\n')),
    );
  });

  test("Rewind's notes in the comment of the database are not its comment", () => {
    const comment = (text: string): Record<string, string> =>
      schemaOf({
        desc: 'COMMENT',
        tag: 'DATABASE app',
        namespace: '',
        definition: `COMMENT ON DATABASE app IS '${text}';\n`,
      });
    const tag = '[rewind: restored from S1, next transaction 17]';
    expect(comment(tag)).toEqual({});
    expect(comment(`[rewind: prints since S1: 0a 1b]\n${tag}`)).toEqual({});
    expect(comment(`[rewind: prints since S1: 0a 1b]\nThe shop.\n${tag}`)).toEqual(comment('The shop.'));
    expect(comment('The shop.')).not.toEqual(comment('The shop'));
  });

  test('a schema "public" that was made again in PostgreSQL 14, with the privileges of a new database, is like the first one', () => {
    const acl = (definition: string, tag = 'SCHEMA public'): Record<string, string> =>
      schemaOf({ desc: 'ACL', tag, namespace: '', definition });
    expect(acl('GRANT ALL ON SCHEMA public TO PUBLIC;\n')).toEqual({});
    for (const definition of [
      'REVOKE USAGE ON SCHEMA public FROM PUBLIC;\nGRANT ALL ON SCHEMA public TO PUBLIC;\n',
      'GRANT ALL ON SCHEMA public TO PUBLIC;\nGRANT ALL ON SCHEMA public TO clerk;\n',
      'GRANT USAGE ON SCHEMA public TO PUBLIC;\n',
    ])
      expect(Object.keys(acl(definition))).toEqual(['privileges of schema public']);
    expect(acl('GRANT ALL ON SCHEMA shop TO PUBLIC;\n', 'SCHEMA shop')).not.toEqual({});
  });

  test('sequences have their value, and whether it was used', () => {
    const set = (tag: string, call: string): TocEntry =>
      entryOf({ desc: 'SEQUENCE SET', tag, definition: `SELECT pg_catalog.setval('public.${tag}', ${call});\n` });
    expect(objectsOf([set('a', '500, true'), set("b', 1, true); --", '1, false'), set('c', '-7, true')])).toEqual({
      schema: {},
      sequences: { 'public.a': '500', "public.b', 1, true); --": '1 (not used yet)', 'public.c': '-7' },
    });
  });
});
