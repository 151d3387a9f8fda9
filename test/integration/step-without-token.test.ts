import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** A step of Actions that calls the command line gets no GITHUB_TOKEN unless the workflow hands it over. */
let vercel: VercelSandbox;
let repository: Repository;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  const project = vercel.addProject('shop', ['shop.example.com']);
  vercel.release(project);
  repository = await makeRepository({
    sections: ['approval: digest'],
    resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`],
    env: vercel.env,
  });
  await repository.ok('snapshot');
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});

test.each(['list', 'plan'])('%s does what needs no token', async (command) => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '7' };
  const { status, stdout, stderr } = await repository.run([command], { env });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('[credential-missing]')]);
  expect(stdout).toContain('[latest]');
});
