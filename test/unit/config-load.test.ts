import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadConfig, parseConfig } from '../../src/config/load.js';
import type { ConfigProblem } from '../../src/config/yaml.js';
import { RewindError } from '../../src/runtime/errors.js';

const RECIPIENT = `age1${'q'.repeat(58)}`;
const GOOD = `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
seal:
  recipients:
    - ${RECIPIENT}
resources:
  - id: web
    provider: vercel-deployment
    project: prj_1234
  - id: db
    provider: postgres
    url: "\${DATABASE_URL}"
  - { id: media, provider: s3-bucket, bucket: media, region: us-east-1 }
`;

/** The text with one thing replaced, which must be there. */
function changed(from: string, to: string, text = GOOD): string {
  if (!text.includes(from)) throw new Error(`not in the file: ${from}`);
  return text.replace(from, () => to);
}

function problemsOf(text: string): readonly ConfigProblem[] {
  const result = parseConfig(text);
  return 'problems' in result ? result.problems : [];
}

/** `line key: message` of each. */
const told = (text: string): string[] => problemsOf(text).map(({ line, key, message }) => `${line} ${key}: ${message}`);

const SECRET = 'postgresql://app:hunter2@db.example.com/shop';

test('a good file gives the configuration, with the defaults', () => {
  const result = parseConfig(GOOD);
  if (!('config' in result)) throw new Error(told(GOOD).join('\n'));
  expect(result.config.retention).toEqual({ 'keep-last': 20, 'keep-days': 90 });
  expect(result.config.resources.map(({ id }) => id)).toEqual(['web', 'db', 'media']);
  expect(result.config.resources[1]).toMatchObject({ url: '${DATABASE_URL}' });
});

test.each(['eu-central-1', 'us-gov-west-1', 'auto', 'fr-par', 'gra'])('%s is a region of a store', (region) => {
  const store = `kind: s3, bucket: snaps, region: ${region}`;
  expect(told(changed('kind: directory, path: .rewind/store', store))).toEqual([]);
});

test('a comment, an alias and another order of keys are no mistakes', () => {
  const text = changed('project: prj_1234', 'project: prj_1234 # the shop', `# ours\n${GOOD}`).replace(
    'environment: production',
    'environment: &name production',
  );
  expect(told(text)).toEqual([]);
});

