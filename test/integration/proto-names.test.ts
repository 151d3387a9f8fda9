import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { config as schema } from '../../src/providers/postgres/config.js';
import postgres from '../../src/providers/postgres/index.js';
import { canonicalJson } from '../../src/runtime/digest.js';
import { jsonValue, recordOf } from '../../src/runtime/json.js';
import { StripeFixture } from '../sandbox/stripe/fixture.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

/** `z.record()` leaves out the name `__proto__`: what differs under it was called equal. */
const SHOP = 'https://shop.example.test/hook';
let server: TestPostgres;
let scene: StripeFixture;
beforeAll(async () => {
  server = await startPostgres();
  scene = await StripeFixture.start();
});
afterAll(async () => {
  await scene.close();
  await server.stop();
});

const metadata = (value: string): Record<string, string> =>
  JSON.parse(`{"__proto__":"${value}","team":"payments"}`) as Record<string, string>;

test('a metadata key of a Stripe endpoint: a difference in it is seen, and it comes back', async () => {
  scene.stripe.add({ url: SHOP, events: ['charge.succeeded'], metadata: metadata('red') });
  scene.stripe.add({
    url: 'https://shop.example.test/thin',
    events: ['v1.billing.meter.no_meter_found'],
    metadata: metadata('red'),
    v2: { name: 'thin', type: 'webhook_endpoint', payload: 'thin', from: ['@self'] },
  });
  const config = scene.config();
  const saved = await scene.capture(config);
  for (const hook of scene.hooks) hook.metadata = metadata('blue');
  const changes = await scene.plan(config, saved);
  expect(changes.map(({ before, after }) => [before, after])).toEqual([
    ['metadata.__proto__: blue', 'metadata.__proto__: red'],
    ['metadata.__proto__: blue', 'metadata.__proto__: red'],
  ]);
  await scene.apply(config, changes, saved);
  expect(scene.hooks.map((hook) => JSON.stringify(hook.metadata))).toEqual([
    JSON.stringify(metadata('red')),
    JSON.stringify(metadata('red')),
  ]);
  expect(await scene.plan(config, saved)).toEqual([]);
});

test('a column of PostgreSQL: the stored state keeps it, and what old code meets is known', async () => {
  const ctx = testContext({ snapshotId: 's1', env: { DATABASE_URL: await server.createDatabase('odd') } });
  const config = schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}' });
  await server.query('odd', 'CREATE TABLE orders (id int, "__proto__" text)');
  const stored = JSON.stringify(await postgres.capture(config, ctx, new MemoryPayloads()));
  const saved = postgres.state.parse(JSON.parse(stored));
  expect(canonicalJson(saved)).toBe(canonicalJson(JSON.parse(stored)));
  await server.query('odd', 'ALTER TABLE orders DROP "__proto__"');
  const live = await postgres.capture(config, ctx, new MemoryPayloads('compare', saved));
  expect(postgres.capabilities?.database?.hazards(saved, live)).toEqual([
    { kind: 'gone', text: 'orders.__proto__ is gone: old code that reads or writes it fails' },
  ]);
});

test('recordOf keeps every name, checks every value, and says where a wrong one is', () => {
  const content: unknown = JSON.parse('{"__proto__":{"a":1},"constructor":{"a":2}}');
  const record = recordOf(z.strictObject({ a: z.number() }));
  expect(JSON.stringify(record.parse(content))).toBe(JSON.stringify(content));
  expect(JSON.stringify(recordOf(jsonValue).parse(content))).toBe(JSON.stringify(content));
  expect(record.safeParse(JSON.parse('{"__proto__":{"a":"x"}}')).error?.issues[0]?.path).toEqual(['__proto__', 'a']);
  for (const wrong of [null, [], 'text', undefined]) expect(record.safeParse(wrong).success).toBe(false);
});
