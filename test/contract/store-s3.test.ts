import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { S3Client } from '@aws-sdk/client-s3';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import type { Manifest } from '../../src/engine/manifest.js';
import { defineProvider } from '../../src/engine/provider.js';
import { findSnapshot } from '../../src/engine/choose.js';
import { proveSnapshot } from '../../src/engine/read-back.js';
import { takeSnapshot } from '../../src/engine/snapshot.js';
import { checkPayloads, SealingSink } from '../../src/engine/payload-files.js';
import { commitSnapshot, listSnapshotIds, removeSnapshot } from '../../src/engine/snapshot-files.js';
import { openStore } from '../../src/store/index.js';
import { createS3Store } from '../../src/store/s3/index.js';
import type { Store } from '../../src/store/store.js';
import { S3ObjectsSandbox, type Content } from '../sandbox/aws/objects.js';
import { testContext } from '../support/context.js';
import { plainClient, s3Place, waitForPart, type S3Place } from '../support/s3-store.js';
import { errorOf, runStoreSuite } from './store-suite.js';

const MB = 1024 * 1024;
let s3: S3ObjectsSandbox;
let client: S3Client;
let number = 0;

beforeAll(async () => {
  s3 = await new S3ObjectsSandbox().start();
  client = plainClient(s3.url);
});
afterAll(async () => {
  client.destroy();
  await s3.stop();
});

/** A place in a bucket of its own. */
function newPlace(options: Parameters<S3ObjectsSandbox['createStore']>[1] = {}, config = {}): S3Place {
  const bucket = `store-${(number += 1)}`;
  s3.createStore(bucket, options);
  return s3Place(s3.url, bucket, config, async () => {
    s3.removeStore(bucket);
    s3.requests.length = 0;
  });
}

const contentOf = (place: S3Place): Content => {
  const content = s3.contents.get(place.config.bucket);
  if (!content) throw new Error('no such bucket');
  return content;
};

let killed = 0;
runStoreSuite('s3', async () => newPlace(), {
  megabytes: 250,
  inTheMiddle: async (place) => {
    killed += 1;
    await waitForPart(client, place.config.kind === 's3' ? place.config.bucket : '', killed);
  },
  afterKill: async (place) => {
    if (place.config.kind !== 's3') throw new Error('not an S3 place');
    const { bucket } = place.config;
    const { context, config } = s3Place(s3.url, bucket);
    const unfinished = (): number => s3.contents.get(bucket)?.uploads.size ?? -1;
    expect(unfinished()).toBe(2);
    // A run going on at the same time must not lose its upload …
    await (await openStore(config, context())).put('next', Buffer.from('1'));
    expect(unfinished()).toBe(2);
    // … but what is a day old is a leftover.
    expect((await (await openStore(config, context(2))).check()).map(({ code }) => code)).toContain(
      'store-unfinished-uploads',
    );
    await (await openStore(config, context(2))).put('next', Buffer.from('2'));
    expect(unfinished()).toBe(0);
  },
});

