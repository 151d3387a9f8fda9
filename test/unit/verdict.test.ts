import { describe, expect, test } from '@jest/globals';
import { baselineOf, limitsOf, type ProbeBaseline } from '../../src/probes/baseline.js';
import { criteriaConfig, type Criteria } from '../../src/probes/criteria.js';
import type { CheckSample, ProbeError, ProbeRun, ProbeSpec, Sample } from '../../src/probes/probe.js';
import { recompute, verdictRecord, Watch, type Verdict, type WatchPlan } from '../../src/probes/verdict.js';
import { verdictText } from '../../src/report/verdict.js';
import {
  brokenByHealthy,
  brokenByIncidents,
  healthyFigures,
  incidentFigures,
  watchAll,
} from '../support/verdict/bounds.js';
import { DOWN, HEALTHY, INCIDENTS, START } from '../support/verdict/kinds.js';
import { recordedFigures } from '../support/verdict/recorded.js';
import { samplesOf, simulate } from '../support/verdict/simulate.js';

const STEP = 5000;
const web: ProbeSpec = { id: 'web', kind: 'check', area: 'content', critical: true };
const check = (tick: number, more: Partial<CheckSample> = {}): CheckSample => ({
  kind: 'check',
  at: START + tick * STEP,
  ok: true,
  latencyMs: 100 + (((tick + 600) * 37) % 20),
  ...more,
});
const failed = { ok: false, retried: true };
const range = (ticks: number): number[] => Array.from({ length: ticks }, (_, tick) => tick);
const baseline = (spec: ProbeSpec, samples: readonly Sample[]): ProbeBaseline =>
  baselineOf({ probe: spec, samples: [...samples], errors: [] }, STEP);
const good = baseline(
  web,
  range(60).map((tick) => check(tick - 60)),
);

interface Setting {
  readonly spec?: ProbeSpec;
  readonly known?: ProbeBaseline | null;
  readonly deployment?: string | null;
  readonly criteria?: unknown;
  readonly intervalMs?: number;
  readonly minutes?: number;
}
function planOf({
  spec = web,
  known = good,
  deployment = null,
  criteria = {},
  intervalMs = STEP,
  minutes = 30,
}: Setting): WatchPlan {
  return {
    startedAt: START,
    durationMs: minutes * 60_000,
    deployment,
    criteria: criteriaConfig.parse(criteria),
    probes: [{ spec, intervalMs, baseline: known }],
  };
}
const run = (samples: Sample[], errors: ProbeError[] = [], lateMs = 0): ProbeRun => ({
  samples,
  errors,
  timings: { dueAt: START, startedAt: START + lateMs, endedAt: START + lateMs },
});
/** The verdicts after each tick, and the one when the time is over. */
function watched(setting: Setting, ticks: readonly ProbeRun[]): { levels: string[]; end: Verdict; watch: Watch } {
  const watch = new Watch(planOf(setting));
  const levels = ticks.map((tick) => {
    watch.take((setting.spec ?? web).id, tick);
    const last = tick.samples.at(-1)?.at ?? tick.errors.at(-1)?.at ?? START;
    return watch.verdict(last).level;
  });
  return { levels, end: watch.verdict(START + (setting.minutes ?? 30) * 60_000), watch };
}
const of = (ticks: number, more: (tick: number) => Partial<CheckSample>): ProbeRun[] =>
  range(ticks).map((tick) => run([check(tick, more(tick))]));

