import { failedFirst, isBlind, isLate, limitsOf, type Limits, type ProbeBaseline } from './baseline.js';
import type { Criteria } from './criteria.js';
import type { CheckSample, CountSample, ErrorReason, ProbeError, ProbeSpec, Sample } from './probe.js';
import {
  capped,
  FailureRule,
  levelOf,
  SilenceRule,
  SlowRule,
  StateRule,
  type Level,
  type Measure,
  type RuleContext,
} from './rules.js';
import { mannWhitney, orderStatistic } from './statistics.js';

/**
 * Why a probe says nothing at the moment:
 * - `running`: the watch is not over; `few-samples`: it is, with too few samples
 * - `no-data`: nothing has come for a while; `provider`, `not-watched`, `refused`: errors instead of samples
 * - `partly-answered`: one of the alarms that a probe asks gives no answer
 * - `blind`: a neutral target fails too; `late`: our ticks come late
 * - `elsewhere`: the domain points at another deployment than the watched one
 * - `unknown-deployment`: it cannot be read at which deployment the domain points
 * - `fails-on-baseline`, `no-baseline`, `short-baseline`: nothing can be compared, or only with few samples
 */
export type Doubt =
  | 'running'
  | 'few-samples'
  | 'no-data'
  | ErrorReason
  | 'partly-answered'
  | 'blind'
  | 'late'
  | 'elsewhere'
  | 'unknown-deployment'
  | 'fails-on-baseline'
  | 'no-baseline'
  | 'short-baseline';

/** What a watch knows of a probe before it begins. */
export interface WatchedProbe {
  readonly spec: ProbeSpec;
  readonly intervalMs: number;
  readonly baseline: ProbeBaseline | null;
}

export interface WatchFrame {
  readonly startedAt: number;
  readonly durationMs: number;
  /** Id of the watched deployment; null: any. */
  readonly deployment: string | null;
  readonly criteria: Criteria;
}

export interface ProbeVerdict {
  readonly probe: string;
  readonly critical: boolean;
  readonly level: Level | 'inconclusive';
  /** Samples that count. */
  readonly counted: number;
  readonly doubts: readonly Doubt[];
  /** What led to the level, as it was then; null: nothing. */
  readonly raised: { readonly at: number; readonly measure: Measure } | null;
  /** Every rule as it is now, also those that see nothing. */
  readonly measures: readonly Measure[];
}

/** Ticks in which two blind ones are enough to believe nothing. */
const CLEAR_VIEW = 24;
/** Of this many newest ticks, half must count. */
const NEWEST = 6;
/** So long after the last reading of the domain, a check counts for the deployment that it pointed at then. */
const SERVED_MS = 60_000;
const END_RISK = 0.01;
const END_RATIO = 1.1;
/** The counts of a watch may begin and end so much inside of it, or two intervals: services show an event with a delay. */
const EDGE_MS = 60_000;

type Outcome = 'counted' | 'blind' | 'late' | 'elsewhere' | 'unknown-deployment' | ErrorReason;

/** Judges one probe tick by tick. Two judges that take the same ticks say the same. */
export class Judge {
  readonly #probe: WatchedProbe;
  readonly #frame: WatchFrame;
  readonly #context: RuleContext;
  readonly #limits: Limits;
  readonly #failures: FailureRule;
  /** Of all checks, also of those for which nobody could read the deployment. */
  readonly #unattributed: FailureRule;
  #unread = false;
  readonly #slow: readonly SlowRule[];
  readonly #silence: SilenceRule;
  readonly #state: StateRule;
  readonly #latencies: number[] = [];
  #outcomes: Outcome[] = [];
  /** Of the newest ticks with samples: true if something that was asked gave none. */
  #lacks: boolean[] = [];
  /** When the newest answer came. */
  #lastTick: number;
  /** A check that takes longer than its interval leaves ticks out. */
  #paceMs: number;
  /** The last deployment that the domain was read to point at. */
  #served: { readonly deployment: string; readonly at: number } | null = null;
  #counted = 0;
  /** What the counts cover: from the first to the last one, and without the gaps. */
  #covered = { from: Number.POSITIVE_INFINITY, to: 0, ms: 0, events: 0 };
  #raised: ProbeVerdict['raised'] = null;
  #clean = 0;
  #measures: readonly Measure[] = [];

  constructor(probe: WatchedProbe, frame: WatchFrame, share: RuleContext['share']) {
    this.#probe = probe;
    this.#frame = frame;
    this.#limits = limitsOf(probe.spec, probe.baseline, frame.criteria);
    const planned = Math.max(1, Math.round(frame.durationMs / probe.intervalMs));
    this.#context = { spec: probe.spec, limits: this.#limits, criteria: frame.criteria, planned, share };
    this.#failures = new FailureRule(this.#context);
    this.#unattributed = new FailureRule(this.#context);
    this.#slow = this.#limits.slow.map((limit) => new SlowRule(this.#context, limit));
    this.#silence = new SilenceRule(this.#context);
    this.#state = new StateRule(this.#context);
    this.#lastTick = frame.startedAt;
    this.#paceMs = probe.intervalMs;
  }

