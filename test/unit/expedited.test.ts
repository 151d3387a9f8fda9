import { describe, expect, it } from '@jest/globals';
import { decideApproval } from '../../src/approval/expedited.js';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import type { Plan } from '../../src/engine/plan.js';
import type { Trust } from '../../src/engine/trust.js';
import type { PlannedMitigation } from '../../src/engine/mitigation.js';
import type { Change } from '../../src/engine/change.js';

const fast = { environment: 'production-expedited', minutes: 30 };
const snapshot = { createdAt: '2026-11-23T03:00:00.000Z', reason: 'pre-deploy' as const };
const signed: Trust = { kind: 'signed', keyId: '258939B09E000D78' };
const minutesLater = (minutes: number): Date => new Date(Date.parse(snapshot.createdAt) + minutes * 60_000);

const change = (over: Partial<Change>): Change => ({
  id: 'switch',
  stage: 'deployment',
  action: 'update',
  target: 'production of shop',
  before: 'dpl_bad',
  after: 'dpl_good',
  effect: 'live',
  undo: 'promote it again',
  warnings: ['New pushes stay staged.'],
  params: {},
  ...over,
});

function planOf(changes: Change[], database: Plan['database'] = 'none'): Plan {
  return assemblePlan({
    program: '0.1.0',
    createdAt: minutesLater(5),
    environment: 'production',
    snapshot: '20261123T030000Z-abcdef',
    snapshotDigest: 'a'.repeat(64),
    database,
    scope: null,
    resources: [{ id: 'web', provider: 'vercel-deployment', changes }],
  });
}

const mitigationOf = (measure: PlannedMitigation['measure']): Plan => ({
  ...planOf([change({})]),
  mitigates: { id: null, measure, facts: {}, minutes: 60, lifts: false },
});

describe('expedited rollbacks', () => {
  it('is open shortly after a deploy for a rollback that loses nothing', () => {
    expect(decideApproval(planOf([change({})]), snapshot, signed, fast, minutesLater(30))).toEqual({
      approval: 'expedited',
      closed: [],
    });
  });

  it('is open for a change of another service without a warning', () => {
    const plan = planOf([change({ stage: 'services', warnings: [] })]);
    expect(decideApproval(plan, snapshot, signed, fast, minutesLater(30)).closed).toEqual([]);
  });

  it('is open for a mitigation that turns flags off', () => {
    const plan = mitigationOf({ kind: 'flags-off', flags: ['checkout'], tags: [] });
    expect(decideApproval(plan, snapshot, signed, fast, minutesLater(30)).approval).toBe('expedited');
  });

  it.each([
    ['none is configured', planOf([change({})]), snapshot, undefined, 5, /no "expedited" section/],
    ['its time is over', planOf([change({})]), snapshot, fast, 31, /31 minutes old/],
    [
      'the snapshot was not taken before a deploy',
      planOf([change({})]),
      { ...snapshot, reason: 'manual' as const },
      fast,
      5,
      /manual/,
    ],
    ['migrations are taken down', planOf([change({})], 'down'), snapshot, fast, 5, /database \(down\)/],
    ['a database is restored', planOf([change({})], 'restore'), snapshot, fast, 5, /database \(restore\)/],
    [
      'every user gets a page',
      mitigationOf({ kind: 'maintenance' }),
      snapshot,
      fast,
      5,
      /it is a measure "maintenance"/,
    ],
    ['it adds capacity', mitigationOf({ kind: 'scale-up', max: 9 }), snapshot, fast, 5, /it is a measure "scale-up"/],
    ['data is lost', planOf([change({ dataAtRisk: [{ what: 'fans', rows: 3 }] })]), snapshot, fast, 5, /loses data/],
    ['a name must be typed', planOf([change({ confirm: 'shop' })]), snapshot, fast, 5, /loses data/],
    ['a change cannot be undone', planOf([change({ undo: null })]), snapshot, fast, 5, /cannot be undone/],
    [
      'a change opens access',
      planOf([change({ stage: 'services', warnings: ['opens public access'] })]),
      snapshot,
      fast,
      5,
      /opens public access/,
    ],
    ['something is left to a person', planOf([change({ manual: 'ask support' })]), snapshot, fast, 5, /manual step/],
  ])('is closed when %s', (_why, plan, of, configured, minutes, reason) => {
    const { approval, closed } = decideApproval(plan, of, signed, configured, minutesLater(minutes));
    expect(approval).toBe('reviewed');
    expect(closed.join('; ')).toMatch(reason);
  });

  it('lets a run finish that was planned while there was time left', () => {
    expect(decideApproval(planOf([change({})]), snapshot, signed, fast, minutesLater(38), 10).approval).toBe(
      'expedited',
    );
    expect(decideApproval(planOf([change({})]), snapshot, signed, fast, minutesLater(41), 10).approval).toBe(
      'reviewed',
    );
  });
});