describe('one mistake each: the line, the key and what to do', () => {
  test.each<[what: string, text: string, line: number, key: string, says: RegExp]>([
    ['unknown key', `${GOOD}enviroment: x\n`, 15, 'enviroment', /unknown key; remove it or correct/],
    [
      'unknown key of a resource',
      changed('project: prj_1234', 'project: prj_1234\n    proyect: x'),
      11,
      'resources[0].proyect',
      /unknown key/,
    ],
    [
      'unknown key in a flow map',
      changed('bucket: media,', 'bucket: media, acl: x,'),
      14,
      'resources[2].acl',
      /unknown key/,
    ],
    [
      'unknown key of the store',
      changed('path: .rewind/store', 'path: .rewind/store, bucket: b'),
      3,
      'store.bucket',
      /unknown key/,
    ],
    ...['..', 'rewind/../other', './rewind'].map((prefix): [string, string, number, string, RegExp] => [
      `a prefix with dots: ${prefix}`,
      changed('kind: directory, path: .rewind/store', `kind: s3, bucket: snaps, region: us-east-1, prefix: ${prefix}`),
      3,
      'store.prefix',
      /^must not hold "\." or "\.\." as a part/,
    ]),
    [
      'a region that is a place',
      changed('kind: directory, path: .rewind/store', 'kind: s3, bucket: snaps, region: Frankfurt'),
      3,
      'store.region',
      /^must be a region like eu-central-1/,
    ],
    ['text for a number', changed('version: 1', 'version: one'), 1, 'version', /^must be 1$/],
    [
      'a list for a text',
      changed('project: prj_1234', 'project: [prj_1234]'),
      10,
      'resources[0].project',
      /^expected text, found a list$/,
    ],
    [
      'a text for a list',
      changed(`\n    - ${RECIPIENT}`, ` ${RECIPIENT}`),
      5,
      'seal.recipients',
      /^expected a list, found text$/,
    ],
    [
      'nothing for a text',
      changed('environment: production', 'environment:'),
      2,
      'environment',
      /^expected text, found nothing$/,
    ],
    ['key missing', changed('environment: production\n', ''), 1, 'environment', /^is missing; expected text$/],
    ['key of a resource missing', changed('    project: prj_1234\n', ''), 8, 'resources[0].project', /is missing/],
    ['duplicate id', changed('id: db', 'id: web'), 11, 'resources[1].id', /"web" is used twice/],
    [
      'unknown mitigation of the watch',
      `${GOOD}monitor: { mitigation: sorry }\n`,
      15,
      'monitor.mitigation',
      /^there is no mitigation "sorry"$/,
    ],
    [
      'unknown provider',
      changed('provider: postgres', 'provider: mysql'),
      12,
      'resources[1].provider',
      /unknown provider; use one of aws-scaling, .*, vercel-project/,
    ],
    ['unknown kind of store', changed('kind: directory', 'kind: ftp'), 3, 'store.kind', /./],
    [
      'name instead of a project id',
      changed('prj_1234', 'shop'),
      10,
      'resources[0].project',
      /must be a project id \(prj_…\)/,
    ],
    ['id with spaces', changed('id: db', 'id: my db'), 11, 'resources[1].id', /lower-case letters/],
    [
      'environment with a slash',
      changed('environment: production', 'environment: a/b'),
      2,
      'environment',
      /GitHub environment/,
    ],
    ['no resources', `${GOOD.slice(0, GOOD.indexOf('resources:'))}resources: []\n`, 7, 'resources', /at least 1 entry/],
    ['no recipients', changed(`\n    - ${RECIPIENT}`, ' []'), 5, 'seal.recipients', /at least 1 entry/],
    ['a file that is a list', '- 1\n- 2\n', 1, 'file', /^expected a mapping .*, found a list$/],
    ['a file that is a text', 'hello\n', 1, 'file', /^expected a mapping .*, found text$/],
    ['an empty file', '', 1, 'file', /^is empty; copy examples/],
    ['only comments', '# nothing yet\n', 1, 'file', /^is empty; copy examples/],
    ['another version', changed('version: 1', 'version: 2'), 1, 'version', /^must be 1$/],
    [
      'no provider',
      changed('    provider: postgres\n', ''),
      11,
      'resources[1].provider',
      /^is missing; use one of aws/,
    ],
    [
      'a number for a text',
      changed('environment: production', 'environment: 1'),
      2,
      'environment',
      /^expected text, found a number; put it in quotes$/,
    ],
    [
      'resources without an entry',
      `${GOOD.slice(0, GOOD.indexOf('resources:'))}resources:\n`,
      7,
      'resources',
      /^expected a list, found nothing$/,
    ],
    [
      'a merge key',
      changed('{ id: media,', '{ <<: *web, id: media,', changed('- id: web', '- &web\n    id: web')),
      15,
      'YAML',
      /^merge keys \(<<\) are not supported; write the keys out$/,
    ],
    [
      'a tab for indentation',
      changed('    project: prj_1234', '\tproject: prj_1234'),
      10,
      'YAML',
      /^a tab indents this line; use spaces$/,
    ],
    [
      'major changes by nothing',
      `${GOOD}readiness: { major-changes: {} }\n`,
      15,
      'readiness.major-changes',
      /^must have paths, lines, or both/,
    ],
    ...['/etc/passwd', '../other', 'src/../../other', ':(exclude)src', ' '].map(
      (path): [string, string, number, string, RegExp] => [
        `major changes of "${path}"`,
        `${GOOD}readiness: { major-changes: { paths: ['${path}'] } }\n`,
        15,
        'readiness.major-changes.paths[0]',
        /^must be a path or glob relative to the repository/,
      ],
    ),
    ['two documents', `${GOOD}---\n${GOOD}`, 15, 'YAML', /^a second document begins here \(---\); keep one/],
  ])('%s', (_what, text, line, key, says) => {
    const problems = problemsOf(text);
    expect(problems.map((problem) => problem.key)).toEqual([key]);
    expect(problems[0]).toMatchObject({ line, key, message: expect.stringMatching(says) });
    expect(problems[0]?.column).toBeGreaterThanOrEqual(1);
  });
});

