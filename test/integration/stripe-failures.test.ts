import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import provider from '../../src/providers/stripe-webhooks/index.js';
import type { Config } from '../../src/providers/stripe-webhooks/config.js';
import { failureOf, failures } from '../conformance/failures.suite.js';
import { StripeFixture, type Snapshot } from '../sandbox/stripe/fixture.js';

const PAY = 'https://shop.example.test/api/webhooks/stripe';
const OTHER = 'https://shop.example.test/api/other';

let scene: StripeFixture;
let config: Config;
beforeAll(async () => {
  scene = await StripeFixture.start();
});
afterAll(() => scene.close());
function reset(): void {
  scene.reset();
  config = scene.config({ [PAY]: 'STRIPE_WEBHOOK_SECRET' });
  scene.stripe.add({ url: PAY, events: ['charge.succeeded', 'charge.refunded'], description: 'payments' });
  scene.stripe.add({ url: OTHER, events: ['invoice.paid'] });
}
beforeEach(reset);

const pay = () => scene.hooks.find((hook) => hook.url === PAY);

/** A snapshot; then the payments endpoint is switched off. */
async function disabled(): Promise<{ saved: Snapshot; changes: Change[] }> {
  const saved = await scene.capture(config);
  Object.assign(pay() ?? {}, { enabled: false });
  const changes = await scene.plan(config, saved);
  expect(changes).toMatchObject([{ action: 'update', before: 'status: disabled', after: 'status: enabled' }]);
  return { saved, changes };
}

/** A snapshot; then the payments endpoint is deleted. */
async function deleted(): Promise<{ saved: Snapshot; changes: Change[]; id: string }> {
  const saved = await scene.capture(config);
  const id = pay()?.id ?? '';
  scene.stripe.remove(id);
  const changes = await scene.plan(config, saved);
  expect(changes.map((change) => change.id)).toEqual([`create:${id}`, `redeploy:${scene.vercel.project}`]);
  return { saved, changes, id };
}

/** The endpoint is switched off, or deleted and to be made again. */
describe.each([
  ['update', () => void Object.assign(pay() ?? {}, { enabled: false })],
  ['creation', () => scene.stripe.remove(pay()?.id ?? '')],
])('%s', (what, breakIt) => {
  failures({
    name: `stripe-webhooks, ${what}`,
    provider,
    service: 'Stripe',
    credential: 'STRIPE_API_KEY',
    start: async () => ({
      server: scene.stripe,
      config: () => config,
      context: ({ timeoutMs = 2000, env } = {}) => scene.context({ env: env ?? {}, http: { timeoutMs } }),
      reset: async () => reset(),
      breakIt,
      close: async () => undefined,
    }),
  });
});

describe('Stripe stumbles', () => {
  test('a change that was carried out and answered 500: asked again, without the key that would repeat the 500', async () => {
    const { saved, changes } = await disabled();
    scene.stripe.failNextWrites(2);
    await scene.apply(config, changes, saved);
    expect(pay()?.enabled).toBe(true);
  });

  test('Retry-After is obeyed; without one the pauses grow', async () => {
    const on = /^GET \/v1\/webhook_endpoints/;
    scene.stripe.inject({ on, with: { kind: 'answer', answer: scene.stripe.failure(429, { 'retry-after': '0.05' }) } });
    await scene.capture(config);
    // What the double asks for.
    expect(scene.slept).toBe(50);
    scene.slept = 0;
    scene.stripe.inject({ on, times: 6, with: { kind: 'answer', answer: scene.stripe.failure(429) } });
    await scene.capture(config, scene.context({ random: () => 0.5 }));
    expect(scene.slept).toBe(5 + 10 + 20 + 40 + 80 + 160);
  });

  test('a stored failure: v1 repeats it under the same idempotency key, so another key is used', async () => {
    const { saved, changes } = await deleted();
    scene.stripe.failNextWrites(1, '/v1/webhook_endpoints');
    await scene.apply(config, changes, saved);
    // The one that the failed request made after all is removed: its secret was never told.
    expect(scene.hooks.filter((hook) => hook.url === PAY)).toHaveLength(1);
    expect(scene.vercel.served('STRIPE_WEBHOOK_SECRET')).toBe(pay()?.secret);
    expect(await scene.plan(config, saved)).toEqual([]);
  });
});

describe('further rollbacks to the same snapshot, while Stripe keeps the idempotency keys', () => {
  test('somebody made another endpoint of the one that the first rollback made: one run is enough', async () => {
    const { saved, changes } = await deleted();
    await scene.apply(config, changes, saved);
    const first = pay();
    // Under the key of the first rollback, Stripe repeats that it made this one.
    Object.assign(first ?? {}, { url: `${PAY}/moved`, metadata: { team: 'red' } });
    await scene.apply(config, await scene.plan(config, saved), saved);
    expect(await scene.plan(config, saved)).toEqual([]);
    expect([pay()?.enabled, first?.enabled, pay()?.id === first?.id]).toEqual([true, false, false]);
    expect(scene.vercel.served('STRIPE_WEBHOOK_SECRET')).toBe(pay()?.secret);
  });

  test('the endpoint is deleted after each of six: the seventh makes it again', async () => {
    const { saved } = await deleted();
    for (let run = 1; run <= 7; run += 1) {
      await scene.apply(config, await scene.plan(config, saved), saved);
      expect(await scene.plan(config, saved)).toEqual([]);
      if (run < 7) scene.stripe.remove(pay()?.id ?? '');
    }
    expect(scene.vercel.served('STRIPE_WEBHOOK_SECRET')).toBe(pay()?.secret);
  });
});

