import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import { connectBucket } from '../../src/providers/s3-bucket/client.js';
import provider from '../../src/providers/s3-bucket/index.js';
import { sharingReads } from '../../src/runtime/create-context.js';
import type { State } from '../../src/providers/s3-bucket/state.js';
import { failureOf, failures } from '../conformance/failures.suite.js';
import { S3Sandbox } from '../sandbox/aws/s3.js';
import { isWrite } from '../sandbox/json-server.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';
import {
  block,
  cors,
  lifecycle,
  ownership,
  PlainBucket,
  startingSettings,
  versioning,
} from '../sandbox/aws/s3-fixture.js';

const SECRET_KEY = 'aws-secret-4471c0ffee';
const config = { id: 'subject', provider: 's3-bucket' as const, bucket: 'media', region: 'us-east-1' };
let s3: S3Sandbox;
let bucket: PlainBucket;

beforeAll(async () => {
  s3 = await new S3Sandbox().start();
  bucket = new PlainBucket(s3.url, 'media');
});
afterAll(() => s3.stop());
async function reset(): Promise<void> {
  s3.clearFaults();
  s3.buckets.clear();
  s3.createBucket('media');
  for (const [setting, document] of startingSettings('media')) await bucket.set(setting, document);
  s3.requests.length = 0;
}
beforeEach(reset);

function context(env: Record<string, string | undefined> = {}): TestContext {
  return testContext({
    env: { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: SECRET_KEY, AWS_ENDPOINT_URL_S3: s3.url, ...env },
  });
}

async function capture(ctx = context()): Promise<{ state: State; payloads: MemoryPayloads }> {
  const payloads = new MemoryPayloads();
  return { state: await provider.capture(config, ctx, payloads), payloads };
}

const planNow = async (saved: State): Promise<Change[]> => provider.plan(saved, (await capture()).state);

async function applyAll(changes: readonly Change[], payloads: MemoryPayloads, ctx = context()): Promise<void> {
  for (const change of changes) await provider.apply(config, change, ctx, payloads);
}

/** Changes, removes and adds settings. */
async function deploy(): Promise<void> {
  await bucket.set('publicAccessBlock', null);
  await bucket.set('cors', cors([{ origins: ['*'], methods: ['GET', 'PUT'], age: 1 }]));
  await bucket.set('ownershipControls', ownership('ObjectWriter'));
  await bucket.set('lifecycle', lifecycle([{ id: 'all', prefix: '', days: 1 }]));
  await bucket.set('versioning', versioning('Suspended'));
  await bucket.set(
    'website',
    '<WebsiteConfiguration><IndexDocument><Suffix>i.html</Suffix></IndexDocument></WebsiteConfiguration>',
  );
}

/** A snapshot; then a deploy that changes, removes and adds settings. */
async function drifted(): Promise<{ state: State; payloads: MemoryPayloads; changes: Change[] }> {
  const { state, payloads } = await capture();
  await deploy();
  const changes = await planNow(state);
  expect(changes.map(({ id }) => id)).toEqual(['public-access-block', 'cors', 'ownership', 'lifecycle', 'website']);
  return { state, payloads, changes };
}

failures({
  name: 's3-bucket',
  provider,
  service: 'bucket media',
  credential: 'AWS_SECRET_ACCESS_KEY',
  hangs: false,
  start: async () => ({
    server: s3,
    config: () => config,
    context: ({ env } = {}) => context(env),
    reset,
    breakIt: deploy,
    close: async () => undefined,
  }),
});

test('the undo of a lifecycle rule brings no deleted object back, and says so', async () => {
  const undoOf = async (days: number): Promise<unknown> => {
    await bucket.set('lifecycle', lifecycle([{ id: 'all', prefix: '', days }]));
    const { state } = await capture();
    await bucket.set('lifecycle', null);
    return (await planNow(state)).find(({ id }) => id === 'lifecycle')?.undo;
  };
  expect(await undoOf(30)).toBe('"rewind undo" sets it back; objects that it deleted meanwhile do not come back');
});

describe('a service that stumbles', () => {
  test('a call that is never answered is given up and tried again', async () => {
    const client = await connectBucket(config, context(), { connectMs: 1000, requestMs: 200 });
    try {
      s3.inject({ with: { kind: 'hang' } });
      expect((await client.read('cors'))?.text).toContain('https://example.com');
      s3.inject({ times: 99, with: { kind: 'hang' } });
      const error = await failureOf(client.read('cors'));
      expect(error.code).toBe('api-unavailable');
      expect(error.message).toContain('read the CORS rules of bucket media');
    } finally {
      client.close();
    }
  }, 30_000);

  test('503 SlowDown for ever, and a truncated document: an error, never taken for "not set"', async () => {
    for (const [fault, code] of [
      [s3.error(503, 'SlowDown'), 'api-rate-limited'],
      [{ kind: 'truncated' }, 'api-unexpected-answer'],
    ] as const) {
      s3.clearFaults();
      s3.inject({ on: ({ query }) => query.has('cors'), times: 999, with: fault });
      const error = await failureOf(capture(context({ AWS_MAX_ATTEMPTS: '2' })));
      expect(error).toMatchObject({ code, resource: 'subject' });
      expect(error.message).toContain('CORS rules of bucket media');
    }
  });
});

