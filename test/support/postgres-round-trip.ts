import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import provider from '../../src/providers/postgres/index.js';
import { config as schema } from '../../src/providers/postgres/config.js';
import type { State } from '../../src/providers/postgres/state.js';
import type { PayloadRef } from '../../src/engine/payload.js';
import { testContext } from './context.js';
import { MemoryPayloads } from './payloads.js';
import { randomDatabase, ROLES } from './random-database/index.js';
import { ident } from './random-database/values.js';
import type { TestPostgres } from './postgres.js';

const run = promisify(execFile);

/** Ways to restore, and as whom: a superuser, an owner that may create databases, and an owner that may not. */
export const WAYS = ['swap', 'in-place', 'parallel', 'owner swap', 'owner in-place'] as const;
export type Way = (typeof WAYS)[number];

export const PASSWORD = 'round-trip';
/** Sessions of the test itself, whatever the settings of the database are. */
const PLAIN = `-c quote_all_identifiers=off -c standard_conforming_strings=on -c default_transaction_read_only=off -c statement_timeout=0 -c extra_float_digits=3 -c DateStyle=ISO -c IntervalStyle=postgres -c TimeZone=UTC -c bytea_output=hex -c search_path= -c client_encoding=UTF8 -c client_min_messages=warning -c default_transaction_isolation=read\\ committed -c default_transaction_deferrable=off -c xmloption=content`;

export async function makeRoles(server: TestPostgres): Promise<void> {
  const names = ROLES.map(ident);
  await server.query(
    'postgres',
    `${names.map((name) => `CREATE ROLE ${name}`).join('; ')};
     CREATE ROLE rt_maker LOGIN CREATEDB PASSWORD '${PASSWORD}'; CREATE ROLE rt_plain LOGIN PASSWORD '${PASSWORD}';
     GRANT ${names.join(', ')} TO rt_maker, rt_plain; GRANT pg_signal_backend TO rt_maker`,
  );
}

/** A dump that looks large enough for several streams. */
class LargePayloads extends MemoryPayloads {
  override get refs(): PayloadRef[] {
    return super.refs.map((ref) => (ref.name === 'dump' ? { ...ref, bytes: 16e6 } : ref));
  }
}

export interface Outcome {
  /** What went wrong; empty if everything came back. */
  readonly problems: string[];
  /** Statements that the server took, to repeat the case by hand. */
  readonly made: string[];
  readonly hurt: string[];
  readonly rejected: number;
  /** Backups that ended with an error because of the DDL beside them, and were started again. */
  readonly refused: string[];
}

