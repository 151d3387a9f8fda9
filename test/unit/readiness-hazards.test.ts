import { describe, expect, test } from '@jest/globals';
import { downHazards, hazardsOf } from '../../src/readiness/migrations/hazards.js';

/** `level code line:column` of each finding. */
const found = async (sql: string, tables: ReadonlyMap<string, number> | null = null): Promise<string[]> =>
  (await hazardsOf(sql, 'm.sql', tables)).map(
    ({ level, code, line, column }) => `${level} ${code} ${line ?? ''}${column === undefined ? '' : `:${column}`}`,
  );

describe('what breaks the older code, or cannot be taken back', () => {
  test.each([
    ['DROP TABLE "Fan";', ['error ban-drop-table 1:1']],
    ['DROP TABLE IF EXISTS public.fans CASCADE;', ['error ban-drop-table 1:1']],
    ['DROP VIEW active_fans;', ['error ban-drop-table 1:1']],
    ['ALTER TABLE "Fan" DROP COLUMN "city";', ['error ban-drop-column 1:1']],
    ['ALTER TABLE fans DROP city;', ['error ban-drop-column 1:1']],
    ['ALTER TABLE "Fan" ADD COLUMN "a" TEXT, DROP COLUMN IF EXISTS "b";', ['error ban-drop-column 1:1']],
    ['ALTER TABLE "Fan" DROP CONSTRAINT "Fan_pkey";', []],
    ['ALTER TABLE "Fan" ALTER COLUMN "city" DROP DEFAULT;', []],
    ['ALTER TABLE "Fan" ALTER COLUMN "city" DROP NOT NULL;', []],
    ['ALTER TABLE "Fan" RENAME COLUMN "email" TO "mail";', ['error renaming-column 1:1']],
    ['ALTER TABLE "Fan" RENAME email TO mail;', ['error renaming-column 1:1']],
    ['ALTER TABLE "Fan" RENAME TO "Supporter";', ['error renaming-table 1:1']],
    ['ALTER TABLE "Fan" RENAME CONSTRAINT "a" TO "b";', []],
    ['ALTER TABLE "Fan" ADD COLUMN     "phone" TEXT NOT NULL;', ['error adding-required-field 1:1']],
    ['ALTER TABLE "Fan" ADD COLUMN "phone" TEXT NOT NULL DEFAULT \'\';', []],
    ['ALTER TABLE "Fan" ADD COLUMN "phone" TEXT DEFAULT \'\' NOT NULL;', []],
    ['ALTER TABLE "Fan" ADD COLUMN "no" SERIAL NOT NULL;', []],
    ['ALTER TABLE "Fan" ADD COLUMN "no" INT GENERATED ALWAYS AS IDENTITY NOT NULL;', []],
    [
      'ALTER TABLE "Fan" ADD COLUMN "a" INT NOT NULL DEFAULT 0,\nADD COLUMN "b" TEXT NOT NULL;',
      ['error adding-required-field 1:1'],
    ],
    [
      'ALTER TABLE "Fan" ADD COLUMN "a" TEXT NOT NULL,\nADD COLUMN "b" INT NOT NULL DEFAULT 0;',
      ['error adding-required-field 1:1'],
    ],
    ['ALTER TABLE "Fan" ADD COLUMN "a" TEXT, ADD COLUMN "b" INT NOT NULL DEFAULT 0;', []],
    ['ALTER TABLE "Fan" ALTER COLUMN "n" SET DATA TYPE BIGINT;', ['error changing-column-type 1:1']],
    ['ALTER TABLE fans ALTER n TYPE BIGINT;', ['error changing-column-type 1:1']],
    ['ALTER TYPE "Tier" ADD VALUE \'GOLD\';', ['error migration-enum-value 1:1']],
    ['TRUNCATE TABLE fans;', ['error migration-deletes-rows 1:1']],
    ['DELETE FROM "Payment" WHERE cents = 0;', ['error migration-deletes-rows 1:1']],
    ['UPDATE fans SET city = NULL;', []],
    ["INSERT INTO notes VALUES ('DROP TABLE fans');", []],
    ['-- DROP TABLE fans;\nSELECT 1;', []],
    ['CREATE TABLE "New" ("id" INT);\nALTER TABLE "New" ADD COLUMN "a" TEXT NOT NULL;\nDROP TABLE "New";', []],
    ['CREATE TYPE "T" AS ENUM (\'A\');\nALTER TYPE "T" ADD VALUE \'B\';', []],
    ['SELECT 1;\n\n  DROP TABLE "Fan";', ['error ban-drop-table 3:1']],
  ])('%s', async (sql, expected) => {
    expect(await found(sql)).toEqual(expected);
  });
});

