import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { STATEMENT_REFUSED } from '../../src/providers/postgres/client.js';
import provider from '../../src/providers/postgres/index.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { configOf, contextFor, Restorable } from '../support/postgres-restore.js';

let server: TestPostgres;
let refused = 0;

beforeAll(async () => {
  server = await startPostgres({ settings: ['allow_in_place_tablespaces=on'] });
  await server.query('postgres', `CREATE TABLESPACE fast LOCATION ''`);
});
afterAll(() => server.stop());

async function restorable(database: string, sql: string, extra: Record<string, unknown> = {}): Promise<Restorable> {
  await server.createDatabase(database);
  await server.query(database, sql);
  return new Restorable(server, database, configOf(extra));
}

test('partitions and children on a foreign server that does not answer: restored, and the local tables are analyzed', async () => {
  const world = await restorable(
    'far',
    `CREATE EXTENSION postgres_fdw;
     CREATE SERVER away FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', dbname 'nowhere');
     CREATE TABLE parted (i int) PARTITION BY RANGE (i);
     CREATE TABLE near PARTITION OF parted FOR VALUES FROM (1) TO (100);
     CREATE TABLE inner_parted PARTITION OF parted FOR VALUES FROM (100) TO (200) PARTITION BY RANGE (i);
     CREATE TABLE leaf PARTITION OF inner_parted DEFAULT;
     CREATE FOREIGN TABLE old PARTITION OF parted FOR VALUES FROM (200) TO (300) SERVER away;
     CREATE TABLE parent (i int); CREATE FOREIGN TABLE child () INHERITS (parent) SERVER away;
     INSERT INTO near SELECT generate_series(1, 99); INSERT INTO leaf SELECT generate_series(100, 199);
     INSERT INTO parent VALUES (1)`,
  );
  await world.snapshot();
  await world.query('DELETE FROM near; DELETE FROM ONLY parent');
  await world.restore();
  expect(await world.plan()).toEqual([]);
  expect(
    await world.query(`SELECT relname, reltuples FROM pg_class WHERE relname IN ('near', 'leaf') ORDER BY 1`),
  ).toEqual([
    { relname: 'leaf', reltuples: 100 },
    { relname: 'near', reltuples: 99 },
  ]);
});

test('an index on a function that needs a search_path: the snapshot names the function, and how to repair it', async () => {
  const world = await restorable(
    'pathless',
    `CREATE FUNCTION helper(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT i + 1';
     CREATE FUNCTION bonus(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT public.helper(i)';
     CREATE TABLE t (i int); CREATE INDEX ON t (bonus(i)); INSERT INTO t VALUES (1)`,
  );
  // From PostgreSQL 17 on, CREATE INDEX has no such path either, so the function becomes so after it.
  await world.query(`CREATE OR REPLACE FUNCTION bonus(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT helper(i)'`);
  await expect(world.snapshot()).rejects.toMatchObject({
    code: 'tool-failed',
    message: expect.stringContaining('function helper(integer) does not exist'),
    remedy: expect.stringMatching(/^The function "bonus" names objects without their schema.*ALTER FUNCTION/),
  });
  await world.query('ALTER FUNCTION bonus SET search_path = public');
  await world.snapshot();
  await world.query('DELETE FROM t');
  await world.restore();
  expect(await world.plan()).toEqual([]);
});

/** Functions and operators that fit better than those of the system, or that a search_path puts before them. */
const trap = (name: string, args: string, result: string): string =>
  `CREATE FUNCTION public.${name}(${args}) RETURNS ${result} LANGUAGE plpgsql AS $$ BEGIN RAISE 'trapped: ${name}'; END $$;`;
const TRAPS = [
  trap('format', 'text, name, name', 'text'),
  trap('unnest', 'oid[]', 'oid'),
  trap('unnest', 'text[]', 'text'),
  trap('array_position', 'int2[], int2', 'int'),
  trap('quote_ident', 'name', 'text'),
  trap('current_database', '', 'name'),
  trap('has_table_privilege', 'oid, text', 'boolean'),
  trap('same', 'regclass, oid', 'boolean'),
  trap('join_name', 'name, text', 'text'),
  `CREATE OPERATOR public.= (LEFTARG = regclass, RIGHTARG = oid, FUNCTION = public.same);
   CREATE OPERATOR public.|| (LEFTARG = name, RIGHTARG = text, FUNCTION = public.join_name)`,
].join('\n');