/** Backs up, damages and restores one random database, and compares it with what stock pg_restore makes of the dump. */
export async function roundTrip(
  server: TestPostgres,
  seed: string,
  way: Way,
  random = randomDatabase(seed),
): Promise<Outcome> {
  const database = `rt_${seed}_${way.replaceAll(/\W/g, '_')}`;
  const reference = `${database}_reference`;
  const user = way.startsWith('owner') ? (way === 'owner swap' ? 'rt_maker' : 'rt_plain') : server.user;
  const urlOf = (name: string): string =>
    user === server.user ? server.url(name) : `postgresql://${user}:${PASSWORD}@127.0.0.1:${server.port}/${name}`;
  // What "check" says an owner cannot back up or restore: rows that a policy hides, grants in the name of others, tables whose
  // owner may not read them (from PostgreSQL 15 on no other role owns a table in "public" here).
  const impossible =
    server.major < 15
      ? /FORCE ROW LEVEL|FROM CURRENT_USER|SET ROLE|REVOKE ALL ON ALL TABLES/
      : /FORCE ROW LEVEL|FROM CURRENT_USER|SET ROLE/;
  const possible = (statements: readonly string[]): readonly string[] =>
    user === server.user ? statements : statements.filter((statement) => !impossible.test(statement));
  const outcome: Outcome = { problems: [], made: [], hurt: [], rejected: 0, refused: [] };
  const { problems } = outcome;
  const options = random.options.includes('icu') && !(await hasIcu(server)) ? '' : random.options;
  const create = (name: string): string => `CREATE DATABASE ${ident(name)} TEMPLATE template0 OWNER ${user} ${options}`;
  const counts = { rejected: 0 };
  try {
    await server.query('postgres', create(database));
    await server.query(database, `${BUSY} ${user === server.user ? '' : GIVE(user)}`);
    outcome.made.push(...(await execute(urlOf(database), database, possible(random.make), counts)));

    const properties = await propertiesOf(server, database);
    const quiet = await rowsOf(server, database);
    const config = schema.parse({
      id: 'subject',
      provider: 'postgres',
      url: '${DATABASE_URL}',
      integrity: 'content',
      'client-bin': server.binDir,
      ...(way.endsWith('in-place') ? { restore: 'in-place' } : {}),
    });
    const ctx = testContext({ snapshotId: '20260101T000000Z-test00', env: { DATABASE_URL: urlOf(database) } });
    const beside = await startBeside(urlOf(database));
    let payloads: MemoryPayloads;
    let saved: State;
    try {
      for (let attempt = 1; ; attempt += 1) {
        payloads = way === 'parallel' ? new LargePayloads() : new MemoryPayloads();
        try {
          saved = await provider.capture(config, ctx, payloads);
          break;
        } catch (error) {
          if (attempt === 5 || !isRace(error)) throw error;
          outcome.refused.push(String(error));
        }
      }
    } finally {
      await beside.stop();
    }

    await server.query('postgres', create(reference));
    const stock = await pgRestore(server, reference, await payloads.read('dump'));
    // PostgreSQL 17 restores no exclusion constraint of a partitioned table. integration/postgres-odd has what Rewind says then.
    if (server.major === 17 && /cannot attach index/.test(stock)) return outcome;
    // pg_restore of PostgreSQL 14 prints the server's warning of a cast from a domain, which the server then makes.
    const complaints = stock.replaceAll(/^pg_restore: WARNING: {2}cast will be ignored because .*\n/gm, '');
    if (complaints !== '') throw new Error(`stock pg_restore: ${complaints}`);
    const rows = await rowsOf(server, reference);
    const content = new Map(saved.tables.map((table) => [table.name, `${table.rows} ${table.content ?? ''}`]));
    for (const [name, found] of rows) {
      if (content.get(name) !== found)
        problems.push(`rows of ${name} in the dump: ${found}, in the state: ${content.get(name)}`);
      if (!isBusy(name) && quiet.get(name) !== found)
        problems.push(`rows of ${name} in the dump: ${found}, before: ${quiet.get(name)}`);
    }
    for (const name of [...quiet.keys(), ...content.keys()])
      if (!rows.has(name) && !isBusy(name)) problems.push(`${name} is not in the dump`);
    problems.push(...(await balance(server, reference)));

    outcome.hurt.push(...(await execute(urlOf(database), database, possible(random.damage), counts)));
    const live = await provider.capture(config, ctx, new MemoryPayloads('compare'));
    const changes = provider.plan(saved, live);
    if (changes.length !== 1) problems.push(`${changes.length} changes were planned`);
    const findings = (await provider.preflight?.(config, changes, ctx, payloads)) ?? [];
    problems.push(...findings.filter(({ level }) => level === 'error').map(({ message }) => `preflight: ${message}`));
    for (const change of changes) await provider.apply(config, change, ctx, payloads);

    const [expected, found] = await Promise.all([dumpText(server, reference), dumpText(server, database)]);
    problems.push(...difference(expected, found));
    const now = await propertiesOf(server, database);
    if (JSON.stringify(now) !== JSON.stringify(properties))
      problems.push(`database properties: ${JSON.stringify(now)} instead of ${JSON.stringify(properties)}`);
    const left = provider.plan(saved, await provider.capture(config, ctx, new MemoryPayloads('compare')));
    if (left.length > 0) problems.push(`planned after the restore: ${left[0]?.before}`);
    problems.push(
      ...ctx.lines.filter(
        // Neither a migration that waits nor the age of the client that runs this test.
        (line) => line.startsWith('warn') && !/It goes on when this backup ends|The client programs are/.test(line),
      ),
    );
  } catch (error) {
    const detail = (error as { problems?: readonly string[] }).problems ?? [];
    problems.push([String(error), ...detail].join('\n'));
  } finally {
    const made = await server.query(
      'postgres',
      `SELECT datname FROM pg_database WHERE datname LIKE '${database}%' OR datname LIKE 'rewind_reload%'`,
    );
    for (const { datname } of made) {
      await server.query('postgres', `ALTER DATABASE ${ident(String(datname))} IS_TEMPLATE false`);
      await server.dropDatabase(String(datname));
    }
  }
  return { ...outcome, rejected: counts.rejected };
}

