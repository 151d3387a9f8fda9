import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { openStore } from '../../src/store/index.js';
import { runStoreSuite } from '../contract/store-suite.js';
import { startMoto, type Moto } from '../support/moto.js';
import { plainClient, s3Place, unfinishedParts, waitForPart, type S3Place } from '../support/s3-store.js';

/** Bytes of a part, as the store cuts them. */
const PART = 8 * 1024 * 1024;
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

const bucketOf = ({ config }: { config: { kind: string } }): string =>
  'bucket' in config && typeof config.bucket === 'string' ? config.bucket : '';

/**
 * Against moto, which nobody here wrote. moto says of every upload that it was begun in 2010, so that leftovers are swept
 * at once, and not after a day: that younger ones are left alone is proven against our emulator.
 */
runStoreSuite('s3 against moto', () => newPlace(), {
  megabytes: 150,
  inTheMiddle: (place) => waitForPart(client, bucketOf(place), 1),
  afterKill: async (place) => {
    const unfinished = (): Promise<number[]> => unfinishedParts(client, bucketOf(place));
    expect(await unfinished()).toHaveLength(1);
    await (await place.open()).put('next', Buffer.from('1'));
    expect(await unfinished()).toEqual([]);
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
    const content = randomBytes(20_000_000);
    await store.put('big', Readable.from([content]));
    const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
    const ofParts = [0, 1, 2].map((part) => sha256(content.subarray(part * PART, (part + 1) * PART)));
    const checksum = async (key: string): Promise<string | undefined> =>
      (await client.send(new HeadObjectCommand({ ...keyOf(place, key), ChecksumMode: 'ENABLED' }))).ChecksumSHA256;
    expect(await checksum('small')).toBe(sha256(Buffer.from('small')).toString('base64'));
    expect(await checksum('big')).toBe(sha256(Buffer.concat(ofParts)).toString('base64'));
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

  // Small objects only: moto does not keep the lock of a multipart upload. Our emulator does, as S3 does.
  test('object lock: what is locked cannot be destroyed', async () => {
    const place = await newPlace(true, { 'object-lock': { mode: 'compliance', days: 30 } });
    const store = await place.open();
    await store.put('k', Buffer.from('locked'));
    const where = keyOf(place, 'k');
    const { VersionId, ObjectLockMode } = await client.send(new HeadObjectCommand(where));
    expect(ObjectLockMode).toBe('COMPLIANCE');
    await expect(client.send(new DeleteObjectCommand({ ...where, VersionId }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await store.put('big', Readable.from([randomBytes(20_000_000)]));
    expect((await buffer(await store.open('k'))).toString()).toBe('locked');
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
    // moto encrypts nothing by itself; Amazon does since 2023.
    expect(guarded.filter((line) => !line.startsWith('info'))).toEqual(['warning store-not-encrypted']);
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
