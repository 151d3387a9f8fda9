import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeRoles, roundTrip, WAYS, type Way } from '../support/postgres-round-trip.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

/** `REWIND_SEEDS=300` runs 300 of them, `REWIND_SEEDS=300-400` those from 300 on. */
const [from = '', to] = (process.env.REWIND_SEEDS ?? '8').split('-');
const FIRST = to === undefined ? 1 : Number(from);
const LAST = Number(to ?? from);
const SEEDS = Array.from({ length: LAST - FIRST + 1 }, (_, index): [number, Way] => [
  FIRST + index,
  WAYS[(FIRST + index) % WAYS.length] ?? 'swap',
]);

let server: TestPostgres;

beforeAll(async () => {
  server = await startPostgres({ settings: ['max_locks_per_transaction=256'] });
  await makeRoles(server);
});
afterAll(() => server.stop());

test.each(SEEDS)('seed %d: %s', async (seed, way) => {
  await holds(String(seed), way);
});

async function holds(seed: string, way: Way): Promise<void> {
  const { problems, made, hurt, rejected, refused } = await roundTrip(server, seed, way);
  if (process.env.REWIND_SEEDS !== undefined && refused.length > 0) console.log(`seed ${seed}: ${refused.join('\n')}`);
  if (problems.length > 0) {
    console.error(`seed ${seed}, ${way}:\n${made.join(';\n')};\n-- the snapshot is taken here\n${hurt.join(';\n')};`);
  }
  expect({ seed, problems }).toEqual({ seed, problems: [] });
  // Most of what is made up is valid.
  expect(rejected).toBeLessThan((made.length + hurt.length) * 0.6);
}
