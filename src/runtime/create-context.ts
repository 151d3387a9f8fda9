import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Context, Logger, Masker } from './context.js';
import { countedBy } from './counted-http.js';
import { ClockSkew } from './clock-skew.js';
import { childEnv, createEnv, type EnvVars } from './env.js';
import { createFingerprint } from './fingerprint.js';
import { createHttpClient, type HttpSettings } from './http.js';
import { createProgress } from './progress.js';
import { Reads } from './reads.js';

/** Parts of a context. The session passes real ones, tests pass their own. */
export interface ContextParts {
  readonly env: EnvVars;
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

const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
};

/** The context of one run. It has one HTTP client, so the limit of requests per host holds for the whole run. */
export function createContext(parts: ContextParts): Context {
  const clock = parts.clock ?? systemClock;
  const random = parts.random ?? Math.random;
  const randomHex = parts.randomHex ?? ((bytes: number) => randomBytes(bytes).toString('hex'));
  const env = createEnv(parts.env, parts.masker);
  const reads = Reads.ofRun(clock);
  const skew = new ClockSkew();
  return {
    clock,
    random,
    randomHex,
    http: countedBy(
      reads,
      createHttpClient({
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
        skew,
        ...parts.http,
      }),
    ),
    reads,
    skew,
    fetch: parts.fetch ?? fetch,
    log: parts.log,
    masker: parts.masker,
    env,
    memory: new Map(),
    signal: parts.signal,
    scratch: parts.scratch,
    root: parts.root,
    resource: '',
    snapshotId: '',
    mayInstall: parts.mayInstall ?? false,
    childEnv: childEnv(parts.env),
    fingerprint: createFingerprint(randomHex(16), env.secret('REWIND_FINGERPRINT_KEY')),
    progress: (what, unit) => createProgress({ what, unit: unit ?? 'bytes', clock, log: parts.log }),
  };
}

/** The same context with the id of a snapshot. It uses the snapshot's salt, so that fingerprints can be compared. */
export function forSnapshot(ctx: Context, snapshot: { readonly id: string; readonly salt: string }): Context {
  const fingerprint = createFingerprint(snapshot.salt, ctx.env.secret('REWIND_FINGERPRINT_KEY'));
  return { ...ctx, snapshotId: snapshot.id, fingerprint };
}

/** The same context, for steps that read the same state one after the other: each read is sent once within this time. */
export function sharingReads(ctx: Context, maxAgeMs: number): Context {
  const reads = ctx.reads.sharing(maxAgeMs);
  return { ...ctx, reads, http: countedBy(reads, ctx.http) };
}

/** The same context, for one resource. */
export function forResource(ctx: Context, resource: string): Context {
  return { ...ctx, resource };
}
