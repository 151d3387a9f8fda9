import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActResult } from '../support/act/harness.js';
import { expectNoLeak } from '../support/act/leaks.js';
import { Shop } from '../support/act/shop.js';
import { WatchedServer } from '../support/watched-server.js';

/**
 * The watch of a bad deploy by examples/monitor-production.yml, byte for byte, and once more with the two changes that its
 * comments name: it starts the mitigation and the rollback. The store is "artifact".
 */
const ROLLBACK = 'rollback-production.yml';
const MITIGATE = 'mitigate-production.yml';
let production: WatchedServer;
let neutral: WatchedServer;
let shop: Shop;
let bad: string;
let snapshot: string;
let writes: number;

beforeAll(async () => {
  [production, neutral] = await Promise.all([new WatchedServer().start(), new WatchedServer().start()]);
  shop = await Shop.start({ eased: true, watched: { url: production.url(), neutral: neutral.url() } });
  for (const name of [ROLLBACK, MITIGATE]) shop.hub.addWorkflow(`.github/workflows/${name}`);
  const merged = await shop.snapshot();
  snapshot = merged.step('snapshot', 'rewind').outputs['snapshot-id'] ?? '';
  await shop.breakEverything();
  bad = shop.project.production ?? '';
  production.handler = (_request, response) => response.writeHead(500).end('no');
  writes = shop.vercel.writes;
}, 120_000);
afterAll(async () => {
  await shop.stop();
  await Promise.all([production.close(), neutral.close()]);
});

const outcome = (run: ActResult): string[] => run.jobs.map(({ id, result }) => `${id} ${result}`);
const started = (): unknown[] => shop.hub.dispatches;

test('a bad deploy: the job is red, and its summary has the verdict and the page for the decision', async () => {
  const run = await shop.monitor(bad);
  expect(outcome(run)).toEqual(['watch failure']);
  const { verdict, 'snapshot-id': against } = run.step('watch', 'rewind').outputs;
  expect([verdict, against]).toEqual(['roll-back', snapshot]);
  const { summary } = run.job('watch');
  expect(summary).toContain('Verdict: roll back: the deploy is bad');
  expect(summary).toMatch(/"production" has been broken since .*critical-functionality, probe home: failures/);
  expect(summary).toContain('### Options, in the order in which to consider them');
  expect(summary).toContain('Release 3, which is broken');
  expect(summary).toContain(`rewind plan --snapshot ${snapshot}`);
  expect(summary).not.toContain('could not be read');
  expect(shop.hub.artifacts.map(({ name }) => name)).toContain('rewind-verdict-production-1');
  expect(started()).toEqual([]);
});

test('with "dispatch" the mitigation and the rollback are started, each once over two runs', async () => {
  const first = await shop.monitor(bad, 'monitor-and-dispatch.yml');
  expect(outcome(first)).toEqual(['watch failure']);
  expect(first.job('watch').summary).toContain(`${ROLLBACK} was started. Its plan waits for the approval.`);
  const reason = expect.stringContaining('probe home');
  // The mitigation at once, the rollback at the end of the watch.
  expect(started()).toEqual([
    { path: `.github/workflows/${MITIGATE}`, ref: 'main', inputs: { mitigation: 'sorry', reason } },
    { path: `.github/workflows/${ROLLBACK}`, ref: 'main', inputs: { snapshot, reason } },
  ]);
  const again = await shop.monitor(bad, 'monitor-and-dispatch.yml');
  expect(again.job('watch').summary).toContain(`${ROLLBACK} was started already for this deployment: https://`);
  expect(again.job('watch').summary).toContain(`${MITIGATE} was started already for this deployment: https://`);
  expect(started()).toHaveLength(2);
});

test('production was only read, and no secret is anywhere', () => {
  expect(shop.vercel.writes).toBe(writes);
  expectNoLeak(shop);
});
