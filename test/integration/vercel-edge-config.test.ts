import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import type { Measure } from '../../src/engine/measure.js';
import type { State } from '../../src/providers/vercel-edge-config/state.js';
import provider from '../../src/providers/vercel-edge-config/index.js';
import type { ConfigStore } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

let vercel: VercelSandbox;
let store: ConfigStore;
let ctx: TestContext;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
});
afterAll(() => vercel.stop());
beforeEach(() => {
  vercel.clear();
  vercel.requests.length = 0;
  store = vercel.addStore('flags', { maintenance: false, plan: 'v2', rollout: 25 });
  ctx = testContext({
    env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url },
    http: { backoffMs: 1 },
  });
});
const config = () => ({ id: 'flags', provider: 'vercel-edge-config' as const, store: store.id, team: TEAM });
const set = (key: string, value: unknown) =>
  store.items.set(key, { value, description: null, createdAt: 1, updatedAt: vercel.now() });

test('everything in one PATCH: changed, missing and extra keys', async () => {
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(config(), ctx, payloads);
  set('maintenance', true);
  set('extra', [1]);
  store.items.delete('rollout');
  const plan = provider.plan(saved, await provider.capture(config(), ctx, new MemoryPayloads('compare')));
  expect(plan).toMatchObject([
    {
      before: expect.stringContaining('maintenance: true'),
      after: 'extra: absent; maintenance: false; rollout: 25',
      effect: 'live',
    },
  ]);
  for (const change of plan) await provider.apply(config(), change, ctx, payloads);
  expect(vercel.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
    {
      items: [
        { operation: 'upsert', key: 'maintenance', value: false, description: '' },
        { operation: 'upsert', key: 'rollout', value: 25, description: '' },
        { operation: 'delete', key: 'extra' },
      ],
    },
  ]);
  expect(Object.fromEntries([...store.items].map(([key, { value }]) => [key, value]))).toEqual({
    maintenance: false,
    plan: 'v2',
    rollout: 25,
  });
});

test('items named like members of an object: restored as any other', async () => {
  for (const key of ['constructor', 'toString']) set(key, 'before');
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(config(), ctx, payloads);
  set('constructor', 'after');
  set('valueOf', 'new');
  store.items.delete('toString');
  const [change] = provider.plan(saved, await provider.capture(config(), ctx, new MemoryPayloads('compare')));
  if (change) await provider.apply(config(), change, ctx, payloads);
  const values = ['constructor', 'toString', 'valueOf'].map((key) => store.items.get(key)?.value);
  expect(values).toEqual(['before', 'before', undefined]);
});

test('a value with a member named __proto__: a difference in it is seen, and it comes back', async () => {
  const value: unknown = JSON.parse('{"__proto__":{"plan":"free"},"b":1}');
  set('limits', value);
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(config(), ctx, payloads);
  set('limits', { b: 1 });
  const [change] = provider.plan(saved, await provider.capture(config(), ctx, new MemoryPayloads('compare')));
  if (change) await provider.apply(config(), change, ctx, payloads);
  expect(JSON.stringify(store.items.get('limits')?.value)).toBe(JSON.stringify(value));
});

test('an item that differs only in its description: the plan shows both descriptions', async () => {
  const saved = await provider.capture(config(), ctx, new MemoryPayloads());
  Object.assign(store.items.get('maintenance') ?? {}, { description: 'ask Bob' });
  set('plan', 'v3');
  expect(provider.plan(saved, await provider.capture(config(), ctx, new MemoryPayloads('compare')))).toMatchObject([
    {
      before: 'maintenance: false, description "ask Bob"; plan: "v3"',
      after: 'maintenance: false, no description; plan: "v2"',
    },
  ]);
});

test('somebody deletes a key between our read and our write: read again, and done', async () => {
  const payloads = new MemoryPayloads();
  const saved = await provider.capture(config(), ctx, payloads);
  set('extra', 1);
  set('maintenance', true);
  const plan = provider.plan(saved, await provider.capture(config(), ctx, new MemoryPayloads('compare')));
  let once = true;
  vercel.before = ({ method }) => {
    if (method === 'PATCH' && once) store.items.delete('extra');
    if (method === 'PATCH') once = false;
  };
  set('rollout', 99);
  for (const change of plan) await provider.apply(config(), change, ctx, payloads);
  expect([...store.items.keys()].sort()).toEqual(['maintenance', 'plan', 'rollout']);
  expect(store.items.get('maintenance')?.value).toBe(false);
  // Not in the plan: nobody approved its change.
  expect(store.items.get('rollout')?.value).toBe(99);
});

