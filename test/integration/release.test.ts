import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sourcesAfter, type ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { wrongBy } from '../support/wrong-clock.js';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** The release capture, and a rollback that tells the deploy's changes from later ones: the whole program. */
let vercel: VercelSandbox;
let project: Project;
let flags: ConfigStore;
let repository: Repository;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
});
afterAll(() => vercel.stop());

beforeEach(async () => {
  vercel.clear();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  vercel.addEnv(project, 'COLOUR', 'red', { type: 'plain' });
  vercel.addEnv(project, 'LIMIT', '10', { type: 'plain' });
  flags = vercel.addStore('flags', { checkout: 'old', banner: 'none' });
  repository = await makeRepository({
    sections: ['approval: none'],
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
      `{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }`,
    ],
    env: vercel.env,
  });
  vercel.release(project);
});
afterEach(() => repository.remove());

const run = (...args: string[]): Promise<ProgramResult> => repository.run(args);

const ok: Repository['ok'] = (...args) => repository.ok(...args);

interface Taken {
  readonly snapshot: string;
  readonly after?: string | null;
  readonly findings?: readonly { readonly code: string }[];
}
async function take(...args: string[]): Promise<ProgramResult & { readonly taken: Taken }> {
  const result = await run('snapshot', '--json', ...args);
  return { ...result, taken: result.json<Taken>() };
}
const release = async (...args: string[]): Promise<Taken> => (await take('--reason', 'release', ...args)).taken;

interface Plan {
  readonly digest: string;
  readonly snapshot: string;
  readonly release: { readonly id: string } | null;
  readonly changes: readonly { readonly resource: string; readonly id: string; readonly origin?: string }[];
  readonly later: readonly { readonly resource: string; readonly id: string }[];
}
/** The plan, and what a person reads of it. */
async function planned(...args: string[]): Promise<Plan & { readonly text: string }> {
  const { stdout } = await ok('plan', ...args);
  return { ...(JSON.parse(readFileSync(join(repository.root, '.rewind/plan.json'), 'utf8')) as Plan), text: stdout };
}

const set = (key: string, value: unknown): void => {
  const item = flags.items.get(key);
  if (item) Object.assign(item, { value, updatedAt: vercel.now() });
};
const flag = (key: string): unknown => flags.items.get(key)?.value;
const setVariable = (key: string, value: string, updatedBy: string): void => {
  const row = project.env.find((one) => one.key === key);
  if (row) Object.assign(row, { value, updatedBy, updatedAt: vercel.now() });
};
const variable = (key: string): unknown => project.env.find((one) => one.key === key)?.value;

const keys = (changes: Plan['changes']): string[] =>
  changes.map(({ resource, id, origin }) => `${resource}/${id}${origin === undefined ? '' : ` ${origin}`}`);

