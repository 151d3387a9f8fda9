import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, type VercelSandbox } from '../sandbox/vercel/server.js';
import type { Repository } from '../support/repository.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** What the commands say where a snapshot, production, or a part of it is gone. */
let world: VercelRepository;
let vercel: VercelSandbox;
let repository: Repository;
let project: Project;
let good: string;
let bad: string;

beforeAll(async () => {
  world = await startVercelRepository();
  ({ vercel, repository } = world);
});
afterAll(() => world.stop());
beforeEach(() => {
  project = world.addShop();
  good = vercel.release(project).id;
  world.configure(project);
});

async function snapshotAndDeploy(): Promise<void> {
  await repository.ok('snapshot');
  bad = vercel.release(project).id;
}
const change = (id: string, state: object): void => void Object.assign(vercel.deployments.get(id) ?? {}, state);

test('n01, n19c, n25: the deployment to go back to is gone: check says it, and no plan is made', async () => {
  await snapshotAndDeploy();
  change(good, { softDeletedByRetention: true });
  const checked = await repository.run(['check', '--json']);
  expect(checked.json()).toMatchObject({
    findings: expect.arrayContaining([
      expect.objectContaining({
        level: 'warning',
        code: 'deployment-not-eligible',
        message: expect.stringContaining(`${good} cannot take production: the retention policy has removed it`),
      }),
    ]),
  });
  const planned = await repository.run(['plan']);
  expect([planned.status, planned.stderr]).toEqual([1, expect.stringContaining('the retention policy has removed it')]);
});

test('the project is in another team now: check does not say that the deployment was deleted', async () => {
  await snapshotAndDeploy();
  vercel.projects.clear();
  vercel.deployments.clear();
  const checked = await repository.run(['check']);
  expect([checked.status, checked.stdout]).toEqual([3, expect.stringContaining('404 to "read project')]);
  expect(checked.stdout).not.toContain('does not exist any more');
});

test('n37: production was deleted: the check is not ready for a snapshot, and the rollback leaves it', async () => {
  await snapshotAndDeploy();
  change(bad, { readyState: 'DELETED' });
  const checked = await repository.run(['check']);
  expect([checked.status, checked.stdout]).toEqual([3, expect.stringContaining(`${bad}) could not be returned to`)]);
  // Before the approval: the undo will not bring it back.
  const planned = await repository.ok('plan');
  expect(planned.stdout).toContain(
    `warning: [web] An undo of this plan cannot bring it back: The deployment in production (${bad})`,
  );
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  expect(project.production).toBe(good);
});

test('n08: Vercel does not say what is in production: no snapshot', async () => {
  bad = vercel.release(project).id;
  vercel.aliases.set('www.shop.example.com', { deploymentId: good, projectId: project.id, redirect: null });
  vercel.reshape = (request, answer) => {
    if (request.path !== `/v9/projects/${project.id}`) return answer;
    return { ...answer, body: { ...(answer.body as object), targets: undefined } };
  };
  const taken = await repository.run(['snapshot']);
  expect([taken.status, taken.stderr]).toEqual([1, expect.stringContaining('Vercel does not say which deployment')]);
  expect((await repository.run(['list'])).stdout).toContain('no snapshot');
});

test('n36: a domain that was taken out is a difference; vercel-project adds it, else a person', async () => {
  const settings = `{ id: settings, provider: vercel-project, project: ${project.id}, team: ${TEAM} }`;
  world.configure(project, { resources: [settings] });
  await snapshotAndDeploy();
  project.domains = project.domains.slice(0, 1);
  vercel.aliases.delete('www.shop.example.com');
  const byHand = async (...args: string[]): Promise<unknown> =>
    (await repository.ok('plan', '--json', ...args))
      .json<{ manual: { target: string }[] }>()
      .manual.map((one) => one.target);
  expect([await byHand('--scope', 'web'), await byHand()]).toEqual([['domain www.shop.example.com of shop'], []]);
  await repository.ok('rollback', '--digest', await repository.digestOf('plan', '--scope', 'web'));
  const verified = await repository.run(['verify', '--scope', 'web']);
  expect([verified.status, verified.stdout]).toEqual([3, expect.stringContaining('www.shop.example.com')]);
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  await repository.ok('verify');
  expect(vercel.aliases.get('www.shop.example.com')?.deploymentId).toBe(good);
});

test('n04: somebody else rolled back after the plan: drift', async () => {
  const older = good;
  good = vercel.release(project).id;
  await snapshotAndDeploy();
  const digest = await repository.digestOf('plan');
  vercel.serve(project, vercel.deployments.get(older) ?? vercel.addDeployment(project));
  const before = vercel.writes;
  const run = await repository.run(['rollback', '--digest', digest]);
  expect([run.status, run.stderr, vercel.writes]).toEqual([1, expect.stringContaining('plan-drift'), before]);
});
