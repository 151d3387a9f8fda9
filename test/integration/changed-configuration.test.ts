import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM } from '../sandbox/vercel/server.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** The configuration changed between the snapshot, the plan and the rollback. */
let world: VercelRepository;
let project: Project;
let store: ConfigStore;

beforeAll(async () => {
  world = await startVercelRepository();
});
afterAll(() => world.stop());
beforeEach(async () => {
  project = world.addShop();
  world.vercel.release(project);
  store = world.vercel.addStore('flags', { 'new-checkout': false });
  world.configure(project, { resources: [edgeConfig(store)] });
  await world.repository.ok('snapshot');
  world.vercel.release(project);
  const item = store.items.get('new-checkout');
  if (item !== undefined) store.items.set('new-checkout', { ...item, value: true });
});

const edgeConfig = ({ id }: ConfigStore): string =>
  `{ id: flags, provider: vercel-edge-config, store: ${id}, team: ${TEAM} }`;
const asVariables = (): string => `{ id: flags, provider: vercel-env, project: ${project.id}, team: ${TEAM} }`;

test('a resource of the approved plan is no longer configured, or has another provider: refused, nothing counts as done', async () => {
  const { repository, vercel } = world;
  const digest = await repository.digestOf('plan');
  const { writes } = vercel;
  for (const resources of [[], [asVariables()]]) {
    world.configure(project, { resources });
    const refused = await repository.run(['rollback', '--digest', digest, '--json']);
    const message = expect.stringContaining('The approved plan changes flags, which the configuration no longer has');
    expect([refused.status, refused.json()]).toMatchObject([2, { error: { code: 'plan-mismatch', message } }]);
  }
  expect(vercel.writes).toBe(writes);
  world.configure(project, { resources: [edgeConfig(store)] });
  await repository.ok('rollback', '--digest', digest);
  expect(store.items.get('new-checkout')?.value).toBe(false);
});

test('an id got another provider: check says that the rollback would be refused, plan and verify say why', async () => {
  const { repository } = world;
  world.configure(project, { resources: [asVariables()] });
  const why = '"flags" is a vercel-edge-config in the snapshot, but a vercel-env in the configuration.';
  const { stdout } = await repository.ok('check');
  expect(stdout).toContain('A rollback to the newest one would be refused.');
  expect(stdout).toContain(why);
  for (const command of ['plan', 'verify']) {
    const refused = await repository.run([command, '--json']);
    expect(refused.json()).toMatchObject({
      error: {
        code: 'snapshot-foreign',
        message: expect.stringContaining(why),
        remedy: expect.stringContaining('Give the vercel-env an id of its own'),
      },
    });
  }
});

test('another store than in the snapshot: nothing is written to it, and a person is told', async () => {
  const { repository, vercel } = world;
  const other = vercel.addStore('other', { theirs: 1 });
  world.configure(project, { resources: [edgeConfig(other)] });
  const { stdout } = await repository.ok('check');
  expect(stdout).toContain(
    `does not restore "flags": the snapshot holds store ${store.id}, and the configuration names store ${other.id}.`,
  );
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  expect([...other.items].map(([key, { value }]) => [key, value])).toEqual([['theirs', 1]]);
  const verified = await repository.run(['verify']);
  expect([verified.status, verified.stdout]).toEqual([
    3,
    expect.stringMatching(
      new RegExp(
        `^No difference was found: .* not compared: flags \\(store ${other.id} in the configuration.*\\nTo compare flags: Set store`,
      ),
    ),
  ]);
});

test('another Vercel project than in the snapshot: refused with the project to set, also where the database could go back', async () => {
  const { repository, vercel } = world;
  const other = vercel.addProject('blog', ['blog.example.com']);
  vercel.release(other);
  const configured = readFileSync(repository.configFile, 'utf8');
  writeFileSync(
    repository.configFile,
    configured.replace(`vercel-deployment, project: ${project.id}`, `vercel-deployment, project: ${other.id}`),
  );
  const why = `The snapshot holds a deployment of project ${project.id}, but the configuration names ${other.id}.`;
  const remedy = `Set project ${project.id} in the configuration, or choose a newer snapshot.`;
  const { stdout } = await repository.ok('check');
  expect(stdout).toContain('A rollback to the newest one would be refused.');
  expect(stdout).toContain(why);
  expect(stdout).toContain(remedy);
  for (const command of ['plan', 'verify']) {
    const refused = await repository.run([command, '--json']);
    expect(refused.json()).toMatchObject({
      error: { code: 'snapshot-foreign', message: why, remedy: expect.stringContaining(remedy) },
    });
  }
});

test('another Vercel project after a rollback: recover does not take its pin for the one of the rollback', async () => {
  const { repository, vercel } = world;
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  const other = vercel.addProject('blog', ['blog.example.com']);
  vercel.release(other);
  const configured = readFileSync(repository.configFile, 'utf8');
  writeFileSync(
    repository.configFile,
    configured.replace(`vercel-deployment, project: ${project.id}`, `vercel-deployment, project: ${other.id}`),
  );
  const refused = await repository.run(['recover']);
  expect([refused.status, refused.stderr]).toEqual([
    2,
    expect.not.stringContaining('Discharged production-pinned:web'),
  ]);
});
