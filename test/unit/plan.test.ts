import { describe, expect, test } from '@jest/globals';
import { driftOf, writtenSinceRestore } from '../../src/engine/drift.js';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import { parsePlan, type Plan } from '../../src/engine/plan.js';
import type { Change } from '../../src/engine/change.js';
import { nameParts, otherObject } from '../../src/engine/other-object.js';

const change = (over: Partial<Change> = {}): Change => ({
  id: 'one',
  stage: 'configuration',
  action: 'update',
  target: 'flag "a"',
  before: 'on',
  after: 'off',
  effect: 'live',
  undo: 'set it again',
  warnings: [],
  params: {},
  ...over,
});

const planOf = (resources: Record<string, Change[]>, database: 'none' | 'down' | 'restore' = 'none'): Plan =>
  assemblePlan({
    program: '0.1.0',
    createdAt: new Date(0),
    environment: 'production',
    snapshot: '20260101T000000Z-aaaaaa',
    snapshotDigest: 'd',
    database,
    scope: null,
    resources: Object.entries(resources).map(([id, changes]) => ({ id, provider: 'p', changes })),
  });

describe('assemblePlan', () => {
  test('orders by stage, and keeps the order of a resource', () => {
    const plan = planOf({
      flags: [change({ id: 'x' }), change({ id: 'y' })],
      web: [change({ id: 'rollback', stage: 'deployment' })],
      db: [change({ id: 'down', stage: 'database' })],
    });
    expect(plan.changes.map(({ resource, id }) => `${resource}/${id}`)).toEqual([
      'web/rollback',
      'db/down',
      'flags/x',
      'flags/y',
    ]);
  });

  test('sorts out what another database mode would do, and what a person must do', () => {
    const plan = planOf(
      {
        db: [change({ id: 'restore', database: 'restore' }), change({ id: 'down', database: 'down' })],
        env: [change({ id: 'secret', manual: 'type it again' })],
      },
      'down',
    );
    expect(plan.changes.map(({ id }) => id)).toEqual(['down']);
    expect(plan.notSelected.map(({ id }) => id)).toEqual(['restore']);
    expect(plan.manual.map(({ id }) => id)).toEqual(['secret']);
  });

  test('the digest covers what is done, and not what grows while people read', () => {
    const base = planOf({ db: [change({ dataAtRisk: [{ what: 'fans', rows: 1 }] })] });
    const later = { ...planOf({ db: [change({ dataAtRisk: [{ what: 'fans', rows: 99 }] })] }), createdAt: 'x' };
    expect(later.digest).toBe(base.digest);
    const others = [
      planOf({ db: [change({ after: 'deleted' })] }),
      planOf({ db: [change({ params: { sha: 'x' } })] }),
      planOf({ db: [change({ warnings: ['opens public access'] })] }),
      planOf({ other: [change()] }),
      planOf({ db: [change()] }, 'restore'),
    ];
    expect(new Set([base, ...others].map(({ digest }) => digest)).size).toBe(others.length + 1);
  });
});

describe('parsePlan', () => {
  test('reads back what was written, and refuses an altered file', () => {
    const plan = planOf({ web: [change()] });
    const text = JSON.stringify(plan);
    expect(parsePlan(JSON.parse(text))).toEqual(plan);
    const altered = JSON.parse(text.replace('"off"', '"destroyed"')) as unknown;
    expect(() => parsePlan(altered)).toThrow(expect.objectContaining({ code: 'plan-mismatch' }));
    expect(() => parsePlan({ kind: 'something' })).toThrow(expect.objectContaining({ code: 'plan-unreadable' }));
  });
});

