import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { config as schema } from '../../src/providers/postgres/config.js';
import provider from '../../src/providers/postgres/index.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import type { RandomDatabase } from '../support/random-database/index.js';
import { dumpText, makeRoles, PASSWORD, pgRestore, roundTrip, WAYS, type Way } from '../support/postgres-round-trip.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

/** `REWIND_SEEDS=300` runs the first 300, `REWIND_SEEDS=300-400,512-512` those from 300 to 400 and 512. */
const ASKED = process.env.REWIND_SEEDS ?? '8';
const SEEDS = ASKED.split(',').flatMap((range): [number, Way][] => {
  const [first = 1, last] = range.includes('-') ? range.split('-').map(Number) : [1, Number(range)];
  return Array.from({ length: (last ?? first) - first + 1 }, (_, index) => [
    first + index,
    WAYS[(first + index) % WAYS.length] ?? 'swap',
  ]);
});

let server: TestPostgres;
let round = 0;

beforeAll(async () => {
  server = await startPostgres({ settings: ['max_locks_per_transaction=256', 'wal_level=logical'], stock: true });
  await makeRoles(server);
});
afterAll(() => server.stop());

/** pg_dump prints a function that vanished since its snapshot as `RETURNS` and nothing behind it, and ends with success. */
const RACES: Record<string, string> = {
  'a function is dropped': 'DROP FUNCTION f()',
  'a type is renamed, which the server then prints by its new name': 'ALTER TYPE tier RENAME TO level',
  'a view is dropped': 'DROP VIEW v',
};

test.each(Object.entries(RACES))('while pg_dump runs, %s: the backup starts again', async (_what, ddl) => {
  round += 1;
  const database = `race${round}`;
  const url = await server.createDatabase(database);
  await server.query(
    database,
    `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT 1 AS i;
     CREATE TYPE tier AS ENUM ('a'); CREATE TABLE t (tier tier)`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'rewind-client-'));
  for (const name of ['pg_restore', 'psql']) symlinkSync(join(server.binDir, name), join(folder, name));
  // The snapshot is exported before pg_dump starts.
  writeFileSync(
    join(folder, 'pg_dump'),
    `#!/bin/sh\ncase "$*" in *--snapshot*) mkdir '${folder}/once' 2>/dev/null && psql -qd '${url}' -c '${ddl}' >/dev/null;; esac
exec '${server.binDir}/pg_dump' "$@"\n`,
    { mode: 0o755 },
  );
  const ctx = testContext({ env: { DATABASE_URL: url } });
  const config = schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}', 'client-bin': folder });
  const payloads = new MemoryPayloads();
  await provider.capture(config, ctx, payloads);
  rmSync(folder, { recursive: true });
  const reference = `race${round}_reference`;
  await server.createDatabase(reference);
  expect(await pgRestore(server, reference, await payloads.read('dump'))).toBe('');
  expect(await dumpText(server, reference)).toBe(await dumpText(server, database));
  expect(ctx.lines.join('\n')).toContain('then starts again');
});

const PRINTED_SETTINGS = [
  `CREATE TABLE a (kind varchar(9) CHECK (kind IN ('a', 'b') AND at > '2020-01-01 00:00+00' AND b <> '\\x0041'), at timestamptz, b bytea)`,
  `CREATE TABLE b (m money DEFAULT '1.50', n text[] CHECK (n <> '{NULL}'), t text DEFAULT '\\')`,
  `INSERT INTO a VALUES ('a', now(), 'x'); INSERT INTO b VALUES ('2.50', '{NULL,x}')`,
  'ALTER DATABASE DATABASE SET quote_all_identifiers = on',
  `ALTER DATABASE DATABASE SET "TimeZone" = 'Asia/Kathmandu'`,
  `ALTER DATABASE DATABASE SET bytea_output = 'escape'`,
  'ALTER DATABASE DATABASE SET standard_conforming_strings = off',
  'ALTER DATABASE DATABASE SET array_nulls = off',
];

