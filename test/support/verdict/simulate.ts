import { baselineOf } from '../../../src/probes/baseline.js';
import { criteriaConfig, type Criteria } from '../../../src/probes/criteria.js';
import { Judge, type ProbeVerdict } from '../../../src/probes/judge.js';
import type { ProbeSpec, Sample } from '../../../src/probes/probe.js';
import { mannWhitney } from '../../../src/probes/statistics.js';
import { random } from '../random.js';
import { START, type Kind } from './kinds.js';

export const DURATION_MS = 30 * 60_000;
const criteria: Criteria = criteriaConfig.parse({});

/** What happened in one watch: milliseconds from the onset (or the start) to the first verdict of a level; null: never. */
export interface Run {
  readonly mitigate: number | null;
  readonly rollBack: number | null;
  readonly end: ProbeVerdict['level'];
}

export interface Options {
  readonly baselineSamples?: number;
  /** Number of probes of the deploy, which share the risk beyond ten. */
  readonly probes?: number;
  /** True: stops at the first roll-back. */
  readonly brief?: boolean;
}

/** A baseline, and then the ticks of a watch of 30 minutes. */
export function samplesOf(kind: Kind, seed: number, baselineSamples = 60): { before: Sample[]; after: Sample[] } {
  const next = kind.start(random(seed));
  const before: Sample[] = [];
  const after: Sample[] = [];
  const known = kind.spec === 'count' ? 7 : baselineSamples;
  for (let tick = -known; tick < 0; tick += 1) before.push(next(tick, START + tick * kind.intervalMs));
  // A count tells of the interval before it.
  const shift = kind.spec === 'count' ? kind.intervalMs : 0;
  for (let tick = 0; tick < DURATION_MS / kind.intervalMs; tick += 1) {
    after.push(next(tick, START + tick * kind.intervalMs + shift));
  }
  return { before, after };
}

export const specOf = (kind: Kind): ProbeSpec => ({
  id: 'probe',
  kind: kind.spec,
  area: kind.spec === 'count' ? 'payments' : kind.spec === 'assertion' ? 'data' : 'content',
  critical: true,
});

/** One watch of one probe, judged at every tick. */
export function simulate(kind: Kind, seed: number, { baselineSamples, probes = 1, brief = false }: Options = {}): Run {
  const { before, after } = samplesOf(kind, seed, baselineSamples);
  const spec = specOf(kind);
  const baseline = baselineOf({ probe: spec, samples: before, errors: [] }, kind.intervalMs);
  const frame = { startedAt: START, durationMs: DURATION_MS, deployment: 'dpl_new', criteria };
  const share = Math.min(1, 10 / probes);
  const judge = new Judge({ spec, intervalMs: kind.intervalMs, baseline }, frame, { all: share, critical: share });
  const since = START + (kind.onset ?? 0) * kind.intervalMs;
  let [mitigate, rollBack]: [number | null, number | null] = [null, null];
  for (const one of after) {
    judge.tick([one], []);
    const { level } = judge.verdict(one.at);
    if (level === 'mitigate' || level === 'roll-back') mitigate ??= one.at - since;
    if (level === 'roll-back') rollBack ??= one.at - since;
    if (brief && rollBack !== null) break;
  }
  return { mitigate, rollBack, end: judge.verdict(START + DURATION_MS).level };
}

/** The same samples under two common rules; milliseconds from the onset to the first alarm. */
export function otherRules(kind: Kind, seed: number): { whitney: number | null; threeInARow: number | null } {
  const { before, after } = samplesOf(kind, seed);
  const since = START + (kind.onset ?? 0) * kind.intervalMs;
  const latency = (samples: readonly Sample[]): number[] =>
    samples.flatMap((one) => (one.kind === 'check' && one.ok ? [one.latencyMs ?? 0] : []));
  const earlier = latency(before);
  let row = 0;
  let [whitney, threeInARow]: [number | null, number | null] = [null, null];
  after.forEach((one, index) => {
    row = one.kind === 'check' && !one.ok ? row + 1 : 0;
    if (row === 3) threeInARow ??= one.at - since;
    // Every third sample only: it is slow, and this favours it.
    if (whitney !== null || index < 10 || index % 3 !== 0) return;
    if (mannWhitney(latency(after.slice(0, index + 1)), earlier) < 0.02) whitney = one.at - since;
  });
  return { whitney, threeInARow };
}

/** Value at a share of the list; null: some have none, and the value is one of these. */
export function percentile(values: readonly (number | null)[], share: number): number | null {
  const sorted = values.map((value) => value ?? Infinity).sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Infinity;
  return value === Infinity ? null : value;
}