describe('store s3', () => {
  let place: S3Place;
  let store: Store;
  const at = (key: string): string => `${place.config.prefix}/${key}`;
  const big = (parts: number): Buffer => randomBytes(parts * 8 * MB - 1000);

  beforeEach(async () => {
    s3.clearFaults();
    s3.repeatsCompletion = true;
    s3.pageSize = 1000;
    s3.requests.length = 0;
    place = newPlace();
    store = await place.open();
  });

  const stored = async (key: string): Promise<Buffer> => buffer(await store.open(key));

  test('every byte is sent with its SHA-256, in parts of 8 MiB, three at a time', async () => {
    const content = big(5);
    expect(await store.put('big', Readable.from([content]))).toEqual({ key: 'big', bytes: content.length });
    await store.put('small', Buffer.from('small'));
    const puts = s3.requests.filter(({ method }) => method === 'PUT');
    expect(puts.map(({ bytes }) => bytes.length).sort((a, b) => a - b)).toEqual([
      5,
      8 * MB - 1000,
      ...Array.from({ length: 4 }, () => 8 * MB),
    ]);
    for (const { headers, bytes } of puts) {
      expect(headers['x-amz-checksum-sha256']).toBe(createHash('sha256').update(bytes).digest('base64'));
    }
    expect(s3.latest(place.config.bucket, at('big'))?.sha256).toMatch(/-5$/);
    expect((await stored('big')).equals(content)).toBe(true);
  });

  test('a versioned bucket keeps what is replaced or deleted, and lists only what is there', async () => {
    place = newPlace({ versioned: true });
    store = await place.open();
    await store.put('k', Buffer.from('first'));
    await store.put('k', Buffer.from('second'));
    await store.delete('k');
    expect(await store.list('')).toEqual([]);
    expect((await errorOf(store.open('k'))).code).toBe('snapshot-corrupt');
    const versions = contentOf(place).versions.get(at('k')) ?? [];
    expect(versions.map(({ content }) => (content ? Buffer.concat(content).toString() : null))).toEqual([
      'first',
      'second',
      null,
    ]);
    expect((await store.check()).map(({ code }) => code)).not.toContain('store-not-versioned');
  });

  test('object lock and a KMS key go with every object, large or small; the probe of check is not locked', async () => {
    place = newPlace(
      { objectLock: true },
      { 'object-lock': { mode: 'compliance', days: 30 }, 'kms-key': 'alias/snapshots' },
    );
    store = await place.open();
    await store.put('small', Buffer.from('small'));
    await store.put('big', Readable.from([big(2)]));
    for (const key of ['small', 'big']) {
      const version = s3.latest(place.config.bucket, at(key));
      expect(version).toMatchObject({ encryption: 'aws:kms', kmsKey: 'alias/snapshots', lock: { mode: 'COMPLIANCE' } });
      const days = ((version?.lock?.until.getTime() ?? 0) - Date.now()) / 86_400_000;
      expect(Math.round(days)).toBe(30);
    }
    expect((await store.check()).filter(({ level }) => level === 'error')).toEqual([]);
    const probes = [...contentOf(place).versions].filter(([key]) => key.includes('probe'));
    expect(probes).toHaveLength(1);
    expect(probes.flatMap(([, versions]) => versions.map(({ lock }) => lock))).toEqual([undefined, undefined]);
  });

  test('object lock on a bucket without it is found by check, before a snapshot fails', async () => {
    place = newPlace({}, { 'object-lock': { mode: 'governance', days: 1 } });
    store = await place.open();
    expect(await store.check()).toContainEqual(
      expect.objectContaining({ level: 'error', code: 'store-object-lock-off' }),
    );
    const error = await errorOf(store.put('k', Buffer.from('x')));
    expect(error.code).toBe('store-write-failed');
    expect(error.message).toContain('Object Lock');
  });

  test('check says what the bucket lacks', async () => {
    const bucket = s3.buckets.get(place.config.bucket);
    expect((await store.check()).map(({ level, code }) => `${level} ${code}`).sort()).toEqual([
      'warning store-not-versioned',
      'warning store-public-access-possible',
    ]);
    if (bucket) bucket.settings.policy = '{"Statement":[{"Effect":"Allow","Principal":"*"}]}';
    expect((await store.check()).map(({ level, code }) => `${level} ${code}`)).toContain('error store-public');
    expect(await store.list('')).toEqual([]);
  });

  const rule = (filter: string, rest: string): string =>
    `<LifecycleConfiguration><Rule><ID>old things</ID><Filter>${filter}</Filter><Status>Enabled</Status>${rest}</Rule></LifecycleConfiguration>`;
  const expires = '<Expiration><Days>7</Days></Expiration>';
  const archives = '<Transition><Days>1</Days><StorageClass>GLACIER</StorageClass></Transition>';

  test.each<[string, string, string | null]>([
    ['the whole bucket expires', rule('<Prefix></Prefix>', expires), '"old things" deletes objects after 7 days'],
    ['a part of the store', rule('<Prefix>rewind/shop/snapshots/</Prefix>', expires), 'deletes objects after 7 days'],
    ['an archive', rule('<Prefix>rewind/</Prefix>', archives), '"old things" moves objects to GLACIER after 1 day'],
    ['another prefix', rule('<Prefix>rewind/shop-two/</Prefix>', expires), null],
    ['tagged objects', rule('<Tag><Key>a</Key><Value>b</Value></Tag>', expires), null],
    ['a class that can be read', rule('<Prefix></Prefix>', archives.replace('GLACIER', 'GLACIER_IR')), null],
    ['a rule that is off', rule('<Prefix></Prefix>', expires).replace('Enabled', 'Disabled'), null],
    [
      'the rule of docs/stores.md',
      rule(
        '<Prefix>rewind/shop/</Prefix>',
        '<NoncurrentVersionExpiration><NoncurrentDays>30</NoncurrentDays></NoncurrentVersionExpiration><Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>',
      ),
      null,
    ],
  ])('check names a rule that takes snapshots away: %s', async (_what, lifecycle, says) => {
    const bucket = s3.buckets.get(place.config.bucket);
    if (bucket) bucket.settings.lifecycle = lifecycle;
    const found = (await store.check()).filter(({ code }) => code === 'store-objects-expire');
    expect(found.map(({ message }) => message)).toEqual(says === null ? [] : [expect.stringContaining(says)]);
  });

  test('lists over many pages', async () => {
    s3.pageSize = 7;
    const names = Array.from({ length: 30 }, (_, n) => `many/${String(n).padStart(3, '0')}`);
    await Promise.all(names.map((name) => store.put(name, Buffer.from(name))));
    expect((await store.list('many')).map(({ key }) => key)).toEqual(names);
  });

  test.each([
    ['the page of a proxy with status 200', '<html><h1>Sign in</h1></html>', 'is not one of S3'],
    [
      'a page that says that there are more, and not where',
      '<ListBucketResult><Name>b</Name><IsTruncated>true</IsTruncated></ListBucketResult>',
      'does not say where its next page begins',
    ],
  ])('%s is no empty list', async (_what, body, message) => {
    await store.put('k', Buffer.from('k'));
    s3.inject({ with: { kind: 'answer', answer: { status: 200, body } } });
    const error = await errorOf(store.list(''));
    expect([error.code, error.message]).toEqual(['store-unreadable', expect.stringContaining(message)]);
    expect(error.remedy).toContain('AWS_ENDPOINT_URL_S3');
  });

  test('check: the page of a proxy in place of S3 makes the store unusable', async () => {
    s3.inject({ times: 20, with: { kind: 'html', status: 200 } });
    expect((await store.check()).map(({ code, message }) => [code, message])).toEqual([
      ['store-unusable', expect.stringContaining('is not one of S3')],
    ]);
  });

  test('objects that are not ours are neither listed nor swept', async () => {
    const content = contentOf(place);
    const foreign = { versionId: 'null', content: [Buffer.from('x')], bytes: 1, etag: '"x"' };
    for (const key of ['rewind/shop-two/k', 'other/k', 'rewind/shop/with space']) content.versions.set(key, [foreign]);
    const old = { initiated: new Date(0), algorithm: undefined, parts: new Map() };
    content.uploads.set('ours', { ...old, id: 'ours', key: 'rewind/shop/k' });
    content.uploads.set('theirs', { ...old, id: 'theirs', key: 'rewind/shop-two/k' });
    await store.put('k', Buffer.from('k'));
    expect(await store.list('')).toEqual([{ key: 'k', bytes: 1 }]);
    expect([...content.uploads.keys()]).toEqual(['theirs']);
  });

  test('leftovers on many pages are all swept', async () => {
    s3.pageSize = 2;
    const { uploads } = contentOf(place);
    for (let n = 0; n < 7; n += 1) {
      const id = `u${n}`;
      uploads.set(id, { id, key: at(`k${n % 3}`), initiated: new Date(n), algorithm: undefined, parts: new Map() });
    }
    await store.put('k', Buffer.from('k'));
    expect(uploads.size).toBe(0);
  });

  test('leftovers that cannot be looked for are a warning, not a reason to fail', async () => {
    const context = place.context();
    const its = await openStore(place.config, context);
    s3.inject({ on: ({ query }) => query.has('uploads'), with: s3.error(403, 'AccessDenied') });
    await its.put('k', Buffer.from('k'));
    expect(context.lines.join('\n')).toMatch(/\)\. Grant s3:ListBucketMultipartUploads/);
    expect((await stored('k')).toString()).toBe('k');
  });

  describe('when S3 fails', () => {
    test('a refused part ends the upload, which is aborted; nothing shows', async () => {
      s3.inject({
        on: ({ query }) => query.get('partNumber') === '3',
        times: 99,
        with: s3.error(403, 'AccessDenied'),
      });
      const error = await errorOf(store.put('big', Readable.from([big(6)])));
      expect(error.code).toBe('store-write-failed');
      expect(error.remedy).toContain('s3:PutObject');
      expect(contentOf(place).uploads.size).toBe(0);
      expect(await store.list('')).toEqual([]);
    });

    test('a run that is cancelled in the middle aborts its upload', async () => {
      const stop = new AbortController();
      const its = await openStore(place.config, { ...place.context(), signal: stop.signal });
      const content = big(4);
      const stream = Readable.from(
        (async function* () {
          yield content;
          await waitForPart(client, place.config.bucket, 1);
          stop.abort();
          yield content;
        })(),
      );
      expect((await errorOf(its.put('big', stream))).code).toBe('cancelled');
      expect(contentOf(place).uploads.size).toBe(0);
      expect(await store.list('')).toEqual([]);
    });

    test.each(['SlowDown', 'reset', 'InternalError inside a 200'])('%s now and then is survived', async (what) => {
      const content = big(3);
      const once = [
        ({ query }: { query: URLSearchParams }) => query.has('uploads'),
        ({ query }: { query: URLSearchParams }) => query.get('partNumber') === '2',
        ({ query, method }: { query: URLSearchParams; method: string }) => method === 'POST' && query.has('uploadId'),
      ];
      for (const matches of what.startsWith('Internal') ? once.slice(2) : once) {
        if (what === 'reset') s3.inject({ on: matches, with: { kind: 'reset' } });
        else if (what === 'SlowDown') s3.inject({ on: matches, with: s3.error(503, 'SlowDown') });
        else s3.inject({ on: matches, with: s3.error(200, 'InternalError') });
      }
      await store.put('big', Readable.from([content]));
      expect((await stored('big')).equals(content)).toBe(true);
      expect(contentOf(place).uploads.size).toBe(0);
    });

    test.each([
      ['repeats its answer (Amazon)', true],
      ['has forgotten the upload (MinIO)', false],
    ])('the answer to the completion is lost, and S3 %s: it is a success', async (_who, repeats) => {
      s3.repeatsCompletion = repeats;
      const content = big(2);
      const completes = ({ query, method }: { query: URLSearchParams; method: string }): boolean =>
        method === 'POST' && query.has('uploadId');
      s3.inject({ on: completes, with: { kind: 'reset', executed: true } });
      expect(await store.put('big', Readable.from([content]))).toEqual({ key: 'big', bytes: content.length });
      expect((await stored('big')).equals(content)).toBe(true);
    });

    test('the answer to a creation is lost, and the SDK repeats it: this run has created it', async () => {
      s3.inject({ on: ({ method }) => method === 'PUT', with: { kind: 'reset', executed: true } });
      expect(await store.create?.('once', Buffer.from('this run'))).toBe(true);
      s3.inject({ on: ({ method }) => method === 'PUT', with: { kind: 'reset' } });
      expect(await store.create?.('once', Buffer.from('another'))).toBe(false);
    });

    test('another creation of the key was first, and its object is gone before it is read: not created', async () => {
      s3.inject({ on: ({ method }) => method === 'PUT', with: s3.error(412, 'PreconditionFailed') });
      expect(await store.create?.('gone', Buffer.from('this run'))).toBe(false);
    });

    test('check: a service that ignores If-None-Match cannot hold the lock', async () => {
      const ignored = { kind: 'answer', answer: { status: 200 } } as const;
      s3.inject({ on: ({ headers }) => headers['if-none-match'] === '*', after: 1, with: ignored });
      expect((await store.check()).map(({ code, message }) => [code, message])).toEqual([
        ['store-unusable', expect.stringContaining('ignores If-None-Match')],
      ]);
    });

    test('an upload that somebody else aborted is a failure, although an older object is there', async () => {
      s3.repeatsCompletion = false;
      await store.put('big', Readable.from([big(2)]));
      const before = await stored('big');
      s3.inject({
        on: ({ query, method }) => method === 'POST' && query.has('uploadId'),
        with: s3.error(404, 'NoSuchUpload'),
      });
      const error = await errorOf(store.put('big', Readable.from([big(2)])));
      expect(error.code).toBe('store-write-failed');
      expect(error.message).toContain('NoSuchUpload');
      expect((await stored('big')).equals(before)).toBe(true);
    });

    test('a download that breaks off goes on where it was', async () => {
      const content = big(2);
      await store.put('big', Readable.from([content]));
      s3.requests.length = 0;
      s3.inject({ times: 2, with: { kind: 'cut' } });
      expect((await stored('big')).equals(content)).toBe(true);
      const ranges = s3.requests.map(({ headers }) => headers.range);
      expect(ranges).toHaveLength(3);
      expect(ranges[0]).toBeUndefined();
      for (const [index, { headers }] of s3.requests.entries()) {
        if (index > 0) expect(headers['if-match']).toBe(s3.latest(place.config.bucket, at('big'))?.etag);
      }
    });

    /** Headers, a few bytes or none, and then nothing: the connection stays open. */
    const stall = (times: number, body?: string): void => {
      const etag = s3.latest(place.config.bucket, at('big'))?.etag ?? '';
      const headers = { 'content-length': '1000', etag };
      s3.inject({
        on: ({ method }) => method === 'GET',
        times,
        with: { kind: 'answer', answer: { status: 200, headers, body, open: true } },
      });
    };

    test('a download that sends nothing more goes on where it was; one that is only read slowly is left alone', async () => {
      const content = Buffer.concat([Buffer.from('begin'), big(2)]);
      await store.put('big', Readable.from([content]));
      const its = createS3Store(place.config, place.context(), 300);
      stall(1, 'begin');
      expect((await buffer(await its.open('big'))).equals(content)).toBe(true);
      s3.requests.length = 0;
      const slow = await its.open('big');
      await sleep(900);
      expect((await buffer(slow)).equals(content)).toBe(true);
      expect(s3.requests).toHaveLength(1);
    });

    test('a service that sends nothing again and again ends the download, and is said to send nothing', async () => {
      await store.put('big', Readable.from([big(1)]));
      stall(99);
      const its = createS3Store(place.config, place.context(), 50);
      const read = buffer(await its.open('big'));
      await expect(read).rejects.toMatchObject({
        code: 'store-unreadable',
        message: expect.stringContaining('no data for 0.05 s'),
      });
    });

    test('a download that breaks off while the object is replaced fails, and never mixes the two', async () => {
      await store.put('big', Readable.from([Buffer.alloc(20 * MB, 'a')]));
      s3.inject({ with: { kind: 'cut' } });
      const stream = await store.open('big');
      await once(stream, 'readable');
      await (await place.open()).put('big', Readable.from([Buffer.alloc(20 * MB, 'b')]));
      const read = buffer(stream).then((all) => new Set(all));
      await expect(read).rejects.toMatchObject({ code: 'store-unreadable' });
    });

    test.each([
      ['NoSuchBucket', 404, 'Create the bucket'],
      ['AccessDenied', 403, 's3:ListBucket'],
      ['ExpiredToken', 400, 'Get new AWS credentials'],
      ['TokenRefreshRequired', 400, 'Get new AWS credentials'],
      ['InvalidClientTokenId', 403, 'Get new AWS credentials'],
      ['PermanentRedirect', 301, 'store.region'],
      ['InvalidObjectState', 403, 'aws s3api restore-object'],
      ['KMS.DisabledException', 400, 'Make the KMS key of the object usable'],
      ['RequestTimeTooSkewed', 403, 'Set the clock of this machine'],
      ['SlowDown', 503, 'Wait some minutes'],
      ['InternalError', 500, 'Wait some minutes'],
    ])('%s: said with what to do', async (code, status, remedy) => {
      // The SDK waits for up to 20 s between its attempts; that it repeats is shown above.
      const its = createS3Store(place.config, place.context(0, { AWS_MAX_ATTEMPTS: '1' }));
      const fail = (): void => s3.inject({ times: 99, with: s3.error(status, code) });
      fail();
      const error = await errorOf(its.list(''));
      expect(error.code).toBe('store-unreadable');
      expect(error.message).toContain(`s3://${place.config.bucket}`);
      expect(error.remedy).toContain(remedy);
      expect((await errorOf(its.put('k', Buffer.from('x')))).code).toBe('store-write-failed');
      expect((await errorOf(its.open('k'))).code).toBe('store-unreadable');
      expect(await its.check()).toMatchObject([{ level: 'error', code: 'store-unusable' }]);
      s3.clearFaults();
      expect(await store.list('')).toEqual([]);
    });

    test('"forbidden" means missing where a listing says so, and forbidden where it does not', async () => {
      await store.put('k', Buffer.from('k'));
      const forbid = (): void => s3.inject({ on: /\/k2?$/, with: s3.error(403, 'AccessDenied') });
      forbid();
      expect((await errorOf(store.open('k'))).code).toBe('store-unreadable');
      forbid();
      expect((await errorOf(store.open('k2'))).code).toBe('snapshot-corrupt');
    });

    test('a bucket of another account is refused when the account is configured', async () => {
      const strict = await openStore({ ...place.config, 'bucket-owner': '999999999999' }, place.context());
      expect((await errorOf(strict.list(''))).remedy).toContain('account id');
      expect((await errorOf(strict.put('k', Buffer.from('x')))).code).toBe('store-write-failed');
      expect((await errorOf(strict.open('k'))).code).toBe('store-unreadable');
      expect(
        await (await openStore({ ...place.config, 'bucket-owner': '123456789012' }, place.context())).list(''),
      ).toEqual([]);
    });
  });

  test('keys that are half given, or not at all, are asked for', async () => {
    const half = testContext({ env: { AWS_ENDPOINT_URL_S3: s3.url, AWS_ACCESS_KEY_ID: 'AKIATEST' } });
    const error = await errorOf(openStore(place.config, half));
    expect(error.code).toBe('credential-missing');
    expect(error.message).toContain('AWS_SECRET_ACCESS_KEY');
    const nowhere = join(half.scratch, 'nowhere');
    const looks = { AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: nowhere, AWS_SHARED_CREDENTIALS_FILE: nowhere };
    const before = { ...process.env };
    Object.assign(process.env, looks);
    try {
      const none = await openStore(place.config, testContext({ env: { AWS_ENDPOINT_URL_S3: s3.url } }));
      const refused = await errorOf(none.list(''));
      expect(refused.code).toBe('store-unreadable');
      expect(refused.remedy).toContain('AWS_ACCESS_KEY_ID');
    } finally {
      process.env = before;
    }
  });

  test('a snapshot is taken, found, proven and removed', async () => {
    const context = place.context();
    const identity = await generateIdentity();
    const content = big(2);
    const state = z.strictObject({ schemaVersion: z.literal(1) });
    const provider = defineProvider<unknown, z.infer<typeof state>>({
      id: 'subject',
      state,
      check: async () => [],
      capture: async (_config, _ctx, sink) => {
        await sink.write('dump', Readable.from([content]));
        return { schemaVersion: 1 };
      },
      plan: () => [],
      apply: async () => undefined,
    });
    const resources = [{ id: 'db', providerId: 'subject', config: {}, provider }];
    const origin = {
      environment: 'production',
      repository: null,
      commit: null,
      run: null,
      actor: null,
      event: null,
      version: 'test',
    };
    const given = { resources, scope: null, store, ctx: context, identities: [identity], signKeys: [], signer: null };
    const recipients = [await identityToRecipient(identity)];
    const { id } = await takeSnapshot({ ...given, origin, reason: 'manual', recipients });
    const manifest = await findSnapshot(store, 'latest', origin);
    expect(manifest.id).toBe(id);
    expect(await checkPayloads(store, manifest)).toEqual([]);
    expect(await proveSnapshot({ ...given, manifest, depth: 'readable' })).toEqual([]);
    await removeSnapshot(store, 'production', id);
    expect(await store.list('')).toEqual([]);
  });

  test('a snapshot whose last file is missing is no snapshot', async () => {
    const id = '20261123T120000Z-abc123';
    const sink = new SealingSink(
      store,
      ['age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'],
      'production',
      id,
      'db',
    );
    await sink.write('dump', randomBytes(1000));
    const manifest: Manifest = {
      kind: 'rewind-snapshot',
      schemaVersion: 1,
      id,
      salt: '00'.repeat(16),
      createdAt: '2026-11-23T12:00:00.000Z',
      writtenBy: 'test',
      environment: 'production',
      repository: null,
      commit: null,
      run: null,
      actor: null,
      event: null,
      reason: 'manual',
      recipients: [],
      scope: null,
      resources: [],
    };
    const sums = ({ method, path }: { method: string; path: string }): boolean =>
      method === 'PUT' && path.endsWith('/SHA256SUMS');
    s3.inject({ on: sums, with: s3.error(403, 'AccessDenied') });
    expect((await errorOf(commitSnapshot(store, manifest))).code).toBe('store-write-failed');
    expect((await store.list('')).map(({ key }) => key)).toHaveLength(2);
    expect(await listSnapshotIds(store, 'production')).toEqual([]);
    await commitSnapshot(store, manifest);
    expect(await listSnapshotIds(store, 'production')).toEqual([id]);
  });
});