describe('YAML that is broken', () => {
  test.each<[what: string, text: string, line: number]>([
    ['a key twice', changed('environment: production', 'environment: production\nenvironment: staging'), 3],
    ['a key twice in a resource', changed('    project: prj_1234', '    project: prj_1234\n    id: other'), 11],
    ['an open bracket', changed('path: .rewind/store }', 'path: .rewind/store'), 3],
    ['an open quote', changed('"${DATABASE_URL}"', '"${DATABASE_URL}'), 13],
    ['an alias of nothing', changed('environment: production', 'environment: *nobody'), 2],
  ])('%s', (_what, text, line) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.key).toBe('YAML');
    // A quote or a bracket left open is noticed where the text stops making sense.
    expect(problems[0]?.line).toBeGreaterThanOrEqual(line);
    expect(problems[0]?.message).toMatch(/\w+ \w+/);
    expect(problems[0]?.message).not.toContain('\n');
  });

  test('aliases of aliases that would grow without end are refused, at once', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`);
    const problems = problemsOf(`l0: &l0 [x]\n${levels.join('\n')}\n${GOOD}`);
    expect(problems).toMatchObject([{ key: 'YAML', message: expect.stringMatching(/alias/i) }]);
  });

  test('an alias to what holds it is refused', () => {
    expect(told(changed('environment: production', 'environment: &a [*a]'))).toEqual([
      '2 environment: expected text, found a list',
    ]);
  });

  test('a tag that is not known is refused, not guessed at', () => {
    expect(problemsOf(changed('environment: production', 'environment: !env production'))).toMatchObject([
      { line: 2, key: 'YAML', message: expect.stringMatching(/tag/) },
    ]);
  });

  test.each([
    ['escaped in a value', changed('environment: production', 'environment: "prod\\0uction"'), 2],
    ['in a value', changed('environment: production', 'environment: prod\0uction'), 2],
    ['escaped in a list', `${GOOD}contacts:\n  - { name: Ada, role: lead, reach: "pa\\x00ger" }\n`, 16],
    ['escaped in a key', `${GOOD}"a\\u0000b": 1\n`, 15],
  ])('a NUL character, %s: no program and no database takes it', (_what, text, line) => {
    expect(problemsOf(text)).toMatchObject([{ line, key: 'YAML', message: expect.stringContaining('NUL') }]);
  });

  test.each(['__proto__', 'constructor', 'toString'])('%s is a key like any other: unknown', (key) => {
    expect(problemsOf(`${GOOD}${key}: { polluted: true }\n`)).toMatchObject([{ line: 15, key }]);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('secrets in the file', () => {
  test.each<[what: string, text: string, line: number]>([
    ['an address with a password', changed('"${DATABASE_URL}"', `"${SECRET}"`), 13],
    ['one half of it a reference', changed('"${DATABASE_URL}"', '"postgresql://app:hunter2@${HOST}/shop"'), 13],
    ['a reference in lower case', changed('${DATABASE_URL}', '${database_url} hunter2'), 13],
  ])('%s is refused, and not repeated', (_what, text, line) => {
    const problems = problemsOf(text);
    expect(problems).toMatchObject([
      { line, key: 'resources[1].url', message: expect.stringContaining('do not put secrets in this file') },
    ]);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  test('the identity among the recipients is refused, and not repeated', () => {
    const problems = problemsOf(changed(RECIPIENT, 'AGE-SECRET-KEY-1HUNTER2'));
    expect(problems).toMatchObject([
      { line: 6, key: 'seal.recipients[0]', message: expect.stringContaining('identity') },
    ]);
    expect(JSON.stringify(problems)).not.toContain('HUNTER2');
  });

  test.each([
    ['where no text belongs', changed('version: 1', 'version: hunter2')],
    ['as the provider', changed('provider: postgres', 'provider: hunter2')],
    ['as the kind of store', changed('kind: directory', 'kind: hunter2')],
    ['in broken YAML', changed('"${DATABASE_URL}"', '"hunter2')],
    ['beside a key given twice', changed('url: "${DATABASE_URL}"', 'url: "${DATABASE_URL}"\n    url: hunter2')],
    ['as an alias', changed('"${DATABASE_URL}"', '*hunter2')],
    ['as a tag', changed('"${DATABASE_URL}"', '!hunter2 x')],
    ['after a bad escape', changed('"${DATABASE_URL}"', '"\\hunter2"')],
  ])('a value %s is not repeated', (_where, text) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });
});

test('all mistakes are told at once, in the order of the file', () => {
  const text = [
    ['version: 1', 'version: 2'],
    ['environment: production', 'environment: a/b'],
    ['prj_1234', 'shop'],
    ['id: db', 'id: web'],
    ['"${DATABASE_URL}"', `"${SECRET}"`],
    ['region: us-east-1', 'region: us-east-1, colour: red'],
  ].reduce((sum, [from = '', to = '']) => changed(from, to, sum), GOOD);
  const lines = told(text).map((line) => line.split(':')[0]);
  expect(lines).toEqual([
    '1 version',
    '2 environment',
    '10 resources[0].project',
    '11 resources[1].id',
    '13 resources[1].url',
    '14 resources[2].colour',
  ]);
});

test('a typo in a provider does not hide the other mistakes of its entry', () => {
  const text = changed(
    'id: db\n    provider: postgres',
    'id: My db\n    provider: postgrs\n    integrity: all\n    x: 1',
  );
  expect(told(text)).toEqual([
    expect.stringMatching(/^11 resources\[1\]\.id: must be lower-case/),
    expect.stringMatching(/^12 resources\[1\]\.provider: unknown provider; use one of aws-scaling, /),
    '13 resources[1].integrity: must be one of rows, content',
    '14 resources[1].x: unknown key; remove it or correct its spelling',
  ]);
  // No provider resembles this one, so only the id can be checked.
  expect(told(changed('id: db\n    provider: postgres', 'id: My db\n    provider: mongodb-atlas'))).toEqual([
    expect.stringMatching(/^11 resources\[1\]\.id: /),
    expect.stringMatching(/^12 resources\[1\]\.provider: /),
  ]);
});

describe('probes', () => {
  const PROBES = `${GOOD}probes:
  - id: orders
    adapter: sql
    url: "\${DATABASE_URL}"
    query: SELECT true
`;

  test('have the defaults of their adapter', () => {
    const result = parseConfig(PROBES);
    if (!('config' in result)) throw new Error(told(PROBES).join('\n'));
    expect(result.config.probes).toMatchObject([{ id: 'orders', area: 'data', critical: false, every: 60 }]);
  });

  test.each([
    [
      'an address with a password',
      changed('"${DATABASE_URL}"', `"${SECRET}"`, PROBES.slice(GOOD.length)),
      '18 probes[0].url: ',
    ],
    ['an unknown key', '    quory: x\n', '20 probes[0].quory: unknown key'],
    [
      'an id that is used twice',
      '  - { id: orders, adapter: sql, url: "${A}", query: x }\n',
      '20 probes[1].id: "orders" is used',
    ],
    [
      'a typo, and what it hides',
      '  - { id: B, adapter: sqll, url: x, query: x }\n',
      '20 probes[1].adapter: unknown adapter; use ',
    ],
    [
      'a typo, and what it hides: the id',
      '  - { id: B, adapter: sqll, url: x, query: x }\n',
      '20 probes[1].id: must be',
    ],
    [
      'a typo, and what it hides: the url',
      '  - { id: B, adapter: sqll, url: x, query: x }\n',
      '20 probes[1].url: must be a ref',
    ],
  ])('%s is found', (_what, text, expected) => {
    const lines = told(text.startsWith('probes') ? `${GOOD}${text}` : `${PROBES}${text}`);
    expect(lines.some((line) => line.startsWith(expected))).toBe(true);
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });
});

test('the first 50 mistakes are listed, and the number of the others', () => {
  const result = parseConfig(`${GOOD}${'  - {}\n'.repeat(100)}`);
  expect(result).toMatchObject({ more: 150 });
  // Of thousands, the first thousand are explained and the others counted.
  expect(parseConfig(`${GOOD}${'  - {}\n'.repeat(2000)}`)).toMatchObject({ more: 2950 });
  expect('problems' in result && result.problems.length).toBe(50);
});

describe('loadConfig', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rewind-config-'));
  const load = async (text: string): Promise<RewindError> => {
    const path = join(folder, 'rewind.yml');
    writeFileSync(path, text);
    try {
      await loadConfig('.github/rewind.yml', path);
    } catch (error) {
      if (error instanceof RewindError) return error;
      throw error;
    }
    throw new Error('it was accepted');
  };

  test('names the file, the line, the column and the key of each, and a remedy', async () => {
    const error = await load(changed('prj_1234', 'shop', changed('environment:', 'enviroment:')));
    expect(error.code).toBe('config-invalid');
    expect(error.exitStatus).toBe(2);
    expect(error.remedy).toBeTruthy();
    expect(error.problems).toEqual([
      expect.stringMatching(/^\.github\/rewind\.yml:1:1: environment: is missing/),
      expect.stringMatching(/^\.github\/rewind\.yml:2:1: enviroment: unknown key/),
      expect.stringMatching(/^\.github\/rewind\.yml:10:14: resources\[0\]\.project: must be a project id/),
    ]);
  });

  test('a file that is not there, or cannot be read as one, is said to be so', async () => {
    mkdirSync(join(folder, 'directory'));
    for (const name of ['nowhere.yml', 'directory']) {
      await expect(loadConfig(name, join(folder, name))).rejects.toThrow(
        expect.objectContaining({ code: 'config-not-found', message: expect.stringContaining(name) }),
      );
    }
  });

  test('a pipe is refused at once, and so is a file too large or not in UTF-8', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    writeFileSync(join(folder, 'large'), Buffer.alloc(1024 ** 2 + 1, '#'));
    writeFileSync(join(folder, 'latin1'), Buffer.from(`# é\n${GOOD}`, 'latin1'));
    await expect(loadConfig('pipe', join(folder, 'pipe'))).rejects.toThrow(/^pipe is not a regular file\.$/);
    await expect(loadConfig('large', join(folder, 'large'))).rejects.toThrow(
      /^large has 1048577 bytes; at most 1048576/,
    );
    await expect(loadConfig('latin1', join(folder, 'latin1'))).rejects.toThrow(/^latin1 is not text in UTF-8\.$/);
  });

  test('a long list of mistakes ends with the number of the others', async () => {
    const { message, problems } = await load(`${GOOD}${'  - {}\n'.repeat(100)}`);
    expect(message).toContain('200 mistakes');
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toBe('… and 150 more');
  });

  test('bytes that are no text are refused', async () => {
    expect((await load('\u0000\u0001\u0002')).code).toBe('config-invalid');
  });
});

