import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { IncidentStatus, ObligationStatus } from '../../src/incident/status.js';
import { derivedName, newName } from '../../src/providers/postgres/names.js';
import { withFillingTag } from '../../src/providers/postgres/restore-tag.js';
import { World } from '../sandbox/demo/world.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { FROM_SOURCES, runProgram, type ProgramResult } from '../support/program.js';
import { productionOf, Shell } from '../support/undo-world.js';

/**
 * Law 11: each obligation is discharged by the command that it prints, or by what the next run reads of production. The tests
 * go on where the one before ended; all see one world.
 */
let postgres: TestPostgres;
let world: World;
let shell: Shell;
let snapshot: string;
let bin: string;
let finished: string;

beforeAll(async () => {
  postgres = await startPostgres();
  world = await World.start({ postgres, integrity: 'rows', seed: false });
  shell = new Shell(world);
  await world.addFans(20);
  ({ snapshot } = (await shell.ok('snapshot', '--json')).json<{ snapshot: string }>());
  await world.badRelease();
  // `rewind` on the PATH, as the printed commands need it.
  bin = join(world.root, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'rewind'), `#!/bin/sh\nexec ${FROM_SOURCES.map((word) => `'${word}'`).join(' ')} "$@"\n`);
  chmodSync(join(bin, 'rewind'), 0o755);
}, 120_000);
afterAll(async () => {
  await world.stop();
  await postgres.stop();
});

const status = async (id?: string): Promise<IncidentStatus & { alsoOpen: string[] }> =>
  (await shell.ok('incident', 'show', ...(id === undefined ? [] : [id]), '--json')).json();
const openOf = ({ obligations }: IncidentStatus): ObligationStatus[] =>
  obligations.filter(({ discharged }) => discharged === null);
const kinds = async (): Promise<string[]> =>
  openOf(await status())
    .map(({ kind }) => kind)
    .sort();
/** What a rollback with a restore by swap opens. */
const ALL = ['changes-undone', 'kept-database', 'production-pinned', 'quarantined-commit'];
const setBanner = (value: string): unknown =>
  world.flags.items.set('banner', { value, description: null, createdAt: 1, updatedAt: world.vercel.now() });
const databases = async (): Promise<string[]> =>
  (
    await postgres.query('postgres', `SELECT datname FROM pg_database WHERE starts_with(datname, '${world.database}_')`)
  ).map(({ datname }) => String(datname));

/** A database as a restore leaves it that was killed while it filled it. */
async function halfMade(token: string): Promise<string> {
  const [{ oid } = {}] = await postgres.query(
    'postgres',
    `SELECT oid::int8::text AS oid FROM pg_database WHERE datname = '${world.database}'`,
  );
  const name = newName(world.database, snapshot, token);
  await postgres.query('postgres', `CREATE DATABASE "${name}"`);
  const tag = withFillingTag({ database: world.database, oid: Number(oid), snapshot, token });
  await postgres.query('postgres', `COMMENT ON DATABASE "${name}" IS '${tag}'`);
  return name;
}

/** Runs a line exactly as it was printed. */
const inShell = (line: string): Promise<ProgramResult> =>
  runProgram([], {
    cwd: world.root,
    command: ['/bin/sh', '-c', line],
    env: { ...world.env, PATH: `${bin}:${process.env.PATH ?? ''}` },
  });

/** Does what an obligation prints: its SQL and its commands, in order. Prose stands between them. */
async function follow({ discharge }: ObligationStatus): Promise<string[]> {
  const ran: string[] = [];
  for (const [line] of discharge.matchAll(/DROP DATABASE "[^"]+"|rewind .+?(?= plans to|\. Then: |$)/g)) {
    ran.push(line);
    if (line.startsWith('DROP')) await postgres.query('postgres', line);
    else {
      const result = await inShell(line);
      // It was kept a moment ago.
      if (line.includes('--drop-database'))
        expect([result.status, result.stderr]).toEqual([2, expect.stringContaining('drop-too-early')]);
      else expect([line, result.status, result.stderr]).toEqual([line, 0, expect.any(String)]);
    }
  }
  return ran;
}

