import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import type { Project } from '../sandbox/vercel/model.js';
import type { VercelSandbox } from '../sandbox/vercel/server.js';
import { runProgram, sourcesAfter } from '../support/program.js';
import type { Repository } from '../support/repository.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** A run that was killed after its approval and before its first change: no command speaks of an older state, or of none. */
const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));
const ENTRY = 'link file store-#/incidents/production/ID/#.json: after';

let world: VercelRepository;
let vercel: VercelSandbox;
let repository: Repository;
let project: Project;
let digest: string;

beforeAll(async () => {
  world = await startVercelRepository();
  ({ vercel, repository } = world);
});
afterAll(() => world.stop());
beforeEach(async () => {
  project = world.addShop();
  world.configure(project);
  vercel.release(project);
  await repository.ok('snapshot');
  vercel.release(project);
  digest = await repository.digestOf('plan');
});

async function killedAt(point: string, nth: number): Promise<void> {
  const writes = vercel.writes;
  const { signal } = await runProgram(['rollback', '--digest', digest], {
    cwd: repository.root,
    env: { ...repository.env, FUZZ_ROOT: repository.root, FUZZ_KILL: JSON.stringify({ point, nth }) },
    command: sourcesAfter(WRITES),
  });
  expect(signal).toBe('SIGKILL');
  expect(vercel.writes).toBe(writes);
}

describe.each([
  ['when its incident was opened', 1],
  ['when its plan was recorded', 2],
  ['when its approval was recorded', 3],
])('killed %s', (_, nth) => {
  test('undo and recover name the plan and the command that carries it out, and that command finishes', async () => {
    await killedAt(ENTRY, nth);
    const finish = `rewind rollback --digest ${digest}`;
    const undo = await repository.run(['undo']);
    expect(undo.status).toBe(2);
    expect(undo.stderr).toContain(`${digest.slice(0, 12)} (to snapshot`);
    expect(undo.stderr).toContain('no run of it has changed anything');
    expect(undo.stderr).toContain(finish);
    const status = await repository.ok('recover', '--status', '--json');
    expect(status.json<{ normal: boolean }>().normal).toBe(false);
    for (const words of [['recover', '--status'], ['recover']]) {
      const { stdout } = await repository.ok(...words);
      expect(stdout).toContain(`no run of it has changed anything. To carry it out, if it still fits: ${finish}`);
      expect(stdout).not.toContain('the store does not hold its plan');
      expect(stdout).not.toContain('"production" is normal');
      if (nth > 1) expect(stdout).toContain('"production" is not yet normal: 1 left.');
    }

    await repository.ok('rollback', '--digest', digest);
    const { entries } = (await repository.ok('incident', 'show', '--json')).json<{ entries: { kind: string }[] }>();
    expect(entries.flatMap(({ kind }) => (kind === 'planned' || kind === 'approved' ? [kind] : []))).toEqual([
      'planned',
      'approved',
    ]);
    expect((await repository.ok('recover', '--status')).stdout).not.toContain('To carry it out');
  });
});

test.each([
  ['when its plan was recorded', 1],
  ['when its approval was recorded', 2],
])('a plan that was carried out and undone, given to a rollback again and killed %s', async (_, nth) => {
  await repository.ok('rollback', '--digest', digest);
  const back = await repository.digestOf('undo');
  await repository.ok('rollback', '--digest', back);
  const served = project.production;
  await killedAt(ENTRY, nth);
  const undo = (await repository.ok('undo')).stdout;
  expect(undo).toContain(`The plan ${digest.slice(0, 12)}`);
  expect(undo).toContain('and that run has not changed anything');
  for (const words of [['recover', '--status'], ['recover']]) {
    const { stdout } = await repository.ok(...words);
    expect(stdout).toContain('was given to a rollback again at');
    expect(stdout).toContain(`To carry it out, if it still fits: rewind rollback --digest ${digest}`);
    expect(stdout).toContain('"production" is not yet normal');
    expect(stdout).toContain('its one change is not done');
  }
  expect(project.production).toBe(served);
  await repository.ok('rollback', '--digest', digest);
  expect(project.production).not.toBe(served);
  expect((await repository.ok('recover', '--status')).stdout).not.toContain('To carry it out');
});

test.each([
  ['for the first time', false],
  ['again, after it was undone', true],
])(
  'a plan that was given to a rollback %s, and refused because production changed: the reason stands beside it',
  async (_, again) => {
    if (again) {
      await repository.ok('rollback', '--digest', digest);
      await repository.ok('rollback', '--digest', await repository.digestOf('undo'));
      project.autoAssignCustomDomains = true;
    }
    vercel.release(project);
    const refused = await repository.run(['rollback', '--digest', digest]);
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('[plan-drift]')]);
    const { stdout } = await repository.ok('recover', '--status');
    expect(stdout).toContain(
      again
        ? 'and that run has not changed anything. It ended before its first change (plan-drift).'
        : 'no run of it has changed anything. The last one ended before its first change (plan-drift).',
    );
  },
);

test('an undo of an older rollback says that a newer one was not begun', async () => {
  const first = digest;
  await repository.ok('rollback', '--digest', first);
  project.autoAssignCustomDomains = true;
  vercel.release(project);
  digest = await repository.digestOf('plan');
  await killedAt('rename file store-#/rollbacks/production/#/plan.json: after', 1);
  const { stdout } = await repository.ok('undo');
  expect(stdout).toContain(`The plan ${digest.slice(0, 12)}`);
  expect(stdout).toContain('no run of it has changed anything');
});
