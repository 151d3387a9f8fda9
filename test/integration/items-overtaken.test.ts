import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newFlag, type SandboxFlag } from '../sandbox/vercel/flags.js';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM } from '../sandbox/vercel/server.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** Items and flags that a person writes while the rollback is at an earlier stage: after its drift check. */
let world: VercelRepository;
let project: Project;
let store: ConfigStore;
let checkout: SandboxFlag;

beforeAll(async () => {
  world = await startVercelRepository();
});
afterAll(() => world.stop());
beforeEach(async () => {
  project = world.addShop();
  store = world.vercel.addStore('flags', { limit: 1, theme: 'blue' });
  checkout = newFlag('checkout');
  world.vercel.flagsOf(project).set('checkout', checkout);
  world.configure(project, {
    resources: [
      `{ id: items, provider: vercel-edge-config, store: ${store.id}, team: ${TEAM} }`,
      `{ id: flags, provider: vercel-flags, project: ${project.id}, team: ${TEAM} }`,
    ],
  });
  world.vercel.release(project);
  await world.repository.ok('snapshot');
  world.vercel.release(project);
  set('limit', 2);
  set('theme', 'green');
  serve('off');
});

function set(key: string, value: unknown): void {
  const item = store.items.get(key);
  if (item !== undefined) store.items.set(key, { ...item, value });
}
function serve(variantId: string): void {
  if (checkout.environments.production) checkout.environments.production.fallthrough = { type: 'variant', variantId };
  checkout.revision += 1;
}
const values = (): unknown => [...store.items.values()].map(({ value }) => value);

/** Rolls back; `edit` is made while the deployment is switched. */
async function rollBack(edit: () => void) {
  const { repository, vercel } = world;
  const digest = await repository.digestOf('plan');
  vercel.before = ({ path }) => {
    if (path.includes('/rollback/')) edit();
  };
  const run = await repository.run(['rollback', '--digest', digest]);
  vercel.before = undefined;
  return run;
}

test('an item that somebody set to a third value stays, and no item of the store is written; the next plan shows it', async () => {
  const { repository } = world;
  const { status, stdout } = await rollBack(() => set('limit', 7));
  expect(values()).toEqual([7, 'green']);
  expect([status, stdout]).toEqual([1, expect.stringContaining('it was limit: 2')]);
  expect(stdout).toContain('and is limit: 7 now. It was left as it is.');
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  expect(values()).toEqual([1, 'blue']);
});

test('an item that somebody already set to the wanted value is no conflict', async () => {
  const { status } = await rollBack(() => set('limit', 1));
  expect([status, values()]).toEqual([0, [1, 'blue']]);
});

test('a flag that somebody retargeted stays, and the rest is restored', async () => {
  const { repository } = world;
  const { status, stdout } = await rollBack(() => serve('other'));
  expect(checkout.environments.production?.fallthrough).toEqual({ type: 'variant', variantId: 'other' });
  expect([status, stdout, values()]).toEqual([
    1,
    expect.stringContaining('Somebody changed flag checkout after the plan'),
    [1, 'blue'],
  ]);
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  expect(checkout.environments.production?.fallthrough).toEqual({ type: 'variant', variantId: 'on' });
});

test('two resources of one flag: what the other one restores of it is no edit of a person', async () => {
  const { repository } = world;
  const flags = (id: string, environment: string): string =>
    `{ id: ${id}, provider: vercel-flags, project: ${project.id}, team: ${TEAM}, environments: [${environment}] }`;
  world.configure(project, { resources: [flags('flags', 'production'), flags('beta', 'preview')] });
  serve('on');
  const told = (): unknown => [
    checkout.variants,
    Object.values(checkout.environments).map(({ fallthrough }) => fallthrough),
  ];
  const before = structuredClone(told());
  await repository.ok('snapshot');
  world.vercel.release(project);
  for (const environment of ['production', 'preview']) {
    const entry = checkout.environments[environment];
    if (entry !== undefined) entry.fallthrough = { type: 'variant', variantId: 'off' };
  }
  checkout.variants = [
    { id: 'off', value: false, label: 'Closed' },
    { id: 'on', value: true },
  ];
  checkout.revision += 1;
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  expect(told()).toEqual(before);
});

