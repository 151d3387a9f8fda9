import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { RewindError } from '../../runtime/errors.js';
import { attemptS3, type Purpose, s3ErrorName } from './client.js';

const CHECKED = { ChecksumAlgorithm: 'SHA256' } as const;
const MiB = 1024 * 1024;
/** Parallel parts. Memory holds two more: those that the splitter fills. */
const CONCURRENT = 3;
/** Milliseconds that the clean-up after a failure may take. */
const CLEAN_UP = 15_000;

/**
 * Bytes of a part. S3 allows 10,000 parts, and the length of a stream is unknown until its end. Therefore parts grow: 8 MiB
 * up to 16 GB, 32 MiB up to 120 GB. The limit is 800 GB.
 */
function partSize(number: number): number {
  return (number <= 2000 ? 8 : number <= 5000 ? 32 : 128) * MiB;
}
const MAX_PARTS = 10_000;

/** Bucket, key, encryption, lock and condition of the object. */
export type Destination = Pick<
  PutObjectCommandInput,
  | 'ExpectedBucketOwner'
  | 'IfNoneMatch'
  | 'ObjectLockMode'
  | 'ObjectLockRetainUntilDate'
  | 'ServerSideEncryption'
  | 'SSEKMSKeyId'
> & { readonly Bucket: string; readonly Key: string };

/**
 * Streams content into one object, with SHA-256 checksums that S3 checks. The object appears complete or not at all. Aborts
 * the upload after a failure: S3 would keep its invisible parts and charge for them.
 *
 * @returns bytes written
 * @throws RewindError store-write-failed | cancelled, or the unchanged error of the content
 */
export async function upload(
  client: S3Client,
  destination: Destination,
  content: Readable | Uint8Array,
  purpose: Purpose,
  signal: AbortSignal,
): Promise<number> {
  const spare: Buffer[] = [];
  const parts = cut(content, spare);
  const first = await parts.next();
  const second = first.done === true ? first : await parts.next();
  if (second.done !== true && first.done !== true) {
    return uploadParts(client, destination, chain(first.value, second.value, parts), spare, purpose, signal);
  }
  const body = first.done === true ? Buffer.alloc(0) : first.value;
  await attemptS3(purpose, () =>
    client.send(new PutObjectCommand({ ...destination, Body: body, ...CHECKED, ChecksumSHA256: sha256(body) }), {
      abortSignal: signal,
    }),
  );
  return body.length;
}

async function uploadParts(
  client: S3Client,
  destination: Destination,
  parts: AsyncIterable<Buffer>,
  spare: Buffer[],
  purpose: Purpose,
  signal: AbortSignal,
): Promise<number> {
  const { Bucket, Key, ExpectedBucketOwner } = destination;
  const { UploadId } = await attemptS3(purpose, () =>
    client.send(new CreateMultipartUploadCommand({ ...destination, ...CHECKED }), {
      abortSignal: signal,
    }),
  );
  const target = { Bucket, Key, UploadId, ...(ExpectedBucketOwner === undefined ? {} : { ExpectedBucketOwner }) };
  const giveUp = new AbortController();
  const abortSignal = AbortSignal.any([signal, giveUp.signal]);
  const uploaded: CompletedPart[] = [];
  const underWay = new Set<Promise<void>>();
  let bytes = 0;
  let number = 0;

  const start = (data: Buffer, PartNumber: number): void => {
    const ChecksumSHA256 = sha256(data);
    const sending = attemptS3(purpose, async () => {
      const command = new UploadPartCommand({ ...target, PartNumber, Body: data, ...CHECKED, ChecksumSHA256 });
      const { ETag } = await client.send(command, { abortSignal });
      uploaded.push({ PartNumber, ETag, ChecksumSHA256 });
      underWay.delete(sending);
      spare.push(data);
    });
    // A failed part stays in the set: waiting for the set, now or later, fails with it.
    sending.catch(() => undefined);
    underWay.add(sending);
  };

  try {
    for await (const data of parts) {
      number += 1;
      if (number > MAX_PARTS) throw new RewindError('store-write-failed', `${purpose.place} is too large for S3.`);
      if (underWay.size >= CONCURRENT) await Promise.race(underWay);
      bytes += data.length;
      start(data, number);
    }
    await Promise.all(underWay);
    uploaded.sort((a, b) => (a.PartNumber ?? 0) - (b.PartNumber ?? 0));
    await attemptS3(purpose, () => complete(client, target, uploaded, bytes, abortSignal));
    return bytes;
  } catch (error) {
    giveUp.abort();
    // S3 keeps a part that arrives after the abort: wait for all parts, then abort, even if the run is cancelled. If the
    // abort fails, the next run aborts the leftover.
    await Promise.allSettled(underWay);
    await client
      .send(new AbortMultipartUploadCommand(target), { abortSignal: AbortSignal.timeout(CLEAN_UP) })
      .catch(() => undefined);
    throw error;
  }
}

