import type { IncomingHttpHeaders } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import type { ProbeRequest, ProbeResponse } from '../services/probe-http/send.js';
import type { Context, Masker } from '../runtime/context.js';
import type { Expectation, RequestConfig } from './http-fields.js';
import { parsePath, valueAt } from './json-path.js';
import type { Filler } from './templates.js';

/** The configuration of a connection, as in `connectionFields`. */
export interface ConnectionConfig {
  readonly 'timeout-seconds': number;
  readonly 'max-bytes': number;
  readonly 'allow-private': boolean;
  readonly 'tls-days'?: number | undefined;
}

/** How a probe connects. */
export const connectionOf = (
  config: ConnectionConfig,
): Pick<ProbeRequest, 'allowPrivate' | 'maxBytes' | 'timeoutMs'> => ({
  allowPrivate: config['allow-private'],
  maxBytes: config['max-bytes'],
  timeoutMs: config['timeout-seconds'] * 1000,
});

/**
 * The request with all placeholders filled.
 * @param base address that a path in `url` is relative to
 * @throws RewindError credential-missing
 */
export function requestOf(
  { method, url, headers, body, json, form }: RequestConfig,
  base: URL,
  filler: Filler,
): Pick<ProbeRequest, 'method' | 'url' | 'headers' | 'body'> {
  const filled: Record<string, string> = {};
  if (json !== undefined) filled['content-type'] = 'application/json';
  if (form !== undefined) filled['content-type'] = 'application/x-www-form-urlencoded';
  for (const [name, value] of Object.entries(headers)) filled[name.toLowerCase()] = filler.header(value);
  return {
    method,
    url: new URL(filler.text(url, encodeURIComponent), base),
    headers: filled,
    body: bodyOf({ body, json, form }, filler),
  };
}

function bodyOf(
  { body, json, form }: Pick<RequestConfig, 'body' | 'json' | 'form'>,
  filler: Filler,
): Buffer | undefined {
  if (json !== undefined) return Buffer.from(JSON.stringify(filler.json(json)));
  if (form !== undefined) {
    const fields = Object.entries(form).map(([key, value]): [string, string] => [key, filler.text(value)]);
    return Buffer.from(new URLSearchParams(fields).toString());
  }
  return body === undefined ? undefined : Buffer.from(filler.text(body));
}

/**
 * Why the response is not the expected one; null if it is.
 */
export function problemOf(
  response: ProbeResponse,
  expect: Expectation,
  { 'tls-days': days }: ConnectionConfig,
  { clock, masker }: Pick<Context, 'clock' | 'masker'>,
): string | null {
  const show = (value: unknown): string => shown(value, masker);
  return (
    statusProblem(response.status, expect.status) ??
    certificateProblem(response.certificateEnds, days, clock.now()) ??
    headerProblem(response.headers, expect.headers ?? {}, show) ??
    textProblem(response.body, [expect.text ?? []].flat(), show) ??
    jsonProblem(response.body, expect.json, show)
  );
}

function statusProblem(status: number, wanted: number | readonly number[] | undefined): string | null {
  const list = wanted === undefined ? undefined : [wanted].flat();
  if (list === undefined ? status >= 200 && status <= 299 : list.includes(status)) return null;
  return `responded ${status}, expected ${list?.join(' or ') ?? '200 to 299'}`;
}

function certificateProblem(ends: Date | null, days: number | undefined, at: Date): string | null {
  if (ends === null || days === undefined) return null;
  const left = (ends.getTime() - at.getTime()) / 86_400_000;
  return left >= days ? null : `the certificate is valid for ${left.toFixed(1)} more days, expected ${days}`;
}

function headerProblem(
  headers: IncomingHttpHeaders,
  wanted: Readonly<Record<string, string>>,
  show: Show,
): string | null {
  for (const [name, text] of Object.entries(wanted)) {
    const value = [headers[name.toLowerCase()] ?? []].flat();
    if (value.length === 0) return `the header ${name} is missing`;
    if (value.some((one) => one.includes(text))) continue;
    // A cookie is a credential.
    const found = name.toLowerCase() === 'set-cookie' ? 'other cookies' : show(value.join(', '));
    return `the header ${name} is ${found}, expected ${show(text)}`;
  }
  return null;
}

function textProblem(body: Buffer, wanted: readonly string[], show: Show): string | null {
  if (wanted.length === 0) return null;
  const text = body.toString('utf8');
  const missing = wanted.find((one) => !text.includes(one));
  return missing === undefined ? null : `the body does not hold ${show(missing)}`;
}

function jsonProblem(body: Buffer, wanted: Expectation['json'], show: Show): string | null {
  if (wanted === undefined) return null;
  const parsed = parseJson(body);
  if (parsed === undefined) return 'the body is not JSON';
  for (const [path, value] of Object.entries(wanted)) {
    const found = valueAt(parsed, parsePath(path) ?? []);
    if (!isDeepStrictEqual(found, value)) return `${path} is ${show(found)}, expected ${show(value)}`;
  }
  return null;
}

/** Undefined if it is not JSON. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

type Show = (value: unknown) => string;

/** A value from outside, short. Redacted before it is cut: half of a secret is not recognised. */
function shown(value: unknown, masker: Masker): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return JSON.stringify(value);
  const text = masker.redact(value);
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
