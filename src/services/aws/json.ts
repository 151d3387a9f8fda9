import { z } from 'zod';
import type { Refusal, SignedRequest } from './signed.js';

/** The body of an error. Services spell it in both ways; `__type` may have a namespace before a `#`. */
const failure = z.object({
  __type: z.string().optional(),
  message: z.string().nullish(),
  Message: z.string().nullish(),
});

/**
 * How a service that speaks JSON is read. An error has its code in a header (Lambda) or in the body (Application Auto
 * Scaling).
 */
export const JSON_ANSWER: Pick<SignedRequest, 'accept' | 'decode'> = { accept: 'application/json', decode };

/** @throws SyntaxError for text that is not JSON */
function decode(text: string, headers: Headers): unknown {
  const body = JSON.parse(text) as unknown;
  const error = failure.safeParse(body).data;
  const code = headers.get('x-amzn-errortype') ?? error?.__type;
  if (code === undefined || error === undefined) return body;
  return {
    awsCode: code.replace(/^.*#/, '').replace(/:.*$/, ''),
    message: error.message ?? error.Message ?? '',
    requestId: headers.get('x-amzn-requestid') ?? undefined,
  } satisfies Refusal;
}