  /** One tick. Errors beside samples take nothing away from what was seen, but the whole was not. */
  tick(samples: readonly Sample[], errors: readonly ProbeError[]): void {
    for (const one of samples) this.#take(one);
    if (samples.length === 0) for (const { at, reason } of errors) this.#note(at, reason);
    else this.#lacks = [...this.#lacks.slice(1 - NEWEST), errors.length > 0];
  }

  #take(one: Sample): void {
    // An interval that begins before the watch also counts what the deployment before did. It says nothing, for or against.
    if (one.kind === 'count' && one.from < this.#frame.startedAt) return;
    const outcome = this.#outcomeOf(one);
    const tookMs = one.kind === 'check' ? (one.latencyMs ?? 0) : 0;
    this.#note(one.at + tookMs, outcome);
    this.#paceMs = Math.max(this.#probe.intervalMs, tookMs);
    if (outcome !== 'counted' && outcome !== 'unknown-deployment') return;
    if (outcome === 'counted') this.#counted += 1;
    else this.#unread = true;
    if (one.kind === 'check') pushFailure(this.#unattributed, one);
    const good = outcome === 'counted' ? this.#push(one) : one.kind === 'check' && !failedFirst(one);
    this.#measures = this.#measure();
    this.#hold(good, one.at);
  }

  verdict(now: number): ProbeVerdict {
    const { spec } = this.#probe;
    const over = now >= this.#frame.startedAt + this.#frame.durationMs;
    const doubts = this.#doubts(now, over);
    const end = over ? this.#slowerAtEnd() : [];
    const last = highest(end);
    const raised = this.#raised ?? (last === null ? null : { at: now, measure: last });
    const level = raised?.measure.level ?? 'healthy';
    const counts = level === 'roll-back' || !doubts.some((doubt) => UNSEEN.has(doubt));
    return {
      probe: spec.id,
      critical: spec.critical,
      level: level !== 'healthy' && counts ? level : doubts.length === 0 ? 'healthy' : 'inconclusive',
      counted: this.#counted,
      doubts,
      raised,
      measures: [...this.#measures, ...end],
    };
  }

  #note(at: number, outcome: Outcome): void {
    this.#lastTick = Math.max(this.#lastTick, at);
    this.#outcomes = [...this.#outcomes.slice(1 - CLEAR_VIEW), outcome];
  }

  #outcomeOf(one: Sample): Outcome {
    const { intervalMs } = this.#probe;
    if (isBlind(one, intervalMs)) return isLate(one, intervalMs) ? 'late' : 'blind';
    const { deployment } = this.#frame;
    const served = this.#servedAt(one);
    if (one.at < this.#frame.startedAt) return 'elsewhere';
    if (served === null) return 'unknown-deployment';
    return served === undefined || deployment === null || served === deployment ? 'counted' : 'elsewhere';
  }

  /** The deployment behind a check; undefined: it goes to none; null: nobody could read it for a while. */
  #servedAt(one: Sample): string | null | undefined {
    if (one.kind !== 'check' || one.deployment === undefined) return undefined;
    if (one.deployment !== null) this.#served = { deployment: one.deployment, at: one.at };
    return this.#served !== null && one.at - this.#served.at <= SERVED_MS ? this.#served.deployment : null;
  }

