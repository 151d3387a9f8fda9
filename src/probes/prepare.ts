import type { z } from 'zod';
import type { Clock, Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import type { PROBE_CONFIGS } from './adapters/configs.js';
import { loadAdapter, specOf } from './load.js';
import type { Identity } from './identity.js';
import { answers, type Neutral } from './neutral.js';
import type { ProbeAdapter, ProbeRun, ProbeSpec, Tick } from './probe.js';
import type { ReadyProbe } from './run-probes.js';

export type ProbeEntry = z.output<(typeof PROBE_CONFIGS)[number]>;

/** An entry of `probes` with its adapter. */
export interface LoadedProbe {
  readonly entry: ProbeEntry;
  readonly spec: ProbeSpec;
  readonly adapter: ProbeAdapter<unknown>;
}

/** What the ticks of a watch need to know of production. */
export interface Surroundings {
  /** Immutable address of the previous deployment; null: no control. */
  readonly control: string | null;
  /** True: the probes ask a deployment beside production, which must answer itself. Default: false. */
  readonly stays?: boolean;
  /** Probes whose control works; null: all, while the baseline finds that out. */
  readonly controlled: ReadonlySet<string> | null;
  /** Reads which deployment a host serves; null: nobody can. */
  readonly identity: Identity | null;
  /** A target that has nothing to do with production. */
  readonly neutral: Neutral;
  /** The facts of each probe's baseline; null while the baseline itself is taken. */
  readonly facts: ReadonlyMap<string, ProbeRun['facts']> | null;
}

/** Loads the adapters that the configuration names. */
export function loadProbes(entries: readonly ProbeEntry[]): Promise<LoadedProbe[]> {
  return Promise.all(
    entries.map(async (entry) => {
      const adapter = await loadAdapter(entry.adapter);
      const limitMs = 'limit-ms' in entry ? entry['limit-ms'] : undefined;
      const { id, area, critical } = entry;
      return { entry, adapter, spec: specOf({ id, area, critical, limitMs }, adapter) };
    }),
  );
}

/** A probe that can run: its adapter, and what only the watch knows of each tick. */
export function readyProbe(
  { entry, spec, adapter }: LoadedProbe,
  ctx: Context,
  { control, stays = false, controlled, identity, neutral, facts }: Surroundings,
): ReadyProbe {
  const context = { ...forResource(ctx, spec.id), clock: steadyClock(ctx.clock) };
  const baseline = facts === null ? null : (facts.get(spec.id) ?? {});
  const host = spec.kind === 'check' ? hostOf(entry) : null;
  return {
    spec,
    everyMs: entry.every * 1000,
    timeoutMs: limitOf(entry),
    async run({ dueAt, signal }: Pick<Tick, 'dueAt' | 'signal'>): Promise<ProbeRun> {
      const startedAt = context.clock.now().getTime();
      // Before the check: what is read after it could belong to the next deployment.
      const deployment = host === null || identity === null ? undefined : await identity(host, dueAt);
      // A host that serves no deployment, e.g. that of a CDN, is not what the previous deployment would answer.
      const beside = deployment === undefined || controlled?.has(spec.id) === false ? null : control;
      const ran = await adapter.run(entry, { dueAt, control: beside, stays, baseline, signal }, context);
      // A service that is slow to say which deployment is served makes no tick late: late ticks mean that we are too slow.
      const run = { ...ran, timings: { ...ran.timings, startedAt: Math.min(startedAt, ran.timings.startedAt) } };
      if (spec.kind !== 'check') return run;
      const failed = run.samples.some((one) => one.kind === 'check' && (!one.ok || one.retried === true));
      // Asked after a failure only: the answer matters for nothing else.
      const sees = failed ? await answers(neutral, context, signal) : null;
      const more = {
        ...(deployment === undefined ? {} : { deployment }),
        ...(sees === null ? {} : { neutral: { ok: sees } }),
      };
      return { ...run, samples: run.samples.map((one) => (one.kind === 'check' ? { ...one, ...more } : one)) };
    },
  };
}

/**
 * The time since now, by the monotonic clock. A system clock that is corrected during a watch would move its samples: forward
 * they would count as late, backward as older than the watch.
 */
function steadyClock(clock: Clock): Clock {
  const [began, at] = [clock.now().getTime(), clock.monotonic()];
  return { ...clock, now: () => new Date(began + clock.monotonic() - at) };
}

/** The host that a check asks; null if it asks none. */
function hostOf(entry: ProbeEntry): string | null {
  const url = 'url' in entry && entry.adapter !== 'sql' ? entry.url : null;
  return url !== null && URL.canParse(url) ? new URL(url).host : null;
}

/** For what a tick asks beside its check: which deployment is served, and whether the neutral target answers. */
const BESIDE_SECONDS = 8;

/** Milliseconds for a tick: a check that takes its whole time, each step of a flow, and all of it a second time. */
function limitOf(entry: ProbeEntry): number {
  const one = 'timeout-seconds' in entry ? entry['timeout-seconds'] : 'timeout' in entry ? entry.timeout : 10;
  const requests = 'steps' in entry ? entry.steps.length : 1;
  return 1000 * Math.max(entry.every, 2 * requests * one + BESIDE_SECONDS);
}
