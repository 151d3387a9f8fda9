import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { AwsCall } from './errors.js';
import { signedApi, type Refusal, type SignedService } from './signed.js';
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

export interface QueryService extends SignedService {
  readonly version: string;
  /** True: reads go as POST too, as the SDKs send them. A service with several protocols tells them apart by the form. */
  readonly onlyPost?: boolean;
}

/** @throws RewindError credential-missing */
export async function queryApi(ctx: Context, service: QueryService): Promise<QueryApi> {
  const api = await signedApi(ctx, service);
  return {
    async send(action, parameters, { what, remedies }) {
      const set = present({ Action: action, Version: service.version, ...parameters });
      const read = isRead(action) && service.onlyPost !== true;
      return api.send(
        {
          method: read ? 'GET' : 'POST',
          accept: 'text/xml',
          decode: (text) => decode(action, text),
          ...(read ? { query: set } : { contentType: FORM, body: new URLSearchParams(set).toString() }),
        },
        z.custom<XmlElement>((value) => isElement(value)),
        { what, action, ...(remedies && { remedies }) },
      );
    },
  };
}

const present = (parameters: QueryParameters): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined));

const isRead = (action: string): boolean => /^(Describe|List)/.test(action);

const FORM = 'application/x-www-form-urlencoded; charset=utf-8';

const isElement = (value: unknown): boolean => typeof value === 'object' && value !== null && 'children' in value;

/** @throws SyntaxError for text that is no document of the service */
function decode(action: string, text: string): XmlElement | Refusal {
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