describe('accuracy, a short version of "npm run bench -- verdict"', () => {
  test('there are enough kinds', () => {
    expect(HEALTHY.length).toBeGreaterThanOrEqual(12);
    expect(INCIDENTS.length).toBeGreaterThanOrEqual(12);
  });
  // Few runs, so the seeds matter: a false alarm of one run would be 33 %.
  test('healthy kinds', () => expect(brokenByHealthy(healthyFigures(3, 2))).toEqual([]));
  test('incidents', () => {
    const kinds = INCIDENTS.filter(({ name }) => !/^(5|10|1\.5×|20 %)/.test(name) || name.startsWith('50 %'));
    expect(kinds.length).toBeGreaterThanOrEqual(12);
    expect(brokenByIncidents(watchAll(kinds, 5, 2))).toEqual([]);
  });
  test('a verdict that is too eager, and one that sleeps, are found by the bounds', () => {
    const [kind] = DOWN;
    if (kind === undefined) throw new Error('no kinds');
    const runs = [{ mitigate: 5000, rollBack: null, end: 'mitigate' as const }];
    expect(brokenByIncidents([{ kind, runs }])).toHaveLength(3);
    expect(brokenByHealthy([{ kind: { ...kind, correlated: false }, runs }])).toHaveLength(1);
    expect(incidentFigures(0, 1)).toHaveLength(INCIDENTS.length);
  });
  test('24 samples of a baseline: down is found, and is no roll-back', () => {
    const [kind] = DOWN;
    if (kind === undefined) throw new Error('no kinds');
    expect(simulate(kind, 3, { baselineSamples: 24 })).toMatchObject({ mitigate: 15_000, rollBack: null });
  });
  test('recorded series: few false alarms, and far fewer than repeated Mann–Whitney', () => {
    const { healthy, labelled } = recordedFigures();
    expect([healthy.windows > 100, labelled.windows > 10]).toEqual([true, true]);
    expect(healthy.verdict / healthy.windows).toBeLessThan(0.02);
    expect(healthy.verdict * 5).toBeLessThan(healthy.whitney);
  });
});

describe('what the verdict rests on', () => {
  test('healthy is said at the end only', () => {
    const { levels, end } = watched(
      {},
      of(360, () => ({})),
    );
    expect(new Set(levels)).toEqual(new Set(['inconclusive']));
    expect(end).toMatchObject({ level: 'healthy', doubts: [], suspect: null });
    expect(end.criteria.map(({ criterion, level }) => `${criterion}: ${level}`)).toEqual([
      'critical-functionality: healthy',
      'data-integrity: not-watched',
      'security: not-watched',
      'performance: healthy',
      'payments: not-watched',
    ]);
  });
  test('down: rule, counts, normal rate, evidence and threshold', () => {
    const { levels, end } = watched(
      {},
      of(360, (tick) => (tick >= 240 ? failed : {})),
    );
    expect(levels.indexOf('roll-back')).toBeLessThanOrEqual(246);
    expect(new Set(levels.slice(246))).toEqual(new Set(['roll-back']));
    const decisive = end.criteria[0]?.decisive;
    expect(decisive).toMatchObject({
      probe: 'web',
      rule: 'failures',
      level: 'roll-back',
      p0: expect.closeTo(0.0487, 3),
    });
    expect(decisive?.evidence).toBeGreaterThanOrEqual(decisive?.thresholds['roll-back'] ?? Infinity);
    expect(decisive?.since).toBe(240);
  });
  test('a probe that is not critical only asks to mitigate', () => {
    const spec = { ...web, critical: false };
    const { end } = watched(
      { spec },
      of(360, () => failed),
    );
    expect(end.level).toBe('mitigate');
  });
  test('slowness rolls back only if configured', () => {
    const slow = of(360, () => ({ latencyMs: 900 }));
    expect(watched({}, slow).end.level).toBe('mitigate');
    expect(watched({ criteria: { 'at-most': { performance: 'roll-back' } } }, slow).end.level).toBe('roll-back');
  });
  test('a verdict goes down after 24 good samples, except roll-back', () => {
    const row = of(100, (tick) => (tick === 10 || tick === 11 ? failed : {}));
    const { levels } = watched({}, row);
    expect([levels[11], levels[34], levels[35]]).toEqual(['watch', 'watch', 'inconclusive']);
    const out = watched(
      {},
      of(360, (tick) => (tick >= 10 && tick < 30 ? failed : {})),
    );
    expect(out.end.level).toBe('roll-back');
  });
  test('a failure that was not repeated never rolls back', () => {
    expect(
      watched(
        {},
        of(60, () => ({ ok: false })),
      ).levels.at(-1),
    ).toBe('mitigate');
  });
  test('an attempt that fails and a second one that does not: one of four nodes is down', () => {
    const { levels } = watched(
      {},
      of(200, (tick) => (tick % 4 === 0 ? { retried: true } : {})),
    );
    expect(levels).toContain('mitigate');
    expect(levels).not.toContain('roll-back');
  });
  test('probes beyond the tenth share the risk', () => {
    const one = planOf({}).probes[0];
    if (one === undefined) throw new Error('no probe');
    const probes = range(40).map((index) => ({ ...one, spec: { ...web, id: `web-${index}` } }));
    const threshold = (plan: WatchPlan): number => {
      const watch = new Watch(plan);
      watch.take(plan.probes[0]?.spec.id ?? '', run([check(0)]));
      return watch.verdict(START).probes[0]?.measures[0]?.thresholds['roll-back'] ?? 0;
    };
    expect(threshold({ ...planOf({}), probes }) - threshold(planOf({}))).toBeCloseTo(Math.log(4), 9);
  });
});

