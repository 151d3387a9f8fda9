import { types } from 'node:util';
import pLimit, { type LimitFunction } from 'p-limit';
import pRetry from 'p-retry';
import type { z } from 'zod';
import type { Clock, Logger, Masker } from '../context.js';
import type { ErrorCode } from './catalogue.js';
import { messageOf, RewindError } from './errors.js';
import type { Json } from './json.js';

/** One request to a service. */
export interface HttpRequest {
  /** Name of the service, for messages: "Vercel". */
  readonly service: string;
  /** What is being done, for messages: "read project prj_1". */
  readonly what: string;
  readonly resource?: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: Json;
  /** Sent instead of json: a form or a text with its own content-type header. */
  readonly body?: string;
  /**
   * GET, PUT and DELETE are repeated on 429, 5xx, time-out and a broken connection. Others are repeated only when this is
   * true (repeating cannot do harm), and on 429 in any case: a refused request was not carried out.
   */
  readonly repeatable?: boolean;
  /** Which permission is missing when the answer is 403; named in the error. */
  readonly permission?: string;
  /** Statuses (beside 2xx) that are answers rather than failures, e.g. [404]. */
  readonly accept?: readonly number[];
  /** Milliseconds for all tries together; default 120,000. */
  readonly deadlineMs?: number;
}

export interface HttpAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: T;
}

/** A failed request: the status and the service's own code, so that a provider can decide from them. */
export class HttpFailure extends RewindError {
  override readonly name = 'HttpFailure';
  constructor(
    code: ErrorCode,
    message: string,
    details: ConstructorParameters<typeof RewindError>[2],
    /** Undefined when there was no answer at all. */
    readonly status: number | undefined,
    /** The parsed body of the failure, where it was JSON. */
    readonly body: unknown,
    /** The answer was no JSON at all: an error page, or cut short. */
    readonly garbled = false,
  ) {
    super(code, message, details);
  }
}

/** The one way to talk HTTP: retries, Retry-After, jitter, deadline, per-host concurrency, typed errors. */
export interface HttpClient {
  /**
   * Sends, and parses the JSON answer with the schema (an empty body is parsed as `undefined`).
   * @throws HttpFailure
   */
  request<T>(request: HttpRequest, schema: z.ZodType<T>): Promise<HttpAnswer<T>>;
}

export interface HttpSettings {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  readonly masker: Masker;
  readonly signal: AbortSignal;
  readonly userAgent: string;
  /** First back-off step in milliseconds (doubles, jittered ±50 %); tests make it small. */
  readonly backoffMs: number;
  /** Requests in flight per host. */
  readonly concurrency: number;
  /** Milliseconds for one try. */
  readonly timeoutMs: number;
}

const MAX_RETRIES = 8;
const MAX_BACKOFF_MS = 30_000;
/** The connection broke, timed out or the body was cut short: nothing is known about what the server did. */
const NO_ANSWER = undefined;

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
    request: (request, schema) => limitFor(request.url)(() => sendWithRetries(settings, request, schema)),
  };
}

/** A failure of one try, and how long the server asked us to wait. */
class TryFailure extends Error {
  constructor(
    readonly failure: HttpFailure,
    readonly retryAfterMs: number | undefined,
  ) {
    super(failure.message);
  }
}

async function sendWithRetries<T>(
  settings: HttpSettings,
  request: HttpRequest,
  schema: z.ZodType<T>,
): Promise<HttpAnswer<T>> {
  const deadlineAt = settings.clock.monotonic() + (request.deadlineMs ?? 120_000);
  try {
    return await pRetry(() => sendOnce(settings, request, schema, deadlineAt), {
      retries: MAX_RETRIES,
      minTimeout: 0,
      maxTimeout: 0,
      signal: settings.signal,
      shouldRetry: async ({ error, attemptNumber }) => {
        if (!(error instanceof TryFailure) || !mayRepeat(request, error.failure)) return false;
        const wait = error.retryAfterMs ?? backoff(settings, attemptNumber);
        if (settings.clock.monotonic() + wait >= deadlineAt) return false;
        settings.log.debug(
          `${request.service}: ${request.what}: ${error.message}; trying again in ${(wait / 1000).toFixed(1)} s`,
        );
        await settings.clock.sleep(wait, settings.signal);
        return true;
      },
    });
  } catch (error) {
    throw error instanceof TryFailure ? error.failure : error;
  }
}

/** Exponential with ±50 % jitter, so that many callers do not come back at the same moment. */
function backoff(settings: HttpSettings, attempt: number): number {
  return Math.min(MAX_BACKOFF_MS, settings.backoffMs * 2 ** (attempt - 1)) * (0.5 + settings.random());
}

function mayRepeat(request: HttpRequest, failure: HttpFailure): boolean {
  if (failure.status === 429) return true;
  const repeatable = request.repeatable ?? ['GET', 'PUT', 'DELETE'].includes(request.method);
  if (!repeatable) return false;
  return failure.status === NO_ANSWER || failure.status === 408 || failure.status >= 500 || failure.garbled;
}

