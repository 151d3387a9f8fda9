import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import { parameterOf, parseDatabaseUrl } from '../../src/services/postgres/database-url.js';
import { derivedName } from '../../src/providers/postgres/names.js';
import { plan } from '../../src/providers/postgres/plan.js';
import { markOf, readReprinted, withReprinted } from '../../src/providers/postgres/reprinted.js';
import type { State } from '../../src/providers/postgres/state.js';
import { RESTORE_TAG, withRestoreTag } from '../../src/providers/postgres/restore-tag.js';

const saved: State = {
  schemaVersion: 1,
  database: 'app',
  snapshot: '20260101T000000Z-000000',
  serverMajor: 15,
  accessible: true,
  closed: null,
  properties: null,
  integrity: 'rows',
  strategy: 'swap',
  tables: [
    {
      name: 'public.fans',
      rows: 10,
      newest: 900,
      changed: null,
      ahead: 0,
      file: '1',
      content: null,
      bytes: 8192,
      condition: '',
      inserted: 10,
      updated: 0,
      deleted: 0,
    },
    {
      name: 'public.notes',
      rows: 0,
      newest: null,
      changed: null,
      ahead: 0,
      file: '2',
      content: null,
      bytes: 0,
      condition: '',
      inserted: 0,
      updated: 0,
      deleted: 0,
    },
  ],
  largeObjects: { count: 0, content: '0' },
  schema: { 'table public.fans': 'aa', 'table public.notes': 'bb' },
  boundary: { next: '1000', open: [], oldest: '1000', seen: [] },
  origin: { server: '1', database: '1' },
  sequences: { 'public.fans_id_seq': '10', 'public.new_id_seq': '1 (not used yet)' },
  leftOut: [],
  restored: null,
  reprinted: null,
};
const [fans, notes] = saved.tables as [State['tables'][number], State['tables'][number]];
const live = (changes: Partial<State>): State => ({
  ...saved,
  boundary: { next: '2000', open: [], oldest: '1000', seen: [] },
  ...changes,
});

