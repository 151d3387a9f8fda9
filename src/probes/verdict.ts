import { z } from 'zod';
import { probeBaseline } from './baseline.js';
import { CRITERIA, criteriaConfig, criterionOf, type Criterion } from './criteria.js';
import { Judge, type Doubt, type ProbeVerdict } from './judge.js';
import { probeError, probeSpec, sample, type ProbeRun, type Sample } from './probe.js';
import { LEVELS, levelOf, type Level, type Measure } from './rules.js';

/** `healthy` is only said when the time is over and every critical probe says so; `inconclusive` is everything unproven. */
export type VerdictLevel = Level | 'inconclusive';

/** One criterion of the runbook. `not-watched`: no probe belongs to it. */
export interface CriterionVerdict {
  readonly criterion: Criterion;
  readonly level: VerdictLevel | 'not-watched';
  readonly probes: readonly string[];
  /** What led to the level, or was nearest to an alarm. */
  readonly decisive: (Measure & { readonly probe: string }) | null;
}

export interface Verdict {
  readonly level: VerdictLevel;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Why nothing better can be said, over all critical probes. */
  readonly doubts: readonly Doubt[];
  /** `shared`: the previous deployment fails too, so look at a database or a provider before the code. */
  readonly suspect: 'deploy' | 'shared' | null;
  readonly criteria: readonly CriterionVerdict[];
  readonly probes: readonly ProbeVerdict[];
}

const instant = z.number().int().nonnegative();
/** What a watch knows before its first tick. */
const watchPlan = z.strictObject({
  startedAt: instant,
  durationMs: z.number().int().positive(),
  deployment: z.string().nullable(),
  criteria: criteriaConfig,
  probes: z.array(
    z.strictObject({ spec: probeSpec, intervalMs: z.number().int().positive(), baseline: probeBaseline.nullable() }),
  ),
});
export type WatchPlan = z.infer<typeof watchPlan>;

/** All that is needed to draw a verdict once more, without Rewind's memory. It holds no text of a service. */
export const verdictRecord = z.strictObject({
  version: z.literal(1),
  plan: watchPlan,
  ticks: z.array(z.strictObject({ probe: z.string(), samples: z.array(sample), errors: z.array(probeError) })),
  at: instant,
});
export type VerdictRecord = z.infer<typeof verdictRecord>;

/** Probes up to this number have the whole risk of a false alarm each; more share that of ten. */
const UNSHARED = 10;

/** A watch of one deployment. Takes ticks, tells the verdict at any time, and keeps what is needed to repeat it. */
export class Watch {
  readonly #plan: WatchPlan;
  readonly #judges: ReadonlyMap<string, Judge>;
  readonly #ticks: VerdictRecord['ticks'] = [];

  constructor(plan: WatchPlan) {
    this.#plan = plan;
    const part = (probes: number): number => Math.min(1, UNSHARED / Math.max(1, probes));
    const share = {
      all: part(plan.probes.length),
      critical: part(plan.probes.filter(({ spec }) => spec.critical).length),
    };
    this.#judges = new Map(plan.probes.map((probe) => [probe.spec.id, new Judge(probe, plan, share)]));
  }

