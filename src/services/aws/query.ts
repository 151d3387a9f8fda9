import { Hash } from '@smithy/core/serde';
import { SignatureV4 } from '@smithy/signature-v4';
import { z } from 'zod';
import type { Context, HttpRequest } from '../../runtime/context.js';
import { HttpFailure } from '../../runtime/http.js';
import { awsClientOptions } from './client-options.js';
import { awsError, isThrottling, type AwsCall } from './errors.js';
import { child, childrenOf, parseXml, textAt, type XmlElement } from './xml.js';

/** Parameters as AWS's Query protocol names them, e.g. `Tags.Tag.1.Key`; undefined ones are left out. */
export type QueryParameters = Readonly<Record<string, string | undefined>>;

/**
 * Sends requests to a service that speaks AWS's Query protocol. The SDK's client of such a service is many times larger
 * than the few operations that are needed. Every request is repeated after a lost answer: identifiers that the caller
 * chooses make the writes idempotent.
 */
export interface QueryApi {
  /**
   * @param action e.g. `DescribeDBInstances`; a `Describe…` or `List…` goes as GET, everything else as POST
   * @returns the element `<ACTIONResult>`; of a write without an output `<ACTIONResponse>`
   * @throws AwsFailure with AWS's own code, HttpFailure
   */
  send(action: string, parameters: QueryParameters, what: Pick<AwsCall, 'what' | 'remedies'>): Promise<XmlElement>;
}

export interface QueryService {
  /** For messages, and as in `AWS_ENDPOINT_URL_RDS`. */
  readonly name: 'RDS' | 'CLOUDWATCH' | 'SNS';
  /** In host names and signatures. */
  readonly prefix: string;
  /** In IAM actions, if it is another. */
  readonly iam?: string;
  readonly version: string;
  readonly region: string;
  /** True: reads go as POST too, as the SDKs send them. A service with several protocols tells them apart by the form. */
  readonly onlyPost?: boolean;
}

/** @throws RewindError credential-missing */
export async function queryApi(ctx: Context, service: QueryService): Promise<QueryApi> {
  const { name, prefix, iam = prefix, version, region } = service;
  const options = awsClientOptions(ctx, name, region);
  const credentials = options.credentials ?? (await chain());
  const signer = new SignatureV4({ service: prefix, region, credentials, sha256: Hash.bind(null, 'sha256') });
  const endpoint = new URL(options.endpoint ?? `https://${prefix}.${region}.amazonaws.com${domainOf(region)}`);
  return {
    async send(action, parameters, { what, remedies }) {
      const call: AwsCall = { service: name, what, action: `${iam}:${action}`, ...(remedies && { remedies }) };
      const given = { Action: action, Version: version, ...parameters };
      const set = present(given);
      const read = isRead(action) && service.onlyPost !== true;
      const body = new URLSearchParams(set).toString();
      try {
        const { headers } = await signer.sign(
          {
            method: read ? 'GET' : 'POST',
            protocol: endpoint.protocol,
            hostname: endpoint.hostname,
            path: endpoint.pathname,
            query: read ? set : {},
            headers: { host: endpoint.host, ...(read ? {} : { 'content-type': FORM }) },
            ...(read ? {} : { body }),
          },
          { signingDate: ctx.clock.now() },
        );
        const request: HttpRequest = {
          service: name,
          resource: ctx.resource,
          what,
          method: read ? 'GET' : 'POST',
          url: endpoint.href,
          headers: { ...without(headers, 'host'), accept: 'text/xml' },
          ...(read ? { query: set } : { body }),
          repeatable: true,
          decode: (text) => decode(action, text),
          isThrottled: (failure) => isThrottling(refusal.safeParse(failure).data?.awsCode ?? ''),
        };
        return (
          await ctx.http.request(
            request,
            z.custom<XmlElement>((value) => isElement(value)),
          )
        ).data;
      } catch (error) {
        throw awsError(ctx, asSdkError(error), call);
      }
    },
  };
}

const present = (parameters: QueryParameters): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined));

const isRead = (action: string): boolean => /^(Describe|List)/.test(action);

const FORM = 'application/x-www-form-urlencoded; charset=utf-8';

/** The SDK's own chain: profiles, OIDC, container and instance roles. Loaded on first use. */
async function chain() {
  const { defaultProvider } = await import('@aws-sdk/credential-provider-node');
  return defaultProvider();
}

const domainOf = (region: string): string => (region.startsWith('cn-') ? '.cn' : '');

const refusal = z.object({ awsCode: z.string(), message: z.string(), requestId: z.string().optional() });

const isElement = (value: unknown): boolean => typeof value === 'object' && value !== null && 'children' in value;

/** @throws SyntaxError for text that is no document of the service */
function decode(action: string, text: string): XmlElement | z.infer<typeof refusal> {
  const root = parseXml(text);
  if (root.name === 'ErrorResponse') {
    const awsCode = textAt(root, 'Error', 'Code');
    if (awsCode === undefined) throw new SyntaxError('an error without a code');
    const requestId = textAt(root, 'RequestId');
    return { awsCode, message: textAt(root, 'Error', 'Message') ?? '', ...(requestId && { requestId }) };
  }
  // A write without an output has no result.
  const result = child(root, `${action}Result`) ?? (isRead(action) ? undefined : root);
  if (root.name !== `${action}Response` || result === undefined) {
    throw new SyntaxError(`expected <${action}Response>, but got <${root.name}>`);
  }
  return result;
}

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

/** The parameters of a list: `listOf('Tags.Tag', ['a'])` is `{'Tags.Tag.1': 'a'}`. */
export function listOf(name: string, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, at) => [`${name}.${at + 1}`, value]));
}

/** Tags as parameters, in the form of RDS. */
export function tagsOf(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value], at) => [
      [`Tags.Tag.${at + 1}.Key`, key],
      [`Tags.Tag.${at + 1}.Value`, value],
    ]),
  );
}

/** The value of a tag in a `<TagList>`. */
export function tagIn(parent: XmlElement, key: string): string | undefined {
  const tags = childrenOf(child(parent, 'TagList') ?? parent, 'Tag');
  return textAt(tags.find((tag) => textAt(tag, 'Key') === key) ?? { name: '', text: '', children: [] }, 'Value');
}
