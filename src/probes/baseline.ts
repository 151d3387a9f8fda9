import { z } from 'zod';
import type { Criteria } from './criteria.js';
import { probeRun, SAMPLE_KINDS, type ProbeSeries, type ProbeSpec, type Sample } from './probe.js';
import { betaQuantile, lowerCount, orderStatistic, rankOf, upperRate } from './statistics.js';

/** With fewer samples, a baseline says nothing. */
const FEWEST_SAMPLES = 24;

/** How a probe behaved before the deploy. It holds what was seen; `limitsOf` draws the conclusions. */
export const probeBaseline = z.strictObject({
  probe: z.string(),
  kind: z.enum(SAMPLE_KINDS),
  /** Samples that count. */
  samples: z.number().int().nonnegative(),
  /** Checks whose first attempt failed, false assertions, firing alerts; of `count`, 0. */
  failures: z.number().int().nonnegative(),
  /** Milliseconds of the checks that succeeded, ascending, to a tenth. */
  latencies: z.array(z.number().nonnegative()),
  /** How much the latency of a check depends on that of the check before it, 0 … 0.95; 0 if it may be chance. */
  correlation: z.number().min(0).max(0.95),
  /** Of `count`: the same hours of the last days. */
  windows: z.array(
    z.strictObject({
      ms: z.number().int().nonnegative(),
      bad: z.number().int().nonnegative(),
      total: z.number().int().nonnegative(),
    }),
  ),
  /**
   * Checks that the immutable address of the same deployment answered too, and those in which it failed while production
   * was good: with a wrong bypass secret it always fails, and would excuse every deploy.
   */
  control: z.strictObject({ asked: z.number().int().nonnegative(), failed: z.number().int().nonnegative() }),
  /** What the adapter compares later runs with, e.g. the checksum of an asset. */
  facts: probeRun.shape.facts,
});
export type ProbeBaseline = z.infer<typeof probeBaseline>;

/** What counts as bad for a probe from now on, and which rate of it is normal. */
export interface Limits {
  /** Why the probe cannot be judged: it fails before the deploy too, or hardly anything is known of it. Null: it can be. */
  readonly refused: 'fails-on-baseline' | 'no-baseline' | null;
  /** The baseline has fewer samples than configured: neither `healthy` nor `roll-back` can be said. */
  readonly short: boolean;
  /** Normal rate of failures. */
  readonly failures: number;
  /** Latencies above which a check is slow, and the normal rate of these. */
  readonly slow: readonly SlowLimit[];
  /** Events per millisecond that are sure to come; 0: silence means nothing. */
  readonly eventsPerMs: number;
}

export interface SlowLimit {
  readonly rule: 'slow-tail' | 'slow-body' | 'slow-limit';
  readonly aboveMs: number;
  readonly p0: number;
}

/** True if we were the ones who saw badly: without network, or behind our own clock. */
export const isBlind = (one: Sample, intervalMs: number): boolean =>
  (one.kind === 'check' && one.neutral?.ok === false) || isLate(one, intervalMs);

/** A tick that begins later than half its interval says more of our runner than of production. */
export const isLate = (one: Sample, intervalMs: number): boolean => (one.lateMs ?? 0) > Math.max(1000, intervalMs / 2);

/** True if the first attempt failed. A second attempt that succeeds does not change what a user would have met. */
export const failedFirst = (one: { readonly ok: boolean; readonly retried?: boolean | undefined }): boolean =>
  !one.ok || one.retried === true;

/** What a series from before the deploy tells. @param intervalMs of the probe's ticks */
export function baselineOf({ probe, samples }: ProbeSeries, intervalMs: number): ProbeBaseline {
  const counted = samples.filter((one) => !isBlind(one, intervalMs));
  const checks = counted.filter((one) => one.kind === 'check');
  const latencies = counted.flatMap((one) =>
    one.kind === 'check' && one.ok && one.latencyMs !== undefined ? [Math.round(one.latencyMs * 10) / 10] : [],
  );
  return {
    probe: probe.id,
    kind: probe.kind,
    samples: counted.length,
    failures: counted.filter(
      (one) =>
        (one.kind === 'check' && failedFirst(one)) ||
        (one.kind === 'assertion' && !one.holds) ||
        (one.kind === 'alert' && one.firing),
    ).length,
    latencies: [...latencies].sort((a, b) => a - b),
    correlation: correlationOf(latencies.map((value) => Math.log(value + 1))),
    control: {
      asked: checks.filter(({ ok, control }) => ok && control !== undefined).length,
      failed: checks.filter(({ ok, control }) => ok && control?.ok === false).length,
    },
    windows: counted.flatMap((one) =>
      one.kind === 'count' ? [{ ms: one.at - one.from, bad: one.bad, total: one.total }] : [],
    ),
  };
}

