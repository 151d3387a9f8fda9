import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MitigationWorld } from '../support/mitigation-world.js';
import { sourcesAfter } from '../support/program.js';

/** Mitigations of flags as processes: planned, approved, killed, finished, lifted after their time, overtaken by a person. */
const world = new MitigationWorld();
beforeAll(() => world.start());
afterAll(() => world.stop());
const { age, digestOf, environment, lift, mitigated, ok, on, open, person, run } = world;
const NORMAL = ['banner', 'checkout', 'theme'];

test.each([
  [['mitigate', 'typo'], 2, '"flags" does not have checkuot.'],
  [['mitigate', 'nope'], 2, 'has no mitigation "nope"; it has checkout-off, sorry, typo, more.'],
  [['mitigate', '--flags', 'theme,checkuot'], 2, '"flags" does not have checkuot.'],
  [['mitigate', '--tags', 'riksy'], 2, '"flags" does not have riksy.'],
  [['mitigate', 'more'], 2, '"flags" (launchdarkly) has no measure scale-up.'],
  [['mitigate', '--changed-by-deploy'], 2, 'there is no release capture'],
  [['mitigate', 'checkout-off', '--tags', 'risky'], 2, 'cannot be combined with --tags'],
  [['mitigate', '--lift-expired', '--flags', 'theme'], 2, '--lift-expired cannot be combined with --flags'],
  [['mitigate', 'checkout-off', '--minutes', '0'], 2, '--minutes'],
])('%j is refused', async (args, status, said) => {
  const result = await run(args);
  expect(result.stderr + result.stdout).toContain(said);
  expect({ status: result.status, on: on() }).toEqual({ status, on: NORMAL });
});

test('a list names the mitigations, and nothing is in effect', async () => {
  expect((await ok('mitigate')).stdout).toContain('flags-off "checkout-off" in flags, for 30 minutes at most');
  expect((await ok('mitigate', '--lift-expired')).stdout).toContain('No open mitigation is recorded.');
});

test('flags are turned off, and the time limit turns them on again without an operator', async () => {
  const shown = await ok('mitigate', 'checkout-off');
  expect(shown.stdout).toContain('Plan: mitigate "production": flags-off "checkout-off" for 30 minutes');
  expect(shown.stdout).toContain('The approval of this plan also covers its lift: 30 minutes after it is begun');
  const digest = await mitigated('checkout-off');
  expect(on()).toEqual(['theme']);
  expect(await open()).toEqual(['flag-off:flags']);
  expect((await ok('recover', '--status')).stdout).toContain('still in effect: Flag "banner"');
  expect((await ok('mitigate', 'checkout-off')).stdout).toContain('No changes: the measure is in effect already.');
  expect((await lift()).stdout).toMatch(/^waiting: flags-off "checkout-off" /);
  const { options } = (await ok('decide', '--json')).json<{ options: { kind: string }[] }>();
  expect(options.map(({ kind }) => kind)).not.toContain('flags');
  expect(on()).toEqual(['theme']);

  age(digest);
  const lifted = await lift();
  expect(lifted.stdout).toMatch(/^lifted: flags-off "checkout-off" .*: Lifted: "production" equals snapshot /);
  expect({ status: lifted.status, on: on(), open: await open() }).toEqual({ status: 0, on: NORMAL, open: [] });
  expect((await lift()).stdout).toContain('No open mitigation is recorded.');
});

test('the same plan in the next incident has a time limit of its own, and its undo is planned and approved', async () => {
  const digest = await mitigated('checkout-off');
  expect((await lift()).stdout).toMatch(/^waiting: /);
  const undo = await digestOf('undo', digest);
  await ok('rollback', '--digest', undo);
  expect({ on: on(), open: await open() }).toEqual({ on: NORMAL, open: [] });
});

test('somebody changed a flag of it since: the lift stops and says so; what else they changed stays in an undo', async () => {
  const digest = await mitigated('checkout-off');
  age(digest);
  const { variations = [] } = world.shop.flags.get('checkout') ?? {};
  const serve = (at: number): void =>
    world.service.patch(world.shop, 'checkout', 'production', [
      { kind: 'updateFallthroughVariationOrRollout', variationId: variations[at]?._id ?? '' },
    ]);
  const at = world.shop.flags.get('checkout')?.environments.get('production')?.fallthrough.variation ?? 0;
  serve(1 - at);
  person('theme', 'turnFlagOff');
  const stopped = await lift();
  expect(stopped.status).toBe(1);
  expect(stopped.stdout).toContain(
    'Flag "checkout" in environment "production" was changed by somebody since the mitigation',
  );
  expect({ on: on(), open: await open() }).toEqual({ on: [], open: ['flag-off:flags'] });
  const shown = await ok('undo', digest);
  expect(shown.stdout).toContain('Somebody changed it again after the mitigation: the later value is lost.');
  expect(shown.stdout).toContain('Changed after the mitigation; these stay:\n  - Flag "theme"');
  serve(at);
  expect((await lift()).status).toBe(0);
  expect({ on: on(), open: await open() }).toEqual({ on: ['banner', 'checkout'], open: [] });
  person('theme', 'turnFlagOn');
});

