import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { VERSION } from '../../src/runtime/version.js';
import { createConsumer, startAct, type ActResult, type Consumer } from '../support/act/harness.js';
import { Shop } from '../support/act/shop.js';

/**
 * The release workflow as it is in the repository, from the tag to v1. Stand-ins: npm ci (links the installed packages),
 * check:dist and check:generated (steps of .ci/run on their own, a build takes minutes), Sigstore, and the GitHub CLI.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WORKFLOW = '.github/workflows/_release.yml';
const TAG = `v${VERSION}`;
const MAJOR = `v${VERSION.split('.')[0] ?? ''}`;
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface State {
  readonly tags: Record<string, string>;
  readonly calls: string[];
  readonly releases: {
    tag_name: string;
    draft: boolean;
    immutable: boolean;
    body: string;
    assets: { name: string; digest: string }[];
  }[];
}

let hub: GitHubSandbox;
let consumer: Consumer;
let programs: string;
let scratch: string;
let commit: string;
const state = (): State => JSON.parse(readFileSync(join(scratch, 'state.json'), 'utf8')) as State;
const git = (...args: string[]): string => execFileSync('git', args, { cwd: consumer.dir, encoding: 'utf8' }).trim();

/** What is in the repository, without its workflows: the harness has mapped the one that runs. */
function copyTree(target: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const path of listed.split('\0')) {
    if (path === '' || path.startsWith('.github/workflows/')) continue;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(ROOT, path), join(target, path));
  }
  const changelog = text('CHANGELOG.md').replace('## [Unreleased]', `## [${VERSION}] - 2026-11-27`);
  writeFileSync(join(target, 'CHANGELOG.md'), changelog);
}

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'rewind-act-release-'));
  hub = new GitHubSandbox({ token: 'ghs_token' });
  await hub.start();
  consumer = await createConsumer({ examples: [], files: { [WORKFLOW]: text(WORKFLOW) }, githubApiUrl: hub.url });
  copyTree(consumer.dir);
  git('add', '--all');
  git('commit', '--quiet', '-m', `Release ${VERSION}`);
  git('tag', '--annotate', TAG, '-m', TAG);
  commit = git('rev-parse', 'HEAD');
  programs = join(scratch, 'bin');
  mkdirSync(programs);
  copyFileSync(join(ROOT, 'test/support/fake-gh.mjs'), join(programs, 'gh'));
  const npm = execFileSync('which', ['npm'], { encoding: 'utf8' }).trim();
  writeFileSync(
    join(programs, 'npm'),
    `#!/bin/sh
case "$1 $2" in
  'ci '*) exec ln -s '${ROOT}node_modules' node_modules ;;
  'run check:dist' | 'run check:generated') exec echo "stand-in: $*" ;;
  *) exec '${npm}' "$@" ;;
esac
`,
  );
  for (const name of ['gh', 'npm']) chmodSync(join(programs, name), 0o755);
  writeFileSync(
    join(scratch, 'state.json'),
    JSON.stringify({
      ...{ id: 0, writes: 0, calls: [], immutable: true, tags: { [TAG]: commit }, releases: [] },
      checks: [{ name: 'CI', conclusion: 'success', app: { slug: 'github-actions' } }],
    }),
  );
}, 60_000);
afterAll(async () => {
  consumer.close();
  await hub.stop();
  rmSync(scratch, { recursive: true });
});

const release = (tag: string, sha: string): Promise<ActResult> =>
  startAct(consumer, {
    event: 'push',
    workflow: '_release.yml',
    ref: `refs/tags/${tag}`,
    sha,
    programs,
    secrets: { GITHUB_TOKEN: 'ghs_token' },
    env: { GH_STATE: join(scratch, 'state.json'), GITHUB_REF_NAME: tag },
  }).done;
const results = (run: ActResult): Record<string, string> =>
  Object.fromEntries(run.jobs.map((job) => [job.id, job.result]));