  /** True if the sample is good. */
  #push(one: Sample): boolean {
    switch (one.kind) {
      case 'check':
        return this.#pushCheck(one);
      case 'count':
        this.#cover(one);
        this.#failures.push(one.bad, one.total, false, true);
        this.#silence.push(one.total, one.at - one.from);
        return one.bad <= one.total * this.#limits.failures && one.total > 0;
      case 'assertion':
        this.#state.push(!one.holds);
        return one.holds;
      case 'alert':
        this.#state.push(one.firing);
        return !one.firing;
    }
  }

  #pushCheck(one: CheckSample): boolean {
    const failed = failedFirst(one);
    pushFailure(this.#failures, one);
    const { 'warm-up-seconds': warmUp } = this.#frame.criteria.latency;
    const { latencyMs } = one;
    if (!one.ok || latencyMs === undefined || one.at < this.#frame.startedAt + warmUp * 1000) return !failed;
    this.#latencies.push(latencyMs);
    for (const rule of this.#slow) rule.push(latencyMs, one.control?.latencyMs);
    return !failed && this.#slow.every(({ limit }) => latencyMs <= limit.aboveMs);
  }

  #measure(): Measure[] {
    const { kind } = this.#probe.spec;
    const rules =
      kind === 'check'
        ? [
            ...this.#failures.measures(),
            ...this.#unattributedMeasures(),
            ...this.#slow.flatMap((rule) => rule.measures()),
          ]
        : kind === 'count'
          ? [...this.#failures.measures(), ...this.#silence.measures(this.#counted)]
          : this.#state.measures();
    return rules.map((one) => capped(one, this.#context));
  }

  /** Production fails, and it is unknown whether the watched deployment does: never more than `mitigate`. */
  #unattributedMeasures(): Measure[] {
    const [measure] = this.#unread ? this.#unattributed.measures() : [];
    if (measure === undefined) return [];
    const level = measure.level === 'roll-back' ? 'mitigate' : measure.level;
    return [{ ...measure, rule: 'unknown-deployment', level }];
  }

  /** Up at once, down after enough good samples in a row; roll-back stays. A blurred view never raises. */
  #hold(good: boolean, at: number): void {
    const measure = highest(this.#measures);
    const [seen, held] = [levelOf(measure?.level ?? 'healthy'), levelOf(this.#raised?.measure.level ?? 'healthy')];
    if (this.#raised?.measure.level === 'roll-back') return;
    const up = seen > held && !this.#isBlurred();
    this.#clean = good && seen < held ? this.#clean + 1 : 0;
    if (!up && this.#clean < this.#frame.criteria['clean-samples']) return;
    this.#raised = measure === null ? null : { at, measure };
    this.#clean = 0;
  }

  /** Two blind or late ticks: with a network that fails now and then, the failures of production are ours. */
  #isBlurred(): boolean {
    return this.#outcomes.filter((one) => one === 'blind' || one === 'late').length >= 2;
  }

  #doubts(now: number, over: boolean): Doubt[] {
    const { criteria, startedAt } = this.#frame;
    const doubts = new Set<Doubt>();
    if (this.#limits.refused !== null) doubts.add(this.#limits.refused);
    else if (this.#limits.short) doubts.add('short-baseline');
    if (this.#isBlurred()) for (const one of this.#outcomes) if (one === 'blind' || one === 'late') doubts.add(one);
    const newest = this.#outcomes.slice(-NEWEST).filter((one) => one !== 'counted');
    if (newest.length >= NEWEST / 2 || newest.length === this.#outcomes.length)
      for (const one of newest) doubts.add(one);
    const lacking = this.#lacks.filter(Boolean).length;
    if (lacking > 0 && lacking >= Math.min(NEWEST, this.#lacks.length) / 2) doubts.add('partly-answered');
    const patience = Math.max(NEWEST * this.#paceMs, this.#probe.spec.kind === 'count' ? EDGE_MS : 0);
    if (now - this.#lastTick > patience) doubts.add('no-data');
    if (!over) doubts.add('running');
    else if (!this.#enough(criteria, startedAt, now)) doubts.add('few-samples');
    return [...doubts];
  }

  #cover({ from, at, total }: CountSample): void {
    const { from: first, to, ms, events } = this.#covered;
    this.#covered = {
      from: Math.min(first, from),
      to: Math.max(to, at),
      ms: ms + at - from,
      events: events + total,
    };
  }

  #enough(criteria: Criteria, startedAt: number, now: number): boolean {
    const { kind } = this.#probe.spec;
    if (kind === 'check') return this.#counted >= criteria.samples;
    return this.#counted >= 2 && (kind !== 'count' || this.#coversWatch(startedAt, now));
  }

  /** No gaps, and nearly the whole watch. If not one event came, nobody has seen that events succeed. */
  #coversWatch(startedAt: number, now: number): boolean {
    const { from, to, ms, events } = this.#covered;
    const edge = Math.max(EDGE_MS, 2 * this.#probe.intervalMs);
    return this.#counted >= 3 && events > 0 && ms >= 0.9 * (to - from) && from - startedAt <= edge && now - to <= edge;
  }

  /** One comparison of all latencies with the baseline. Alone it only asks to look. */
  #slowerAtEnd(): Measure[] {
    const earlier = this.#probe.baseline?.latencies ?? [];
    const later = [...this.#latencies].sort((a, b) => a - b);
    if (this.#limits.slow.length === 0 || later.length < this.#frame.criteria.samples) return [];
    // The smallest number keeps the logarithm finite.
    const p = Math.max(Number.MIN_VALUE, mannWhitney(later, earlier));
    const ratio = orderStatistic(later, 0.5) / orderStatistic(earlier, 0.5);
    const slower = p < END_RISK && ratio >= END_RATIO;
    const sum = { bad: slower ? later.length : 0, total: later.length };
    return [
      {
        ...sum,
        rule: 'slower-at-end',
        criterion: 'performance',
        level: slower ? 'watch' : 'healthy',
        p0: null,
        evidence: -Math.log(p),
        thresholds: { watch: -Math.log(END_RISK) },
        recent: sum,
        since: 0,
        shared: false,
      },
    ];
  }
}

const pushFailure = (rule: FailureRule, one: CheckSample): void =>
  rule.push(failedFirst(one) ? 1 : 0, 1, one.control?.ok === false, !one.ok && one.retried === true);

/** Doubts in which what was seen before does not count any more, except a roll-back. */
const UNSEEN: ReadonlySet<Doubt> = new Set([
  'no-data',
  'provider',
  'not-watched',
  'refused',
  'blind',
  'late',
  'elsewhere',
]);

/** The measure with the highest level; null if none sees anything. */
const highest = (measures: readonly Measure[]): Measure | null =>
  measures.reduce<Measure | null>(
    (top, one) => (levelOf(one.level) > levelOf(top?.level ?? 'healthy') ? one : top),
    null,
  );
