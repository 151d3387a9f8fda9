import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changedObjects } from '../../src/providers/postgres/compare.js';
import { config as schema, type Config } from '../../src/providers/postgres/config.js';
import provider from '../../src/providers/postgres/index.js';
import type { State } from '../../src/providers/postgres/state.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { findPostgres, startPostgres, type TestPostgres } from '../support/postgres.js';
import { withExtension } from '../support/postgres-extension.js';

const SNAPSHOT = '20260101T000000Z-test00';
const OWNER_PASSWORD = 'owner-password-1';

/** As pg_cron: a table of its own whose rows are users' data, except those that it brings. */
const EXTENSION = {
  'rewind_jobs.control': `default_version = '1.1'\nrelocatable = false\nschema = jobs\n`,
  'rewind_jobs--1.0.sql': `
    CREATE TABLE jobs (name text, jobs text, builtin boolean DEFAULT false);
    CREATE SEQUENCE jobs_ran;
    INSERT INTO jobs VALUES ('vacuum', 'x', true);
    SELECT pg_extension_config_dump('jobs', 'WHERE NOT jobs.builtin'); SELECT pg_extension_config_dump('jobs_ran', '');`,
  'rewind_jobs--1.0--1.1.sql': `CREATE FUNCTION ran() RETURNS int LANGUAGE sql AS 'SELECT 1';`,
};

let server: TestPostgres;

beforeAll(async () => {
  server = await startPostgres({ binDir: withExtension(findPostgres(), EXTENSION) });
  await server.query(
    'postgres',
    `CREATE ROLE reader; CREATE ROLE writer;
     CREATE ROLE keeper LOGIN PASSWORD '${OWNER_PASSWORD}'; CREATE ROLE maker LOGIN CREATEDB PASSWORD '${OWNER_PASSWORD}'`,
  );
});
afterAll(() => server.stop());

const contextFor = (database: string): TestContext =>
  testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: server.url(database) } });
const configOf = (extra: Record<string, unknown> = {}): Config =>
  schema.parse({
    id: 'subject',
    provider: 'postgres',
    url: '${DATABASE_URL}',
    'client-bin': server.binDir,
    ...extra,
  });

async function databaseWith(name: string, sql: string): Promise<{ readonly ctx: TestContext }> {
  await server.createDatabase(name);
  await server.query(name, sql);
  return { ctx: contextFor(name) };
}

const live = (ctx: TestContext, config = configOf()): Promise<State> =>
  provider.capture(config, ctx, new MemoryPayloads('compare'));
const differences = (saved: State, now: State): string => provider.plan(saved, now)[0]?.before ?? '';

/** Restores by a plan, as a rollback does. */
async function restore(saved: State, ctx: TestContext, payloads: MemoryPayloads, config = configOf()): Promise<void> {
  const plan = provider.plan(saved, await live(ctx, config));
  expect(plan).toHaveLength(1);
  for (const change of plan) await provider.apply(config, change, ctx, payloads);
}

/** A directory of client programs, one of which is a shell script. */
function clientWith(program: string, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rewind-client-'));
  for (const name of ['pg_dump', 'pg_restore', 'psql']) {
    if (name !== program) symlinkSync(join(server.binDir, name), join(folder, name));
  }
  writeFileSync(join(folder, program), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, program), 0o755);
  return folder;
}

/** PostgreSQL's own words, as an independent witness. */
function schemaText(database: string): string {
  const dump = spawnSync(
    join(server.binDir, 'pg_dump'),
    ['--schema-only', '--create', `--dbname=${server.url(database)}`],
    {
      encoding: 'utf8',
    },
  );
  expect(dump.stderr).toBe('');
  // Rewind's tag is the only comment of the database. Newer releases fence the text with a random key.
  return dump.stdout
    .replace(/^--\n-- Name: DATABASE [^]*?\nCOMMENT ON DATABASE .*;\n\n\n/m, '')
    .replace(/^\\(un)?restrict .*$/gm, '');
}

