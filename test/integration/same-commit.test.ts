import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { IncidentStatus } from '../../src/incident/status.js';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** A rollback to a build of the commit that served before: that commit goes on serving, so it was not rolled back. */
const vercel = new VercelSandbox();
let project: Project;
let repository: Repository;
let tests = 0;

beforeAll(async () => {
  await vercel.start();
  repository = await makeRepository({ resources: [], env: vercel.env });
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});
beforeEach(async () => {
  vercel.clear();
  project = vercel.addProject('shop', ['shop.example.com']);
  vercel.release(project);
  repository.configure({
    store: `store-${(tests += 1)}`,
    sections: ['approval: none'],
    resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`],
  });
  await repository.ok('snapshot');
});

async function heldBack(): Promise<readonly (readonly string[])[]> {
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  const { obligations } = (await repository.ok('incident', 'show', '--json')).json<IncidentStatus>();
  expect(obligations.map(({ kind }) => kind)).toContain('production-pinned');
  return obligations.filter(({ kind }) => kind === 'quarantined-commit').map(({ items }) => items);
}

const good = () => vercel.deployments.get(project.production ?? '');

test('a rolling release that is ended: the guard blocks its commit, not the one that serves production', async () => {
  project.rollingReleaseConfig = {
    target: 'production',
    stages: [{ targetPercentage: 10 }, { targetPercentage: 100 }],
  };
  const canary = vercel.addDeployment(project);
  vercel.startRelease(project, canary);
  expect((await repository.ok('plan')).stdout).toContain(`undo: begin the rolling release to ${canary.id} again`);
  const commit = good()?.meta.githubCommitSha ?? '';
  expect(await heldBack()).toEqual([[canary.meta.githubCommitSha]]);
  expect(good()?.meta.githubCommitSha).toBe(commit);
});

test('a rebuild of the same commit with other variables is rolled back', async () => {
  vercel.release(project, { meta: { ...good()?.meta } });
  expect(await heldBack()).toEqual([]);
});

test('another commit is held back', async () => {
  const bad = vercel.release(project);
  expect(await heldBack()).toEqual([[bad.meta.githubCommitSha]]);
});