describe('second opinions', () => {
  test('the previous deployment fails too: mitigate, and the deploy is not the suspect', () => {
    const { end } = watched(
      {},
      of(360, () => ({ ...failed, control: { ok: false } })),
    );
    expect(end).toMatchObject({ level: 'mitigate', suspect: 'shared' });
    const own = watched(
      {},
      of(360, () => ({ ...failed, control: { ok: true } })),
    );
    expect(own.end).toMatchObject({ level: 'roll-back', suspect: 'deploy' });
  });
  test('the control never accuses', () => {
    const { end } = watched(
      {},
      of(360, () => ({ control: { ok: false, latencyMs: 9000 } })),
    );
    expect(end.level).toBe('healthy');
  });
  test('the old deployment still answers for 60 s: its failures count for nothing', () => {
    const ticks = of(360, (tick) => (tick < 12 ? { ...failed, deployment: 'dpl_old' } : { deployment: 'dpl_new' }));
    const { levels, end } = watched({ deployment: 'dpl_new' }, ticks);
    expect(new Set(levels)).toEqual(new Set(['inconclusive']));
    expect(end).toMatchObject({ level: 'healthy', probes: [{ counted: 348 }] });
    expect(watched({ deployment: 'dpl_new' }, ticks.slice(0, 12)).end.doubts).toContain('elsewhere');
  });
});

