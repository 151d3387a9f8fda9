import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type MultipartUpload,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { DAY_MS } from '../../runtime/progress.js';
import { plural, sentences } from '../../runtime/text.js';
import type { S3StoreConfig } from '../config.js';
import { attemptS3, type BucketTarget } from './client.js';
import { assertPage } from './page.js';

/** Milliseconds after which an unfinished upload counts as the leftover of a crash. */
const ABANDONED = DAY_MS;

/** What a store asks of its bucket with. */
export interface UploadsOf {
  readonly client: S3Client;
  readonly bucket: BucketTarget;
  readonly config: S3StoreConfig;
  readonly ctx: Context;
  readonly signal: AbortSignal;
}

/** Aborts unfinished uploads of crashed runs, which are invisible but cost money. A failure here is only a warning. */
export async function abortUnfinished(place: UploadsOf): Promise<void> {
  const { client, bucket, config, ctx, signal } = place;
  try {
    for (const { Key, UploadId } of await unfinishedUploads(place)) {
      await attemptS3(
        { aim: 'write', permission: 's3:AbortMultipartUpload', place: `s3://${config.bucket}/${config.prefix}/`, ctx },
        () => client.send(new AbortMultipartUploadCommand({ ...bucket, Key, UploadId }), { abortSignal: signal }),
      );
      ctx.log.info(`Removed the unfinished upload of ${Key ?? ''} that an earlier run left in s3://${config.bucket}.`);
    }
  } catch (error) {
    const remedy = error instanceof RewindError ? error.remedy : '';
    const problem = `Could not remove unfinished uploads from s3://${config.bucket}: ${messageOf(error)}`;
    ctx.log.warn(sentences(problem, remedy));
  }
}

/** Unfinished uploads below our prefix that no run works on any more. */
export async function unfinishedUploads({
  client,
  bucket,
  config,
  ctx,
  signal,
}: UploadsOf): Promise<MultipartUpload[]> {
  const before = ctx.clock.now().getTime() - ABANDONED;
  const found: MultipartUpload[] = [];
  let marker: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } | undefined = {};
  while (marker !== undefined) {
    const command: ListMultipartUploadsCommand = new ListMultipartUploadsCommand({
      ...bucket,
      Prefix: `${config.prefix}/`,
      ...marker,
    });
    const page = await attemptS3(
      { aim: 'read', permission: 's3:ListBucketMultipartUploads', place: `s3://${bucket.Bucket}`, ctx },
      () => client.send(command, { abortSignal: signal }),
    );
    assertPage(page, bucket.Bucket);
    for (const entry of page.Uploads ?? []) {
      if (entry.Initiated !== undefined && entry.Initiated.getTime() < before) found.push(entry);
    }
    marker =
      page.IsTruncated === true
        ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
        : undefined;
  }
  return found;
}

export function leftoverFindings(left: readonly MultipartUpload[], config: S3StoreConfig) {
  if (left.length === 0) return [];
  return [
    {
      level: 'warning',
      code: 'store-unfinished-uploads',
      message: `${plural(left.length, 'unfinished upload of a crashed run remains', 'unfinished uploads of crashed runs remain')} in s3://${config.bucket}/${config.prefix}: invisible, but you pay for ${left.length === 1 ? 'it' : 'them'}.`,
      remedy:
        'The next snapshot aborts them. Add a lifecycle rule with AbortIncompleteMultipartUpload to abort them without Rewind.',
    } as const,
  ];
}