async function sendOnce<T>(
  settings: HttpSettings,
  request: HttpRequest,
  schema: z.ZodType<T>,
  deadlineAt: number,
): Promise<HttpAnswer<T>> {
  const left = Math.max(1, deadlineAt - settings.clock.monotonic());
  const timeout = AbortSignal.timeout(Math.ceil(Math.min(settings.timeoutMs, left)));
  let response: Response;
  let text: string;
  try {
    response = await settings.fetch(urlOf(request), {
      method: request.method,
      headers: headersOf(settings, request),
      signal: AbortSignal.any([settings.signal, timeout]),
      redirect: 'error',
      ...bodyOf(request),
    });
    text = await response.text();
  } catch (error) {
    if (settings.signal.aborted) throw new RewindError('cancelled', `stopped while ${request.what}`, { cause: error });
    throw new TryFailure(noAnswer(request, error, timeout.aborted), undefined);
  }
  const body = parseJson(text);
  if (!response.ok && !(request.accept ?? []).includes(response.status)) {
    throw new TryFailure(refusal(settings, request, response, body), retryAfterMs(settings, response));
  }
  const parsed = schema.safeParse(body === NOT_JSON ? text : body);
  if (parsed.success) return { status: response.status, headers: response.headers, data: parsed.data };
  const problem =
    body === NOT_JSON
      ? `the answer is not JSON (it begins with ${JSON.stringify(settings.masker.redact(text.slice(0, 60)))})`
      : parsed.error.issues
          .slice(0, 5)
          .map((issue) => `${issue.path.join('.') || 'answer'}: ${issue.message}`)
          .join('; ');
  throw new TryFailure(garbled(request, response, problem, body === NOT_JSON), undefined);
}

function urlOf(request: HttpRequest): URL {
  const url = new URL(request.url);
  for (const [key, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(key, String(value));
  }
  return url;
}

function headersOf(settings: HttpSettings, request: HttpRequest): Record<string, string> {
  return {
    'user-agent': settings.userAgent,
    accept: 'application/json',
    ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
    ...request.headers,
  };
}

function bodyOf(request: HttpRequest): { body?: string } {
  if (request.json !== undefined) return { body: JSON.stringify(request.json) };
  return request.body === undefined ? {} : { body: request.body };
}

const NOT_JSON = Symbol('not json');

function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return NOT_JSON;
  }
}

/** Milliseconds from Retry-After (seconds or a date), else from X-RateLimit-Reset. */
function retryAfterMs(settings: HttpSettings, response: Response): number | undefined {
  if (response.status !== 429 && response.status !== 503) return undefined;
  const now = settings.clock.now().getTime();
  const header = response.headers.get('retry-after');
  if (header !== null) {
    const seconds = Number(header);
    const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
    if (Number.isFinite(wait)) return Math.max(0, wait);
  }
  const reset = Number(response.headers.get('x-ratelimit-reset') ?? Number.NaN);
  if (response.status !== 429 || !Number.isFinite(reset)) return undefined;
  // Seconds since 1970 as a rule; LaunchDarkly counts milliseconds.
  return Math.max(0, (reset > 1e11 ? reset : reset * 1000) - now);
}

function noAnswer(request: HttpRequest, error: unknown, timedOut: boolean): HttpFailure {
  // fetch says only "fetch failed"; the reason is its cause.
  const cause = types.isNativeError(error) && types.isNativeError(error.cause) ? error.cause : error;
  const why = timedOut ? 'no answer in time' : messageOf(cause);
  const message = `${request.service} could not be reached to ${request.what}: ${why}`;
  return new HttpFailure('api-unavailable', message, detailsOf(request, error), NO_ANSWER, undefined);
}

function garbled(request: HttpRequest, response: Response, problem: string, broken: boolean): HttpFailure {
  const message = `${request.service} gave an answer to "${request.what}" that Rewind cannot use: ${problem}${requestId(response)}`;
  // A body that is no JSON is a proxy's error page or a cut connection and may be asked again; a wrong shape will stay.
  return new HttpFailure('api-unexpected-answer', message, detailsOf(request), response.status, undefined, broken);
}

function refusal(settings: HttpSettings, request: HttpRequest, response: Response, body: unknown): HttpFailure {
  const said = settings.masker.redact(serviceMessage(body)).slice(0, 300);
  const message = `${request.service} answered ${response.status} to "${request.what}"${said ? `: ${said}` : ''}${requestId(response)}`;
  const permission =
    response.status === 403 && request.permission !== undefined
      ? { remedy: `Grant the credential this permission: ${request.permission}.` }
      : {};
  const details = { ...detailsOf(request), ...permission };
  return new HttpFailure(
    codeOf(response.status),
    message,
    details,
    response.status,
    body === NOT_JSON ? undefined : body,
  );
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'api-unauthorized';
  if (status === 403) return 'api-forbidden';
  if (status === 404 || status === 410) return 'api-not-found';
  if (status === 409 || status === 412) return 'api-conflict';
  if (status === 429) return 'api-rate-limited';
  return status >= 500 || status === 408 ? 'api-unavailable' : 'api-rejected';
}

function detailsOf(request: HttpRequest, cause?: unknown): { resource?: string; cause?: unknown } {
  return { ...(request.resource === undefined ? {} : { resource: request.resource }), ...(cause ? { cause } : {}) };
}

/** Services name the request in one of these headers; their support asks for it. */
function requestId(response: Response): string {
  const names = ['x-vercel-id', 'request-id', 'x-request-id', 'x-amzn-requestid', 'x-github-request-id'];
  const id = names.map((name) => response.headers.get(name)).find((value) => value !== null);
  return id === undefined ? '' : ` (request ${id})`;
}

/** The human message in the error bodies of the services that we talk to. */
function serviceMessage(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const record = body as Record<string, unknown>;
  if (typeof record.error === 'object' && record.error !== null) return serviceMessage(record.error);
  const parts = [record.code, record.message, record.error].filter((part) => typeof part === 'string');
  return parts.join(': ');
}
