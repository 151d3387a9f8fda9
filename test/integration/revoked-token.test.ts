import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LaunchDarklySandbox, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import { isWrite } from '../sandbox/json-server.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** A token that is revoked after the first write of a run, and comes back. Each case goes on where the one before ended. */
const TOKEN = 'api-4471c0ffee-launchdarkly';
const FLAGS = ['banner', 'checkout', 'search'];

let sandbox: LaunchDarklySandbox;
let project: SandboxProject;
let repository: Repository;

beforeAll(async () => {
  sandbox = await new LaunchDarklySandbox().start();
  sandbox.tokens.set(TOKEN, 'writer');
  project = sandbox.addProject('shop', ['production']);
  for (const key of FLAGS) sandbox.addFlag(project, { key });
  repository = await makeRepository({
    sections: ['approval: none'],
    resources: ['{ id: flags, provider: launchdarkly, project: shop, environment: production }'],
    env: { LAUNCHDARKLY_ACCESS_TOKEN: TOKEN, LAUNCHDARKLY_API_URL: sandbox.url },
  });
  await repository.ok('snapshot');
  for (const key of FLAGS) sandbox.patch(project, key, 'production', [{ kind: 'turnFlagOn' }]);
});
afterAll(async () => {
  await sandbox.stop();
  repository.remove();
});

const on = (): number => FLAGS.filter((key) => project.flags.get(key)?.environments.get('production')?.on).length;

function revokeAfterOneWrite(): void {
  let writes = 0;
  sandbox.inject({
    on: (request) => {
      if (isWrite(request)) writes += 1;
      return writes > 1;
    },
    times: 1000,
    with: { kind: 'answer', answer: sandbox.failure(401) },
  });
}

test.each([
  ['rollback', ['plan'], 2, 0],
  ['undo', ['undo'], 1, 3],
  ['rollback once more', ['plan'], 2, 0],
  ['recovery', ['recover'], 1, 3],
] as const)('%s: what is done and what is not is said, and the same command ends it', async (_, plan, half, whole) => {
  const rollback = ['rollback', '--digest', await repository.digestOf(...plan)];
  revokeAfterOneWrite();
  const broken = await repository.run(rollback);
  expect([broken.status, on()]).toEqual([1, half]);
  expect(broken.stdout).toContain('1 of 3 changes done');
  expect(broken.stdout).toContain('Replace LAUNCHDARKLY_ACCESS_TOKEN of LaunchDarkly.');
  expect((await repository.ok('recover', '--status')).stdout).toContain('CANNOT BE READ: LaunchDarkly responded 401');

  const refused = await repository.run(rollback);
  expect([refused.status, refused.stdout, on()]).toEqual([1, '', half]);
  expect(refused.stderr).toContain('This run changed nothing in production.');
  expect(refused.stderr).toContain(
    'Replace LAUNCHDARKLY_ACCESS_TOKEN of LaunchDarkly. Then run the same command again.',
  );

  sandbox.clearFaults();
  await repository.ok(...rollback);
  expect(on()).toBe(whole);
  expect((await repository.ok('recover', '--status')).stdout).not.toContain('not carried out completely');
});