describe('driftOf', () => {
  const approved = planOf({ web: [change({ id: 'a' }), change({ id: 'b' })] });
  const begun = (open: string[], ended: string[] = []) => ({ open: new Set(open), ever: new Set([...open, ...ended]) });
  const nothing = begun([]);

  test('an equal plan has not drifted', () => expect(driftOf(approved, approved, nothing)).toEqual([]));

  test('what was done meanwhile is not drift', () => {
    expect(driftOf(approved, planOf({ web: [change({ id: 'b' })] }), nothing)).toEqual([]);
  });

  test('a new change, or another value before it, is drift', () => {
    expect(driftOf(approved, planOf({ web: [change({ id: 'c' })] }), nothing)).toHaveLength(1);
    expect(driftOf(approved, planOf({ web: [change({ id: 'a', before: 'half' })] }), nothing)).toHaveLength(1);
  });

  test('says what differs where the values that are shown do not', () => {
    const down = (sha256: string): Plan =>
      planOf({
        db: [
          change({
            id: 'down',
            params: {
              steps: [
                { name: '1_a', sha256: 'a' },
                { name: '2_b', sha256 },
              ],
            },
          }),
        ],
      });
    expect(driftOf(down('b'), down('c'), nothing)).toEqual([
      'db/down: on → off as approved, but changed in params.steps[2_b].sha256: "b" → "c"',
    ]);
    expect(driftOf(down('b'), planOf({ db: [change({ id: 'down', before: 'x' })] }), nothing)).toEqual([
      'db/down: approved as on → off, now x → off',
    ]);
  });

  test('of a list of texts, says what was added and removed, not what moved', () => {
    const moving = (...sideEffects: string[]): Plan => planOf({ web: [change({ id: 'a', sideEffects })] });
    const sayOf = (was: Plan, now: Plan) => driftOf(was, now, nothing).map((line) => line.split(' changed in ')[1]);
    expect(sayOf(moving('m', 'z'), moving('a', 'm', 'z'))).toEqual(['sideEffects: added "a"']);
    expect(sayOf(moving('b', 'm', 'z'), moving('a', 'z'))).toEqual(['sideEffects: added "a", removed "b", "m"']);
    const many = moving(...Array.from({ length: 7 }, (_, at) => `x${at}`));
    expect(sayOf(moving(), many)).toEqual(['sideEffects: added "x0", "x1", "x2", "x3", "x4" and 2 more']);
  });

  test('a change that our own interrupted run had begun may look different; one that it ended may not', () => {
    const now = planOf({ web: [change({ id: 'a', before: 'half', action: 'create' })] });
    expect(driftOf(approved, now, begun(['web/a']))).toEqual([]);
    expect(driftOf(approved, now, begun([], ['web/a']))).toHaveLength(1);
    expect(driftOf(approved, now, begun(['web/b']))).toHaveLength(1);
  });

  test('a side effect of a begun change may look different or be new; nothing else may', () => {
    const first = change({ id: 'a', sideEffects: ['b', 'c'] });
    const plan = planOf({ cdn: [first, change({ id: 'b', before: null })], web: [change({ id: 'c' })] });
    const now = planOf({ cdn: [change({ id: 'b', before: 'due' }), change({ id: 'c' })] });
    expect(driftOf(plan, now, begun([], ['cdn/a']))).toEqual([]);
    expect(driftOf(plan, now, begun(['cdn/a']))).toEqual([]);
    expect(driftOf(plan, now, nothing)).toHaveLength(2);
    expect(driftOf(plan, planOf({ cdn: [change({ id: 'd' })] }), begun(['cdn/a']))).toHaveLength(1);
    expect(driftOf(plan, planOf({ web: [change({ id: 'c', before: 'x' })] }), begun(['cdn/a']))).toHaveLength(1);
  });

  test('of a begun change less may be left to do, never more', () => {
    const steps = (...names: string[]) =>
      planOf({ db: [change({ id: 'down', before: names.join(), params: { steps: names } })] });
    const down = begun(['db/down']);
    expect(driftOf(steps('c', 'b'), steps('b'), down)).toEqual([]);
    expect(driftOf(steps('c', 'b'), steps('d', 'c', 'b'), down)).toHaveLength(1);
    const to = (deployment: string) => planOf({ db: [change({ id: 'down', params: { to: deployment } })] });
    expect(driftOf(to('dpl_1'), to('dpl_2'), down)).toHaveLength(1);
  });
});

test('a configuration that leads to another object since the approval is drift; one that the approver saw is not', () => {
  const elsewhere = (live: string): Change => ({
    ...change({ id: 'web' }),
    ...otherObject('variables', nameParts(['project'], { project: 'prj_1' }, { project: live })),
  });
  const drift = (approved: Plan, now: Plan) => driftOf(approved, now, { open: new Set(), ever: new Set() });
  const same = planOf({ web: [] });
  expect(drift(same, planOf({ web: [elsewhere('prj_2')] }))).toEqual([
    'web/other-object: variables of project prj_1: project prj_2 (in the configuration) → project prj_1 (in the snapshot)',
  ]);
  expect(drift(planOf({ web: [elsewhere('prj_2')] }), planOf({ web: [elsewhere('prj_2')] }))).toEqual([]);
  expect(drift(planOf({ web: [elsewhere('prj_2')] }), planOf({ env: [elsewhere('prj_2')] }))).toHaveLength(1);
  // What a person does by hand anyway may change without a new approval.
  expect(drift(same, planOf({ web: [change({ id: 'secret', manual: 'type it again' })] }))).toEqual([]);
});

describe('writtenSinceRestore', () => {
  const restore = (since?: Change['since']): Plan =>
    planOf({ db: [change({ id: 'restore', ...(since === undefined ? {} : { since }) })] });
  const after = (id: string, rows = 1): NonNullable<Change['since']> => ({
    restore: id,
    written: [{ what: 'public.orders', rows }],
  });

  test('data that was restored after the approval and written to since is done', () => {
    expect(writtenSinceRestore(restore(), restore(after('a')))).toHaveLength(1);
    expect(writtenSinceRestore(restore(after('a')), restore(after('b')))).toHaveLength(1);
  });

  test('the restore before the approval, a difference of another kind and another change are not', () => {
    expect(writtenSinceRestore(restore(after('a')), restore(after('a', 9)))).toEqual([]);
    expect(writtenSinceRestore(restore(), restore())).toEqual([]);
    expect(writtenSinceRestore(planOf({ db: [] }), restore(after('a')))).toEqual([]);
  });

  test('the digest covers which restore it is, not how much was written', () => {
    expect(restore(after('a', 1)).digest).toBe(restore(after('a', 2)).digest);
    expect(restore(after('a')).digest).not.toBe(restore(after('b')).digest);
  });
});
