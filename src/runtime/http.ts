import pLimit, { type LimitFunction } from 'p-limit';
import { readFor, readLimited } from './byte-limits.js';
import type { ClockSkew } from './clock-skew.js';
import { watchConnection } from './connection.js';
import type { AnswerSchema, Clock, HttpResponse, HttpClient, HttpRequest, Logger, Masker } from './context.js';
import { RewindError } from './errors.js';
import {
  AttemptError,
  errorResponse,
  FOREIGN,
  malformedResponse,
  networkError,
  NO_RESPONSE,
  urlOf,
  WRONG_PLACE_MS,
  type HttpFailure,
} from './http-failure.js';

export interface HttpSettings {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  readonly masker: Masker;
  readonly signal: AbortSignal;
  readonly userAgent: string;
  /** First back-off in milliseconds (it doubles, with ±50 % jitter); tests make it small. */
  readonly backoffMs: number;
  /** Requests in flight per host. */
  readonly concurrency: number;
  /** Milliseconds for one attempt. */
  readonly timeoutMs: number;
  /** Learns the time of each answer. */
  readonly skew?: ClockSkew;
}

const MAX_RETRIES = 8;
const MAX_BACKOFF_MS = 30_000;
export function createHttpClient(settings: HttpSettings): HttpClient {
  const limits = new Map<string, LimitFunction>();
  const limitFor = (url: string): LimitFunction => {
    const host = new URL(url).host;
    const known = limits.get(host);
    if (known) return known;
    const limit = pLimit(settings.concurrency);
    limits.set(host, limit);
    return limit;
  };
  return {
    request: (request, schema) => {
      const send = () => sendWithRetries(settings, request, schema);
      return request.readMs === undefined ? limitFor(request.url)(send) : send();
    },
  };
}

async function sendWithRetries<T>(
  settings: HttpSettings,
  request: HttpRequest,
  schema: AnswerSchema<T>,
): Promise<HttpResponse<T>> {
  const { clock, log, signal } = settings;
  const startedAt = clock.monotonic();
  const deadlineAt = startedAt + (request.deadlineMs ?? 120_000);
  let unwritten = true;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendOnce(settings, request, schema, deadlineAt, unwritten);
    } catch (error) {
      if (!(error instanceof AttemptError)) throw error;
      unwritten &&= error.failure.unwritten || error.failure.code === 'api-rate-limited';
      // At least the back-off: a "0", or a time that is past by our clock, must not use up all attempts at once.
      const wait = Math.max(error.failure.retryAfterMs ?? 0, backoff(settings, attempt));
      const endsAt = Math.min(deadlineAt, startedAt + error.hopeMs);
      const last = attempt > MAX_RETRIES || clock.monotonic() + wait >= endsAt;
      if (last || !mayRepeat(request, error.failure)) throw error.failure;
      log.debug(`${request.service}: ${request.what}: ${error.message}; retrying in ${(wait / 1000).toFixed(1)} s`);
      await clock.sleep(wait, signal);
    }
  }
}

/** Exponential with ±50 % jitter, so that many callers do not retry at the same moment. */
function backoff(settings: HttpSettings, attempt: number): number {
  return Math.min(MAX_BACKOFF_MS, settings.backoffMs * 2 ** (attempt - 1)) * (0.5 + settings.random());
}

function mayRepeat(request: HttpRequest, failure: HttpFailure): boolean {
  if (failure.code === 'api-rate-limited') return true;
  const repeatable = request.repeatable ?? ['GET', 'PUT', 'DELETE'].includes(request.method);
  if (!repeatable) return false;
  return failure.status === NO_RESPONSE || failure.status === 408 || failure.status >= 500 || failure.malformed;
}

/** @param unwritten no attempt before this one reached the service */
async function sendOnce<T>(
  settings: HttpSettings,
  request: HttpRequest,
  schema: AnswerSchema<T>,
  deadlineAt: number,
  unwritten: boolean,
): Promise<HttpResponse<T>> {
  const remaining = Math.max(1, deadlineAt - settings.clock.monotonic());
  const timeout = AbortSignal.timeout(Math.ceil(Math.min(settings.timeoutMs + (request.readMs ?? 0), remaining)));
  const url = urlOf(request);
  const connection = watchConnection(url);
  let response: Response;
  let text: string;
  try {
    response = await settings.fetch(url, {
      method: request.method,
      headers: headersOf(settings, request),
      signal: AbortSignal.any([settings.signal, timeout]),
      redirect: 'manual',
      body: bodyOf(request),
    });
    settings.skew?.heard(request.service, response.headers, settings.clock.now());
    text = await textOf(response, request);
  } catch (error) {
    if (error instanceof RewindError) throw error;
    const details = { resource: request.resource, cause: error, unwritten: unwritten && connection.neverConnected() };
    if (settings.signal.aborted)
      throw new RewindError('cancelled', `The run was cancelled during this request: ${request.what}.`, details);
    throw networkError(request, details, timeout.aborted);
  } finally {
    connection.end();
  }
  const body = parseBody(request, text, response.headers);
  if (!response.ok && !(request.accept ?? []).includes(response.status)) {
    throw new AttemptError(errorResponse(settings, request, response, body));
  }
  // A schema that takes anything must not take the page of a proxy for the answer to a write.
  const page = body === FOREIGN && text.trimStart().startsWith('<');
  const parsed = schema.safeParse(body === FOREIGN ? text : body);
  if (parsed.success && !page) return { status: response.status, headers: response.headers, data: parsed.data };
  const problem =
    body === FOREIGN
      ? `it is not ${request.decode === undefined ? 'JSON' : 'a document of the service'} (it begins with ${JSON.stringify(settings.masker.redact(text.slice(0, 60)))})`
      : (parsed.error?.issues ?? [])
          .slice(0, 5)
          .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
          .join('; ');
  const failure = malformedResponse(request, response, problem, { broken: body === FOREIGN, page });
  throw new AttemptError(failure, page ? WRONG_PLACE_MS : undefined);
}

/** @throws RewindError too-large */
async function textOf(response: Response, { service, what, maxBytes, readMs }: HttpRequest): Promise<string> {
  if (response.body === null) return '';
  if (readMs !== undefined && response.ok) {
    const { bytes: read, ended } = await readFor(response.body, readMs, maxBytes);
    const lines = new TextDecoder().decode(read);
    return ended ? lines : lines.slice(0, lines.lastIndexOf('\n') + 1);
  }
  const bytes = await readLimited(response.body, `the response of ${service} to "${what}"`, maxBytes);
  return new TextDecoder().decode(bytes);
}

function headersOf(settings: HttpSettings, request: HttpRequest): Record<string, string> {
  return {
    'user-agent': settings.userAgent,
    accept: 'application/json',
    ...(request.json !== undefined && { 'content-type': 'application/json' }),
    ...request.headers,
  };
}

const bodyOf = ({ json, body }: HttpRequest): string | null =>
  json === undefined ? (body ?? null) : JSON.stringify(json);

function parseBody(
  { decode = (text) => JSON.parse(text) as unknown }: HttpRequest,
  text: string,
  headers: Headers,
): unknown {
  if (text.trim() === '') return undefined;
  try {
    return decode(text, headers);
  } catch {
    return FOREIGN;
  }
}
