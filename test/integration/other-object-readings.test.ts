import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { LaunchDarklySandbox, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** The environment is deleted and made again under the same key: nothing that is read of it proves what became of the old one. */
const TOKEN = 'api-4471c0ffee-launchdarkly';
const OLD = '5f0cd446ad3ef80a3c1a2b3c';
const NEW = '6a1de557be4f091b4d2b3c4d';

let sandbox: LaunchDarklySandbox;
let shop: SandboxProject;
let repository: Repository;
let projects = 0;

beforeAll(async () => {
  sandbox = await new LaunchDarklySandbox().start();
  sandbox.tokens.set(TOKEN, 'writer');
  repository = await makeRepository({
    resources: [],
    env: { LAUNCHDARKLY_ACCESS_TOKEN: TOKEN, LAUNCHDARKLY_API_URL: sandbox.url },
  });
});
afterAll(async () => {
  await sandbox.stop();
  repository.remove();
});
beforeEach(async () => {
  const key = `shop-${(projects += 1)}`;
  shop = sandbox.addProject(key, ['production']);
  environmentIs(OLD);
  for (const flag of ['banner', 'checkout']) sandbox.addFlag(shop, { key: flag });
  repository.configure({
    sections: [
      'approval: none',
      'mitigations: [{ id: quiet, kind: flags-off, resources: [flags], flags: [banner], minutes: 60 }]',
    ],
    store: `store-${key}`,
    resources: [`{ id: flags, provider: launchdarkly, project: ${key}, environment: production }`],
  });
  await repository.ok('snapshot');
  for (const flag of ['banner', 'checkout']) sandbox.patch(shop, flag, 'production', [{ kind: 'turnFlagOn' }]);
});

const environmentIs = (id: string): void => void shop.environments.set('production', { id, approvals: false });

/** Nothing is called met or discharged because of another environment; once the old one is read again, all is as before. */
async function isUnknownOf(kind: string): Promise<void> {
  const before = await repository.ok('recover', '--status', '--json');
  environmentIs(NEW);
  const { stdout } = await repository.ok('recover', '--status');
  expect(stdout).toContain(`CANNOT BE READ: another object was read: environment production with the id ${NEW}`);
  expect(stdout).not.toContain('is normal');
  await repository.run(['recover']);
  environmentIs(OLD);
  expect((await repository.ok('recover', '--status', '--json')).stdout).toContain(`"id":"${kind}`);
  expect((await repository.ok('recover', '--status', '--json')).json()).toEqual(before.json());
}

test('the changes that a rollback undid', async () => {
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  await isUnknownOf('changes-undone:flags');
});

test('a rollback that is not finished', async () => {
  const digest = await repository.digestOf('plan');
  sandbox.inject({ on: /^PATCH/, after: 1, times: 1000, with: { kind: 'answer', answer: sandbox.failure(403) } });
  expect((await repository.run(['rollback', '--digest', digest])).status).toBe(1);
  sandbox.clearFaults();
  await isUnknownOf('unfinished-rollback');
});

test('a mitigation that is in effect', async () => {
  await repository.ok('rollback', '--digest', await repository.digestOf('mitigate', 'quiet'));
  await isUnknownOf('flag-off');
});