/** What fingers, merges and editors do to a file. */
const mutation = fc.oneof(
  fc.record({ at: fc.nat(GOOD.length), remove: fc.nat(30), insert: fc.constant('') }),
  fc.record({
    at: fc.nat(GOOD.length),
    remove: fc.nat(5),
    insert: fc.oneof(
      fc.constantFrom(
        ...['\t', '\n', '  ', ':', '- ', '[', ']', '{', '}', '"', "'", '|', '>', '#', '&a ', '*a ', '!x ', '!!binary '],
        ...[
          '? ',
          '<<: *a',
          '---\n',
          '...\n',
          '%YAML 9.9\n',
          '\u0000',
          '\ufeff',
          '~',
          '.inf',
          '0x1F',
          '2026-11-23',
          '__proto__: 1',
        ],
      ),
      fc.string({ maxLength: 8 }),
    ),
  }),
);

test('whatever the text, the answer is a configuration or a list of problems that lie in it', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
      const text = mutations.reduce(
        (sum, { at, remove, insert }) => sum.slice(0, at) + insert + sum.slice(at + remove),
        GOOD,
      );
      const result = parseConfig(text);
      if ('config' in result) return;
      expect(result.problems.length).toBeGreaterThan(0);
      const lines = text.split('\n').length;
      for (const { line, column, key, message } of result.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(key).not.toBe('');
        expect(message).not.toBe('');
      }
    }),
    { numRuns: 1500, seed: 20261123 },
  );
});

