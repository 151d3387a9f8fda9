import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { World } from '../sandbox/demo/world.js';
import type { Deployment } from '../sandbox/vercel/model.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { deployMigrations } from '../support/prisma-deploy.js';
import { random } from '../support/random.js';
import { Shell } from '../support/undo-world.js';

/**
 * Partial recoveries of a world with a database, drawn at random, by people and by Rewind: after each of them
 * `recover --status` equals what SQL and the services say. Two rollbacks left what is open: one took a migration down, one
 * restored by a swap and kept the database. RECOVER_SEEDS is the number of recoveries.
 */
const SEEDS = Number(process.env.RECOVER_SEEDS ?? 2);
const STEPS = 3;
const LAST = '20261123020000_simplify_fans';
const GOOD = false;
const BAD = true;

let postgres: TestPostgres;
let world: World;
let shell: Shell;
let bad: Deployment;
let fix: Deployment;
/** The database that serves since the restore, and the one that it kept, by object id. */
let restored: string;
let before: string;
let kept: string;
let reset: () => Promise<void>;

beforeAll(async () => {
  postgres = await startPostgres();
  world = await World.start({ postgres, integrity: 'rows', seed: false });
  shell = new Shell(world);
  await world.addFans(20);
  await shell.ok('snapshot');
  bad = await world.badRelease();
  const confirmed = ['--confirm-data-loss', world.database];
  await shell.follow(await shell.ok('plan', '--database', 'down', ...confirmed), 'rollback');
  before = (await oidOf(world.database)) ?? '';
  await shell.follow(await shell.ok('plan', '--database', 'restore', ...confirmed), 'rollback');
  restored = (await oidOf(world.database)) ?? '';
  kept = (await nameOf(before)) ?? '';
  fix = world.vercel.addDeployment(world.project);
  const files = join(world.root, 'prepared');
  cpSync(join(world.root, '.rewind'), files, { recursive: true });
  const { production, lastAliasRequest } = world.project;
  reset = async () => {
    rmSync(join(world.root, '.rewind'), { recursive: true });
    cpSync(files, join(world.root, '.rewind'), { recursive: true });
    const served = world.vercel.deployments.get(production ?? '');
    if (served === undefined) throw new Error('nothing serves production');
    world.vercel.serve(world.project, served);
    fix.readySubstate = 'STAGED';
    Object.assign(world.project, { autoAssignCustomDomains: false, lastAliasRequest });
    set(GOOD);
    await moveTo(restored, world.database);
    await moveTo(before, kept);
    for (const database of [world.database, kept]) await takeDown(database);
  };
}, 120_000);
afterAll(async () => {
  await world.stop();
  await postgres.stop();
});

const ask = async (sql: string, database = 'postgres'): Promise<string | undefined> => {
  const [row] = await postgres.query(database, sql);
  return row === undefined ? undefined : String(Object.values(row)[0]);
};
const oidOf = (name: string) => ask(`SELECT oid::int8 FROM pg_database WHERE datname = '${name}'`);
const nameOf = (oid: string) => ask(`SELECT datname FROM pg_database WHERE oid = ${oid}`);
/** Gives a database a name; the one that has it is put aside under another. */
async function moveTo(oid: string, name: string): Promise<void> {
  const now = await nameOf(oid);
  if (now === undefined || now === name) return;
  const other = await oidOf(name);
  if (other !== undefined) await ask(`ALTER DATABASE "${name}" RENAME TO "${world.database}_aside_${other}"`);
  await ask(`ALTER DATABASE "${now}" RENAME TO "${name}"`);
}
const APPLIED = `migration_name = '${LAST}' AND finished_at IS NOT NULL AND rolled_back_at IS NULL`;
const isApplied = async (database: string): Promise<boolean> =>
  (await ask(`SELECT count(*) FROM _prisma_migrations WHERE ${APPLIED}`, database)) === '1';
/** As a person does with down.sql and "prisma migrate resolve --rolled-back". */
async function takeDown(database: string): Promise<void> {
  if (!(await isApplied(database))) return;
  await postgres.query(
    database,
    `ALTER TABLE fans ADD COLUMN loyalty_points INTEGER NOT NULL DEFAULT 0;
     CREATE INDEX fans_loyalty_points_idx ON fans (loyalty_points DESC);
     UPDATE _prisma_migrations SET rolled_back_at = now() WHERE ${APPLIED}`,
  );
}
function set(value: unknown): void {
  const item = world.flags.items.get('new-checkout');
  if (item !== undefined) world.flags.items.set('new-checkout', { ...item, value });
}

/** Has Rewind recovered a part: planned, approved by its digest, applied. */
async function byRewind(...args: string[]): Promise<void> {
  const planned = (await shell.ok('recover', ...args, '--json')).json<{ digest?: string; changes?: unknown[] }>();
  if (planned.digest === undefined || planned.changes?.length === 0) return;
  await shell.ok('rollback', '--digest', planned.digest, '--confirm-data-loss', world.database);
}

