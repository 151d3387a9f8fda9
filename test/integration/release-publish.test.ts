import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The two jobs of a release that may write, as the workflow starts them, against a GitHub CLI that keeps a state. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface State {
  id: number;
  writes: number;
  calls: string[];
  immutable: boolean;
  checks: { name: string; conclusion: string | null; app: { slug: string } }[];
  tags: Record<string, string>;
  releases: {
    id: number;
    tag_name: string;
    draft: boolean;
    immutable: boolean;
    make_latest?: string;
    body?: string;
    assets: { name: string; digest: string }[];
  }[];
}

let folder: string;
let commit: string;
const PASSED = { name: 'CI', conclusion: 'success', app: { slug: 'github-actions' } };
const sum = (text: string): string => createHash('sha256').update(text).digest('hex');
const ASSETS: Readonly<Record<string, string>> = { 'rewind-1.2.3.cdx.json': '{}', 'rewind-1.2.3.tgz': 'package' };
const SUMS = Object.entries(ASSETS)
  .map(([name, text]) => `${sum(text)}  ${name}\n`)
  .join('');
const state = (): State => JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as State;
const set = (change: Partial<State>): void =>
  writeFileSync(join(folder, 'state.json'), JSON.stringify({ ...state(), ...change }));
const released = (tag: string, more: Partial<State['releases'][number]> = {}): State['releases'][number] => ({
  ...{ id: 900 + tag.length, tag_name: tag, draft: false, immutable: true },
  assets: Object.entries({ ...ASSETS, SHA256SUMS: SUMS }).map(([name, text]) => ({
    name,
    digest: `sha256:${sum(text)}`,
  })),
  ...more,
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rewind-publish-'));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  git('init', '-q');
  git('commit', '-q', '--allow-empty', '-m', 'A release');
  commit = git('rev-parse', 'HEAD').trim();
  mkdirSync(join(folder, 'bin'));
  copyFileSync(join(ROOT, 'test/support/fake-gh.mjs'), join(folder, 'bin/gh'));
  chmodSync(join(folder, 'bin/gh'), 0o755);
  mkdirSync(join(folder, 'release'));
  for (const [name, text] of Object.entries({ ...ASSETS, SHA256SUMS: SUMS, 'NOTES.md': '- Faster\n' })) {
    writeFileSync(join(folder, 'release', name), text);
  }
  writeFileSync(
    join(folder, 'state.json'),
    JSON.stringify({
      id: 0,
      writes: 0,
      calls: [],
      immutable: true,
      checks: [PASSED],
      tags: { 'v1.2.3': commit },
      releases: [],
    }),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function job(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/release', script), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: [join(folder, 'bin'), dirname(process.execPath), process.env.PATH].join(':'),
      GITHUB_REPOSITORY: 'acme/rewind',
      GITHUB_REF_NAME: 'v1.2.3',
      GH_TOKEN: 'ghs_token',
      GH_STATE: join(folder, 'state.json'),
      ...env,
    },
  });
  return { status, out: stdout + stderr };
}
const publish = (env?: Readonly<Record<string, string>>) => job('publish.mjs', ['release'], env);
const move = (env?: Readonly<Record<string, string>>) => job('move-major.mjs', [], env);

