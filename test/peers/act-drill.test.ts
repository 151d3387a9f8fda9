import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActResult } from '../support/act/harness.js';
import { expectNoLeak } from '../support/act/leaks.js';
import { DATABASE, Shop } from '../support/act/shop.js';

/**
 * examples/drill.yml, byte for byte, as a repository has it: the schedule, then a drill that fails twice and one that passes
 * again. The store is "artifact"; the job starts a PostgreSQL server of its own.
 */
const EXAMPLE = readFileSync(fileURLToPath(new URL('../../examples/drill.yml', import.meta.url)), 'utf8');
const CALLER = 'rewind-drill.yml';

let shop: Shop;
let good: string;
let before: unknown;
beforeAll(async () => {
  shop = await Shop.start({ told: false, files: () => ({ [`.github/workflows/${CALLER}`]: EXAMPLE }) });
  shop.hub.addEnvironment({ name: 'production-drill', branches: 'protected' });
  good = shop.project.production ?? '';
  expect((await shop.snapshot()).jobs.map(({ result }) => result)).toContain('success');
  before = await production();
}, 180_000);
afterAll(() => shop.stop());

const production = async (): Promise<unknown> => [
  await shop.facts(),
  await shop.postgres.query(DATABASE, 'SELECT datname FROM pg_database ORDER BY 1'),
  await shop.postgres.query(DATABASE, 'SELECT rolname FROM pg_roles ORDER BY 1'),
];
/** What the environment production-drill has on GitHub: nothing that writes a snapshot or approves. */
const secrets = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(shop.secrets).filter(([name]) => !['REWIND_APPROVAL_KEY', 'REWIND_SIGNING_KEY'].includes(name)),
  );
const scheduled = (): Promise<ActResult> =>
  shop.run('a scheduled drill', { event: 'schedule', workflow: CALLER, secrets: secrets() });
const dispatched = (inputs: Record<string, string>): Promise<ActResult> =>
  shop.run('a drill by hand', { event: 'workflow_dispatch', workflow: CALLER, inputs, secrets: secrets() });
const outcome = (run: ActResult): unknown => [
  run.jobs.map(({ id, result }) => `${id} ${result}`),
  run.step('drill', 'rewind').outputs.verdict,
];
const issues = (): unknown =>
  shop.hub.issues
    .filter(({ labels }) => labels.includes('rewind-drill'))
    .map(({ state, title }) => [state, title.replace(/: snapshot.*/, '')]);
const results = (): string[] => shop.hub.artifacts.map(({ name }) => name).filter((name) => name.includes('drill-'));

test('the schedule: it passes, keeps its result and its report, and opens no issue', async () => {
  const run = await scheduled();
  expect([outcome(run), issues()]).toEqual([[['drill success'], 'passed'], []]);
  expect(run.summary).toContain('Recovery time (RTO)');
  expect(results().length).toBe(2);
  expect(await production()).toEqual(before);
}, 180_000);

test('what the snapshot returns to is gone: it fails, and there is one issue, however often', async () => {
  shop.release('Release 3');
  const live = await production();
  const gone = shop.vercel.deployments.get(good);
  if (gone === undefined) throw new Error('no deployment');
  shop.vercel.deployments.delete(good);
  for (const inputs of [{}, { random: 'true' }]) {
    expect(outcome(await dispatched(inputs))).toEqual([['drill failure'], 'failed']);
    expect(issues()).toEqual([['open', 'Drill of "production" FAILED']]);
  }
  shop.vercel.deployments.set(good, gone);
  const again = await dispatched({ snapshot: 'latest' });
  // The summary says why it did not pass.
  expect([outcome(again), again.summary]).toEqual([[['drill success'], 'passed'], expect.any(String)]);
  expect(issues()).toEqual([['closed', 'Drill of "production" FAILED']]);
  expect(results().length).toBe(8);
  expect(await production()).toEqual(live);
}, 300_000);

test('no secret is anywhere', () => expectNoLeak(shop));