/** Tables that the writer and the DDL session work on. */
const BUSY = `CREATE SCHEMA busy; CREATE TABLE busy.debit (id int PRIMARY KEY, n int); CREATE TABLE busy.credit (id int PRIMARY KEY, n int);
  CREATE SEQUENCE busy.ids; CREATE TABLE busy.turned (i int);`;
const GIVE = (user: string): string =>
  `ALTER SCHEMA busy OWNER TO ${user}; ALTER TABLE busy.debit OWNER TO ${user}; ALTER TABLE busy.credit OWNER TO ${user}; ALTER TABLE busy.turned OWNER TO ${user}; ALTER SEQUENCE busy.ids OWNER TO ${user};`;
const isBusy = (name: string): boolean => name.startsWith('busy.');

/** A refusal because an object vanished while pg_dump read the catalogues. The run says so and may be repeated. */
const isRace = (error: unknown): boolean =>
  /cache lookup failed|could not open relation|does not exist|was concurrently|not find|could not lock|locked for|created or dropped during|deadlock/.test(
    String(error),
  );

/** Can a database have a locale of ICU? From PostgreSQL 15 on, and where the server was built with ICU. */
async function hasIcu(server: TestPostgres): Promise<boolean> {
  if (server.major < 15) return false;
  // initdb adds these from the library; "unicode" is there without it.
  const rows = await server.query('postgres', `SELECT FROM pg_collation WHERE collname LIKE '%-x-icu' LIMIT 1`);
  return rows.length > 0;
}

async function session(url: string, name: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: name, options: PLAIN });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Runs statements one by one. @returns those that the server took */
async function execute(
  url: string,
  database: string,
  statements: readonly string[],
  counts: { rejected: number },
): Promise<string[]> {
  const client = await session(url, 'maker');
  const taken: string[] = [];
  let lacksCharacters = false;
  await client.query(`SET search_path = public; SET statement_timeout = '5s'`);
  for (const statement of statements) {
    const sql = statement.replaceAll('DATABASE DATABASE', `DATABASE ${ident(database)}`);
    try {
      await client.query(sql);
      taken.push(sql);
    } catch (error) {
      // A database in LATIN1 lacks most characters of the names that are made up, and so the objects that later statements name.
      if (/has no equivalent in encoding/.test(String(error))) lacksCharacters = true;
      else if (!lacksCharacters || !/ does not exist/.test(String(error))) counts.rejected += 1;
      if (process.env.REWIND_REJECTED !== undefined) console.error(`${String(error)} ⇐ ${sql}`);
      await client.query('ROLLBACK; RESET ROLE');
    }
  }
  await client.end();
  return taken;
}