describe('everything that a dump restores is captured', () => {
  const BEFORE = `
    CREATE TYPE tier AS ENUM ('free', 'gold');
    CREATE TABLE notes (id int PRIMARY KEY, body text, editor text);
    CREATE TABLE followed (id int); CREATE TABLE packed (id int); CREATE TABLE preset (tier tier DEFAULT 'free');
    INSERT INTO notes SELECT i, 'note ' || i FROM generate_series(1, 20) i;
    CREATE INDEX notes_body ON notes (body);
    CREATE SEQUENCE numbers; SELECT setval('numbers', 500);
    SELECT lo_from_bytea(4711, 'before'), lo_from_bytea(4712, 'other');
    CREATE MATERIALIZED VIEW totals AS SELECT count(*) FROM notes;
    CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
    CREATE FUNCTION same(tier, tier) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2::text';
    COMMENT ON FUNCTION same(tier, tier) IS 'compares';
    CREATE OPERATOR === (LEFTARG = tier, RIGHTARG = tier, FUNCTION = same);
    CREATE CAST (tier AS int) WITH INOUT;
    CREATE STATISTICS related ON id, body FROM notes;
    CREATE TABLE parent (id int); CREATE TABLE child () INHERITS (parent);
    CREATE SCHEMA archive; CREATE TABLE archive.old (id int); GRANT USAGE ON SCHEMA archive TO reader;
    CREATE PUBLICATION filtered FOR TABLE notes WHERE (id > 10);
    CREATE PUBLICATION whole FOR TABLES IN SCHEMA archive;
    CREATE FOREIGN DATA WRAPPER elsewhere; CREATE SERVER remote FOREIGN DATA WRAPPER elsewhere OPTIONS (host 'a');
    CREATE USER MAPPING FOR reader SERVER remote OPTIONS (name 'r');
    CREATE FOREIGN TABLE far (id int) SERVER remote;
    CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TRIGGER touch BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touched();
    CREATE FUNCTION said() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
    CREATE EVENT TRIGGER saying ON ddl_command_end EXECUTE FUNCTION said();
    ALTER TABLE notes ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON notes USING (editor = current_user);
    CREATE DOMAIN positive AS int CONSTRAINT above CHECK (VALUE > 0);
    CREATE COLLATION german (provider = libc, locale = 'C');
    CREATE VIEW bodies AS SELECT body FROM notes;
    CREATE AGGREGATE joined (text) (SFUNC = textcat, STYPE = text);
    CREATE CONVERSION mine FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
    GRANT SELECT ON notes TO reader; GRANT UPDATE (body) ON notes TO reader;
    CREATE FUNCTION "odd
-- Name: notes; Type: TABLE; Schema: public; Owner: rewind
" () RETURNS text LANGUAGE sql AS $$ SELECT E'\\n--\\n-- Name: notes; Type: TABLE; Schema: public; Owner: rewind\\n--\\n\\n' $$;`;

  /** What is broken, how, and what must be named. */
  const KINDS: readonly (readonly [string, string, string])[] = [
    ['large object overwritten', `SELECT lo_put(4711, 0, 'after!')`, 'large objects were written'],
    ['large object of another owner', `ALTER LARGE OBJECT 4712 OWNER TO reader`, 'large objects changed'],
    ['sequence restarted', `ALTER SEQUENCE numbers RESTART`, 'sequence public.numbers was set back'],
    ['rule', `CREATE RULE swallow AS ON INSERT TO notes DO INSTEAD NOTHING`, 'rule public.notes swallow is new'],
    ['matview emptied', `REFRESH MATERIALIZED VIEW totals WITH NO DATA`, 'materialized view data public.totals'],
    [
      'default privileges',
      `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader`,
      'default privileges for tables of rewind in schema public is new',
    ],
    ['replica identity', `ALTER TABLE followed REPLICA IDENTITY FULL`, 'table public.followed changed'],
    ['text search', `DROP TEXT SEARCH CONFIGURATION words`, 'text search configuration public.words is missing'],
    ['operator', `DROP OPERATOR === (tier, tier)`, 'operator public.=== is missing'],
    ['cast', `DROP CAST (tier AS int)`, 'cast CAST (public.tier AS integer) is missing'],
    ['statistics', `DROP STATISTICS related`, 'statistics public.related is missing'],
    ['inheritance', `ALTER TABLE child NO INHERIT parent`, 'table public.child changed'],
    [
      'publication filter',
      `ALTER PUBLICATION filtered SET TABLE notes`,
      'publication table public.filtered notes changed',
    ],
    ['publication schemas', `ALTER PUBLICATION whole DROP TABLES IN SCHEMA archive`, 'publication tables in schema'],
    ['server options', `ALTER SERVER remote OPTIONS (SET host 'b')`, 'server remote changed'],
    ['user mapping', `ALTER USER MAPPING FOR reader SERVER remote OPTIONS (SET name 'x')`, 'user mapping'],
    ['comment', `COMMENT ON FUNCTION same(tier, tier) IS NULL`, 'comment of function public.same('],
    ['privileges', `REVOKE UPDATE (body) ON notes FROM reader`, 'privileges of column public.notes.body is missing'],
    ['schema privileges', `REVOKE ALL ON SCHEMA archive FROM reader`, 'privileges of schema archive is missing'],
    ['row security', `ALTER TABLE notes DISABLE ROW LEVEL SECURITY`, 'row security public.notes is missing'],
    ['policy', `ALTER POLICY own ON notes USING (true)`, 'policy public.notes own changed'],
    ['trigger disabled', `ALTER TABLE notes DISABLE TRIGGER touch`, 'trigger public.notes touch changed'],
    [
      'function',
      `CREATE OR REPLACE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'`,
      'function public.touched() changed',
    ],
    ['event trigger', `ALTER EVENT TRIGGER saying DISABLE`, 'event trigger saying changed'],
    ['enum value', `ALTER TYPE tier RENAME VALUE 'gold' TO 'silver'`, 'type public.tier changed'],
    ['domain', `ALTER DOMAIN positive DROP CONSTRAINT above`, 'domain public.positive changed'],
    ['collation', `DROP COLLATION german`, 'collation public.german is missing'],
    ['view', `CREATE OR REPLACE VIEW bodies AS SELECT upper(body) AS body FROM notes`, 'view public.bodies changed'],
    ['aggregate', `DROP AGGREGATE joined (text)`, 'aggregate public.joined(text) is missing'],
    ['conversion', `DROP CONVERSION mine`, 'conversion public.mine is missing'],
    ['owner', `ALTER TABLE parent OWNER TO writer`, 'table public.parent changed'],
    ['default', `ALTER TABLE preset ALTER tier DROP DEFAULT`, 'table public.preset changed'],
    ['storage parameter', `ALTER TABLE packed SET (fillfactor = 50)`, 'table public.packed changed'],
    ['index', `DROP INDEX notes_body`, 'index public.notes_body is missing'],
    ['foreign table', `ALTER FOREIGN TABLE far OPTIONS (ADD x 'y')`, 'foreign table public.far changed'],
    [
      'function with a hostile name',
      `DROP FUNCTION "odd\n-- Name: notes; Type: TABLE; Schema: public; Owner: rewind\n"()`,
      'is missing',
    ],
  ];
  const OF_THE_DATABASE: typeof KINDS = [
    ['database privileges', `GRANT CREATE ON DATABASE kinds TO reader`, 'database privileges is new'],
    ['database settings', `ALTER DATABASE kinds SET work_mem = '7MB'`, 'database settings is new'],
    ['settings of a role', `ALTER ROLE reader IN DATABASE kinds SET work_mem = '8MB'`, 'database settings changed'],
    ['connection limit', `ALTER DATABASE kinds CONNECTION LIMIT 40`, 'database settings changed'],
    ['database comment', `COMMENT ON DATABASE kinds IS 'broken'`, 'database comment is new'],
  ];
  let ctx: TestContext;
  let saved: State;
  let text: string;
  let named: readonly string[];
  const payloads = new MemoryPayloads();

  beforeAll(async () => {
    ({ ctx } = await databaseWith('kinds', BEFORE));
    text = schemaText('kinds');
    saved = await provider.capture(configOf(), ctx, payloads);
    expect(provider.plan(saved, await live(ctx))).toEqual([]);
    // All at once: each is an object of its own, and a capture takes its time.
    for (const [, sql] of KINDS) await server.query('kinds', sql);
    const broken = await live(ctx);
    named = [
      ...changedObjects(saved.schema, broken.schema).map(({ name, how }) => `${name} ${how}`),
      differences({ ...saved, schema: {} }, { ...broken, schema: {} }),
    ];
  });

  test.each(KINDS)('%s', (_kind, _sql, name) => expect(named).toContainEqual(expect.stringContaining(name)));

  test('nothing else differs', () => expect(named).toHaveLength(KINDS.length - 1));

  test('the properties that go with the name of the database', async () => {
    let before = await live(ctx);
    for (const [, sql, name] of OF_THE_DATABASE) {
      await server.query('kinds', sql);
      const after = await live(ctx);
      expect(differences(before, after)).toBe(`schema differs: ${name}`);
      before = after;
    }
    await server.query(
      'kinds',
      `REVOKE CREATE ON DATABASE kinds FROM reader; ALTER DATABASE kinds RESET ALL; ALTER DATABASE kinds CONNECTION LIMIT -1;
       ALTER ROLE reader IN DATABASE kinds RESET ALL; COMMENT ON DATABASE kinds IS NULL`,
    );
  });

  test('all of it is restored', async () => {
    await restore(saved, ctx, payloads);
    const after = await live(ctx);
    expect(differences(saved, after)).toBe('');
    expect(after.schema).toEqual(saved.schema);
    expect(after.sequences).toEqual(saved.sequences);
    expect(after.largeObjects).toEqual(saved.largeObjects);
    expect(schemaText('kinds')).toBe(text);
  });
});

