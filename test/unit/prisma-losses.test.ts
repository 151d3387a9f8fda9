import { describe, expect, test } from '@jest/globals';
import { lossesOf } from '../../src/providers/prisma/losses.js';

const briefOf = async (script: string): Promise<string[]> =>
  (await lossesOf(script)).map(({ statement: { line }, certain, rows }) => {
    const tables = rows.map(
      ({ table, where, atMost }) =>
        `${atMost ? '≤' : ''}${table}${where === null ? '' : ` ${where.alias}[${where.condition.trim()}]`}`,
    );
    return [line, certain ? 'loses' : 'may lose', ...tables].join(' ');
  });

describe('what a down.sql loses', () => {
  test.each<[string, string[]]>([
    ['ALTER TABLE fans DROP COLUMN points', ['1 loses "fans"']],
    ['ALTER TABLE "Fan" DROP points, DROP age', ['1 loses "Fan"']],
    ['DROP TABLE fans, app."Old"', ['1 loses "fans" "app"."Old"']],
    ['TRUNCATE fans', ['1 loses "fans"']],
    ['DROP SEQUENCE s', ['1 loses']],
    ['DROP TYPE tier CASCADE', ['1 loses']],
    ['DROP FUNCTION f CASCADE', ['1 may lose']],
    ['DROP SCHEMA s CASCADE', ['1 loses']],
    ['ALTER TABLE t ALTER price TYPE int USING round(price)', ['1 loses "t"']],
    ['ALTER TABLE t ALTER name TYPE varchar(10)', ['1 loses "t"']],
    ['ALTER TABLE t ALTER name TYPE text', []],
    ["UPDATE t SET note = 'x'", ['1 loses "t"']],
    [
      "\nUPDATE t AS u SET note = 'x' WHERE (u.a > 1) AND note <> 'where' RETURNING *",
      [`2 loses "t" "u"[(u.a > 1) AND note <> 'where']`],
    ],
    [
      'DELETE FROM t WHERE é = 1 AND id IN (SELECT id FROM x WHERE b)',
      ['1 loses "t" [é = 1 AND id IN (SELECT id FROM x WHERE b)]'],
    ],
    ['DELETE FROM t WHERE lower(a) = b', ['1 loses "t" [lower(a) = b]']],
    // A function could do anything.
    ['DELETE FROM t WHERE mine(a)', ['1 loses ≤"t"']],
    ['DELETE FROM t USING x WHERE t.id = x.id', ['1 loses ≤"t"']],
    ['WITH gone AS (DELETE FROM t WHERE a RETURNING *) INSERT INTO u SELECT * FROM gone', ['1 loses ≤"t"']],
    ['INSERT INTO t VALUES (1) ON CONFLICT (id) DO UPDATE SET a = 2', ['1 loses ≤"t"']],
    ['INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING', []],
    ['MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN DELETE', ['1 loses ≤"t"']],
    ['DO $$ BEGIN UPDATE t SET a = 1 WHERE b; END $$', ['1 loses ≤"t"']],
    ["DO $$ BEGIN EXECUTE 'DELETE FROM t'; END $$", ['1 may lose']],
    ['DO $$ BEGIN PERFORM cleanup(); END $$', ['1 may lose']],
    ['DO $$ DECLARE n int; BEGIN n := cleanup(); END $$', ['1 may lose']],
    ["DO LANGUAGE plpython3u $$ plpy.execute('DROP TABLE t') $$", ['1 may lose']],
    ["DO $$ BEGIN IF EXISTS (SELECT 1 FROM t) THEN RAISE NOTICE '%', lower('x'); END IF; END $$", []],
    ['SELECT cleanup()', ['1 may lose']],
    ['SELECT * FROM cleanup()', ['1 may lose']],
    ["SELECT setval('s', 1)", []],
    ['CALL cleanup()', ['1 may lose']],
    ['\\copy t FROM x', ['1 may lose']],
    ['CREATE TABLE x (a int); DROP TABLE x', []],
    // It may have been there before.
    ['CREATE TABLE IF NOT EXISTS x (a int); DROP TABLE x', ['1 loses "x"']],
    ['CREATE TEMP TABLE x AS SELECT 1; UPDATE x SET a = 2; DROP TABLE x', []],
    ['CREATE TEMP TABLE x (a int); DROP TABLE public.x', ['1 loses "public"."x"']],
    ['DROP VIEW v; DROP INDEX i; ALTER TABLE t DROP CONSTRAINT c', []],
    ['ALTER TABLE t ALTER a DROP DEFAULT, ALTER b DROP NOT NULL', []],
    ['CREATE INDEX i ON t (a); ALTER TABLE t ADD COLUMN b int', []],
  ])('%s', async (script, losses) => expect(await briefOf(script)).toEqual(losses));
});
