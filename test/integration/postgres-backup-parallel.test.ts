import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { analyze } from '../../src/providers/postgres/analyze.js';
import provider from '../../src/providers/postgres/index.js';
import { config as schema } from '../../src/providers/postgres/config.js';
import { findPrograms } from '../../src/providers/postgres/programs.js';
import { readHead } from '../../src/providers/postgres/entries.js';
import { restoreInParallel } from '../../src/providers/postgres/parallel-restore.js';
import type { State } from '../../src/providers/postgres/state.js';
import { parseDatabaseUrl } from '../../src/services/postgres/database-url.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

let server: TestPostgres;
let expected: State;
const payloads = new MemoryPayloads();
const target = 'restored';

/** Everything whose order matters: foreign keys in a circle, views that need a primary key, revoked rights, triggers. */
const ZOO = `
CREATE SCHEMA "odd name.d";
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE FUNCTION checked(int) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS 'BEGIN PERFORM pg_sleep(0.004); RETURN $1 > 0; END';
CREATE TABLE artists (id serial PRIMARY KEY, name text UNIQUE, mood mood, best int);
CREATE TABLE fans (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, artist int REFERENCES artists DEFERRABLE, email text, at timestamptz DEFAULT now());
ALTER TABLE artists ADD FOREIGN KEY (best) REFERENCES fans DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX fans_email ON fans (lower(email)); CREATE INDEX fans_at ON fans (at); CREATE INDEX ON fans (artist);
COMMENT ON INDEX fans_at IS 'when they came'; CLUSTER fans USING fans_at;
ALTER TABLE artists ALTER name SET NOT NULL; ALTER TABLE artists REPLICA IDENTITY USING INDEX artists_name_key;
CREATE TABLE "odd name.d"."quo""te table" (id int PRIMARY KEY, body bytea, EXCLUDE (id WITH =));
CREATE TABLE events (id int, at date, body text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX ON events (body);
CREATE TABLE notes (id int PRIMARY KEY, event int, at date, FOREIGN KEY (event, at) REFERENCES events, CHECK (checked(id)));
CREATE VIEW grouped AS SELECT a.id, a.name, count(f.id) AS fans FROM artists a LEFT JOIN fans f ON f.artist = a.id GROUP BY a.id;
CREATE MATERIALIZED VIEW counted AS SELECT * FROM grouped; CREATE UNIQUE INDEX ON counted (id);
CREATE FUNCTION loud() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.name := upper(NEW.name); RETURN NEW; END';
CREATE TRIGGER loud BEFORE INSERT ON artists FOR EACH ROW EXECUTE FUNCTION loud();
CREATE RULE quiet AS ON DELETE TO notes DO INSTEAD NOTHING;
ALTER TABLE fans ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON fans USING (email = current_user);
CREATE STATISTICS together (dependencies) ON artist, email FROM fans;
CREATE PUBLICATION pub FOR TABLE fans, artists;
CREATE ROLE reader; GRANT SELECT ON fans TO reader; ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;
CREATE ROLE keeper; ALTER TABLE notes OWNER TO keeper; REVOKE INSERT ON notes FROM keeper;
CREATE FUNCTION noticed() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no changes''; END';
INSERT INTO artists (name, mood) SELECT 'artist ' || i, 'ok' FROM generate_series(1, 50) i;
INSERT INTO fans (artist, email) SELECT 1 + i % 50, 'fan' || i || '@example.com' FROM generate_series(1, 3000) i;
UPDATE artists SET best = id;
INSERT INTO events SELECT i, date '2025-06-01' + i, 'event ' || i FROM generate_series(1, 400) i;
INSERT INTO notes SELECT i, i, date '2025-06-01' + i FROM generate_series(1, 100) i;
INSERT INTO "odd name.d"."quo""te table" SELECT i, decode(md5(i::text), 'hex') FROM generate_series(1, 500) i;
SELECT setval('artists_id_seq', 777); SELECT lo_from_bytea(0, 'a large object');
REFRESH MATERIALIZED VIEW counted;
CREATE EVENT TRIGGER nothing ON ddl_command_start WHEN TAG IN ('CREATE SEQUENCE') EXECUTE FUNCTION noticed();
COMMENT ON EVENT TRIGGER nothing IS 'no sequences';`;

beforeAll(async () => {
  // With less, pg_restore of PostgreSQL 14 prints the server's warning of a publication.
  server = await startPostgres({ settings: ['wal_level=logical'] });
  await server.createDatabase('zoo');
  await server.query('zoo', ZOO);
  const config = schema.parse({
    id: 'subject',
    provider: 'postgres',
    url: '${DATABASE_URL}',
    'client-bin': server.binDir,
  });
  expected = await provider.capture(config, testContext({ env: { DATABASE_URL: server.url('zoo') } }), payloads);
});
beforeEach(async () => {
  await server.dropDatabase(target);
  await server.createDatabase(target);
});
afterAll(() => server.stop());

async function restore(lanes: number, ctx: TestContext, source = payloads): Promise<void> {
  const programs = await findPrograms(ctx, server.major, server.binDir);
  const address = parseDatabaseUrl(server.url(target), {}, 'db');
  await restoreInParallel(ctx, { programs, source, address, database: target, expected, lanes });
}

/** Waits for the end of all programs but the server. */
async function childrenEnd(): Promise<void> {
  const children = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'ProcessWrap').length;
  while (children() > 1) await new Promise((resolve) => setTimeout(resolve, 10));
}

