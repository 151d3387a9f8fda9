import type { Context } from '../../runtime/context.js';

/** Services whose requests Rewind signs itself. */
export type SignedServiceName = 'RDS' | 'CLOUDWATCH' | 'SNS' | 'APPLICATION_AUTO_SCALING' | 'LAMBDA';

/** Milliseconds to connect, and to receive the response to one attempt. */
export interface AwsTimeouts {
  readonly connectMs: number;
  readonly requestMs: number;
}

const TIMEOUTS: AwsTimeouts = { connectMs: 5_000, requestMs: 30_000 };
/** Attempts for one call, including the first; the SDK backs off with jitter between them (20 s at most). */
const MAX_ATTEMPTS = 5;

/**
 * Options of every AWS client. Endpoints, credentials and the number of attempts come from the standard AWS
 * variables; without AWS_ACCESS_KEY_ID the SDK's own chain applies (profiles, OIDC, instance roles).
 *
 * @param service as in AWS_ENDPOINT_URL_<service>
 */
export function awsClientOptions(
  ctx: Context,
  service: 'S3' | 'CLOUDFRONT' | SignedServiceName,
  region: string,
  timeouts = TIMEOUTS,
) {
  const { env } = ctx;
  const endpoint = env.url(`AWS_ENDPOINT_URL_${service}`, env.url('AWS_ENDPOINT_URL', ''));
  const accessKeyId = env.secret('AWS_ACCESS_KEY_ID');
  const sessionToken = env.secret('AWS_SESSION_TOKEN');
  const attempts = Number(env.text('AWS_MAX_ATTEMPTS') ?? '');
  return {
    region,
    retryMode: 'standard',
    maxAttempts: Number.isInteger(attempts) && attempts > 0 ? attempts : MAX_ATTEMPTS,
    requestHandler: {
      connectionTimeout: timeouts.connectMs,
      requestTimeout: timeouts.requestMs,
      throwOnRequestTimeout: true,
    },
    ...(endpoint === '' ? {} : { endpoint }),
    ...(accessKeyId === undefined
      ? {}
      : {
          credentials: {
            accessKeyId,
            secretAccessKey: env.require('AWS_SECRET_ACCESS_KEY', ctx.resource),
            ...(sessionToken !== undefined && { sessionToken }),
          },
        }),
  };
}
