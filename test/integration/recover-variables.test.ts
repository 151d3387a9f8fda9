import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { TEAM, type VercelSandbox } from '../sandbox/vercel/server.js';
import { runProgram, sourcesAfter } from '../support/program.js';
import type { Repository } from '../support/repository.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** A recovery brings variables back before the deployment that takes production. */
const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));

let world: VercelRepository;
let vercel: VercelSandbox;
let repository: Repository;

beforeAll(async () => {
  world = await startVercelRepository();
  ({ vercel, repository } = world);
});
afterAll(() => world.stop());

test('killed between a variable and the deployment, which was built before: its own work is no drift', async () => {
  const project = world.addShop();
  project.env = [];
  world.configure(project, {
    resources: [`{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }`],
  });
  vercel.release(project);
  await repository.ok('snapshot');
  vercel.release(project);
  vercel.addEnv(project, 'DEBUG', '1', { type: 'plain' });
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  const fix = vercel.addDeployment(project);
  const digest = await repository.digestOf('recover', '--deployment', 'latest', '--scope', 'web,env');
  const { signal, stderr } = await runProgram(['rollback', '--digest', digest], {
    cwd: repository.root,
    env: {
      ...repository.env,
      FUZZ_ROOT: repository.root,
      // The copy of the journal at the begin of the second stage.
      FUZZ_KILL: JSON.stringify({ point: 'rename file store-#/rollbacks/production/#/journal.jsonl: after', nth: 3 }),
    },
    command: sourcesAfter(WRITES),
  });
  expect([signal, stderr]).toEqual(['SIGKILL', expect.any(String)]);
  expect(project.env.map(({ key }) => key)).toEqual(['DEBUG']);
  expect(project.production).not.toBe(fix.id);
  await repository.ok('rollback', '--digest', digest);
  expect(project.production).toBe(fix.id);
});
