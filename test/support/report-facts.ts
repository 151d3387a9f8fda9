import type { ChangeOutcome } from '../../src/engine/apply.js';
import type { Plan, PlannedChange } from '../../src/engine/plan.js';
import { chain, type Entry, type Unchained } from '../../src/incident/entry.js';
import type { ProbeBaseline } from '../../src/probes/baseline.js';
import type { Area, ProbeSeries, ProbeSpec, Sample } from '../../src/probes/probe.js';
import type { WatchedAreas, WatchedProbe } from '../../src/report/areas.js';
import { htmlReport, type PageFacts } from '../../src/report/html/page.js';
import type { RollbackFacts } from '../../src/report/outcome.js';
import { rollbackReport } from '../../src/report/rollback-report.js';
import { Timeline } from '../../src/report/timeline.js';
import { RewindError } from '../../src/runtime/errors.js';

/** Facts of a made-up rollback, for the HTML report. */
const START = Date.parse('2026-11-26T03:12:40Z');
const SNAPSHOT = '20261126T024500Z-4f9c1e';
const DIGEST = '7c1e9a4b'.repeat(8);

type Shape = Pick<PlannedChange, 'resource' | 'provider' | 'id' | 'stage' | 'target' | 'before' | 'after'> &
  Partial<PlannedChange>;
const change = (shape: Shape): PlannedChange => ({
  action: 'update',
  effect: 'live',
  undo: 'rewind undo',
  warnings: [],
  params: {},
  ...shape,
});

const CHANGES: readonly PlannedChange[] = [
  change({
    ...{ resource: 'web', provider: 'vercel-deployment', id: 'production', stage: 'deployment' },
    ...{ target: 'production of "shop"', before: 'dpl_9Kq2 (commit b7e41c2)', after: 'dpl_8Hx1 (commit a03f9d8)' },
  }),
  change({
    ...{ resource: 'db', provider: 'postgres', id: 'database:shop', stage: 'database' },
    ...{ target: 'database "shop"', before: 'column fans.loyalty_points is absent', after: 'the snapshot' },
    ...{ database: 'restore', dataAtRisk: [{ what: 'public.orders', rows: 14, note: 'written since the snapshot' }] },
  }),
  change({
    ...{ resource: 'flags', provider: 'vercel-edge-config', id: 'item:new-checkout', stage: 'configuration' },
    ...{ target: 'Edge Config item "new-checkout"', before: 'true', after: 'false' },
  }),
  change({
    ...{ resource: 'hooks', provider: 'stripe-webhooks', id: 'endpoint:we_1P', stage: 'services' },
    ...{ target: 'webhook endpoint "payments"', before: 'https://shop.example/v3/payments\nevents: 1' },
    after: 'https://shop.example/payments\nevents: 2',
  }),
];

const error = new RewindError('api-rejected', 'Stripe refused the change of the webhook endpoint: 403.', {
  resource: 'hooks',
  remedy: 'Give the restricted key write access to webhook endpoints.',
});

function planOf(changes: readonly PlannedChange[]): Plan {
  return {
    ...{ kind: 'rewind-plan', schemaVersion: 1, createdAt: '2026-11-26T03:05:12.000Z', program: 'p' },
    ...{ environment: 'production', snapshot: SNAPSHOT, snapshotDigest: 'd', database: 'restore', scope: null },
    ...{ undoes: null, release: null, includeLater: [], manual: [], notSelected: [], later: [] },
    ...{ changes: [...changes], digest: DIGEST },
  };
}

/** A number from 0 to 1 that is the same in each run. */
const noise = (index: number): number => Math.abs(Math.sin(index * 12.9898) * 43758.5453) % 1;

/** @param broken whether the samples during the changes fail, and those after them. @param count samples in all */
function probeOf(
  spec: ProbeSpec,
  usual: number,
  broken: { during: boolean; after: boolean },
  count = 150,
): WatchedProbe {
  const during = Math.round(count * 0.2);
  const sample = (index: number): Sample => {
    const at = START + index * 2000;
    const bad = index < during ? broken.during : broken.after;
    const latencyMs = usual * (0.8 + noise(index) * 0.5) * (bad ? 2.2 : 1);
    if (spec.kind === 'count') {
      const total = 8 + Math.round(noise(index) * 8);
      return { kind: 'count', from: at - 2000, at, bad: bad ? Math.ceil(total * 0.7) : 0, total };
    }
    if (spec.kind === 'assertion') return { kind: 'assertion', at, holds: !bad };
    if (spec.kind === 'alert') return { kind: 'alert', at, name: spec.id, firing: bad };
    const failed = bad && noise(index) > 0.3;
    return failed
      ? { kind: 'check', at, ok: false, latencyMs, error: 'status 502, expected 200' }
      : { kind: 'check', at, ok: true, latencyMs };
  };
  const all = Array.from({ length: count }, (_, index) => sample(index));
  const series = (samples: Sample[]): ProbeSeries => ({ probe: spec, samples, errors: [] });
  // During the changes only checks run.
  const first = spec.kind === 'check' ? all.slice(0, during) : [];
  return { before: baselineOf(spec, usual), during: series(first), after: series(all.slice(during)) };
}

