import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** "rewind maintenance", by the program. */
let vercel: VercelSandbox;
let repository: Repository;
let project: Project;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  repository = await makeRepository({ resources: [], env: vercel.env });
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});
beforeEach(() => {
  vercel.clear();
  vercel.tokens.set('vercel-token-reader', 'read');
  project = vercel.addProject('shop', ['shop.example.com']);
  vercel.release(project);
  configure('maintenance: true');
});
const configure = (more = ''): void =>
  repository.configure({
    resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM}, ${more} }`],
  });
const made = () => [...vercel.deployments.values()].filter(({ meta }) => meta.rewindMaintenance === '1');
const said = async (...args: string[]): Promise<readonly [number | null, string]> => {
  const { status, stdout, stderr } = await repository.run(args);
  return [status, stdout + stderr];
};

test('check stops the deploy until it is made; made once; production is not touched', async () => {
  const live = project.production;
  expect(await said('check')).toEqual([3, expect.stringContaining('Make one: "rewind maintenance".')]);
  expect(await said('maintenance', '--check')).toEqual([3, expect.stringContaining('rewind maintenance')]);
  expect(made()).toEqual([]);
  writeFileSync(join(repository.root, 'closed.html'), '<h1>Back at noon</h1>');
  expect(await said('maintenance', '--page', 'closed.html')).toEqual([0, expect.stringContaining('was made')]);
  expect(await said('maintenance', '--page', 'closed.html')).toEqual([0, expect.stringContaining('was already there')]);
  expect(await said('maintenance', '--check')).toEqual([0, expect.stringContaining(made()[0]?.id ?? '')]);
  expect(made()).toHaveLength(1);
  expect([project.production, vercel.aliases.get('shop.example.com')?.deploymentId]).toEqual([live, live]);
  expect((await said('check'))[1]).not.toContain('rewind maintenance');
});

test.each([
  ['a file that is no page', '.env', 'not an HTML file'],
  ['no file', 'gone.html', 'cannot be read'],
  ['an empty file', 'empty.html', 'is empty'],
  ['a page with a secret of the run', 'secret.html', 'holds a secret'],
])('%s is refused before anything is sent', async (_, page, message) => {
  writeFileSync(join(repository.root, 'empty.html'), '');
  writeFileSync(join(repository.root, 'secret.html'), '<p>vercel-token-sandbox</p>');
  vercel.requests.length = 0;
  expect(await said('maintenance', '--page', page)).toEqual([2, expect.stringContaining(message)]);
  expect(vercel.requests).toEqual([]);
});

test('a token that only reads: what it lacks is said', async () => {
  const { status, stdout } = await repository.run(['maintenance'], { env: { VERCEL_TOKEN: 'vercel-token-reader' } });
  expect([status, stdout]).toEqual([3, expect.stringContaining('Give VERCEL_TOKEN the permission to deploy')]);
  expect(stdout).not.toContain('vercel-token-reader');
});

test('without a resource that has one', async () => {
  repository.configure({ resources: [`{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }`] });
  expect(await said('maintenance')).toEqual([2, expect.stringContaining('No resource in scope')]);
});