describe('nothing is said that is not known', () => {
  const never = (end: Verdict, ...doubts: string[]): void => {
    expect(end.level).toBe('inconclusive');
    expect(end.doubts).toEqual(expect.arrayContaining(doubts));
  };
  test('no data', () => never(watched({}, []).end, 'no-data', 'few-samples'));
  test('fewer than 60 samples', () =>
    never(
      watched(
        {},
        of(59, () => ({})),
      ).end,
      'few-samples',
    ));
  test('the data stop', () =>
    never(
      watched(
        {},
        of(300, () => ({})),
      ).end,
      'no-data',
    ));
  test('a check that takes 8 of its intervals is slow, and its data have not stopped', () => {
    const ticks = range(45).map((tick) => run([{ ...check(tick * 8), latencyMs: 8 * STEP }]));
    const { levels, end } = watched({}, ticks);
    expect([levels.at(-1), end.level]).toEqual(['mitigate', 'mitigate']);
  });
  test.each(['provider', 'not-watched', 'refused'] as const)('errors instead of samples: %s', (reason) => {
    const errors = range(360).map((tick) => run([], [{ at: START + tick * STEP, reason, message: '403' }]));
    never(watched({}, errors).end, reason);
  });
  describe('one of the alarms of a probe gives no answer', () => {
    const spec: ProbeSpec = { id: 'alarms', kind: 'alert', area: 'content', critical: true };
    const quiet = (tick: number, name: string, firing = false): Sample => ({
      ...{ kind: 'alert', at: START + tick * STEP, name, firing },
    });
    const known = baseline(spec, [quiet(-2, 'a'), quiet(-1, 'a')]);
    const ticks = (count: number, lacks: (tick: number) => boolean, firing = false): ProbeRun[] =>
      range(count).map((tick) =>
        run(
          ['a', 'b'].map((name) => quiet(tick, name, firing && name === 'a')),
          lacks(tick) ? [{ at: START + tick * STEP, reason: 'not-watched', message: '404' }] : [],
        ),
      );
    test('never healthy, however many others there are', () =>
      never(
        watched(
          { spec, known },
          ticks(360, () => true),
        ).end,
        'partly-answered',
      ));
    test('it came back: healthy', () => {
      const { end } = watched(
        { spec, known },
        ticks(360, (tick) => tick < 300),
      );
      expect(end).toMatchObject({ level: 'healthy', doubts: [] });
    });
    test('another one fires: watch', () => {
      const { end } = watched(
        { spec, known },
        ticks(360, () => true, true),
      );
      expect(end).toMatchObject({ level: 'watch', doubts: ['partly-answered'] });
    });
  });
  test('a neutral target fails too', () => {
    const { levels, end } = watched(
      {},
      of(360, () => ({ ...failed, neutral: { ok: false } })),
    );
    expect(new Set(levels)).toEqual(new Set(['inconclusive']));
    never(end, 'blind');
  });
  test('our own network fails now and then: what gets past the neutral target is not believed', () => {
    const ticks = of(360, (tick) => ({ ...failed, neutral: { ok: tick % 2 === 0 } }));
    expect(watched({}, ticks.slice(1)).levels).not.toContain('roll-back');
  });
  test('ticks come late', () => {
    const ticks = range(360).map((tick) => run([check(tick, failed)], [], 4000));
    never(watched({}, ticks).end, 'late');
  });
  describe('nobody can read which deployment is served', () => {
    const unread = { deployment: null };
    const ticks = (count: number, more: (tick: number) => Partial<CheckSample>) =>
      watched({ deployment: 'dpl_new' }, of(count, more));
    test('production is down: mitigate, never roll-back', () => {
      const { levels, end } = ticks(360, () => ({ ...failed, ...unread }));
      expect([levels.indexOf('mitigate') < 5, new Set(levels)]).toEqual([
        true,
        new Set(['inconclusive', 'watch', 'mitigate']),
      ]);
      expect(end).toMatchObject({ level: 'mitigate', doubts: ['unknown-deployment', 'few-samples'] });
      expect(end.criteria[0]?.decisive).toMatchObject({ rule: 'unknown-deployment', level: 'mitigate' });
    });
    test('and which one is watched: never roll-back', () => {
      const { levels } = watched(
        {},
        of(40, () => ({ ...failed, ...unread })),
      );
      expect([levels.includes('mitigate'), levels.includes('roll-back')]).toEqual([true, false]);
    });
    test('all is good: never healthy', () => never(ticks(360, () => unread).end, 'unknown-deployment'));
    test('the last reading holds for a minute, and no longer', () => {
      // Read at tick 9; down from tick 10, or from tick 22, which is later than a minute.
      const read = (tick: number, down: number) => ({
        ...(tick < down ? {} : failed),
        deployment: tick < 10 ? 'dpl_new' : null,
      });
      expect(ticks(40, (tick) => read(tick, 10)).levels).toContain('roll-back');
      expect(ticks(60, (tick) => read(tick, 22)).levels.at(-1)).toBe('mitigate');
    });
    test('a reading of the old deployment holds too', () =>
      never(ticks(12, (tick) => ({ ...failed, deployment: tick === 0 ? 'dpl_old' : null })).end, 'elsewhere'));
    test('what failed before anybody could read it never leads to roll-back', () => {
      const { levels } = ticks(90, (tick) => ({
        ...(tick < 20 ? failed : {}),
        deployment: tick < 20 ? null : 'dpl_new',
      }));
      expect(levels).not.toContain('roll-back');
      expect(['watch', 'inconclusive']).toContain(levels.at(-1));
    });
  });
  test('no baseline, a baseline that fails, a short one', () => {
    const out = of(360, () => failed);
    expect(watched({ known: null }, out).end).toMatchObject({ level: 'watch', doubts: ['no-baseline'] });
    const failing = baseline(
      web,
      range(60).map((tick) => check(tick - 60, tick < 4 ? failed : {})),
    );
    expect(watched({ known: failing }, out).end).toMatchObject({ level: 'watch', doubts: ['fails-on-baseline'] });
    never(
      watched(
        { known: failing },
        of(360, () => ({})),
      ).end,
      'fails-on-baseline',
    );
    const short = baseline(
      web,
      range(59).map((tick) => check(tick - 60)),
    );
    never(
      watched(
        { known: short },
        of(360, () => ({})),
      ).end,
      'short-baseline',
    );
    expect(watched({ known: short }, out).end.level).toBe('mitigate');
  });
  test('no critical probe', () => {
    expect(
      watched(
        { spec: { ...web, critical: false } },
        of(360, () => ({})),
      ).end.level,
    ).toBe('inconclusive');
  });
});

