import { describe, expect, test } from '@jest/globals';
import { downHazards, hazardsOf } from '../../src/readiness/migrations/hazards.js';
import { RULES } from '../../src/readiness/migrations/rules.js';
import type { Finding } from '../../src/runtime/finding.js';

/** `code line:column`, with the level unless it is that of the rule. */
const brief = ({ level, code, line, column }: Finding): string => {
  const usual: string | undefined = Object.entries(RULES).find(([name]) => name === code)?.[1].level;
  return `${level === usual ? '' : `${level} `}${code} ${line ?? '?'}:${column ?? '?'}`;
};
const found = async (sql: string, tables: ReadonlyMap<string, number> | null = null): Promise<string[]> =>
  (await hazardsOf(sql, 'm.sql', tables)).map(brief);
const lossesIn = async (sql: string): Promise<string[]> => (await downHazards(sql, 'd.sql')).map(brief);

describe('what breaks the older code, or cannot be reverted', () => {
  test.each<[string, string[]]>([
    ['DROP TABLE "Fan";', ['ban-drop-table 1:1']],
    ['DROP TABLE IF EXISTS public.fans CASCADE;', ['ban-drop-table 1:1']],
    ['DROP TABLE a, shop.b;', ['ban-drop-table 1:1', 'ban-drop-table 1:1']],
    ['DROP VIEW active_fans;', ['ban-drop-table 1:1']],
    ['DROP SCHEMA shop CASCADE;', ['ban-drop-table 1:1']],
    ['DROP SCHEMA shop;', []],
    ['DROP OWNED BY old_app;', ['ban-drop-table 1:1']],
    ['DROP DATABASE shop;', ['ban-drop-database 1:1']],
    ['DROP TYPE tier CASCADE;', ['ban-drop-column 1:1']],
    ['DROP TYPE tier;', []],
    ['DROP INDEX i;', []],
    ['ALTER TABLE "Fan" DROP COLUMN "city";', ['ban-drop-column 1:1']],
    ['ALTER TABLE fans DROP city;', ['ban-drop-column 1:1']],
    ['ALTER TABLE fans DROP constraint_kind;', ['ban-drop-column 1:1']],
    ['ALTER TABLE "Fan" ADD COLUMN "a" TEXT, DROP COLUMN IF EXISTS "b";', ['ban-drop-column 1:1']],
    ['ALTER TABLE "a;b"."c" /* ; */ DROP COLUMN "d;e";', ['ban-drop-column 1:1']],
    ['ALTER TABLE "Fan" DROP CONSTRAINT "Fan_pkey";', []],
    ['ALTER TABLE "Fan" RENAME COLUMN "email" TO "mail";', ['renaming-column 1:1']],
    ['ALTER TABLE "Fan" RENAME email TO mail;', ['renaming-column 1:1']],
    ['ALTER TABLE "Fan" RENAME TO "Supporter";', ['renaming-table 1:1']],
    ['ALTER VIEW active_fans RENAME TO fans_of_today;', ['renaming-table 1:1']],
    ['ALTER TABLE fans SET SCHEMA archive;', ['renaming-table 1:1']],
    ['ALTER TABLE "Fan" RENAME CONSTRAINT "a" TO "b";', []],
    ['ALTER INDEX i RENAME TO j;', []],
    ['ALTER TABLE "Fan" ADD COLUMN     "phone" TEXT NOT NULL;', ['adding-required-field 1:34']],
    ['ALTER TABLE "Fan" ADD COLUMN "phone" TEXT NOT NULL DEFAULT \'\';', []],
    ['ALTER TABLE "Fan" ADD COLUMN "phone" TEXT DEFAULT \'\' NOT NULL;', []],
    ['ALTER TABLE t ADD "DEFAULT" TEXT NOT NULL;', ['adding-required-field 1:19']],
    ['ALTER TABLE t ADD a TEXT DEFAULT NULL::text NOT NULL;', ['adding-required-field 1:19']],
    ["ALTER TABLE t ADD a TEXT CHECK (a <> 'NOT NULL') NO INHERIT;", ['constraint-missing-not-valid 1:19']],
    ['ALTER TABLE t ADD a INT PRIMARY KEY;', ['adding-required-field 1:19', 'adding-serial-primary-key-field 1:19']],
    [
      'ALTER TABLE "Fan" ADD COLUMN "a" INT NOT NULL DEFAULT 0,\nADD COLUMN "b" TEXT NOT NULL;',
      ['adding-required-field 2:12'],
    ],
    [
      'ALTER TABLE "Fan" ADD COLUMN "a" TEXT NOT NULL,\nADD COLUMN "b" INT NOT NULL DEFAULT 0;',
      ['adding-required-field 1:30'],
    ],
    [
      'ALTER TABLE é\n  ADD "ü" TEXT NOT NULL, ALTER b TYPE int, DROP c;',
      ['adding-required-field 2:7', 'changing-column-type 2:32', 'ban-drop-column 1:1'],
    ],
    ['ALTER TABLE "Fan" ADD COLUMN "a" TEXT, ADD COLUMN "b" INT NOT NULL DEFAULT 0;', []],
    ['ALTER TABLE "Fan" ALTER COLUMN "n" SET DATA TYPE BIGINT;', ['changing-column-type 1:32']],
    ['ALTER TABLE fans ALTER n TYPE BIGINT;', ['changing-column-type 1:24']],
    ['ALTER TYPE "Tier" ADD VALUE \'GOLD\';', ['migration-enum-value 1:1']],
    ["ALTER TYPE tier RENAME VALUE 'a' TO 'b';", ['migration-enum-value 1:1']],
    ['TRUNCATE TABLE fans, notes;', ['migration-deletes-rows 1:1', 'migration-deletes-rows 1:1']],
    ['DELETE FROM "Payment" WHERE cents = 0;', ['migration-deletes-rows 1:1']],
    ['WITH gone AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM gone;', ['migration-deletes-rows 1:1']],
    ['MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN DELETE;', ['migration-deletes-rows 1:1']],
    ['UPDATE fans SET city = NULL;', []],
    ["INSERT INTO notes VALUES ('DROP TABLE fans'), (E'\\'; DROP TABLE fans; --'), ($x$; DROP TABLE fans; $x$);", []],
    ['-- DROP TABLE fans;\n/* DROP TABLE fans; /* nested */ DROP TABLE fans; */ SELECT 1;', []],
    ['CREATE FUNCTION f() RETURNS void LANGUAGE sql BEGIN ATOMIC DELETE FROM t; END;', []],
    ['CREATE TABLE "New" ("id" INT);\nALTER TABLE "New" ADD COLUMN "a" TEXT NOT NULL;\nDROP TABLE "New";', []],
    ['CREATE TABLE public.n (id INT);\nDROP TABLE n;', []],
    ['CREATE TEMP TABLE n AS SELECT 1;\nDROP TABLE n;', []],
    ['CREATE TABLE IF NOT EXISTS n (id INT);\nDROP TABLE n;', ['ban-drop-table 2:1']],
    ['CREATE TABLE IF NOT EXISTS n AS SELECT 1;\nALTER TABLE n DROP a;', ['ban-drop-column 2:1']],
    ['CREATE MATERIALIZED VIEW IF NOT EXISTS n AS SELECT 1;\nDROP MATERIALIZED VIEW n;', ['ban-drop-table 2:1']],
    ['DROP TABLE t;\nCREATE TABLE t (id INT);', ['ban-drop-table 1:1']],
    ['CREATE TYPE "T" AS ENUM (\'A\');\nALTER TYPE "T" ADD VALUE \'B\';', []],
    ['SELECT 1;\n\n  DROP TABLE "Fan";', ['ban-drop-table 3:3']],
  ])('%s', async (sql, expected) => {
    expect(await found(sql)).toEqual(expected);
  });

  test('the statements of a DO block', async () => {
    const block = `DO $$\nBEGIN\n  IF true THEN\n    DROP TABLE x;\n  END IF;\n  -- DROP TABLE y;\n  RAISE NOTICE 'DROP TABLE z';\nEND $$;`;
    expect(await found(block)).toEqual(['ban-drop-table 4:1']);
    expect(await found(`-- rewind: accept ban-drop-table: unused\n${block}`)).toEqual(['info ban-drop-table 5:1']);
    expect(await found("DO LANGUAGE plperl 'drop_table()';")).toEqual([]);
  });

  test('names the table with its schema', async () => {
    const message = async (sql: string): Promise<string> => (await hazardsOf(sql, 'm.sql', null))[0]?.message ?? '';
    expect(await message('DROP TABLE PUBLIC."Fan"')).toMatch(/^Fan is dropped/);
    expect(await message('DROP TABLE Shop."F""an"')).toMatch(/^shop\.F"an is dropped/);
  });
});

describe('what the older code may not expect', () => {
  test.each<[string, string[]]>([
    ['ALTER TABLE t ALTER a DROP NOT NULL;', ['ban-drop-not-null 1:1']],
    ['ALTER TABLE t ALTER a DROP DEFAULT;', ['migration-drops-default 1:1']],
    ['ALTER TABLE t ALTER a SET DEFAULT 1;', []],
    ['ALTER TABLE t ALTER a SET DEFAULT NULL;', ['migration-drops-default 1:1']],
    ['ALTER TABLE t ALTER a SET DEFAULT NULL::text;', ['migration-drops-default 1:1']],
    ['ALTER TABLE t ALTER a SET DEFAULT (CAST(NULL AS text))::varchar(3);', ['migration-drops-default 1:1']],
    ["ALTER TABLE t ALTER a SET DEFAULT 'null'::text;", []],
    ['ALTER TABLE t ALTER a DROP IDENTITY;', ['migration-drops-default 1:1']],
    ['ALTER TABLE t ENABLE ROW LEVEL SECURITY;', ['migration-row-security 1:1']],
    ['ALTER TABLE t FORCE ROW LEVEL SECURITY;', ['migration-row-security 1:1']],
    ['ALTER TABLE t DISABLE ROW LEVEL SECURITY;', []],
    ['CREATE TABLE n (a INT NOT NULL DEFAULT 1);\nALTER TABLE n ALTER a DROP DEFAULT, ALTER a DROP NOT NULL;', []],
  ])('%s', async (sql, expected) => {
    expect(await found(sql)).toEqual(expected);
  });
});

describe('what blocks a large table', () => {
  test.each<[string, string[]]>([
    ['CREATE INDEX "i" ON "Fan"("email");', ['require-concurrent-index-creation 1:1']],
    ['CREATE UNIQUE INDEX ON public."Fan" USING btree ("email");', ['require-concurrent-index-creation 1:1']],
    ['CREATE INDEX CONCURRENTLY "i" ON "Fan"("email");', []],
    [
      'ALTER TABLE "Fan" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "B"("id");',
      ['constraint-missing-not-valid 1:23'],
    ],
    ['ALTER TABLE "Fan" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "B"("id") NOT VALID;', []],
    ['ALTER TABLE "Fan" ADD CONSTRAINT "a b" CHECK (n > 0);', ['constraint-missing-not-valid 1:23']],
    ["ALTER TABLE t ADD CHECK (a <> 'NOT VALID');", ['constraint-missing-not-valid 1:19']],
    ['ALTER TABLE t ADD a INT REFERENCES b;', []],
    ['ALTER TABLE "Fan" ADD CONSTRAINT "u" UNIQUE ("email");', ['disallowed-unique-constraint 1:23']],
    ['ALTER TABLE "Fan" ADD CONSTRAINT "u" UNIQUE USING INDEX "i";', []],
    ['ALTER TABLE t ADD a INT UNIQUE;', ['disallowed-unique-constraint 1:19']],
    ['ALTER TABLE t ADD PRIMARY KEY (id);', ['adding-serial-primary-key-field 1:19']],
    ['ALTER TABLE t ADD PRIMARY KEY USING INDEX i;', []],
    ['ALTER TABLE "Fan" ALTER COLUMN "city" SET NOT NULL;', ['adding-not-nullable-field 1:1']],
    ['ALTER TABLE t ADD CONSTRAINT n NOT NULL a;', ['adding-not-nullable-field 1:19']],
    ['REINDEX TABLE t;', ['require-concurrent-reindex 1:1']],
    ['REINDEX TABLE CONCURRENTLY t;', []],
    ['VACUUM (ANALYZE, FULL) t;', ['migration-locks-table 1:1']],
    ['VACUUM t;', []],
    ['ALTER TABLE "Fan" ADD COLUMN "no" SERIAL NOT NULL;', ['adding-field-with-default 1:30']],
    [
      'ALTER TABLE "Fan" ADD COLUMN "no" INT GENERATED ALWAYS AS IDENTITY NOT NULL;',
      ['adding-field-with-default 1:30'],
    ],
    [
      'ALTER TABLE "Fan" ADD COLUMN "no" INT GENERATED ALWAYS AS (n * 2) STORED NOT NULL;',
      ['adding-field-with-default 1:30'],
    ],
    ['ALTER TABLE t ADD a INT GENERATED ALWAYS AS (n * 2) VIRTUAL;', []],
    ['ALTER TABLE t ADD a UUID NOT NULL DEFAULT gen_random_uuid();', ['adding-field-with-default 1:19']],
    ['ALTER TABLE t ADD a TEXT DEFAULT lower(own_function());', ['adding-field-with-default 1:19']],
    ['ALTER TABLE t ADD a TIMESTAMPTZ DEFAULT now(), ADD b DATE DEFAULT CURRENT_DATE;', []],
    ["ALTER TABLE t ADD a JSONB DEFAULT '{}'::jsonb, ADD b INT[] DEFAULT ARRAY[1, 2];", []],
    ['CREATE TABLE n (id INT);\nALTER TABLE n ADD a UUID DEFAULT gen_random_uuid();', []],
    ['ALTER TABLE t SET UNLOGGED;', ['migration-locks-table 1:1']],
    ['ALTER TABLE t SET (fillfactor = 70);', []],
    ['REFRESH MATERIALIZED VIEW m;', ['migration-locks-table 1:1']],
    ['REFRESH MATERIALIZED VIEW CONCURRENTLY m;', []],
    ['LOCK TABLE a, b;', ['migration-locks-table 1:1', 'migration-locks-table 1:1']],
    ['CLUSTER t USING i;', ['migration-locks-table 1:1']],
    ['CREATE TABLE "New" ("a" INT);\nCREATE INDEX "i" ON "New"("a");', []],
  ])('%s', async (sql, expected) => {
    expect(await found(sql)).toEqual(expected);
  });

  test('the newest snapshot knows the size of the table, which decides', async () => {
    const sql = 'CREATE INDEX "i" ON "Fan"("email");';
    const message = async (rows?: number): Promise<string | undefined> =>
      (await hazardsOf(sql, 'm.sql', new Map(rows === undefined ? [] : [['public.Fan', rows]])))[0]?.message;
    expect(await found(sql, new Map([['public.Fan', 99_999]]))).toEqual(['info require-concurrent-index-creation 1:1']);
    expect(await found(sql, new Map([['public.Fan', 100_000]]))).toEqual(['require-concurrent-index-creation 1:1']);
    expect(await message(2_000_000)).toContain('2,000,000 rows');
    expect(await message()).toContain('Its size is not known.');
  });
});

test('a script of thousands of statements: the first ones, how many more there are, and no more than linear time', async () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, id) => `DELETE FROM t WHERE id = ${id};\n`).join('');
  const time = async (count: number): Promise<number> => {
    const start = process.cpuUsage();
    await found(rows(count));
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  expect(await found(rows(20))).toHaveLength(20);
  expect((await hazardsOf(rows(1500), 'm.sql', null)).slice(19)).toMatchObject([
    { level: 'error', code: 'migration-deletes-rows', file: 'm.sql', line: 20, column: 1 },
    { level: 'error', file: 'm.sql', message: '1,480 more findings of this kind in this file.' },
  ]);
  expect(await lossesIn(rows(30))).toHaveLength(21);
  expect((await time(20_000)) / (await time(2_000))).toBeLessThan(30);
});

