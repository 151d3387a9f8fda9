import { types } from 'node:util';

/**
 * - `refused`: Rewind did not connect; this says nothing about production
 * - `stopped`: the caller ended the request
 * - `failed`: production did not answer, or not as it must
 */
export type FailureKind = 'refused' | 'stopped' | 'failed';

/** Milliseconds of each part of a request, as far as it went; over redirects their sum. */
export type Phases = Partial<Record<'lookup' | 'connect' | 'tls' | 'firstByte' | 'download', number>>;

/** Adds the parts of one more request. */
export function addPhases(sum: Phases, part: Phases): void {
  for (const [phase, ms] of Object.entries(part) as [keyof Phases, number][]) sum[phase] = (sum[phase] ?? 0) + ms;
}

/** A request without a usable response. The message is ours: it holds no header, no body, and of
 * the text from outside only the host of a refused redirect. */
export class ProbeFailure extends Error {
  override readonly name = 'ProbeFailure';
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly phases: Phases = {},
  ) {
    super(message);
  }
}

const REASONS: readonly (readonly [code: RegExp, reason: string])[] = [
  [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'the name of the host could not be resolved'],
  [/^ECONNREFUSED$/, 'the host refused the connection'],
  [/^(ECONNRESET|EPIPE|ECONNABORTED)$/, 'the host broke the connection'],
  [/^(ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EADDRNOTAVAIL)$/, 'the host is unreachable'],
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/, 'the certificate has expired or is not valid yet'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'the certificate belongs to another host'],
  [/CERT|ISSUER|SELF_SIGNED|VERIFY/, 'the certificate is not trusted'],
  [/SSL|TLS|^EPROTO$/, 'TLS could not be established'],
  [/^HPE_HEADER_OVERFLOW$/, 'the headers are too large'],
  [/^HPE_/, 'the response is not HTTP'],
];

/** The reason in our words and the code of Node; never the message of Node, which repeats names from the certificate. */
export function reasonOf(error: unknown): string {
  const code = types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'the request failed';
  return `${reason} (${code})`;
}
