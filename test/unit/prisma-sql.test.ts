import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { factsOf, indexOf, lineAt, statementsOf, withoutControl } from '../../src/providers/prisma/sql.js';

describe('splitting a script', () => {
  test.each<[string, string, [string, number][]]>([
    [
      'comments',
      '-- a;b\nSELECT 1; /* x; /* y; */ z; */ SELECT 2;',
      [
        ['SELECT 1', 2],
        ['SELECT 2', 2],
      ],
    ],
    [
      'strings',
      `SELECT 'a;b'';c'; SELECT E'\\';x';`,
      [
        [`SELECT 'a;b'';c'`, 1],
        [`SELECT E'\\';x'`, 1],
      ],
    ],
    [
      // Run on PostgreSQL 18.4. libpg-query refuses a comment here: the one place where the two grammars differ.
      'strings that go on behind a comment',
      `SELECT E'a' -- ;\n '\\';'; SELECT 2`,
      [
        [`SELECT E'a' -- ; '\\';'`, 1],
        ['SELECT 2', 2],
      ],
    ],
    ['quoted names', 'ALTER TABLE "a;""b" DROP COLUMN c;', [['ALTER TABLE "a;""b" DROP COLUMN c', 1]]],
    [
      'dollar quotes',
      'DO $x$ BEGIN PERFORM 1; END $x$;\n\nSELECT $$;$$;',
      [
        ['DO $x$ BEGIN PERFORM 1; END $x$', 1],
        ['SELECT $$;$$', 3],
      ],
    ],
    [
      'names with dollars',
      'SELECT a$b$ FROM t; SELECT 1',
      [
        ['SELECT a$b$ FROM t', 1],
        ['SELECT 1', 1],
      ],
    ],
    ['nothing', ' ;; -- only this', []],
    [
      'words that end with e before a string',
      `SELECT a LIKE'\\'; SELECT 2`,
      [
        [`SELECT a LIKE'\\'`, 1],
        ['SELECT 2', 1],
      ],
    ],
    [
      'tags of other alphabets',
      'SELECT $é$;$é$; SELECT $1; SELECT 2',
      [
        ['SELECT $é$;$é$', 1],
        ['SELECT $1', 1],
        ['SELECT 2', 1],
      ],
    ],
    [
      'bodies of functions',
      `CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END;\nSELECT 2`,
      [
        [
          'CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END',
          1,
        ],
        ['SELECT 2', 2],
      ],
    ],
    [
      'rules',
      'CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3',
      [
        ['CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)', 1],
        ['SELECT 3', 1],
      ],
    ],
    ['an end that is missing', `SELECT 'x; SELECT 2`, [[`SELECT 'x; SELECT 2`, 1]]],
  ])('%s', (_, script, expected) => {
    expect(statementsOf(script).map(({ text, line }) => [text, line])).toEqual(expected);
  });

  test('what runs is what was written', () => {
    const [first, second] = statementsOf(`-- why\nSELECT 'a  b' -- here\n  , 2 ;SELECT\t3`);
    expect(first).toMatchObject({ sql: `SELECT 'a  b' -- here\n  , 2`, text: `SELECT 'a b' , 2`, line: 2, from: 7 });
    expect(second).toMatchObject({ sql: 'SELECT\t3', line: 3 });
  });

  test('a script of a megabyte is read at once', () => {
    const script = `INSERT INTO t VALUES ${Array.from({ length: 60_000 }, (_, index) => `(${index}, 'row')`).join(', ')};`;
    expect(script.length).toBeGreaterThan(900_000);
    expect(factsOf(script).statements).toHaveLength(1);
  }, 5_000);

  test('never hangs or throws, whatever the text, and keeps what is no comment', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ';', "'", '"', '$', '-', '/', '*', '\n', '\\', 'E', ' ') }),
        (script) => {
          for (const { text, sql, line, from, to } of statementsOf(script)) {
            expect(text).not.toBe('');
            expect(script.slice(from, to)).toContain(sql);
            expect(line).toBeLessThanOrEqual(script.split('\n').length);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('what a down.sql does', () => {
  test.each([
    ['DROP INDEX CONCURRENTLY IF EXISTS i;', 1],
    ['CREATE UNIQUE INDEX CONCURRENTLY i ON t (a);', 1],
    ['VACUUM t;', 1],
    ['REINDEX TABLE CONCURRENTLY t;', 1],
    [`SELECT 'DROP INDEX CONCURRENTLY i';`, 0],
    ['-- CREATE INDEX CONCURRENTLY\nDROP INDEX i;', 0],
    ['REINDEX (VERBOSE) DATABASE app;', 1],
    ['CREATE TABLE a (id int); CREATE INDEX CONCURRENTLY i ON a (id); VACUUM a;', 2],
    // Since PostgreSQL 12 it can; the value is usable after the transaction.
    [`ALTER TYPE t ADD VALUE 'x';`, 0],
  ])('%s: %d statement(s) outside of a transaction', (script, count) => {
    expect(factsOf(script).outsideTransaction).toHaveLength(count);
  });

  test('transaction control is found, but not in a function body', () => {
    expect(factsOf('BEGIN; SELECT 1; COMMIT;').control.map(({ text }) => text)).toEqual(['BEGIN', 'COMMIT']);
    expect(factsOf('DO $$ BEGIN PERFORM 1; END $$;').control).toEqual([]);
  });

  test('transaction control goes, and only that', () => {
    // As prisma migrate diff writes a change of an enum.
    const script = `-- AlterEnum\nBEGIN;\nCREATE TYPE "t_new" AS ENUM ('A');\nDROP TYPE "t";\nCOMMIT;\n\n-- DropIndex\nDROP INDEX i;\n`;
    expect(withoutControl(script)).toBe(
      `-- AlterEnum\nCREATE TYPE "t_new" AS ENUM ('A');\nDROP TYPE "t";\n\n-- DropIndex\nDROP INDEX i;\n`,
    );
    expect(withoutControl(`SELECT 'BEGIN;';`)).toBe(`SELECT 'BEGIN;';`);
  });
});

describe('where', () => {
  test.each([
    ['CREATE INDEX CONCURRENTLY i ON t (a)', 'i'],
    ['CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "My Index" ON t (a)', '"My Index"'],
    ['CREATE INDEX CONCURRENTLY ON t (a)', null],
    ['DROP INDEX CONCURRENTLY IF EXISTS shop."i"', 'shop."i"'],
    ['DROP INDEX CONCURRENTLY on_this', 'on_this'],
    ['VACUUM t', null],
  ])('%s names %s', (script, name) => {
    const [statement] = statementsOf(script);
    expect(statement && indexOf(statement)).toBe(name);
  });

  test('a position counts characters, not bytes or UTF-16 units', () => {
    expect(lineAt('-- 😀\nSELECT', 6)).toBe(2);
    expect(lineAt('SELECT', 1)).toBe(1);
  });
});
