import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { adapter as stripePayments } from '../../src/probes/adapters/stripe-payments.js';
import { StripeSandbox } from '../sandbox/stripe/server.js';
import { testContext } from '../support/context.js';
import { probed, tickAt } from '../support/probes.js';

let stripe: StripeSandbox;
beforeAll(async () => void (stripe = await new StripeSandbox().start()));
afterAll(() => stripe.stop());
beforeEach(() => stripe.reset());

const context = (key = 'sk_test_sandbox') => testContext({ env: { STRIPE_API_KEY: key, STRIPE_API_URL: stripe.url } });
/** The interval 1,000,000 … 1,000,060 s: it is due when the last 15 s have settled. */
const DUE = 1_000_075_000;
const START = 1_000_000;
const counted = async (entry: Record<string, unknown> = {}, dueAt = DUE) => {
  const { samples, errors } = await probed(stripePayments, entry, context(), tickAt(dueAt));
  expect(errors).toEqual([]);
  return samples[0];
};
const succeed = (at: number) => stripe.happen('payment_intent.succeeded', START + at, { last_payment_error: null });
const fail = (at: number, type: string) =>
  stripe.happen('payment_intent.payment_failed', START + at, { last_payment_error: { type, code: 'x' } });

describe('payments', () => {
  test('failures of ours and declined cards are counted apart; the total holds all', async () => {
    for (const at of [0, 10, 20, 59]) succeed(at);
    fail(30, 'card_error');
    fail(31, 'card_error');
    fail(32, 'api_error');
    fail(33, 'invalid_request_error');
    stripe.happen('payment_intent.payment_failed', START + 34, { last_payment_error: null });
    // Neither another interval nor another type.
    fail(-1, 'api_error');
    fail(60, 'api_error');
    stripe.happen('charge.failed', START + 5, {});
    const interval = { kind: 'count', from: START * 1000, at: (START + 60) * 1000, total: 9 };
    expect(await counted()).toEqual({ ...interval, bad: 3 });
    expect(await counted({ count: 'declines' })).toEqual({ ...interval, bad: 2 });
    const [request] = stripe.requests;
    expect(request?.query.getAll('types[0]')).toEqual(['payment_intent.succeeded']);
  });

  test('no payment at all is an answer: silence', async () => {
    expect(await counted()).toMatchObject({ bad: 0, total: 0 });
  });

  test('the intervals of regular ticks follow one another without a gap', async () => {
    const [first, second] = [await counted({ every: 30 }, DUE + 400), await counted({ every: 30 }, DUE + 30_400)];
    expect(second).toMatchObject({ from: first?.at });
  });

  test('more events than are read: the interval begins later, so that the rate stays right', async () => {
    for (let at = 0; at < 5100; at += 1) succeed(Math.floor((at * 60) / 5100));
    // 85 events a second: the oldest that is read happened in second 1, which is left out.
    expect(await counted()).toMatchObject({
      from: (START + 2) * 1000,
      at: (START + 60) * 1000,
      bad: 0,
      total: 85 * 58,
    });
    expect(stripe.requests).toHaveLength(50);
  });
});

describe('subscriptions', () => {
  const change = (at: number, id: string, status: string, before?: string) =>
    stripe.happen(
      `customer.subscription.${before === undefined ? 'created' : 'updated'}`,
      START + at,
      { id, status },
      before === undefined ? undefined : before === '' ? { metadata: {} } : { status: before },
    );

  test('each that changed its status counts once, with the last one', async () => {
    change(1, 'new', 'incomplete');
    change(2, 'new', 'active', 'incomplete');
    change(3, 'late', 'past_due', 'active');
    change(4, 'late', 'unpaid', 'past_due');
    change(5, 'paid', 'past_due', 'active');
    change(6, 'paid', 'active', 'past_due');
    change(7, 'renamed', 'past_due', '');
    change(8, 'waits', 'incomplete');
    expect(await counted({ count: 'subscriptions' })).toMatchObject({ bad: 1, total: 4 });
    expect(await counted({ count: 'subscriptions', statuses: ['incomplete', 'unpaid'] })).toMatchObject({
      bad: 2,
      total: 4,
    });
  });
});

test('the baseline: the same hour of the last 7 days, the oldest first', async () => {
  const day = 86_400;
  for (const days of [8, 7, 2, 1, 0]) succeed(-days * day + 10);
  fail(-day + 11, 'api_error');
  const config = stripePayments.config.parse({ id: 'p', adapter: 'stripe-payments' });
  const span = { from: START * 1000, to: (START + 3600) * 1000 };
  // The double lists events as they were added; Stripe lists the newest first.
  stripe.events.sort((a, b) => b.created - a.created);
  const { samples, errors } = await stripePayments.history(config, span, context());
  expect(errors).toEqual([]);
  expect(samples.map((sample) => [sample.at, sample.kind === 'count' ? [sample.bad, sample.total] : null])).toEqual(
    [7, 6, 5, 4, 3, 2, 1].map((days) => [
      span.to - days * day * 1000,
      days === 7 || days === 2 ? [0, 1] : days === 1 ? [1, 2] : [0, 0],
    ]),
  );
});

test('a restricted key needs the permission to read events and nothing else', async () => {
  stripe.keys.set('rk_test_events', { livemode: false, permissions: new Set(['rak_event_read']) });
  stripe.keys.set('rk_test_other', { livemode: false, permissions: new Set(['rak_webhook_write']) });
  expect((await probed(stripePayments, {}, context('rk_test_events'))).samples).toHaveLength(1);
  expect((await probed(stripePayments, {}, context('rk_test_other'))).errors).toMatchObject([
    { reason: 'not-watched', message: expect.stringContaining('403') },
  ]);
});