describe('publish', () => {
  test('a draft gets all assets, then it is published, and nobody can change it', () => {
    expect(publish()).toEqual({ status: 0, out: 'Released: https://github.test/releases/v1.2.3\n' });
    expect(state().releases).toEqual([
      expect.objectContaining({
        tag_name: 'v1.2.3',
        draft: false,
        immutable: true,
        make_latest: 'true',
        body: '- Faster\n',
      }),
    ]);
    expect(state().releases[0]?.assets.map(({ name }) => name)).toEqual(['SHA256SUMS', ...Object.keys(ASSETS)]);
  });

  test('killed at each write, the next run ends with one release, complete and published', () => {
    const initial = state();
    publish();
    const { writes } = state();
    expect(writes).toBe(5);
    for (let at = 1; at <= writes; at += 1) {
      set(initial);
      expect([at, publish({ GH_KILL_AT: String(at) }).status]).toEqual([at, null]);
      expect([at, publish().status]).toEqual([at, 0]);
      expect(state().releases).toEqual([expect.objectContaining({ draft: false, immutable: true })]);
      expect(state().releases[0]?.assets).toHaveLength(3);
    }
  });

  test('run again, it changes nothing', () => {
    publish();
    const { writes } = state();
    expect(publish().status).toBe(0);
    expect(state().writes).toBe(writes);
  });

  test('a version that is released with other assets is never replaced', () => {
    set({ releases: [released('v1.2.3', { assets: [{ name: 'rewind-1.2.3.tgz', digest: 'sha256:0' }] })] });
    const { status, out } = publish();
    expect([status, out]).toEqual([1, expect.stringContaining('A version is never replaced: release a new one.')]);
    expect(state().writes).toBe(0);
  });

  test('an upload that lost a byte is not published', () => {
    const { status, out } = publish({ GH_CUT: 'rewind-1.2.3.tgz' });
    expect([status, out]).toEqual([1, expect.stringContaining('has not the assets of this build: rewind-1.2.3.tgz')]);
    expect(state().releases).toEqual([expect.objectContaining({ draft: true })]);
  });

  test.each([
    ['did not run', []],
    ['failed', [{ ...PASSED, conclusion: 'failure' }]],
    ['still runs', [{ ...PASSED, conclusion: null }]],
    ['was reported by another app', [{ ...PASSED, app: { slug: 'somebody' } }]],
  ])('CI %s: nothing is published', (_, checks) => {
    set({ checks });
    const { status, out } = publish();
    expect([status, out]).toEqual([1, expect.stringContaining('The check "CI" has not passed')]);
    expect(state().writes).toBe(0);
  });

  test('a file that the build did not sum, and one that changed, are not published', () => {
    writeFileSync(join(folder, 'release/more.txt'), '');
    expect(publish().out).toContain('are not those of SHA256SUMS');
    rmSync(join(folder, 'release/more.txt'));
    writeFileSync(join(folder, 'release/rewind-1.2.3.tgz'), 'other');
    expect(publish()).toEqual({ status: 1, out: expect.stringContaining('are not those of SHA256SUMS') });
    expect(state().writes).toBe(0);
  });

  test('immutable releases are off: the job fails, and says what to switch on', () => {
    set({ immutable: false });
    expect(publish()).toEqual({ status: 1, out: expect.stringContaining('Enable release immutability') });
  });

  test('a fix of an older version is not the latest release', () => {
    set({ releases: [released('v2.0.0')] });
    expect(publish().status).toBe(0);
    expect(state().releases[0]).toMatchObject({ tag_name: 'v1.2.3', make_latest: 'false' });
  });

  test('the tag is gone, the token is missing, or it is no tag at all', () => {
    set({ tags: {} });
    expect(publish().out).toContain("tag v1.2.3 doesn't exist");
    expect(publish({ GH_TOKEN: '' }).out).toContain('HTTP 401');
    expect(publish({ GITHUB_REF_NAME: 'main' }).out).toContain('Not the run of a tag');
    expect(state().writes).toBe(0);
  });
});

describe('the tag of the major version', () => {
  test.each([
    ['is made', undefined],
    ['moves', 'a'.repeat(40)],
  ])('%s, and stays there when the job runs again', (_, at) => {
    set({
      releases: [released('v1.2.3'), released('v1.2.2'), released('v2.0.0')],
      tags: { ...(at === undefined ? {} : { v1: at }) },
    });
    expect(move()).toEqual({ status: 0, out: `v1 is v1.2.3, ${commit}.\n` });
    expect([state().tags.v1, state().writes]).toEqual([commit, 1]);
    expect([move().status, state().writes]).toEqual([0, 1]);
  });

  test('never goes back: 1.10.0 is newer than 1.2.3', () => {
    set({ releases: [released('v1.2.3'), released('v1.10.0')], tags: { v1: 'a'.repeat(40) } });
    expect(move()).toEqual({ status: 0, out: 'v1 stays where it is: v1.10.0 is newer than v1.2.3.\n' });
    expect(state().writes).toBe(0);
  });

  test.each([
    ['no release', []],
    ['a draft', [{ draft: true }]],
    ['a release that can be changed', [{ immutable: false }]],
  ])('never goes to %s', (_, releases) => {
    set({ releases: releases.map((more) => released('v1.2.3', more)) });
    expect(move()).toEqual({
      status: 1,
      out: expect.stringContaining('is no immutable release, so v1 stays where it is'),
    });
    expect(state().writes).toBe(0);
  });
});
