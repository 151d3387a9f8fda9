import { AsyncLocalStorage } from 'node:async_hooks';
import type { MiddlewareStack } from '@smithy/types';
import { readLimited } from '../../runtime/byte-limits.js';
import { parseXml } from './xml.js';

/**
 * The documents of one call: the request body and the response text, both verbatim. The SDK does addressing, signing,
 * timeouts and retries.
 */
export interface RawDocument {
  /** Replaces the body that the SDK would write. */
  readonly body?: string;
  /** What a 2xx response must be: an XML document with this root, JSON, nothing, or program code with its version. */
  readonly expect: { readonly root: string; readonly alias?: string | undefined } | 'json' | 'empty' | 'code';
  /** The text of the last 2xx response. */
  response?: string;
}

const current = new AsyncLocalStorage<RawDocument>();

/** Runs one SDK call with its raw document. */
export function withRawDocument<T>(raw: RawDocument, call: () => Promise<T>): Promise<T> {
  return current.run(raw, call);
}

/** A truncated response, or one from something else than the service (a proxy's page). */
export class MalformedResponse extends Error {
  override readonly name = 'MalformedResponse';
  /** Tells the SDK's retry strategy to repeat the request. */
  readonly $retryable = { throttling: false };
  readonly $metadata: { httpStatusCode: number; requestId?: string };
  constructor(message: string, status: number, requestId: string | undefined) {
    super(message);
    this.$metadata = { httpStatusCode: status, ...(requestId === undefined ? {} : { requestId }) };
  }
}

/** Makes an SDK client send and return raw documents. */
export function carryRawDocuments<Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
): void {
  stack.add(
    (next) => async (args) => {
      replaceBody(args.request);
      return next(args);
    },
    { step: 'serialize', priority: 'low', name: 'rewindBody' },
  );
  stack.add(
    (next) => async (args) => {
      const result = await next(args);
      await readResponse(result.response);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'rewindResponse' },
  );
}

/** For the SDK's `serialize` step, inside its own serializer. */
function replaceBody(request: unknown): void {
  const body = current.getStore()?.body;
  if (body !== undefined && typeof request === 'object' && request !== null && 'body' in request) request.body = body;
}

/**
 * For the SDK's `deserialize` step, inside its own deserializer: reads the whole response and rejects anything but a
 * document of the service. The SDK itself accepts an HTML page as a document without members ("nothing is set").
 *
 * @throws MalformedResponse
 */
async function readResponse(response: unknown): Promise<void> {
  const raw = current.getStore();
  if (raw === undefined || !isResponse(response)) return;
  const bytes = await readAll(response.body);
  response.body = bytes;
  const requestId = response.headers['x-amz-request-id'] ?? response.headers['x-amzn-requestid'];
  const text = bytes.toString('utf8');
  const ok = response.statusCode < 300;
  const problem = ok
    ? problemOf(text, raw.expect, response.headers)
    : response.statusCode >= 400
      ? errorProblem(text)
      : undefined;
  if (problem !== undefined) throw new MalformedResponse(problem, response.statusCode, requestId);
  if (ok) raw.response = text;
}

interface Response {
  statusCode: number;
  headers: Record<string, string>;
  body: unknown;
}

function isResponse(value: unknown): value is Response {
  return typeof value === 'object' && value !== null && 'statusCode' in value && 'headers' in value && 'body' in value;
}

async function readAll(body: unknown): Promise<Buffer> {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (body instanceof Uint8Array) return Buffer.from(body);
  return readLimited(body as AsyncIterable<Uint8Array>, 'the response of AWS');
}

function problemOf(text: string, expect: RawDocument['expect'], headers: Response['headers']): string | undefined {
  // Code has no shape to check, but CloudFront always sends its version; a proxy does not.
  if (expect === 'code') return headers.etag === undefined ? 'the response has no version (ETag)' : undefined;
  // A single word is harmless (moto sends "True"); no write returns a document.
  if (expect === 'empty') return /^\s*</.test(text) ? `expected no content, but got ${begin(text)}` : undefined;
  try {
    if (expect === 'json') {
      JSON.parse(text);
      return undefined;
    }
    const root = parseXml(text);
    return root.name === expect.root || root.name === expect.alias
      ? undefined
      : `expected <${expect.root}>, but got ${begin(text)}`;
  } catch {
    return `the response is truncated or not from the service: ${begin(text)}`;
  }
}

function errorProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    if (['Error', 'ErrorResponse'].includes(parseXml(text).name)) return undefined;
  } catch {
    // Not XML: reported below.
  }
  return `the error page is not from the service: ${begin(text)}`;
}

const begin = (text: string): string => JSON.stringify(text.slice(0, 60));