describe('what makes a restore necessary', () => {
  test('nothing written, nothing changed: no plan', () => expect(plan(saved, live({}))).toEqual([]));

  test('a restore on another server than the snapshot is of: the plan warns', () => {
    const warnings = (server: string | null) =>
      plan(saved, live({ origin: { server, database: '1' }, schema: {} }))[0]?.warnings;
    const told = 'The URL leads to another server than the one that the snapshot is from.';
    expect(warnings('2')).toContainEqual(told);
    for (const server of ['1', null]) expect(warnings(server)).not.toContainEqual(told);
  });

  test('a swap cuts every connection: the plan says how long PgBouncer then waits', () => {
    const [change] = plan(saved, live({ tables: [{ ...fans, newest: 1500, changed: 4 }, notes] }));
    expect(change?.warnings).toContainEqual(
      expect.stringMatching(/^At the swap every connection to "app" is cut once; .*server_login_retry \(15 seconds/),
    );
  });

  test('an update leaves the count as it is, and is seen by its transaction', () => {
    const [change] = plan(
      saved,
      live({
        tables: [
          { ...fans, newest: 1500, changed: 4, updated: 9 },
          { ...notes, changed: 0 },
        ],
      }),
    );
    expect(change).toMatchObject({
      id: 'restore',
      confirm: 'app',
      before: 'rows were written since',
      backupFirst: false,
      dataAtRisk: [
        {
          what: 'public.fans',
          rows: 4,
          note: 'exact: inserted or updated since the snapshot; 4 rows of the snapshot were updated or deleted and come back',
        },
      ],
    });
  });

  test('rows deleted, a table dropped, a definition changed', () => {
    expect(plan(saved, live({ tables: [{ ...fans, rows: 9 }, notes] }))).toHaveLength(1);
    expect(plan(saved, live({ tables: [fans], schema: { 'table public.fans': 'aa' } }))[0]?.before).toBe(
      'schema differs: table public.notes is missing; rows were written since',
    );
    expect(plan(saved, live({ schema: { ...saved.schema, 'table public.fans': 'cc' } }))[0]?.before).toBe(
      'schema differs: table public.fans changed',
    );
  });

  test.each([
    ['a value behind', { 'public.fans_id_seq': '9' }, 'schema differs: sequence public.fans_id_seq was set back'],
    [
      'the same value, not used',
      { 'public.fans_id_seq': '10 (not used yet)' },
      'schema differs: sequence public.fans_id_seq was set back',
    ],
    ['a value ahead', { 'public.fans_id_seq': '11' }, 'sequences were advanced since'],
    ['the first value', { 'public.new_id_seq': '1' }, 'sequences were advanced since'],
  ])('a sequence at %s', (_name, sequences, before) => {
    expect(plan(saved, live({ sequences: { ...saved.sequences, ...sequences } }))[0]?.before).toBe(before);
  });

  test('a sequence that writers move is not named: the digest covers the text', () => {
    const tables = [{ ...fans, newest: 1500 }, notes];
    const sequences = { ...saved.sequences, 'public.fans_id_seq': '11' };
    expect(plan(saved, live({ tables, sequences }))[0]?.before).toBe('rows were written since');
  });

  test('a large object overwritten', () => {
    const tables = saved.tables.map((entry) => ({ ...entry, changed: 0 }));
    const [change] = plan(saved, live({ tables, largeObjects: { count: 0, content: '7' } }));
    expect(change).toMatchObject({
      before: 'large objects were written since',
      dataAtRisk: [{ what: 'large objects', rows: null }],
    });
  });

  test('an object as a reload of this snapshot prints it is equal; printed otherwise, or by another snapshot, it is not', () => {
    const schema = { ...saved.schema, 'table public.fans': 'cc' };
    const marks = [markOf('table public.fans', 'cc')];
    expect(plan(saved, live({ schema, reprinted: { snapshot: saved.snapshot, marks } }))).toEqual([]);
    expect(plan(saved, live({ schema, reprinted: { snapshot: 'another', marks } }))).toHaveLength(1);
    const changed = { ...schema, 'table public.fans': 'dd' };
    expect(plan(saved, live({ schema: changed, reprinted: { snapshot: saved.snapshot, marks } }))).toHaveLength(1);
  });

  test('after a restore from this snapshot, the rows of the restore are not new ones', () => {
    const tables = [{ ...fans, newest: 5000 }, notes];
    const boundary = { next: '6000', open: [], oldest: '6000', seen: [] };
    expect(plan(saved, live({ tables, boundary }))).toHaveLength(1);
    expect(plan(saved, live({ tables, boundary, restored: { snapshot: saved.snapshot, next: '5500' } }))).toEqual([]);
    expect(plan(saved, live({ tables, boundary, restored: { snapshot: saved.snapshot, next: '4000' } }))).toHaveLength(
      1,
    );
    expect(plan(saved, live({ tables, boundary, restored: { snapshot: 'another', next: '5500' } }))).toHaveLength(1);
  });

  test('a transaction that was open at the snapshot is seen by the statistics', () => {
    const open = { ...saved, boundary: { next: '1000', open: ['800'], oldest: '1000', seen: [] } };
    expect(plan(open, live({}))).toEqual([]);
    expect(plan(open, live({ tables: [{ ...fans, updated: 1 }, notes] }))).toHaveLength(1);
  });

  test('transaction ids wrap around at 32 bits', () => {
    const next = 3n * 2n ** 32n + 5n;
    const near = {
      ...saved,
      tables: [{ ...fans, newest: 2 ** 32 - 3 }],
      boundary: { next: String(next), open: [], oldest: '1000', seen: [] },
    };
    const later = (newest: number): State =>
      live({
        tables: [{ ...fans, newest }],
        schema: near.schema,
        boundary: { next: String(next + 100n), open: [], oldest: '1000', seen: [] },
      });
    expect(plan(near, later(2 ** 32 - 3))).toEqual([]);
    expect(plan(near, later(4))).toEqual([]);
    expect(plan(near, later(5))).toHaveLength(1);
    expect(plan(near, later(60))).toHaveLength(1);
  });

  test('the digest does not change while production goes on writing', () => {
    const digest = (rows: number): string =>
      assemblePlan({
        program: '0.1.0',
        createdAt: new Date(rows),
        environment: 'production',
        snapshot: saved.snapshot,
        snapshotDigest: 'd',
        database: 'restore',
        scope: null,
        resources: [
          {
            id: 'db',
            provider: 'postgres',
            changes: plan(saved, live({ tables: [{ ...fans, rows, newest: 1000 + rows, inserted: rows }, notes] })),
          },
        ],
      }).digest;
    expect(digest(11)).toBe(digest(4711));
  });

  test('a database that accepts no connections is to be restored, whatever it holds', () => {
    expect(plan(saved, live({ accessible: false, tables: [] }))).toHaveLength(1);
  });
});

test('derived names fit into 63 bytes, whatever the name of the database', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 63 }), (name) => {
      for (const what of ['new', 'before'] as const) {
        expect(Buffer.byteLength(derivedName(name, what, saved.snapshot))).toBeLessThanOrEqual(63);
      }
    }),
  );
});