/** What seeds have found: way, options of the database, statements before the snapshot, statements after it. */
const FOUND: Record<string, readonly [Way, string, readonly string[], readonly string[]]> = {
  'a schema "public" that was made again': [
    'swap',
    '',
    [
      'DROP SCHEMA public; CREATE SCHEMA public; GRANT ALL ON SCHEMA public TO PUBLIC',
      'CREATE TABLE public.t (i int)',
      'INSERT INTO public.t VALUES (1)',
    ],
    ['TRUNCATE public.t'],
  ],
  'partitioned tables in "public", of the snapshot and later ones': [
    'in-place',
    '',
    [
      'CREATE TABLE p (k int) PARTITION BY LIST (k)',
      'CREATE TABLE p1 PARTITION OF p DEFAULT',
      'INSERT INTO p VALUES (1)',
    ],
    ['CREATE TABLE late (k int) PARTITION BY LIST (k)'],
  ],
  'a child whose parent got a column later: a reload orders its columns otherwise': [
    'swap',
    '',
    [
      'CREATE TABLE a (i int)',
      'CREATE TABLE b (own text) INHERITS (a)',
      'ALTER TABLE a ADD COLUMN later text',
      `INSERT INTO b VALUES (1, 'own', 'later')`,
    ],
    ['TRUNCATE a'],
  ],
  'a large dump, of which a second reload for the reference reads only the beginning': [
    'swap',
    '',
    [
      `CREATE TABLE a (kind varchar(9) CHECK (kind IN ('a', 'b')), t text)`,
      `INSERT INTO a SELECT 'a', string_agg(md5(random()::text), '') FROM generate_series(1, 90000) i GROUP BY i % 10`,
    ],
    ['TRUNCATE a'],
  ],
  'an extension whose schema was renamed, and one that was moved': [
    'in-place',
    '',
    [
      'CREATE SCHEMA s1; CREATE EXTENSION citext SCHEMA s1; CREATE EXTENSION hstore SCHEMA s1',
      'CREATE TABLE t (c s1.citext, h s1.hstore)',
      `INSERT INTO t VALUES ('A', 'a=>1')`,
      `COMMENT ON EXTENSION citext IS 'ours'`,
    ],
    ['ALTER EXTENSION hstore SET SCHEMA public', 'ALTER SCHEMA s1 RENAME TO away'],
  ],
  'settings that change how definitions and values are printed': ['swap', '', PRINTED_SETTINGS, ['TRUNCATE a']],
  'the same, in place': ['in-place', '', PRINTED_SETTINGS, ['TRUNCATE a']],
  'a database that is read-only by default': [
    'owner in-place',
    '',
    [
      `CREATE TABLE a (kind varchar(9) CHECK (kind IN ('a', 'b')))`,
      'ALTER DATABASE DATABASE SET default_transaction_read_only = on',
    ],
    ['SET default_transaction_read_only = off', 'ALTER TABLE a ADD COLUMN b int'],
  ],
  'privileges and a comment that the database got since': [
    'in-place',
    '',
    ['CREATE TABLE a (i int)'],
    ['REVOKE CONNECT ON DATABASE DATABASE FROM PUBLIC', `COMMENT ON DATABASE DATABASE IS 'new'`],
  ],
  'default privileges on sequences': [
    'in-place',
    '',
    ['ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO rt_auditor', 'CREATE TABLE a (i serial)'],
    ['TRUNCATE a', 'CREATE TABLE damaged (i int)'],
  ],
  'a database in an encoding that lacks most characters': [
    'owner swap',
    `ENCODING 'LATIN1'`,
    ['CREATE TABLE "é" (t text)', `INSERT INTO "é" VALUES ('ü')`],
    ['TRUNCATE "é"'],
  ],
};

test.each(Object.entries(FOUND))('%s', async (_name, [way, options, make, damage]) => {
  round += 1;
  await holds(`case${round}`, way, { options, make, damage });
});

test.each(['rt_maker', 'rt_plain'])(
  'privileges that another role granted: check tells %s, who is no superuser, that they cannot be restored',
  async (user) => {
    const database = `granted_by_others_${user}`;
    await server.query('postgres', `CREATE DATABASE ${database} OWNER ${user}`);
    await server.query(
      database,
      `SET ROLE ${user}; CREATE TABLE t (i int); GRANT SELECT ON t TO rt_clerk WITH GRANT OPTION;
       RESET ROLE; SET ROLE rt_clerk; GRANT SELECT ON t TO rt_auditor`,
    );
    const config = schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}' });
    const url = `postgresql://${user}:${PASSWORD}@127.0.0.1:${server.port}/${database}`;
    const found = await provider.check(config, testContext({ env: { DATABASE_URL: url } }));
    expect(found).toContainEqual(
      expect.objectContaining({
        level: 'error',
        code: 'database-permission',
        message: expect.stringContaining('public.t (by rt_clerk)'),
      }),
    );
  },
);

test.each(SEEDS)('seed %d: %s', async (seed, way) => {
  await holds(String(seed), way);
});

async function holds(seed: string, way: Way, random?: RandomDatabase): Promise<void> {
  const { problems, made, hurt, rejected, refused } = await roundTrip(server, seed, way, random);
  if (process.env.REWIND_SEEDS !== undefined) {
    console.log(
      `seed ${seed}, ${way}: ${problems.length} problems, ${refused.length} backups refused ${refused.join('\n')}`,
    );
  }
  if (problems.length > 0) {
    console.error(
      `seed ${seed}, ${way}: ${problems.join('\n')}\n${made.join(';\n')};\n-- the snapshot is taken here\n${hurt.join(';\n')};`,
    );
  }
  expect({ seed, problems }).toEqual({ seed, problems: [] });
  // Most of what is made up is valid. A named case may need an extension that this server lacks.
  if (random === undefined) expect(rejected).toBeLessThan(made.length + hurt.length);
}
