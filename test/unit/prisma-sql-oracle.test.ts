import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadModule, parseSync } from 'libpg-query';
import { statementsOf } from '../../src/providers/prisma/sql.js';

beforeAll(() => loadModule());

/** The statements as PostgreSQL's own parser splits them; null when it refuses the script. */
function parsed(script: string): string[] | null {
  const bytes = Buffer.from(script);
  try {
    return (parseSync(script || ' ').stmts ?? []).map(({ stmt_location: from = 0, stmt_len: length }) =>
      bytes.subarray(from, length ? from + length : undefined).toString(),
    );
  } catch {
    return null;
  }
}

/** White space and comments behind the last word belong to neither. */
const bare = (sql: string): string => sql.replace(/(?:[ \t\n\r\f\v]|--[^\n\r]*|\/\*[^*]*\*\/)+$/, '');
const split = (script: string): string[] => statementsOf(script).map(({ sql }) => bare(sql));
const expectSame = (script: string): void => expect(split(script)).toEqual(parsed(script)?.map(bare));

describe("PostgreSQL's parser splits a script in the same places", () => {
  test.each([
    `SELECT 'a;b'';c', E'\\';x', E'\\\\', U&'\\003b;', B'1', X'1F', N'a;'; SELECT 2`,
    `SELECT E'a'\n\n  '\\';'\n'\\';'; SELECT 2`,
    `SELECT 'a'\n'\\'; SELECT 2`,
    `SELECT E'a', '\\'; SELECT 2`,
    'SELECT $$;$$, $a$;$b$;$a$, $é$;$é$, $_1$;$_1$; SELECT 2',
    'SELECT a$b$, é$a$, 😀$a$ FROM t; SELECT 2',
    'SELECT 1 AS €$a$; SELECT 2 AS b$a$',
    'SELECT a\u00a0$a$; SELECT 2 AS \u00a0$a$',
    'SELECT 1 AS "a;""b;"; SELECT 2 AS U&"\\003b;"',
    'SELECT 1 -- a;\n; SELECT /* ; /* ; */ ; */ 2; --',
    'SELECT 1 -- a\r; SELECT 2',
    'SELECT 2*/*;*/3, 4 -/*;*/- 5; SELECT 6 --;',
    ';;; SELECT 1;; ;SELECT 2;',
    '\t\f\v\r\n SELECT 1',
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END; SELECT 2',
    'CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); DELETE FROM t; END; SELECT 2',
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC END; SELECT 2',
    `CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$; SELECT 2`,
    'CREATE FUNCTION f(a int DEFAULT CASE WHEN true THEN 1 END) RETURNS int LANGUAGE sql RETURN a; SELECT 2',
    'CREATE VIEW procedure AS SELECT begin FROM t; SELECT 2',
    'CREATE TABLE function (begin int, "end" int); SELECT 2',
    'CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3',
    'CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; ; DELETE FROM b;); SELECT 3',
    'BEGIN; SELECT 1; END; START TRANSACTION; COMMIT AND CHAIN; ROLLBACK',
    'DO $x$ BEGIN EXECUTE $y$ SELECT 1; $y$; END $x$; SELECT 2',
    'COPY t FROM stdin; COPY t TO stdout; SELECT 2',
    `COPY t FROM PROGRAM 'cat;' WITH (FORMAT csv, DELIMITER ';'); SELECT 2`,
    'PREPARE p AS SELECT $1; EXECUTE p(1); SELECT $1, $$;$$',
    "SELECT a[1:2], b::int, c @> d, e->>'f;', g ?| h, 1.5e3; SELECT 2",
    'SELECT 1 AS "\\"; SELECT 2',
  ])('%s', (script) => {
    expectSame(script);
  });

  test('but for a column named "begin" in the body of a function, where psql waits for its END, and so does Rewind', () => {
    const script = 'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT begin FROM t; END; SELECT 2';
    expect(parsed(script)).toHaveLength(2);
    expect(split(script)).toEqual([script]);
  });

  const noise = fc.constantFrom(
    ' ',
    '\n',
    '\t',
    '\r',
    '\f',
    ' -- ;\n',
    '--\'"$$\r',
    '/*;*/',
    "/* /* ; */ ' */",
    '\n--x\n ',
  );
  const inside = fc.string({
    unit: fc.constantFrom(';', 'a', '\\', '"', '$', '-', '*', '/', '\n', 'é', '😀', ' ', '('),
  });
  const name = fc.constantFrom('a', 'é', 'a$b', '_x', 'caseb', 'endx', '"a;b"', '"é""$$;"');
  const literal = fc.oneof(
    inside.map((text) => `'${text}'`),
    inside.map((text) => `'${text}''${text}'`),
    inside.map((text) => `E'${text.replaceAll('\\', '\\\\')}\\';'`),
    inside.map((text) => `E'x' \n '${text.replaceAll('\\', '\\\\')}\\';'`),
    fc
      .tuple(fc.constantFrom('', 'a', 'é', '_b1'), inside)
      .map(([tag, text]) => `$${tag}$${text.replaceAll('$', '')}$${tag}$`),
    fc.constantFrom('1', '.5', '1e3', '$1', 'NULL', 'CASE WHEN true THEN 1 END'),
    name,
  );
  const between = fc.array(noise, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  const query = fc
    .array(fc.tuple(literal, between, fc.constantFrom('', 'AS')), { minLength: 1, maxLength: 4 })
    .map(
      (items) =>
        `SELECT ${items.map(([item, gap, as], index) => `${gap}${item}${as === '' ? '' : ` AS n${index}`}${gap}`).join(',')}`,
    );
  const statement = fc.oneof(
    { weight: 4, arbitrary: query },
    query.map((inner) => `CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC ${inner}; ${inner}; END`),
    query.map((inner) => `CREATE OR REPLACE PROCEDURE p()\nBEGIN ATOMIC ${inner}; END`),
    query.map((inner) => `CREATE RULE r AS ON INSERT TO t DO (${inner}; ${inner})`),
    query.map((inner) => `CREATE VIEW v AS ${inner}`),
    inside.map((text) => `DO $do$ BEGIN ${text.replaceAll('$', '')}; END $do$`),
    name.map((word) => `ALTER TABLE ${word} DROP ${word}, ADD ${word} text`),
    fc.constantFrom('COPY t FROM stdin', 'BEGIN', 'END', 'COMMIT'),
  );

  test('scripts that are made of statements', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(statement, between), { maxLength: 6 }), (parts) => {
        const script = parts.map(([sql, gap]) => `${gap}${sql}${gap}`).join(';');
        if (parsed(script) === null) return;
        compared += 1;
        expectSame(script);
      }),
      { numRuns: 1_500 },
    );
    expect(compared).toBeGreaterThan(1_000);
  });

  test('text of any kind that happens to be SQL', () => {
    let compared = 0;
    const piece = fc.constantFrom(
      'SELECT ',
      'SELECT 1',
      ';',
      ';',
      "'",
      "'",
      '"',
      '$$',
      '$a$',
      '--',
      '\n',
      '/*',
      '*/',
      '\\',
      "E'",
      ' ',
      'a',
      '(',
      ')',
      ',',
      'é',
      '\u00a0',
      '€',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const script = `SELECT 1${pieces.join('')}`;
        if (parsed(script) === null) return;
        compared += 1;
        expectSame(script);
      }),
      { numRuns: 15_000 },
    );
    expect(compared).toBeGreaterThan(1_000);
  });
});