test.each([
  ['404', { status: 404, body: { error: { code: 'not_found', message: 'x' } } }],
  ['410', { status: 410, body: { error: { code: 'gone', message: 'x' } } }],
  ['404 with a page', { status: 404, body: '<html>not here</html>', headers: { 'content-type': 'text/html' } }],
])('the new path answers %s: the old one is used', async (_, answer) => {
  vercel.inject({ on: /global-config/, times: 99, with: { kind: 'answer', answer } });
  const saved = await provider.capture(config(), ctx, new MemoryPayloads());
  expect(saved.items).toHaveLength(3);
  expect(vercel.requests.filter(({ path }) => path.includes('global-config'))).toHaveLength(1);
});

test('no access is told as such, not taken for a store of the old path', async () => {
  vercel.inject({
    on: /global-config/,
    times: 99,
    with: { kind: 'answer', answer: { status: 403, body: { error: { code: 'forbidden', message: 'no' } } } },
  });
  await expect(provider.check(config(), ctx)).rejects.toMatchObject({ code: 'api-forbidden' });
});

test('what looks like a secret is not previewed, by its key or by itself', async () => {
  const hidden = [
    'signingKey',
    'AWS_ACCESS_KEY_ID',
    'api-keys',
    'dbPassword',
    'DSN',
    'user_pwd',
    'key',
    'webhookSecret',
  ];
  for (const key of hidden) set(key, 'plainword');
  set('blob', 'QUtJQUlPU0ZPRE5ON0VYQU1QTEU');
  const shown = ['monkey', 'keyboard', 'author', 'theme'];
  for (const key of shown) set(key, 'plainword');
  const { items } = await provider.capture(config(), ctx, new MemoryPayloads());
  const previews = new Map(items.map(({ key, preview }) => [key, preview]));
  for (const key of [...hidden, 'blob']) expect([key, previews.get(key)]).toEqual([key, null]);
  for (const key of shown) expect([key, previews.get(key)]).toEqual([key, '"plainword"']);
});

describe('maintenance by an item', () => {
  const measure = (value: unknown = true, key = 'maintenance') =>
    ({ kind: 'maintenance', item: { key, value } }) as Measure;
  const capture = (payloads = new MemoryPayloads('compare')) => provider.capture(config(), ctx, payloads);
  const { mitigation } = provider.capabilities ?? {};
  if (!mitigation) throw new Error('no mitigation');
  const goalOf = async (wanted: Measure) => mitigation.ease(config(), await capture(), wanted, {});
  // Through JSON, as a plan keeps it.
  const planTo = async (saved: State) => JSON.parse(JSON.stringify(provider.plan(saved, await capture()))) as Change[];
  const noPayload = new MemoryPayloads();
  const value = () => store.items.get('maintenance')?.value;

  test.each([true, 'on', 7, null])('%j: on without a payload, then nothing to do; off as before', async (wanted) => {
    store.items.set('maintenance', { value: false, description: 'closed?', createdAt: 1, updatedAt: 2 });
    const payloads = new MemoryPayloads();
    const before = await capture(payloads);
    const goal = await goalOf(measure(wanted));
    const plan = await planTo(goal.desired);
    expect(plan).toMatchObject([{ before: 'maintenance: false', after: `maintenance: ${JSON.stringify(wanted)}` }]);
    for (const change of plan) await provider.apply(config(), change, ctx, noPayload);
    expect(store.items.get('maintenance')).toMatchObject({ value: wanted, description: 'closed?' });
    expect(await planTo((await goalOf(measure(wanted))).desired)).toEqual([]);
    expect(await planTo(goal.desired)).toEqual([]);
    for (const change of await planTo(before)) await provider.apply(config(), change, ctx, payloads);
    expect(await planTo(before)).toEqual([]);
    expect(value()).toBe(false);
  });

  test('killed after the write, run again: nothing is left to do', async () => {
    const plan = await planTo((await goalOf(measure())).desired);
    vercel.crashAfterWrite(1);
    for (const change of plan) await expect(provider.apply(config(), change, ctx, noPayload)).rejects.toThrow();
    vercel.crashAfterWrite(0);
    for (const change of plan) await provider.apply(config(), change, ctx, noPayload);
    expect(value()).toBe(true);
    expect(vercel.requests.filter(({ method, status }) => method === 'PATCH' && status === 200)).toHaveLength(1);
  });

  test('what cannot be: no such item, an item that is deleted meanwhile, a value that no plan can compare', async () => {
    expect((await goalOf(measure(true, 'maintenence'))).unknown).toEqual(['maintenence']);
    expect((await goalOf({ kind: 'maintenance', flag: 'closed' })).impossible).toEqual([
      'An Edge Config takes maintenance with "item".',
    ]);
    await expect(mitigation.facts?.(config(), ctx, measure({ text: 'back soon' }))).rejects.toMatchObject({
      code: 'input-invalid',
    });
    const [change] = await planTo((await goalOf(measure())).desired);
    if (!change) throw new Error('no change');
    store.items.delete('maintenance');
    await expect(provider.apply(config(), change, ctx, noPayload)).rejects.toMatchObject({ code: 'api-conflict' });
    expect(store.items.has('maintenance')).toBe(false);
  });
});
