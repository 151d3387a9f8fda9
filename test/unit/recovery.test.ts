import { describe, expect, test } from '@jest/globals';
import type { ProbeBaseline } from '../../src/probes/baseline.js';
import { criteriaConfig } from '../../src/probes/criteria.js';
import { AREAS, type Area, type ProbeRun, type ProbeSpec, type Sample } from '../../src/probes/probe.js';
import { recoveryCriteria, recoveryOf, unwatchedAreas, type AreaRecovery } from '../../src/probes/recovery.js';
import { Watch } from '../../src/probes/verdict.js';

const EVERY = 5_000;
const TICKS = 60;

const baseline = ({ id, kind }: ProbeSpec): ProbeBaseline => ({
  probe: id,
  kind,
  samples: 60,
  failures: 0,
  latencies: kind === 'check' ? Array.from({ length: 60 }, (_, index) => 90 + index / 3) : [],
  correlation: 0,
  control: { asked: 0, failed: 0 },
  windows: kind === 'count' ? Array.from({ length: 7 }, () => ({ ms: 300_000, bad: 0, total: 600 })) : [],
});

const spec = (area: Area, kind: ProbeSpec['kind'] = 'check', critical = true): ProbeSpec => ({
  id: `${area}-${kind}`,
  kind,
  area,
  critical,
});

/** What a probe gives at a tick; null: nothing. */
type Behaviour = (tick: number) => Partial<Sample> | null;

interface Subject {
  readonly spec: ProbeSpec;
  readonly behaves?: Behaviour;
  readonly without?: true;
}

const healthy = (index: number) => ({ ok: true, latencyMs: 90 + (index % 20) });
const GOOD: Readonly<Record<ProbeSpec['kind'], Behaviour>> = {
  check: healthy,
  count: () => ({ bad: 0, total: 10 }),
  assertion: () => ({ holds: true }),
  alert: () => ({ firing: false }),
};

function watched(subjects: readonly Subject[], ticks = TICKS, deployment: string | null = null): AreaRecovery[] {
  const watch = new Watch({
    startedAt: 0,
    durationMs: TICKS * EVERY,
    deployment,
    criteria: recoveryCriteria(criteriaConfig.parse(undefined)),
    probes: subjects.map((one) => ({
      spec: one.spec,
      intervalMs: EVERY,
      baseline: one.without === true ? null : baseline(one.spec),
    })),
  });
  for (let tick = 0; tick < ticks; tick += 1) {
    for (const { spec: probe, behaves = GOOD[probe.kind] } of subjects) {
      const at = tick * EVERY;
      const found = behaves(tick);
      const span = probe.kind === 'count' ? { from: at, at: at + EVERY } : { at };
      const name = probe.kind === 'alert' ? { name: 'alarm' } : {};
      const samples = found === null ? [] : [{ kind: probe.kind, ...name, ...span, ...found } as Sample];
      const timings: ProbeRun['timings'] = { dueAt: at, startedAt: at, endedAt: at };
      watch.take(probe.id, { samples, errors: [], timings });
    }
  }
  const at = Math.max(1, ticks) * EVERY;
  return recoveryOf(watch.verdict(at), watch.record(at));
}

const of = (areas: readonly AreaRecovery[], area: Area): AreaRecovery | undefined =>
  areas.find((one) => one.area === area);
const statesOf = (areas: readonly AreaRecovery[]): Record<string, string> =>
  Object.fromEntries(areas.map(({ area, state }) => [area, state]));

const down: Behaviour = () => ({ ok: false, retried: true, latencyMs: 1 });
const slow: Behaviour = () => ({ ok: true, latencyMs: 400 });

describe('each area is judged by its own probes', () => {
  test.each(AREAS)('%s: a check that fails proves that it is not recovered, and nothing of the others', (area) => {
    const others = AREAS.filter((one) => one !== area && one !== 'performance');
    const areas = watched([{ spec: spec(area), behaves: down }, ...others.map((one) => ({ spec: spec(one) }))]);
    expect(of(areas, area)).toMatchObject({
      state: 'not-recovered',
      decisive: { probe: `${area}-check`, rule: expect.stringMatching(/failures|in-a-row/) },
    });
    for (const one of others) expect(of(areas, one)).toMatchObject({ state: 'recovered', probes: [`${one}-check`] });
  });

  test.each(AREAS)('%s: without a probe it is not watched, whatever the others say', (area) => {
    // Every check measures a response time, so `performance` has no probe only where there is no check.
    const kind = area === 'performance' ? 'assertion' : 'check';
    const areas = watched(AREAS.filter((one) => one !== area).map((one) => ({ spec: spec(one, kind) })));
    expect(of(areas, area)).toMatchObject({ state: 'not-watched', probes: [], decisive: null });
    expect(new Set(areas.flatMap((one) => (one.area === area ? [] : [one.state])))).toEqual(new Set(['recovered']));
  });
});