test.each([
  ['EUC_JP', '表', 'あ'],
  ['WIN1251', 'таблица', 'да'],
  ['LATIN9', 'prix€', 'é'],
])('a database in %s whose tables have names in its language', async (encoding, name, value) => {
  const database = `lang_${encoding.toLowerCase()}`;
  await server.query(
    'postgres',
    `CREATE DATABASE ${database} TEMPLATE template0 ENCODING '${encoding}' LC_COLLATE 'C' LC_CTYPE 'C'`,
  );
  await server.query(database, `CREATE TABLE "${name}" (v text); INSERT INTO "${name}" VALUES ('${value}')`);
  const world = new Restorable(server, database, configOf({ integrity: 'content' }));
  await world.snapshot();
  await world.query(`DELETE FROM "${name}"`);
  await world.restore();
  expect(await world.plan()).toEqual([]);
  expect(await world.query(`SELECT v FROM "${name}"`)).toEqual([{ v: value }]);
});

test.each(['swap', 'in-place'])(
  '%s: functions and operators of the application are never called in place of those of the system',
  async (restore) => {
    const database = `trapped_${restore.replace('-', '_')}`;
    const world = await restorable(
      database,
      `CREATE TABLE t (id int PRIMARY KEY, s serial); INSERT INTO t VALUES (1); ${TRAPS};
       ALTER DATABASE ${database} SET search_path = public, pg_catalog`,
      { restore },
    );
    expect((await world.check()).filter(({ level }) => level === 'error')).toEqual([]);
    await world.snapshot();
    await world.query('DELETE FROM public.t');
    await world.restore();
    expect(await world.plan()).toEqual([]);
    expect(await world.query('SELECT id FROM public.t')).toEqual([{ id: 1 }]);
  },
);

test('in place: privileges on objects of the system and of an extension become those of the snapshot again', async () => {
  await server.query('postgres', 'CREATE ROLE reader; CREATE ROLE writer');
  const world = await restorable(
    'granted',
    `CREATE EXTENSION pg_stat_statements; CREATE EXTENSION postgres_fdw; CREATE TABLE t (i int); INSERT INTO t VALUES (1);
     GRANT SELECT ON pg_catalog.pg_authid TO reader WITH GRANT OPTION; SET ROLE reader; GRANT SELECT ON pg_catalog.pg_authid TO writer; RESET ROLE;
     REVOKE EXECUTE ON FUNCTION pg_sleep(float8) FROM PUBLIC;
     GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO reader; REVOKE SELECT ON pg_stat_statements FROM PUBLIC;
     REVOKE SELECT ON information_schema.tables FROM PUBLIC`,
    { restore: 'in-place' },
  );
  await world.snapshot();
  const granted = (): Promise<unknown> =>
    world.query(
      `SELECT object, array_agg(acl ORDER BY acl) AS acl FROM (
         SELECT relname AS object, unnest(relacl)::text AS acl FROM pg_class WHERE relname IN ('pg_authid', 'pg_statistic', 'pg_stat_statements') OR oid = 'information_schema.tables'::regclass
         UNION ALL SELECT proname, unnest(proacl)::text FROM pg_proc WHERE proname IN ('pg_sleep', 'pg_read_file', 'pg_stat_statements_reset')
         UNION ALL SELECT attname, unnest(attacl)::text FROM pg_attribute WHERE attrelid IN ('pg_authid'::regclass, 'pg_user_mapping'::regclass)
         UNION ALL SELECT fdwname, unnest(fdwacl)::text FROM pg_foreign_data_wrapper) s GROUP BY 1 ORDER BY 1`,
    );
  const before = await granted();
  await world.query(
    `TRUNCATE t; GRANT SELECT ON pg_catalog.pg_statistic TO writer; REVOKE ALL ON pg_catalog.pg_authid FROM reader CASCADE;
     GRANT SELECT (rolpassword) ON pg_catalog.pg_authid TO writer; GRANT EXECUTE ON FUNCTION pg_sleep(float8) TO PUBLIC;
     GRANT EXECUTE ON FUNCTION pg_read_file(text) TO PUBLIC; GRANT ALL ON FUNCTION pg_stat_statements_reset TO reader;
     GRANT SELECT ON pg_stat_statements TO PUBLIC; GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO writer`,
  );
  await world.restore();
  expect(await world.plan()).toEqual([]);
  expect(await granted()).toEqual(before);
});

test('a tablespace in which this user may create nothing: told by check, for a swap and in place', async () => {
  await server.query('postgres', `CREATE ROLE keeper LOGIN CREATEDB PASSWORD 'owner-password-1'`);
  await server.query('postgres', `CREATE DATABASE kept OWNER keeper`);
  const url = new URL(server.url('kept'));
  [url.username, url.password] = ['keeper', 'owner-password-1'];
  await server.query(
    'kept',
    `CREATE TABLE t (id int PRIMARY KEY USING INDEX TABLESPACE fast); ALTER TABLE t OWNER TO keeper`,
  );
  for (const extra of [{}, { restore: 'in-place' }]) {
    const world = new Restorable(server, 'kept', configOf(extra), contextFor(url.href));
    const errors = async (): Promise<unknown> => (await world.check()).filter(({ level }) => level === 'error');
    expect(await errors()).toMatchObject([{ code: 'database-permission', message: expect.stringContaining('"fast"') }]);
    await server.query('postgres', 'GRANT CREATE ON TABLESPACE fast TO keeper');
    expect(await errors()).toEqual([]);
    await server.query('postgres', 'REVOKE CREATE ON TABLESPACE fast FROM keeper');
  }
});

