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

test('an endpoint that was moved out of what is configured comes back', async () => {
  const config = scene.config({}, ONE);
  const saved = await scene.capture(config);
  for (const hook of scene.hooks) if (hook.url === SHOP) hook.url = 'https://elsewhere.example.test/hook';
  expect(await scene.plan(config, saved)).toMatchObject([{ action: 'update' }]);
});
