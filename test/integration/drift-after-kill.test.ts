import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ConfigStore } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** A killed rollback made a change, and then somebody changed something else: the refusal does not deny the first. */
let vercel: VercelSandbox;
let flags: ConfigStore;
let repository: Repository;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  const project = vercel.addProject('shop', ['shop.example.com']);
  flags = vercel.addStore('flags', { checkout: 'old' });
  vercel.release(project);
  repository = await makeRepository({
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
    ],
    env: vercel.env,
  });
  await repository.ok('snapshot');
  vercel.release(project);
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});

const checkout = (value: string): void => {
  const item = flags.items.get('checkout');
  if (item !== undefined) flags.items.set('checkout', { ...item, value });
};

test('drift that a second run meets says that this run changed nothing, and that an earlier one began the plan', async () => {
  checkout('new');
  const digest = await repository.digestOf('plan');
  const rollback = ['rollback', '--digest', digest];
  const first = await repository.run(rollback, {
    onLog: (text, child) => {
      if (text.includes('switching production to')) child.kill('SIGKILL');
    },
  });
  expect(first.signal).toBe('SIGKILL');
  checkout('third');
  const { status, stderr } = await repository.run(rollback);
  expect(status).toBe(1);
  expect(stderr).toContain(
    'Production changed after the plan was made. This run changed nothing. An earlier run of this plan made changes or began them.',
  );
  expect(stderr).not.toMatch(/Nothing was changed|Rewind changed nothing/);
});
