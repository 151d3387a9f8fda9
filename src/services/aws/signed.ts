import { Hash } from '@smithy/core/serde';
import { SignatureV4 } from '@smithy/signature-v4';
import { z } from 'zod';
import type { Context, HttpRequest } from '../../runtime/context.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { awsClientOptions, type SignedServiceName } from './client-options.js';
import { awsError, isThrottling, type AwsCall } from './errors.js';

/** A service of AWS whose requests Rewind signs itself. The SDK's client is many times larger than a few operations. */
export interface SignedService {
  /** As in `AWS_ENDPOINT_URL_RDS`, and for messages. */
  readonly name: SignedServiceName;
  /** For messages, if it is another. */
  readonly title?: string;
  /** In host names and signatures. */
  readonly prefix: string;
  /** In IAM actions, if it is another. */
  readonly iam?: string;
  readonly region: string;
}

/** Every request is repeated after a lost answer: a write sets a value, or has an identifier that the caller chose. */
export interface SignedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** By default that of the endpoint. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body?: string;
  readonly accept: string;
  /** Parses an answer; makes a `Refusal` of an error. @throws SyntaxError for text that is not from the service */
  readonly decode: (text: string, headers: Headers) => unknown;
}

/** An error in AWS's form. */
const refusal = z.object({ awsCode: z.string(), message: z.string(), requestId: z.string().optional() });
export type Refusal = z.infer<typeof refusal>;

export interface SignedApi {
  /**
   * @param call `action` without the prefix of IAM, e.g. `DescribeDBInstances`
   * @throws AwsFailure with AWS's own code, HttpFailure
   */
  send<T>(request: SignedRequest, answer: z.ZodType<T>, call: Omit<AwsCall, 'service'>): Promise<T>;
}

/** @throws RewindError credential-missing */
export async function signedApi(ctx: Context, service: SignedService): Promise<SignedApi> {
  const { name, title = name, prefix, iam = prefix, region } = service;
  const options = awsClientOptions(ctx, name, region);
  const credentials = options.credentials ?? (await chain());
  const signer = new SignatureV4({ service: prefix, region, credentials, sha256: Hash.bind(null, 'sha256') });
  const endpoint = new URL(options.endpoint ?? `https://${prefix}.${region}.amazonaws.com${domainOf(region)}`);
  return {
    async send({ method, path, query = {}, headers: more, contentType, body, accept, decode }, answer, given) {
      const { what } = given;
      const call: AwsCall = { ...given, service: title, action: `${iam}:${given.action}` };
      const url = new URL(path === undefined ? endpoint.href : endpoint.pathname.replace(/\/$/, '') + path, endpoint);
      try {
        const { headers } = await signer.sign(
          {
            method,
            protocol: endpoint.protocol,
            hostname: endpoint.hostname,
            path: url.pathname,
            query,
            headers: { ...more, host: endpoint.host, ...(contentType && { 'content-type': contentType }) },
            ...(body !== undefined && { body }),
          },
          { signingDate: ctx.clock.now() },
        );
        const request: HttpRequest = {
          service: title,
          resource: ctx.resource,
          what,
          method,
          url: url.href,
          headers: { ...without(headers, 'host'), accept },
          query,
          ...(body !== undefined && { body }),
          repeatable: true,
          decode,
          isThrottled: (failure) => isThrottling(refusal.safeParse(failure).data?.awsCode ?? ''),
        };
        return (await ctx.http.request(request, answer)).data;
      } catch (error) {
        throw awsError(ctx, asSdkError(error), call);
      }
    },
  };
}

/** The SDK's own chain: profiles, OIDC, container and instance roles. Loaded on first use. */
async function chain() {
  const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
  return defaultProvider();
}

const domainOf = (region: string): string => (region.startsWith('cn-') ? '.cn' : '');

/** A refusal as the SDK throws it, for `awsError`. */
function asSdkError(error: unknown): unknown {
  if (!(error instanceof HttpFailure)) return error;
  const found = refusal.safeParse(error.body);
  if (!found.success || error.status === undefined) return error;
  const { awsCode, message, requestId } = found.data;
  return Object.assign(new Error(message, { cause: error }), {
    name: awsCode,
    $metadata: { httpStatusCode: error.status, requestId },
  });
}

const without = (headers: Readonly<Record<string, string>>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
