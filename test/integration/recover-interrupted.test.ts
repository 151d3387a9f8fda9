import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sourcesAfter, type ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { random } from '../support/random.js';
import type { ConfigStore, Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/**
 * A recovery of a team that assigns its domains by hand: killed at its writes, disturbed by people, and left half done. Each
 * case begins with the same prepared rollback and the same approved plan.
 */
const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));
const BAD = { 'new-checkout': true, 'dark-mode': 'auto', limit: 5 };
const GOOD = { 'new-checkout': false, 'dark-mode': 'off', limit: 3 };
/** RECOVER_KILLS=all kills at every write; RECOVER_SEEDS is the number of random partial recoveries. */
const ALL = process.env.RECOVER_KILLS === 'all';
const SEEDS = Number(process.env.RECOVER_SEEDS ?? 2);

let vercel: VercelSandbox;
let project: Project;
let flags: ConfigStore;
let repository: Repository;
let bad: Deployment;
let fix: Deployment;
let digest: string;
let reset: () => void;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  flags = vercel.addStore('flags', GOOD);
  repository = await makeRepository({
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
    ],
    env: vercel.env,
  });
  const first = vercel.release(project);
  project.autoAssignCustomDomains = false;
  project.lastAliasRequest = {
    type: 'promote',
    jobStatus: 'succeeded',
    requestedAt: vercel.now(),
    fromDeploymentId: first.id,
    toDeploymentId: first.id,
  };
  await ok('snapshot');
  bad = vercel.addDeployment(project);
  vercel.serve(project, bad);
  Object.entries(BAD).forEach(([key, value]) => set(key, value));
  await ok('rollback', '--digest', await digestOf('plan'));
  fix = vercel.addDeployment(project);
  digest = await digestOf('recover', '--deployment', 'latest', '--scope', 'web,flags');
  const files = join(repository.root, 'prepared');
  cpSync(join(repository.root, '.rewind'), files, { recursive: true });
  const { production, lastAliasRequest } = project;
  reset = () => {
    rmSync(join(repository.root, '.rewind'), { recursive: true });
    cpSync(files, join(repository.root, '.rewind'), { recursive: true });
    Object.assign(project, { autoAssignCustomDomains: false, lastAliasRequest });
    const rolledBack = vercel.deployments.get(production ?? '');
    if (rolledBack === undefined) throw new Error('nothing serves production');
    vercel.serve(project, rolledBack);
    fix.readySubstate = 'STAGED';
    Object.entries(GOOD).forEach(([key, value]) => set(key, value));
  };
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});

function set(key: string, value: unknown): void {
  const item = flags.items.get(key);
  if (item !== undefined) flags.items.set(key, { ...item, value });
}
const values = (): unknown => Object.fromEntries([...flags.items].map(([key, { value }]) => [key, value]));
function run(args: readonly string[], env: Record<string, string> = {}): Promise<ProgramResult> {
  if (Object.keys(env).length === 0) return repository.run(args);
  return repository.run(args, { command: sourcesAfter(WRITES), env: { FUZZ_ROOT: repository.root, ...env } });
}
const ok: Repository['ok'] = (...args) => repository.ok(...args);
const digestOf: Repository['digestOf'] = (...args) => repository.digestOf(...args);

interface Shown {
  readonly obligations: readonly { readonly id: string; readonly reading: { readonly state: string } }[];
  readonly unrecorded: readonly { readonly resource: string }[];
}
const status = async (): Promise<Shown> => (await ok('recover', '--status', '--json')).json<Shown>();
const left = async (): Promise<string[]> => (await status()).obligations.map(({ id }) => id);
/** How often each obligation was discharged. */
async function discharges(): Promise<string[]> {
  const { entries } = (await ok('incident', 'show', '--json')).json<{
    entries: { kind: string; data: { id: string } }[];
  }>();
  return entries.flatMap(({ kind, data }) => (kind === 'discharged' ? [data.id.replace(/:.*/, '')] : [])).sort();
}
const quarantine = (): string => `quarantined-commit:${bad.meta.githubCommitSha ?? ''}`;

async function expectRecovered(): Promise<void> {
  expect([project.production, project.autoAssignCustomDomains, values()]).toEqual([fix.id, false, BAD]);
  expect(await left()).toEqual([quarantine()]);
  expect(await discharges()).toEqual(['changes-undone', 'production-pinned']);
}

