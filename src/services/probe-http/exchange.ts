import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { TLSSocket } from 'node:tls';
import { types } from 'node:util';
import { messageOf } from '../../runtime/errors.js';
import { literalAddress, refusalOf } from './address.js';
import { ProbeFailure, reasonOf, type Phases } from './failure.js';
import { lookupOnce } from './lookup.js';

/** One request on a new connection. Redirects are not followed. */
export interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  readonly allowPrivate: boolean;
  /** Milliseconds until the body must have ended. */
  readonly timeoutMs: number;
  /** Bytes of the body, as sent; 0: it is not read. */
  readonly maxBytes: number;
  /** Each of them ends the request. */
  readonly signals: readonly AbortSignal[];
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  readonly phases: Phases;
  /** End of the certificate's validity; null without TLS. */
  readonly certificateEnds: Date | null;
}

/** Words for what did not end in time. */
const WAITING: readonly (readonly [keyof Phases, string])[] = [
  ['lookup', 'the lookup of the name'],
  ['connect', 'the connection'],
  ['tls', 'the TLS handshake'],
  ['firstByte', 'the response'],
  ['download', 'the body'],
];

/**
 * Sends one request to a checked address: a literal one before the socket exists, each looked-up one before the connection.
 * @throws ProbeFailure
 */
export function exchange(hop: Hop): Promise<RawResponse> {
  const { url, allowPrivate, signals, now } = hop;
  const literal = literalAddress(url);
  const refusal = literal === null ? null : refusalOf(literal, allowPrivate);
  if (refusal !== null) return Promise.reject(refused(refusal));
  if (signals.some(({ aborted }) => aborted)) {
    return Promise.reject(new ProbeFailure('stopped', 'the request was stopped'));
  }
  return new Promise((resolve, reject) => {
    const phases: Phases = {};
    let last = now();
    const mark = (phase: keyof Phases): void => {
      const at = now();
      phases[phase] = at - last;
      last = at;
    };
    let failure: ProbeFailure | undefined;
    let certificateEnds: Date | null = null;
    const request = newRequest(hop, literal ?? url.hostname, () => mark('lookup'));
    /** The first reason counts; what the destroyed socket reports after it does not. */
    const fail = (reason: ProbeFailure): void => {
      failure ??= reason;
      request.destroy(failure);
      finish();
      reject(failure);
    };
    const onAbort = (): void => fail(new ProbeFailure('stopped', 'the request was stopped', phases));
    const timer = setTimeout(() => fail(new ProbeFailure('failed', late(hop, phases), phases)), hop.timeoutMs);
    const finish = (): void => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener('abort', onAbort);
    };
    const onError = (error: unknown): void =>
      fail(error instanceof ProbeFailure ? error : new ProbeFailure('failed', reasonOf(error), phases));
    // Not AbortSignal.any: it leaves something behind in a signal that lives as long as the run.
    for (const signal of signals) signal.addEventListener('abort', onAbort);
    request.on('socket', (socket) => {
      socket.once('connect', () => mark('connect'));
      if (!(socket instanceof TLSSocket)) return;
      socket.once('secureConnect', () => {
        mark('tls');
        certificateEnds = new Date(socket.getPeerCertificate().valid_to);
      });
    });
    request.on('error', onError);
    // Without a listener, Node would leave the socket to nobody.
    request.on('upgrade', () => onError(new ProbeFailure('failed', 'the response changes the protocol', phases)));
    request.on('response', (response) => {
      mark('firstByte');
      const { statusCode: status = 0, headers } = response;
      if (hop.maxBytes === 0) {
        finish();
        resolve({ status, headers, body: Buffer.alloc(0), phases, certificateEnds });
        request.destroy();
        return;
      }
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        parts.push(part);
        if (bytes > hop.maxBytes) onError(new ProbeFailure('failed', tooLarge(hop.maxBytes), phases));
      });
      response.on('error', onError);
      response.on('end', () => {
        if (failure !== undefined) return;
        mark('download');
        finish();
        resolve({ status, headers, body: Buffer.concat(parts), phases, certificateEnds });
      });
    });
    request.end(hop.body);
  });
}

/** @throws ProbeFailure for a header that no request can hold, e.g. with a captured line break */
function newRequest(
  { url, method, headers, allowPrivate }: Hop,
  hostname: string,
  lookedUp: () => void,
): http.ClientRequest {
  try {
    return (url.protocol === 'https:' ? https : http).request({
      protocol: url.protocol,
      hostname,
      ...(url.port !== '' && { port: url.port }),
      path: `${url.pathname}${url.search}`,
      method,
      headers,
      agent: false,
      lookup: checkedLookup(allowPrivate, lookedUp),
    });
  } catch {
    throw new ProbeFailure('failed', 'a header would hold a character that no header can hold');
  }
}

/** The connection goes to an address that was checked, and to no other: nothing is looked up a second time. */
function checkedLookup(allowPrivate: boolean, done: () => void): LookupFunction {
  return (hostname, options, callback) => {
    lookupOnce(hostname, options).then(
      (addresses) => {
        // One private address among public ones is not left out: such a name is a trap or a mistake.
        const refusals = addresses.map(({ address }) => refusalOf(address, allowPrivate));
        const refusal = refusals.find((reason) => reason !== null);
        const [first] = addresses;
        if (refusal !== undefined) callback(refused(refusal, 'the address of the host'), []);
        else if (first === undefined) callback(new ProbeFailure('failed', 'the name of the host has no address'), []);
        else {
          done();
          if (options.all === true) callback(null, [...addresses]);
          else callback(null, first.address, first.family);
        }
      },
      (error: unknown) => callback(types.isNativeError(error) ? error : new Error(messageOf(error)), []),
    );
  };
}

const refused = (refusal: string, what = 'the address'): ProbeFailure =>
  new ProbeFailure('refused', `${what} ${refusal}; set allow-private only for your own services`);

export const tooLarge = (limit: number): string => `the body is larger than ${limit.toLocaleString('en-US')} bytes`;

function late({ url, timeoutMs }: Hop, phases: Phases): string {
  const left = { tls: url.protocol !== 'https:', lookup: literalAddress(url) !== null };
  const steps = WAITING.filter(([phase]) => !(phase in left) || !left[phase as keyof typeof left]);
  const next = steps[steps.findLastIndex(([phase]) => phases[phase] !== undefined) + 1]?.[1] ?? 'the request';
  return `${next} did not end within ${(timeoutMs / 1000).toFixed(1)} s`;
}
