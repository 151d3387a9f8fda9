import { S3Client } from '@aws-sdk/client-s3';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import type { S3StoreConfig } from '../config.js';

/**
 * An S3 client of this configuration. Credentials: the three AWS_… variables when they are set, else the SDK's own chain
 * (web identity of a workflow with `id-token: write`, profiles, instance roles). Address: AWS_ENDPOINT_URL_S3 or
 * AWS_ENDPOINT_URL, else AWS itself.
 */
export function createClient(config: S3StoreConfig, ctx: Context): S3Client {
  const { env } = ctx;
  const endpoint = env.url('AWS_ENDPOINT_URL_S3', env.url('AWS_ENDPOINT_URL', ''));
  const accessKeyId = env.secret('AWS_ACCESS_KEY_ID');
  const sessionToken = env.secret('AWS_SESSION_TOKEN');
  return new S3Client({
    region: config.region,
    maxAttempts: 5,
    retryMode: 'standard',
    // Whoever opens an object compares its SHA-256 with the manifest's; S3's own would not survive a resumed download.
    responseChecksumValidation: 'WHEN_REQUIRED',
    // No limit on idle sockets: whoever restores from a stream may pause it for minutes.
    requestHandler: { connectionTimeout: 10_000, requestTimeout: 120_000, throwOnRequestTimeout: true },
    // Other makers of S3 seldom have a host name for each bucket.
    ...(endpoint === '' ? {} : { endpoint, forcePathStyle: true }),
    ...(accessKeyId === undefined
      ? {}
      : {
          credentials: {
            accessKeyId,
            secretAccessKey: env.require('AWS_SECRET_ACCESS_KEY'),
            ...(sessionToken === undefined ? {} : { sessionToken }),
          },
        }),
  });
}

/** What is asked of S3, for messages. */
export interface Purpose {
  readonly aim: 'read' | 'write';
  /** The IAM permission that the request needs. */
  readonly permission: string;
  /** The bucket, and what is touched in it. */
  readonly place: string;
}

/** Runs a request; its errors become the store's, with what to do. */
export async function attempt<T>(purpose: Purpose, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw explained(purpose, error);
  }
}

/** The error's name and HTTP status as the SDK gives them. */
export function nameOf(error: unknown): string {
  const cause = error instanceof RewindError ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'name' in cause ? String(cause.name) : '';
}

export function statusOf(error: unknown): number | undefined {
  const cause = error instanceof RewindError ? error.cause : error;
  if (typeof cause !== 'object' || cause === null || !('$metadata' in cause)) return undefined;
  const metadata = cause.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

const BAD_CREDENTIALS = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidAccessKeyId',
  'InvalidToken',
  'SignatureDoesNotMatch',
  'TokenRefreshRequired',
]);

function explained({ aim, permission, place }: Purpose, error: unknown): RewindError {
  if (error instanceof RewindError) return error;
  const name = nameOf(error);
  const status = statusOf(error);
  if (name === 'AbortError') return new RewindError('cancelled', `The run ended while S3 was in use (${place}).`);
  const said = name === '' || name === 'Error' ? messageOf(error) : `${name}: ${messageOf(error)}`;
  const remedy = remedyFor(name, status, permission, place);
  return new RewindError(
    aim === 'read' ? 'store-unreadable' : 'store-write-failed',
    `Could not ${aim} ${place}: ${said}`,
    {
      cause: error,
      ...(remedy === undefined ? {} : { remedy }),
    },
  );
}

function remedyFor(name: string, status: number | undefined, permission: string, place: string): string | undefined {
  if (BAD_CREDENTIALS.has(name)) {
    return (
      'Renew the credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN, if temporary), or the ' +
      'role that the workflow assumes.'
    );
  }
  if (name === 'NoSuchBucket') return 'Create the bucket, or correct store.bucket in the configuration.';
  if (status === 301 || name === 'PermanentRedirect' || name === 'AuthorizationHeaderMalformed') {
    return 'The bucket lies in another region: correct store.region in the configuration.';
  }
  if (status === 403) {
    return (
      `Allow ${permission} on ${place} to the role that Rewind runs as ` +
      '(and, with store.kms-key, kms:GenerateDataKey and kms:Decrypt; with store.bucket-owner, check the account id).'
    );
  }
  return undefined;
}
