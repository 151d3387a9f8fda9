import { AsyncLocalStorage } from 'node:async_hooks';
import { parseXml } from './xml.js';

/**
 * What goes over the wire beside the SDK's own view of it: the body that is sent instead of the SDK's, and the text that
 * came back. The SDK does addressing, signing, time-outs and retries; the documents travel verbatim.
 */
export interface Exchange {
  /** Sent instead of the body that the SDK would write. */
  readonly body?: string;
  /** What a 2xx answer must be: an XML document with this root, JSON, nothing, or program code with its version. */
  readonly expect: { readonly root: string; readonly alias?: string | undefined } | 'json' | 'empty' | 'code';
  /** The text of the last 2xx answer. */
  answer?: string;
}

const current = new AsyncLocalStorage<Exchange>();

/** Runs one SDK call with its exchange. */
export function withRawDocument<T>(exchange: Exchange, call: () => Promise<T>): Promise<T> {
  return current.run(exchange, call);
}

/** An answer that is not what the service sends: a proxy's page, or a body that was cut short. */
export class MalformedResponse extends Error {
  override readonly name = 'GarbledAnswer';
  /** Read by the SDK's retry strategy: ask again. */
  readonly $retryable = { throttling: false };
  readonly $metadata: { httpStatusCode: number; requestId?: string };
  constructor(message: string, status: number, requestId: string | undefined) {
    super(message);
    this.$metadata = { httpStatusCode: status, ...(requestId === undefined ? {} : { requestId }) };
  }
}

/** For the SDK's `serialize` step, inside its own serializer: puts the verbatim body in place. */
export function replaceBody(request: unknown): void {
  const body = current.getStore()?.body;
  if (body !== undefined && typeof request === 'object' && request !== null && 'body' in request) request.body = body;
}

/**
 * For the SDK's `deserialize` step, inside its own deserializer: reads the whole answer, refuses what is not a document of
 * the service, and hands it on.
 *
 * Why: the SDK takes a well-formed HTML page for a document without members, which would read as "nothing is set".
 * @throws GarbledAnswer
 */
export async function readAnswer(response: unknown): Promise<void> {
  const exchange = current.getStore();
  if (exchange === undefined || !isResponse(response)) return;
  const bytes = await readAll(response.body);
  response.body = bytes;
  const requestId = response.headers['x-amz-request-id'] ?? response.headers['x-amzn-requestid'];
  const text = bytes.toString('utf8');
  const ok = response.statusCode < 300;
  const problem = ok
    ? problemOf(text, exchange.expect, response.headers)
    : response.statusCode >= 400
      ? errorProblem(text)
      : undefined;
  if (problem !== undefined) throw new MalformedResponse(problem, response.statusCode, requestId);
  if (ok) exchange.answer = text;
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
  const parts: Uint8Array[] = [];
  for await (const part of body as AsyncIterable<Uint8Array>) parts.push(part);
  return Buffer.concat(parts);
}

function problemOf(text: string, expect: Exchange['expect'], headers: Response['headers']): string | undefined {
  // Code has no shape to check, but CloudFront always names its version; a proxy's page has none.
  if (expect === 'code') return headers.etag === undefined ? 'the answer names no version (ETag)' : undefined;
  // A word is harmless (moto answers "True"); a page or a document is not what a write answers.
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
    return `the answer is cut short or no document of the service: ${begin(text)}`;
  }
}

function errorProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    if (['Error', 'ErrorResponse'].includes(parseXml(text).name)) return undefined;
  } catch {
    // Told below.
  }
  return `the error page is not from the service: ${begin(text)}`;
}

const begin = (text: string): string => JSON.stringify(text.slice(0, 60));
