import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AbortMultipartUploadCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { openStore } from '../../src/core/store/open.js';
import { runStoreSuite } from '../contract/store-suite.js';
import { startMoto, type Moto } from '../support/moto.js';
import { plainClient, s3Place, waitForPart, type S3Place } from '../support/s3-store.js';

let moto: Moto;
let client: S3Client;
let number = 0;

beforeAll(async () => {
  moto = await startMoto();
  client = plainClient(moto.url);
});
afterAll(async () => {
  client.destroy();
  await moto.stop();
});

async function newPlace(objectLock = false, config: Parameters<typeof s3Place>[2] = {}): Promise<S3Place> {
  const Bucket = `store-${(number += 1)}`;
  await client.send(new CreateBucketCommand({ Bucket, ...(objectLock ? { ObjectLockEnabledForBucket: true } : {}) }));
  return s3Place(moto.url, Bucket, config);
}

let killed = 0;
const bucketOf = ({ config }: { config: { kind: string } }): string =>
  'bucket' in config && typeof config.bucket === 'string' ? config.bucket : '';

/** Against moto, which nobody here wrote. It keeps what it is given in memory, or on disk when that is large. */
runStoreSuite('s3 against moto', () => newPlace(), {
  megabytes: 150,
  inTheMiddle: async (place) => {
    killed += 1;
    await waitForPart(client, bucketOf(place), killed);
  },
  afterKill: async (place) => {
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: bucketOf(place) }));
    expect(Uploads).toHaveLength(2);
    for (const { Key, UploadId } of Uploads) {
      await client.send(new AbortMultipartUploadCommand({ Bucket: bucketOf(place), Key, UploadId }));
    }
  },
});

describe('store s3 against moto', () => {
  const keyOf = (place: S3Place, key: string) => ({
    Bucket: place.config.bucket,
    Key: `${place.config.prefix}/${key}`,
  });

  test('every object carries a SHA-256, and one of several parts that of its parts', async () => {
    const place = await newPlace();
    const store = await place.open();
    await store.put('small', Buffer.from('small'));
    await store.put('big', Readable.from([randomBytes(20_000_000)]));
    const checksum = async (key: string): Promise<string | undefined> =>
      (await client.send(new HeadObjectCommand({ ...keyOf(place, key), ChecksumMode: 'ENABLED' }))).ChecksumSHA256;
    expect(await checksum('small')).toHaveLength(44);
    expect(await checksum('big')).toMatch(/-3$/);
  });

  test('a versioned bucket keeps what is replaced or deleted', async () => {
    const place = await newPlace();
    const Bucket = place.config.bucket;
    await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    const store = await place.open();
    await store.put('k', Buffer.from('first'));
    await store.put('k', Buffer.from('second'));
    await store.delete('k');
    expect(await store.list('')).toEqual([]);
    const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }));
    expect([Versions.length, DeleteMarkers.length]).toEqual([2, 1]);
  });

  test.each(['small', 'big'])('object lock: what is locked cannot be destroyed (%s)', async (size) => {
    const place = await newPlace(true, { 'object-lock': { mode: 'compliance', days: 30 } });
    const store = await place.open();
    const content = size === 'small' ? Buffer.from('locked') : randomBytes(20_000_000);
    await store.put('k', Readable.from([content]));
    const where = keyOf(place, 'k');
    const { VersionId, ObjectLockMode } = await client.send(new HeadObjectCommand(where));
    expect(ObjectLockMode).toBe('COMPLIANCE');
    await expect(client.send(new DeleteObjectCommand({ ...where, VersionId }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    expect((await buffer(await store.open('k'))).equals(content)).toBe(true);
  });

  test('check tells a bucket without guards from one with them', async () => {
    const place = await newPlace(true, { 'object-lock': { mode: 'governance', days: 1 } });
    const Bucket = place.config.bucket;
    const codes = async (): Promise<string[]> =>
      (await (await place.open()).check()).map(({ level, code }) => `${level} ${code}`);
    expect(await codes()).toContain('warning store-public-access-possible');
    const all = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };
    await client.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: all }));
    const guarded = await codes();
    expect(guarded.filter((line) => !line.startsWith('info'))).toEqual([]);
    const open = await newPlace(false, { 'object-lock': { mode: 'governance', days: 1 } });
    expect((await (await openStore(open.config, open.context())).check()).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['store-object-lock-off', 'store-not-versioned']),
    );
  });

  test('a bucket that is not there is said to be missing', async () => {
    const { config, context } = s3Place(moto.url, 'no-such-bucket');
    const store = await openStore(config, context());
    await expect(store.list('')).rejects.toMatchObject({
      code: 'store-unreadable',
      remedy: expect.stringContaining('Create the bucket'),
    });
    await expect(store.put('k', Buffer.from('x'))).rejects.toMatchObject({ code: 'store-write-failed' });
  });
});
