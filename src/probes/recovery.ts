import type { RecoveryState } from '../engine/vocabulary.js';
import { failedFirst } from './baseline.js';
import type { Criteria } from './criteria.js';
import type { Doubt, ProbeVerdict } from './judge.js';
import { AREAS, type Area, type ProbeSpec, type Sample } from './probe.js';
import { levelOf, type Measure } from './rules.js';
import type { Verdict, VerdictRecord } from './verdict.js';

/**
 * Why an area is not called recovered, beside the doubts of its probes:
 * - `unusual`: a rule sees something, and it proves nothing yet
 * - `settled`: it failed after the changes, and the newest samples are good
 * - `few-latencies`: too few checks to say how fast it is
 * - `no-watch`: nobody watched after the changes
 */
export type RecoveryDoubt = Doubt | 'unusual' | 'settled' | 'few-latencies' | 'no-watch';

/** What is known of one part of the system after the changes. */
export interface AreaRecovery {
  readonly area: Area;
  readonly state: RecoveryState;
  /** Ids of the probes that watch it. */
  readonly probes: readonly string[];
  /** What shows that it is not recovered, or what is unusual. */
  readonly decisive: (Measure & { readonly probe: string }) | null;
  /** Why it is `inconclusive`. */
  readonly doubts: readonly RecoveryDoubt[];
}

/**
 * The criteria of the watch after a rollback. A check of `security` that fails proves something here, although its failures
 * alone are by default no reason for a rollback.
 */
export const recoveryCriteria = (criteria: Criteria): Criteria => {
  const { security } = criteria['at-most'];
  return { ...criteria, 'at-most': { ...criteria['at-most'], security: security === 'watch' ? 'mitigate' : security } };
};

interface Found {
  readonly state: Exclude<RecoveryState, 'not-watched'>;
  readonly measure: Measure | null;
  readonly doubts: readonly RecoveryDoubt[];
}

/**
 * What the watch after a rollback says of each area. An area is recovered when every probe that watches it is healthy. The
 * response time of every check belongs to the area `performance`. Pure.
 */
export function recoveryOf(verdict: Verdict, record: VerdictRecord): AreaRecovery[] {
  const judged = record.plan.probes.flatMap(({ spec }) => {
    const one = verdict.probes.find(({ probe }) => probe === spec.id);
    return one === undefined ? [] : [{ spec, one }];
  });
  return AREAS.map((area) => {
    const found = judged.flatMap(({ spec, one }) => {
      const seen = seenBy(area, spec, one, record);
      return seen === null ? [] : [{ ...seen, probe: spec.id }];
    });
    const state = worst(found);
    const decisive = found.find((one) => one.state === state && one.measure !== null);
    return {
      area,
      state,
      probes: found.map(({ probe }) => probe),
      decisive: decisive?.measure == null ? null : { ...decisive.measure, probe: decisive.probe },
      doubts: state === 'inconclusive' ? [...new Set(found.flatMap(({ doubts }) => doubts))] : [],
    };
  });
}

/** The areas when nobody watched after the changes. @param specs without `kind` if the adapters could not be loaded */
export function unwatchedAreas(
  specs: readonly (Pick<ProbeSpec, 'id' | 'area'> & Partial<ProbeSpec>)[],
): AreaRecovery[] {
  return AREAS.map((area) => {
    const probes = specs.flatMap((one) => (watches(area, one) ? [one.id] : []));
    const none = { area, probes, decisive: null };
    return probes.length === 0
      ? { ...none, state: 'not-watched', doubts: [] }
      : { ...none, state: 'inconclusive', doubts: ['no-watch'] };
  });
}

/** Each check also measures a response time. */
const watches = (area: Area, { kind, area: own }: Pick<ProbeSpec, 'area'> & Partial<ProbeSpec>): boolean =>
  own === area || (area === 'performance' && kind === 'check');

function worst(found: readonly Found[]): RecoveryState {
  if (found.length === 0) return 'not-watched';
  const states = found.map(({ state }) => state);
  return states.includes('not-recovered')
    ? 'not-recovered'
    : states.includes('inconclusive')
      ? 'inconclusive'
      : 'recovered';
}

/** What a probe says of an area; null if it does not watch it. */
function seenBy(area: Area, spec: ProbeSpec, one: ProbeVerdict, record: VerdictRecord): Found | null {
  if (!watches(area, spec)) return null;
  if (one.level === 'inconclusive') return { state: 'inconclusive', measure: null, doubts: one.doubts };
  const own = [...(one.raised === null ? [] : [one.raised.measure]), ...one.measures].filter((measure) =>
    spec.area === 'performance' ? true : (measure.criterion === 'performance') === (area === 'performance'),
  );
  const top = own.reduce<Measure | null>((high, next) => (levelOf(next.level) > rank(high) ? next : high), null);
  if (top !== null) return alarmBy(top, spec, one.doubts, record);
  const doubtful = area === 'performance' && spec.kind === 'check' && !isTimed(own, spec, record);
  return doubtful
    ? { state: 'inconclusive', measure: null, doubts: ['few-latencies'] }
    : { state: 'recovered', measure: null, doubts: [] };
}

const rank = (measure: Measure | null): number => levelOf(measure?.level ?? 'healthy');

/** True if enough response times were compared. A check that fails has none. */
function isTimed(measures: readonly Measure[], spec: ProbeSpec, record: VerdictRecord): boolean {
  const { startedAt, criteria } = record.plan;
  const from = startedAt + criteria.latency['warm-up-seconds'] * 1000;
  const timed = samplesOf(spec, record).filter(
    (one) => one.kind === 'check' && one.at >= from && one.ok && one.latencyMs !== undefined,
  );
  return timed.length >= criteria.latency.tail.of && measures.some(({ criterion }) => criterion === 'performance');
}

function alarmBy(measure: Measure, spec: ProbeSpec, doubts: readonly Doubt[], record: VerdictRecord): Found {
  if (measure.level === 'watch') return { state: 'inconclusive', measure, doubts: [...doubts, 'unusual'] };
  // The verdict `roll-back` never goes down again. After a rollback it may be the time that the system needed to settle.
  const isSettled = measure.criterion !== 'performance' && endsGood(samplesOf(spec, record), record);
  return isSettled
    ? { state: 'inconclusive', measure, doubts: [...doubts, 'settled'] }
    : { state: 'not-recovered', measure, doubts: [] };
}

const samplesOf = ({ id }: ProbeSpec, { ticks }: VerdictRecord): Sample[] =>
  ticks.flatMap(({ probe, samples }) => (probe === id ? samples : []));

function endsGood(samples: readonly Sample[], { plan }: VerdictRecord): boolean {
  const wanted = plan.criteria['clean-samples'];
  const newest = samples.slice(-wanted);
  return newest.length === wanted && newest.every(isGood);
}

function isGood(one: Sample): boolean {
  switch (one.kind) {
    case 'check':
      return !failedFirst(one);
    case 'count':
      return one.bad === 0 && one.total > 0;
    case 'assertion':
      return one.holds;
    case 'alert':
      return !one.firing;
  }
}