const CASES: [string, readonly Subject[], Area, Partial<AreaRecovery>][] = [
  [
    'a slow check is a matter of performance, not of its area',
    [{ spec: spec('content'), behaves: slow }],
    'performance',
    { state: 'not-recovered', probes: ['content-check'] },
  ],
  ['… and its area has recovered', [{ spec: spec('content'), behaves: slow }], 'content', { state: 'recovered' }],
  [
    'a check that fails has no response times to compare',
    [{ spec: spec('content'), behaves: down }],
    'performance',
    { state: 'inconclusive', doubts: ['few-latencies'] },
  ],
  [
    'no baseline: nothing is claimed, also of what is down',
    [{ spec: spec('payments'), behaves: down, without: true }],
    'payments',
    { state: 'inconclusive', doubts: expect.arrayContaining(['no-baseline']) as never },
  ],
  [
    'no baseline: nothing is claimed of what answers',
    [{ spec: spec('payments'), without: true }],
    'payments',
    { state: 'inconclusive', doubts: ['no-baseline'] },
  ],
  [
    'no sample at all',
    [{ spec: spec('content'), behaves: () => null }],
    'content',
    { state: 'inconclusive', doubts: expect.arrayContaining(['no-data']) as never },
  ],
  [
    'a false assertion',
    [{ spec: spec('data', 'assertion'), behaves: () => ({ holds: false }) }],
    'data',
    { state: 'not-recovered' },
  ],
  [
    'payments fail',
    [{ spec: spec('payments', 'count'), behaves: () => ({ bad: 8, total: 10 }) }],
    'payments',
    { state: 'not-recovered' },
  ],
  [
    'payments stop',
    [{ spec: spec('payments', 'count'), behaves: () => ({ bad: 0, total: 0 }) }],
    'payments',
    { state: 'not-recovered', decisive: expect.objectContaining({ rule: 'silence' }) as never },
  ],
  [
    'an alert is unusual, and proves nothing',
    [{ spec: spec('security', 'alert'), behaves: () => ({ firing: true }) }],
    'security',
    { state: 'inconclusive', doubts: ['unusual'] },
  ],
  [
    'a probe that is not critical also proves it',
    [{ spec: spec('content', 'check', false), behaves: down }],
    'content',
    { state: 'not-recovered' },
  ],
  [
    'one bad probe of two',
    [{ spec: spec('content') }, { spec: { ...spec('content'), id: 'second' }, behaves: down }],
    'content',
    { state: 'not-recovered', probes: ['content-check', 'second'] },
  ],
  [
    'a few failures at first, then good to the end',
    [
      {
        spec: spec('content'),
        behaves: (tick) => (tick < 4 ? { ok: false, retried: true, latencyMs: 1 } : healthy(tick)),
      },
    ],
    'content',
    { state: 'recovered' },
  ],
  [
    'failures at first, then good to the end: not called recovered, and not called broken',
    [
      {
        spec: spec('content'),
        behaves: (tick) => (tick < 15 ? { ok: false, retried: true, latencyMs: 1 } : healthy(tick)),
      },
    ],
    'content',
    { state: 'inconclusive', doubts: ['settled'] },
  ],
  [
    'failures to the end',
    [
      {
        spec: spec('content'),
        behaves: (tick) => (tick > 50 ? { ok: false, retried: true, latencyMs: 1 } : healthy(tick)),
      },
    ],
    'content',
    { state: 'not-recovered' },
  ],
];

test.each(CASES)('%s', (_, subjects, area, expected) => {
  expect(of(watched(subjects), area)).toMatchObject(expected);
});

test('samples of another deployment prove nothing', () => {
  const elsewhere: Behaviour = (tick) => ({ ...healthy(tick), deployment: 'bad' });
  const areas = watched([{ spec: spec('content'), behaves: elsewhere }], TICKS, 'good');
  expect(of(areas, 'content')).toMatchObject({ state: 'inconclusive', doubts: expect.arrayContaining(['elsewhere']) });
});

test.each([0, 1, 59])('a watch of %i of 60 samples does not call anything recovered', (ticks) => {
  expect(statesOf(watched([{ spec: spec('content') }], ticks))).toMatchObject({
    content: 'inconclusive',
    performance: 'inconclusive',
    payments: 'not-watched',
  });
});

test('without a watch, what has a probe is inconclusive, and the rest is not watched', () => {
  expect(statesOf(unwatchedAreas([spec('content'), spec('data', 'assertion')]))).toEqual({
    authentication: 'not-watched',
    payments: 'not-watched',
    content: 'inconclusive',
    performance: 'inconclusive',
    data: 'inconclusive',
    security: 'not-watched',
  });
});
