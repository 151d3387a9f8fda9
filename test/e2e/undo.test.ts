import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { World } from '../sandbox/demo/world.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import type { ProgramResult } from '../support/program.js';

/** Law 6: `rewind undo` reverses all of a rollback, data included. The whole program as a process, with a real database. */
let postgres: TestPostgres;
let world: World;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  world = await World.start({ postgres, integrity: 'rows', seed: false });
  await world.postgres.query(
    world.database,
    `INSERT INTO fans (email, display_name, country, loyalty_points) SELECT 'f' || i || '@example.com', 'F', 'DE', i FROM generate_series(1, 50) i`,
  );
});
afterEach(() => world.stop());

function ok(result: ProgramResult): ProgramResult {
  if (result.status !== 0) throw new Error(`status ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
}
const run = async (...args: string[]): Promise<ProgramResult> => ok(await world.run(args));

/** The command that a text prints, as arguments. */
function commandIn(text: string, name: string): string[] {
  const found = new RegExp(`rewind (${name} .*)`).exec(text)?.[1];
  if (found === undefined) throw new Error(`no "rewind ${name} …" in:\n${text}`);
  return found.trim().split(' ');
}

/** Everything that production holds: rows, schema, deployment, flags. */
async function production(): Promise<unknown> {
  const rows: Record<string, unknown> = {};
  for (const table of ['fans', 'payments', '_prisma_migrations']) {
    const [{ rows: found } = { rows: null }] = await world.postgres.query(
      world.database,
      `SELECT json_agg(to_json(t) ORDER BY id) AS rows FROM ${table} t`,
    );
    rows[table] = found;
  }
  return { rows, facts: await world.facts() };
}

test.each(['restore', 'down', 'none'])('after a rollback with --database %s', async (mode) => {
  await run('snapshot');
  await world.badRelease();
  const before = await production();
  const planned = await run('plan', '--database', mode);
  console.log(planned.stdout);
  const done = await run(...commandIn(planned.stdout, 'rollback'));
  console.log(done.stdout);
  expect(await production()).not.toEqual(before);
  const undo = await run(...commandIn(done.stdout, 'undo'));
  console.log(undo.stdout);
  const undone = await run(...commandIn(undo.stdout, 'rollback'));
  console.log(undone.stdout);
  expect(await production()).toEqual(before);
});
