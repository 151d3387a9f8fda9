import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { World } from '../sandbox/demo/world.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { Shell } from '../support/undo-world.js';

/** Forwards again with a real database: migrations that were taken down, and the database that a restore kept. */
let postgres: TestPostgres;
let world: World;
let shell: Shell;

beforeAll(async () => {
  postgres = await startPostgres();
  world = await World.start({ postgres, integrity: 'rows', seed: false });
  shell = new Shell(world);
  await world.addFans(50);
  await shell.ok('snapshot');
  await world.badRelease();
}, 120_000);
afterAll(async () => {
  await world.stop();
  await postgres.stop();
});

const LAST = '20261123020000_simplify_fans';
async function columns(): Promise<boolean> {
  const rows = await postgres.query(
    world.database,
    `SELECT attname FROM pg_attribute WHERE attrelid = 'fans'::regclass AND attname = 'loyalty_points' AND NOT attisdropped`,
  );
  return rows.length === 1;
}
const history = async (): Promise<unknown> =>
  postgres.query(
    world.database,
    `SELECT migration_name AS name, count(*) FILTER (WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL)::int AS applied
       FROM _prisma_migrations GROUP BY 1 ORDER BY 1 DESC LIMIT 1`,
  );
const databases = async (like: string): Promise<string[]> =>
  (await postgres.query('postgres', `SELECT datname FROM pg_database WHERE starts_with(datname, '${like}')`)).map(
    ({ datname }) => String(datname),
  );
async function readings(): Promise<Record<string, string>> {
  const { obligations } = (await shell.ok('recover', '--status', '--json')).json<{
    obligations: { id: string; reading: { state: string } }[];
  }>();
  return Object.fromEntries(
    obligations
      .map(({ id, reading }) => [id.replace(/-(commit|database):.*/, '-$1'), reading.state] as const)
      .filter(([id]) => id !== 'quarantined-commit'),
  );
}
const confirmed = ['--confirm-data-loss'];

test('migrations that were taken down: a failure on the copy changes nothing; then they are applied again', async () => {
  await shell.follow(await shell.ok('plan', '--database', 'down', ...confirmed, world.database), 'rollback');
  expect([await columns(), await history()]).toEqual([true, [{ name: LAST, applied: 0 }]]);
  const all = { 'production-pinned:web': 'holds', 'changes-undone:schema': 'holds', 'changes-undone:flags': 'holds' };
  expect(await readings()).toEqual(all);

  const planned = await shell.ok('recover', '--scope', 'schema');
  expect(planned.stdout).toContain(`without ${LAST} → applied, as in the snapshot`);
  expect(planned.stdout).toContain(`needs --confirm-data-loss ${world.database}`);
  expect(planned.stdout).not.toContain('production of shop on Vercel');
  // The migration drops a column that this view now reads.
  await postgres.query(world.database, 'CREATE VIEW points AS SELECT loyalty_points FROM fans');
  const command = /rewind (rollback --plan .*)/.exec(planned.stdout)?.[1]?.split(' ') ?? [];
  const failed = await shell.run(command);
  expect([failed.status, failed.stdout]).toEqual([1, expect.stringContaining('cannot drop column loyalty_points')]);
  expect(failed.stdout).toContain('not begun: migrations of schema');
  expect([await columns(), await history()]).toEqual([true, [{ name: LAST, applied: 0 }]]);
  expect(await databases('rewind_copy')).toEqual([]);
  expect((await readings())['unfinished-rollback:' + (command[4] ?? '').slice(0, 12)]).toBe('holds');

  await postgres.query(world.database, 'DROP VIEW points');
  const done = await shell.run(command);
  expect([done.status, done.stdout]).toEqual([0, expect.stringContaining('Recovered:')]);
  expect(done.stderr).toContain('tried on a copy of the database');
  expect([await columns(), await history()]).toEqual([false, [{ name: LAST, applied: 1 }]]);
  expect(await databases('rewind_copy')).toEqual([]);
  expect(await readings()).toEqual({ 'production-pinned:web': 'holds', 'changes-undone:flags': 'holds' });

  // The undo of a recovery takes the changes away again: they are to be recovered once more.
  await shell.follow(await shell.follow(done, 'undo'), 'rollback');
  expect(await columns()).toBe(true);
  expect(await readings()).toMatchObject({ 'changes-undone:db': 'holds' });
}, 300_000);

test('a file that is not the one that was applied is left to a person', async () => {
  const { readFileSync, writeFileSync } = await import('node:fs');
  const file = `${world.root}/prisma/migrations/${LAST}/migration.sql`;
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}\n-- edited\n`);
  const { stdout } = await shell.ok('recover', '--scope', 'schema', '--plan', '.rewind/edited.json');
  expect(stdout).toMatch(/By hand[^]*migration\.sql is not the file that was applied/);
  writeFileSync(file, text);
}, 100_000);

test('the kept database is dropped by its name, not before its days are over', async () => {
  await shell.follow(await shell.ok('undo', '--plan', '.rewind/other.json'), 'rollback');
  await shell.follow(await shell.ok('plan', '--database', 'restore', ...confirmed, world.database), 'rollback');
  const [aside = ''] = await databases(`${world.database}_before_`);
  expect(await readings()).toMatchObject({ 'kept-database': 'holds' });
  const early = await shell.run(['recover', '--drop-database', aside]);
  expect([early.status, early.stderr]).toEqual([2, expect.stringMatching(/may be dropped from 20[^]*drop-too-early/)]);
  expect((await shell.run(['recover', '--drop-database', world.database])).stderr).toContain('No database');
  // Eight days later.
  const rows = await postgres.query(
    'postgres',
    `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = '${aside}'`,
  );
  const keptAt = (at: string): Promise<unknown> => {
    const comment = String(rows[0]?.comment).replace(/at 20\S+Z/, `at ${at}`);
    return postgres.query('postgres', `COMMENT ON DATABASE "${aside}" IS '${comment.replaceAll("'", "''")}'`);
  };
  // Somebody edited the comment: its age is unknown.
  await keptAt('noon');
  const unknown = await shell.run(['recover', '--drop-database', aside]);
  expect([unknown.status, unknown.stderr]).toEqual([
    2,
    expect.stringContaining('does not say since when it has been kept'),
  ]);
  // Somebody replaced the comment: the database is there, and nobody can say what it is.
  await postgres.query('postgres', `COMMENT ON DATABASE "${aside}" IS 'old copy, ask Kim'`);
  const reading = async (): Promise<string | undefined> =>
    (await shell.ok('recover', '--status', '--json'))
      .json<{ obligations: { what: string; reading: { state: string } }[] }>()
      .obligations.find(({ what }) => what.includes(aside))?.reading.state;
  expect(await reading()).toBe('unknown');
  await shell.ok('recover', '--scope', 'flags');
  expect(await reading()).toBe('unknown');
  await keptAt(new Date(Date.now() - 8 * 86_400_000).toISOString());
  const shown = await shell.ok('recover', '--drop-database', aside);
  expect(await databases(aside)).toEqual([aside]);
  expect((await shell.run(['recover', '--drop-database', aside, '--digest', '0'.repeat(64)])).stderr).toContain(
    'plan-mismatch',
  );
  const apply = /\n {2}rewind (recover .*)/.exec(shown.stdout)?.[1]?.split(' ') ?? [];
  expect((await shell.ok(...apply)).stdout).toContain(`Dropped the database "${aside}"`);
  expect(await databases(aside)).toEqual([]);
  expect((await shell.ok('recover', '--status', '--json')).stdout).not.toContain(aside);
}, 300_000);