const baselineOf = ({ id, kind }: ProbeSpec, usual: number): ProbeBaseline => ({
  ...{ probe: id, kind, samples: kind === 'count' ? 7 : 60, failures: 0, correlation: 0 },
  latencies: kind === 'check' ? Array.from({ length: 60 }, (_, index) => usual * (0.8 + index / 120)) : [],
  windows: kind === 'count' ? Array.from({ length: 7 }, () => ({ ms: 3_600_000, bad: 1, total: 410 })) : [],
  control: { asked: 0, failed: 0 },
});

const check = (id: string, area: Area): ProbeSpec => ({ id, kind: 'check', area, critical: true });

/** @param payments whether the payments fail still */
function watchedOf(payments: boolean): WatchedAreas {
  const state = (area: Area, probes: string[], bad = false): WatchedAreas['areas'][number] =>
    ({
      ...{ area, probes, state: probes.length === 0 ? 'not-watched' : bad ? 'not-recovered' : 'recovered', doubts: [] },
      decisive: bad
        ? {
            ...{
              rule: 'failures',
              bad: 84,
              total: 120,
              p0: 0.01,
              evidence: 31.2,
              level: 'mitigate',
              probe: 'checkout',
            },
            thresholds: { mitigate: 9.8 },
          }
        : null,
    }) as WatchedAreas['areas'][number];
  return {
    ...{ minutes: 5, unwatched: null },
    areas: [
      state('authentication', ['login']),
      state('payments', ['checkout', 'paid'], payments),
      state('content', ['home']),
      state('performance', ['login', 'checkout', 'home']),
      state('data', ['orders']),
      state('security', []),
    ],
    series: [
      probeOf(check('checkout', 'payments'), 240, { during: true, after: payments }),
      probeOf(
        { id: 'paid', kind: 'count', area: 'payments', critical: true },
        0,
        { during: true, after: payments },
        75,
      ),
      probeOf(check('login', 'authentication'), 130, { during: false, after: false }),
      probeOf(check('home', 'content'), 85, { during: false, after: false }),
      probeOf(
        { id: 'orders', kind: 'assertion', area: 'data', critical: true },
        0,
        { during: false, after: false },
        40,
      ),
    ],
  };
}

/** A rollback that is not complete is not watched: there are only the samples from during the changes. */
function unwatched(): WatchedAreas {
  const { areas, series } = watchedOf(false);
  return {
    ...{ minutes: 0, unwatched: 'not watched, because the changes are not complete' },
    areas: areas.map((one) => ({
      ...one,
      ...(one.state === 'recovered' ? { state: 'inconclusive', doubts: ['no-watch'] } : {}),
    })),
    series: series.map((one) => ({ ...one, after: { ...one.after, samples: [] } })),
  };
}

function timelineOf(): Timeline {
  const clock = { now: () => new Date(START), monotonic: () => 0, sleep: async () => undefined };
  const timeline = new Timeline(clock);
  const steps: readonly [string, number][] = [
    ['plan and approval', 900],
    ['sealed values', 400],
    ['checks and drift', 2300],
    ['pre-flight', 1200],
    ['pre-rollback snapshot', 6100],
    ['production of "shop"', 4800],
    ['database "shop"', 21_400],
    ['Edge Config item "new-checkout"', 700],
    ['webhook endpoint "payments"', 900],
    ['verification', 3900],
  ];
  let at = 0;
  for (const [what, took] of steps) timeline.add(what, at, (at += took));
  return timeline;
}

function recordOf(): Entry[] {
  const head = { incident: '20261126T030405Z-1a2b3c', environment: 'production', run: null, key: null };
  const entries = [
    {
      ...{ at: '2026-11-26T03:04:05.000Z', by: 'monitor', kind: 'opened' },
      data: { title: 'Checkout is broken', severity: 'critical' },
    },
    {
      ...{ at: '2026-11-26T03:07:30.000Z', by: 'grace', kind: 'note' },
      data: { text: 'Customers call: the card form shows an error.' },
    },
    {
      ...{ at: '2026-11-26T03:12:41.000Z', by: 'ada', kind: 'approved' },
      data: { digest: DIGEST, how: 'requested by ada; approved by grace', by: ['grace'] },
    },
  ];
  return entries.reduce<Entry[]>((all, one) => [...all, chain({ ...head, ...one } as Unchained, all.at(-1))], []);
}