test('check says what is wrong with many endpoints once, and names them', async () => {
  for (let count = 0; count < 14; count += 1) {
    scene.stripe.add({ url: `https://shop.example.test/hook/${count + 10}`, events: ['invoice.paid'] });
  }
  Object.assign(pay() ?? {}, { enabled: false });
  const findings = await provider.check(config, scene.context());
  const of = (code: string) => findings.filter((finding) => finding.code === code);
  const [unnamed, ...others] = of('stripe-no-secret-target');
  expect(others).toEqual([]);
  expect(unnamed?.message).toMatch(/^15 endpoints have no entry under signing-secrets, so a person .*: https:.*hook/);
  expect(unnamed?.message).toMatch(/ and 5 more\.$/);
  expect(of('stripe-endpoint-disabled').map(({ message }) => message)).toEqual([
    `${PAY} is disabled now; a snapshot would keep it so.`,
  ]);
});

describe('the key', () => {
  test('expired: told as such, by capture and by check, and never shown', async () => {
    const ctx = scene.context({ key: 'sk_test_expired0000000000' });
    const error = await failureOf(scene.capture(config, ctx));
    expect(error.code).toBe('api-unauthorized');
    const findings = await provider.check(config, ctx);
    expect(findings.map(({ level, code }) => [level, code])).toEqual([['error', 'stripe-key-invalid']]);
    expect(JSON.stringify([error.message, error.remedy, findings, ctx.lines])).not.toContain('expired0000000000');
  });

  test('restricted, without webhooks: 403 names the permission', async () => {
    scene.stripe.keys.set('rk_test_none', { livemode: false, permissions: new Set() });
    const ctx = scene.context({ key: 'rk_test_none' });
    const error = await failureOf(scene.capture(config, ctx));
    expect(error.code).toBe('api-forbidden');
    expect(error.remedy).toContain('Webhook endpoints: read');
    const [finding] = await provider.check(config, ctx);
    expect(finding).toMatchObject({ level: 'error', code: 'stripe-permission' });
    expect(finding?.remedy).toContain('Webhook endpoints: read');
  });

  test('restricted, without event destinations: 403 names it, and how to do without', async () => {
    scene.stripe.keys.set('rk_test_v1', { livemode: false, permissions: new Set(['rak_webhook_read']) });
    const ctx = scene.context({ key: 'rk_test_v1' });
    const error = await failureOf(scene.capture(config, ctx));
    expect(error.remedy).toContain('Event destinations: read');
    const without = scene.config({ [PAY]: 'STRIPE_WEBHOOK_SECRET' }, { 'event-destinations': false });
    const { state } = await scene.capture(without, ctx);
    expect(state.hooks).toHaveLength(2);
    expect(state.account).toBeNull();
  });

  test('restricted, read only: capture works, a change says which permission is missing', async () => {
    const permissions = new Set(['rak_webhook_read', 'rak_event_destinations_read']);
    scene.stripe.keys.set('rk_test_read', { livemode: false, permissions });
    const { saved, changes } = await disabled();
    const error = await failureOf(scene.apply(config, changes, saved, scene.context({ key: 'rk_test_read' })));
    expect(error.code).toBe('api-forbidden');
    expect(error.remedy).toContain('Webhook endpoints: write');
    expect(pay()?.enabled).toBe(false);
  });

  test('of the other mode: plan, preflight and apply refuse it', async () => {
    const { saved, changes } = await disabled();
    const live = scene.context({ key: 'sk_live_sandbox' });
    const error = await failureOf(scene.plan(config, saved, live));
    expect(error.code).toBe('snapshot-foreign');
    expect(error.message).toMatch(/test-mode endpoints.*live-mode key/);
    const findings = await provider.preflight?.(config, changes, live, saved.payloads);
    expect(findings).toMatchObject([{ level: 'error', code: 'stripe-mode-mismatch' }]);
    expect((await failureOf(scene.apply(config, changes, saved, live))).code).toBe('snapshot-foreign');
    expect(pay()?.enabled).toBe(false);
  });

  test('of another account: the plan refuses it and names both', async () => {
    const saved = await scene.capture(config);
    const before = scene.stripe.account;
    scene.stripe.account = 'acct_another';
    const error = await failureOf(scene.plan(config, saved));
    scene.stripe.account = before;
    expect(error.code).toBe('snapshot-foreign');
    expect(error.message).toContain(before);
    expect(error.message).toContain('acct_another');
  });
});

