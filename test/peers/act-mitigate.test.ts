import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActResult } from '../support/act/harness.js';
import { expectNoLeak } from '../support/act/leaks.js';
import { Shop } from '../support/act/shop.js';

/**
 * A mitigation by the input of examples/rollback-production.yml and by examples/mitigate-production.yml, byte for byte, and
 * the lift of its schedule. The store is "artifact": each run knows the mitigations from the artifacts of the runs before.
 */
let shop: Shop;
let before: string;
beforeAll(async () => {
  shop = await Shop.start({ eased: true, told: false });
  await shop.snapshot();
  await shop.breakEverything();
  before = JSON.stringify(await shop.facts());
}, 120_000);
afterAll(() => shop.stop());

const outcome = (run: ActResult): string[] => run.jobs.map(({ id, result }) => `${id} ${result}`).sort();
const maintenance = (): unknown => shop.flags.items.get('maintenance')?.value;
/** Programs that read a clock which is 40 minutes ahead: the time limit of 30 minutes is over. */
const LATER = `data:text/javascript,${encodeURIComponent(`
  const RealDate = Date;
  const now = () => RealDate.now() + ${40 * 60_000};
  globalThis.Date = class extends RealDate {
    constructor(...given) { if (given.length === 0) super(now()); else super(...given); }
    static now() { return now(); }
  };
`)}`;
const later = { env: { NODE_OPTIONS: `--import=${LATER}` } };
/** What the job of the lift has on GitHub: no secret that only the approved job has. */
const liftSecrets = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(shop.secrets).filter(
      ([name]) => !['REWIND_APPROVAL_KEY', 'REWIND_SIGNING_KEY', 'DATABASE_URL'].includes(name),
    ),
  );

test('the rollback workflow with the input "mitigation": one plan, an approval, the measure', async () => {
  const run = await shop.rollback({ mitigation: 'sorry' }).done;
  expect(outcome(run)).toEqual(['execute success', 'plan success', 'record success']);
  expect(run.job('plan').summary).toContain(
    'The approval of this plan also covers its lift: 30 minutes after it is begun',
  );
  expect(maintenance()).toBe(true);
}, 120_000);

test('the schedule lifts it after its time limit and not earlier, without an approval and its secrets', async () => {
  const early = await shop.lift({ secrets: liftSecrets() });
  expect(outcome(early)).toEqual(['execute skipped', 'lift success', 'plan skipped']);
  expect([early.step('lift', 'rewind').outputs.verdict, maintenance()]).toEqual(['nothing-to-lift', true]);
  const late = await shop.lift({ secrets: liftSecrets(), ...later });
  expect(outcome(late)).toEqual(['execute skipped', 'lift success', 'plan skipped']);
  expect([late.step('lift', 'rewind').outputs.verdict, maintenance()]).toEqual(['lifted', false]);
  expect(JSON.stringify(await shop.facts())).toBe(before);
}, 120_000);

test('its own workflow: the same measure again; without a name it lists them and fails', async () => {
  const nameless = await shop.mitigate({});
  expect(outcome(nameless)).toEqual(['execute skipped', 'lift skipped', 'plan failure']);
  expect(nameless.summary).toContain('sorry');
  const run = await shop.mitigate({ mitigation: 'sorry' });
  expect(outcome(run)).toEqual(['execute success', 'lift skipped', 'plan success']);
  expect(maintenance()).toBe(true);
}, 120_000);

test('no secret is anywhere', () => expectNoLeak(shop));
