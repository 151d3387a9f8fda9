import { types } from 'node:util';
import pLimit, { type LimitFunction } from 'p-limit';
import type { AnswerSchema, Clock, HttpResponse, HttpClient, HttpRequest, Logger, Masker } from './context.js';
import type { ClockSkew } from './clock-skew.js';
import { watchConnection } from './connection.js';
import type { ErrorCode } from './error-codes.js';
import { messageOf, RewindError, type ErrorDetails } from './errors.js';
import { readFor, readLimited } from './byte-limits.js';
import { isLimited, limitEnd, retryAfterMs } from './rate-limit.js';

/** A failed request: the status and the service's own code, so that a provider can decide from them. */
export class HttpFailure extends RewindError {
  override readonly name = 'HttpFailure';
  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails,
    /** Undefined if there was no response. */
    readonly status: number | undefined,
    /** The parsed body of the failure, if it was JSON. */
    readonly body: unknown,
    /** True if the body was not JSON: an error page, or truncated. */
    readonly malformed = false,
  ) {
    super(code, message, details);
  }
}

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
/**
 * For a host that refuses connections, or sends a page with a good status: it may be starting, but a wrong address and a sign-in
 * page stay.
 */
const WRONG_PLACE_MS = 20_000;
/** The connection broke or timed out, or the body was truncated. The server may have executed the request. */
const NO_RESPONSE = undefined;

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

/** The failure of one attempt, which may be repeated. */
class AttemptError extends Error {
  /** @param hopeMs milliseconds since the first attempt after which a repetition cannot be expected to help */
  constructor(
    readonly failure: HttpFailure,
    readonly hopeMs = Number.POSITIVE_INFINITY,
  ) {
    super(failure.message);
  }
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
    ...(request.json !== undefined && { 'content-type': 'application/json' }),
    ...request.headers,
  };
}

const bodyOf = ({ json, body }: HttpRequest): string | null =>
  json === undefined ? (body ?? null) : JSON.stringify(json);

/** Stands for a body in another format than that of the service. */
const FOREIGN = Symbol('foreign');

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

function networkError(
  { service, what }: HttpRequest,
  details: ErrorDetails & { readonly cause: unknown },
  timedOut: boolean,
): AttemptError {
  const { cause: error, unwritten } = details;
  // The message of fetch is only "fetch failed"; its cause has the reason.
  const cause = types.isNativeError(error) && types.isNativeError(error.cause) ? error.cause : error;
  const why = !timedOut ? messageOf(cause) : unwritten === true ? 'no connection in time' : 'no response in time';
  const message = `${service} could not be reached to ${what}: ${why}`;
  const { remedy, hopeMs } = timedOut ? {} : prospect(cause);
  return new AttemptError(
    new HttpFailure('api-unavailable', message, { ...details, remedy }, NO_RESPONSE, undefined),
    hopeMs,
  );
}

/** What to do about a broken connection, and for how long to hope; empty: it may come back at any time. */
function prospect(cause: unknown): { readonly remedy?: string; readonly hopeMs?: number } {
  const code = types.isNativeError(cause) && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (UNTRUSTED.test(code)) {
    const remedy =
      'If the certificate is right, name the file of its authority in NODE_EXTRA_CA_CERTS. Else check the address.';
    return { remedy, hopeMs: 0 };
  }
  const address = 'Check the address, and that this machine may connect to it.';
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || messageOf(cause) === 'bad port') return { remedy: address, hopeMs: 0 };
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' ? { remedy: address, hopeMs: WRONG_PLACE_MS } : {};
}

/** Codes of OpenSSL and Node for a certificate that cannot be verified. */
const UNTRUSTED =
  /^(CERT_|UNABLE_TO_(GET|VERIFY|DECRYPT)|SELF_SIGNED|DEPTH_ZERO|ERR_TLS_CERT|INVALID_CA|INVALID_PURPOSE)/;

function malformedResponse(
  request: HttpRequest,
  response: Response,
  problem: string,
  { broken, page }: { readonly broken: boolean; readonly page: boolean },
): HttpFailure {
  const message = `${request.service} sent an unexpected response to "${request.what}": ${problem}${requestId(response)}`;
  const remedy = page
    ? `Check the address of ${request.service}, and whether a proxy or a sign-in page is in between.`
    : undefined;
  // A body that is not JSON may be a proxy's error page or truncated: a retry may help. It does not help a wrong shape.
  return new HttpFailure(
    'api-unexpected-answer',
    message,
    { resource: request.resource, remedy },
    response.status,
    undefined,
    broken,
  );
}

function errorResponse(settings: HttpSettings, request: HttpRequest, response: Response, body: unknown): HttpFailure {
  const reason = settings.masker.redact(serviceMessage(body)).slice(0, 300);
  const limited = isLimited(response) || (body !== FOREIGN && request.isThrottled?.(body) === true);
  const end = limited ? limitEnd(settings.clock, response) : undefined;
  const until = end === undefined ? '' : `. The limit ends at ${end}`;
  const message = `${request.service} responded ${response.status} to "${request.what}"${reason ? `: ${reason}` : ''}${requestId(response)}${until}`;
  const code = limited ? 'api-rate-limited' : codeOf(response.status);
  const remedy =
    code === 'api-forbidden'
      ? `Grant the credential this permission: ${request.permission ?? `to ${request.what}`}.`
      : code === 'api-unauthorized'
        ? `Replace ${request.credential ?? 'the credential'} of ${request.service}.`
        : redirectRemedy(settings, request, response);
  const details = { resource: request.resource, remedy, retryAfterMs: retryAfterMs(settings.clock, request, response) };
  return new HttpFailure(
    code,
    message,
    details,
    response.status,
    body === FOREIGN ? undefined : body,
    // Its code decides what the refusal means, so one that was cut short is read once more.
    body === FOREIGN && request.decode !== undefined,
  );
}

/** A redirect is not followed: it would send the credential to another place. Undefined if the response is none. */
function redirectRemedy({ masker }: HttpSettings, request: HttpRequest, response: Response): string | undefined {
  const location = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || location === null) return undefined;
  const base = urlOf(request).href;
  const host = URL.canParse(location, base) ? masker.redact(new URL(location, base).host) : 'another address';
  return `It redirects to ${host}, and Rewind follows no redirect. Check the address of ${request.service}, and whether a proxy or a sign-in page is in between.`;
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'api-unauthorized';
  if (status === 403) return 'api-forbidden';
  if (status === 404 || status === 410) return 'api-not-found';
  if (status === 409 || status === 412) return 'api-conflict';
  return status >= 500 || status === 408 ? 'api-unavailable' : 'api-rejected';
}

/** Services put the id of the request into one of these headers; their support needs it. */
function requestId(response: Response): string {
  const names = ['x-vercel-id', 'request-id', 'x-request-id', 'x-amzn-requestid', 'x-github-request-id'];
  const id = names.map((name) => response.headers.get(name)).find((value) => value !== null);
  return id === undefined ? '' : ` (request ${id})`;
}

/** The message in the error body, in the forms of our services. */
export function serviceMessage(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const record = body as Record<string, unknown>;
  if (typeof record.error === 'object' && record.error !== null) return serviceMessage(record.error);
  const parts = [record.code, record.message, record.error, record.detail].filter(
    (part) => typeof part === 'string' && part !== '',
  );
  return parts.join(': ');
}
