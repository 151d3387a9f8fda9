import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeRepository, type Repository } from '../support/repository.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** Vercel has nothing to recover to: no deployment yet, or those that are needed were deleted. One story. */
let vercel: VercelSandbox;
let project: Project;
let repository: Repository;
let good: Deployment;
let bad: Deployment;
let fix: Deployment;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  project.settings.link = { type: 'github', productionBranch: 'main' };
  repository = await makeRepository({
    resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`],
    env: vercel.env,
  });
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});

const ok: Repository['ok'] = (...args) => repository.ok(...args);
async function refused(...args: string[]): Promise<[status: number | null, error: string]> {
  const { status, stderr } = await repository.run(args);
  return [status, stderr];
}
const says = (status: number, ...texts: string[]): unknown[] => [
  status,
  expect.stringMatching(new RegExp(texts.map((text) => text.replace(/[.()[\]]/g, '\\$&')).join('[^]*'))),
];
const status = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await ok('recover', '--status', '--json'))
      .json<{ obligations: { kind: string; reading: { state: string } }[] }>()
      .obligations.map(({ kind, reading }) => [kind, reading.state]),
  );

test('a project that was never deployed: nothing is open, and nothing can be recovered', async () => {
  const nothing = /No incident of "production" is open in (\/\S+|s3:\S+): nothing is left to be undone or finished\./;
  expect((await ok('recover', '--status')).stdout).toMatch(nothing);
  expect((await ok('recover')).stdout).toMatch(nothing);
  expect((await ok('incident', 'show')).stdout).toMatch(nothing);
  expect(await refused('recover', '--deployment', 'latest')).toEqual(
    says(2, 'The store has no rollback of "production" to recover from.', '[rollback-not-found]'),
  );
  expect(await refused('undo')).toEqual(
    says(2, 'The store has no rollback of "production".', 'There is nothing to undo.', '"store"'),
  );
});

test('a snapshot of that project is not equal to a production that serves', async () => {
  await ok('snapshot');
  expect((await ok('plan')).stdout).toContain('production equals the snapshot');
  good = vercel.release(project);
  const { stdout } = await ok('plan');
  expect(stdout).toContain('The snapshot has no deployment to return to.');
  expect(stdout).not.toContain('production equals the snapshot');
});

test('the fix is deleted after the plan, and none is left: each command says so, and what to do', async () => {
  await ok('snapshot');
  bad = vercel.release(project);
  await ok('rollback', '--digest', await repository.digestOf('plan'));
  fix = vercel.release(project);
  const digest = await repository.digestOf('recover', '--deployment', 'latest');
  vercel.deployments.delete(fix.id);
  expect(await refused('rollback', '--digest', digest)).toEqual(
    says(1, `[web] ${fix.id} cannot take production: it does not exist any more.`, 'recover --deployment latest'),
  );
  expect(await refused('recover', '--deployment', fix.id)).toEqual(
    says(1, `${fix.id} is not a deployment of web, or it does not exist any more.`, '--deployment ID'),
  );
  expect(await refused('recover', '--deployment', 'latest')).toEqual(
    says(1, `"shop" has no ready deployment of branch "main" that is newer than ${bad.id}`, 'Newer ones: none.'),
  );
  expect([project.production, await status()]).toEqual([
    good.id,
    { 'production-pinned': 'holds', 'quarantined-commit': 'holds' },
  ]);
});

test('the deployment before the rollback is deleted: the plan fails, and names the way forward', async () => {
  const quarantine = `quarantined-commit:${bad.meta.githubCommitSha ?? ''}`;
  await ok('incident', 'discharge', '--obligation', quarantine, '--reason', 'the cause is fixed');
  vercel.deployments.delete(bad.id);
  for (const command of ['recover', 'undo']) {
    expect(await refused(command)).toEqual(
      says(1, `${bad.id} cannot take production: it does not exist any more`, 'rewind recover --deployment latest'),
    );
  }
});

test('all of them are deleted: the pin is read all the same', async () => {
  vercel.deployments.delete(good.id);
  project.production = null;
  expect(await status()).toEqual({ 'production-pinned': 'holds' });
  expect(await refused('recover', '--deployment', 'latest')).toEqual(says(1, 'Newer ones: none.'));
  const next = vercel.release(project);
  const digest = await repository.digestOf('recover', '--deployment', 'latest');
  await ok('rollback', '--digest', digest);
  expect([project.production, await status()]).toEqual([next.id, {}]);
});
