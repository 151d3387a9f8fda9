import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Context, Credentials, Logger, Masker } from './context.js';
import { RewindError } from './core/errors.js';
import { createFingerprint } from './core/fingerprint.js';
import { createHttpClient, type HttpSettings } from './core/http.js';
import { createProgress } from './core/progress.js';

/** What a run is made of; `main` gives the real parts, tests give theirs. */
export interface RuntimeParts {
  /** The environment as read by inputs.ts (or made up by a test). */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly masker: Masker;
  readonly signal: AbortSignal;
  readonly scratch: string;
  readonly root: string;
  readonly mayInstall?: boolean;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly randomHex?: (bytes: number) => string;
  readonly fetch?: typeof fetch;
  readonly http?: Partial<Pick<HttpSettings, 'backoffMs' | 'concurrency' | 'timeoutMs'>>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
};

/** @param snapshot the snapshot in hand: its id, and its salt for fingerprints */
export function createContext(
  parts: RuntimeParts,
  snapshot: { readonly id: string; readonly salt: string },
  resource = '',
): Context {
  const clock = parts.clock ?? systemClock;
  const random = parts.random ?? Math.random;
  return {
    clock,
    random,
    randomHex: parts.randomHex ?? ((bytes) => randomBytes(bytes).toString('hex')),
    http: createHttpClient({
      fetch: parts.fetch ?? fetch,
      clock,
      random,
      log: parts.log,
      masker: parts.masker,
      signal: parts.signal,
      userAgent: 'rewind',
      backoffMs: 500,
      concurrency: 8,
      timeoutMs: 30_000,
      ...parts.http,
    }),
    fetch: parts.fetch ?? fetch,
    log: parts.log,
    masker: parts.masker,
    credentials: createCredentials(parts.env, parts.masker),
    signal: parts.signal,
    scratch: parts.scratch,
    root: parts.root,
    resource,
    snapshotId: snapshot.id,
    mayInstall: parts.mayInstall ?? false,
    childEnv: childEnv(parts.env),
    fingerprint: createFingerprint(snapshot.salt, parts.env.REWIND_FINGERPRINT_KEY),
    progress: (what, unit) => createProgress({ what, unit: unit ?? 'bytes', clock, log: parts.log }),
  };
}

/** The same context, for one resource. */
export function forResource(ctx: Context, resource: string): Context {
  return { ...ctx, resource };
}

export function createCredentials(env: RuntimeParts['env'], masker: Masker): Credentials {
  const get = (name: string): string | undefined => {
    const value = env[name];
    if (value === undefined || value === '') return undefined;
    masker.add(value);
    return value;
  };
  const require = (name: string, resource?: string): string => {
    const value = get(name);
    if (value !== undefined) return value;
    throw new RewindError('credential-missing', `The environment variable ${name} is not set.`, {
      ...(resource === undefined ? {} : { resource }),
      remedy: `Set ${name} (in a workflow: env: { ${name}: \${{ secrets.${name} }} }) and run again.`,
    });
  };
  return {
    get,
    require,
    resolve: (reference, resource) => {
      const name = /^\$\{(\w+)\}$/.exec(reference)?.[1];
      return name === undefined ? reference : require(name, resource);
    },
    address: (name, fallback) => {
      const value = env[name];
      return value === undefined || value === '' ? fallback : value.replace(/\/+$/, '');
    },
  };
}

/**
 * What child processes may see: everything that configures tools and the network, none of the credentials. Listed rather
 * than filtered, so that an unknown secret is left out by default.
 */
function childEnv(env: RuntimeParts['env']): Record<string, string> {
  const names =
    /^(PATH|HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|LANG|LC_\w+|TZ|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS|PGSSL\w+|PGOPTIONS|PGCONNECT_TIMEOUT|SystemRoot)$/;
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && names.test(name)) result[name] = value;
  }
  return result;
}