describe('a tag', () => {
  let run: ActResult;
  beforeAll(async () => {
    run = await release(TAG, commit);
  }, 180_000);

  test('becomes an immutable release with the notes of its version, and the tag of the major version moves', () => {
    expect([results(run), run.status === 0 ? '' : run.log.slice(-3000)]).toEqual([
      { build: 'success', attest: 'success', publish: 'success', major: 'success' },
      '',
    ]);
    const base = `rewind-${VERSION}`;
    expect(state().releases).toMatchObject([{ tag_name: TAG, draft: false, immutable: true }]);
    expect(state().releases[0]?.body).toContain('### Added');
    expect(
      state()
        .releases[0]?.assets.map(({ name }) => name)
        .sort(),
    ).toEqual(['SHA256SUMS', `${base}-examples.tar.gz`, `${base}.cdx.json`, `${base}.tgz`].sort());
    expect(state().tags[MAJOR]).toBe(commit);
  });

  test('the same commit gives the same bytes in another folder, with another umask', () => {
    const folder = mkdtempSync(join(scratch, 'another-'));
    execFileSync('git', ['clone', '--quiet', consumer.dir, folder]);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const command = `umask 0077 && node --import tsx scripts/release/assets.ts acme/shop ${VERSION} ${commit}`;
    const sums = execFileSync('sh', ['-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(ROOT, 'node_modules/node/bin')}:${process.env.PATH ?? ''}` },
    });
    const published = new Map(state().releases[0]?.assets.map(({ name, digest }) => [name, digest]));
    const made = sums
      .trim()
      .split('\n')
      .map((line) => line.split('  '));
    expect(made).toHaveLength(3);
    for (const [sum = '', name = ''] of made) expect([name, published.get(name)]).toEqual([name, `sha256:${sum}`]);

    const unpacked = join(folder, 'unpacked');
    mkdirSync(unpacked);
    const files = `rewind-${VERSION}`;
    execFileSync('tar', ['-xzf', join(folder, 'out/release', `${files}.tgz`), '-C', unpacked]);
    expect(JSON.parse(readFileSync(join(unpacked, 'package/release.json'), 'utf8'))).toEqual({
      repository: 'acme/shop',
      version: VERSION,
      commit,
    });
    // The program of the package is the one that the action of the tag runs, to the byte.
    execFileSync('diff', ['-r', join(unpacked, 'package/dist'), join(consumer.dir, 'dist')]);
    const listed = execFileSync('tar', ['-tzf', join(folder, 'out/release', `${files}.tgz`)], { encoding: 'utf8' });
    expect(
      [
        ...new Set(
          listed
            .trim()
            .split('\n')
            .map((path) => path.split('/')[1]),
        ),
      ].sort(),
    ).toEqual(['LICENSE', 'NOTICE', 'README.md', 'dist', 'package.json', 'release.json', 'schema'].sort());
    execFileSync('tar', ['-xzf', join(folder, 'out/release', `${files}-examples.tar.gz`), '-C', unpacked]);
    expect(readFileSync(join(unpacked, 'rollback-production.yml'), 'utf8')).toContain(
      `uses: acme/shop/.github/workflows/rollback.yml@${commit} # ${TAG}`,
    );
  }, 120_000);

  test('that is not on main, with another version, stops before anything is built: all problems at once', async () => {
    git('switch', '--quiet', '--create', 'side');
    git('commit', '--quiet', '--allow-empty', '-m', 'Beside main');
    git('tag', 'v9.9.9');
    const sha = git('rev-parse', 'HEAD');
    git('switch', '--quiet', 'main');
    const before = state().calls.length;
    const refused = await release('v9.9.9', sha);
    expect(results(refused)).toMatchObject({ build: 'failure' });
    const errors = refused.annotations.map(({ message }) => message).join('\n');
    for (const says of ['is not on main', 'package.json has version', 'has no section "## [9.9.9]']) {
      expect(errors).toContain(says);
    }
    expect(state().calls).toHaveLength(before);
  }, 120_000);
});

describe('a repository that uses the release', () => {
  let shop: Shop | undefined;
  beforeAll(async () => {
    shop = await Shop.start({ release: { repository: 'acme-tools/rewind', version: VERSION, commit } });
  }, 60_000);
  afterAll(() => shop?.stop());

  test('the examples, pinned to its commit, take a snapshot, list it, and roll back', async () => {
    if (shop === undefined) throw new Error('no shop');
    const caller = readFileSync(join(shop.consumer.dir, '.github/workflows/pre-deploy-snapshot.yml'), 'utf8');
    expect(caller).toContain(`uses: acme-tools/rewind/.github/workflows/snapshot.yml@${commit} # ${TAG}`);
    expect(caller).toContain(`uses: acme-tools/rewind@${commit} # ${TAG}`);
    const taken = await shop.snapshot();
    expect(results(taken)).toEqual({ snapshot: 'success', deploy: 'success' });
    // The composite action: "List snapshots" and the guard of the deploy.
    const listed = await shop.list();
    expect(results(listed)).toEqual({ list: 'success' });
    expect(listed.summary).toContain(taken.step('snapshot', 'rewind').outputs['snapshot-id'] ?? 'no snapshot');
    shop.flip(true);
    const run = await shop.rollback({}, { approved: true }).done;
    expect(results(run)).toEqual({ plan: 'success', execute: 'success', record: 'success' });
  }, 180_000);
});