test('a dump without the rows of a table becomes no snapshot', async () => {
  const { ctx } = await databaseWith('left_out', 'CREATE TABLE fans AS SELECT 1 AS id; CREATE TABLE notes (id int)');
  const config = configOf({
    'client-bin': clientWith('pg_dump', `exec "${server.binDir}/pg_dump" "$@" --exclude-table-data=*.fans`),
  });
  await expect(provider.capture(config, ctx, new MemoryPayloads())).rejects.toMatchObject({
    code: 'dump-failed',
    message: 'pg_dump leaves the rows of public.fans out.',
  });
});

test("rows and sequences of an extension's configuration tables", async () => {
  const { ctx } = await databaseWith(
    'scheduled',
    `CREATE SCHEMA jobs; CREATE EXTENSION rewind_jobs;
     INSERT INTO jobs.jobs VALUES ('report', 'a'), ('mail', 'b'); SELECT setval('jobs.jobs_ran', 40)`,
  );
  const config = configOf({ integrity: 'content' });
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(config, ctx, payloads);
  expect(saved.tables).toMatchObject([{ name: 'jobs.jobs', rows: 2, condition: 'WHERE NOT jobs.builtin' }]);
  // The name of the column is that of the table: the hash must cover the whole row all the same.
  await server.query(
    'scheduled',
    `UPDATE jobs.jobs SET name = 'spam' WHERE name = 'mail'; SELECT setval('jobs.jobs_ran', 1)`,
  );
  expect(differences(saved, await live(ctx, config))).toMatch(
    /sequence jobs.jobs_ran was set back; rows were written since/,
  );
  await restore(saved, ctx, payloads, config);
  expect(differences(saved, await live(ctx, config))).toBe('');
  expect(await server.query('scheduled', 'SELECT name FROM jobs.jobs ORDER BY 1')).toEqual([
    { name: 'mail' },
    { name: 'report' },
    { name: 'vacuum' },
  ]);
});