test('another order of the environments in the configuration is no drift', async () => {
  const { repository } = world;
  const configure = (environments: string): void =>
    world.configure(project, {
      resources: [
        `{ id: flags, provider: vercel-flags, project: ${project.id}, team: ${TEAM}, environments: [${environments}] }`,
      ],
    });
  configure('preview, production');
  serve('on');
  await repository.ok('snapshot');
  world.vercel.release(project);
  serve('off');
  const digest = await repository.digestOf('plan');
  configure('production, preview');
  await repository.ok('rollback', '--digest', digest);
  expect(checkout.environments.production?.fallthrough).toEqual({ type: 'variant', variantId: 'on' });
});

test('the same rollback again does not write over it either, without another approval', async () => {
  const { repository, vercel } = world;
  const digest = await repository.digestOf('plan');
  vercel.before = ({ path }) => {
    if (path.includes('/rollback/')) set('limit', 7);
  };
  const first = await repository.run(['rollback', '--digest', digest]);
  expect([first.status, first.stdout]).toEqual([
    1,
    expect.stringContaining('The same rollback is refused while the changed value is live'),
  ]);
  vercel.before = undefined;
  const again = await repository.run(['rollback', '--digest', digest]);
  expect([again.status, again.stdout + again.stderr]).toEqual([1, expect.stringContaining('[plan-drift]')]);
  expect(values()).toEqual([7, 'green']);
  set('limit', 2);
  await repository.ok('rollback', '--digest', digest);
  expect(values()).toEqual([1, 'blue']);
});

test('production that somebody promoted during the switch is not switched back by the same rollback', async () => {
  const { repository, vercel } = world;
  const digest = await repository.digestOf('plan');
  const fix = vercel.addDeployment(project);
  vercel.behavior.jobMs = Infinity;
  let reads = 0;
  vercel.before = ({ method, path }) => {
    const last = project.lastAliasRequest;
    if (method !== 'GET' || !path.includes('/projects/') || last?.type !== 'rollback' || (reads += 1) < 2) return;
    vercel.serve(project, fix);
    project.lastAliasRequest = {
      ...{ type: 'promote', jobStatus: 'succeeded', requestedAt: vercel.now() + 1000 },
      ...{ fromDeploymentId: last.fromDeploymentId, toDeploymentId: fix.id },
    };
  };
  const first = await repository.run(['rollback', '--digest', digest]);
  vercel.before = undefined;
  expect([first.status, first.stdout]).toEqual([1, expect.stringContaining('Somebody else replaced the rollback')]);
  expect(first.stdout).not.toContain('Then run the same rollback again');
  const again = await repository.run(['rollback', '--digest', digest]);
  vercel.behavior.jobMs = 0;
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('[plan-drift]')]);
  expect(project.production).toBe(fix.id);
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  expect(values()).toEqual([1, 'blue']);
});

test('a write whose answer was lost, and then a person: theirs stays, of an item and of a flag', async () => {
  const { repository, vercel } = world;
  const digest = await repository.digestOf('plan');
  let [itemReads, flagReads, itemWrites, flagWrites] = [0, 0, 0, 0];
  vercel.inject({ on: ({ method }) => method === 'PATCH', times: 2, with: { kind: 'reset', executed: true } });
  vercel.before = ({ method, path }) => {
    const isFlag = path.includes('/feature-flags/');
    if (method === 'PATCH' && isFlag) flagWrites += 1;
    if (method === 'PATCH' && !isFlag) itemWrites += 1;
    if (method !== 'GET') return;
    if (!isFlag && itemWrites === 1 && path.endsWith('/items') && (itemReads += 1) === 1) set('limit', 7);
    if (isFlag && flagWrites === 1 && (flagReads += 1) === 1) serve('other');
  };
  const run = await repository.run(['rollback', '--digest', digest]);
  vercel.before = undefined;
  vercel.clearFaults();
  expect([run.status, values()]).toEqual([1, [7, 'blue']]);
  expect(checkout.environments.production?.fallthrough).toEqual({ type: 'variant', variantId: 'other' });
  expect(run.stdout).toContain('and is limit: 7 now. It was left as it is.');
  expect(run.stdout).toContain('Somebody changed flag checkout after the plan');
});
