import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { IncidentStatus } from '../../src/incident/status.js';
import { World } from '../sandbox/demo/world.js';

/**
 * Law 3 inside one change: the rollback is killed (SIGKILL) after it closed production for the swap and before the swap.
 * Production accepts no connections then, and every command must know what that is.
 */
let world: World;
let server: Client;

beforeAll(async () => {
  world = await World.start({ seed: false });
  await world.addFans(2000);
  server = new Client({ connectionString: world.postgres.url('postgres') });
  await server.connect();
  const { status, stderr } = await world.run(['snapshot']);
  if (status !== 0) throw new Error(stderr);
}, 60_000);
afterAll(async () => {
  await server.end();
  await world.stop();
});

const rollbackOf = (digest: string): string[] => [
  ...['rollback', '--json', '--plan', '.rewind/plan.json', '--digest', digest],
  ...['--confirm-data-loss', world.database],
];

async function planned(): Promise<string> {
  world.project.autoAssignCustomDomains = true;
  await world.badRelease();
  return (await world.run(['plan', '--json', '--database', 'restore'])).json<{ digest: string }>().digest;
}

const accepts = async (): Promise<unknown> =>
  (
    await server.query<{ accepts: boolean }>(`SELECT datallowconn AS accepts FROM pg_database WHERE datname = $1`, [
      world.database,
    ])
  ).rows[0]?.accepts;

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 6000; tries += 1) {
    if (await condition()) return;
    await sleep(5);
  }
  throw new Error('it never happened');
}