test('any text at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(problemsOf(text).length).toBeGreaterThan(0);
    }),
    { numRuns: 1500, seed: 20261123 },
  );
});

describe('criteria', () => {
  const criteria = (text: string): string[] => told(`${GOOD}criteria:\n  ${text}\n`);
  test('are complete without a key', () => {
    const result = parseConfig(GOOD);
    if (!('config' in result)) throw new Error(told(GOOD).join('\n'));
    expect(result.config.criteria).toMatchObject({
      'at-most': { 'critical-functionality': 'roll-back', performance: 'mitigate', security: 'watch' },
      'false-alarms': { 'roll-back': 0.001, mitigate: 0.01 },
      failures: { lowest: 0.01, highest: 0.05, 'roll-back': { failures: 3, of: 6 } },
      latency: { 'warm-up-seconds': 60, tail: { factor: 1.5 }, body: { share: 0.75 } },
      samples: 60,
    });
  });
  test.each([
    ['at-most: { payments: never }', 'criteria.at-most.payments: must be one of watch, mitigate, roll-back'],
    ['false-alarms: { mitigate: 0.9 }', 'criteria.false-alarms.mitigate: must be at most 0.5'],
    ['failures: { roll-back: { failures: 9 } }', 'criteria.failures.roll-back.failures: must not be above "of"'],
    ['failures: { lowest: 0.2 }', 'criteria.failures.lowest: must not be above "highest"'],
    ['samples: 10', 'criteria.samples: must be at least 60'],
    ['clean-samples: 0.5', 'criteria.clean-samples: expected a whole number, found a fraction'],
    ['false-alarms: { watch: 0 }', 'criteria.false-alarms.watch: must be above 0'],
    ['false-alarms: { watch: .nan }', 'criteria.false-alarms.watch: expected a number, found no finite number'],
    ['latency: { tail: { factr: 2 } }', 'criteria.latency.tail.factr: unknown key; remove it or correct its spelling'],
  ])('%s', (text, message) => expect(criteria(text)).toEqual([`16 ${message}`]));
});