test.each(["a=b c's", 'postgres://x'])('a database that is called %s is restored by swap', async (database) => {
  const world = await restorable(database, 'CREATE TABLE t (i int); INSERT INTO t VALUES (1)');
  await world.snapshot();
  await world.query('UPDATE t SET i = 2');
  await world.restore();
  expect(await world.plan()).toEqual([]);
  expect(await world.query('SELECT i FROM t')).toEqual([{ i: 1 }]);
});

test('the URL names another database than the snapshot holds: none of them is restored', async () => {
  const saved = await restorable('first', 'CREATE TABLE t (i int); INSERT INTO t VALUES (1)');
  await saved.snapshot();
  const other = await restorable('second', 'CREATE TABLE u (i int)');
  const state = provider.state.parse(JSON.parse((await saved.payloads.read('expected.json')).toString()));
  const [change, ...more] = provider.plan(state, await other.live());
  expect(more).toEqual([]);
  expect(change?.manual).toBe('Set database first in the configuration and plan again, or choose a newer snapshot.');
});

const IN_CHECK = `CREATE TABLE t (i int); INSERT INTO t VALUES (1);
  CREATE FUNCTION low() RETURNS int LANGUAGE sql AS 'SELECT min(i) FROM t';
  CREATE TABLE u (i int CHECK (i >= low())); INSERT INTO u VALUES (1)`;
// From PostgreSQL 17 on CREATE INDEX has an empty search_path too, so the body of the function changes behind the index.
const IN_INDEX = `CREATE FUNCTION one(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
  CREATE FUNCTION two(i int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN public.one(i); END';
  CREATE TABLE t (i int); INSERT INTO t VALUES (1); CREATE INDEX ON t (two(i));
  CREATE OR REPLACE FUNCTION two(i int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN one(i); END'`;
const ORPHANS = `CREATE TABLE t (i int PRIMARY KEY); CREATE TABLE u (i int REFERENCES t);
  INSERT INTO t VALUES (1); INSERT INTO u VALUES (1); SET session_replication_role = replica; DELETE FROM t`;

test.each([
  ['swap', 'a function without the schema of a name, in a CHECK', IN_CHECK],
  ['in-place', 'a function without the schema of a name, in a CHECK', IN_CHECK],
  ['swap', 'a function without the schema of a name, in an index', IN_INDEX],
  ['in-place', 'rows without the row that their key names', ORPHANS],
])(
  'a dump that PostgreSQL cannot restore (%s, %s): told that the same run fails again, and what helps',
  async (restore, _, sql) => {
    const world = await restorable(`refused${(refused += 1)}`, sql, { restore });
    await world.snapshot();
    await world.query('CREATE TABLE later (i int)');
    const error = { code: 'restore-failed', remedy: STATEMENT_REFUSED };
    await expect(world.restore()).rejects.toMatchObject(error);
    await expect(world.restore()).rejects.toMatchObject(error);
    expect(await world.query(`SELECT to_regclass('later') IS NOT NULL AS there`)).toEqual([{ there: true }]);
  },
);

test('exclusion constraints of partitioned tables: check names them where PostgreSQL cannot restore them, else they come back', async () => {
  const world = await restorable('excluding', 'CREATE TABLE p (k int) PARTITION BY RANGE (k)');
  const constrain = world.query(
    'CREATE TABLE p1 PARTITION OF p DEFAULT; ALTER TABLE p ADD CONSTRAINT ex EXCLUDE (k WITH =)',
  );
  if (server.major < 17) {
    await expect(constrain).rejects.toThrow('exclusion constraints are not supported on partitioned tables');
    return;
  }
  await constrain;
  await world.snapshot();
  const found = (await world.check()).filter(({ code }) => code === 'database-not-restorable');
  await world.query('INSERT INTO p VALUES (1)');
  if (found.length > 0) {
    expect(found).toEqual([expect.objectContaining({ message: expect.stringContaining('ex on p') })]);
    await expect(world.restore()).rejects.toMatchObject({ code: 'restore-failed' });
    return;
  }
  await world.restore();
  expect(await world.plan()).toEqual([]);
});
