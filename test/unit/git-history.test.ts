import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forkPoint } from '../../src/readiness/git.js';
import { migrationChanges } from '../../src/readiness/migrations/changes.js';
import { testContext } from '../support/context.js';

const folder = mkdtempSync(join(tmpdir(), 'rewind-git-'));
const repository = join(folder, 'repository');
beforeAll(() => {
  const commit = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '--allow-empty', '-m', 'one'];
  spawnSync('git', ['init', '-q', repository]);
  spawnSync('git', ['-C', repository, ...commit]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['outside of a repository: go into a checkout', folder, 'origin/main', /Run the command in a checkout/],
  ['the base was not fetched: fetch it, or name another one', repository, 'origin/main', /fetch-depth: 0.*--base/],
])('%s', async (_what, root, base, remedy) => {
  await expect(migrationChanges(testContext({ root }), 'migrations', base)).rejects.toMatchObject({
    code: 'git-history-missing',
    remedy: expect.stringMatching(remedy) as unknown as string,
  });
});

test('without the program git: its name, and what to do', async () => {
  const ctx = { ...testContext({ root: repository }), childEnv: {} };
  const path = process.env.PATH;
  process.env.PATH = join(folder, 'nothing');
  try {
    await expect(forkPoint(ctx, 'main')).rejects.toMatchObject({
      code: 'tool-missing',
      message: 'The program "git" could not be started.',
      remedy: expect.stringMatching(/Install git/) as unknown as string,
    });
  } finally {
    process.env.PATH = path;
  }
});

test('a configuration in a folder of a larger repository: its migrations are compared, and no others', async () => {
  const large = join(folder, 'large');
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', large, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args]);
  const write = (app: string, name: string): void => {
    mkdirSync(join(large, app, 'migrations', name), { recursive: true });
    writeFileSync(join(large, app, 'migrations', name, 'migration.sql'), 'SELECT 1;\n');
    git('add', '-A');
    git('commit', '-q', '-m', name);
  };
  spawnSync('git', ['init', '-q', '-b', 'main', large]);
  write('shop', '1_init');
  git('checkout', '-q', '-b', 'change');
  write('shop', '2_next');
  write('blog', '3_other');
  const changes = await migrationChanges(testContext({ root: join(large, 'shop') }), 'migrations', 'main');
  expect(changes).toMatchObject({ added: ['2_next'], known: ['1_init'] });
});

test('no commit in common: the message says so, and whether the checkout is too short', async () => {
  const git = (...args: string[]) => spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args]);
  const commit = ['commit', '-q', '--allow-empty', '-m', 'two'];
  git('-C', repository, ...commit);
  const short = join(folder, 'short');
  git('clone', '-q', '--depth', '1', `file://${repository}`, short);
  const other = join(folder, 'other');
  git('init', '-q', other);
  git('-C', other, ...commit);
  for (const [from, root] of [
    [other, short],
    [other, repository],
  ] as const) {
    git('-C', root, 'fetch', '-q', from, 'HEAD:refs/remotes/origin/apart');
  }
  await expect(forkPoint(testContext({ root: short }), 'origin/apart')).rejects.toMatchObject({
    message: expect.stringMatching(/only the newest commits/) as unknown as string,
    remedy: expect.stringMatching(/fetch-depth: 0/) as unknown as string,
  });
  await expect(forkPoint(testContext({ root: repository }), 'origin/apart')).rejects.toMatchObject({
    message: expect.stringMatching(/no commit in common/) as unknown as string,
    remedy: expect.stringMatching(/Rebase the change/) as unknown as string,
  });
});

test.each(['release/2026+1#a', "it's-$(id)-`x`", 'fix;rm&&"x"|<y>', 'größe/ä', '1.x', '100%', 'a@b'])(
  'a base branch may have every name that git allows: %s',
  async (branch) => {
    spawnSync('git', ['-C', repository, 'branch', branch]);
    const root = repository;
    expect(await forkPoint(testContext({ root }), branch)).toMatch(/^[0-9a-f]{40}$/);
  },
);

test.each(['', '-x', '--output=x', 'a..b', 'main~1', 'main^', 'main@{1}', 'HEAD:x', 'a b', 'a\nb', '*', 'a.lock', '@'])(
  'a base that is no name of a branch is refused: "%s"',
  async (base) => {
    await expect(forkPoint(testContext({ root: repository }), base)).rejects.toMatchObject({ code: 'input-invalid' });
  },
);
