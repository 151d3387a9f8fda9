import type { Limits, SlowLimit } from './baseline.js';
import { ALARMS, criterionOf, type Alarm, type Criteria, type Criterion } from './criteria.js';
import {
  changeThreshold,
  evidenceAbove,
  evidenceOfChange,
  evidenceOfLevel,
  levelThreshold,
  Tally,
  type Evidence,
  type Sum,
} from './evidence.js';
import type { ProbeSpec } from './probe.js';

/**
 * What led to a level. `unknown-deployment`: failures while nobody can read which deployment is served. `in-a-row`: two
 * failures after each other. `slower-at-end`: one comparison when time is over.
 */
export const RULES = [
  'failures',
  'unknown-deployment',
  'in-a-row',
  'slow-tail',
  'slow-body',
  'slow-limit',
  'silence',
  'assertion',
  'alert',
  'slower-at-end',
] as const;
export type Rule = (typeof RULES)[number];

/** `healthy` here: the rule sees nothing. */
export type Level = 'healthy' | Alarm;
export const LEVELS: readonly Level[] = ['healthy', ...ALARMS];
export const levelOf = (level: Level): number => LEVELS.indexOf(level);

/** What one rule sees at one moment, with all that it was compared with. Logarithms are natural. */
export interface Measure {
  readonly rule: Rule;
  readonly criterion: Criterion;
  readonly level: Level;
  readonly bad: number;
  readonly total: number;
  /** The normal rate; null if the rule has none. */
  readonly p0: number | null;
  /** ln E (for silence, the number of events that were sure to come); null: none. */
  readonly evidence: number | null;
  /** What the evidence must reach for each level. */
  readonly thresholds: Readonly<Partial<Record<Alarm, number>>>;
  /** The newest ticks that the highest level looks at. */
  readonly recent: Sum;
  /** Tick since which `bad` and `total` count. */
  readonly since: number;
  /** True: most of the recent failures were seen at the previous deployment too. */
  readonly shared: boolean;
}

/** All that rules need to know of a watch. */
export interface RuleContext {
  readonly spec: ProbeSpec;
  readonly limits: Limits;
  readonly criteria: Criteria;
  /** Ticks of the whole watch. */
  readonly planned: number;
  /** Factor on the risk: probes beyond the tenth share it. `critical`: among the critical ones. */
  readonly share: { readonly all: number; readonly critical: number };
}

/** Bad samples, and those that only the watched deployment had. */
class Pair {
  readonly all = new Tally();
  readonly own = new Tally();

  push(bad: number, total: number, shared: boolean): void {
    this.all.push(bad, total);
    this.own.push(shared ? 0 : bad, total);
  }

  /** True if the control had at least half of the recent failures too. It may excuse the deploy, it never accuses it. */
  shared(ticks: number): boolean {
    const [all, own] = [this.all.last(ticks).bad, this.own.last(ticks).bad];
    return all > 0 && (all - own) * 2 >= all;
  }
}

/** Failures of checks or of counted events. */
export class FailureRule {
  readonly #pair = new Pair();
  /** Failures whose repetition failed too. */
  readonly #confirmed = new Tally();
  readonly #evidence: (bad: number, total: number) => number;
  readonly #context: RuleContext;

  constructor(context: RuleContext) {
    this.#context = context;
    this.#evidence = evidenceAbove(context.limits.failures);
  }

  /**
   * @param shared the previous deployment fails too
   * @param confirmed the failure was repeated, or is a count
   */
  push(bad: number, total: number, shared: boolean, confirmed: boolean): void {
    this.#pair.push(bad, total, shared);
    this.#confirmed.push(confirmed ? bad : 0, total);
  }