  /** The ticks of one probe come in the order of time. A tick of an unknown probe counts for nothing. */
  take(probe: string, { samples, errors, timings }: ProbeRun): void {
    const late = Math.max(0, timings.startedAt - timings.dueAt);
    this.#take({
      probe,
      samples: samples.map((one) => decisive(late === 0 ? one : { ...one, lateMs: late })),
      errors: errors.map((one) => ({ ...one, message: '' })),
    });
  }

  #take(tick: VerdictRecord['ticks'][number]): void {
    const judge = this.#judges.get(tick.probe);
    if (judge === undefined) return;
    this.#ticks.push(tick);
    judge.tick(tick.samples, tick.errors);
  }

  /** @param now milliseconds since the epoch, not before the last tick */
  verdict(now: number): Verdict {
    const probes = this.#plan.probes.flatMap(({ spec }) => this.#judges.get(spec.id)?.verdict(now) ?? []);
    return { at: now, probes, ...total(probes), criteria: CRITERIA.map((one) => this.#criterion(one, probes)) };
  }

  record(now: number): VerdictRecord {
    return { version: 1, plan: this.#plan, ticks: [...this.#ticks], at: now };
  }

  #criterion(criterion: Criterion, probes: readonly ProbeVerdict[]): CriterionVerdict {
    const specs = new Map(this.#plan.probes.map(({ spec }) => [spec.id, spec]));
    const mine = probes.filter(({ probe }) => {
      const spec = specs.get(probe);
      return (
        spec !== undefined &&
        (criterionOf(spec) === criterion || (criterion === 'performance' && spec.kind === 'check'))
      );
    });
    const raised = mine.flatMap(({ probe, level, raised: one }) =>
      one?.measure.criterion === criterion && level !== 'inconclusive' ? [{ ...one.measure, probe }] : [],
    );
    const measures = mine.flatMap((one) =>
      one.measures.flatMap((measure) => (measure.criterion === criterion ? [{ ...measure, probe: one.probe }] : [])),
    );
    raised.sort((a, b) => levelOf(b.level) - levelOf(a.level));
    measures.sort((a, b) => nearness(b) - nearness(a));
    const doubtful =
      measures.length === 0 ||
      mine.every(({ level }) => level === 'inconclusive') ||
      mine.some((one) => one.level === 'inconclusive' && one.critical) ||
      // In a short watch no response time comes after the warm-up.
      (criterion === 'performance' && !measures.some((one) => isTimed(one, this.#plan.criteria)));
    const calm = doubtful ? 'inconclusive' : 'healthy';
    return {
      criterion,
      level: mine.length === 0 ? 'not-watched' : (raised[0]?.level ?? calm),
      probes: mine.map(({ probe }) => probe),
      decisive: raised[0] ?? measures[0] ?? null,
    };
  }
}

/** Draws the verdict of a record once more. */
export function recompute(record: VerdictRecord): Verdict {
  const watch = new Watch(record.plan);
  for (const { probe, samples, errors } of record.ticks) {
    watch.take(probe, { samples, errors, timings: { dueAt: 0, startedAt: 0, endedAt: 0 } });
  }
  return watch.verdict(record.at);
}

function total(probes: readonly ProbeVerdict[]): Pick<Verdict, 'level' | 'doubts' | 'suspect'> {
  const critical = probes.filter((one) => one.critical);
  const doubts = [...new Set(critical.flatMap((one) => one.doubts))];
  const top = Math.max(0, ...probes.map(({ level }) => (level === 'inconclusive' ? 0 : levelOf(level))));
  const alarming = probes.filter(({ level }) => level !== 'inconclusive' && levelOf(level) === top);
  const proven = critical.length > 0 && critical.every(({ level }) => level === 'healthy');
  return {
    level: top > 0 ? (LEVELS[top] ?? 'healthy') : proven ? 'healthy' : 'inconclusive',
    doubts,
    suspect: top === 0 ? null : alarming.some(({ raised }) => raised?.measure.shared === true) ? 'shared' : 'deploy',
  };
}

/** True if enough response times were compared. */
const isTimed = ({ rule, recent }: Measure, { latency }: WatchPlan['criteria']): boolean =>
  rule === 'slow-tail' && recent.total >= latency.tail.of;

/** How near the evidence is to its first threshold; for the choice of what to show. */
function nearness({ evidence, thresholds }: Measure): number {
  const first = thresholds.watch ?? thresholds.mitigate;
  return evidence === null || first === undefined ? -1 : evidence / first;
}

/** The sample without what no rule looks at. */
function decisive(one: Sample): Sample {
  if (one.kind === 'check') {
    return { ...one, phases: undefined, error: undefined };
  }
  return one.kind === 'count' ? one : { ...one, detail: undefined };
}
