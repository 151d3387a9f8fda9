import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeIssue } from '../../src/commands/drill/issue.js';
import type { DrillRecord, DrillVerdict } from '../../src/engine/drill-record.js';
import { createGitHub, type GitHub } from '../../src/services/github/client.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { testContext } from '../support/context.js';

/** The issue of an environment: one, whatever is killed, and open as long as drills do not pass. */
let hub: GitHubSandbox;
let github: GitHub;

beforeAll(async () => {
  hub = await new GitHubSandbox().start();
  const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token };
  github = createGitHub(testContext({ env }));
});
afterAll(() => hub.stop());

const recordOf = (verdict: DrillVerdict, environment = 'production'): DrillRecord => ({
  version: 1,
  id: '20261126T030405Z-1a2b3c',
  environment,
  kind: 'drill',
  startedAt: '2026-11-26T03:04:05.000Z',
  endedAt: '2026-11-26T03:05:05.000Z',
  run: null,
  snapshot: null,
  scope: null,
  outcome: verdict === 'target-missed' ? 'passed' : verdict,
  verdict,
  phases: [],
  rtoMs: 0,
  waitMs: null,
  rpoMs: null,
  rowsSince: null,
  targets: { rtoMinutes: null, rpoMinutes: null },
  missed: [],
  checks: [],
});
const tell = (verdict: DrillVerdict, at = github, environment = 'production'): Promise<string[]> =>
  writeIssue(at, (text) => text.replaceAll('hunter2', '***'), {
    record: recordOf(verdict, environment),
    checks: [],
    earlier: [],
    notes: ['The password is hunter2.'],
  });
const issues = (): unknown[] => hub.issues.map(({ state, title }) => [state, title.includes('production')]);

test('one issue tells of all drills that did not pass, and a drill that passes closes it', async () => {
  expect(await tell('passed')).toEqual([]);
  expect(issues()).toEqual([]);
  for (const verdict of ['failed', 'unverified', 'target-missed'] as const) {
    await tell(verdict);
    expect(issues()).toEqual([['open', true]]);
  }
  expect(hub.issues[0]?.body).not.toContain('hunter2');
  await tell('failed', github, 'staging');
  expect(issues()).toHaveLength(2);
  await tell('passed');
  await tell('passed');
  expect(issues()).toEqual([
    ['closed', true],
    ['open', false],
  ]);
  await tell('unverified');
  expect(issues()).toEqual([
    ['open', true],
    ['open', false],
  ]);
});

test('killed after the issue was made, the next drill finds it', async () => {
  hub.issues.length = 0;
  const killed: GitHub = {
    ...github,
    request: async (...given) => {
      await github.request(...given);
      throw new Error('killed');
    },
  };
  await expect(tell('failed', killed)).rejects.toThrow('killed');
  await tell('failed');
  expect(issues()).toEqual([['open', true]]);
});
