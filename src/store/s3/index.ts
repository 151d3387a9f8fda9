import { setMaxListeners } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { DAY_MS } from '../../runtime/progress.js';
import { shellWord } from '../../runtime/shell-word.js';
import type { S3StoreConfig } from '../config.js';
import { assertKey, assertPrefix, byKey, isSegment } from '../keys.js';
import { bucketFindings } from './check.js';
import { attemptS3, type BucketTarget, connectS3, type Purpose, s3ErrorName, s3ErrorStatus } from './client.js';
import { nextPage } from './page.js';
import { resumable } from './resumable.js';
import { STALLED_MS } from './stall.js';
import { abortUnfinished, leftoverFindings, unfinishedUploads } from './unfinished-uploads.js';
import { type Destination, upload } from './upload.js';
import type { Store, StoredObject } from '../store.js';

/**
 * A store in a bucket of S3 or a compatible service. S3 guarantees that objects appear complete or not at all.
 * @param stalledMs how long a download may send nothing; tests make it small
 */
export function createS3Store(config: S3StoreConfig, ctx: Context, stalledMs = STALLED_MS): Store {
  const client = connectS3(config, ctx);
  const bucket: BucketTarget = {
    Bucket: config.bucket,
    ...(config['bucket-owner'] === undefined ? {} : { ExpectedBucketOwner: config['bucket-owner'] }),
  };
  // A separate signal: every request in flight listens to it, and Node warns of a leak beyond ten listeners.
  const signal = AbortSignal.any([ctx.signal]);
  setMaxListeners(0, signal);
  const options = { abortSignal: signal };
  const fullKey = (key: string): string => `${config.prefix}/${key}`;
  const purpose = (aim: Purpose['aim'], permission: string, key = ''): Purpose => ({
    aim,
    permission,
    place: `s3://${config.bucket}/${fullKey(key)}`,
    ctx,
  });
  const uploads = { client, bucket, config, ctx, signal };
  let swept: Promise<void> | undefined;

  const write = async (key: string, content: Readable | Uint8Array): Promise<StoredObject> => {
    const destination: Destination = { ...bucket, Key: fullKey(key), ...protection(config, true, ctx) };
    return { key, bytes: await upload(client, destination, content, purpose('write', 's3:PutObject', key), signal) };
  };

  const put = async (key: string, content: Readable | Uint8Array): Promise<StoredObject> => {
    // The content may fail before the upload reads it: the loop that reads it reports that.
    if (content instanceof Readable) content.on('error', () => undefined);
    try {
      assertKey(key);
      swept ??= abortUnfinished(uploads);
      await swept;
      return await write(key, content);
    } catch (error) {
      if (content instanceof Readable) content.destroy();
      throw error;
    }
  };

  /** Without s3:ListBucket on the whole bucket, S3 answers 403 instead of 404 for missing keys. */
  const isAbsent = async (key: string): Promise<boolean> => {
    const listing = new ListObjectsV2Command({ ...bucket, Prefix: fullKey(key) });
    return client.send(listing, options).then(
      ({ Contents = [] }) => !Contents.some(({ Key }) => Key === fullKey(key)),
      () => false,
    );
  };

  const openKey = async (key: string): Promise<Readable> => {
    assertKey(key);
    const reading = purpose('read', 's3:GetObject', key);
    const request = { ...bucket, Key: fullKey(key) };
    try {
      return await resumable(reading, stalledMs, async (from, version) => {
        const range = from === 0 ? {} : { Range: `bytes=${from}-`, IfMatch: version };
        const { Body, ETag } = await client.send(new GetObjectCommand({ ...request, ...range }), options);
        if (!(Body instanceof Readable)) throw new Error('S3 responded without a body');
        return { body: Body, version: ETag };
      });
    } catch (error) {
      const notFound =
        s3ErrorName(error) === 'NoSuchKey' || (s3ErrorStatus(error) === 404 && s3ErrorName(error) !== 'NoSuchBucket');
      if (notFound || (s3ErrorStatus(error) === 403 && (await isAbsent(key)))) {
        throw new RewindError('snapshot-corrupt', `${key} is missing in the store (looked for ${reading.place}).`);
      }
      throw error;
    }
  };

  const list = async (prefix: string): Promise<StoredObject[]> => {
    const folder = assertPrefix(prefix);
    const objects: StoredObject[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await attemptS3(purpose('read', 's3:ListBucket', folder), () =>
        client.send(
          new ListObjectsV2Command({
            ...bucket,
            Prefix: fullKey(folder === '' ? '' : `${folder}/`),
            ContinuationToken,
          }),
          options,
        ),
      );
      for (const { Key = '', Size = 0 } of page.Contents ?? []) {
        const key = Key.slice(config.prefix.length + 1);
        if (key.split('/').every(isSegment)) objects.push({ key, bytes: Size });
      }
      ContinuationToken = nextPage(page, ContinuationToken, config.bucket);
    } while (ContinuationToken !== undefined);
    return objects.sort(byKey);
  };

  const folders = async (prefix: string): Promise<string[]> => {
    const below = fullKey(`${assertPrefix(prefix)}/`);
    const { CommonPrefixes = [] } = await attemptS3(purpose('read', 's3:ListBucket', prefix), () =>
      client.send(new ListObjectsV2Command({ ...bucket, Prefix: below, Delimiter: '/' }), options),
    );
    return CommonPrefixes.map(({ Prefix = '' }) => Prefix.slice(below.length, -1)).filter(isSegment);
  };

  const remove = async (key: string): Promise<void> => {
    assertKey(key);
    await attemptS3(purpose('write', 's3:DeleteObject', key), () =>
      client.send(new DeleteObjectCommand({ ...bucket, Key: fullKey(key) }), options),
    );
  };

  /** False also if what was there is gone again: a lock that was taken over. */
  const holds = async (key: string, content: Uint8Array): Promise<boolean> => {
    try {
      return (await buffer(await openKey(key))).equals(content);
    } catch (error) {
      if (error instanceof RewindError && error.code === 'snapshot-corrupt') return false;
      throw error;
    }
  };

  const create = async (key: string, content: Uint8Array): Promise<boolean> => {
    assertKey(key);
    const writing = purpose('write', 's3:PutObject', key);
    const destination: Destination = {
      ...bucket,
      Key: fullKey(key),
      ...protection(config, false, ctx),
      IfNoneMatch: '*',
    };
    for (let tries = 3; ; tries -= 1) {
      try {
        await upload(client, destination, content, writing, signal);
        return true;
      } catch (error) {
        // The answer to our own request may have been lost, and the SDK repeated it.
        if (s3ErrorStatus(error) === 412) return await holds(key, content);
        // Another write of this key is under way.
        if (s3ErrorStatus(error) !== 409 || tries === 0) throw error;
        await ctx.clock.sleep(200, signal);
      }
    }
  };

  return {
    kind: 's3',
    put,
    create,
    open: openKey,
    list,
    folders,
    delete: remove,
    describe: async (key) => {
      // An object that may not be read can still be listed.
      const listing = new ListObjectsV2Command({ ...bucket, Prefix: fullKey(key) });
      const written = await client.send(listing, options).then(
        ({ Contents = [] }) => Contents.find(({ Key }) => Key === fullKey(key))?.LastModified ?? null,
        () => null,
      );
      return { written, remove: `aws s3 rm ${shellWord(`s3://${config.bucket}/${fullKey(key)}`)}` };
    },
    check: async () => {
      const probe = `rewind-probe-${ctx.randomHex(8)}`;
      try {
        const left = await unfinishedUploads(uploads);
        const written = Buffer.from(probe);
        await create(probe, written);
        const repeated = await create(probe, Buffer.from('another'));
        const read = await buffer(await openKey(probe));
        await remove(probe);
        if (repeated) {
          throw new RewindError(
            'store-write-failed',
            'The service ignores If-None-Match, which the lock of a rollback needs.',
            {
              remedy: 'Use a service (or a newer version of it) that supports conditional writes.',
            },
          );
        }
        if (!read.equals(written))
          throw new RewindError('store-unreadable', 'The bucket does not return what was written.');
        return [...leftoverFindings(left, config), ...(await bucketFindings(client, bucket, config, signal))];
      } catch (error) {
        return [
          {
            level: 'error',
            code: 'store-unusable',
            message: `The store s3://${config.bucket}/${config.prefix} cannot be used: ${messageOf(error)}`,
            ...(error instanceof RewindError ? { remedy: error.remedy } : {}),
          },
        ];
      }
    },
  };
}

/** Encryption and lock of what is written. */
function protection(config: S3StoreConfig, locked: boolean, ctx: Context): Partial<Destination> {
  const key = config['kms-key'];
  const lock = locked ? config['object-lock'] : undefined;
  return {
    ...(key === undefined ? {} : { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key }),
    ...(lock === undefined
      ? {}
      : {
          ObjectLockMode: lock.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
          ObjectLockRetainUntilDate: new Date(ctx.clock.now().getTime() + lock.days * DAY_MS),
        }),
  };
}