test('the tag in the comment keeps what people wrote, and is replaced, not piled up', () => {
  const once = withRestoreTag('The shop.', 'S1', '17');
  expect(once).toBe('The shop.\n[rewind: restored from S1, next transaction 17]');
  expect(withRestoreTag(once, 'S2', '18')).toBe('The shop.\n[rewind: restored from S2, next transaction 18]');
  expect(RESTORE_TAG.exec(withRestoreTag(null, 'S3', '19'))?.slice(1)).toEqual(['S3', '19']);
});

test('marks of reprinted objects stand beside the tag and what people wrote, and are replaced', () => {
  const restored = withRestoreTag('The shop.', 'S1', '17');
  const marked = withReprinted(restored, { snapshot: 'S1', marks: ['0a', '1b'] });
  expect(readReprinted(marked)).toEqual({ snapshot: 'S1', marks: ['0a', '1b'] });
  expect(RESTORE_TAG.exec(marked)?.[1]).toBe('S1');
  expect(withReprinted(marked, { snapshot: 'S2', marks: ['2c'] })).toBe(`[rewind: prints since S2: 2c]\n${restored}`);
  expect(withReprinted(marked, { snapshot: 'S2', marks: [] })).toBe(restored);
});

describe('database URLs', () => {
  const parse = (url: string, env: Record<string, string> = {}) => parseDatabaseUrl(url, env, 'db');

  test('are read as libpq reads them', () => {
    expect(
      parse('postgresql://us%40er:p%3Aw@db.example.com/app?sslmode=verify-full&sslrootcert=/ca.pem'),
    ).toMatchObject({
      host: 'db.example.com',
      port: 5432,
      user: 'us@er',
      password: 'p:w',
      database: 'app',
      tls: { mode: 'verify-full', rootCert: '/ca.pem' },
      pooled: null,
    });
    expect(parse('postgres://u@[::1]:5433/app', { PGSSLMODE: 'require' })).toMatchObject({
      host: '::1',
      port: 5433,
      password: null,
      tls: { mode: 'require' },
    });
  });

  test('what was copied with blanks or line ends around it is the same URL, in each of its parts', () => {
    const url = 'postgresql://u:sw0rdfish@db.example.com/app?sslmode=require&schema=shop';
    for (const copied of [` ${url}`, `${url}\n`, `\r\n\t${url} \r\n`, `\ufeff${url}\u00a0`]) {
      expect(parse(copied)).toEqual(parse(url));
      expect(parameterOf(copied, 'schema')).toBe('shop');
    }
    for (const blank of ['', ' \n']) expect(() => parse(blank)).toThrow('The database URL is not a URL.');
  });

  test.each([
    ['postgresql://u:p@ep-cool-1234-pooler.eu-central-1.aws.neon.tech/app'],
    ['postgresql://u:p@aws-0-eu.pooler.supabase.com:5432/app'],
    ['postgresql://u:p@db.example.com:6543/app'],
    ['postgresql://u:p@db.example.com:6432/app'],
    ['postgresql://u:p@db.example.com/app?pgbouncer=true'],
    ['postgresql://u:p@pgbouncer.internal/app'],
    ['postgresql://u:p@shop.proxy-c1a2b3d4e5f6.eu-central-1.rds.amazonaws.com/app'],
  ])('%s is a pooler', (url) => expect(parse(url).pooled).not.toBeNull());

  test.each([
    ['not a url'],
    ['mysql://u:p@h/app'],
    ['postgresql://h/app'],
    ['postgresql://u:sw0rdfish@h'],
    ['postgresql://u:sw0rdfish@h/app?sslmode=maybe'],
    ['postgresql://u:100%sw0rdfish@h/app'],
    ['postgresql://u%:sw0rdfish@h/app'],
  ])('%s is refused without quoting it', (url) => {
    expect(() => parse(url)).toThrow(expect.objectContaining({ code: 'database-url-invalid' }));
    expect(() => parse(url)).not.toThrow(/sw0rdfish/);
  });
});
