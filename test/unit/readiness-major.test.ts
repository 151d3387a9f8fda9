import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keysInDiff, whyMajor } from '../../src/readiness/major/changes.js';
import { flagFindings, type MajorChange } from '../../src/readiness/major/flags.js';
import { testContext } from '../support/context.js';

const root = mkdtempSync(join(tmpdir(), 'rewind-major-'));
const ctx = testContext({ root });

function git(...args: string[]): void {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@shop.test', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd: root, stdio: 'pipe' });
}

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  write('src/payments/pay.ts', 'a\nb\nc\n');
  write('old.ts', `flag("was-there");\n`);
  git('add', '-A');
  git('commit', '-qm', 'main');
  git('checkout', '-qb', 'change');
  write('src/payments/pay.ts', 'a\nB\nc\n');
  write('src/payments/deep/refund.ts', `if (flag('refunds')) {}\nbanner();\n`);
  write('old.ts', '');
  write('.gitattributes', '*.lock -diff\n');
  write('npm.lock', 'x\n'.repeat(1000));
  write('large.ts', `${'y'.repeat(3_000_000)}\nflag(\`after-a-long-line\`)\n`);
  git('add', '-A');
  git('commit', '-qm', 'change');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each<[string, string[], number | undefined, RegExp | null]>([
  ['a glob of folders', ['src/payments/**'], undefined, /changes 2 files .*such as src\/payments\/deep\/refund\.ts\.$/],
  ['a glob within one folder', ['src/payments/*.ts'], undefined, /changes src\/payments\/pay\.ts, which/],
  ['a folder', ['docs', 'src/payments/deep'], undefined, /changes src\/payments\/deep\/refund\.ts, which/],
  ['a glob at any depth', ['**/refund.ts'], undefined, /refund\.ts, which/],
  ['paths that are not changed', ['src/accounts/**', '*.sql'], undefined, null],
  ['the size reached', [], 8, /changes 8 lines; from 8 on/],
  ['the size not reached; files without a diff do not count', ['docs'], 9, null],
])('a change is major: %s', async (_what, paths, lines, expected) => {
  const why = await whyMajor(ctx, 'main', { paths, lines });
  if (expected === null) expect(why).toBeNull();
  else expect(why).toMatch(expected);
});

test('finds keys that stand in quotes in added lines, also after a very long line', async () => {
  const keys = new Set(['refunds', 'banner', 'was-there', 'after-a-long-line', 'absent']);
  await expect(keysInDiff(ctx, 'main', keys)).resolves.toEqual(['after-a-long-line', 'refunds']);
});

test('no base: the error says how to fetch it', async () => {
  await expect(whyMajor(ctx, 'origin/main', { paths: ['src'], lines: undefined })).rejects.toMatchObject({
    code: 'git-history-missing',
  });
});

const EIGHT = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const NOW = new Date('2026-11-27T12:00:00Z');
const snapshot = { id: '20261127T090000Z-abcdef', createdAt: '2026-11-27T09:00:00.000Z' };
const change = (given: Partial<MajorChange>): MajorChange => ({
  why: 'It is large.',
  named: { keys: [], none: null, malformed: [] },
  inDiff: [],
  known: {
    snapshot,
    flags: new Map<string, boolean>(EIGHT.map((key) => [key, false] as const)).set('on', true),
  },
  ...given,
});
const names = (...keys: string[]): Partial<MajorChange> => ({ named: { keys, none: null, malformed: [] } });

test.each<[string, Partial<MajorChange>, [string, string, RegExp][]]>([
  [
    'off',
    names('a'),
    [['info', 'major-flag-off', /off in production, as of snapshot 20261127T090000Z-abcdef, 3 h ago/]],
  ],
  ['on', names('on'), [['error', 'major-flag-on', /"on" is on in production, as of .* 3 h ago/]]],
  [
    'each named flag counts',
    names('a', 'on', 'z'),
    [
      ['info', 'major-flag-off', /"a"/],
      ['error', 'major-flag-on', /"on"/],
      ['error', 'major-flag-unknown', /"z" does not exist, as of/],
    ],
  ],
  ['a flag off in the diff is enough', { inDiff: ['a', 'on'] }, [['info', 'major-flag-off', /"a"/]]],
  ['only flags that are on in the diff', { inDiff: ['on'] }, [['error', 'major-flag-on', /"on"/]]],
  [
    'at most five of the diff',
    { inDiff: EIGHT },
    EIGHT.slice(0, 5).map((key) => ['info', 'major-flag-off', new RegExp(`"${key}"`)]),
  ],
  ['nothing', {}, [['error', 'major-flag-missing', /names no flag that switches it off\.$/]]],
  ['nothing on a command line', { named: null }, [['warning', 'major-flag-missing', /description are unknown here/]]],
  [
    'no snapshot',
    { ...names('a'), known: { snapshot: null, flags: null } },
    [['warning', 'major-flag-unchecked', /there is no snapshot/]],
  ],
  [
    'no flags in it',
    { ...names('a'), known: { snapshot, flags: null } },
    [['warning', 'major-flag-unchecked', /holds no flags/]],
  ],
])('the flag of a major change: %s', (_what, given, expected) => {
  const found = flagFindings(change(given), NOW);
  expect(found.map(({ level, code }) => [level, code])).toEqual(expected.map(([level, code]) => [level, code]));
  expected.forEach(([, , message], index) => expect(found[index]?.message).toMatch(message));
});
