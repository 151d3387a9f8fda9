import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { IncidentStatus } from '../../src/incident/status.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** One incident, from a bad deploy to its end: each test goes on where the one before ended. */
const SHA = 'b'.repeat(40);
let vercel: VercelSandbox;
let project: Project;
let flags: ConfigStore;
let repository: Repository;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  flags = vercel.addStore('flags', { 'new-checkout': false });
  repository = await makeRepository({
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
    ],
    env: vercel.env,
  });
  vercel.release(project);
  await ok('snapshot');
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});

const run = (...args: string[]): Promise<ProgramResult> => repository.run(args);
const ok: Repository['ok'] = (...args) => repository.ok(...args);
const status = async (): Promise<IncidentStatus> => (await ok('incident', 'show', '--json')).json<IncidentStatus>();
const open = async (): Promise<string[]> =>
  (await status()).obligations.filter(({ discharged }) => discharged === null).map(({ id }) => id);
const digestOf: Repository['digestOf'] = (...args) => repository.digestOf(...args);
/** The folder of the only incident. */
const folder = (): string => {
  const all = join(repository.root, '.rewind/store/incidents/production');
  return join(all, readdirSync(all)[0] ?? '');
};

let digest: string;

test('before the first rollback there is none', async () => {
  const { stdout } = await ok('incident', 'show');
  expect(stdout).toContain('No incident of "production" is open');
  const { stderr } = await run('incident', 'close', '--reason', 'x');
  expect(stderr).toContain('incident-not-found');
  expect(stderr).toContain('Nothing has to be discharged or closed. To note something, open one: rewind incident open');
});

test.each([
  [['open', '--title', 'x'.repeat(201)], '--title has 201 characters; at most 200 are allowed'],
  [['open', '--title', 'x', '--head', `1:${'a'.repeat(64)}`], '--head belongs to incident verify'],
  [['show', '--head', `1:${'a'.repeat(64)}`], '--head belongs to incident verify'],
])('incident %j is refused', async (args, message) => {
  const refused = await run('incident', ...args);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('verify claims nothing of an environment without incidents', async () => {
  expect((await ok('incident', 'verify')).stdout).toContain(
    '"production" has no incidents: there is nothing to verify.',
  );
});

test('a rollback opens one, and says what is not yet normal', async () => {
  vercel.release(project, { meta: { githubCommitSha: SHA, githubCommitRef: 'main' } });
  const item = flags.items.get('new-checkout');
  if (item !== undefined) flags.items.set('new-checkout', { ...item, value: true });
  digest = await digestOf('plan');
  const { stdout } = await ok(
    'rollback',
    '--digest',
    digest,
    '--reason',
    `Checkout is broken. ${'All of it. '.repeat(99)}`,
  );
  expect(stdout).toMatch(/What is not yet normal: rewind incident show \d{8}T/);
  expect(await status()).toMatchObject({
    title: expect.stringMatching(/^Checkout is broken\. .{179}…$/),
    closed: null,
  });
  expect(await open()).toEqual(['production-pinned:web', 'changes-undone:flags', `quarantined-commit:${SHA}`]);
  const kinds = readdirSync(folder()).filter((name) => name !== 'head.json').length;
  // The same rollback once more has nothing to do, and nothing to add.
  await ok('rollback', '--digest', digest);
  expect(readdirSync(folder()).filter((name) => name !== 'head.json')).toHaveLength(kinds);
});

test('the rolled-back commit passes no guard; another one does when production is free', async () => {
  const held = await run('guard', '--commit', SHA);
  expect([held.status, held.stdout]).toEqual([3, expect.stringContaining('was rolled back in incident')]);
});

test.each(['HEAD', 'refs/heads/main', 'zz', ` ${SHA}`])('guard refuses %j, which names no commit', async (commit) => {
  expect((await run('guard', '--commit', commit)).status).toBe(2);
});

test('guard takes a commit in upper case, and says what it did not look at', async () => {
  expect((await run('guard', '--commit', SHA.toUpperCase())).stdout).toContain('was rolled back in incident');
  expect((await run('guard', '--scope', 'flags')).stdout).toContain(
    'nothing that a rollback can pin was checked, and no commit was checked',
  );
});

test('cannot be closed while an obligation is open', async () => {
  const refused = await run('incident', 'close', '--reason', 'done');
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('production-pinned:web');
  expect(refused.stderr).toContain('rewind incident discharge --obligation');
});

test('the undo discharges what it brings back, also if another incident is open; nothing is hidden or guessed', async () => {
  const first = (await status()).id;
  const refusedId = await run('incident', 'open', first, '--title', 'Another one');
  expect([refusedId.status, refusedId.stderr]).toEqual([2, expect.stringContaining('incident open takes no id')]);
  const { id: second } = (await ok('incident', 'open', '--title', 'Another one', '--json')).json<{ id: string }>();
  const third = await ok('incident', 'open', '--title', 'A third one', '--json');
  for (const id of [first, second]) expect(third.stderr).toContain(`Incident ${id} is still open`);
  await ok('incident', 'close', third.json<{ id: string }>().id, '--reason', 'none');
  expect((await ok('incident', 'show')).stdout).toMatch(new RegExp(`Another one[^]*Also open: 1 incident[^]*${first}`));
  const refused = await run('incident', 'note', '--text', 'x');
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(`2 incidents are open: ${second}`)]);
  const undone = await ok('rollback', '--digest', await digestOf('undo'));
  expect(undone.stderr.match(/2 incidents are open\. This rollback is written to (\S+)/g)).toEqual([
    `2 incidents are open. This rollback is written to ${first}`,
  ]);
  const { head } = (await ok('incident', 'show', first, '--json')).json<IncidentStatus>();
  const wrong = await run('incident', 'verify', second, '--head', `${head.seq}:${head.hash}`);
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining(`belongs to incident ${first}, not to`)]);
  expect(await status()).toMatchObject({ id: second, alsoOpen: [first], obligations: [] });
  await ok('incident', 'close', second, '--reason', 'none');
  expect(await open()).toEqual([`quarantined-commit:${SHA}`]);
});

