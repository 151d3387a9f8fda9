import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM, type VercelSandbox } from '../sandbox/vercel/server.js';
import { sourcesAfter } from '../support/program.js';
import type { Repository } from '../support/repository.js';
import { signingKeyPair } from '../support/signing-key.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** Maintenance on Vercel by the program: planned, approved, killed, finished, undone. */
const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));
let world: VercelRepository;
let vercel: VercelSandbox;
let repository: Repository;
let project: Project;
let store: ConfigStore;
let page: string;
const approver = signingKeyPair();

beforeAll(async () => {
  world = await startVercelRepository({ REWIND_APPROVAL_KEY: approver.secret });
  ({ vercel, repository } = world);
});
afterAll(() => world.stop());
beforeEach(async () => {
  project = world.addShop();
  store = vercel.addStore('flags', { closed: false, limits: { a: 1 } });
  vercel.release(project);
  configure();
  await repository.ok('maintenance');
  page = [...vercel.deployments.values()].find(({ meta }) => meta.rewindMaintenance === '1')?.id ?? '';
  await repository.ok('snapshot');
  vercel.release(project);
});

/** @param sections more of the configuration */
function configure(sections: readonly string[] = []): void {
  world.configure(project, {
    sections: [
      ...sections,
      'mitigations:',
      '  - { id: page, kind: maintenance, resources: [web] }',
      '  - { id: item, kind: maintenance, resources: [flags], item: { key: closed, value: true } }',
    ],
    resources: [`{ id: flags, provider: vercel-edge-config, store: ${store.id}, team: ${TEAM} }`],
  });
}

const live = () => ({
  production: project.production,
  domains: project.domains.map(({ name }) => vercel.aliases.get(name)?.deploymentId),
  autoAssign: project.autoAssignCustomDomains,
  items: [...store.items].map(([key, { value }]) => [key, value]),
});

test.each(['page', 'item'])('%s: on, a push does not end it, off: live equals before', async (id) => {
  const before = live();
  const digest = await repository.digestOf('mitigate', id);
  if (id === 'page') await killedAfterThePromote(digest);
  await repository.ok('rollback', '--digest', digest);
  expect(live()).toMatchObject(
    id === 'page' ? { production: page, domains: [page, page], autoAssign: false } : { production: before.production },
  );
  expect(store.items.get('closed')?.value).toBe(id === 'item');
  if (id === 'page') {
    vercel.release(project);
    expect(live().domains).toEqual([page, page]);
  }
  expect((await repository.ok('mitigate', id)).stdout).toContain('in effect already');
  await repository.ok('rollback', '--digest', await repository.digestOf('undo', digest));
  expect(live()).toEqual(before);
});

/** The process ends when Vercel has answered the promote: the automatic assignment is on. */
async function killedAfterThePromote(digest: string): Promise<void> {
  const kill = { point: 'http POST /#/projects/#/promote/#: answered', nth: 1, children: false };
  const env = { FUZZ_ROOT: repository.root, FUZZ_PORT: '', FUZZ_KILL: JSON.stringify(kill) };
  const { signal } = await repository.run(['rollback', '--digest', digest], { command: sourcesAfter(WRITES), env });
  expect(signal).toBe('SIGKILL');
  expect(live()).toMatchObject({ production: page, autoAssign: true });
}

test('a maintenance deployment that is gone: the plan says how to make one, and nothing is changed', async () => {
  vercel.deployments.delete(page);
  const before = live();
  const { status, stdout, stderr } = await repository.run(['mitigate', 'page']);
  expect([status, stdout + stderr]).toEqual([1, expect.stringContaining('rewind maintenance')]);
  expect(live()).toEqual(before);
});

/** The kinds of the obligations that are open. */
async function open(): Promise<string[]> {
  const { obligations } = (await repository.ok('recover', '--status', '--json')).json<{
    obligations: { kind: string; reading: { state: string } }[];
  }>();
  return obligations.map(({ kind, reading }) => `${kind}: ${reading.state}`).sort();
}

test('a rollback during maintenance returns to the snapshot, pins it, and ends the mitigation; its undo begins it again', async () => {
  const [good] = vercel.deployments.values();
  const maintenance = await repository.digestOf('mitigate', 'page');
  await repository.ok('rollback', '--digest', maintenance);
  expect(await open()).toEqual(['maintenance-on: holds']);
  const rollback = await repository.digestOf('plan');
  await repository.ok('rollback', '--digest', rollback);
  expect(live()).toMatchObject({ production: good?.id, domains: [good?.id, good?.id], autoAssign: false });
  expect(await open()).toEqual(['production-pinned: holds', 'quarantined-commit: holds']);
  expect((await repository.ok('undo', maintenance)).stdout).toContain('a build of a commit that is held back');
  expect((await repository.run(['mitigate', '--lift-expired'])).status).toBe(0);

  await repository.ok('rollback', '--digest', await repository.digestOf('undo', rollback));
  expect(live().production).toBe(page);
  expect((await open()).filter((one) => /maintenance/.test(one))).toEqual(['maintenance-on: holds']);
});

test('a rollback that was planned during maintenance is applied after its lift, and not after another deploy', async () => {
  const [good] = vercel.deployments.values();
  configure([`sign: { keys: [${signingKeyPair().publicKey}], approval-keys: [${approver.publicKey}] }`]);
  const maintenance = await repository.digestOf('mitigate', 'page');
  await repository.ok('rollback', '--digest', maintenance);
  const planned = await repository.ok('plan', '--plan', 'kept.json', '--json');
  const { digest } = planned.json<{ digest: string }>();
  await repository.ok('rollback', '--digest', await repository.digestOf('undo', maintenance));
  const broken = vercel.deployments.get(live().production ?? '');
  if (broken === undefined) throw new Error('nothing is live');
  vercel.release(project);
  const refused = await repository.run(['rollback', '--digest', digest, '--plan', 'kept.json']);
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('plan-drift')]);
  project.production = broken.id;
  vercel.serve(project, broken);
  await repository.ok('rollback', '--digest', digest, '--plan', 'kept.json');
  expect(live().production).toBe(good?.id);
});