describe('a statement that PostgreSQL cannot parse', () => {
  test.each<[string, string[]]>([
    ['SELECT 1;\n  SELEC 2;\nDROP TABLE t;', ['error syntax-error 2:3', 'ban-drop-table 3:1']],
    [`SELECT '😀é'; SELECT FROM FROM`, ['error syntax-error 1:27']],
    [`\\set x 1\nDROP TABLE t;`, ['error syntax-error 1:1']],
    [`SELECT 1;\nSELECT 'never closed; DROP TABLE t;`, ['error syntax-error 2:8']],
    ['COPY t FROM stdin;\n1\t2\n\\.\n', ['error syntax-error 2:1']],
    ['SELECT 1 \0; DROP TABLE t', ['error syntax-error 1:10', 'ban-drop-table 1:13']],
    [`SELECT ${'('.repeat(100_000)}`, ['error syntax-error']],
    ['', []],
    ['-- nothing', []],
  ])('%#: an error with its position, and the rest is read', async (sql, expected) => {
    const actual = await found(sql);
    expect(actual.map((entry, index) => entry.slice(0, expected[index]?.includes(':') ? undefined : 18))).toEqual(
      expected,
    );
  });

  test('a list of any length is read', async () => {
    expect(await found(`INSERT INTO t VALUES ${Array(150_000).fill('(1)').join(',')};`)).toEqual([]);
  });

  test('an expression of any depth is read, or refused in words of its own', async () => {
    const deep = (terms: number): string => `DELETE FROM t WHERE a = ${Array(terms).fill('chr(65)').join(' || ')};`;
    expect(await found(deep(4_000))).toEqual(['migration-deletes-rows 1:1']);
    expect(await lossesIn(deep(4_000))).toEqual(['warning migration-down-loses-data 1:1']);
    expect((await hazardsOf(deep(40_000), 'm.sql', null)).map(({ message }) => message)).toEqual([
      'PostgreSQL cannot parse this statement: it is nested too deeply.',
    ]);
  });

  test('says what is wrong, and what to do about psql', async () => {
    expect(await hazardsOf('\\i other.sql', 'm.sql', null)).toMatchObject([
      { message: 'PostgreSQL cannot parse this statement: syntax error at or near "\\".', file: 'm.sql' },
    ]);
    expect(await lossesIn('SELEC 1')).toEqual(['error syntax-error 1:1']);
  });
});