describe('deleted, and changed by others', () => {
  test('deleted between plan and apply: said, and the next plan re-creates it', async () => {
    const { saved, changes } = await disabled();
    scene.stripe.remove(pay()?.id ?? '');
    const error = await failureOf(scene.apply(config, changes, saved));
    expect(error.code).toBe('api-not-found');
    expect(error.remedy).toContain('plan again');
    const again = await scene.plan(config, saved);
    expect(again.map(({ action }) => action)).toEqual(['create', 'run']);
    await scene.apply(config, again, saved);
    expect(await scene.plan(config, saved)).toEqual([]);
  });

  test('deleted, and no place for its secret configured: left to a person, nothing is made', async () => {
    const saved = await scene.capture(config);
    scene.stripe.remove(scene.hooks.find((hook) => hook.url === OTHER)?.id ?? '');
    const [change, ...rest] = await scene.plan(config, saved);
    expect(rest).toEqual([]);
    expect(change?.manual).toContain('signing-secrets entry');
    await scene.apply(config, change ? [change] : [], saved);
    expect(scene.hooks).toHaveLength(1);
  });

  test('deleted and made again by hand with an API version of its own: re-created, the stranger is switched off', async () => {
    const saved = await scene.capture(config);
    scene.stripe.remove(pay()?.id ?? '');
    const stranger = scene.stripe.add({ url: PAY, apiVersion: '2020-08-27' });
    const changes = await scene.plan(config, saved);
    expect(changes.map(({ id }) => id.split(':')[0])).toEqual(['create', 'disable', 'redeploy']);
    await scene.apply(config, changes, saved);
    expect(await scene.plan(config, saved)).toEqual([]);
    expect(scene.stripe.find(stranger.id)?.enabled).toBe(false);
    expect(scene.hooks.filter((hook) => hook.url === PAY && hook.enabled)).toMatchObject([{ apiVersion: null }]);
  });

  test('deleted and made again by hand, all alike: nothing is re-created, but the other secret is said', async () => {
    const saved = await scene.capture(config);
    const before = pay();
    scene.stripe.remove(before?.id ?? '');
    scene.stripe.add({ url: PAY, events: [...(before?.events ?? [])], description: 'payments' });
    const changes = await scene.plan(config, saved);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.manual).toContain('signing secret');
  });

  test('a new endpoint is switched off, not deleted', async () => {
    const saved = await scene.capture(config);
    const extra = scene.stripe.add({ url: `${OTHER}/new` });
    const changes = await scene.plan(config, saved);
    await scene.apply(config, changes, saved);
    expect(scene.stripe.find(extra.id)).toMatchObject({ enabled: false, secret: extra.secret });
    expect(await scene.plan(config, saved)).toEqual([]);
  });

  test('two operators at once: both succeed, one endpoint, one secret', async () => {
    const { saved, changes } = await deleted();
    scene.stripe.latencyMs = 3;
    await Promise.all([scene.apply(config, changes, saved), scene.apply(config, changes, saved)]);
    scene.stripe.latencyMs = 0;
    expect(scene.hooks.filter((hook) => hook.url === PAY)).toHaveLength(1);
    expect(scene.vercel.served('STRIPE_WEBHOOK_SECRET')).toBe(pay()?.secret);
    expect(await scene.plan(config, saved)).toEqual([]);
  });

  test('two operators at once change the same endpoint: the end is as captured', async () => {
    const { saved, changes } = await disabled();
    await Promise.all([scene.apply(config, changes, saved), scene.apply(config, changes, saved)]);
    expect(await scene.plan(config, saved)).toEqual([]);
  });
});

describe('many', () => {
  test('all pages are read, v1 and v2', async () => {
    for (let i = 0; i < 230; i += 1) scene.stripe.add({ url: `${OTHER}/${i}`, enabled: false });
    const v2 = { name: 'thin', type: 'webhook_endpoint', payload: 'thin', from: ['@self'] } as const;
    for (let i = 0; i < 40; i += 1) scene.stripe.add({ url: `${PAY}/${i}`, v2: { ...v2, from: [...v2.from] } });
    scene.stripe.requests.length = 0;
    const { state } = await scene.capture(config);
    expect(state.hooks).toHaveLength(272);
    expect(state.hooks.filter(({ kind }) => kind === 'destination')).toHaveLength(40);
    // 3 pages of v1, 3 of v2, and the account.
    expect(scene.stripe.requests).toHaveLength(7);
  });

  test('no place left: Stripe refuses, in words', async () => {
    const { saved, changes } = await deleted();
    for (let i = 0; i < 15; i += 1) scene.stripe.add({ url: `${OTHER}/${i}`, enabled: false });
    const findings = await provider.preflight?.(config, changes, scene.context(), saved.payloads);
    expect(findings?.map(({ code }) => code)).toContain('stripe-endpoint-limit');
    const error = await failureOf(scene.apply(config, changes, saved));
    expect(error.code).toBe('api-rejected');
    expect(error.message).toContain('maximum of 16');
  });
});
