import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openObligations, statusOf } from '../../src/incident/status.js';
import { parseEntry, type Entry } from '../../src/incident/entry.js';
import { problemsOf, type Head } from '../../src/incident/chain.js';
import { readExample, stableRecord, writeExample } from '../support/act/example-record.js';
import type { ActResult } from '../support/act/harness.js';
import { expectNoLeak, filesOf } from '../support/act/leaks.js';
import { DATABASE, Shop, SMOKE_TEST } from '../support/act/shop.js';

/**
 * A whole incident, by the workflows of examples/ byte for byte: a bad deploy, the rollback, the fix stage by stage and
 * what it needs, the close. Each run reads the record from the artifacts of the runs before, and adds to it. The tests go on where the one
 * before ended.
 */
let shop: Shop;
let broken: Record<string, unknown>;
let incident: string;
beforeAll(async () => {
  shop = await Shop.start({ told: false });
  shop.releaseInStages(10, 50, 100);
  await shop.snapshot();
  await shop.breakEverything();
  broken = await shop.facts();
}, 120_000);
afterAll(() => shop.stop());

const results = (run: ActResult): string[] => run.jobs.map(({ id, result }) => `${id} ${result}`);

/** The record as the newest artifact holds it. Fails if it is not sound. */
function record(): Entry[] {
  const artifact = shop.hub.artifacts.findLast(({ name }) => name.startsWith('rewind-incident-production-'));
  const files = [...filesOf(artifact?.zip ?? Buffer.alloc(0))].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = files.flatMap(([name, text]) => (/^\d{6}\.json$/.test(name) ? [parseEntry(text, name)] : []));
  const head = JSON.parse(files.find(([name]) => name === 'head.json')?.[1] ?? 'null') as Head;
  const stored = entries.map((entry) => ({ seq: entry.seq, entry }));
  expect(problemsOf(stored, entries[0]?.incident ?? '', head)).toEqual([]);
  return entries;
}
const openIds = (): string[] =>
  openObligations(statusOf(record()))
    .map(({ id }) => id.replace(/^quarantined-commit:.*/, 'quarantined-commit'))
    .sort();

const commitStatuses = (): string[] => shop.hub.commitStatuses.map(({ context, state }) => `${context} ${state}`);

test('the release is captured after the deploy, the rollback opens the incident', async () => {
  expect(results(await shop.captureRelease())).toEqual(['release success']);
  const run = await shop.rollback({ database: 'down', 'confirm-data-loss': DATABASE }).done;
  expect(results(run)).toEqual(['plan success', 'execute success', 'record success']);
  expect(record().map(({ kind }) => kind)).toEqual([
    ...['opened', 'planned', 'approved'],
    ...Array.from({ length: 5 }, () => 'obligation'),
    ...['rolled-back', 'verified'],
  ]);
  const undone = ['changes-undone:env', 'changes-undone:flags', 'changes-undone:schema'];
  expect(openIds()).toEqual([...undone, 'production-pinned:web', 'quarantined-commit']);
  const status = statusOf(record());
  incident = status.id;
  expect(commitStatuses()).toEqual(['rewind/quarantine (production) failure']);
  expect(Object.values(status.figures).every((ms) => ms !== null && ms > 0)).toBe(true);
}, 180_000);

test('the next runs read the record from the artifact: recover releases the fix in stages, and brings back what it needs', async () => {
  const fix = shop.release('Release 4, the fix');
  expect((await shop.facts()).deployment).not.toBe(fix);
  shop.vercel.requests.length = 0;
  const run = await shop.recover({
    scope: 'web,schema,flags',
    'confirm-data-loss': DATABASE,
    'gate-command': `sh ${SMOKE_TEST}`,
  });
  expect(results(run)).toEqual(['plan success', 'execute success', 'record success']);
  expect(run.job('execute').summary).toContain('requested by alice; approved by bob');
  expect(run.job('plan').summary).toContain('10 % → 50 % → 100 %');
  // The gate decided twice, and each stage was approved after it.
  const approvals = shop.vercel.requests.filter(
    ({ path, status }) => path.endsWith('/approve-stage') && status === 200,
  );
  expect([approvals.length, shop.project.rollingRelease?.state]).toEqual([2, 'COMPLETE']);
  expect(shop.project.autoAssignCustomDomains).toBe(true);
  const { columns, flag, points } = broken;
  expect(await shop.facts()).toEqual({ columns, flag, points, deployment: fix, variables: ['PAYMENTS_KEY'] });
  expect(record().filter(({ kind }) => kind === 'recovered')).toMatchObject([
    { incident, data: { ok: true, deployments: { web: fix } } },
  ]);
  expect(openIds()).toEqual(['changes-undone:env', 'quarantined-commit']);
}, 180_000);

test('it cannot be closed while something is open; a person discharges the rest, and closes it', async () => {
  const early = await shop.incident('close', { text: 'the fix is live' });
  expect(results(early)).toEqual(['incident failure']);
  expect(early.step('incident', 'Read or write the record').outputs['error-code']).toBe('incident-open');
  const reasons = { 'changes-undone:env': 'the fix needs no DEBUG', 'quarantined-commit': 'the commit was reverted' };
  for (const obligation of openObligations(statusOf(record()))) {
    const [, text] = Object.entries(reasons).find(([id]) => obligation.id.startsWith(id)) ?? [];
    await shop.incident('discharge', { obligation: obligation.id, text: text ?? '' });
  }
  expect(openIds()).toEqual([]);
  expect(commitStatuses()).toEqual([
    'rewind/quarantine (production) failure',
    'rewind/quarantine (production) success',
  ]);
  const closed = await shop.incident('close', { text: 'the fix is live, nothing is left' });
  expect(closed.step('incident', 'Read or write the record').outputs.verdict).toBe('closed');
  expect(statusOf(record())).toMatchObject({ id: incident, closed: { reason: 'the fix is live, nothing is left' } });
}, 180_000);

test('"incident verify" finds the record sound, and the next merge deploys', async () => {
  const verified = await shop.incident('verify', { incident });
  expect(verified.step('incident', 'Read or write the record').outputs.verdict).toBe('sound');
  expect(results(await shop.snapshot())).toEqual(['snapshot success', 'deploy success']);
}, 120_000);

// REWIND_WRITE_EXAMPLE=1 writes docs/example-incident from this run.
test('docs/example-incident is the record of this run, but for its ids and times', () => {
  const stable = stableRecord(record());
  if (process.env.REWIND_WRITE_EXAMPLE === '1') writeExample(stable);
  expect(readExample()).toEqual(stable);
});

test('no secret is anywhere', () => expectNoLeak(shop));