describe('accepted by its author', () => {
  const drop = 'ALTER TABLE "Fan" DROP COLUMN "city";';
  test('with a reason, directly above the statement', async () => {
    const sql = `SELECT 1;\n-- rewind: accept ban-drop-column: unused since release 41\n-- (see #812)\n${drop}`;
    expect(await hazardsOf(sql, 'm.sql', null)).toMatchObject([
      {
        level: 'info',
        line: 4,
        message: expect.stringContaining('Accepted: unused since release 41'),
        remedy: 'Decide in the review whether this reason holds.',
      },
    ]);
  });

  test('also for a later line of the statement', async () => {
    const sql = '-- rewind: accept adding-required-field: table is empty\nALTER TABLE t\n  ADD a TEXT NOT NULL;';
    expect(await found(sql)).toEqual(['info adding-required-field 3:7']);
  });

  test.each([
    ['without a reason', `-- rewind: accept ban-drop-column\n${drop}`],
    ['another finding', `-- rewind: accept renaming-column: no\n${drop}`],
    ['further away', `-- rewind: accept ban-drop-column: unused\n\n${drop}`],
    ['another statement', `-- rewind: accept ban-drop-column: unused\nSELECT 1;\n${drop}`],
  ])('not %s', async (_how, sql) => {
    const findings = await hazardsOf(sql, 'm.sql', null);
    expect(findings.find(({ code }) => code === 'ban-drop-column')?.level).toBe('error');
  });

  test('a code that does not exist is pointed out', async () => {
    expect(await found(`-- rewind: accept ban-drop-colum: typo\n${drop}`)).toEqual([
      'ban-drop-column 2:1',
      'warning migration-accept-unknown 1:?',
    ]);
  });
});

