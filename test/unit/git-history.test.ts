import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
