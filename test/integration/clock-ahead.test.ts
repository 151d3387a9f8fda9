import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Project } from '../sandbox/vercel/model.js';
import type { VercelSandbox } from '../sandbox/vercel/server.js';
import { runProgram, sourcesAfter, type ProgramResult } from '../support/program.js';
import type { Repository } from '../support/repository.js';
import { wrongBy } from '../support/wrong-clock.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

let world: VercelRepository;
let vercel: VercelSandbox;
let repository: Repository;
let project: Project;

beforeAll(async () => {
  world = await startVercelRepository();
  ({ vercel, repository } = world);
});
afterAll(() => world.stop());

const wrong = (minutes: number, ...args: string[]): Promise<ProgramResult> =>
  runProgram(args, { cwd: repository.root, env: repository.env, command: sourcesAfter(wrongBy(minutes)) });
const snapshots = async (): Promise<string[]> =>
  (await repository.ok('list', '--json'))
    .json<{ snapshots: readonly { id: string }[] }>()
    .snapshots.map(({ id }) => id);
/** The machine that rolled back had a clock that was an hour ahead; the next ones are right. */
const ahead = (...args: string[]): Promise<ProgramResult> => wrong(60, ...args);

beforeEach(async () => {
  project = world.addShop();
  world.configure(project);
  vercel.release(project);
  await repository.ok('snapshot');
});

test('the undo of its rollback does not wait until the time has come', async () => {
  const bad = vercel.release(project).id;
  const { status, stderr } = await ahead('rollback', '--digest', await repository.digestOf('plan'));
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  expect(project.production).not.toBe(bad);
  await repository.ok('rollback', '--digest', await repository.digestOf('undo'));
  expect(project.production).toBe(bad);
});

test('a recovery from its rollback neither', async () => {
  vercel.release(project);
  expect((await ahead('rollback', '--digest', await repository.digestOf('plan'))).status).toBe(0);
  const fix = vercel.addDeployment(project);
  await repository.ok('rollback', '--digest', await repository.digestOf('recover', '--deployment', 'latest'));
  expect(project.production).toBe(fix.id);
});

test.each([
  [60, '60 minutes ahead of that of Vercel'],
  [-60, '60 minutes behind that of Vercel'],
])(
  'a snapshot by a clock that is wrong by %s minutes fails when it is taken, and leaves nothing',
  async (minutes, said) => {
    const before = await snapshots();
    const { status, stderr } = await wrong(minutes, 'snapshot');
    expect([status, stderr]).toEqual([1, expect.stringContaining(said)]);
    expect(stderr).toContain('snapshot-time');
    // Both times, so that a person with a watch sees which one is wrong.
    const [, here = '', there = ''] = /it said (\S+Z) when Vercel answered with (\S+Z)\./.exec(stderr) ?? [];
    expect(Math.round((Date.parse(here) - Date.parse(there)) / 60_000)).toBe(minutes);
    expect(Math.abs(Date.parse(there) - Date.now())).toBeLessThan(60_000);
    expect(stderr).toContain('One service that answers with the right time is enough.');
    expect(await snapshots()).toEqual(before);
  },
);

test('a clock that is wrong by four minutes takes a snapshot that is believed', async () => {
  expect((await wrong(4, 'snapshot')).status).toBe(0);
  vercel.release(project);
  await repository.ok('plan');
});

test('a list by a clock that is a day behind names the clock, not "rewind snapshot"', async () => {
  const clock = 'Check the clock of this machine, and of the one that took the snapshot.';
  const behind = (await wrong(-24 * 60, 'list')).stdout;
  expect(behind).toContain(`None of them can be used: their times are not believed. ${clock}`);
  expect(behind).not.toContain('Run "rewind snapshot"');
  expect((await wrong(-24 * 60, 'plan')).stderr).toContain(clock);
  // Only the newest one is not believed: an older one is "latest".
  await wrong(-4, 'snapshot');
  const mixed = (await wrong(-7, 'list')).stdout;
  expect(mixed).toMatch(/cannot be used: .*[^]*\[latest\]/);
  expect(mixed).toContain(`1 of them has a time that is not believed. ${clock}`);
  expect((await repository.ok('list')).stdout).not.toContain('not believed');
});