describe('a down.sql that loses data', () => {
  test('says so with the position', async () => {
    expect(await downHazards('SELECT 1;\n ALTER TABLE "Fan" DROP COLUMN "phone";', 'd.sql')).toMatchObject([
      { level: 'warning', code: 'migration-down-loses-data', file: 'd.sql', line: 2, column: 2 },
    ]);
  });

  test.each<[string, boolean]>([
    ['DROP TABLE t', true],
    ['DROP MATERIALIZED VIEW m', true],
    ['DROP SEQUENCE s', true],
    ['DROP VIEW v', false],
    ['DROP INDEX i', false],
    ['DROP TYPE t', false],
    ['TRUNCATE t', true],
    ['DELETE FROM t', true],
    ['UPDATE t SET a = 1', true],
    ['WITH x AS (UPDATE t SET a = 1 RETURNING *) SELECT * FROM x', true],
    ["SELECT 'UPDATE t SET a = 1'", false],
    ['DO $$ BEGIN UPDATE t SET a = 1; END $$', true],
    ['ALTER TABLE t ALTER a TYPE int', true],
    ['ALTER TABLE t ALTER a TYPE varchar(10)', true],
    ['ALTER TABLE t ALTER a TYPE text', false],
    ['ALTER TABLE t ALTER a TYPE text USING left(a, 1)', true],
    ['ALTER TABLE t RENAME a TO b', false],
    ['ALTER TABLE t DROP CONSTRAINT c, ALTER a DROP DEFAULT, ALTER b DROP NOT NULL', false],
    ['CREATE TEMP TABLE x AS SELECT 1; UPDATE x SET a = 2; DROP TABLE x', false],
  ])('%s: %s', async (sql, loses) => {
    expect(await lossesIn(sql)).toHaveLength(loses ? 1 : 0);
  });
});