type Step = { readonly rewind?: true; readonly scope?: string; readonly run: (next: () => number) => unknown };
const STEP: Record<string, Step> = {
  'a flag by hand': { run: (next) => set(next() < 0.6 ? BAD : next() < 0.5 ? GOOD : 'a third value') },
  'a switch by hand': {
    run: (next) => {
      const { project, vercel } = world;
      if (next() < 0.7) vercel.serve(project, fix);
      project.autoAssignCustomDomains = next() < 0.5;
      const { lastAliasRequest: last } = project;
      if (last !== null) project.lastAliasRequest = { ...last, type: next() < 0.7 ? 'promote' : 'rollback' };
    },
  },
  'migrations by hand': {
    run: async (next) => {
      if (next() < 0.7) await deployMigrations(world.env.DATABASE_URL ?? '', join(world.root, 'prisma/migrations'));
      else await takeDown(world.database);
    },
  },
  'the kept database serves again': {
    run: async () => {
      await moveTo(before, world.database);
    },
  },
  'the restored database serves again': {
    run: async () => {
      await moveTo(restored, world.database);
    },
  },
  'the kept database is gone': {
    run: async () => {
      if ((await nameOf(before)) === kept) await moveTo(before, `${world.database}_mine`);
    },
  },
  'the kept database is there': {
    run: async () => {
      if ((await nameOf(before)) !== world.database) await moveTo(before, kept);
    },
  },
  'recover --scope flags': { rewind: true, scope: 'flags', run: () => byRewind('--scope', 'flags') },
  'recover --scope schema': { rewind: true, scope: 'schema', run: () => byRewind('--scope', 'schema') },
  'recover --deployment latest': { rewind: true, run: () => byRewind('--deployment', fix.id) },
  // Only discharges what is finished; its plan is not applied.
  recover: { rewind: true, run: () => shell.run(['recover', '--json']) },
};

/** What is met of each obligation, by SQL and by the state of the services; nothing of Rewind takes part. */
async function independent(): Promise<Map<string, boolean>> {
  const { autoAssignCustomDomains: auto, lastAliasRequest } = world.project;
  const flags = [...world.flags.items].map(([key, { value }]) => [key, value]);
  return new Map([
    // It was on before the rollback. Off, new deployments do not reach production.
    ['production-pinned:web', auto === true],
    ['changes-undone:schema', await isApplied(world.database)],
    ['changes-undone:flags', flags.every(([key, value]) => key !== 'new-checkout' || value === BAD)],
    ['changes-undone:db', (await oidOf(world.database)) === before],
    ['kept-database', (await oidOf(kept)) === undefined],
    ['quarantined-commit', false],
    ['unrecorded', auto !== false || lastAliasRequest?.type !== 'rollback'],
  ]);
}

interface Shown {
  readonly normal: boolean;
  readonly obligations: readonly { readonly id: string; readonly reading: { readonly state: string } }[];
  readonly unrecorded: readonly unknown[];
  readonly unread: readonly unknown[];
}
async function shown(): Promise<Shown> {
  const status = (await shell.ok('recover', '--status', '--json')).json<Shown>();
  const short = (id: string): string => id.replace(/^(kept-database|quarantined-commit):.*/, '$1');
  return { ...status, obligations: status.obligations.map((one) => ({ ...one, id: short(one.id) })) };
}

test('two rollbacks left all of it', async () => {
  await reset();
  expect(bad.id).not.toBe(world.project.production);
  expect((await shown()).obligations.map(({ id }) => id).sort()).toEqual(
    [...(await independent()).keys()].filter((id) => id !== 'unrecorded').sort(),
  );
}, 60_000);

test(`the status equals an independent reading after each step of ${SEEDS} random partial recoveries`, async () => {
  const names = Object.keys(STEP);
  let discharged = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    await reset();
    const next = random(seed);
    let open = [...(await independent()).keys()].filter((id) => id !== 'unrecorded');
    const steps: string[] = [];
    for (let count = 0; count < STEPS; count += 1) {
      const name = names[Math.floor(next() * names.length)] ?? '';
      steps.push(name);
      const earlier = await independent();
      await STEP[name]?.run(next);
      const real = await independent();
      const { obligations, unrecorded, unread, normal } = await shown();
      const readings = new Map(obligations.map(({ id, reading }) => [id, reading.state]));
      // Only Rewind writes something off, and only what was met: before it began, or by what it did.
      const gone = open.filter((id) => !readings.has(id));
      if (STEP[name]?.rewind === true) {
        const { scope } = STEP[name];
        const isRead = (id: string): boolean => scope === undefined || id.endsWith(`:${scope}`);
        const mustGo = open.filter((id) => isRead(id) && earlier.get(id) === true);
        expect({ seed, steps, gone }).toEqual({ seed, steps, gone: expect.arrayContaining(mustGo) });
        expect({ seed, steps, unmet: gone.filter((id) => !earlier.get(id) && !real.get(id)) }).toMatchObject({
          unmet: [],
        });
      } else expect({ seed, steps, gone }).toEqual({ seed, steps, gone: [] });
      discharged += gone.length;
      open = open.filter((id) => readings.has(id));
      expect({ seed, steps, readings: Object.fromEntries(readings), unrecorded: unrecorded.length, unread }).toEqual({
        seed,
        steps,
        readings: Object.fromEntries(open.map((id) => [id, real.get(id) === true ? 'met' : 'holds'])),
        // A pin that no obligation tells of.
        unrecorded: open.includes('production-pinned:web') || real.get('unrecorded') === true ? 0 : 1,
        unread: [],
      });
      expect({ seed, steps, normal }).toEqual({ seed, steps, normal: false });
    }
  }
  expect(discharged).toBeGreaterThan(0);
}, 1_800_000);
