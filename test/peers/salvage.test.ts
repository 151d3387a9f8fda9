import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { config as schema } from '../../src/providers/postgres/config.js';
import provider from '../../src/providers/postgres/index.js';
import { derivedName } from '../../src/providers/postgres/names.js';
import { salvage } from '../../src/providers/postgres/salvage/index.js';
import { parseLine } from '../../src/providers/postgres/salvage/lines.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { SALVAGE_TABLES, writeRandomly } from '../support/salvage-world.js';

/** reladiff, a comparison of tables that nobody here wrote. */
const reladiff = fileURLToPath(new URL('../../.cache/peers/venv/bin/reladiff', import.meta.url));
const SNAPSHOT = '20260101T000000Z-test00';
const DATABASE = 'salvage';
const WRITES = 10_000;
/** Key columns and the other columns. */
const TABLES: Readonly<Record<string, readonly [keys: readonly string[], columns: readonly string[]]>> = {
  users: [['id'], ['email', 'data', 'tags', 'n']],
  teams: [['id'], ['name', 'parent']],
  members: [
    ['team', 'usr'],
    ['role', 'scores'],
  ],
  orders: [['id'], ['usr', 'amount', 'doc', 'at', 'double']],
};

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** What reladiff finds: one line `insert|update|delete TABLE KEY` a row that the kept database has otherwise. */
function differences(production: string, kept: string): string[] {
  return Object.entries(TABLES).flatMap(([table, [keys, columns]]) => {
    const names = [...keys.flatMap((key) => ['-k', key]), ...columns.flatMap((column) => ['-c', column])];
    const args = [server.url(production), table, server.url(kept), table, ...names, '--json', '--allow-empty-tables'];
    // It folds its lines at the width of the terminal.
    const env = { ...process.env, COLUMNS: '100000' };
    // Its sort fails on NULL.
    const command = [...args, '--algorithm', 'hashdiff', '--skip-sort-results'];
    const { status, stdout, stderr } = spawnSync(reladiff, command, { encoding: 'utf8', env, maxBuffer: 2 ** 26 });
    // It ends with 0 after an error, too.
    if (status !== 0 || stderr.includes(' ERROR - ')) throw new Error(`reladiff: ${stderr}`);
    const sides = new Map<string, Set<string>>();
    for (const row of stdout.split('\n').filter((text) => text.startsWith('['))) {
      const [sign, values] = JSON.parse(row) as [string, string[]];
      const key = `${table} ${values.slice(0, keys.length).join(',')}`;
      sides.set(key, (sides.get(key) ?? new Set()).add(sign));
    }
    return [...sides].map(
      ([key, signs]) => `${signs.size === 2 ? 'update' : signs.has('+') ? 'insert' : 'delete'} ${key}`,
    );
  });
}

test(`salvage carries over exactly the rows that reladiff finds after ${WRITES} writes`, async () => {
  const env = { DATABASE_URL: await server.createDatabase(DATABASE) };
  const ctx = testContext({ snapshotId: SNAPSHOT, env });
  const config = schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}' });
  await server.query(DATABASE, SALVAGE_TABLES);
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(config, ctx, payloads);
  await writeRandomly(server, DATABASE, { from: 1000, count: WRITES, seed: 3 });
  const live = await provider.capture(config, ctx, new MemoryPayloads('compare', saved));
  for (const change of provider.plan(saved, live)) await provider.apply(config, change, ctx, payloads);
  const kept = derivedName(DATABASE, 'before', SNAPSHOT);

  const lines: string[] = [];
  const facts = await salvage.plan(config, saved, ctx, payloads, true, async (line) => void lines.push(line));
  let table = '';
  let at: readonly number[] = [];
  const planned = lines.flatMap((text) => {
    const line = parseLine(text);
    if ('table' in line) {
      table = line.table.replace('public.', '');
      at = (TABLES[table]?.[0] ?? []).map((key) => line.columns.indexOf(key));
    }
    const key = (values: readonly (string | null)[]): string =>
      `${table} ${at.map((index) => values[index]).join(',')}`;
    if ('insert' in line) return [`insert ${key(line.insert)}`];
    if ('update' in line) return [`update ${key(line.update)}`];
    return 'delete' in line ? [`delete ${table} ${line.delete.join(',')}`] : [];
  });
  const found = differences(DATABASE, kept);
  expect(found.length).toBeGreaterThan(2000);
  expect(planned.sort()).toEqual(found.sort());

  async function* stream(): AsyncGenerator<string> {
    yield* lines;
  }
  await salvage.apply(config, facts, ctx, stream(), async () => undefined);
  expect(differences(DATABASE, kept)).toEqual([]);
});