test('killed at its writes, the same command goes on: converged, nothing twice', async () => {
  const log = join(repository.root, 'writes.log');
  const done = await run(['rollback', '--digest', digest], { FUZZ_LOG: log });
  expect([done.status, done.stdout]).toEqual([0, expect.stringContaining('Recovered:')]);
  await expectRecovered();
  const points = [...new Set(readFileSync(log, 'utf8').trim().split('\n'))];
  expect(points).toEqual(expect.arrayContaining([expect.stringMatching(/^http POST .*promote.*: sent/)]));
  const some = [/^http PATCH .*projects.*: not sent/, /^link .*incidents.*: after/];
  const killed = ALL ? points : some.map((wanted) => points.find((point) => wanted.test(point)) ?? String(wanted));
  for (const point of killed) {
    reset();
    // The n-th entry of the record is the first of the end.
    const nth = point.includes('incidents') ? 4 : 1;
    const ended = await run(['rollback', '--digest', digest], {
      FUZZ_KILL: JSON.stringify({ point, nth, children: false }),
    });
    expect([point, ended.signal]).toEqual([point, ALL ? ended.signal : 'SIGKILL']);
    await ok('rollback', '--digest', digest);
    await expectRecovered();
  }
}, 600_000);

test('a person who interferes between plan and apply: nothing is changed, the new plan is offered', async () => {
  reset();
  set('limit', 4);
  const refused = await run(['rollback', '--digest', digest]);
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('plan-drift')]);
  expect([project.production === fix.id, values()]).toEqual([false, { ...GOOD, limit: 4 }]);
  // The person promotes the fix: what the plan wanted is done, and the setting of the owner is lost.
  reset();
  vercel.serve(project, fix);
  const { lastAliasRequest } = project;
  if (lastAliasRequest !== null) project.lastAliasRequest = { ...lastAliasRequest, type: 'promote' };
  project.autoAssignCustomDomains = true;
  await ok('recover', '--scope', 'web,flags', '--deployment', 'latest');
  expect(await left()).not.toContain('production-pinned:web');
  const again = await digestOf('recover', '--scope', 'web,flags', '--deployment', 'latest');
  await ok('rollback', '--digest', again);
  await expectRecovered();
});

test('a commit that is quarantined after the approval is not deployed', async () => {
  reset();
  const folder = join(repository.root, '.rewind/store/incidents/production');
  const incident = (await ok('recover', '--status', '--json')).json<{ incidents: string[] }>().incidents[0] ?? '';
  expect(existsSync(join(folder, incident))).toBe(true);
  const commit = fix.meta.githubCommitSha ?? '';
  // As if the rollback had been of the fix: the record is the only thing that knows.
  const { chain } = await import('../../src/incident/entry.js');
  const stored = (await ok('incident', 'show', '--json')).json<{ entries: Parameters<typeof chain>[1][] }>().entries;
  const last = stored.at(-1);
  const entry = chain(
    {
      incident,
      environment: 'production',
      at: new Date().toISOString(),
      by: 'ada',
      run: null,
      key: null,
      kind: 'obligation',
      data: {
        id: `quarantined-commit:${commit}`,
        kind: 'quarantined-commit',
        what: 'it breaks the checkout, too',
        resource: null,
        items: [commit],
        rollback: digest,
        discharge: 'by hand',
      },
    },
    last,
  );
  writeFileSync(join(folder, incident, `${String(entry.seq).padStart(6, '0')}.json`), `${JSON.stringify(entry)}\n`);
  writeFileSync(join(folder, incident, 'head.json'), JSON.stringify({ seq: entry.seq, hash: entry.hash }));
  const refused = await run(['rollback', '--digest', digest]);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('commit-quarantined')]);
  expect(project.production).not.toBe(fix.id);
  expect((await run(['recover', '--deployment', 'latest'])).stderr).toContain('has no ready deployment');
});

test(`the status equals an independent reading after ${SEEDS} random partial recoveries`, async () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    reset();
    const next = random(seed);
    const keys = Object.keys(BAD) as (keyof typeof BAD)[];
    for (let steps = 0; steps < 3; steps += 1) {
      // A person, or Rewind, does a part, or undoes it.
      const step = Math.floor(next() * 4);
      const key = keys[Math.floor(next() * keys.length)] ?? 'limit';
      if (step === 0) set(key, BAD[key]);
      if (step === 1) set(key, next() < 0.5 ? GOOD[key] : `other ${seed}`);
      if (step === 2) {
        vercel.serve(project, fix);
        project.autoAssignCustomDomains = next() < 0.5;
        const { lastAliasRequest: last } = project;
        if (last !== null) project.lastAliasRequest = { ...last, type: next() < 0.7 ? 'promote' : 'rollback' };
      }
      if (step === 3) keys.forEach((each) => set(each, BAD[each]));
      const pinned = project.autoAssignCustomDomains === false && project.lastAliasRequest?.type === 'rollback';
      const undone = keys.some((each) => flags.items.get(each)?.value !== BAD[each]);
      const state = (holds: boolean): string => (holds ? 'holds' : 'met');
      const { obligations } = await status();
      const shown = Object.fromEntries(obligations.map(({ id, reading }) => [id, reading.state]));
      expect({ seed, steps, ...shown }).toEqual({
        seed,
        steps,
        'production-pinned:web': state(pinned),
        'changes-undone:flags': state(undone),
        [quarantine()]: 'holds',
      });
    }
  }
});