  measures(): Measure[] {
    const { spec, limits, criteria, planned, share } = this.#context;
    const risks = criteria['false-alarms'];
    const { 'roll-back': back, mitigate } = criteria.failures;
    const thresholds = {
      watch: changeThreshold(planned, risks.watch * share.all),
      mitigate: changeThreshold(planned, risks.mitigate * share.all),
      'roll-back': changeThreshold(planned, risks['roll-back'] * share.critical),
    };
    const all = evidenceOfChange(this.#pair.all, this.#evidence, planned);
    const shared = this.#pair.shared(mitigate.of);
    // Without shared failures, the evidence against the deploy is the same.
    const own = () =>
      this.#pair.own.since(0).bad === this.#pair.all.since(0).bad
        ? all.ln
        : evidenceOfChange(this.#pair.own, this.#evidence, planned).ln;
    const reached = (): Level => {
      if (
        all.ln >= thresholds['roll-back'] &&
        this.#pair.own.last(back.of).bad >= back.failures &&
        this.#confirmed.last(mitigate.of).bad > 0 &&
        own() >= thresholds['roll-back']
      ) {
        return 'roll-back';
      }
      if (all.ln >= thresholds.mitigate && this.#pair.all.last(mitigate.of).bad >= mitigate.failures) return 'mitigate';
      return all.ln >= thresholds.watch ? 'watch' : 'healthy';
    };
    const criterion = criterionOf(spec);
    const measure = {
      ...of(all),
      rule: 'failures' as const,
      criterion,
      level: reached(),
      p0: limits.failures,
      thresholds,
      recent: this.#pair.all.last(mitigate.of),
      shared,
    };
    const row = this.#pair.all.last(2);
    if (spec.kind !== 'check' || row.bad < 2) return [measure];
    const since = this.#pair.all.ticks - 2;
    const two = { p0: null, evidence: null, thresholds: {}, recent: row, since, shared };
    return [measure, { ...two, ...row, rule: 'in-a-row', criterion, level: 'watch' }];
  }
}

/** Checks that succeed, but are slower than a limit. */
export class SlowRule {
  readonly #pair = new Pair();
  readonly #evidence: (bad: number, total: number) => number;
  readonly #context: RuleContext;
  readonly limit: SlowLimit;

  constructor(context: RuleContext, limit: SlowLimit) {
    this.#context = context;
    this.limit = limit;
    this.#evidence = evidenceAbove(limit.p0);
  }

  push(latencyMs: number, control: number | undefined): void {
    const slow = latencyMs > this.limit.aboveMs;
    this.#pair.push(slow ? 1 : 0, 1, slow && control !== undefined && control > this.limit.aboveMs);
  }

  measures(): Measure[] {
    const { criteria, planned, share } = this.#context;
    const risks = criteria['false-alarms'];
    const { of: size, share: part } = this.limit.rule === 'slow-body' ? criteria.latency.body : criteria.latency.tail;
    const slow = levelThreshold(planned, risks.slow * share.all);
    const thresholds = {
      watch: levelThreshold(planned, risks['slow-watch'] * share.all),
      mitigate: slow,
      'roll-back': levelThreshold(planned, risks.slow * share.critical),
    };
    const enough = (tally: Tally): boolean => tally.ticks >= 0.8 * size && tally.last(size).bad >= part * size;
    const all = evidenceOfLevel(this.#pair.all, this.#evidence, planned);
    const reached = (): Level => {
      if (all.ln >= slow && enough(this.#pair.all)) {
        const own = evidenceOfLevel(this.#pair.own, this.#evidence, planned).ln;
        return own >= thresholds['roll-back'] && enough(this.#pair.own) ? 'roll-back' : 'mitigate';
      }
      return all.ln >= thresholds.watch ? 'watch' : 'healthy';
    };
    return [
      {
        ...of(all),
        rule: this.limit.rule,
        criterion: 'performance',
        level: reached(),
        p0: this.limit.p0,
        thresholds,
        recent: this.#pair.all.last(size),
        shared: this.#pair.shared(size),
      },
    ];
  }
}

/** No event at all, although some were sure to come. */
export class SilenceRule {
  #silentMs = 0;
  #ticks = 0;
  readonly #context: RuleContext;

  constructor(context: RuleContext) {
    this.#context = context;
  }

  push(total: number, ms: number): void {
    this.#silentMs = total === 0 ? this.#silentMs + ms : 0;
    this.#ticks = total === 0 ? this.#ticks + 1 : 0;
  }

  measures(tick: number): Measure[] {
    const { spec, limits, criteria, planned, share } = this.#context;
    if (limits.eventsPerMs === 0) return [];
    // P(no event in a given stretch) = exp(-expected); a watch has at most `planned` stretches. 7: never above 0.1 % each.
    const threshold = Math.max(7, changeThreshold(planned, criteria['false-alarms'].mitigate * share.all));
    const expected = limits.eventsPerMs * this.#silentMs;
    const sum = { bad: this.#ticks, total: this.#ticks };
    return [
      {
        ...sum,
        rule: 'silence',
        criterion: criterionOf(spec),
        level: expected >= threshold ? 'mitigate' : 'healthy',
        p0: null,
        evidence: expected,
        thresholds: { mitigate: threshold },
        recent: sum,
        since: tick - this.#ticks,
        shared: false,
      },
    ];
  }
}

/** False twice in a row: roll back. Once: watch. An alert that fires is one more thing to look at. */
export class StateRule {
  readonly #tally = new Tally();
  readonly #context: RuleContext;

  constructor(context: RuleContext) {
    this.#context = context;
  }

  push(bad: boolean): void {
    this.#tally.push(bad ? 1 : 0);
  }

  measures(): Measure[] {
    const { spec } = this.#context;
    const [one, two] = [this.#tally.last(1), this.#tally.last(2)];
    const assertion = spec.kind === 'assertion';
    return [
      {
        ...this.#tally.since(0),
        rule: assertion ? 'assertion' : 'alert',
        criterion: criterionOf(spec),
        level: one.bad === 0 ? 'healthy' : assertion && two.bad === 2 ? 'roll-back' : 'watch',
        p0: null,
        evidence: null,
        thresholds: {},
        recent: two,
        since: 0,
        shared: false,
      },
    ];
  }
}

const of = ({ bad, total, ln, since }: Evidence) => ({ bad, total, since, evidence: ln === -Infinity ? null : ln });

/** The measure within what the configuration allows: by criterion, and only a critical probe rolls back. */
export function capped(measure: Measure, { spec, limits, criteria }: RuleContext): Measure {
  const caps: Alarm[] = [criteria['at-most'][measure.criterion]];
  if (!spec.critical || limits.short) caps.push('mitigate');
  if (limits.refused !== null) caps.push('watch');
  const most = Math.min(...caps.map(levelOf), levelOf(measure.level));
  return { ...measure, level: LEVELS[most] ?? 'healthy' };
}