/** True if the previous deployment, asked at its immutable address, answers as production does. */
export const controlWorks = ({ control }: ProbeBaseline): boolean =>
  control.asked > 0 && control.failed <= control.asked / 2;

/** What a probe is held to. Without a baseline it cannot be judged. */
export function limitsOf(spec: ProbeSpec, baseline: ProbeBaseline | null, criteria: Criteria): Limits {
  const none = { refused: null, short: false, failures: criteria.failures.highest, slow: [], eventsPerMs: 0 };
  if (baseline === null || baseline.samples === 0) return { ...none, refused: 'no-baseline', short: true };
  if (spec.kind === 'assertion' || spec.kind === 'alert') {
    return { ...none, refused: baseline.failures > 0 ? 'fails-on-baseline' : null };
  }
  return spec.kind === 'check' ? checkLimits(spec, baseline, criteria) : countLimits(baseline, criteria);
}

function checkLimits(spec: ProbeSpec, baseline: ProbeBaseline, criteria: Criteria): Limits {
  const { samples, failures, latencies } = baseline;
  const { lowest, highest } = criteria.failures;
  const fails = failures > samples * highest;
  const few = samples < FEWEST_SAMPLES;
  return {
    refused: fails ? 'fails-on-baseline' : few ? 'no-baseline' : null,
    short: samples < criteria['baseline-samples'],
    failures: Math.min(highest, Math.max(lowest, upperRate(failures, samples))),
    slow: latencies.length < FEWEST_SAMPLES ? [] : slowLimits(spec, baseline, criteria),
    eventsPerMs: 0,
  };
}

/**
 * The normal rates hold for every distribution of latency: whatever lies above an order statistic has a probability that
 * follows a Beta distribution of the rank alone. Its upper bound of 95 % is taken. Samples that depend on each other say as
 * much as fewer samples that do not.
 */
function slowLimits(
  spec: ProbeSpec,
  { latencies: sorted, correlation }: ProbeBaseline,
  { latency }: Criteria,
): SlowLimit[] {
  const n = sorted.length;
  const worth = (1 - correlation) / (1 + correlation);
  const limit = (rule: 'slow-tail' | 'slow-body', quantile: number): SlowLimit => {
    const { factor, 'add-ms': add } = rule === 'slow-tail' ? latency.tail : latency.body;
    const value = orderStatistic(sorted, quantile);
    const rank = rankOf(quantile, n);
    return {
      rule,
      aboveMs: Math.max(value * factor, value + add),
      p0: betaQuantile(0.95, (n - rank + 1) * worth, rank * worth),
    };
  };
  const limits = [limit('slow-tail', 0.95), limit('slow-body', 0.5)];
  if (spec.limitMs === undefined) return limits;
  const above = sorted.filter((value) => value > (spec.limitMs ?? 0)).length;
  return [...limits, { rule: 'slow-limit', aboveMs: spec.limitMs, p0: Math.min(0.99, upperRate(above, n)) }];
}

/** Correlation of each value with the next one. */
function correlationOf(values: readonly number[]): number {
  const n = values.length;
  if (n < FEWEST_SAMPLES) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const pairs = values
    .slice(1)
    .reduce((sum, value, index) => sum + (value - mean) * ((values[index] ?? mean) - mean), 0);
  const found = variance === 0 ? 0 : pairs / variance;
  return found < 2 / Math.sqrt(n) ? 0 : Math.min(0.95, found);
}

/**
 * Counts vary from day to day by more than chance. So the normal rate of failures is the rate of all windows, or that of the
 * worst tenth if it is higher; and the events that are sure to come are half of those of the quietest window.
 */
function countLimits({ windows }: ProbeBaseline, criteria: Criteria): Limits {
  const bad = windows.reduce((sum, one) => sum + one.bad, 0);
  const total = windows.reduce((sum, one) => sum + one.total, 0);
  const ms = windows.reduce((sum, one) => sum + one.ms, 0);
  const rates = windows.filter((one) => one.total >= 20).map((one) => one.bad / one.total);
  rates.sort((a, b) => a - b);
  const worst = rates.length === 0 ? 0 : orderStatistic(rates, 0.9);
  const quietest = Math.min(...windows.map((one) => (one.ms === 0 ? 0 : one.total / one.ms)));
  return {
    refused: total > 0 && bad > total / 2 ? 'fails-on-baseline' : total < FEWEST_SAMPLES ? 'no-baseline' : null,
    short: false,
    failures: Math.min(0.9, Math.max(criteria.failures.lowest, upperRate(bad, total), worst)),
    slow: [],
    eventsPerMs: ms === 0 ? 0 : Math.min(quietest, lowerCount(total) / ms) / 2,
  };
}