test('a person lifted it by hand: the time limit changes nothing', async () => {
  age(await mitigated('checkout-off'));
  person('checkout', 'turnFlagOn');
  person('banner', 'turnFlagOn');
  expect((await lift()).stdout).toMatch(/^gone: /);
  expect({ on: on(), open: await open() }).toEqual({ on: NORMAL, open: [] });
});

test('maintenance turns its flag on, without the identity, and the undo turns it off', async () => {
  const digest = await digestOf('mitigate', 'sorry');
  const done = await run(['rollback', '--digest', digest], { env: { ...environment(), REWIND_IDENTITY: undefined } });
  expect({ status: done.status, on: on() }).toEqual({ status: 0, on: [...NORMAL, 'maintenance'].sort() });
  expect(await open()).toEqual(['maintenance-on:flags']);
  age(digest);
  expect((await lift()).status).toBe(0);
  expect({ on: on(), open: await open() }).toEqual({ on: NORMAL, open: [] });
});

/** Of a mitigation that nobody kills. */
let points: string[] = [];
/** Points at which a run writes something, without those that only reads and reports have. */
async function pointsOf(args: readonly string[]): Promise<string[]> {
  const file = join(world.root, 'points');
  rmSync(file, { force: true });
  const result = await run(args, { command: sourcesAfter(WRITES), env: { ...watchedEnv(), FUZZ_LOG: file } });
  if (result.status !== 0) throw new Error(`${result.stdout}\n${result.stderr}`);
  return [...new Set(readFileSync(file, 'utf8').trim().split('\n'))];
}
const WRITES = join(dirname(fileURLToPath(import.meta.url)), '../fuzz/writes.mjs');
const watchedEnv = (): Record<string, string> => ({ ...environment(), FUZZ_ROOT: world.root, FUZZ_PORT: '' });
const { EVERY_WRITE } = process.env;
async function killedAt(args: readonly string[], point: string): Promise<void> {
  const kill = { point, nth: 1, children: false };
  const env = { ...watchedEnv(), FUZZ_KILL: JSON.stringify(kill) };
  const ended = await run(args, { command: sourcesAfter(WRITES), env });
  // A run that finds less to do does not reach every point.
  if (EVERY_WRITE !== undefined && ended.status === 0) return;
  expect({ point, signal: ended.signal }).toEqual({ point, signal: 'SIGKILL' });
}
/**
 * In a run by hand a part of all points: with EVERY_WRITE=2/8 every eighth, from the second on. Else the first change, and
 * the moment when everything is done and the record does not say so.
 */
function chosen(points: readonly string[]): string[] {
  if (EVERY_WRITE === undefined) {
    return [/^http .*answered$/, /finish: after$/].flatMap((one) => points.find((point) => one.test(point)) ?? []);
  }
  const [part = 1, parts = 1] = EVERY_WRITE.split('/').map(Number);
  const own = points.filter((_, at) => at % parts === part - 1);
  process.stdout.write(`EVERY_WRITE: ${own.length} of ${points.length} points\n`);
  return own;
}

test('killed at any write, run again, lifted, killed at any write of the lift, run again: as before', async () => {
  const digest = await digestOf('mitigate', 'checkout-off');
  const apply = ['rollback', '--digest', digest];
  points = await pointsOf(apply);
  age(digest);
  const ofLift = await pointsOf(['mitigate', '--lift-expired']);
  expect(on()).toEqual(NORMAL);
  for (const point of chosen(points)) {
    await killedAt(apply, point);
    await ok(...apply);
    expect({ point, on: on(), open: await open() }).toEqual({ point, on: ['theme'], open: ['flag-off:flags'] });
    age(digest);
    expect((await lift()).status).toBe(0);
    expect({ point, on: on(), open: await open() }).toEqual({ point, on: NORMAL, open: [] });
  }
  for (const point of chosen(ofLift)) {
    await ok(...apply);
    age(digest);
    await killedAt(['mitigate', '--lift-expired'], point);
    expect((await lift()).status).toBe(0);
    expect({ point, on: on(), open: await open() }).toEqual({ point, on: NORMAL, open: [] });
  }
}, 600_000);

test('killed in the middle and never finished: the time limit undoes what was done', async () => {
  const digest = await digestOf('mitigate', 'checkout-off');
  const [point = ''] = points.filter((one) => one.endsWith('answered'));
  await killedAt(['rollback', '--digest', digest], point);
  expect(on()).toEqual(['checkout', 'theme']);
  age(digest);
  expect((await lift()).status).toBe(0);
  expect({ on: on(), open: await open() }).toEqual({ on: NORMAL, open: [] });
});

test('the flags that the deploy changed are turned off, and no other', async () => {
  const { snapshot } = (await ok('snapshot', '--json')).json<{ snapshot: string }>();
  person('calm', 'turnFlagOn');
  person('theme', 'turnFlagOff');
  await ok('snapshot', '--reason', 'release', '--after', snapshot);
  person('maintenance', 'turnFlagOn');
  const digest = await mitigated('--changed-by-deploy', '--minutes', '5');
  expect(on()).toEqual(['banner', 'checkout', 'maintenance']);
  age(digest);
  await lift();
  expect(on()).toEqual(['banner', 'calm', 'checkout', 'maintenance']);
});