describe('counts, assertions, alerts', () => {
  const criteria: Criteria = criteriaConfig.parse({});
  const minutes = (ticks: number, make: (at: number, tick: number) => Sample): ProbeRun[] =>
    range(ticks).map((tick) => run([make(START + (tick + 1) * 60_000, tick)]));
  const data: ProbeSpec = { id: 'orders', kind: 'assertion', area: 'data', critical: true };
  const known = baseline(data, [{ kind: 'assertion', at: START - 1, holds: true }]);
  const setting = { spec: data, known, intervalMs: 60_000 };

  test('an assertion that is false twice rolls back', () => {
    const { levels } = watched(
      setting,
      minutes(4, (at, tick) => ({ kind: 'assertion', at, holds: tick === 2 })),
    );
    expect(levels).toEqual(['watch', 'roll-back', 'roll-back', 'roll-back']);
    const once = watched(
      setting,
      minutes(3, (at, tick) => ({ kind: 'assertion', at, holds: tick === 1 })),
    );
    expect(once.levels).toEqual(['watch', 'watch', 'watch']);
  });
  test('an assertion that was false before the deploy is refused', () => {
    const before = baseline(data, [{ kind: 'assertion', at: START - 1, holds: false }]);
    expect(limitsOf(data, before, criteria).refused).toBe('fails-on-baseline');
    const ticks = minutes(30, (at) => ({ kind: 'assertion', at, holds: false }));
    expect(watched({ ...setting, known: before }, ticks).end.level).toBe('watch');
  });
  test('an alert of security is for people', () => {
    const spec: ProbeSpec = { id: 'scanning', kind: 'alert', area: 'security', critical: true };
    const quiet = baseline(spec, [{ kind: 'alert', at: START - 1, name: 'a', firing: false }]);
    const ticks = minutes(30, (at) => ({ kind: 'alert', at, name: 'a', firing: true }));
    const { end } = watched({ spec, known: quiet, intervalMs: 60_000 }, ticks);
    expect(end).toMatchObject({ level: 'watch' });
    expect(end.criteria[2]).toMatchObject({ criterion: 'security', level: 'watch', decisive: { rule: 'alert' } });
  });
  test('silence says how many events were sure to come', () => {
    const kind = INCIDENTS.find(({ name }) => name.startsWith('payments: silent'));
    if (kind === undefined) throw new Error('no kind');
    const spec: ProbeSpec = { id: 'payments', kind: 'count', area: 'payments', critical: true };
    const { before, after } = samplesOf(kind, 1);
    const { end } = watched(
      { spec, known: baselineOf({ probe: spec, samples: before, errors: [] }, 60_000), intervalMs: 60_000 },
      after.map((one) => run([one])),
    );
    expect(end.criteria[4]).toMatchObject({ criterion: 'payments', level: 'mitigate', decisive: { rule: 'silence' } });
  });
});

describe('a watch of 5 minutes over counts that a service shows 15 s late, each minute', () => {
  const spec: ProbeSpec = { id: 'payments', kind: 'count', area: 'payments', critical: true };
  const count = (from: number, ms: number, total: number, bad = 0): Sample => ({
    kind: 'count',
    from: START + from,
    at: START + from + ms,
    bad,
    total,
  });
  const HALF_HOUR = 1_800_000;
  const days = range(7).map((day) => count(-86_400_000 * (7 - day) - HALF_HOUR, HALF_HOUR, 360));
  const setting = {
    spec,
    known: baselineOf({ probe: spec, samples: days, errors: [] }, 60_000),
    intervalMs: 60_000,
    minutes: 5,
  };
  const ticks = (total: (tick: number) => number, minutes = 5, left: readonly number[] = []): ProbeRun[] =>
    range(minutes)
      .filter((tick) => !left.includes(tick))
      .map((tick) => run([count(60_000 * tick - 75_000, 60_000, total(tick))]));

  test('payments that go on are healthy: the intervals from before the watch and the last seconds are no gap', () => {
    const { levels, end } = watched(
      setting,
      ticks(() => 12),
    );
    expect(end).toMatchObject({ level: 'healthy', doubts: [], probes: [{ counted: 3 }] });
    expect(new Set(levels)).toEqual(new Set(['inconclusive']));
  });
  test('payments that stop with the deploy are silence; before it, they are no excuse', () => {
    const { end } = watched(
      setting,
      ticks((tick) => (tick < 2 ? 12 : 0)),
    );
    expect(end).toMatchObject({ level: 'mitigate', criteria: { 4: { decisive: { rule: 'silence', bad: 2 } } } });
  });
  test.each([
    ['not one event, and too few were expected to call it silence', ticks(() => 0), 40, 5],
    ['an interval is missing', ticks(() => 12, 8, [4]), 360, 8],
    ['the first intervals are missing', ticks(() => 12, 8, [2, 3]), 360, 8],
    ['the last intervals are missing', ticks(() => 12, 8, [6, 7]), 360, 8],
  ])('%s: inconclusive', (_name, given, total, minutes) => {
    const known = baselineOf(
      { probe: spec, samples: days.map((one) => ({ ...one, total }) as Sample), errors: [] },
      60_000,
    );
    expect(watched({ ...setting, known, minutes }, given).end).toMatchObject({
      level: 'inconclusive',
      doubts: ['few-samples'],
    });
  });
  test('each second: the delay alone does not mean that nothing comes', () => {
    const seconds = range(300).map((tick) => run([count(1000 * tick - 16_000, 1000, 1)]));
    expect(watched({ ...setting, intervalMs: 1000 }, seconds).end).toMatchObject({ level: 'healthy', doubts: [] });
  });
});