describe('with a release capture', () => {
  let before: string;
  let captured: Taken;
  beforeEach(async () => {
    before = (await take()).taken.snapshot;
    vercel.release(project);
    set('checkout', 'new');
    setVariable('COLOUR', 'blue', 'usr_ci');
    captured = await release();
    // Afterwards a person announces it, raises a limit, and tries another colour.
    set('banner', 'hello');
    setVariable('LIMIT', '20', 'usr_ada');
    setVariable('COLOUR', 'green', 'usr_ada');
  });

  test('a rollback undoes what the deploy changed, keeps what was changed later, and says so', async () => {
    expect(captured).toMatchObject({ after: before, findings: [] });
    const plan = await planned();
    const { text } = plan;
    expect(text).toContain('Changed after the deploy; these stay:');
    expect(text).toContain('author unknown; use --include-later-changes flags');
    expect(text).toContain('by Vercel user usr_ada; use --include-later-changes env');
    expect(text).toContain(
      'The deploy changed it (by Vercel user usr_ci), and somebody changed it again after the deploy (by Vercel user usr_ada)',
    );
    // The deployment that comes back was built before LIMIT was set; COLOUR is as it was then.
    expect(text).toMatch(/It was built \S+Z\. Variables that were changed later .*: LIMIT \(changed \S+Z\)\./);
    expect(plan).toMatchObject({ snapshot: before, release: { id: captured.snapshot } });
    expect(keys(plan.changes)).toEqual(['web/switch deploy', 'flags/items deploy', 'env/env:COLOUR both']);
    expect(keys(plan.later)).toEqual(['flags/items:later later', 'env/env:LIMIT later']);
    const done = await ok('rollback', '--digest', plan.digest, '--json');
    expect(done.json()).toMatchObject({
      ok: true,
      remaining: 0,
      claim: {
        verdict: 'differs',
        equal: ['web'],
        differs: [
          { resource: 'flags', reason: 'later' },
          { resource: 'env', reason: 'later' },
        ],
      },
    });
    expect(JSON.stringify(done.json())).toContain('flags kept as it is, because it was changed after the deploy: ');
    expect([flag('checkout'), flag('banner'), variable('COLOUR'), variable('LIMIT')]).toEqual([
      'old',
      'hello',
      'red',
      '20',
    ]);
    const incident = (await ok('incident', 'show', '--json')).json<{ figures: Record<string, number | null> }>();
    expect(incident.figures.deployToRestoredMs).toBeGreaterThan(0);
    // Law 2: nothing is left to do, although production differs.
    const again = await planned('--snapshot', before);
    expect([again.changes, keys(again.later)]).toEqual([[], keys(plan.later)]);
  });

  test('--include-later-changes undoes them, too; the digest and the rollback know the choice', async () => {
    // An Edge Config tells no writer: for the deploy, who made the deployment counts.
    set('checkout', 'newest');
    const plan = await planned('--include-later-changes', 'flags');
    expect(keys(plan.changes)).toContain('flags/items:later later');
    expect(plan.text).toContain(
      'The deploy changed it (by ops), and somebody changed it again after the deploy (author unknown)',
    );
    const refused = await run('rollback', '--digest', plan.digest, '--include-later-changes', 'env');
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringContaining('includes the later changes of flags'),
    ]);
    expect((await run('plan', '--include-later-changes', 'flgs')).stderr).toContain('names flgs');
    // Without the plan file it is planned again, with the same choice.
    rmSync(join(repository.root, '.rewind/plan.json'));
    await ok('rollback', '--digest', plan.digest, '--include-later-changes', 'flags');
    expect([flag('checkout'), flag('banner'), variable('LIMIT')]).toEqual(['old', 'none', '20']);
  });

  test('no selector but its id names it, and after another deploy the origin is unknown', async () => {
    expect((await ok('list', '--json')).json()).toMatchObject({
      snapshots: [
        { id: captured.snapshot, reason: 'release', latest: false },
        { id: before, latest: true },
      ],
    });
    await ok('mark', captured.snapshot);
    expect((await run('show', 'good')).stderr).toContain('[snapshot-not-found]');
    vercel.release(project);
    const plan = await planned('--snapshot', before);
    expect(plan).toMatchObject({ release: null, later: [] });
    expect(keys(plan.changes)).toEqual(['web/switch', 'flags/items', 'env/env:COLOUR', 'env/env:LIMIT']);
    expect(plan.text).toContain('Origin unknown: ');
  });
});

describe('a deploy without a snapshot before it', () => {
  test('gives an alarm: no snapshot at all, none since the deploy before, or only one from after it', async () => {
    const none = await take('--reason', 'release');
    expect(none).toMatchObject({ status: 3, taken: { after: null, findings: [{ code: 'deploy-without-snapshot' }] } });
    const before = (await take()).taken.snapshot;
    vercel.release(project);
    expect(await release()).toMatchObject({ after: before, findings: [] });
    vercel.release(project);
    const forgotten = await take('--reason', 'release');
    expect(forgotten).toMatchObject({
      status: 3,
      taken: { after: null, findings: [{ code: 'deploy-without-snapshot' }] },
    });
    const late = (await take()).taken.snapshot;
    expect(await take('--reason', 'release', '--after', late)).toMatchObject({ status: 3, taken: { after: null } });
  });
});

test('a clock that is behind: the alarm does not say that the store has no snapshot', async () => {
  const { taken } = await take();
  vercel.release(project);
  const alarm = await repository.run(['snapshot', '--reason', 'release'], { command: sourcesAfter(wrongBy(-24 * 60)) });
  expect(alarm.status).toBe(3);
  expect(alarm.stdout).toContain(
    `None of the newest snapshots in the store (1) counts. The newest is ${taken.snapshot}: `,
  );
});

test('a project without any deployment: no capture says that a deploy went live, and a snapshot names what it lacks', async () => {
  const fresh = vercel.addProject('fresh', ['fresh.example.com']);
  repository.configure({
    sections: ['approval: none'],
    resources: [`{ id: web, provider: vercel-deployment, project: ${fresh.id}, team: ${TEAM} }`],
  });
  const nothing = 'No deploy is live: fresh was never deployed to production.';
  const early = await run('snapshot', '--reason', 'release');
  expect([early.status, early.stdout]).toEqual([3, expect.stringContaining(`${nothing} The store has no snapshot.`)]);
  expect(early.stdout).not.toContain('went live');
  await take();
  const first = await run('snapshot');
  expect([first.status, first.stdout]).toEqual([
    0,
    expect.stringContaining('not in the snapshot: a deployment to return to: fresh was never deployed to production'),
  ]);
  const linked = await run('snapshot', '--reason', 'release');
  expect([linked.status, linked.stdout]).toEqual([0, expect.stringContaining(nothing)]);
  vercel.release(fresh);
  expect((await run('snapshot', '--reason', 'release')).stdout).not.toContain('never deployed');
});
