import type { Context } from '../../runtime/context.js';
import type { ErrorCode } from '../../runtime/error-codes.js';
import { messageOf, RewindError, type ErrorDetails } from '../../runtime/errors.js';
import { MalformedResponse } from './raw-documents.js';

/** The operation that failed, for messages. */
export interface AwsCall {
  /** "S3" */
  readonly service: string;
  /** "read the policy of bucket media" */
  readonly what: string;
  /** IAM action that the call needs: "s3:GetBucketPolicy". */
  readonly action: string;
  /** Remedies by the service's own error code that are more specific than the general ones. */
  readonly remedies?: Readonly<Record<string, string>>;
}

/** A failed call, with AWS's own error code and the HTTP status. */
export class AwsFailure extends RewindError {
  override readonly name = 'AwsFailure';
  /** The remedy of this failure; undefined if only the general one of its code applies. */
  readonly ownRemedy: string | undefined;
  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails,
    /** AWS's code, e.g. NoSuchBucketPolicy; '' without a response. */
    readonly awsCode: string,
    readonly status: number | undefined,
  ) {
    super(code, message, details);
    this.ownRemedy = details.remedy;
  }
}

const BAD_CREDENTIAL = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidToken',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'SignatureDoesNotMatch',
  'RequestExpired',
  'MissingAuthenticationToken',
  'TokenRefreshRequired',
]);
/** Has status 403, but no permission is missing. */
const WRONG_CLOCK = 'RequestTimeTooSkewed';
const THROTTLED = new Set(['SlowDown', 'Throttling', 'ThrottlingException', 'TooManyRequests', 'RequestLimitExceeded']);
const WRONG_REGION = new Set([
  'PermanentRedirect',
  'AuthorizationHeaderMalformed',
  'IllegalLocationConstraintException',
]);

/** Turns what the SDK throws into an AwsFailure; RewindErrors pass. */
export function awsError(ctx: Context, error: unknown, call: AwsCall): RewindError {
  if (error instanceof RewindError) return error;
  if (ctx.signal.aborted || sdkErrorName(error) === 'AbortError') {
    return new RewindError('cancelled', `stopped while trying to ${call.what}`, {
      resource: ctx.resource,
      cause: error,
    });
  }
  const { status, requestId, attempts } = metadataOf(error);
  const awsCode = status === undefined || error instanceof MalformedResponse ? '' : sdkErrorName(error);
  const reported = ctx.masker.redact(messageOf(error)).split('\n')[0]?.slice(0, 300) ?? '';
  const code = errorCodeOf(error, awsCode, status);
  const tries = attempts !== undefined && attempts > 1 ? ` after ${attempts} tries` : '';
  const answer = isUnsendable(error)
    ? 'was not asked to'
    : status === undefined
      ? 'could not be reached to'
      : `answered ${status}${awsCode && ` ${awsCode}`} to`;
  const id = requestId === undefined ? '' : ` (request ${requestId})`;
  const quoted = status === undefined ? call.what : `"${call.what}"`;
  const message = `${call.service} ${answer} ${quoted}${tries}: ${reported}${id}`;
  const remedy = call.remedies?.[awsCode] ?? remedyOf(code, awsCode, call);
  const details = { resource: ctx.resource, cause: error, ...(remedy !== undefined && { remedy }) };
  return new AwsFailure(code, message, details, awsCode, status);
}

function errorCodeOf(error: unknown, awsCode: string, status: number | undefined): ErrorCode {
  if (sdkErrorName(error) === 'CredentialsProviderError') return 'credential-missing';
  if (isUnsendable(error)) return 'input-invalid';
  if (status === undefined) return 'api-unavailable';
  if (awsCode === WRONG_CLOCK) return 'api-rejected';
  if (BAD_CREDENTIAL.has(awsCode) || status === 401) return 'api-unauthorized';
  if (THROTTLED.has(awsCode) || status === 429) return 'api-rate-limited';
  if (status === 403) return 'api-forbidden';
  if (status === 404) return 'api-not-found';
  if (status === 409 || status === 412) return 'api-conflict';
  if (status >= 500) return 'api-unavailable';
  return status < 300 || error instanceof MalformedResponse ? 'api-unexpected-answer' : 'api-rejected';
}

/** A credential with a line break or the like: Node refuses the header, and nothing is sent. */
const isUnsendable = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_INVALID_CHAR';

function remedyOf(code: ErrorCode, awsCode: string, call: AwsCall): string | undefined {
  if (code === 'api-forbidden') {
    return `Grant the credential the IAM action ${call.action} (in its own policy and the resource's policy, without a Deny).`;
  }
  if (code === 'api-unauthorized') {
    return 'Get new AWS credentials (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, or the assumed role) and run again.';
  }
  if (code === 'input-invalid') {
    return 'AWS_ACCESS_KEY_ID or AWS_SESSION_TOKEN holds a line break or another character that none has: copy it again, one line, nothing else.';
  }
  if (code === 'credential-missing') {
    return 'Set AWS credentials: assume a role with OIDC in the workflow, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
  }
  if (awsCode === WRONG_CLOCK) return 'Set the clock of this machine (it differs from that of AWS), and run again.';
  if (isWrongRegion(awsCode)) return 'Correct "region" of this resource in the configuration.';
  return undefined;
}

/** The SDK's name of an error; '' for anything else. */
export function sdkErrorName(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** HTTP status that the SDK attached to an error. */
export function sdkErrorStatus(error: unknown): number | undefined {
  return metadataOf(error).status;
}

/** True for AWS's codes of a rate limit; the Query protocol sends them with status 400. */
export function isThrottling(awsCode: string): boolean {
  return THROTTLED.has(awsCode);
}

/** True if the request went to another region than the bucket's. */
export function isWrongRegion(awsCode: string): boolean {
  return WRONG_REGION.has(awsCode);
}

interface Metadata {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly attempts?: number | undefined;
}

function metadataOf(error: unknown): Metadata {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return {};
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null) return {};
  const { httpStatusCode, requestId, attempts } = metadata as Record<string, unknown>;
  return {
    status: typeof httpStatusCode === 'number' ? httpStatusCode : undefined,
    requestId: typeof requestId === 'string' ? requestId : undefined,
    attempts: typeof attempts === 'number' ? attempts : undefined,
  };
}
