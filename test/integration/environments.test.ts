import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { environmentFindings, planJobFindings } from '../../src/approval/environments.js';
import { createGitHub } from '../../src/services/github/client.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { testContext } from '../support/context.js';

/** Which job may hold which credential, as far as GitHub's API and the job's own environment show it. */
let hub: GitHubSandbox;

beforeAll(async () => {
  hub = new GitHubSandbox();
  await hub.start();
});
afterAll(() => hub.stop());
beforeEach(() => {
  hub.environments.length = 0;
  hub.permissions = new Set(['actions:read']);
});

const CONFIG = {
  environment: 'production',
  approval: 'required',
  expedited: { environment: 'fast', minutes: 30 },
} as const;
const contextWith = (env: Record<string, string> = {}) =>
  testContext({ env: { GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token, ...env } });

describe('the snapshot and plan jobs', () => {
  const codes = async (name: string | null, env?: Record<string, string>): Promise<string[]> => {
    const findings = await planJobFindings(contextWith(env), CONFIG, name);
    expect(findings.every(({ level }) => level === 'warning')).toBe(true);
    return findings.map(({ code }) => code);
  };

  test('an environment of their own, without reviewers, for the default branch', async () => {
    hub.addEnvironment({ name: 'production-plan', branches: ['main'] });
    expect(await codes('production-plan')).toEqual([]);
  });

  test.each<[string, string | null, Parameters<GitHubSandbox['addEnvironment']>[0] | null, string]>([
    ['no environment', null, null, 'plan-environment-none'],
    ['one that does not exist', 'production-plan', null, 'environment-missing'],
    ['that of the approved job', 'Production', null, 'plan-environment-shared'],
    ['that of expedited rollbacks', 'fast', null, 'plan-environment-shared'],
    [
      'one with reviewers',
      'plan',
      { name: 'plan', reviewers: ['bob'], branches: ['main'] },
      'plan-environment-reviewed',
    ],
    ['one for any branch', 'plan', { name: 'plan' }, 'environment-any-branch'],
    ['one whose list of branches is "*"', 'plan', { name: 'plan', branches: ['main', '*'] }, 'environment-any-branch'],
    ['one for tags', 'plan', { name: 'plan', branches: ['main', 'tag:v*'] }, 'environment-any-branch'],
    ['one with a wait timer', 'plan', { name: 'plan', branches: ['main'], waitMinutes: 5 }, 'environment-wait-timer'],
  ])('%s', async (_what, name, environment, code) => {
    if (environment !== null) hub.addEnvironment(environment);
    expect(await codes(name)).toEqual([code]);
  });

  test('one that does not exist needs no reviewers: the remedy asks for the default branch only', async () => {
    const [missing] = await planJobFindings(contextWith(), CONFIG, 'plan');
    expect(missing?.remedy).toBe('Create it, and limit it to the default branch: Settings → Environments → plan.');
  });

  test('the identity, which only the approved job needs', async () => {
    hub.addEnvironment({ name: 'plan', branches: 'protected' });
    expect(await codes('plan', { REWIND_IDENTITY: 'AGE-SECRET-KEY-1EXAMPLE' })).toEqual(['identity-outside-approval']);
  });

  test('a token that may not read environments', async () => {
    hub.permissions = new Set(['contents:read']);
    expect(await codes('plan')).toEqual(['api-forbidden']);
  });
});

test('an environment for expedited rollbacks whose list of branches is "*" protects nothing', async () => {
  hub.addEnvironment({
    name: 'production',
    reviewers: ['bob'],
    branches: ['main'],
    preventSelfReview: true,
    adminsBypass: false,
  });
  hub.addEnvironment({ name: 'fast', branches: ['*'] });
  expect(await environmentFindings(createGitHub(contextWith()), CONFIG)).toMatchObject([
    { level: 'error', code: 'environment-any-branch', message: expect.stringContaining('"fast"') },
  ]);
});
