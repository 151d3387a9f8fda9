import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createGitHub, type GitHub } from '../../src/services/github/client.js';
import { compareCommits } from '../../src/services/github/compare.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { testContext } from '../support/context.js';

let hub: GitHubSandbox;
let github: GitHub;
let base: string;
const shas: string[] = [];
beforeAll(async () => {
  hub = new GitHubSandbox();
  await hub.start();
  github = createGitHub(
    testContext({ env: { GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token, GITHUB_REPOSITORY: 'acme/shop' } }),
  );
  base = hub.head;
  for (let count = 0; count < 501; count += 1) shas.push(hub.addCommit().sha);
});
afterAll(() => hub.stop());

test.each([
  [1, 1],
  [250, 250],
  [251, 151],
  [300, 200],
  [501, 101],
])('of %i commits, the newest are there, in order', async (total, listed) => {
  const compared = await compareCommits(github, base, shas[total - 1] ?? '');
  expect(compared?.total).toBe(total);
  expect(compared?.commits.map(({ sha }) => sha)).toEqual(shas.slice(total - listed, total));
});
