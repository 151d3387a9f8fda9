import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { derivedName } from '../../src/providers/postgres/names.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { Restorable, SNAPSHOT } from '../support/postgres-restore.js';
import { Writers } from '../support/writers.js';

/** REWIND_SEEDS=20 runs more of them. */
const RUNS = Number(process.env.REWIND_SEEDS ?? '2');
let server: TestPostgres;
const figures: unknown[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  if (RUNS > 2) console.error(figures.map((run) => JSON.stringify(run)).join('\n'));
});

test.each(Array.from({ length: RUNS }, (_, index) => index))(
  'writers that reconnect during a swap, run %i: what was acknowledged is in production or in the database that was kept',
  async (run) => {
    const database = `writers${run}`;
    await server.createDatabase(database);
    const shop = new Restorable(server, database);
    await shop.query(`CREATE TABLE log (key text); INSERT INTO log VALUES ('of the snapshot')`);
    await shop.snapshot();
    const writers = new Writers(server, database, 8);
    try {
      await writers.more(200);
      await shop.restore();
      // They go on afterwards.
      await writers.more(200);
    } finally {
      await writers.stop();
    }

    const keys = async (name: string): Promise<Set<unknown>> =>
      new Set((await server.query(name, 'SELECT key FROM log')).map(({ key }) => key));
    const production = await keys(database);
    const kept = await keys(derivedName(database, 'before', SNAPSHOT));
    expect(writers.acknowledged().filter((key) => !production.has(key) && !kept.has(key))).toEqual([]);
    // No row is in both: production starts at the snapshot again.
    expect([...production].filter((key) => kept.has(key))).toEqual(['of the snapshot']);
    expect(Math.min(production.size, kept.size)).toBeGreaterThan(200);
    figures.push(writers.figures());
  },
);