/** A session that writes and one that changes tables, until they are stopped. */
async function startBeside(url: string): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const loops = [writes, ddl].map(async (statements, index) => {
    const client = await session(url, index === 0 ? 'writer' : 'ddl');
    await client.query('SET lock_timeout = 2000');
    let begun: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (begun = resolve));
    const done = (async () => {
      for (let round = 0; !stopping.signal.aborted; round += 1) {
        for (const sql of statements(round)) await client.query(sql).catch(() => client.query('ROLLBACK'));
        if (round === 1) begun();
        // Migrations come less and less often, so that one of the attempts of a backup meets none.
        const pause = index === 0 ? 10 : round % 3 === 2 ? round * 100 : 20;
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
      await client.end();
    })();
    return { first, done };
  });
  const started = await Promise.all(loops);
  await Promise.all(started.map(({ first }) => first));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(started.map(({ done }) => done));
    },
  };
}

/** What is booked here is booked there too. */
const writes = (round: number): string[] => [
  `BEGIN; INSERT INTO busy.debit VALUES (nextval('busy.ids'), ${round}); INSERT INTO busy.credit SELECT max(id), ${-round} FROM busy.debit;
   SELECT lo_from_bytea(${1_000_000 + (round % 50)}, 'x'); COMMIT`,
  `BEGIN; UPDATE busy.debit SET n = n + 1 WHERE id % 3 = 0; UPDATE busy.credit SET n = n - 1 WHERE id % 3 = 0; COMMIT`,
  ...(round % 40 === 39
    ? [
        `SELECT lo_unlink(oid) FROM pg_largeobject_metadata WHERE oid BETWEEN 1000000 AND 1000050`,
        `BEGIN; DELETE FROM busy.debit WHERE id % 2 = 0; DELETE FROM busy.credit WHERE id % 2 = 0; COMMIT`,
      ]
    : []),
];

const ddl = (round: number): string[] =>
  [
    [
      `BEGIN; CREATE TABLE busy.fresh (i int PRIMARY KEY, t text); INSERT INTO busy.fresh SELECT i, 'x' FROM generate_series(1, 50) i; COMMIT`,
      `ALTER TABLE busy.fresh ADD COLUMN c int DEFAULT ${round}; CREATE INDEX ON busy.fresh (c)`,
      `BEGIN; TRUNCATE busy.turned; INSERT INTO busy.turned SELECT generate_series(1, 10); COMMIT`,
    ],
    [
      `ALTER TABLE busy.fresh ALTER i TYPE bigint`,
      `CREATE VIEW busy.seen AS SELECT * FROM busy.fresh; CREATE FUNCTION busy.f${round}() RETURNS int LANGUAGE sql AS 'SELECT ${round}'`,
    ],
    [
      `DROP VIEW busy.seen; DROP TABLE busy.fresh`,
      `CREATE TYPE busy.kind${round} AS ENUM ('a'); ALTER TYPE busy.kind${round} ADD VALUE 'b'`,
      `DROP FUNCTION busy.f${round - 1}(); DROP TYPE IF EXISTS busy.kind${round - 3}`,
    ],
  ][round % 3] ?? [];

/** Both sides of every booking, and the ten rows of the table that is emptied and filled in one transaction. */
async function balance(server: TestPostgres, database: string): Promise<string[]> {
  const client = await session(server.url(database), 'check');
  const { rows } = await client.query<{ uneven: number; sum: string; turned: number }>(
    `SELECT (SELECT count(*)::int FROM busy.debit FULL JOIN busy.credit USING (id) WHERE debit.id IS NULL OR credit.id IS NULL) AS uneven,
            (SELECT coalesce(sum(n), 0) FROM (SELECT n FROM busy.debit UNION ALL SELECT n FROM busy.credit) b) AS sum,
            (SELECT count(*)::int FROM busy.turned) AS turned`,
  );
  await client.end();
  const [row] = rows;
  if (row && row.uneven === 0 && row.sum === '0' && (row.turned === 10 || row.turned === 0)) return [];
  return [`half of a transaction is in the dump: ${JSON.stringify(row)}`];
}

