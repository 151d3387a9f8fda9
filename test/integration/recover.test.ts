import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeRepository, type Repository } from '../support/repository.js';
import type { ConfigStore, Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** The way forward after a rollback, without a database. Each test goes on where the one before ended. */
const BAD = 'b'.repeat(40);
const FIX = 'f'.repeat(40);
let vercel: VercelSandbox;
let project: Project;
let flags: ConfigStore;
let repository: Repository;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  project.settings.link = { type: 'github', productionBranch: 'main' };
  flags = vercel.addStore('flags', { 'new-checkout': false, 'dark-mode': false });
  repository = await makeRepository({
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
    ],
    env: vercel.env,
  });
  vercel.release(project);
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});

const run: Repository['run'] = (...args) => repository.run(...args);
const ok: Repository['ok'] = (...args) => repository.ok(...args);
const digestOf: Repository['digestOf'] = (...args) => repository.digestOf(...args);
const release = (sha: string, ref = 'main', change: Partial<Deployment> = {}): Deployment =>
  vercel.release(project, { meta: { githubCommitSha: sha, githubCommitRef: ref }, ...change });
function set(key: string, value: unknown): void {
  const item = flags.items.get(key);
  if (item !== undefined) flags.items.set(key, { ...item, value });
}
const value = (key: string): unknown => flags.items.get(key)?.value;

interface Shown {
  readonly normal: boolean;
  readonly obligations: readonly { readonly id: string; readonly reading: { readonly state: string } }[];
  readonly unrecorded: readonly { readonly resource: string }[];
}
const status = async (): Promise<Shown> => (await ok('recover', '--status', '--json')).json<Shown>();
const readings = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await status()).obligations.map(({ id, reading }) => [id, reading.state]));
/** Every entry of every record. */
const entries = (): string[] => {
  const all = join(repository.root, '.rewind/store/incidents/production');
  return readdirSync(all, { recursive: true })
    .map(String)
    .filter((name) => /\d{6}\.json$/.test(name));
};

async function badReleaseAndRollback(): Promise<Deployment> {
  await ok('snapshot');
  const bad = release(BAD);
  set('new-checkout', true);
  set('dark-mode', true);
  await ok('rollback', '--digest', await digestOf('plan'), '--reason', 'Checkout is broken');
  return bad;
}

test('nothing happened: nothing is open, and nothing is planned', async () => {
  expect((await ok('recover', '--status')).stdout).toContain('No incident of "production" is open');
  expect((await run(['recover', '--deployment', 'latest'])).stderr).toContain('rollback-not-found');
});

test('the status says of each obligation what production says, and writes nothing', async () => {
  await badReleaseAndRollback();
  const before = entries();
  expect(await readings()).toEqual({
    'production-pinned:web': 'holds',
    'changes-undone:flags': 'holds',
    [`quarantined-commit:${BAD}`]: 'holds',
  });
  const { stdout } = await ok('recover', '--status');
  expect(stdout).toContain(
    'to discharge: Deploy the fix and check it. rewind recover --deployment latest plans to promote it.',
  );
  set('new-checkout', true);
  set('dark-mode', true);
  expect((await readings())['changes-undone:flags']).toBe('met');
  expect(entries()).toEqual(before);
  set('dark-mode', false);
  expect((await readings())['changes-undone:flags']).toBe('holds');
  set('new-checkout', false);
});

test('what cannot be read is unknown, and recover does not discharge it', async () => {
  set('new-checkout', true);
  set('dark-mode', true);
  const answer = { status: 403, body: { error: { code: 'forbidden', message: 'no' } } };
  vercel.inject({ on: /GET .*(edge-config|global-config)/, times: 100, with: { kind: 'answer', answer } });
  const { stdout } = await ok('recover', '--status');
  expect(stdout).toContain('CANNOT BE READ: Vercel responded 403 to "read Edge Config');
  expect(stdout).toContain('forbidden: no. Grant the credential this permission');
  await run(['recover', '--deployment', 'latest']);
  vercel.clearFaults();
  expect((await readings())['changes-undone:flags']).toBe('met');
  set('new-checkout', false);
  set('dark-mode', false);
});

test('steps of flags without a flag service that has percentages: it says why it plans nothing', async () => {
  const steps = await ok('recover', '--flag-steps', '10,100', '--gate-command', 'true');
  expect(steps.stdout).toContain('Nothing is planned: no resource whose changes are undone belongs to a flag service');
});

test('the deployment before is refused: its commit was rolled back', async () => {
  const refused = await run(['recover']);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('commit-quarantined')]);
  expect(refused.stderr).toContain('rewind recover --deployment latest');
  const none = await run(['recover', '--deployment', 'latest']);
  expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('has no ready deployment of branch "main"')]);
});

test('a rebuild of the commit, another branch, and a build that is not ready are not the fix', async () => {
  const rebuild = release(BAD);
  release('c'.repeat(40), 'experiment');
  release('d'.repeat(40), 'main', { readyState: 'ERROR' });
  expect((await run(['recover', '--deployment', 'latest'])).stderr).toContain('has no ready deployment');
  expect((await run(['recover', '--deployment', rebuild.id])).stderr).toContain('commit-quarantined');
  expect((await run(['recover', '--deployment', 'dpl_nobody'])).stderr).toContain('is not a deployment of web');
});

let fix: Deployment;
test('the fix goes out: promoted, the automatic assignment as before, the pin discharged, the quarantine kept', async () => {
  fix = release(FIX);
  expect(project.production).not.toBe(fix.id);
  const planned = await ok('recover', '--deployment', 'latest');
  expect(planned.stdout).toContain(`but with ${fix.id} as production of web`);
  expect(planned.stdout).toContain('(promote)');
  const digest = /--digest ([0-9a-f]{64})/.exec(planned.stdout)?.[1] ?? '';
  const done = await ok('rollback', '--digest', digest);
  expect(done.stdout).toContain('Recovered:');
  expect(done.stdout).toContain(`with the chosen deployment (web: ${fix.id})`);
  expect(done.stdout).toContain('To undo this recovery: ');
  expect([project.production, project.autoAssignCustomDomains]).toEqual([fix.id, true]);
  expect(await readings()).toEqual({ 'changes-undone:flags': 'holds', [`quarantined-commit:${BAD}`]: 'holds' });
  const written = entries();
  expect((await ok('rollback', '--digest', digest)).stdout).toMatch(
    /^Recovered: .*\(1 change, all by an earlier run, /,
  );
  expect(entries()).toEqual(written);
});

test('the flags come back by selection, then only the quarantine is left', async () => {
  const planned = await ok('recover', '--scope', 'flags');
  expect(planned.stdout).not.toContain('production of shop on Vercel');
  await ok('rollback', '--digest', /--digest ([0-9a-f]{64})/.exec(planned.stdout)?.[1] ?? '');
  expect([value('new-checkout'), value('dark-mode')]).toEqual([true, true]);
  expect(project.production).toBe(fix.id);
  expect(await readings()).toEqual({ [`quarantined-commit:${BAD}`]: 'holds' });
  expect((await ok('recover')).stdout).toContain('is not yet normal: 1 left');
  await ok('incident', 'discharge', '--obligation', `quarantined-commit:${BAD}`, '--reason', 'the cause is fixed');
  const end = await ok('recover', '--status');
  expect(end.stdout).toContain('is normal. To close the incident: rewind incident close');
  await ok('incident', 'close', '--reason', 'normal');
});