interface UploadTarget {
  readonly Bucket: string;
  readonly Key: string;
  readonly UploadId: string | undefined;
  readonly ExpectedBucketOwner?: string;
}

/**
 * Completes the upload. If the response is lost, the SDK repeats the request, and some services (MinIO) no longer know the
 * upload. Then the size and checksum of the existing object decide.
 */
async function complete(
  client: S3Client,
  target: UploadTarget,
  parts: readonly CompletedPart[],
  bytes: number,
  abortSignal: AbortSignal,
): Promise<void> {
  try {
    const command = new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts: [...parts] } });
    await client.send(command, { abortSignal });
  } catch (error) {
    if (s3ErrorName(error) !== 'NoSuchUpload') throw error;
    const { Bucket, Key, ExpectedBucketOwner } = target;
    const found = await client
      .send(new HeadObjectCommand({ Bucket, Key, ExpectedBucketOwner, ChecksumMode: 'ENABLED' }), { abortSignal })
      .catch(() => undefined);
    if (found?.ContentLength !== bytes || !sameChecksum(found.ChecksumSHA256, checksumOf(parts))) throw error;
  }
}

/** Amazon appends the number of parts after a dash; moto does not. */
const sameChecksum = (found: string | undefined, expected: string): boolean => found?.replace(/-\d+$/, '') === expected;

/** The checksum of a multipart object: SHA-256 of the SHA-256s of its parts. */
function checksumOf(parts: readonly CompletedPart[]): string {
  const all = createHash('sha256');
  for (const { ChecksumSHA256 = '' } of parts) all.update(Buffer.from(ChecksumSHA256, 'base64'));
  return all.digest('base64');
}

/**
 * Cuts content into parts of the size that S3 requires; the last may be shorter.
 *
 * @param spare buffers of sent parts, for reuse: the garbage collector frees them too late
 */
async function* cut(content: Readable | Uint8Array, spare: Buffer[]): AsyncGenerator<Buffer, undefined> {
  let number = 1;
  let part: Buffer = Buffer.allocUnsafe(
    content instanceof Readable ? partSize(1) : Math.min(partSize(1), content.length),
  );
  let used = 0;
  for await (const piece of content instanceof Readable ? content : [content]) {
    const data: Uint8Array = piece instanceof Uint8Array ? piece : Buffer.from(String(piece));
    for (let offset = 0; offset < data.length;) {
      if (used === part.length) {
        yield part;
        number += 1;
        const sent = spare.pop();
        part = sent?.length === partSize(number) ? sent : Buffer.allocUnsafe(partSize(number));
        used = 0;
      }
      const fitting = data.subarray(offset, offset + part.length - used);
      part.set(fitting, used);
      used += fitting.length;
      offset += fitting.length;
    }
  }
  if (used > 0) yield part.subarray(0, used);
}

async function* chain(first: Buffer, second: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield second;
  yield* rest;
}

function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('base64');
}
