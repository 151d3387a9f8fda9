import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { World } from '../sandbox/demo/world.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { printedCommand as printed, productionOf, Shell } from '../support/undo-world.js';

/**
 * Law 6: `rewind undo` reverses all of a rollback, data included. Each test begins and ends with the bad release live, so
 * that one snapshot and one database are enough. Every step is a command that the step before printed.
 */
let postgres: TestPostgres;
let world: World;
let shell: Shell;
let broken: unknown;

beforeAll(async () => {
  postgres = await startPostgres();
  world = await World.start({ postgres, integrity: 'rows', seed: false });
  shell = new Shell(world);
  await world.addFans(50);
  await shell.ok('snapshot');
  await world.badRelease();
  broken = await productionOf(world);
}, 120_000);
afterAll(async () => {
  await world.stop();
  await postgres.stop();
});

const production = (): Promise<unknown> => productionOf(world);
const sold = `SELECT count(*)::int AS count FROM payments WHERE stripe_id LIKE 'pi_late_%'`;

/** Names of the databases that were put aside, oldest first. */
const kept = async (): Promise<string[]> =>
  (
    await postgres.query(
      'postgres',
      `SELECT datname FROM pg_database WHERE starts_with(datname, '${world.database}_before_') ORDER BY oid`,
    )
  ).map(({ datname }) => String(datname));