describe('what PostgreSQL prints differently after a reload is no mismatch', () => {
  const REPRINTED = `
    CREATE TABLE fans (id int, tier varchar(10) CHECK (tier IN ('free', 'gold')), token text);
    INSERT INTO fans SELECT i, 'gold' FROM generate_series(1, 50) i;
    CREATE INDEX paying ON fans (id) WHERE tier IN ('gold', 'platinum');
    CREATE VIEW golden AS SELECT id FROM fans WHERE tier IN ('gold', 'platinum');
    CREATE DOMAIN tier AS varchar(10) CHECK (VALUE IN ('free', 'gold'));
    ALTER TABLE fans ENABLE ROW LEVEL SECURITY; CREATE POLICY customers ON fans USING (tier IN ('free', 'gold'));
    CREATE FUNCTION free() RETURNS bigint BEGIN ATOMIC SELECT count(*) FROM fans WHERE tier IN ('free', 'none'); END;
    GRANT SELECT ON fans TO reader; REVOKE SELECT ON fans FROM reader;
    GRANT EXECUTE ON FUNCTION free() TO reader; REVOKE EXECUTE ON FUNCTION free() FROM reader;
    CREATE TABLE zebras (id int); CREATE TABLE apes (id int); CREATE PUBLICATION animals FOR TABLE zebras, apes;`;
  let ctx: TestContext;
  let saved: State;
  const payloads = new MemoryPayloads();

  beforeAll(async () => {
    ({ ctx } = await databaseWith('printed', REPRINTED));
    await server.query('printed', `CREATE SCHEMA jobs; CREATE EXTENSION rewind_jobs VERSION '1.0'`);
    saved = await provider.capture(configOf(), ctx, payloads);
  });

  /** A client whose pg_restore changes the restored database once it has filled it. */
  const tampering = (sql: string): string =>
    clientWith(
      'pg_restore',
      `"${server.binDir}/pg_restore" "$@" || exit
       case "$*" in *--schema-only*|*--list*) exit 0;; esac
       for option; do case "$option" in --dbname=*) database="\${option#--dbname=}";; esac; done
       exec "${server.binDir}/psql" --no-psqlrc --quiet --dbname="$database" --command="${sql}"`,
    );

  test.each([
    ['an object is missing', 'DROP INDEX paying', 'index public.paying is missing'],
    [
      'an object that is printed differently is another one',
      `ALTER TABLE fans DROP CONSTRAINT fans_tier_check, ADD CONSTRAINT fans_tier_check CHECK (tier IN ('free', 'base', 'gold'))`,
      'table public.fans changed',
    ],
  ])('%s: a real difference, the current database stays', async (_name, sql, problem) => {
    await server.query('printed', `UPDATE fans SET token = 'x' WHERE id = 2`);
    const config = configOf({ 'client-bin': tampering(sql) });
    await expect(restore(saved, ctx, payloads, config)).rejects.toMatchObject({
      code: 'restore-mismatch',
      problems: [problem],
    });
    expect(await server.query('printed', `SELECT count(*)::int AS count FROM fans WHERE token = 'x'`)).toEqual([
      { count: 1 },
    ]);
  });

  test('restored by swap: equal, and a later change of such an object is seen', async () => {
    await restore(saved, ctx, payloads);
    const after = await live(ctx);
    expect(differences(saved, after)).toBe('');
    // The test would prove nothing if this PostgreSQL printed them as before.
    expect(after.schema['table public.fans']).not.toBe(saved.schema['table public.fans']);
    expect(await server.query('postgres', `SELECT datname FROM pg_database WHERE datname LIKE 'rewind%'`)).toEqual([]);
    await server.query('printed', `ALTER TABLE fans DROP CONSTRAINT fans_tier_check`);
    expect(differences(saved, await live(ctx))).toBe('schema differs: table public.fans changed');
  });

  test.each([
    ['in place by a user who may create databases', 'in-place', 'rewind', ''],
    ['in place by an owner who may not', 'in-place', 'keeper', OWNER_PASSWORD],
    ['by swap by an owner who may', 'swap', 'maker', OWNER_PASSWORD],
  ])('restored %s: equal', async (_name, way, user, password) => {
    const name = `placed_${user}`;
    await server.createDatabase(name);
    await server.query('postgres', `ALTER DATABASE ${name} OWNER TO ${user}`);
    await server.query(name, `GRANT CREATE ON SCHEMA public TO ${user}; SET ROLE ${user}; ${REPRINTED}`);
    const url = new URL(server.url(name));
    if (password !== '') Object.assign(url, { username: user, password });
    const own = testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: url.href } });
    const config = configOf({ restore: way });
    const kept = new MemoryPayloads();
    const before = await provider.capture(config, own, kept);
    await server.query(name, `UPDATE fans SET token = 'x'`);
    await restore(before, own, kept, config);
    const after = await live(own, config);
    expect(differences(before, after)).toBe('');
    expect(after.schema['table public.fans']).not.toBe(before.schema['table public.fans']);
    await server.query(name, `ALTER TABLE fans DROP CONSTRAINT fans_tier_check`);
    expect(differences(before, await live(own, config))).toBe('schema differs: table public.fans changed');
  });
});

test('without schema public and without plpgsql, which a new database has', async () => {
  const { ctx } = await databaseWith(
    'bare',
    `DROP SCHEMA public; DROP EXTENSION plpgsql; CREATE SCHEMA app; CREATE TABLE app.fans (id int); INSERT INTO app.fans VALUES (1)`,
  );
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(configOf(), ctx, payloads);
  await server.query('bare', `DELETE FROM app.fans`);
  await restore(saved, ctx, payloads);
  expect(differences(saved, await live(ctx))).toBe('');
});