test('a lift needs a reason, and stands in the record', async () => {
  expect((await run('incident', 'discharge', '--obligation', `quarantined-commit:${SHA}`)).status).toBe(2);
  await ok('incident', 'discharge', '--obligation', `quarantined-commit:${SHA}`, '--reason', 'a false alarm');
  expect(await open()).toEqual([]);
  expect((await run('guard', '--commit', SHA)).stdout).not.toContain('was rolled back in incident');
  const { stdout } = await ok('incident', 'show');
  expect(stdout).toContain('a false alarm');
});

test('a closed one is sound, and one changed byte is found', async () => {
  await ok('incident', 'close', '--reason', 'The fix is live');
  expect((await ok('incident', 'verify')).stdout).toContain('sound');
  expect((await run('incident', 'show')).stdout).toContain('No incident of "production" is open');
  const first = join(folder(), '000001.json');
  writeFileSync(first, readFileSync(first, 'utf8').replace('Checkout is broken', 'Checkout is fine'));
  const damaged = await run('incident', 'verify');
  expect([damaged.status, damaged.stdout]).toEqual([3, expect.stringContaining('Entry 1 was changed')]);
  expect((await ok('incident', 'list')).stdout).toContain('DAMAGED');
  // The damaged one may be open: nothing else says that nothing is left.
  for (const args of [['show'], ['note', '--text', 'x'], ['close', '--reason', 'x']]) {
    const { status: exit, stdout, stderr } = await run('incident', ...args);
    expect([exit, stdout, stderr]).toEqual([1, '', expect.stringContaining('incident-corrupt')]);
  }
  // A deploy is held back when nobody can say which commits are quarantined.
  expect((await run('guard', '--commit', SHA)).status).toBe(3);
});

test('a record that cannot be written is a warning, and the rollback is done', async () => {
  rmSync(join(repository.root, '.rewind/store/incidents'), { recursive: true });
  writeFileSync(join(repository.root, '.rewind/store/incidents'), 'a file in the place of the folder');
  digest = await digestOf('plan');
  const { stderr, stdout } = await ok('rollback', '--digest', digest);
  expect(stderr).toContain('The record of the incident could not be written');
  expect(stdout).toContain('Rolled back');
});
