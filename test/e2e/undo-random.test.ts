import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployMigrations } from '../support/prisma-deploy.js';
import { KILLER } from '../support/killer.js';
import { sourcesAfter, type ProgramResult } from '../support/program.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { printedCommand, productionOf } from '../support/undo-world.js';
import { World } from '../sandbox/demo/world.js';

/**
 * Law 6 as a property: production is changed at random, a random rollback is carried out (any mode and scope, killed or
 * failed half-way), and its undo (killed, too) brings back a state that is equal to the one before, data included.
 * REWIND_SEEDS=50 for the full set.
 */
const SEEDS = Number(process.env.REWIND_SEEDS ?? 3);
const RESOURCES = ['web', 'db', 'schema', 'flags', 'env', 'settings', 'vflags', 'ld', 'toggles', 'pay', 'media', 'cdn'];

let postgres: TestPostgres;
let world: World;
let snapshot: string;

beforeAll(async () => {
  postgres = await startPostgres();
  world = await World.start({ postgres, integrity: 'rows', seed: false, services: true });
  await world.addFans(50);
  const taken = await world.run(['snapshot', '--json']);
  if (taken.status !== 0) throw new Error(taken.stderr);
  snapshot = taken.json<{ snapshot: string }>().snapshot;
}, 120_000);
afterAll(async () => {
  await world.stop();
  await postgres.stop();
});

/** mulberry32 */
function randomOf(seed: number): (below: number) => number {
  let state = (seed * 0x9e3779b9) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

async function mutate(random: (below: number) => number): Promise<void> {
  if (random(2) === 0) {
    world.project.autoAssignCustomDomains = true;
    world.vercel.release(world.project);
  }
  await deployMigrations(world.env.DATABASE_URL ?? '', join(world.root, 'prisma/migrations'));
  const sql = [
    `UPDATE fans SET country = 'FR' WHERE id % 7 = ${random(7)}`,
    `DELETE FROM fans WHERE id = ${random(50)} AND NOT EXISTS (SELECT FROM payments WHERE fan_id = fans.id)`,
    `INSERT INTO artists (slug, name) VALUES (gen_random_uuid(), 'A')`,
  ];
  await world.sell(random(20));
  for (const statement of sql) if (random(2) === 0) await world.postgres.query(world.database, statement);
  world.flags.items.set('new-checkout', {
    value: random(1000),
    description: null,
    createdAt: 1,
    updatedAt: world.vercel.now(),
  });
  for (const change of Object.values(world.services?.changes ?? {})) if (random(3) > 0) await change(random(1000));
}

/** Runs a rollback; a killed one is run again in half of the cases. */
async function carryOut(
  command: readonly string[],
  random: (below: number) => number,
  finish: boolean,
): Promise<ProgramResult> {
  const kill = random(2) === 0 ? { KILL_AFTER: String(1 + random(24)) } : null;
  const first = await world.run(command, kill === null ? {} : { command: sourcesAfter(KILLER), env: kill });
  if (first.signal === null || (!finish && random(2) === 0)) return first;
  return world.run(command);
}

test(`${SEEDS} random rollbacks over ${RESOURCES.length} resources: undo brings back the state before`, async () => {
  const configuration = join(world.root, '.github/rewind.yml');
  const text = readFileSync(configuration, 'utf8');
  const seen = { changes: 0, killed: 0, failed: 0, inPlace: 0, modes: new Map<string, number>() };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = randomOf(seed);
    const inPlace = random(3) === 0;
    writeFileSync(configuration, inPlace ? text.replace('restore: swap', 'restore: in-place') : text);
    await mutate(random);
    const mode = ['none', 'down', 'restore', 'restore'][random(4)] ?? 'none';
    // A database mode whose resource is out of scope would do nothing, and is refused.
    const needed = { restore: 'db', down: 'schema' }[mode];
    const chosen = RESOURCES.filter((id) => random(2) === 0 || id === needed);
    const scope = random(3) === 0 ? ['--scope', chosen.join(',') || 'db'] : [];
    const before = await productionOf(world);
    const at = `seed ${seed} (${mode}${inPlace ? ', in place' : ''}${scope.length === 0 ? '' : `, ${scope[1]}`})`;

    const planned = await world.run(['plan', '--snapshot', snapshot, '--database', mode, ...scope]);
    expect([at, planned.status, planned.stderr]).toEqual([at, 0, planned.stderr]);
    if (!planned.stdout.includes('To apply it:')) continue;
    if (random(4) === 0) {
      const answer = { status: 400, body: { error: { code: 'bad_request', message: 'no' } } };
      world.vercel.inject({
        on: /PATCH .*items|(PATCH|POST|DELETE) .*\/env/,
        times: 50,
        with: { kind: 'answer', answer },
      });
    }
    const rolled = await carryOut(printedCommand(planned.stdout, 'rollback'), random, false);
    world.vercel.clearFaults();
    seen.killed += rolled.signal === null ? 0 : 1;
    seen.failed += rolled.status === 1 ? 1 : 0;
    if (random(2) === 0 && rolled.status === 0 && mode === 'restore' && scope.length === 0) await world.sell(2);

    const undo = await world.run(['undo', /--digest ([0-9a-f]{64})/.exec(planned.stdout)?.[1] ?? '']);
    // Killed before anything was recorded: nothing was done.
    if (undo.stderr.includes('rollback-not-found') || undo.stdout.includes('Nothing to undo')) {
      expect([at, await productionOf(world)]).toEqual([at, before]);
      continue;
    }
    expect([at, undo.status, undo.stderr]).toEqual([at, 0, undo.stderr]);
    if (undo.stdout.includes('To apply it:')) {
      const undone = await carryOut(printedCommand(undo.stdout, 'rollback'), random, true);
      expect([at, undone.status, undone.stdout, undone.stderr]).toEqual([at, 0, undone.stdout, undone.stderr]);
    }
    expect([at, await productionOf(world)]).toEqual([at, before]);
    seen.changes += planned.stdout.match(/^ {2}\d+\. /gm)?.length ?? 0;
    seen.modes.set(mode, (seen.modes.get(mode) ?? 0) + 1);
    seen.inPlace += inPlace && mode === 'restore' ? 1 : 0;
  }
  if (process.env.REWIND_SEEDS !== undefined) console.log(seen);
  expect(seen.changes).toBeGreaterThan(SEEDS);
}, 3_600_000);
