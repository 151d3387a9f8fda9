import { types } from 'node:util';
import type { Context, HttpRequest } from './context.js';
import type { ErrorCode } from './error-codes.js';
import { messageOf, RewindError, type ErrorDetails } from './errors.js';
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

/** The failure of one attempt, which may be repeated. */
export class AttemptError extends Error {
  /** @param hopeMs milliseconds since the first attempt after which a repetition cannot be expected to help */
  constructor(
    readonly failure: HttpFailure,
    readonly hopeMs = Number.POSITIVE_INFINITY,
  ) {
    super(failure.message);
  }
}

/**
 * For a host that refuses connections, or sends a page with a good status: it may be starting, but a wrong address and a sign-in
 * page stay.
 */
export const WRONG_PLACE_MS = 20_000;
/** The connection broke or timed out, or the body was truncated. The server may have executed the request. */
export const NO_RESPONSE = undefined;

/** Stands for a body in another format than that of the service. */
export const FOREIGN = Symbol('foreign');

/** No response came: why, what to do, and for how long to hope. */
export function networkError(
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

/** A response that is not what the service documents. */
export function malformedResponse(
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

/** The service refused or failed: its own words, a code, and what to do. */
export function errorResponse(
  settings: Pick<Context, 'clock' | 'masker'>,
  request: HttpRequest,
  response: Response,
  body: unknown,
): HttpFailure {
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
function redirectRemedy(
  { masker }: Pick<Context, 'masker'>,
  request: HttpRequest,
  response: Response,
): string | undefined {
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

/** The address with the query of a request. */
export function urlOf(request: HttpRequest): URL {
  const url = new URL(request.url);
  for (const [key, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(key, String(value));
  }
  return url;
}
