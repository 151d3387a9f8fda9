import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { factsOf, statementsOf } from '../../src/providers/prisma/sql.js';

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
    ['an end that is missing', `SELECT 'x; SELECT 2`, [[`SELECT 'x; SELECT 2`, 1]]],
  ])('%s', (_, script, expected) => {
    expect(statementsOf(script).map(({ text, line }) => [text, line])).toEqual(expected);
  });

  test('never hangs or throws, whatever the text, and keeps what is no comment', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ';', "'", '"', '$', '-', '/', '*', '\n', '\\', 'E', ' ') }),
        (script) => {
          for (const { text, line } of statementsOf(script)) {
            expect(text).not.toBe('');
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
    [`ALTER TYPE t ADD VALUE 'x';`, 0],
  ])('%s: %d statement(s) outside of a transaction', (script, count) => {
    expect(factsOf(script).outsideTransaction).toHaveLength(count);
  });

  test.each([
    ['ALTER TABLE fans DROP COLUMN points;', 1],
    ['ALTER TABLE fans DROP points;', 1],
    ['DROP TABLE fans;', 1],
    ['DELETE FROM fans;', 1],
    ['TRUNCATE fans;', 1],
    ['ALTER TABLE fans DROP CONSTRAINT c;', 0],
    ['ALTER TABLE fans ALTER COLUMN a DROP DEFAULT;', 0],
    ['ALTER TABLE fans ALTER COLUMN a DROP NOT NULL;', 0],
    ['ALTER TABLE fans ADD COLUMN points int; DROP INDEX i;', 0],
  ])('%s: %d statement(s) lose data', (script, count) => expect(factsOf(script).losing).toHaveLength(count));

  test('transaction control is found, but not in a function body', () => {
    expect(factsOf('BEGIN; SELECT 1; COMMIT;').control.map(({ text }) => text)).toEqual(['BEGIN', 'COMMIT']);
    expect(factsOf('DO $$ BEGIN PERFORM 1; END $$;').control).toEqual([]);
  });
});