describe('what holds up a large table', () => {
  test.each([
    ['CREATE INDEX "i" ON "Fan"("email");', ['warning migration-locks-table 1:1']],
    ['CREATE UNIQUE INDEX "i" ON public."Fan" USING btree ("email");', ['warning migration-locks-table 1:1']],
    ['CREATE INDEX CONCURRENTLY "i" ON "Fan"("email");', []],
    [
      'ALTER TABLE "Fan" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "B"("id");',
      ['warning migration-locks-table 1:1'],
    ],
    ['ALTER TABLE "Fan" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "B"("id") NOT VALID;', []],
    ['ALTER TABLE "Fan" ADD CHECK (n > 0);', ['warning migration-locks-table 1:1']],
    ['ALTER TABLE "Fan" ADD CONSTRAINT "u" UNIQUE ("email");', ['warning migration-locks-table 1:1']],
    ['ALTER TABLE "Fan" ADD CONSTRAINT "u" UNIQUE USING INDEX "i";', []],
    ['ALTER TABLE "Fan" ALTER COLUMN "city" SET NOT NULL;', ['warning adding-not-nullable-field 1:1']],
    ['CREATE TABLE "New" ("a" INT);\nCREATE INDEX "i" ON "New"("a");', []],
  ])('%s', async (sql, expected) => {
    expect(await found(sql)).toEqual(expected);
  });

  test('the size of the table decides, where the newest snapshot knows it', () => {
    const sql = 'CREATE INDEX "i" ON "Fan"("email");';
    expect(found(sql, new Map([['public.Fan', 99_999]]))).toEqual(['info migration-locks-table 1']);
    expect(found(sql, new Map([['public.Fan', 100_000]]))).toEqual(['warning migration-locks-table 1:1']);
    expect(hazardsOf(sql, 'm.sql', new Map([['public.Fan', 2_000_000]]))[0]?.message).toContain('2,000,000 rows');
    expect(hazardsOf(sql, 'm.sql', new Map())[0]?.message).toContain('Its size is not known.');
  });
});

describe('accepted by its author', () => {
  const drop = 'ALTER TABLE "Fan" DROP COLUMN "city";';
  test('with a reason, right above the statement', () => {
    const sql = `SELECT 1;\n-- rewind: accept ban-drop-column: unused since release 41\n-- (see #812)\n${drop}`;
    expect(hazardsOf(sql, 'm.sql', null)).toMatchObject([
      { level: 'info', line: 4, message: expect.stringContaining('Accepted: unused since release 41') },
    ]);
  });

  test.each([
    ['without a reason', `-- rewind: accept ban-drop-column\n${drop}`],
    ['another finding', `-- rewind: accept renaming-column: no\n${drop}`],
    ['further away', `-- rewind: accept ban-drop-column: unused\n\n${drop}`],
    ['another statement', `-- rewind: accept ban-drop-column: unused\nSELECT 1;\n${drop}`],
  ])('not %s', (_how, sql) => {
    expect(hazardsOf(sql, 'm.sql', null).find(({ code }) => code === 'ban-drop-column')?.level).toBe('error');
  });

  test('a code that does not exist is pointed out', () => {
    expect(found(`-- rewind: accept ban-drop-colum: typo\n${drop}`)).toEqual([
      'error ban-drop-column 2:1',
      'warning migration-accept-unknown 1:1',
    ]);
  });
});

test('a down.sql that loses data says so by line', () => {
  expect(downHazards('SELECT 1;\nALTER TABLE "Fan" DROP COLUMN "phone";', 'd.sql')).toMatchObject([
    { level: 'warning', code: 'migration-down-loses-data', file: 'd.sql', line: 2 },
  ]);
});
