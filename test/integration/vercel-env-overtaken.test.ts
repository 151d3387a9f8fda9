import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TEAM } from '../sandbox/vercel/server.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** A variable that a person writes while the rollback is at an earlier stage. */
let world: VercelRepository;
beforeAll(async () => {
  world = await startVercelRepository();
});
afterAll(() => world.stop());

test('a key that was rotated after the plan is not written over: the run names it, and the next plan shows it', async () => {
  const { vercel, repository } = world;
  const project = world.addShop();
  const key = vercel.addEnv(project, 'API_KEY', 'key-of-the-snapshot');
  vercel.addEnv(project, 'THEME', 'blue');
  vercel.release(project);
  world.configure(project, {
    resources: [`{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }`],
  });
  await repository.ok('snapshot');
  for (const row of project.env) Object.assign(row, { value: `${row.value}-of-the-deploy`, updatedAt: vercel.now() });
  vercel.release(project);
  const digest = await repository.digestOf('plan');
  vercel.before = ({ path }) => {
    if (path.includes('/rollback/')) Object.assign(key, { value: 'rotated-in-the-incident', updatedAt: vercel.now() });
  };
  const run = await repository.run(['rollback', '--digest', digest]);
  vercel.before = undefined;
  expect(key.value).toBe('rotated-in-the-incident');
  expect([run.status, run.stdout]).toEqual([
    1,
    expect.stringContaining('Somebody changed environment variable API_KEY after the plan'),
  ]);
  expect(run.stdout + run.stderr).not.toContain('rotated-in-the-incident');
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  expect(project.env.map(({ value }) => value)).toEqual(['key-of-the-snapshot', 'blue']);
});

test('a key that was rotated after Vercel refused its change: the same rollback does not write over it', async () => {
  const { vercel, repository } = world;
  const project = world.addShop();
  const key = vercel.addEnv(project, 'API_KEY', 'key-of-the-snapshot');
  vercel.release(project);
  world.configure(project, {
    resources: [`{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }`],
  });
  await repository.ok('snapshot');
  Object.assign(key, { value: 'key-of-the-deploy', updatedAt: vercel.now() });
  vercel.release(project);
  const digest = await repository.digestOf('plan');
  vercel.inject({ on: ({ method }) => method === 'PATCH', times: 99, with: { kind: 'answer', answer: forbidden } });
  const refused = await repository.run(['rollback', '--digest', digest]);
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('[api-forbidden]')]);
  vercel.clearFaults();
  Object.assign(key, { value: 'rotated-in-the-incident', updatedAt: vercel.now() });
  const again = await repository.run(['rollback', '--digest', digest]);
  expect([again.status, again.stderr, key.value]).toEqual([
    1,
    expect.stringContaining('[plan-drift]'),
    'rotated-in-the-incident',
  ]);
  // As it was approved, it goes on.
  Object.assign(key, { value: 'key-of-the-deploy', updatedAt: vercel.now() });
  await repository.ok('rollback', '--digest', digest);
  expect(key.value).toBe('key-of-the-snapshot');
});
const forbidden = { status: 403, body: { error: { code: 'forbidden', message: 'Not authorized' } } };