test('after a restore by swap: the database returns, later sales are counted and kept, twice is once', async () => {
  const done = await shell.follow(await shell.ok('plan', '--database', 'restore'), 'rollback');
  const [aside = ''] = await kept();
  expect(done.stdout).toMatch(new RegExp(`Kept since 20\\S+Z: database "${aside}"`));
  await world.sell(7);
  const restored = await production();
  expect(restored).not.toEqual(broken);

  const undo = await shell.follow(done, 'undo');
  expect(undo.stdout).toContain(`kept as "${aside}" since 20`);
  expect(undo.stdout).toContain(
    'data at risk: 7 rows of public.payments (exact: written since the database took this name; kept aside)',
  );
  expect(undo.stdout).not.toContain('Not in this plan');
  const undone = await shell.follow(undo, 'rollback');
  expect(await production()).toEqual(broken);
  const [later = ''] = await kept();
  expect(await postgres.query(later, sold)).toEqual([{ count: 7 }]);

  // Twice is once.
  const twice = await shell.follow(undo, 'rollback');
  expect(twice.stdout).toMatch(/^Undone: "production" equals snapshot .* \(3 changes, all by an earlier run, /);
  expect(await production()).toEqual(broken);

  // The undo is a rollback, and can be undone.
  const redo = await shell.follow(undone, 'undo');
  expect(redo.stdout).toMatch(/This undoes the undo [0-9a-f]{12} of the rollback [0-9a-f]{12}, last begun at 20/);
  const redone = await shell.follow(redo, 'rollback');
  expect(await production()).toEqual(restored);
  const again = await shell.follow(redone, 'undo');
  // They leave production again, although none of them was written since the name was taken.
  expect(again.stdout).toMatch(
    /data at risk: 7 rows of public\.payments \(exact: "\S+" does not hold them; kept aside\)/,
  );
  expect(again.stdout).toContain(`needs --confirm-data-loss ${world.database}`);
  await shell.follow(again, 'rollback');
  expect(await production()).toEqual(broken);
}, 300_000);

test('after down migrations: they are applied again, with the rows', async () => {
  const done = await shell.follow(await shell.ok('plan', '--database', 'down'), 'rollback');
  expect(await production()).not.toEqual(broken);
  const undo = await shell.follow(done, 'undo');
  expect(undo.stdout).not.toContain('Not in this plan');
  await shell.follow(undo, 'rollback');
  expect(await production()).toEqual(broken);
}, 300_000);

test('after a restore in place: the backup returns, what was written since is counted', async () => {
  const file = join(world.root, '.github/rewind.yml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('restore: swap', 'restore: in-place'));
  const before = await kept();
  const done = await shell.follow(await shell.ok('plan', '--database', 'restore'), 'rollback');
  await world.sell(3);
  const undo = await shell.follow(done, 'undo');
  expect(undo.stdout).toContain('data at risk: 3 rows of public.payments (at least: the database was restored from');
  await shell.follow(undo, 'rollback');
  expect(await production()).toEqual(broken);
  expect(await kept()).toEqual(before);
  writeFileSync(file, text);
}, 300_000);

test('after half a rollback: what failed stays, what was done returns', async () => {
  const planned = await shell.ok('plan', '--database', 'restore');
  const answer = { status: 400, body: { error: { code: 'bad_request', message: 'no' } } };
  world.vercel.inject({ on: /PATCH .*items/, times: 20, with: { kind: 'answer', answer } });
  const half = await shell.run(printed(planned.stdout, 'rollback'));
  expect([half.status, half.stdout]).toEqual([1, expect.stringContaining('INCOMPLETE')]);
  world.vercel.clearFaults();
  expect(await production()).not.toEqual(broken);
  await shell.follow(await shell.follow(half, 'undo'), 'rollback');
  expect(await production()).toEqual(broken);
}, 300_000);

test('after a rollback that did nothing there is nothing to undo, and the one before is named', async () => {
  const { snapshot } = (await shell.ok('snapshot', '--json')).json<{ snapshot: string }>();
  const empty = ['--plan', '.rewind/empty.json'];
  const { digest } = (await shell.ok('plan', '--json', '--snapshot', snapshot, ...empty)).json<{ digest: string }>();
  const done = await shell.ok('rollback', ...empty, '--digest', digest);
  expect(done.stdout).not.toContain('rewind undo');
  const undo = await shell.ok('undo');
  expect(undo.stdout).toContain('Nothing to undo: the rollback');
  expect(undo.stdout).toMatch(/The one before it that did: "rewind undo [0-9a-f]{12}"/);
  expect((await shell.run(['undo', 'abcdef01'])).stderr).toContain('The store has no rollback "abcdef01"');
}, 300_000);

test('a kept database that somebody wrote to, or dropped: the plan says so', async () => {
  const snapshot =
    (await shell.ok('list', '--json')).json<{ snapshots: { id: string }[] }>().snapshots.at(-1)?.id ?? '';
  const done = await shell.follow(await shell.ok('plan', '--database', 'restore', '--snapshot', snapshot), 'rollback');
  const clean = await shell.follow(done, 'undo');
  const aside = /kept as "([^"]+)" since/.exec(clean.stdout)?.[1] ?? '';
  // Autovacuum analyses it sooner or later, and replaces rows of the statistics; twice, so that there are some.
  await postgres.query(aside, 'ANALYZE; ANALYZE');
  const analysed = await shell.ok(...printed(done.stdout, 'undo'), '--plan', '.rewind/analysed.json');
  for (const { stdout } of [clean, analysed]) expect(stdout).not.toContain('is not as it was put aside');
  await postgres.query(
    aside,
    `UPDATE fans SET country = 'FR' WHERE id <= 3; DELETE FROM fans WHERE id = 9; CREATE TABLE extra ()`,
  );
  const touched = await shell.ok(...printed(done.stdout, 'undo'), '--plan', '.rewind/touched.json');
  expect(touched.stdout).toContain(`"${aside}" is not as it was put aside: 3 rows of public.fans were written`);
  expect(touched.stdout).toContain('its schema was changed');
  expect(touched.stdout).toContain('rows or objects were deleted in it');
  // What was approved before is no longer what would be done.
  const stale = await shell.run(printed(clean.stdout, 'rollback'));
  expect([stale.status, stale.stderr]).toEqual([1, expect.stringContaining('plan-drift')]);

  await postgres.query('postgres', `DROP DATABASE "${aside}"`);
  const gone = await shell.follow(done, 'undo');
  expect(gone.stdout).toMatch(/By hand[^]*The server has no database with OID \d+ any more: somebody dropped it/);
  // Before the approval: which database, and what does not come back with it.
  expect(gone.stdout).toContain(
    `warning: [db] The undo does not bring back database "${world.database}". It stays as it is now: the database restored from snapshot ${snapshot}`,
  );
  expect(gone.stdout).toMatch(/warning: \[schema\] The undo does not bring back migrations[^]*prisma migrate deploy/);
  expect(gone.stdout).not.toContain('Not in this plan');
  const left = await shell.follow(gone, 'rollback');
  expect(world.project.autoAssignCustomDomains).toBe(true);
  // Nobody chose to leave it.
  expect(left.stdout).toMatch(/^Undone in part: 2 of 4 resources of "production" equal .* db must be restored by hand/);
  expect(left.stdout).not.toContain('by choice');
  const result: unknown = JSON.parse(readFileSync(join(world.root, '.rewind/result.json'), 'utf8'));
  expect(result).toMatchObject({
    ok: true,
    claim: { verdict: 'differs', equal: ['web', 'flags'], differs: [{ reason: 'by-hand' }, { reason: 'by-hand' }] },
  });
  const again = await shell.follow(gone, 'rollback');
  expect(again.stdout).toMatch(
    /^Undone in part: 2 of 4 resources .* db must be restored by hand.* \(2 changes, all by an earlier run, /,
  );
  expect((await shell.ok('incident', 'show')).stdout).toContain(
    `The undo did not bring back database "${world.database}".`,
  );
}, 300_000);

test('every command that was printed works', async () => {
  // The tests above follow the commands that apply a plan; a plan that nobody wanted is out of date by now.
  const left = [...shell.printed].filter((command) => !shell.ran.has(command) && !command.startsWith('rollback '));
  expect(shell.printed.size).toBeGreaterThan(10);
  // What the way forward out of a pinned production takes.
  world.vercel.addDeployment(world.project);
  for (const command of left) {
    const result = await world.run(command.split(' '));
    expect([command, result.status, result.stderr]).toEqual([command, 0, result.stderr]);
  }
}, 300_000);
