import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deliveriesOf, NOT_BEGUN, sendAll, type ReplayFacts, type ReplayProgress } from '../../src/engine/replay.js';
import type { Config } from '../../src/providers/stripe-webhooks/config.js';
import { replay } from '../../src/providers/stripe-webhooks/replay.js';
import { StripeFixture } from '../sandbox/stripe/fixture.js';
import { WebhookReceiver } from '../sandbox/stripe/receiver.js';

const SECRET = 'whsec_of_the_payments_endpoint';
const FROM = '2026-11-26T10:00:00.000Z';
const UNTIL = '2026-11-26T12:00:00.000Z';
const START = Date.parse(FROM) / 1000;

let scene: StripeFixture;
let app: WebhookReceiver;
let config: Config;
beforeAll(async () => {
  scene = await StripeFixture.start();
});
beforeEach(async () => {
  scene.reset();
  app = await WebhookReceiver.start(() => SECRET);
  config = scene.config({}, { 'signing-secrets': { [app.url]: entry('${STRIPE_WEBHOOK_SECRET}') } });
  scene.stripe.add({ url: app.url, events: ['charge.succeeded', 'charge.refunded'] });
});
afterEach(() => app.close());
afterAll(() => scene.close());

const entry = (secret?: string) => ({
  'vercel-env': 'STRIPE_WEBHOOK_SECRET',
  project: scene.vercel.project,
  team: scene.vercel.team,
  ...(secret === undefined ? {} : { secret }),
});
const context = () => scene.context({ env: { STRIPE_WEBHOOK_SECRET: SECRET } });
const plan = (): Promise<ReplayFacts> => replay.plan(config, context(), FROM, UNTIL);

/** Events of the time span, oldest first. */
function happened(count: number, type = 'charge.succeeded'): string[] {
  return Array.from({ length: count }, (_, at) => scene.stripe.happen(type, START + at, { id: `ch_${at}` }).id);
}

/** Sends in a run that keeps its progress, as the store does. @param endAt ends the run, as a kill does, at this note */
async function run(facts: ReplayFacts, kept: { progress: ReplayProgress }, endAt = Infinity): Promise<ReplayProgress> {
  const ctx = context();
  const send = await replay.sender(config, ctx, facts);
  let notes = 0;
  return sendAll(deliveriesOf(facts), kept.progress, ctx, send, async (progress) => {
    if ((notes += 1) > endAt) throw new Error('killed');
    kept.progress = progress;
  });
}

test('320 events arrive once, in order, correctly signed, at most five a second; those outside of the time span do not', async () => {
  scene.stripe.happen('charge.succeeded', START - 1);
  const ids = happened(320);
  scene.stripe.happen('charge.succeeded', Date.parse(UNTIL) / 1000);
  const facts = await plan();
  expect(facts.events.map(({ id }) => id)).toEqual(ids);
  const before = scene.clock.now().getTime();
  expect(await run(facts, { progress: NOT_BEGUN })).toMatchObject({ done: 320, refused: [], repeated: [] });
  expect(app.ids).toEqual(ids);
  expect(app.refused).toBe(0);
  expect(scene.clock.now().getTime() - before).toBeGreaterThanOrEqual(319 * 200);
  expect(scene.stripe.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test.each([
  ['after the event arrived, before that was noted', 31, 1],
  ['before the next event was sent', 32, 0],
])('killed half-way %s: the next run goes on there and names what may have arrived twice', async (_, endAt, twice) => {
  const ids = happened(40);
  const facts = await plan();
  const kept = { progress: NOT_BEGUN };
  await expect(run(facts, kept, endAt)).rejects.toThrow('killed');
  expect(app.ids).toHaveLength(16);
  const after = await run(facts, kept);
  expect(after).toMatchObject({ done: 40, repeated: twice === 1 ? [15] : [] });
  expect(app.ids).toHaveLength(40 + twice);
  expect([...new Set(app.ids)]).toEqual(ids);
  const received = app.ids.length;
  await run(facts, kept);
  expect(app.ids).toHaveLength(received);
});

test('an application that fails stops the sending, so that the order is kept; one that refuses an event does not', async () => {
  const ids = happened(6);
  const facts = await plan();
  const kept = { progress: NOT_BEGUN };
  app.answer = ({ id }) => (id === ids[1] ? 422 : id === ids[3] ? 500 : 200);
  await expect(run(facts, kept)).rejects.toMatchObject({ code: 'api-unavailable' });
  expect(app.ids).toEqual([ids[0], ids[2]]);
  app.answer = () => 200;
  expect(await run(facts, kept)).toMatchObject({ done: 6, refused: [{ at: 1, answer: 'HTTP 422' }], repeated: [3] });
  expect(app.ids).toEqual([ids[0], ids[2], ids[3], ids[4], ids[5]]);
});

describe('the plan', () => {
  test('sends an endpoint only what it subscribes to, and says who gets nothing and why', async () => {
    happened(2);
    happened(1, 'invoice.paid');
    scene.stripe.add({ url: 'https://shop.example.test/unknown', events: ['*'] });
    scene.stripe.add({ url: 'https://shop.example.test/off', events: ['*'], enabled: false });
    const facts = await plan();
    expect(facts.events).toHaveLength(2);
    expect(facts.targets).toMatchObject([{ address: app.url }]);
    expect(facts.skipped).toMatchObject([
      { address: 'https://shop.example.test/unknown', reason: 'its signing secret is not known here' },
    ]);
  });

  test('says what Stripe no longer keeps, and in which version events are sent', async () => {
    const old = '2026-01-01T00:00:00.000Z';
    scene.stripe.hooks = [];
    scene.stripe.add({ url: app.url, events: ['*'], apiVersion: '2026-08-26.dahlia' });
    happened(3);
    const { warnings } = await replay.plan(config, context(), old, UNTIL);
    expect(warnings[0]).toMatch(/^Stripe keeps events for 30 days: those before .* are gone\.$/);
    expect(warnings[1]).toBe(
      'Some events are sent in API version 2026-10-28.endive instead of 2026-08-26.dahlia of the endpoint.',
    );
  });

  test('an endpoint that moved after the approval gets nothing', async () => {
    happened(2);
    const facts = await plan();
    Object.assign(scene.stripe.hooks[0] ?? {}, { url: `${app.url}/other` });
    await expect(run(facts, { progress: NOT_BEGUN })).rejects.toMatchObject({ code: 'plan-drift' });
    expect(app.ids).toEqual([]);
  });

  test('a key without the permission: the error names it', async () => {
    scene.stripe.keys.set('rk_test_few', {
      livemode: false,
      permissions: new Set(['rak_webhook_read', 'rak_event_destinations_read']),
    });
    const ctx = scene.context({ key: 'rk_test_few', env: { STRIPE_WEBHOOK_SECRET: SECRET } });
    await expect(replay.plan(config, ctx, FROM, UNTIL)).rejects.toMatchObject({
      code: 'api-forbidden',
      remedy: expect.stringContaining('Events: read'),
    });
  });
});
