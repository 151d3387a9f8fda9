import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { LaunchDarklySandbox, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** Another account has a project and an environment with the same keys: nothing of the snapshot may be written there. */
const TOKEN = 'api-4471c0ffee-launchdarkly';

let ours: LaunchDarklySandbox;
let theirs: LaunchDarklySandbox;
let shop: SandboxProject;
let repository: Repository;

function accountOf(sandbox: LaunchDarklySandbox, id: string): SandboxProject {
  sandbox.tokens.set(TOKEN, 'writer');
  const project = sandbox.addProject('shop', ['production']);
  project.environments.set('production', { id, approvals: false });
  for (const key of ['banner', 'checkout']) sandbox.addFlag(project, { key });
  return project;
}
const turnOn = (sandbox: LaunchDarklySandbox, project: SandboxProject, key: string): void =>
  sandbox.patch(project, key, 'production', [{ kind: 'turnFlagOn' }]);

beforeAll(async () => {
  ours = await new LaunchDarklySandbox().start();
  theirs = await new LaunchDarklySandbox().start();
  repository = await makeRepository({
    sections: ['approval: none'],
    resources: ['{ id: flags, provider: launchdarkly, project: shop, environment: production }'],
    env: { LAUNCHDARKLY_ACCESS_TOKEN: TOKEN },
  });
});
afterAll(async () => {
  await ours.stop();
  await theirs.stop();
  repository.remove();
});
beforeEach(async () => {
  repository.env.LAUNCHDARKLY_API_URL = ours.url;
  shop = accountOf(ours, '5f0cd446ad3ef80a3c1a2b3c');
  turnOn(theirs, accountOf(theirs, '6a1de557be4f091b4d2b3c4d'), 'banner');
  await repository.ok('snapshot');
  turnOn(ours, shop, 'checkout');
});

test('a plan for another account with the same keys changes nothing, and says which environment it is', async () => {
  repository.env.LAUNCHDARKLY_API_URL = theirs.url;
  const { stdout } = await repository.ok('plan');
  expect(stdout).toContain('5f0cd446ad3ef80a3c1a2b3c');
  expect(stdout).toContain('6a1de557be4f091b4d2b3c4d (where the token leads)');
  expect(stdout).toContain('Use the token and the address (LAUNCHDARKLY_API_URL) of the account of the snapshot');
  expect((await repository.ok('plan', '--json')).json<{ changes: unknown[] }>().changes).toEqual([]);
});

test('a rollback that was approved for one account is refused in the other', async () => {
  const digest = await repository.digestOf('plan');
  repository.env.LAUNCHDARKLY_API_URL = theirs.url;
  const { status, stderr } = await repository.run(['rollback', '--digest', digest]);
  expect([status, stderr]).toEqual([1, expect.stringContaining('plan-drift')]);
  expect(stderr).toContain('6a1de557be4f091b4d2b3c4d (where the token leads)');
  expect(theirs.writes).toBe(0);
});

test('an environment that requires approvals: the plan says it before anybody approves, if it changes a flag', async () => {
  const requireApprovals = (approvals: boolean): unknown =>
    shop.environments.set('production', { id: '5f0cd446ad3ef80a3c1a2b3c', approvals });
  requireApprovals(true);
  const { stdout } = await repository.ok('plan');
  expect(stdout).toContain('Environment production requires an approval for flag changes');
  expect(stdout).toContain("Grant the token's role the action bypassRequiredApproval");
  requireApprovals(false);
  ours.patch(shop, 'checkout', 'production', [{ kind: 'turnFlagOff' }]);
  requireApprovals(true);
  expect((await repository.ok('plan')).stdout).not.toContain('requires an approval');
});
