import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DrillRecord, ResourceCheck } from '../../src/engine/drill-record.js';
import { World } from '../sandbox/demo/world.js';
import { startPostgres } from '../support/postgres.js';
import { productionOf } from '../support/undo-world.js';

type Answer = Omit<DrillRecord, 'checks'> & { readonly ok: boolean; readonly checks: readonly ResourceCheck[] };

let world: World;
const CONFIG = '.github/rewind.yml';
const config = (): string => readFileSync(join(world.root, CONFIG), 'utf8');
const withConfig = async <T>(text: string, work: () => Promise<T>): Promise<T> => {
  const before = config();
  writeFileSync(join(world.root, CONFIG), text);
  try {
    return await work();
  } finally {
    writeFileSync(join(world.root, CONFIG), before);
  }
};
const databasesOf = async (): Promise<unknown> =>
  world.postgres.query(world.database, 'SELECT datname FROM pg_database ORDER BY 1');
const outcomes = ({ checks }: Answer): Record<string, string> =>
  Object.fromEntries(checks.map(({ resource, id, outcome }) => [`${resource} ${id}`, outcome]));

beforeAll(async () => {
  world = await World.start({ seed: false });
  await world.addFans(20);
});
afterAll(() => world.stop());

describe('a drill', () => {
  test('without a snapshot fails, says so, and is kept', async () => {
    const ran = await world.run(['drill', '--json']);
    const [status, answer] = [ran.status, ran.json<Answer>()];
    expect([status, answer.verdict, answer.snapshot]).toEqual([1, 'failed', null]);
    expect(answer.checks.find(({ id }) => id === 'choose')?.findings[0]?.code).toBe('snapshot-not-found');
  });

  test('of a snapshot that the command line names wrongly is an error, and has no verdict', async () => {
    const { status, stderr, stdout } = await world.run(['drill', '--snapshot', '~7', '--out', 'elsewhere']);
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining('snapshot-not-found')]);
    expect(readdirSync(join(world.root, 'elsewhere'))).toEqual([]);
  });

  test('restores, takes migrations down and up, measures, and leaves production as it is', async () => {
    expect((await world.run(['snapshot'])).status).toBe(0);
    const [before, databases] = [await productionOf(world), await databasesOf()];
    world.vercel.requests.length = 0;
    const ran = await world.run(['drill', '--json']);
    const [status, answer] = [ran.status, ran.json<Answer>()];
    expect([status, answer.verdict]).toEqual([0, 'passed']);
    // The credentials of the demo may write: a superuser, and a token of the whole team.
    expect([await productionOf(world), await databasesOf()]).toEqual([before, databases]);
    expect(world.vercel.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(outcomes(answer)).toMatchObject({
      'snapshot signature': 'not-configured',
      'snapshot checksums': 'passed',
      'web still-there': 'passed',
      'db restore': 'passed',
      'schema migrations-down': 'passed',
      'schema migrations-up': 'passed',
      'schema migrations-layout': 'passed',
      'flags payloads': 'passed',
      'application probes': 'not-configured',
      'production untouched-web': 'passed',
      'production untouched-db': 'passed',
      'production untouched-flags': 'passed',
    });
    expect(answer).toMatchObject({ waitMs: null, rowsSince: 0, missed: [] });
    expect(answer.rpoMs).toBeGreaterThan(0);
    const sum = answer.phases.reduce((all, { ms }) => all + ms, 0);
    const wall = Date.parse(answer.endedAt) - Date.parse(answer.startedAt);
    expect(Math.abs(sum - wall)).toBeLessThanOrEqual(0.02 * wall);
    expect(readFileSync(join(world.root, '.rewind/drill.html'), 'utf8')).toContain('<svg');
    // A drill that never began leaves the report of the one before.
    expect((await world.run(['drill', '--snapshot', '~7'])).status).toBe(2);
    expect(readFileSync(join(world.root, '.rewind/drill.html'), 'utf8')).toContain('<svg');
  });

  test('says what it could not verify, and what changed meanwhile is not called untouched', async () => {
    // The scratch place is production's server.
    const place = { REWIND_SCRATCH_DATABASE_URL: world.env.DATABASE_URL };
    const targets = `${config()}drill: { targets: { rpo-minutes: 0.0001 } }\n`;
    const ran = await withConfig(targets, () => world.run(['drill', '--json', '--scope', 'db,schema'], { env: place }));
    const [status, answer] = [ran.status, ran.json<Answer>()];
    expect([status, answer.verdict, answer.missed]).toEqual([3, 'unverified', ['rpo']]);
    expect(answer.checks.find(({ id }) => id === 'restore')?.findings[0]?.code).toBe('drill-place-is-production');
    expect(outcomes(answer)).toMatchObject({ 'schema migrations': 'unverified', 'production untouched-db': 'passed' });
  });

  test('a snapshot that was changed fails, and nothing of it is restored', async () => {
    const { stdout } = await world.run(['list', '--json']);
    const id = /\d{8}T\d{6}Z-[0-9a-f]{6}/.exec(stdout)?.[0] ?? '';
    const folder = join(world.root, '.rewind/store/snapshots/production', id);
    const [payload = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.age$/.test(name),
    );
    const content = readFileSync(join(folder, payload));
    writeFileSync(join(folder, payload), content.subarray(0, -1));
    const ran = await world.run(['drill', '--json', '--random']);
    writeFileSync(join(folder, payload), content);
    const [status, answer] = [ran.status, ran.json<Answer>()];
    expect([status, answer.verdict]).toEqual([1, 'failed']);
    expect(outcomes(answer)).toMatchObject({ 'snapshot checksums': 'failed' });
    expect(answer.checks.some(({ resource }) => resource === 'db')).toBe(false);
    // The same snapshot passed before, and this was its last drill.
    expect(answer.rpoMs).toBeNull();
  });

  test('two at once, on one scratch server, both pass, and both are kept', async () => {
    const scratch = await startPostgres();
    try {
      const env = { REWIND_SCRATCH_DATABASE_URL: scratch.url('postgres') };
      const left = (): Promise<unknown> =>
        scratch.query('postgres', 'SELECT datname FROM pg_database UNION ALL SELECT rolname FROM pg_roles ORDER BY 1');
      const clean = await left();
      const drill = (): ReturnType<typeof world.run> => world.run(['drill', '--json', '--scope', 'db,schema'], { env });
      const ran = await Promise.all([drill(), drill()]);
      expect(ran.map(({ status }) => status)).toEqual([0, 0]);
      const ids = ran.map((one) => one.json<Answer>().id);
      expect(new Set(ids).size).toBe(2);
      expect(readdirSync(join(world.root, '.rewind/store/drills/production'))).toEqual(expect.arrayContaining(ids));
      expect(await left()).toEqual(clean);
    } finally {
      await scratch.stop();
    }
  });

  test('the snapshot and the check say that the last drill is too old', async () => {
    const folder = join(world.root, '.rewind/store/drills/production');
    for (const id of readdirSync(folder)) {
      const file = join(folder, id, 'drill.json');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/"endedAt": "2\d{3}/g, '"endedAt": "2020'));
    }
    const [snapshot, check] = [await world.run(['snapshot', '--scope', 'flags']), await world.run(['check'])];
    expect([snapshot.status, snapshot.stdout]).toEqual([0, expect.stringContaining('The last drill that passed was')]);
    expect(check.stdout).toContain('(drill-stale)');
  });
});
