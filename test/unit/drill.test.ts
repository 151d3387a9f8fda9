import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recordOf, type Measurement } from '../../src/commands/drill/conclude.js';
import { ofFindings, outcomeOfError } from '../../src/commands/drill/checks.js';
import { mayWrite } from '../../src/commands/drill/smoke.js';
import { rewindConfig } from '../../src/config/schema.js';
import { readDrills, SHOWN_DRILLS, writeDrill } from '../../src/engine/drill-history.js';
import { BETWEEN, PhaseClock } from '../../src/engine/drill-phases.js';
import { newestProven, verdictOf, type DrillRecord, type ResourceCheck } from '../../src/engine/drill-record.js';
import { approvalWaits, middle } from '../../src/incident/approval-waits.js';
import { drillHistoryFindings } from '../../src/readiness/freshness.js';
import {
  drillMarkdown,
  drillText,
  drillTitle,
  historyRows,
  notComparedText,
  rpoText,
  rtoText,
} from '../../src/report/drill.js';
import { drillPage } from '../../src/report/html/drill.js';
import { trendOption } from '../../src/report/html/drill-chart.js';
import { RewindError } from '../../src/runtime/errors.js';
import { drillArtifact, folderOfArtifact, indexArtifact } from '../../src/store/artifact-names.js';
import { HOSTILE, htmlFaults, markdownFaults } from '../support/hostile.js';
import { memoryStore } from '../support/memory-store.js';

