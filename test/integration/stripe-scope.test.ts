import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Config } from '../../src/providers/stripe-webhooks/config.js';
import provider from '../../src/providers/stripe-webhooks/index.js';
import { StripeFixture, type Snapshot } from '../sandbox/stripe/fixture.js';
import { MemoryPayloads } from '../support/payloads.js';

/** The configuration of the plan covers more or less than that of the snapshot: what one side does not know stays. */
const SHOP = 'https://shop.example.test/hook';
const OTHER = 'https://other.example.test/hook';

let scene: StripeFixture;
beforeAll(async () => {
  scene = await StripeFixture.start();
});
afterAll(() => scene.close());
beforeEach(() => {
  scene.reset();
  scene.stripe.add({ url: SHOP, events: ['charge.succeeded'] });
  scene.stripe.add({ url: OTHER, events: ['invoice.paid'] });
  scene.stripe.add({
    url: 'https://shop.example.test/thin',
    events: ['v1.billing.meter.no_meter_found'],
    v2: { name: 'thin', type: 'webhook_endpoint', payload: 'thin', from: ['@self'] },
  });
});

const blind = async (config: Config, { state }: Snapshot): Promise<unknown> =>
  provider.capabilities?.blindSpots?.(state, await provider.capture(config, scene.context(), new MemoryPayloads()));

const V1 = { 'event-destinations': false };
const ONE = { endpoints: ['https://shop.example.test/'] };

describe.each<[string, Record<string, unknown>, Record<string, unknown>, string]>([
  ['event destinations, read only now', V1, {}, 'event destinations: the snapshot did not read them'],
  ['event destinations, read no more', {}, V1, 'event destinations: the configuration does not read them'],
  ['an endpoint, covered only now', ONE, {}, `${OTHER}: the configuration of the snapshot left it out`],
  ['an endpoint, covered no more', {}, ONE, `${OTHER}: the configuration leaves it out`],
])('%s', (_, before, now, told) => {
  test('nothing of it is new or gone, and the claim leaves it out', async () => {
    const saved = await scene.capture(scene.config({}, before));
    expect(await scene.plan(scene.config({}, now), saved)).toEqual([]);
    expect(await blind(scene.config({}, now), saved)).toEqual([told]);
    expect(await blind(scene.config({}, before), saved)).toEqual([]);
  });

  test('the others come back', async () => {
    const saved = await scene.capture(scene.config({}, before));
    for (const hook of scene.hooks) hook.enabled = false;
    const changes = await scene.plan(scene.config({}, now), saved);
    expect(changes.map(({ target }) => target)).toContain(`Stripe webhook endpoint "${SHOP}"`);
    expect(changes).toHaveLength(2);
  });
});

test.each([
  ['an endpoint', {}, OTHER],
  ['an endpoint with a hidden part', {}, 'https://other.example.test/T0123456789abcdefghij/hook'],
])('%s that was deleted, and that the configuration leaves out now: it stays as it is', async (_, before, url) => {
  for (const hook of scene.hooks) if (hook.url === OTHER) hook.url = url;
  const saved = await scene.capture(scene.config({}, before));
  scene.stripe.hooks = scene.stripe.hooks.filter((hook) => hook.url !== url);
  expect(await scene.plan(scene.config({}, ONE), saved)).toEqual([]);
  expect(await blind(scene.config({}, ONE), saved)).toEqual([
    `${url.replace(/T0\w+/, '…')}: the configuration leaves it out`,
  ]);
  expect(await scene.plan(scene.config({}, before), saved)).toMatchObject([{ action: 'create' }]);
});

test.each([
  ['a beginning without a path', 'https://shop.example.test', SHOP],
  ['a beginning of the host', 'https://shop.ex', SHOP],
  [
    'a beginning of the hidden part',
    'https://shop.example.test/T01',
    'https://shop.example.test/T0123456789abcdefghij',
  ],
  [
    'the hidden part',
    'https://shop.example.test/T0123456789abcdefghij',
    'https://shop.example.test/T0123456789abcdefghij/x',
  ],
])('a deleted endpoint that the configuration covers comes back: %s', async (_, endpoint, url) => {
  for (const hook of scene.hooks) if (hook.url === SHOP) hook.url = url;
  const saved = await scene.capture(scene.config());
  scene.stripe.hooks = scene.stripe.hooks.filter((hook) => hook.url !== url);
  const now = scene.config({}, { endpoints: [endpoint] });
  expect(await scene.plan(now, saved)).toMatchObject([{ action: 'create' }]);
  expect(await blind(now, saved)).not.toContainEqual(expect.stringMatching(/shop.*(hook|…)/));
});

test('an endpoint that was moved out of what is configured comes back', async () => {
  const config = scene.config({}, ONE);
  const saved = await scene.capture(config);
  for (const hook of scene.hooks) if (hook.url === SHOP) hook.url = 'https://elsewhere.example.test/hook';
  expect(await scene.plan(config, saved)).toMatchObject([{ action: 'update' }]);
});