export type Story = 'restored' | 'failed' | 'not-recovered';

/** The facts of a rollback that succeeds, one that fails half-way, or one after which payments fail still. */
export function storyFacts(story: Story): RollbackFacts {
  const failed = story === 'failed';
  const approved = planOf(CHANGES);
  const outcomes = CHANGES.map((one, index): ChangeOutcome =>
    failed && index === 3
      ? { change: one, status: 'failed', durationMs: 900, error }
      : { change: one, status: 'done', durationMs: [4800, 21_400, 700, 900][index] ?? 0 },
  );
  const left = failed ? CHANGES.slice(3) : [];
  const sentence = failed
    ? '3 of 4 resources of "production" equal snapshot X; hooks differs: webhook endpoint "payments"'.replace(
        'X',
        SNAPSHOT,
      )
    : `"production" equals snapshot ${SNAPSHOT} (4 resources compared)`;
  const ids = CHANGES.map(({ resource }) => resource);
  return {
    ...{
      ok: !failed,
      cancelled: false,
      approved,
      outcomes,
      earlier: [],
      meanwhile: [],
      written: [],
      manual: [],
      told: null,
      unrecorded: null,
      tookMs: 42_600,
    },
    manifest: {
      ...{ id: SNAPSHOT, createdAt: '2026-11-26T02:45:00.000Z', commit: 'a03f9d8c51'.repeat(4) },
      ...{ reason: 'deploy', actor: 'ada', event: 'push', run: null },
    } as never,
    live: {
      plan: { ...approved, changes: [...left] },
      ...{ failures: [], blind: [], covered: [], hazards: [], flags: null, flagsOn: [], described: new Map() },
    },
    claim: {
      ...{ verdict: failed ? 'differs' : 'equal', sentence, notCompared: [] },
      ...{ equal: failed ? ids.slice(0, 3) : ids, compared: ids },
      differs: left.map((one) => ({ resource: one.resource, reason: 'changed', detail: `${one.target}: differs` })),
    },
    undo: `rewind undo ${DIGEST.slice(0, 12)}`,
    command: (words) => ['rewind', ...words].join(' '),
    before: '20261126T031243Z-a1b2c3',
    kept: [
      {
        ...{ resource: 'db', what: 'database "shop_before_20261126"', since: '2026-11-26T03:13:21.000Z' },
        ...{ name: 'shop_before_20261126', drop: 'DROP DATABASE "shop_before_20261126"' },
      },
    ],
    timeline: timelineOf(),
    watched: failed ? unwatched() : watchedOf(story === 'not-recovered'),
    reason: 'Checkout is broken',
    approval: {
      ...{ requestedBy: 'ada', kind: 'reviewed', approvedBy: ['grace'], skipped: null, attempt: 1 },
      url: 'https://github.com/acme/shop/actions/runs/1234567890',
    },
  };
}

/** 300 changes, and 2,000 samples in 8 probes. */
export function bigFacts(): RollbackFacts {
  const facts = storyFacts('restored');
  const many = Array.from({ length: 300 }, (_, index) =>
    change({
      ...{ resource: 'env', provider: 'vercel-env', id: `variable:FEATURE_${index}`, stage: 'configuration' },
      ...{
        target: `variable FEATURE_${index}_LIMIT (production)`,
        before: `fingerprint ${index}a9c4e1`,
        after: 'absent',
      },
    }),
  );
  const series = Array.from({ length: 8 }, (_, index) =>
    probeOf(check(`page-${index}`, 'content'), 90 + index, { during: true, after: index % 2 === 0 }, 250),
  );
  const outcomes = many.map((one): ChangeOutcome => ({ change: one, status: 'done', durationMs: 120 }));
  return { ...facts, outcomes, approved: planOf(many), watched: { ...watchedOf(false), series } };
}

const PAGE: PageFacts = {
  entries: recordOf(),
  contacts: [
    { name: 'Grace Hopper', role: 'on call', reach: '+49 30 5550100' },
    { name: 'Ada Lovelace', role: 'database', reach: 'ada@shop.example' },
  ],
  links: [
    { words: 'The run of this report', url: 'https://github.com/acme/shop/actions/runs/1234567890' },
    { words: 'What the deploy changed in the code', url: 'https://github.com/acme/shop/compare/a03f9d8...b7e41c2' },
  ],
  unsigned: null,
};

/** The page of these facts, as `rollback` writes it. */
export const pageOf = (facts: RollbackFacts, page: Partial<PageFacts> = {}): Promise<string> =>
  htmlReport(facts, rollbackReport(facts), { ...PAGE, ...page });
