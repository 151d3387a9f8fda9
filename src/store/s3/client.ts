import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { awsClientOptions } from '../../services/aws/client-options.js';
import { AwsFailure, awsError, isWrongRegion, sdkErrorName, sdkErrorStatus } from '../../services/aws/errors.js';
import type { S3StoreConfig } from '../config.js';

/** An S3 client for this configuration, with the endpoints, credentials and retries of all AWS clients. */
export function connectS3(config: S3StoreConfig, ctx: Context): S3Client {
  // A part of 128 MiB takes longer than a request for settings. Idle sockets have no limit: a restore may pause its
  // stream for minutes.
  const options = awsClientOptions(ctx, 'S3', config.region, { connectMs: 10_000, requestMs: 120_000 });
  return new S3Client({
    ...options,
    // Rewind compares the SHA-256 of an object with the manifest; S3's own checksum does not cover a resumed download.
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Few S3-compatible stores have a host name for each bucket.
    forcePathStyle: 'endpoint' in options,
  });
}

/** Bucket, and the account that must own it: part of every request. */
export interface BucketTarget {
  readonly Bucket: string;
  readonly ExpectedBucketOwner?: string;
}

/** What a request is for, in messages. */
export interface Purpose {
  readonly aim: 'read' | 'write';
  /** The IAM permission that the request needs. */
  readonly permission: string;
  /** The bucket, and the key or prefix in it. */
  readonly place: string;
  readonly ctx: Context;
}

/** Runs a request. @throws RewindError store-unreadable | store-write-failed | cancelled, with the remedy */
export async function attemptS3<T>(purpose: Purpose, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw toStoreError(purpose, error);
  }
}

/** The SDK's name of an error, also of one that `attemptS3` has mapped. */
export function s3ErrorName(error: unknown): string {
  return sdkErrorName(sdkErrorOf(error));
}

/** HTTP status of an error, also of one that `attemptS3` has mapped. */
export function s3ErrorStatus(error: unknown): number | undefined {
  return sdkErrorStatus(sdkErrorOf(error));
}

function sdkErrorOf(error: unknown): unknown {
  if (!(error instanceof RewindError)) return error;
  return error.cause instanceof AwsFailure ? error.cause.cause : error.cause;
}

function toStoreError({ aim, permission, place, ctx }: Purpose, error: unknown): RewindError {
  if (error instanceof RewindError) return error;
  const failure = awsError(ctx, error, {
    service: 'S3',
    what: `${aim} ${place}`,
    action: permission,
    remedies: REMEDIES,
  });
  if (!(failure instanceof AwsFailure)) return failure;
  const remedy = remedyFor(failure, permission, place);
  return new RewindError(aim === 'read' ? 'store-unreadable' : 'store-write-failed', failure.message, {
    cause: failure,
    ...(remedy !== undefined && { remedy }),
  });
}

/** Also for refusals with status 403 that no permission changes. */
const REMEDIES: Readonly<Record<string, string>> = {
  NoSuchBucket: 'Create the bucket, or correct store.bucket in the configuration.',
  InvalidObjectState:
    'A lifecycle rule moved the object to an archive. Bring it back with "aws s3api restore-object", wait until it can be read, ' +
    'and run again. Then take the prefix of the store out of that rule.',
};

/** The remedy of the store if its configuration is involved, else the one of the AWS failure. */
function remedyFor({ code, awsCode, status, ownRemedy }: AwsFailure, permission: string, place: string) {
  if (REMEDIES[awsCode] !== undefined) return REMEDIES[awsCode];
  if (awsCode.startsWith('KMS.')) {
    return 'Make the KMS key of the object usable (enable it, or cancel its deletion), or correct store.kms-key. Then run again.';
  }
  if (code === 'api-rate-limited' || (status !== undefined && status >= 500)) {
    return 'S3 limits requests or is not available. Wait some minutes, and run again.';
  }
  if (code === 'api-forbidden') {
    return (
      `Grant ${permission} on ${place}, and on what else lies below the prefix of the store, to the role that Rewind runs as ` +
      '(with store.kms-key also kms:GenerateDataKey and kms:Decrypt; with store.bucket-owner check the account id).'
    );
  }
  if (status === 301 || isWrongRegion(awsCode)) {
    return 'The bucket is in another region: correct store.region in the configuration.';
  }
  return ownRemedy;
}
