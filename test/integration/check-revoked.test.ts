import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { UnleashSandbox } from '../sandbox/unleash/server.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** The form of an admin token tells that it can write, also when it is revoked. */
const TOKEN = '*:*.4471c0ffee';

let sandbox: UnleashSandbox;
let repository: Repository;

beforeEach(async () => {
  sandbox = await new UnleashSandbox().start();
  sandbox.tokens.set(TOKEN, 'admin');
  repository = await makeRepository({
    resources: ['{ id: flags, provider: unleash, project: default, environment: production }'],
    env: { UNLEASH_API_TOKEN: TOKEN, UNLEASH_URL: sandbox.url },
  });
});
afterEach(async () => {
  await sandbox.stop();
  repository.remove();
});

async function found(): Promise<(string | undefined)[][]> {
  const { findings } = (await repository.run(['check', '--json'])).json<{
    findings: { resource: string; code: string; message: string }[];
  }>();
  return findings
    .filter(({ resource, code }) => resource === 'flags' || code === 'credential-can-write')
    .map(({ code, message }) => [code, message]);
}

test('a revoked token is not said to be one that can write', async () => {
  expect(await found()).toContainEqual([
    'credential-can-write',
    'Can write: UNLEASH_API_TOKEN (it is an admin token).',
  ]);
  sandbox.tokens.clear();
  expect(await found()).toEqual([['api-unauthorized', expect.stringContaining('Unleash responded 401')]]);
});