const project = {
  config: rewindConfig.parse({
    version: 1,
    environment: 'production',
    store: { kind: 'directory', path: '.store' },
    seal: { recipients: ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'] },
    resources: [{ id: 'web', provider: 'vercel-deployment', project: 'prj_shop' }],
  }),
};

const DAY = 86_400_000;
const idAt = (day: number): string => `202601${String(day).padStart(2, '0')}T000000Z-00000${day % 10}`;
const checkOf = (outcome: ResourceCheck['outcome'], resource = 'db', text = 'x'): ResourceCheck => ({
  ...{ resource, id: 'row-counts', title: text, outcome },
  findings: outcome === 'passed' ? [] : [{ level: 'error', code: 'drill-not-tried', message: text }],
});

const RESTORED: ResourceCheck = { ...checkOf('passed'), id: 'restore' };

function measured(given: Partial<Measurement> = {}): Measurement {
  return {
    id: idAt(1),
    startedAt: new Date('2026-01-01T00:00:00Z'),
    endedAt: new Date('2026-01-01T00:01:00Z'),
    manifest: null,
    scope: null,
    checks: [checkOf('passed'), RESTORED],
    phases: [
      { name: 'restore', ms: 50_000 },
      { name: 'production after', ms: 10_000 },
    ],
    waitMs: null,
    point: { ms: 1000, snapshot: null, rows: 0 },
    ...given,
  };
}
const record = (given: Partial<DrillRecord> = {}): DrillRecord => ({
  ...recordOf(project, measured(), null),
  ...given,
});
const drillOf = (day: number, snapshot: number, outcome: 'passed' | 'failed' | 'unverified', resource = 'db') =>
  record({
    id: idAt(day),
    startedAt: `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`,
    snapshot: { id: idAt(snapshot), takenAt: `2026-01-${String(snapshot).padStart(2, '0')}T00:00:00.000Z` },
    checks: [
      { resource: 'db', id: 'row-counts', outcome: 'passed', codes: [] },
      { resource, id: 'one', outcome, codes: [] },
    ],
  });

describe('the verdict', () => {
  const outcome = fc.constantFrom('passed', 'failed', 'unverified', 'not-configured');
  const amount = fc.option(fc.nat({ max: 100 }));

  test('only checks that were all carried out and passed, with all targets measured and reached, are "passed"', () => {
    fc.assert(
      fc.property(
        fc.array(outcome, { maxLength: 6 }),
        fc.record({
          ...{ wait: amount, point: amount, rto: amount, rpo: amount, time: fc.nat({ max: 100 }) },
          restored: fc.boolean(),
        }),
        (outcomes, { wait, point, rto, rpo, time, restored }) => {
          const minutes = (value: number | null): number | null => (value === null ? null : value * 60_000);
          const targets = { ...(rto ? { 'rto-minutes': rto } : {}), ...(rpo ? { 'rpo-minutes': rpo } : {}) };
          const config = { ...project.config, drill: { targets } };
          const drill = recordOf(
            { config },
            measured({
              checks: [...outcomes.map((one) => checkOf(one)), ...(restored ? [RESTORED] : [])],
              phases: [{ name: 'restore', ms: time * 60_000 }],
              waitMs: minutes(wait),
              point: { ms: minutes(point), snapshot: null, rows: null },
            }),
            null,
          );
          const asked = outcomes.filter((one) => one !== 'not-configured');
          const all = (restored || asked.length > 0) && asked.every((one) => one === 'passed');
          const inTime = !rto || (restored && time + (wait ?? 0) <= rto);
          const known = !rpo || point !== null;
          expect(drill.verdict === 'passed').toBe(all && inTime && known && (!rpo || (point ?? 0) <= rpo));
          if (outcomes.includes('failed')) expect(drill.verdict).toBe('failed');
          else if (!all) expect(drill.verdict).toBe('unverified');
        },
      ),
    );
  });

  test('an unknown recovery point reaches no target', () => {
    const targets = { rtoMinutes: null, rpoMinutes: 60 };
    const values = { checks: [{ id: 'restore', outcome: 'passed' as const }], rtoMs: 0, waitMs: null, targets };
    expect(verdictOf({ ...values, rpoMs: null }).verdict).toBe('unverified');
    expect(verdictOf({ ...values, rpoMs: 61 * 60_000 }).verdict).toBe('target-missed');
    expect(verdictOf({ ...values, rpoMs: 0 }).verdict).toBe('passed');
  });

  test('a drill that restored nothing has no recovery time: it reaches no target, and every place says so', () => {
    const drill = recordOf(
      { config: { ...project.config, drill: { targets: { 'rto-minutes': 60 } } } },
      measured({ checks: [checkOf('passed')] }),
      null,
    );
    expect([drill.verdict, drill.missed]).toEqual(['unverified', []]);
    expect(rtoText(drill)).toBe(
      'Recovery time (RTO): not measured, because nothing was restored. Target 60 min: not verified.',
    );
    expect(historyRows({ record: drill, earlier: [] })[0]?.[3]).toBe('not measured');
  });

  test('an error that stopped a part before it was tried fails no snapshot, and passes none', () => {
    expect(outcomeOfError(new RewindError('database-unreachable', 'x'), 'db').outcome).toBe('unverified');
    expect(outcomeOfError(new Error('a fault of the program'), 'db').outcome).toBe('unverified');
    expect(outcomeOfError(new RewindError('restore-mismatch', 'x'), 'db').outcome).toBe('failed');
    expect(outcomeOfError(new RewindError('snapshot-corrupt', 'x'), 'db').outcome).toBe('failed');
  });

  test('a proof that was not rehearsed is not verified', () => {
    const question = { resource: 'db', id: 'payloads', title: 'x' };
    const outcomes = (['info', 'warning', 'error'] as const).map(
      (level) => ofFindings(question, [{ level, code: 'payload-differs', message: 'x' }]).outcome,
    );
    expect(outcomes).toEqual(['passed', 'unverified', 'failed']);
    expect(ofFindings(question, [{ level: 'info', code: 'not-rehearsed', message: 'x' }]).outcome).toBe('unverified');
    expect(ofFindings(question, []).outcome).toBe('passed');
  });
});

describe('phases', () => {
  test('their sum is the time of the drill, also inside each other and at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 50 }), fc.boolean())), async (steps) => {
        let now = 5;
        const clock = new PhaseClock({ monotonic: () => now });
        const running: Promise<unknown>[] = [];
        for (const [depth, ms, waits] of steps) {
          const nested = (left: number): Promise<unknown> =>
            clock.run(`level ${left}`, async () => {
              now += ms;
              await Promise.resolve();
              if (left > 0) await nested(left - 1);
              now += 1;
            });
          const part = nested(depth);
          if (waits) await part;
          else running.push(part);
          now += 2;
        }
        await Promise.all(running);
        const sum = clock.phases().reduce((all, { ms }) => all + ms, 0);
        expect(sum).toBe(now - 5);
      }),
    );
  });

  test('a part that fails has its time, and what is between the parts has its own', async () => {
    let now = 0;
    const clock = new PhaseClock({ monotonic: () => now });
    await expect(
      clock.run('restore', async () => {
        now = 7;
        await clock.run('compare', () => Promise.resolve((now = 10)));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    now = 12;
    expect(clock.phases()).toEqual([
      { name: 'restore', ms: 7 },
      { name: 'compare', ms: 3 },
      { name: BETWEEN, ms: 2 },
    ]);
  });

  test('what no rollback has is no recovery time', () => {
    expect(record()).toMatchObject({ rtoMs: 50_000 });
  });
});

describe('the recovery point', () => {
  test('is the newest snapshot that passed its last drill', () => {
    expect(newestProven([])).toBeNull();
    const drills = [
      drillOf(5, 1, 'passed'),
      drillOf(6, 2, 'passed'),
      drillOf(7, 3, 'failed'),
      drillOf(8, 4, 'unverified'),
    ];
    expect(newestProven(drills)?.id).toBe(idAt(2));
    expect(newestProven([...drills, drillOf(9, 2, 'failed')])?.id).toBe(idAt(1));
    expect(newestProven([drillOf(9, 2, 'failed'), drillOf(10, 2, 'passed')])?.id).toBe(idAt(2));
  });

  test('a drill of a part of the configuration proves none; a preview or a busy production disproves none', () => {
    expect(newestProven([{ ...drillOf(5, 1, 'passed'), scope: ['db'] }])).toBeNull();
    expect(newestProven([drillOf(5, 1, 'failed', 'application')])?.id).toBe(idAt(1));
    expect(newestProven([drillOf(5, 1, 'unverified', 'production')])?.id).toBe(idAt(1));
  });

  test('the rows since are at most so many, because an updated row counts twice', () => {
    const said = (rows: number | null): string =>
      rpoText(recordOf(project, measured({ point: { ms: 60_000, snapshot: idAt(1), rows } }), null));
    expect(said(1_600)).toContain(' old; at most 1,600 rows changed since.');
    expect(said(1)).toContain(' old; at most 1 row changed since.');
    expect(said(0)).toContain(' old; no row changed since.');
    expect(said(null)).toContain('how many rows changed since is not known');
  });

  test('the usual wait is the middle one of those of records', () => {
    const at = (minute: number): string => `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`;
    const entry = (kind: 'planned' | 'approved', minute: number, data: object) =>
      ({ kind, at: at(minute), data }) as unknown as Parameters<typeof approvalWaits>[0][number];
    const entries = [
      entry('planned', 1, { digest: 'a', plan: 'rollback', plannedAt: at(0) }),
      entry('planned', 1, { digest: 'b', plan: 'mitigation', plannedAt: at(0) }),
      entry('approved', 10, { digest: 'b' }),
      entry('approved', 12, { digest: 'a' }),
      entry('approved', 40, { digest: 'a' }),
    ];
    expect(approvalWaits(entries)).toEqual([12 * 60_000]);
    expect([middle([]), middle([3]), middle([9, 1, 5]), middle([1, 2])]).toEqual([null, 3, 5, 1]);
  });
});

describe('the history', () => {
  test('keeps a file for each drill, and reads the last ones', async () => {
    const store = memoryStore();
    for (let day = 1; day <= SHOWN_DRILLS + 3; day += 1) await writeDrill(store, drillOf(day, 1, 'passed'), []);
    const { drills, problems } = await readDrills(store, 'production');
    expect(problems).toEqual([]);
    expect(drills.map(({ id }) => id)).toEqual(Array.from({ length: SHOWN_DRILLS }, (_, index) => idAt(index + 4)));
    expect(await readDrills(store, 'staging')).toEqual({ drills: [], problems: [] });
  });

  test('a store that deletes old files has them in the newest one', async () => {
    const store = Object.assign(memoryStore(), { expires: true });
    await writeDrill(store, drillOf(1, 1, 'failed'), []);
    await writeDrill(store, drillOf(2, 1, 'passed'), (await readDrills(store, 'production')).drills);
    await store.delete(`drills/production/${idAt(1)}/drill.json`);
    expect((await readDrills(store, 'production')).drills.map(({ id }) => id)).toEqual([idAt(1), idAt(2)]);
  });

  test('a file that is damaged, moved, or of another environment does not count, and is named', async () => {
    const store = memoryStore();
    const put = (id: string, content: string) => store.put(`drills/production/${id}/drill.json`, Buffer.from(content));
    const file = (drill: DrillRecord): string => JSON.stringify({ version: 1, drill, earlier: [] });
    await put(idAt(1), '{');
    await put(idAt(2), file(drillOf(1, 1, 'passed')));
    await put(idAt(3), file({ ...drillOf(3, 1, 'passed'), environment: 'staging' }));
    await put(idAt(4), file(drillOf(4, 1, 'passed')));
    const { drills, problems } = await readDrills(store, 'production');
    expect(drills.map(({ id }) => id)).toEqual([idAt(4)]);
    expect(problems).toHaveLength(3);
  });

  test('tells when the last drill that passed is too old', () => {
    const now = new Date(Date.parse('2026-01-01T00:01:00Z') + 100 * DAY);
    const codes = (drills: readonly DrillRecord[], days: number): string[] =>
      drillHistoryFindings(drills, days, now).map(({ code }) => code);
    expect(codes([record()], 100)).toEqual([]);
    expect(codes([record()], 99)).toEqual(['drill-stale']);
    expect(codes([record(), record({ verdict: 'unverified', endedAt: now.toISOString() })], 99)).toEqual([
      'drill-stale',
    ]);
    expect(codes([record({ verdict: 'target-missed' })], 1000)).toEqual(['drill-never-passed']);
  });
});

test('the artifact of a drill is found by its name', () => {
  const store = { kind: 'artifact' } as const;
  const upload = drillArtifact(store, 'production', idAt(1));
  expect(folderOfArtifact(store, upload?.name ?? '')).toBe(`drills/production/${idAt(1)}`);
  expect(upload?.path).toBe(`.rewind/store/drills/production/${idAt(1)}`);
  expect(indexArtifact(store, 'records', 'production')?.path).toContain('drills/production/*/drill.json');
});

test('a probe that sends more than GET and HEAD may write', () => {
  const probe = (given: object) => {
    const config = {
      ...project.config,
      probes: [{ id: 'p', area: 'content', url: 'https://shop.example.com/', ...given }],
    };
    const [entry] = rewindConfig.parse(config).probes;
    return entry?.adapter === 'http' || entry?.adapter === 'flow' || entry?.adapter === 'content'
      ? mayWrite(entry)
      : null;
  };
  const step = (method: string) => ({ name: 'one', url: '/', method });
  expect([
    probe({ adapter: 'content' }),
    probe({ adapter: 'http' }),
    probe({ adapter: 'http', method: 'POST' }),
    probe({ adapter: 'flow', steps: [step('GET'), step('HEAD')] }),
    probe({ adapter: 'flow', steps: [step('GET'), step('POST')] }),
  ]).toEqual([false, false, true, false, true]);
});

describe('the report', () => {
  const facts = {
    record: record({ id: idAt(9), verdict: 'unverified', outcome: 'unverified' }),
    checks: [checkOf('passed'), checkOf('unverified', 'db', HOSTILE.join(' '))],
    earlier: [drillOf(1, 1, 'passed'), drillOf(2, 1, 'failed')],
    notes: ['Not configured: probes.'],
  };

  test('says what was not measured, and never that it passed', () => {
    const text = drillText(facts);
    expect(text).toContain('not measured');
    expect(text).not.toContain('Drill of "production" passed');
    expect(drillMarkdown(facts)).toContain('Not configured: probes');
  });

  test('a verdict says what it does not cover, wherever it is printed', async () => {
    const check = (resource: string, id: string, outcome: ResourceCheck['outcome']) => ({
      ...{ resource, id, outcome, codes: [] },
    });
    const all = record({
      checks: [
        check('db', 'row-content', 'passed'),
        check('db', 'canary', 'passed'),
        check('snapshot', 'signature', 'passed'),
      ],
    });
    const counted = record({
      checks: [
        check('snapshot', 'signature', 'not-configured'),
        check('db', 'row-content', 'not-configured'),
        check('db', 'canary', 'not-configured'),
        check('old', 'row-content', 'not-configured'),
        check('web', 'payloads', 'passed'),
        check('application', 'probes', 'not-configured'),
        check('db', 'later', 'not-configured'),
      ],
    });
    const limits =
      'not compared: who signed the snapshot, contents of the rows, which were only counted (db, old), a canary row (db), answers of the application, later (db); read and not applied: web';
    expect([notComparedText(all), notComparedText(counted)]).toEqual(['', limits]);
    const shown = { record: counted, checks: [], earlier: [all], notes: [] };
    expect(historyRows(shown).map(([, , result]) => result)).toEqual([`passed (${limits})`, 'passed']);
    expect(drillTitle(shown)).toContain(`; ${limits}.`);
    const outlets = [drillText(shown), drillMarkdown(shown), await drillPage(shown)];
    for (const outlet of outlets) expect(outlet).toContain('which were only counted');
  });

  test('text from outside is inert, and each number of the chart stands in the table', async () => {
    const page = await drillPage(facts);
    expect([htmlFaults(page), await markdownFaults(drillMarkdown(facts))]).toEqual([[], []]);
    expect(page).toContain('<svg');
    const { series } = trendOption([...facts.earlier, facts.record]) as { series: { data: unknown[] }[] };
    expect(series.map(({ data }) => data.length)).toEqual([3, 3]);
    expect(historyRows(facts)).toHaveLength(3);
  });
});