function tool(program: string, args: readonly string[], input?: Buffer): string {
  const env = { PGHOST: server.host, PGPORT: String(server.port), PGUSER: server.user, PGPASSWORD: server.password };
  const result = spawnSync(join(server.binDir, program), [...args], {
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
    ...(input ? { input } : {}),
  });
  expect(result.stderr).toBe('');
  expect(result.status).toBe(0);
  // Newer releases fence the text with a random key of each run.
  return result.stdout.replace(/^\\(un)?restrict .*$/gm, '');
}

test('several streams restore what one pg_restore restores, byte for byte in the text of pg_dump', async () => {
  const ctx = testContext();
  await restore(3, ctx);
  await analyze(ctx, parseDatabaseUrl(server.url(target), {}, 'db'), target, 3);
  const withoutStatistics = await server.query(
    target,
    `SELECT oid::regclass::text AS name FROM pg_class c
      WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_statistic WHERE starelid = c.oid)`,
  );
  expect(withoutStatistics).toEqual([]);
  const parallel = tool('pg_dump', [target]);
  await server.dropDatabase(target);
  await server.createDatabase(target);
  tool('pg_restore', ['--exit-on-error', `--dbname=${target}`], await payloads.read('dump'));
  expect(parallel).toBe(tool('pg_dump', [target]));
  expect(parallel).toContain('fan3000@example.com');
});

test('statistics are collected beside the foreign keys, when all indexes and extended statistics exist', async () => {
  const ctx = testContext();
  const programs = await findPrograms(ctx, server.major, server.binDir);
  const address = parseDatabaseUrl(server.url(target), {}, 'db');
  const objects = `SELECT (SELECT count(*) FROM pg_index WHERE indrelid >= 16384) AS indexes, (SELECT count(*) FROM pg_statistic_ext) AS ext`;
  const keys = async (): Promise<number> =>
    (await server.query(target, `SELECT 1 FROM pg_constraint WHERE contype = 'f'`)).length;
  const wanted = await server.query('zoo', objects);
  const all = (await server.query('zoo', `SELECT 1 FROM pg_constraint WHERE contype = 'f'`)).length;
  let found: unknown;
  const beside = async (): Promise<void> => {
    found = await server.query(target, objects);
    // It would wait without end if the foreign keys waited for it.
    while ((await keys()) < all) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const ran = await restoreInParallel(ctx, {
    programs,
    source: payloads,
    address,
    database: target,
    expected,
    lanes: 2,
    beside,
  });
  expect(ran).toBe(true);
  expect(found).toEqual(wanted);
});

test('statistics that cannot be collected end the restore, and their error is the error', async () => {
  const ctx = testContext();
  const programs = await findPrograms(ctx, server.major, server.binDir);
  const address = parseDatabaseUrl(server.url(target), {}, 'db');
  const beside = (): Promise<void> => Promise.reject(new Error('no statistics'));
  const request = { programs, source: payloads, address, database: target, expected, lanes: 2, beside };
  await expect(restoreInParallel(ctx, request)).rejects.toThrow('no statistics');
  await childrenEnd();
});

test('one stream that is killed ends all of them, and its error is the error', async () => {
  const ctx = testContext();
  const restoring = restore(3, ctx);
  const outcome = expect(restoring).rejects.toMatchObject({
    code: 'restore-failed',
    message: expect.stringMatching(/terminating connection|server closed the connection/),
  });
  // The check of "notes" takes 4 ms a row.
  for (let killed = false; !killed;) {
    const rows = await server.query(
      'postgres',
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${target}' AND query LIKE 'COPY public.notes%'`,
    );
    killed = rows.length > 0;
  }
  await outcome;
  await childrenEnd();
});

test('an entry that cannot be restored is named', async () => {
  await server.query(target, 'CREATE TABLE fans (id text)');
  await expect(restore(2, testContext())).rejects.toMatchObject({
    code: 'restore-failed',
    message: expect.stringContaining('relation "fans" already exists'),
  });
});

test('a dump that changes between two reads is not used', async () => {
  const other = Buffer.from(await payloads.read('dump'));
  // Past the magic and the version, inside the table of contents.
  other.writeUInt8(other.readUInt8(200) ^ 1, 200);
  let reads = 0;
  class Changing extends MemoryPayloads {
    override async open(name: string): Promise<Readable> {
      this.contents.set('dump', (reads += 1) === 1 ? await payloads.read('dump') : other);
      return super.open(name);
    }
  }
  const changing = new Changing();
  changing.contents.set('dump', other);
  await expect(restore(2, testContext(), changing)).rejects.toMatchObject({ code: 'snapshot-corrupt' });
});

test('the table of contents is what pg_restore lists, and takes only the beginning of the dump', async () => {
  const dump = await payloads.read('dump');
  const { entries, head } = await readHead(payloads);
  expect(head.length).toBeLessThanOrEqual(dump.length);
  for (const section of ['pre-data', 'data', 'post-data']) {
    const listed = tool('pg_restore', ['--list', `--section=${section}`], dump)
      .split('\n')
      .filter((line) => /^\d/.test(line));
    const ours = entries.filter((entry) => entry.section === section);
    expect(ours.map(({ id }) => id)).toEqual(listed.map((line) => Number.parseInt(line, 10)));
    expect(ours.length).toBeGreaterThan(5);
  }
  // Only the verbose list has the dependencies.
  const needs = new Map<number, number[]>();
  let id = 0;
  for (const line of tool('pg_restore', ['--list', '--verbose'], dump).split('\n')) {
    if (/^\d/.test(line)) id = Number.parseInt(line, 10);
    if (line.startsWith(';\tdepends on:')) needs.set(id, (line.match(/\d+/g) ?? []).map(Number));
  }
  expect(needs.size).toBeGreaterThan(20);
  for (const entry of entries) expect([entry.id, ...entry.needs]).toEqual([entry.id, ...(needs.get(entry.id) ?? [])]);
});
