import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { identityToRecipient } from 'age-encryption';
import { parse } from 'yaml';
import { publicKeyText, readSigningKey } from '../../src/engine/signature.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { makeFixture, treeOf } from '../support/init-fixtures.js';
import { runProgram, sourcesAfter } from '../support/program.js';
import { runWarm } from '../support/program-host.js';
import { runOnTerminal, type Typed } from '../support/terminal.js';

/** From a new repository to the first snapshot, and what is left of a run that is killed. */
const vercel = new VercelSandbox();
const folders: (() => void)[] = [];
let root: string;
let env: Readonly<Record<string, string>>;

beforeAll(() => vercel.start());
afterAll(() => vercel.stop());
beforeEach(() => {
  vercel.clear();
  const project = vercel.addProject('shop', ['shop.example.com']);
  vercel.release(project);
  // A GitHub CLI that is logged in would be offered.
  const bin = mkdtempSync(join(tmpdir(), 'rewind-bin-'));
  folders.push(() => rmSync(bin, { recursive: true, force: true }));
  writeFileSync(join(bin, 'gh'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  env = { ...vercel.env, PATH: `${bin}:${process.env.PATH ?? ''}` };
  const files = { '.vercel/project.json': JSON.stringify({ projectId: project.id, orgId: TEAM, projectName: 'shop' }) };
  const fixture = makeFixture({ files, remote: 'git@github.com:acme/shop.git' });
  root = fixture.root;
  folders.push(fixture.remove);
});
afterEach(() => {
  for (const remove of folders.splice(0)) remove();
});

const enter = '\r';
const CONTACT: Typed = { when: 'Who to call', type: `Ada Berg: pager 4711${enter}` };
const WRITE: Typed = { when: 'Write these', type: `y` };
const STORED: Typed = { when: 'Are they stored?', type: `y` };
const LOCAL = ['init', '--store', 'directory:.rewind/store', '--first-snapshot'];

/** What the configuration names, and what the secret keys belong to. */
async function pairsOf(identity: string, signing: string) {
  const config = parse(readFileSync(join(root, '.github/rewind.yml'), 'utf8')) as {
    seal: { recipients: string[] };
    sign: { keys: string[] };
  };
  expect([config.seal.recipients, config.sign.keys]).toEqual([
    [await identityToRecipient(identity)],
    [publicKeyText(readSigningKey(signing))],
  ]);
}

test('one command and three answers: the first snapshot is taken, and verified with the keys that the terminal showed', async () => {
  const started = Date.now();
  const { status, screen, answered } = await runOnTerminal(LOCAL, [CONTACT, WRITE, STORED], { cwd: root, env });
  const seconds = (Date.now() - started) / 1000;
  expect([status, answered, screen]).toEqual([
    0,
    3,
    expect.stringMatching(/Snapshot [\w-]+ of "production" is complete and was read back/),
  ]);
  expect(screen).toContain('Ready for the first snapshot.');
  expect(seconds).toBeLessThan(60);
  const [, identity = ''] = /(AGE-SECRET-KEY-1[A-Z0-9]+)/.exec(screen) ?? [];
  const [, signing = ''] = /REWIND_SIGNING_KEY, in production-plan:\n(\S+)/.exec(screen) ?? [];
  const [, fingerprint = ''] = /REWIND_FINGERPRINT_KEY, in .*:\n(\S+)/.exec(screen) ?? [];
  await pairsOf(identity, signing);
  // Once.
  for (const secret of [identity, signing, fingerprint]) expect(screen.split(secret)).toHaveLength(2);
  for (const path of treeOf(root).keys()) {
    const text = readFileSync(join(root, path), 'latin1');
    for (const secret of [identity, signing, fingerprint]) expect([path, text.includes(secret)]).toEqual([path, false]);
  }
  const keys = { REWIND_IDENTITY: identity, REWIND_FINGERPRINT_KEY: fingerprint };
  const verified = await runProgram(['verify', '--json'], { cwd: root, env: { ...env, ...keys } });
  expect([verified.status, verified.json()]).toMatchObject([0, { ok: true }]);
  expect(vercel.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
}, 120_000);

test.each([
  ['Ctrl-C at the first question', [{ ...CONTACT, type: '\u0003' }]],
  ['no to the files', [CONTACT, { ...WRITE, type: 'n' }]],
  ['no to the keys', [CONTACT, WRITE, { ...STORED, type: 'n' }]],
])(
  '%s: nothing is written',
  async (_, typed) => {
    const before = treeOf(root);
    const { status, screen, answered } = await runOnTerminal(['init', '--store', 'directory:x'], typed, {
      cwd: root,
      env,
    });
    expect([status, answered, screen]).toEqual([3, typed.length, expect.stringContaining('Nothing was written.')]);
    expect([...treeOf(root)].filter(([path]) => !path.startsWith('.rewind'))).toEqual([...before]);
  },
  60_000,
);

test('Enter on the question whether the keys are stored means no: nothing is written', async () => {
  const before = treeOf(root);
  const answers = [CONTACT, WRITE, { ...STORED, type: enter }];
  const { status, answered } = await runOnTerminal(LOCAL, answers, { cwd: root, env });
  expect([status, answered]).toEqual([3, 3]);
  expect([...treeOf(root).keys()].filter((path) => !path.startsWith('.rewind'))).toEqual([...before.keys()]);
});

test('in CI nobody is asked, also on a terminal, and no key is shown', async () => {
  const { status, screen } = await runOnTerminal(['init', '--store', 'directory:x'], [], {
    cwd: root,
    env: { ...env, CI: 'true' },
  });
  expect([status, screen]).toEqual([3, expect.stringContaining('--contact is missing')]);
  expect(screen).not.toContain('AGE-SECRET');
}, 60_000);

/** Ends the process at its n-th change of a file or a folder: before it, so that each state between two changes is met. */
const KILLER = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let changes = 0;
  const wrap = (name, counts) => {
    const own = fs[name];
    fs[name] = (...given) => {
      if (counts(...given)) {
        changes += 1;
        if (changes === Number(process.env.KILL_AT)) process.kill(process.pid, 'SIGKILL');
      }
      return own(...given);
    };
  };
  const mine = (path) => String(path).includes('rewind-init-') || String(path).includes('rewind-keys-');
  for (const name of ['writeFileSync', 'mkdirSync', 'linkSync', 'unlinkSync']) wrap(name, mine);
  wrap('openSync', (path, flags) => mine(path) && (Number(flags) & fs.constants.O_CREAT) !== 0);
  wrap('writeSync', (file) => file > 2);
  wrap('fsyncSync', () => true);
  syncBuiltinESMExports();
`)}`;

test('killed at each change: run again, it ends with one pair of keys and every file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rewind-keys-'));
  folders.push(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'keys');
  const args = [
    'init',
    '--yes',
    '--contact',
    'Ada Berg: pager 4711',
    '--action',
    'acme/rewind@v1',
    '--keys',
    file,
    '--workflows',
    'rollback-readiness',
  ];
  const before = treeOf(root);
  let killed = 0;
  for (let at = 1; ; at += 1) {
    const first = await runProgram(args, {
      cwd: root,
      env: { ...env, KILL_AT: String(at) },
      command: sourcesAfter(KILLER),
    });
    if (first.signal !== 'SIGKILL') {
      expect([first.status, first.stderr]).toEqual([0, expect.not.stringMatching(/^error/m)]);
      break;
    }
    killed += 1;
    const again = await runWarm(args, { cwd: root, env });
    expect([at, again.status, again.stderr]).toEqual([at, 0, expect.not.stringMatching(/^error/m)]);
    const keys = parseEnv(readFileSync(file, 'utf8'));
    await pairsOf(keys.REWIND_IDENTITY ?? '', keys.REWIND_SIGNING_KEY ?? '');
    for (const path of ['.github/rewind.yml', '.github/workflows/rollback-readiness.yml', '.gitignore']) {
      expect([at, path, existsSync(join(root, path))]).toEqual([at, path, true]);
    }
    const after = treeOf(root);
    // Git ignores what a run leaves that ends after its last file.
    const own = [...after.keys()].filter((path) => path.startsWith('.rewind/'));
    expect([at, own]).toEqual([at, expect.arrayContaining(['.rewind/.gitignore'])]);
    for (const path of own) expect(path).toMatch(/^\.rewind\/(\.gitignore|init\.lock|init-\d+\.new)$/);
    for (const [path, digest] of before) expect([at, after.get(path)]).toEqual([at, digest]);
    for (const path of ['.github', '.rewind', '.gitignore']) rmSync(join(root, path), { recursive: true, force: true });
    rmSync(file);
  }
  expect(killed).toBeGreaterThan(15);
}, 300_000);
