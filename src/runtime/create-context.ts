import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Context, Logger, Masker } from './context.js';
import { childEnv, createCredentials } from './env.js';
import { createFingerprint } from './fingerprint.js';
import { createHttpClient, type HttpSettings } from './http.js';
import { createProgress } from './progress.js';

/** What a run is made of; `main` gives the real parts, tests give theirs. */
export interface ContextParts {
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
  parts: ContextParts,
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
    memory: new Map(),
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