test('a half-made database stands in the plan, in the incident, and the next restore removes it', async () => {
  const left = await halfMade('0a1b2c3d');
  const plan = await shell.ok('plan', '--scope', 'db,flags');
  expect(plan.stdout).toContain(
    `warning: [db] An interrupted restore of snapshot ${snapshot} left database "${left}".`,
  );
  expect(plan.stdout).toContain(`To remove it now: DROP DATABASE "${left}"`);
  const { digest, findings } = (await shell.ok('plan', '--scope', 'flags', '--json')).json<{
    digest: string;
    findings: { code: string }[];
  }>();
  // Out of scope, so nobody looked.
  expect(findings).toEqual([]);
  await shell.ok('rollback', '--digest', digest);
  expect(openOf(await status())).toMatchObject([
    { kind: 'changes-undone', resource: 'flags' },
    { kind: 'leftover', discharge: expect.stringContaining(`DROP DATABASE "${left}"`) },
  ]);
  expect((await shell.ok('undo')).stdout).toContain(`DROP DATABASE "${left}"`);

  await shell.follow(await shell.ok('plan', '--database', 'restore'), 'rollback');
  expect(await databases()).toEqual([derivedName(world.database, 'before', snapshot)]);
  expect(await kinds()).toEqual(['changes-undone', ...ALL]);
}, 300_000);

test('an undo discharges the kept database that it brings back; its own undo makes production abnormal again', async () => {
  const left = await halfMade('1a2b3c4d');
  await world.sell(1);
  await postgres.query(
    world.database,
    `INSERT INTO artists (id, slug, name) SELECT i, 'a' || i, 'A' FROM generate_series(9001, 9004) i`,
  );
  const restored = await productionOf(world);
  const undo = await shell.ok('undo');
  const undone = await shell.follow(undo, 'rollback');
  expect(await databases()).not.toContain(left);
  // The restored database is the kept one now. The flags were rolled back on their own.
  expect(openOf(await status())).toMatchObject([
    { kind: 'changes-undone', resource: 'flags' },
    { kind: 'quarantined-commit' },
    { kind: 'kept-database', resource: 'db' },
  ]);

  // The rows that customers wrote to the restored database can be carried over.
  const salvage = await shell.ok('salvage');
  expect(salvage.stdout).toContain(`lacks since the undo of the restore of snapshot ${snapshot}`);
  expect(salvage.stdout).toContain('public.artists: insert 4, update 0, conflicts 0');
  // Both databases gave the same number to another sale.
  expect(salvage.stdout).toContain('1 row stays as it is: both-wrote');
  await shell.follow(salvage, 'salvage');
  const artists = `SELECT count(*)::int AS count FROM artists WHERE id > 9000`;
  expect(await postgres.query(world.database, artists)).toEqual([{ count: 4 }]);
  expect((await shell.ok('salvage')).stdout).not.toContain('artists');

  const redo = await shell.follow(undone, 'undo');
  await shell.follow(redo, 'rollback');
  expect(await productionOf(world)).toEqual(restored);
  expect(await kinds()).toEqual(['changes-undone', ...ALL]);
}, 300_000);

test('a rollback that failed half-way: the printed command finishes it, with the name of the database', async () => {
  await world.sell(1);
  setBanner('half-way');
  const planned = await shell.ok('plan', '--database', 'restore', '--snapshot', snapshot, '--json');
  const { digest } = planned.json<{ digest: string }>();
  finished = digest;
  const answer = { status: 400, body: { error: { code: 'bad_request', message: 'no' } } };
  world.vercel.inject({ on: /PATCH .*items/, times: 20, with: { kind: 'answer', answer } });
  const half = await shell.run(['rollback', '--digest', digest, '--confirm-data-loss', world.database]);
  expect([half.status, half.stdout]).toEqual([1, expect.stringContaining('INCOMPLETE')]);
  world.vercel.clearFaults();
  await halfMade('2a3b4c5d');
  const [unfinished] = openOf(await status()).filter(({ kind }) => kind === 'unfinished-rollback');
  expect(unfinished && (await follow(unfinished))).toEqual([
    `rewind rollback --plan .rewind/plan.json --digest ${digest} --confirm-data-loss ${world.database}`,
  ]);
  expect(await kinds()).not.toContain('unfinished-rollback');
}, 300_000);

test('each obligation is discharged by what it prints, until the incident can be closed', async () => {
  const before = await status();
  expect(new Set(openOf(before).map(({ kind }) => kind))).toEqual(new Set([...ALL, 'leftover']));
  expect((await shell.run(['incident', 'close', '--reason', 'done'])).stderr).toContain('incident-open');
  // The fix, which stays staged.
  world.vercel.release(world.project);
  for (const obligation of openOf(before)) expect(await follow(obligation)).not.toEqual([]);
  expect(await databases()).toEqual([]);
  expect(openOf(await status())).toEqual([]);
  await shell.ok('incident', 'close', '--reason', 'all is normal');
  expect((await shell.ok('incident', 'verify')).stdout).toContain('is as it was written');
  // A rollback that has nothing to do does not open a new one.
  await shell.ok('rollback', '--digest', finished, '--confirm-data-loss', world.database);
  expect((await shell.ok('incident', 'show')).stdout).toContain('No incident of "production" is open');
}, 300_000);