/** A session that does not react keeps the swap waiting, so that the kill always hits the same place. */
async function killedBeforeTheSwap(digest: string): Promise<void> {
  const user = new Client({ connectionString: world.postgres.url(world.database) });
  user.on('error', () => undefined);
  await user.connect();
  const pid = (await user.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid ?? 0;
  let program: ChildProcess | undefined;
  const running = world.run(rollbackOf(digest), { onLog: (_text, child) => (program = child) });
  await until(async () => {
    const { rowCount } = await server.query(`SELECT FROM pg_database WHERE datname LIKE $1`, [
      `${world.database}_new_%`,
    ]);
    return rowCount === 1;
  });
  process.kill(pid, 'SIGSTOP');
  try {
    await until(async () => (await accepts()) === false);
    program?.kill('SIGKILL');
    expect((await running).signal).toBe('SIGKILL');
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await user.end().catch(() => undefined);
}

test('every command names the closed database and the way out; the same rollback finishes', async () => {
  const digest = await planned();
  await killedBeforeTheSwap(digest);
  expect(await accepts()).toBe(false);
  const byHand = `ALTER DATABASE \\"${world.database}\\" ALLOW_CONNECTIONS true`;

  const [check, snapshot, verify, list, plan] = await Promise.all([
    world.run(['check', '--json']),
    world.run(['snapshot', '--json']),
    world.run(['verify', '--json', '--database', 'restore']),
    world.run(['list']),
    world.run(['plan', '--json', '--database', 'restore', '--plan', '.rewind/other.json']),
  ]);
  expect(check.status).toBe(3);
  const fenced = check.json<{ findings: { code: string; resource: string }[] }>().findings;
  expect(fenced.filter(({ code }) => code === 'database-fenced').map(({ resource }) => resource)).toEqual([
    'db',
    'schema',
  ]);
  for (const { stdout } of [check, snapshot]) {
    expect(stdout).toContain('rewind unfence');
    expect(stdout).toContain(byHand);
  }
  expect(snapshot.status).toBe(1);
  expect(verify.status).toBe(3);
  expect(verify.stdout).toContain('a restore by Rewind closed it for the swap and was interrupted');
  expect(list.status).toBe(0);
  expect(plan.status).toBe(0);
  expect(plan.stdout).toContain('rewind unfence');

  const finished = await world.run(rollbackOf(digest));
  expect([finished.status, finished.stderr]).toEqual([0, finished.stderr]);
  expect((await world.facts()).loyaltyPoints).not.toBeNull();
  expect(await accepts()).toBe(true);
}, 120_000);

test('unfence opens it at once and keeps what was there; the rollback still finishes, while the application writes', async () => {
  const digest = await planned();
  await killedBeforeTheSwap(digest);
  const opened = await world.run(['unfence', '--json']);
  expect([opened.status, opened.json()]).toEqual([
    0,
    { ok: true, resources: [{ id: 'db', state: 'lifted', text: expect.stringContaining('is not finished') }] },
  ]);
  expect((await world.facts()).loyaltyPoints).toBeNull();
  expect((await world.run(['unfence'])).stdout).toContain('db: open');
  // A server that nobody reaches says nothing of its databases.
  const unread = await world.run(['unfence', '--json'], { env: { DATABASE_URL: 'postgresql://a@127.0.0.1:1/shop' } });
  expect([unread.status, unread.json()]).toMatchObject([
    3,
    { ok: false, resources: [{ id: 'db', state: 'unknown', text: expect.stringContaining('127.0.0.1') }] },
  ]);

  let writing = true;
  const application = (async () => {
    while (writing) {
      await world.postgres
        .query(world.database, `INSERT INTO artists (slug, name) VALUES (gen_random_uuid(), 'live')`)
        .catch(() => undefined);
      await sleep(20);
    }
  })();
  // The flags come between the swap and the last reading: on a busy machine, the application needs the time to connect again.
  world.vercel.latencyMs = 300;
  const finished = await world.run(rollbackOf(digest));
  world.vercel.latencyMs = 0;
  writing = false;
  await application;
  expect([finished.status, finished.stderr]).toEqual([0, finished.stderr]);
  expect(readFileSync(join(world.root, '.rewind/report.md'), 'utf8')).toMatch(
    /(was|were) written since by the application: public\.artists/,
  );
  expect((await world.facts()).loyaltyPoints).not.toBeNull();

  // The same rollback once more: a second restore would take away what was written since.
  const live = `SELECT count(*)::int AS count FROM artists WHERE name = 'live'`;
  const written = await world.postgres.query(world.database, live);
  expect(written[0]?.count).toBeGreaterThan(0);
  const again = await world.run(rollbackOf(digest));
  const { applied, earlier } = again.json<{ applied: string[]; earlier: string[] }>();
  expect([again.status, applied, earlier]).toEqual([0, [], expect.arrayContaining(['db/restore'])]);
  // What the first run gave up is still given up.
  expect(readFileSync(join(world.root, '.rewind/report.md'), 'utf8')).toMatch(/🔴 Given up: /);
  expect(await world.postgres.query(world.database, live)).toEqual(written);
}, 120_000);

test('undo takes back an interrupted restore: it opens the database, and what was there stays', async () => {
  const digest = await planned();
  const before = await world.facts();
  await killedBeforeTheSwap(digest);
  const undo = (await world.run(['undo', digest.slice(0, 12), '--json'])).json<{
    digest: string;
    changes: { resource: string; id: string; before: string; after: string; dataAtRisk?: unknown }[];
    findings: unknown[];
  }>();
  // The killed run had filled and compared a database that no run uses now.
  expect(undo.findings).toEqual([
    expect.objectContaining({
      code: 'rollback-leftover',
      resource: 'db',
      message: expect.stringContaining('which is complete. No application uses it.'),
      remedy: expect.stringMatching(new RegExp(`To remove it now: DROP DATABASE "${world.database}_new_`)),
    }),
  ]);
  expect(undo.changes).toMatchObject([
    { resource: 'web', id: 'switch' },
    { resource: 'db', id: 'return', before: expect.stringContaining('was interrupted'), after: 'open' },
  ]);
  const undone = await world.run(['rollback', '--json', '--digest', undo.digest]);
  expect([undone.status, undone.stderr]).toEqual([0, undone.stderr]);
  expect(await accepts()).toBe(true);
  expect(await world.facts()).toEqual(before);
  const { obligations } = (await world.run(['incident', 'show', '--json'])).json<IncidentStatus>();
  const how = `undone by the plan ${undo.digest.slice(0, 12)}`;
  expect(obligations.find(({ items }) => items.includes(digest))).toMatchObject({ discharged: { how } });
  expect(obligations.filter(({ kind }) => kind === 'leftover')).toMatchObject([{ resource: 'db', discharged: null }]);
}, 120_000);
