import { afterAll, beforeAll, expect, test } from '@jest/globals';
import provider from '../../src/providers/launchdarkly/index.js';
import { StripeFixture } from '../sandbox/stripe/fixture.js';
import { LaunchDarklySandbox } from '../sandbox/launchdarkly/server.js';
import { S3ObjectsSandbox } from '../sandbox/aws/objects.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import { s3Place } from '../support/s3-store.js';

/** A list that sends the same page again and again ends with an error, not with a process that reads for ever. */
const PAGES = 30;
let stripe: StripeFixture;
let launchdarkly: LaunchDarklySandbox;
let s3: S3ObjectsSandbox;

beforeAll(async () => {
  [stripe, launchdarkly, s3] = await Promise.all([
    StripeFixture.start(),
    new LaunchDarklySandbox().start(),
    new S3ObjectsSandbox().start(),
  ]);
});
afterAll(() => Promise.all([stripe.close(), launchdarkly.stop(), s3.stop()]));

test('webhook endpoints of Stripe', async () => {
  const url = 'https://shop.example.test/api/stripe';
  stripe.stripe.add({ url, events: ['charge.succeeded'] });
  const config = stripe.config({});
  await stripe.capture(config);
  const page = stripe.stripe.requests.findLast(({ path }) => path === '/v1/webhook_endpoints')?.answer?.body;
  const body = { ...(page as object), has_more: true };
  const on = /^GET \/v1\/webhook_endpoints$/;
  stripe.stripe.inject({ on, times: PAGES, with: { kind: 'answer', answer: { status: 200, body } } });
  await expect(stripe.capture(config)).rejects.toMatchObject({ code: 'api-unexpected-answer' });
});

test('flags of LaunchDarkly', async () => {
  launchdarkly.tokens.set('writer', 'writer');
  const shop = launchdarkly.addProject('shop', ['production']);
  for (let n = 0; n < 100; n += 1) launchdarkly.addFlag(shop, { key: `flag-${n}` });
  const config = {
    ...{ id: 'ld', provider: 'launchdarkly' as const, project: 'shop', environment: 'production' },
    'gate-timeout-seconds': 30,
  };
  const env = { LAUNCHDARKLY_ACCESS_TOKEN: 'writer', LAUNCHDARKLY_API_URL: launchdarkly.url };
  const capture = () => provider.capture(config, testContext({ env }), new MemoryPayloads());
  await capture();
  const first = launchdarkly.requests.find(({ path }) => path === '/api/v2/flags/shop')?.answer;
  if (first === undefined) throw new Error('no list was read');
  const on = /^GET \/api\/v2\/flags\/shop$/;
  launchdarkly.inject({ on, times: PAGES, with: { kind: 'answer', answer: first } });
  await expect(capture()).rejects.toMatchObject({ code: 'api-unexpected-answer' });
});

test('objects of a store in S3', async () => {
  s3.createStore('snapshots');
  const xml = (more: boolean): string =>
    `<ListBucketResult><Name>snapshots</Name><KeyCount>0</KeyCount><IsTruncated>${String(more)}</IsTruncated>${
      more ? '<NextContinuationToken>again</NextContinuationToken>' : ''
    }</ListBucketResult>`;
  const answer = { status: 200, body: xml(true), headers: { 'content-type': 'application/xml' } };
  s3.inject({ on: /^GET \/snapshots/, times: PAGES, with: { kind: 'answer', answer } });
  const store = await s3Place(s3.url, 'snapshots').open();
  await expect(store.list('')).rejects.toMatchObject({ code: 'store-unreadable' });
});