describe('credentials and permissions', () => {
  test('an expired token: told once, although every setting is read', async () => {
    s3.inject({ times: 999, with: s3.error(400, 'ExpiredToken', 'The provided token has expired.') });
    const error = await failureOf(capture());
    expect(error.code).toBe('api-unauthorized');
    expect(error.remedy).toContain('AWS_SESSION_TOKEN');
    expect(error.problems).toEqual([]);
    expect(JSON.stringify([error.message, error.remedy])).not.toContain(SECRET_KEY);
  });

  test('missing permissions to read are all named, in the error and by check', async () => {
    s3.inject({
      on: ({ query }) => query.has('policy') || query.has('encryption'),
      times: 99,
      with: s3.error(403, 'AccessDenied'),
    });
    const error = await failureOf(capture());
    expect(error.code).toBe('api-forbidden');
    expect(error.problems.join('\n')).toContain('s3:GetBucketPolicy');
    expect(error.problems.join('\n')).toContain('s3:GetEncryptionConfiguration');
    const findings = await provider.check(config, context());
    expect(findings.map(({ code }) => code)).toEqual(['api-forbidden', 'api-forbidden']);
  });

  test('a missing permission to write names it; a later run finishes', async () => {
    const { state, payloads, changes } = await drifted();
    s3.inject({
      on: (request) => isWrite(request) && request.query.has('lifecycle'),
      times: 9,
      with: s3.error(403, 'AccessDenied'),
    });
    const error = await failureOf(applyAll(changes, payloads));
    expect(error.code).toBe('api-forbidden');
    expect(error.remedy).toContain('s3:PutLifecycleConfiguration');
    s3.clearFaults();
    await applyAll(await planNow(state), payloads);
    expect(await planNow(state)).toEqual([]);
  });

  test('the block of the whole account refuses a public policy: the remedy says where to look', async () => {
    const { payloads, state } = await capture();
    await bucket.set('policy', null);
    s3.accountBlocksPolicies = true;
    try {
      const error = await failureOf(applyAll(await planNow(state), payloads));
      expect(error.code).toBe('api-forbidden');
      expect(error.remedy).toContain('Block Public Access settings for this account');
    } finally {
      s3.accountBlocksPolicies = false;
    }
    // The door that was opened for the write is closed again.
    expect(s3.buckets.get('media')?.settings.publicAccessBlock).toContain('<BlockPublicPolicy>true');
  });
});

describe('a bucket that is gone, or is not ours', () => {
  test('deleted: snapshot, check and restore say so, once', async () => {
    const { payloads, changes } = await drifted();
    s3.buckets.clear();
    for (const error of [await failureOf(capture()), await failureOf(applyAll(changes, payloads))]) {
      expect(error.code).toBe('api-not-found');
      expect(error.remedy).toContain('media does not exist');
    }
    expect(await provider.check(config, context())).toMatchObject([{ level: 'error', code: 'api-not-found' }]);
  });

  test('owned by another account: refused before anything is read', async () => {
    const other = { ...config, 'expected-owner': '999999999999' };
    const error = await failureOf(provider.capture(other, context(), new MemoryPayloads()));
    expect(error.code).toBe('api-forbidden');
  });

  test('a payload that is no document: corrupt, and nothing is written', async () => {
    const { payloads, changes } = await drifted();
    payloads.contents.set('settings.json', Buffer.from('{"half'));
    const before = s3.writes;
    expect((await failureOf(applyAll(changes, payloads))).code).toBe('snapshot-corrupt');
    expect(s3.writes).toBe(before);
  });
});

describe('two operators at once', () => {
  test('two restores of the same snapshot: both end well', async () => {
    const { state, payloads, changes } = await drifted();
    await Promise.all([applyAll(changes, payloads), applyAll([...changes].reverse(), payloads)]);
    expect(await planNow(state)).toEqual([]);
  });

  test('what somebody else has restored already is not written again', async () => {
    const { payloads, changes } = await drifted();
    for (const [setting, document] of startingSettings('media')) await bucket.set(setting, document);
    await bucket.set('website', null);
    const before = s3.writes;
    await applyAll(changes, payloads);
    expect(s3.writes).toBe(before);
  });

  test('what somebody else changes meanwhile shows in the next plan', async () => {
    const { state, payloads, changes } = await drifted();
    await applyAll(changes, payloads);
    await bucket.set('publicAccessBlock', block(false, false, false, false));
    expect((await planNow(state)).map(({ id }) => id)).toEqual(['public-access-block']);
  });
});

test('check, comparison and snapshot of one rollback read each setting once; a write is read again', async () => {
  const run = context();
  const ctx = sharingReads(run, 10_000);
  const readings = async (): Promise<number> => {
    s3.requests.length = 0;
    await Promise.all([provider.check(config, ctx), provider.capture(config, ctx, new MemoryPayloads())]);
    const state = await provider.capture(config, ctx, new MemoryPayloads());
    expect(state).toEqual((await capture()).state);
    return s3.requests.length / 2;
  };
  const { payloads, state } = await capture();
  expect(await readings()).toBe(8);
  await deploy();
  await applyAll(await planNow(state), payloads, run);
  expect(await readings()).toBe(8);
});

test('a read that two steps share survives the end of the step that sent it', async () => {
  const ctx = sharingReads(context({ AWS_MAX_ATTEMPTS: '1' }), 10_000);
  const first = await connectBucket(config, ctx);
  const second = await connectBucket(config, ctx);
  s3.requests.length = 0;
  // The request has arrived, and is not answered.
  s3.before = () => first.close();
  const own = first.read('cors');
  const shared = second.read('cors');
  expect(await shared).toEqual(await own);
  expect(s3.requests).toHaveLength(1);
  s3.before = undefined;
  second.close();
});