/** Number and hash of the rows of each table, without Rewind. */
async function rowsOf(server: TestPostgres, database: string): Promise<Map<string, string>> {
  const client = await session(server.url(database), 'check');
  await client.query('SET row_security = off; SET search_path = pg_catalog');
  const { rows: tables } = await client.query<{ name: string; sql: string; row: string }>(
    `SELECT n.nspname || '.' || c.relname AS name, format('%I.%I', n.nspname, c.relname) AS sql,
            (SELECT coalesce(string_agg(format('t.%I', attname), ', ' ORDER BY attname), '') FROM pg_attribute
              WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS row FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' ORDER BY 1`,
  );
  const found = new Map<string, string>();
  for (const { name, sql, row } of tables) {
    const { rows } = await client.query<{ found: string }>(
      `SELECT count(*) || ' ' || coalesce(sum(('x' || left(md5(ROW(${row})::text), 16))::bit(64)::bigint::numeric), 0) AS found FROM ONLY ${sql} t`,
    );
    found.set(name, rows[0]?.found ?? '');
  }
  await client.end();
  return found;
}

/** What a dump of one database does not hold. */
async function propertiesOf(server: TestPostgres, database: string): Promise<unknown> {
  const [row] = await server.query(
    'postgres',
    `SELECT pg_get_userbyid(datdba) AS owner, datconnlimit, datistemplate, datcollate, encoding,
            ARRAY(SELECT unnest(coalesce(datacl, acldefault('d', datdba)))::text ORDER BY 1) AS acl,
            nullif(regexp_replace(coalesce(shobj_description(oid, 'pg_database'), ''), E'\\n?\\\\[rewind: [^\\\\]]*\\\\]\\n?', '', 'g'), '') AS comment,
            ARRAY(SELECT s.setrole::regrole || ' ' || u FROM pg_db_role_setting s, unnest(setconfig) u WHERE setdatabase = d.oid ORDER BY 1) AS settings
       FROM pg_database d WHERE datname = $1`,
    [database],
  );
  return row;
}

const argsOf = (server: TestPostgres, database: string): string[] => [
  '-h',
  '127.0.0.1',
  '-p',
  String(server.port),
  '-U',
  server.user,
  '-d',
  database,
];
const envOf = (server: TestPostgres): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  PGPASSWORD: server.password,
  PGOPTIONS: PLAIN,
});

/** Restores as anybody would. @returns its complaints */
export async function pgRestore(server: TestPostgres, database: string, dump: Buffer): Promise<string> {
  const running = run(join(server.binDir, 'pg_restore'), argsOf(server, database), { env: envOf(server) });
  running.child.stdin?.on('error', () => undefined);
  running.child.stdin?.end(dump);
  return running.then(
    ({ stderr }) => stderr,
    (error: unknown) => String(error),
  );
}

export async function dumpText(server: TestPostgres, database: string): Promise<string> {
  const { stdout, stderr } = await run(join(server.binDir, 'pg_dump'), argsOf(server, database), {
    env: envOf(server),
    maxBuffer: 1e9,
  });
  if (stderr !== '') throw new Error(stderr);
  // Rows have no order. A quoted name may hold line feeds.
  return stdout
    .replace(/^\\(un)?restrict .*$/gm, '')
    .replace(/(?<=^COPY (?:"[^"]*"|[^"\n])* FROM stdin;\n)[^]*?(?=^\\\.$)/gm, (rows) =>
      rows.split('\n').sort().join('\n'),
    );
}

/** The first lines in which two texts differ. */
function difference(expected: string, found: string): string[] {
  if (expected === found) return [];
  const [one, two] = [expected.split('\n'), found.split('\n')];
  const at = one.findIndex((line, index) => line !== two[index]);
  const around = (lines: string[]): string => lines.slice(Math.max(0, at - 4), at + 6).join('\n');
  return [`the dumps differ at line ${at + 1}. Expected:\n${around(one)}\nFound:\n${around(two)}`];
}
