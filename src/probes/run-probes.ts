import type { Context } from '../runtime/context.js';
import { messageOf } from '../runtime/errors.js';
import { appendRun, type ProbeRun, type ProbeSeries, type ProbeSpec, type Tick } from './probe.js';

/** A probe that is ready to run. */
export interface ReadyProbe {
  readonly spec: ProbeSpec;
  /** Time between two ticks. */
  readonly everyMs: number;
  /** A tick that takes longer is ended. */
  readonly timeoutMs: number;
  run(tick: Pick<Tick, 'dueAt' | 'signal'>): Promise<ProbeRun>;
}

export interface RunOptions {
  readonly durationMs: number;
  /**
   * Called after each tick, with the series that it was added to, and the time since the first tick in milliseconds.
   * @returns true to end the run
   */
  readonly onRun?: (series: ProbeSeries, run: ProbeRun, elapsedMs: number) => boolean;
  /** Ends the run in order. Default: the signal of the context. */
  readonly signal?: AbortSignal;
}

export interface ProbesRan {
  /** In the order of the probes. */
  readonly series: readonly ProbeSeries[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Ticks that did not run, because the one before was still running or the program was blocked. */
  readonly skipped: number;
  /** True if the signal ended the run. */
  readonly cancelled: boolean;
}

interface Running {
  readonly probe: ReadyProbe;
  readonly series: ProbeSeries;
  /** Monotonic milliseconds. */
  due: number;
  busy: boolean;
}

/**
 * Runs probes for a time, each at its own interval. Deadlines are monotonic, so that neither a slow tick nor a corrected
 * clock moves later ones. Ticks that were missed are not made up: a burst of requests would measure itself.
 *
 * Never throws for a probe: what an adapter throws is an error of its series. What `onRun` throws ends the run.
 */
export async function runProbes(
  probes: readonly ReadyProbe[],
  { clock, signal: cancelled }: Pick<Context, 'clock' | 'signal'>,
  { durationMs, onRun, signal = cancelled }: RunOptions,
): Promise<ProbesRan> {
  const begin = clock.monotonic();
  const startedAt = clock.now().getTime();
  const epochOf = (monotonic: number): number => Math.round(startedAt + monotonic - begin);
  const end = begin + durationMs;
  const all = probes.map((probe, index): Running => {
    // Spread over the interval, so that the probes do not measure each other.
    const due = begin + (probe.everyMs * index) / probes.length;
    return { probe, series: { probe: probe.spec, samples: [], errors: [] }, due, busy: false };
  });
  const flights = new Set<Promise<void>>();
  const stop = new AbortController();
  const over = AbortSignal.any([signal, stop.signal]);
  let skipped = 0;
  let fault: Error | undefined;

  const fly = async (one: Running, due: number): Promise<void> => {
    const { probe, series } = one;
    const run = await runOnce(probe, epochOf(due), signal, () => epochOf(clock.monotonic()));
    appendRun(series, run);
    one.busy = false;
    if (onRun?.(series, run, clock.monotonic() - begin) === true) stop.abort();
  };

  while (!over.aborted) {
    const now = clock.monotonic();
    for (const one of all) {
      if (one.due > now || one.due >= end) continue;
      const due = one.due;
      const missed = Math.floor((now - due) / one.probe.everyMs);
      one.due += (missed + 1) * one.probe.everyMs;
      skipped += missed;
      if (one.busy) {
        skipped += 1;
        continue;
      }
      one.busy = true;
      const flight: Promise<void> = fly(one, due + missed * one.probe.everyMs)
        .catch((error: unknown) => {
          fault ??= asError(error);
          stop.abort();
        })
        .finally(() => flights.delete(flight));
      flights.add(flight);
    }
    const next = Math.min(...all.map(({ due }) => due));
    if (next >= end) break;
    await clock.sleep(Math.max(0, next - clock.monotonic()), over).catch(() => undefined);
  }
  // The last ticks run to their own end, at most their time limit.
  await Promise.all(flights);
  if (fault !== undefined) throw fault;
  return {
    series: all.map(({ series }) => series),
    startedAt,
    endedAt: epochOf(clock.monotonic()),
    skipped,
    cancelled: signal.aborted,
  };
}

/** One tick within its time limit, also if the adapter ignores the signal. */
export async function runOnce(
  probe: ReadyProbe,
  dueAt: number,
  cancelled: AbortSignal,
  now: () => number,
): Promise<ProbeRun> {
  const startedAt = now();
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error(`no end within ${probe.timeoutMs} ms`)), probe.timeoutMs);
  const onCancel = (): void => limit.abort(cancelled.reason);
  cancelled.addEventListener('abort', onCancel, { once: true });
  const ended = new Promise<never>((_, reject) => {
    limit.signal.addEventListener('abort', () => reject(asError(limit.signal.reason)), { once: true });
  });
  try {
    return await Promise.race([probe.run({ dueAt, signal: limit.signal }), ended]);
  } catch (error) {
    const at = now();
    const message = messageOf(error).slice(0, 500);
    return { samples: [], errors: [{ at, reason: 'provider', message }], timings: { dueAt, startedAt, endedAt: at } };
  } finally {
    clearTimeout(timer);
    cancelled.removeEventListener('abort', onCancel);
  }
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(messageOf(reason)));
