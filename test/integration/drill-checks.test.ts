import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { drillOutcome, type DrillCheck } from '../../src/engine/drill.js';
import {
  PROPERTIES,
  propertiesFingerprint,
  savedProperties,
} from '../../src/providers/postgres/database-properties.js';
import { CHECKS } from '../../src/providers/postgres/drill/check.js';
import { drill } from '../../src/providers/postgres/drill/index.js';
import { dropLentRoles, lendRoles } from '../../src/providers/postgres/drill/roles.js';
import provider from '../../src/providers/postgres/index.js';
import type { State } from '../../src/providers/postgres/state.js';
import type { DatabaseClient } from '../../src/services/postgres/connection.js';
import { startLocalServer } from '../../src/services/postgres/local-server.js';
import { MemoryPayloads } from '../support/payloads.js';
import { CANARY, ORPHANS, SHOP } from '../support/drill-shop.js';
import { configOf, contextFor } from '../support/postgres-restore.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

const run = promisify(execFile);
let server: TestPostgres;
let folder: string;
let shop: Snapshot;
let count = 0;

const CONFIG = { integrity: 'content', drill: { 'same-server': true, canary: CANARY } };

beforeAll(async () => {
  server = await startPostgres();
  folder = mkdtempSync(join(tmpdir(), 'rewind-drill-'));
  await server.query('postgres', 'CREATE ROLE drill_owner; CREATE ROLE drill_reader');
  shop = await snapshotOf(SHOP);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

interface Snapshot {
  readonly database: string;
  readonly saved: State;
  readonly payloads: MemoryPayloads;
}

async function snapshotOf(sql: string): Promise<Snapshot> {
  const database = `drilled${(count += 1)}`;
  await server.createDatabase(database);
  if (sql !== '') await server.query(database, sql);
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(configOf(CONFIG), contextFor(server.url(database)), payloads);
  return { database, saved, payloads };
}

/** The snapshot of the shop with the dump of a damaged one. */
async function damaged(sql: string, args: readonly string[] = []): Promise<Snapshot> {
  const database = `damaged${(count += 1)}`;
  await server.query('postgres', `CREATE DATABASE ${database} TEMPLATE ${shop.database}`);
  if (sql !== '') await server.query(database, sql);
  const dump = ['--format=custom', '--compress=0', ...args, server.url(database)];
  const { stdout } = await run(join(server.binDir, 'pg_dump'), dump, { encoding: 'buffer', maxBuffer: 1e8 });
  const payloads = new MemoryPayloads();
  for (const [name, content] of shop.payloads.contents) payloads.contents.set(name, content);
  payloads.contents.set('dump', stdout);
  await server.dropDatabase(database);
  return { ...shop, payloads };
}

/** The dump of a snapshot with another description. */
async function described(
  saved: State,
  others: Readonly<Record<string, string>> = {},
  { contents }: MemoryPayloads = shop.payloads,
): Promise<Snapshot> {
  const payloads = new MemoryPayloads();
  for (const [name, content] of contents) payloads.contents.set(name, content);
  await payloads.write('expected.json', Buffer.from(JSON.stringify(saved)));
  for (const [name, text] of Object.entries(others)) await payloads.write(name, Buffer.from(text));
  return { ...shop, saved, payloads };
}

async function drilled(
  { database, saved, payloads }: Snapshot,
  extra: Record<string, unknown> = CONFIG,
  place: string | null = server.url('postgres'),
): Promise<readonly DrillCheck[]> {
  return drill.restore(configOf(extra), saved, contextFor(server.url(database)), payloads, {
    place,
    run: 'test',
    phase: (_name, part) => part(),
  });
}

/** `id: code, code` of each check with this outcome. */
const answers = (checks: readonly DrillCheck[], outcome: DrillCheck['outcome']): string[] =>
  checks
    .filter((check) => check.outcome === outcome)
    .map(
      ({ id, findings }) =>
        `${id}: ${findings
          .filter(({ level }) => level === 'error')
          .map(({ code }) => code)
          .join(' ')}`,
    );
const said = (checks: readonly DrillCheck[]): string =>
  checks.flatMap(({ findings }) => findings.map(({ message }) => message)).join('\n');

async function leftovers(): Promise<string[]> {
  const rows = await server.query(
    'postgres',
    `SELECT datname AS name FROM pg_database WHERE datname LIKE 'rewind%' UNION ALL
     SELECT rolname FROM pg_roles WHERE shobj_description(oid, 'pg_authid') LIKE '[rewind%'`,
  );
  return rows.map(({ name }) => String(name));
}

describe('a healthy database passes every check', () => {
  const SHAPES: readonly (readonly [string, string])[] = [
    ['empty', ''],
    [
      'sequences: identity, serial, descending, cycling, never used, behind in production too',
      `CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, s bigserial);
       INSERT INTO a SELECT FROM generate_series(1, 30);
       CREATE SEQUENCE down INCREMENT -2 START -1; CREATE TABLE b (id int DEFAULT nextval('down')); INSERT INTO b SELECT FROM generate_series(1, 5);
       CREATE SEQUENCE around MAXVALUE 3 CYCLE; CREATE TABLE c (id int DEFAULT nextval('around')); INSERT INTO c SELECT FROM generate_series(1, 5);
       CREATE TABLE never (id serial); CREATE TABLE explicit (id serial); INSERT INTO explicit VALUES (10)`,
    ],
    [
      'partitions, inheritance, generated columns, domains, enums',
      `CREATE DOMAIN cents AS int CHECK (VALUE >= 0); CREATE TYPE tier AS ENUM ('free', 'gold');
       CREATE TABLE sale (id bigserial, at date NOT NULL, price cents, tier tier, twice int GENERATED ALWAYS AS (price * 2) STORED, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
       CREATE TABLE sale_a PARTITION OF sale FOR VALUES FROM ('2026-01-01') TO ('2026-07-01') PARTITION BY HASH (id);
       CREATE TABLE sale_a0 PARTITION OF sale_a FOR VALUES WITH (MODULUS 2, REMAINDER 0); CREATE TABLE sale_a1 PARTITION OF sale_a FOR VALUES WITH (MODULUS 2, REMAINDER 1);
       CREATE TABLE sale_b PARTITION OF sale DEFAULT;
       CREATE TABLE refund (sale bigint, at date, FOREIGN KEY (sale, at) REFERENCES sale);
       CREATE TABLE base (i int); CREATE TABLE child (j int) INHERITS (base); INSERT INTO child VALUES (1, 2); INSERT INTO base VALUES (3);
       INSERT INTO sale (at, price, tier) SELECT '2026-01-01'::date + 9 * i, i, 'gold' FROM generate_series(1, 40) i;
       INSERT INTO refund SELECT id, at FROM sale LIMIT 3; INSERT INTO refund VALUES (NULL, '2026-01-01')`,
    ],
    [
      'extensions, roles with odd names, row security, large objects, materialized views with rows and without',
      `CREATE EXTENSION hstore; CREATE SCHEMA "odd one"; CREATE ROLE "drill ""odd"" role"; ALTER SCHEMA "odd one" OWNER TO "drill ""odd"" role";
       CREATE TABLE "odd one"."T a" (id int PRIMARY KEY, h hstore, owner name DEFAULT current_user); INSERT INTO "odd one"."T a" VALUES (1, 'a=>1');
       ALTER TABLE "odd one"."T a" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; ALTER TABLE "odd one"."T a" OWNER TO drill_owner;
       CREATE POLICY mine ON "odd one"."T a" TO drill_reader, "drill ""odd"" role" USING (owner = current_user);
       ALTER DEFAULT PRIVILEGES FOR ROLE drill_owner GRANT SELECT ON TABLES TO drill_reader; GRANT SELECT (id) ON "odd one"."T a" TO drill_reader;
       SELECT lo_from_bytea(1, 'a'); SELECT lo_create(2); ALTER LARGE OBJECT 2 OWNER TO drill_owner;
       CREATE TABLE n AS SELECT 1 AS i; CREATE MATERIALIZED VIEW full_one AS SELECT i FROM n; CREATE MATERIALIZED VIEW empty_one AS SELECT i FROM n WITH NO DATA`,
    ],
    [
      'collations, foreign keys, what production has disabled, not validated or invalid',
      `CREATE COLLATION digits (provider = icu, locale = 'en-u-kn-true'); CREATE TABLE p (code text COLLATE digits PRIMARY KEY, up text);
       INSERT INTO p VALUES ('a10', NULL), ('a9', 'a10'); ALTER TABLE p ADD CONSTRAINT self FOREIGN KEY (up) REFERENCES p DEFERRABLE INITIALLY DEFERRED;
       CREATE TABLE q (code text COLLATE digits, n int); INSERT INTO q VALUES ('gone', -1), ('a9', 1);
       ALTER TABLE q ADD CONSTRAINT loose FOREIGN KEY (code) REFERENCES p NOT VALID, ADD CONSTRAINT late CHECK (n > 0) NOT VALID;
       CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
       CREATE TRIGGER off BEFORE UPDATE ON q FOR EACH ROW EXECUTE FUNCTION f(); ALTER TABLE q DISABLE TRIGGER off;
       CREATE TABLE parts (i int) PARTITION BY LIST (i); CREATE TABLE part_1 PARTITION OF parts FOR VALUES IN (1); CREATE INDEX half ON ONLY parts (i);
       CREATE TABLE code (t varchar(3) CHECK (t IN ('a', 'b')))`,
    ],
  ];

  test.each(SHAPES)('%s', async (_name, sql) => {
    const config = { ...CONFIG, drill: { 'same-server': true } };
    const checks = await drilled(await snapshotOf(sql), config);
    expect({
      failed: answers(checks, 'failed'),
      unverified: answers(checks, 'unverified'),
      said: said(checks),
    }).toEqual({
      failed: [],
      unverified: [],
      said: expect.any(String),
    });
    expect(checks.map(({ id }) => id)).toEqual(Object.keys(CHECKS));
    expect(answers(checks, 'not-configured')).toEqual(['canary: ']);
    expect(drillOutcome(checks)).toBe('passed');
    expect(await leftovers()).toEqual([]);
  });

  test('the shop, whose snapshots are damaged below', async () => {
    const checks = await drilled(shop);
    expect(checks.map(({ id, outcome }) => [id, outcome])).toEqual(Object.keys(CHECKS).map((id) => [id, 'passed']));
  });
});

/** Most bad snapshots are in drill-bad-snapshots. */
describe('a bad snapshot fails under its own code', () => {
  test('a role that production does not have any more', async () => {
    const snapshot = await snapshotOf('CREATE ROLE leaver; CREATE TABLE t (i int); ALTER TABLE t OWNER TO leaver');
    await server.query(snapshot.database, 'REASSIGN OWNED BY leaver TO drill_owner; DROP ROLE leaver');
    const checks = await drilled(snapshot);
    expect(answers(checks, 'failed')).toEqual(['roles: drill-role-absent', 'canary: drill-canary']);
    expect(await leftovers()).toEqual([]);
  });

  test('an extension of another version than a restore installs', async () => {
    const checks = await drilled(await snapshotOf(`CREATE EXTENSION citext VERSION '1.5'`));
    expect(answers(checks, 'failed')).toContain('extensions: drill-extension-version');
  });

  test('a collation of another version than the indexes of production', async () => {
    const checks = await drilled(
      await snapshotOf(
        `CREATE COLLATION old (provider = icu, locale = 'de'); UPDATE pg_collation SET collversion = '1.1' WHERE collname = 'old'`,
      ),
    );
    expect(answers(checks, 'failed')).toContain('collations: drill-collation-mismatch');
  });

  test('an index on a function that gives another value each time', async () => {
    const checks = await drilled(
      await snapshotOf(
        `CREATE FUNCTION noise(int) RETURNS float8 IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN random(); END';
         CREATE TABLE t (i int); INSERT INTO t SELECT generate_series(1, 50); CREATE INDEX bad ON t (noise(i))`,
      ),
    );
    expect(answers(checks, 'failed')).toContain('corruption: drill-corruption');
    expect(said(checks)).toContain('btree index public.bad');
  });

  test('a pg_restore that hides its errors', async () => {
    const bin = join(folder, 'lying');
    mkdirSync(bin);
    for (const name of ['pg_dump', 'psql', 'pg_amcheck']) symlinkSync(join(server.binDir, name), join(bin, name));
    writeFileSync(
      join(bin, 'pg_restore'),
      `#!/bin/sh\nfor one in "$@"; do shift; [ "$one" = --exit-on-error ] || set -- "$@" "$one"; done\n${server.binDir}/pg_restore "$@"\nexit 0\n`,
      { mode: 0o755 },
    );
    const checks = await drilled(await damaged(ORPHANS), { ...CONFIG, 'client-bin': bin });
    expect(answers(checks, 'failed')).toEqual(['restore: drill-exit-code-lied']);
    expect(said(checks)).not.toContain('999');
  });
});

describe('what was not compared is never passed', () => {
  test('a snapshot of an earlier version, and a machine without pg_amcheck', async () => {
    const bin = join(folder, 'partial');
    mkdirSync(bin);
    for (const name of ['pg_dump', 'psql', 'pg_restore']) symlinkSync(join(server.binDir, name), join(bin, name));
    const saved = { ...shop.saved };
    delete saved.catalog;
    const old = await described(saved);
    const checks = await drilled(old, { ...CONFIG, 'client-bin': bin });
    expect(answers(checks, 'failed')).toEqual([]);
    expect(answers(checks, 'unverified')).toEqual([
      'extensions: ',
      'collations: ',
      'indexes: ',
      'migrations: ',
      'corruption: ',
    ]);
    expect(drillOutcome(checks)).toBe('unverified');
  });

  test('a scratch server without the locale of production, and of another version', async () => {
    const ctx = contextFor(server.url(shop.database));
    const properties = { ...(await savedProperties(shop.payloads)), collate: 'xx_XX.UTF-8', ctype: 'xx_XX.UTF-8' };
    const saved = { ...shop.saved, serverMajor: 9, properties: await propertiesFingerprint(ctx, properties) };
    const snapshot = await described(saved, { [PROPERTIES]: JSON.stringify(properties) });
    const checks = await drilled(snapshot);
    expect(answers(checks, 'failed')).toEqual([]);
    expect(answers(checks, 'unverified')).toEqual(['restore: ', 'server-version: ']);
    expect(said(checks)).toContain('lacks the locale of production ("xx_XX.UTF-8")');
    expect(drillOutcome(checks)).toBe('unverified');
  });

  test('a role that the scratch server lacks and this user may not create', async () => {
    await server.query('postgres', `CREATE ROLE drill_maker LOGIN CREATEDB PASSWORD 'made'`);
    const { database, payloads, saved } = await snapshotOf(
      'CREATE ROLE passing; CREATE TABLE t (i int); ALTER TABLE t OWNER TO passing',
    );
    await server.query(database, 'DROP OWNED BY passing; DROP ROLE passing');
    const place = server.url('postgres').replace(/\/\/[^@]*@/, '//drill_maker:made@');
    const owned = { ...(await savedProperties(payloads)), owner: 'passing' };
    const fingerprint = await propertiesFingerprint(contextFor(server.url(database)), owned);
    const snapshot = await described(
      { ...saved, properties: fingerprint },
      { [PROPERTIES]: JSON.stringify(owned) },
      payloads,
    );
    const checks = await drilled({ ...snapshot, database }, CONFIG, place);
    expect(answers(checks, 'failed')).toEqual([]);
    expect(checks.every(({ outcome }) => outcome === 'unverified')).toBe(true);
    expect(checks[0]?.findings[0]?.message).toContain('The scratch server lacks what the snapshot needs');
    expect(await leftovers()).toEqual([]);
  });

  test('a snapshot whose description is not that of its manifest', async () => {
    const payloads = (await described(shop.saved)).payloads;
    await payloads.write('expected.json', Buffer.from(JSON.stringify({ ...shop.saved, tables: [] })));
    const checks = await drilled({ ...shop, payloads });
    expect(answers(checks, 'failed')).toEqual(['restore: drill-restore-failed']);
    expect(answers(checks, 'passed')).toEqual([]);
  });

  test('a snapshot without hashes', async () => {
    const payloads = new MemoryPayloads();
    const config = { ...CONFIG, integrity: 'rows' };
    const saved = await provider.capture(configOf(config), contextFor(server.url(shop.database)), payloads);
    const checks = await drilled({ ...shop, saved, payloads }, config);
    expect(answers(checks, 'not-configured')).toEqual(['row-content: ']);
    expect(drillOutcome(checks)).toBe('passed');
  });
});

describe('the scratch place', () => {
  test('on the server of production it is refused, by any name of it', async () => {
    const place = server.url('postgres').replace('127.0.0.1', 'localhost');
    await expect(drilled(shop, { drill: {} }, place)).rejects.toMatchObject({
      code: 'drill-place-is-production',
      message: expect.stringContaining('is the server of production'),
    });
    await expect(drilled(shop, CONFIG, server.url(shop.database))).rejects.toMatchObject({
      code: 'drill-place-is-production',
      message: expect.stringContaining('is the database of production'),
    });
    expect(await leftovers()).toEqual([]);
  });

  test.each([
    ['a database that is not there', () => server.url('nowhere'), 'database-unreachable', 'nowhere'],
    ['another kind of database', () => 'mysql://u:p@127.0.0.1/x', 'database-url-invalid', 'mysql://'],
    ['nobody answers', () => 'postgresql://u@127.0.0.1:1/postgres', 'database-unreachable', 'ECONNREFUSED'],
  ])('%s: the place is to blame, by its name, not the snapshot', async (_what, place, code, says) => {
    const context = contextFor(server.url(shop.database));
    const failure = {
      code,
      message: expect.stringMatching(new RegExp(`^The scratch place: .*${says}`)),
      remedy: expect.stringContaining('REWIND_SCRATCH_DATABASE_URL'),
    };
    await expect(drill.tidy(configOf(), context, place())).rejects.toMatchObject(failure);
    await expect(drilled(shop, {}, place())).rejects.toMatchObject(failure);
  });

  test('without one, a server of our own is started and leaves nothing', async () => {
    const checks = await drilled(shop, { ...CONFIG, drill: { canary: CANARY } }, null);
    expect({
      failed: answers(checks, 'failed'),
      unverified: answers(checks, 'unverified'),
      said: said(checks),
    }).toEqual({
      failed: [],
      unverified: [],
      said: expect.any(String),
    });
    expect(await drill.tidy(configOf(), contextFor(server.url(shop.database)), null)).toEqual([]);
  });

  test.each([
    [
      'the disk of the scratch server is full',
      `echo 'pg_restore: error: COPY failed for table "big": ERROR:  could not extend file "base/1/2": wrote only 4096 of 8192 bytes at block 7' >&2`,
      'The disk of the scratch server is full: ',
    ],
    [
      'the scratch server stops, and nothing can be removed from it',
      `PSQL -qc "COPY (SELECT 1) TO PROGRAM 'kill -9 \\$PPID'" postgres >&2 2>&1`,
      'The scratch server stopped during the restore: ',
    ],
  ])('%s: the snapshot is not to blame', async (what, program, says) => {
    const bin = join(folder, what.replace(/\W/g, '-'));
    mkdirSync(bin);
    const restoring = `case " $* " in *" --list "*) exec ${server.binDir}/pg_restore "$@";; esac
cat >/dev/null; ${program.replace('PSQL', `${server.binDir}/psql`)}; exit 1`;
    writeFileSync(join(bin, 'pg_dump'), `#!/bin/sh\nexec ${server.binDir}/pg_dump "$@"\n`, { mode: 0o755 });
    writeFileSync(join(bin, 'pg_restore'), `#!/bin/sh\n${restoring}\n`, { mode: 0o755 });
    const checks = await drilled(shop, { ...CONFIG, 'client-bin': bin, drill: {} }, null);
    expect(answers(checks, 'failed')).toEqual([]);
    expect(checks[0]?.findings[0]?.message).toContain(says);
    expect(drillOutcome(checks)).toBe('unverified');
  });

  test('a server of our own that does not fit on the disk: the error names the disk, and no address', async () => {
    const here = join(folder, 'full-disk');
    mkdirSync(here);
    chmodSync(folder, 0o711);
    const said = [
      'running bootstrap script ... FATAL:  could not extend file "base/1/2": No space left on device',
      'PANIC:  cannot abort transaction 1, it was already committed',
      'Aborted',
      'child process exited with exit code 134',
      'initdb: removing data directory',
    ];
    const lines = said.map((line) => `echo '${line}' >&2`).join('\n');
    for (const name of ['postgres', 'initdb', 'pg_dump']) {
      writeFileSync(join(here, name), `#!/bin/sh\n${lines}\nexit 1\n`, { mode: 0o755 });
    }
    const context = contextFor(server.url(shop.database));
    const childEnv = { ...context.childEnv, PATH: `${here}:${context.childEnv.PATH ?? ''}` };
    const options = { purpose: 'a test', major: 99, settings: [] };
    await expect(startLocalServer({ ...context, childEnv }, options)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('No space left on device'),
      remedy: expect.stringContaining('Free disk space on this machine'),
    });
  });

  test('a server that is older than that of the snapshot is to blame, not the snapshot', async () => {
    const newer = await described({ ...shop.saved, serverMajor: 99 });
    const checks = await drilled(newer);
    expect(answers(checks, 'failed')).toEqual([]);
    expect(checks.filter(({ outcome }) => outcome === 'passed')).toEqual([]);
    expect(said(checks)).toMatch(
      /is from PostgreSQL 99, and the scratch server is PostgreSQL \d+\. Nothing was restored/,
    );
    expect(await leftovers()).toEqual([]);
  });

  test('a server on the PATH comes before another version that is installed', async () => {
    const here = join(folder, 'on-path');
    mkdirSync(here);
    // Where root runs the tests, another user runs the server.
    chmodSync(folder, 0o711);
    for (const name of ['postgres', 'initdb', 'pg_dump']) symlinkSync(join(server.binDir, name), join(here, name));
    const context = contextFor(server.url(shop.database));
    const childEnv = { ...context.childEnv, PATH: `${here}:${context.childEnv.PATH ?? ''}` };
    const own = await startLocalServer({ ...context, childEnv }, { purpose: 'a test', major: 99, settings: [] });
    await own.stop();
    expect(own.binDir).toBe(here);
  });

  test('a server of our own is gone at once: its directory may lie where its user may not write', async () => {
    const own = await startLocalServer(contextFor(server.url(shop.database)), {
      purpose: 'a test',
      major: null,
      settings: [],
    });
    const stopped = performance.now();
    await own.stop();
    // The removal is tried again for ten seconds, as long as there is something to remove.
    expect(performance.now() - stopped).toBeLessThan(8_000);
  });

  test('a server of our own whose port another process takes before it starts: it starts on another port', async () => {
    const here = join(folder, 'port-taken');
    mkdirSync(here);
    chmodSync(folder, 0o711);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port: taken } = other.address() as AddressInfo;
    const starts = join(folder, 'starts');
    writeFileSync(starts, '');
    chmodSync(starts, 0o666);
    // The first start gets the taken port in place of its own (the fifth argument).
    const script = `#!/bin/sh
if [ ! -s ${starts} ]; then echo 1 >${starts}; shift 6; exec ${server.binDir}/postgres -D "$HOME_OF_SERVER/data" -h 127.0.0.1 -p ${taken} "$@"; fi
echo 2 >>${starts}; exec ${server.binDir}/postgres "$@"
`;
    writeFileSync(join(here, 'postgres'), script, { mode: 0o755 });
    for (const name of ['initdb', 'pg_dump']) {
      writeFileSync(join(here, name), `#!/bin/sh\nexec ${server.binDir}/${name} "$@"\n`, { mode: 0o755 });
    }
    const context = contextFor(server.url(shop.database));
    const childEnv = { ...context.childEnv, PATH: `${here}:${context.childEnv.PATH ?? ''}` };
    try {
      const own = await startLocalServer({ ...context, childEnv }, { purpose: 'a test', major: 99, settings: [] });
      expect((await own.asAdmin('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
      await own.stop();
    } finally {
      other.close();
    }
    expect(readFileSync(starts, 'utf8')).toBe('1\n2\n');
  });

  test('a server of our own ends with the process that started it', async () => {
    const own = await startLocalServer(contextFor(server.url(shop.database)), {
      purpose: 'a test',
      major: null,
      settings: [],
    });
    const { rows } = await own.asAdmin('SHOW data_directory');
    const [{ data_directory: data } = { data_directory: '' }] = rows as { data_directory: string }[];
    expect(existsSync(data)).toBe(true);
    // What the end of this process does: it closes the pipe.
    own.kill();
    for (let attempt = 0; existsSync(data) && attempt < 300; attempt += 1)
      await new Promise((go) => setTimeout(go, 100));
    expect(existsSync(data)).toBe(false);
    await own.stop();
  });

  test('a role of a drill that another drill uses stays for that one', async () => {
    const gone = 'rewind_drill_00000000_0000000c';
    await server.query(
      'postgres',
      `CREATE ROLE shared; COMMENT ON ROLE shared IS '[rewind: made for the drill in ${gone}]'`,
    );
    await server.createDatabase('rewind_other');
    await server.query('rewind_other', 'CREATE TABLE t (i int); ALTER TABLE t OWNER TO shared');
    const tidied = (): Promise<readonly string[]> =>
      drill.tidy(configOf(), contextFor(server.url(shop.database)), server.url('postgres'));
    expect(await tidied()).toEqual([]);
    await server.dropDatabase('rewind_other');
    expect(await tidied()).toEqual(['the role "shared" of a drill']);
  });

  test("a role of a drill that a person lets log in is that person's", async () => {
    await server.query(
      'postgres',
      `CREATE ROLE taken_over; COMMENT ON ROLE taken_over IS '[rewind: made for the drill in rewind_drill_00000000_0000000d]';
       ALTER ROLE taken_over LOGIN`,
    );
    const tidied = (): Promise<readonly string[]> =>
      drill.tidy(configOf(), contextFor(server.url(shop.database)), server.url('postgres'));
    expect(await tidied()).toEqual([]);
    await server.query('postgres', 'ALTER ROLE taken_over NOLOGIN');
    expect(await tidied()).toEqual(['the role "taken_over" of a drill']);
  });

  describe('two drills at once', () => {
    const [first, second] = ['rewind_drill_00000000_0000001a', 'rewind_drill_00000000_0000001b'];
    const sessions: DatabaseClient[] = [];
    let one: DatabaseClient;
    let other: DatabaseClient;
    beforeEach(async () => {
      const { Client } = await import('pg');
      for (let n = 0; n < 2; n += 1) sessions.push(new Client({ connectionString: server.url('postgres') }));
      await Promise.all(sessions.map((session) => session.connect()));
      [one = one, other = other] = sessions;
    });
    afterEach(async () => {
      await Promise.all(sessions.splice(0).map((session) => session.end()));
      await server.query('postgres', 'DROP ROLE IF EXISTS lent_both');
    });
    const ctx = contextFor('');
    const lend = (session: DatabaseClient, database: string): Promise<string[]> =>
      lendRoles(session, ctx, database, ['lent_both'], undefined);

    test('the end of one leaves a role that the other has made and not used yet', async () => {
      expect(await lend(other, second)).toEqual([]);
      expect(await dropLentRoles(one, ctx)).toEqual([]);
      expect(await dropLentRoles(other, ctx)).toEqual(['lent_both']);
    });

    test('the end of the one that made a role leaves it to the other, which found it there', async () => {
      expect([await lend(one, first), await lend(other, second)]).toEqual([[], []]);
      expect(await dropLentRoles(one, ctx)).toEqual([]);
      expect(await dropLentRoles(other, ctx)).toEqual(['lent_both']);
    });

    test('a role that the other makes between the look and the creation is no gap', async () => {
      const query = other.query.bind(other);
      Object.assign(other, {
        query: async (sql: string, values?: unknown[]) => {
          if (sql.startsWith('CREATE ROLE')) await lend(one, first);
          return query(sql, values);
        },
      });
      expect(await lend(other, second)).toEqual([]);
    });

    test('a drill that was killed holds nothing up', async () => {
      await lend(other, second);
      await sessions.pop()?.end();
      expect(await dropLentRoles(one, ctx)).toEqual(['lent_both']);
    });
  });

  test('what a killed drill left is removed, and what a running one uses is not', async () => {
    const names = ['rewind_drill_00000000_0000000a', 'rewind_drill_00000000_0000000b'];
    for (const name of [...names, `${names[0]}_reload`]) await server.createDatabase(name);
    for (const [index, name] of names.entries()) {
      await server.query(
        'postgres',
        `CREATE ROLE lent${index}; COMMENT ON ROLE lent${index} IS '[rewind: made for the drill in ${name}]'`,
      );
    }
    const context = contextFor(server.url(shop.database));
    const tidied = (): Promise<readonly string[]> => drill.tidy(configOf(), context, server.url('postgres'));
    const { Client } = await import('pg');
    const running = new Client({ connectionString: server.url('postgres') });
    await running.connect();
    await running.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [names[1]]);
    expect(await tidied()).toEqual([`the scratch database "${names[0]}"`, 'the role "lent0" of a drill']);
    await running.end();
    expect(await tidied()).toEqual([`the scratch database "${names[1]}"`, 'the role "lent1" of a drill']);
    expect(await tidied()).toEqual([]);
    expect(await leftovers()).toEqual([]);
  });
});
