import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Context } from '../../runtime/context.js';
import { exchange, tooLarge, type RawResponse } from './exchange.js';
import { addPhases, ProbeFailure, type Phases } from './failure.js';

/** Cookies of a session. */
export interface Cookies {
  /** Value of the cookie header; empty if there is none. */
  header(url: URL): Promise<string>;
  store(url: URL, lines: readonly string[]): Promise<void>;
}

export interface ProbeRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. Sent to the origin of `url` only. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent to the origin of `url` only. */
  readonly body?: Buffer | undefined;
  /** Redirects to follow; 0: a redirect is the response. */
  readonly redirects: number;
  /**
   * The host, with its port, of the deployment that must answer. A redirect may lead to it or to the host of `url`; one to
   * another host is refused: that host would answer in place of the deployment. Undefined: any host may answer.
   */
  readonly stayOn?: string | undefined;
  readonly allowPrivate: boolean;
  /** Milliseconds for all, redirects included. */
  readonly timeoutMs: number;
  /** Bytes of the body, compressed and decompressed; 0: it is not read. */
  readonly maxBytes: number;
  readonly cookies?: Cookies | undefined;
}

export interface ProbeResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Decompressed. */
  readonly body: Buffer;
  /** Of the last request. */
  readonly url: URL;
  readonly phases: Phases;
  readonly certificateEnds: Date | null;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Sends a request of a probe, each time on a new connection. Unlike `ctx.http` it repeats nothing, measures each phase, and
 * connects to public addresses only. To another origin goes neither a configured header nor a body, and never from https to
 * http.
 *
 * @param signal ends the request, like the signal of the run
 * @throws ProbeFailure
 */
export async function send(
  request: ProbeRequest,
  { clock, signal: run }: Pick<Context, 'clock' | 'signal'>,
  signal: AbortSignal = run,
): Promise<ProbeResponse> {
  const phases: Phases = {};
  const ends = clock.monotonic() + request.timeoutMs;
  let { url, method, body } = request;
  let own = true;
  for (let followed = 0; ; followed += 1) {
    const response = await hop({ ...request, url, method, body, headers: own ? request.headers : {} }, ends);
    const location = REDIRECTS.has(response.status) ? response.headers.location : undefined;
    if (location === undefined || request.redirects === 0) {
      const decoded = await decode(response, request.maxBytes, phases);
      return { ...response, body: decoded, url, phases };
    }
    if (followed === request.redirects) throw failed(`there are more than ${request.redirects} redirects`);
    const next = target(url, location);
    const keeps = response.status >= 307 || method === 'GET' || method === 'HEAD';
    if (!keeps) [method, body] = ['GET', undefined];
    if (next.origin !== url.origin) {
      if (method !== 'GET' && method !== 'HEAD') throw failed(`the response redirects a ${method} to another origin`);
      [own, body] = [false, undefined];
    }
    if (request.stayOn !== undefined && next.host !== request.stayOn && next.host !== request.url.host) {
      throw new ProbeFailure(
        'refused',
        `not proven: redirected to ${next.host}, which would answer in its place (with "redirects: 0" the redirect itself is the response)`,
        phases,
      );
    }
    url = next;
  }

  function failed(message: string): ProbeFailure {
    return new ProbeFailure('failed', message, phases);
  }

  async function hop(one: ProbeRequest, endsAt: number): Promise<RawResponse> {
    const cookie = [one.headers.cookie, await one.cookies?.header(one.url)].filter(Boolean).join('; ');
    const headers = {
      'user-agent': 'rewind-probe',
      accept: '*/*',
      'accept-encoding': 'identity',
      ...one.headers,
      ...(cookie !== '' && { cookie }),
      ...(one.body !== undefined && { 'content-length': String(one.body.length) }),
    };
    try {
      const timeoutMs = Math.max(1, endsAt - clock.monotonic());
      const raw = await exchange({
        ...{ url: one.url, method: one.method, headers, body: one.body, allowPrivate: one.allowPrivate },
        ...{ timeoutMs, maxBytes: one.maxBytes, signals: [run, signal], now: () => clock.monotonic() },
      });
      addPhases(phases, raw.phases);
      await one.cookies?.store(one.url, raw.headers['set-cookie'] ?? []);
      return raw;
    } catch (error) {
      if (!(error instanceof ProbeFailure)) throw error;
      addPhases(phases, error.phases);
      // The address that the file names is a mistake of the file; one that a redirect names is a fault of production.
      const redirected = one.url !== request.url && error.kind === 'refused';
      const message = redirected
        ? `the response redirects to a host that is not opened: ${error.message}`
        : error.message;
      throw new ProbeFailure(redirected ? 'failed' : error.kind, message, phases);
    }
  }

  function target(from: URL, location: string): URL {
    if (!URL.canParse(location, from.href)) throw failed('the response redirects to something that is not an address');
    const to = new URL(location, from.href);
    if (to.protocol !== 'https:' && to.protocol !== 'http:') {
      throw failed('the response redirects to another protocol than http');
    }
    if (from.protocol === 'https:' && to.protocol === 'http:')
      throw failed('the response redirects from https to http');
    to.username = '';
    to.password = '';
    return to;
  }
}

const DECODERS = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/** @throws ProbeFailure */
async function decode({ body, headers }: RawResponse, maxOutputLength: number, phases: Phases): Promise<Buffer> {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (coding === 'identity' || coding === '' || body.length === 0) return body;
  if (!Object.hasOwn(DECODERS, coding)) {
    throw new ProbeFailure('failed', 'the body has a content-encoding that was not asked for', phases);
  }
  try {
    return await DECODERS[coding as keyof typeof DECODERS](body, { maxOutputLength });
  } catch (error) {
    const large = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ProbeFailure(
      'failed',
      large ? tooLarge(maxOutputLength) : 'the body is not in its content-encoding',
      phases,
    );
  }
}
