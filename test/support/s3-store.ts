import { setTimeout as sleep } from 'node:timers/promises';
import { ListMultipartUploadsCommand, ListPartsCommand, S3Client } from '@aws-sdk/client-s3';
import type { Clock } from '../../src/runtime/context.js';
import type { S3StoreConfig } from '../../src/store/config.js';
import { openStore } from '../../src/store/index.js';
import type { StorePlace } from '../contract/store-suite.js';
import { testContext, type TestContext } from './context.js';

const DAY = 24 * 60 * 60 * 1000;
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'aws-secret-4471c0ffee' };

export interface S3Place extends StorePlace {
  readonly config: S3StoreConfig;
  /** The context of a run, so many days from now. `more`: of its environment. */
  readonly context: (days?: number, more?: Readonly<Record<string, string>>) => TestContext;
}

/** A place for an S3 store in a bucket of an S3 server, which must exist. */
export function s3Place(
  url: string,
  bucket: string,
  changes: Partial<S3StoreConfig> = {},
  remove: () => Promise<void> = async () => undefined,
): S3Place {
  const config: S3StoreConfig = { kind: 's3', bucket, prefix: 'rewind/shop', region: 'us-east-1', ...changes };
  const env = { ...KEYS, AWS_ENDPOINT_URL_S3: url };
  const context: S3Place['context'] = (days = 0, more = {}) =>
    testContext({ env: { ...env, ...more }, clock: clockOf(days) });
  return { config, env, context, open: () => openStore(config, context()), remove };
}

function clockOf(days: number): Clock {
  return {
    now: () => new Date(Date.now() + days * DAY),
    monotonic: () => performance.now(),
    sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
  };
}

/** A client of our own, to look at what the store does not show. */
export function plainClient(url: string): S3Client {
  return new S3Client({
    endpoint: url,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: KEYS.AWS_ACCESS_KEY_ID, secretAccessKey: KEYS.AWS_SECRET_ACCESS_KEY },
  });
}

/** Parts that lie in unfinished uploads of a bucket, one number for each upload. */
export async function unfinishedParts(client: S3Client, Bucket: string): Promise<number[]> {
  const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
  return Promise.all(
    Uploads.map(async ({ Key, UploadId }) => {
      const { Parts = [] } = await client.send(new ListPartsCommand({ Bucket, Key, UploadId }));
      return Parts.length;
    }),
  );
}

/** Waits until one more upload of a bucket is begun and has a part. */
export async function waitForPart(client: S3Client, bucket: string, uploads: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const parts = await unfinishedParts(client, bucket);
    if (parts.length >= uploads && parts.every((count) => count > 0)) return;
    await sleep(50);
  }
  throw new Error('no part was uploaded within 20 s');
}