describe('a criterion is called healthy only if somebody saw it', () => {
  const level = (end: Verdict, criterion: string): string | undefined =>
    end.criteria.find((one) => one.criterion === criterion)?.level;
  test('no response time after the warm-up: nobody can say how fast it is', () => {
    const ticks = of(360, () => ({}));
    const { end } = watched({ criteria: { latency: { 'warm-up-seconds': 3600 } } }, ticks);
    expect([end.level, level(end, 'performance')]).toEqual(['healthy', 'inconclusive']);
    expect(level(watched({}, ticks).end, 'performance')).toBe('healthy');
  });
  test('its only probe stopped giving samples, and is not critical', () => {
    const spec: ProbeSpec = { id: 'alarms', kind: 'alert', area: 'payments', critical: false };
    const at = (tick: number): number => START + tick * STEP;
    const quiet = (tick: number): Sample => ({ kind: 'alert', at: at(tick), name: 'a', firing: false });
    const known = baseline(spec, [quiet(-2), quiet(-1)]);
    const ticks = range(360).map((tick) =>
      tick < 100 ? run([quiet(tick)]) : run([], [{ at: at(tick), reason: 'provider', message: '429' }]),
    );
    expect(level(watched({ spec, known }, ticks).end, 'payments')).toBe('inconclusive');
    expect(
      level(
        watched(
          { spec, known },
          range(360).map((tick) => run([quiet(tick)])),
        ).end,
        'payments',
      ),
    ).toBe('healthy');
  });
  test('latencies as before: none of them is called bad by the comparison at the end', () => {
    const measures = watched(
      {},
      of(360, () => ({})),
    ).end.criteria.flatMap(({ decisive }) => decisive ?? []);
    expect(measures.filter(({ level: own, bad }) => own === 'healthy' && bad > 0)).toEqual([]);
    expect(measures.map(({ rule }) => rule)).toContain('slower-at-end');
  });
});

test('the time of a watch has no 60 seconds', () => {
  const verdict = new Watch(planOf({})).verdict(START);
  const text = verdictText({ verdict, series: [], deployment: 'dpl_new', elapsedMs: 59_600, next: [] });
  expect(text).toContain('Verdict on dpl_new after 1 min 0 s: ');
});

describe('a record', () => {
  test.each(
    INCIDENTS.filter(({ spec }) => spec === 'check')
      .filter((_, index) => index % 3 === 0)
      .map((kind) => [kind.name, kind] as const),
  )('gives the same verdict once more, through JSON, every 10 minutes: %s', (_name, kind) => {
    const { before, after } = samplesOf(kind, 11);
    const watch = new Watch({ ...planOf({ known: baseline(web, before) }), deployment: 'dpl_new' });
    after.forEach((one, tick) => {
      watch.take('web', run([{ ...one, ...(one.kind === 'check' ? { error: 'SECRET' } : {}) }]));
      if (tick % 120 !== 119) return;
      const text = JSON.stringify(watch.record(one.at));
      expect(text).not.toContain('SECRET');
      const again = recompute(verdictRecord.parse(JSON.parse(text)));
      expect(JSON.stringify(again)).toBe(JSON.stringify(watch.verdict(one.at)));
    });
  });
});
