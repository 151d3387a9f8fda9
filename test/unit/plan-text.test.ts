import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { painted, wantsColor } from '../../src/cli/color.js';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import type { Plan } from '../../src/engine/plan.js';
import type { Change } from '../../src/engine/change.js';
import { otherObject } from '../../src/engine/other-object.js';
import { planStyle } from '../../src/commands/rollback/plan-style.js';
import { planText } from '../../src/report/plan-text.js';

const change = (id: string, more: Partial<Change> = {}): Change => ({
  id,
  stage: 'configuration',
  action: 'update',
  target: `Flag "${id}"`,
  before: 'on',
  after: 'off',
  effect: 'live',
  undo: 'set it back',
  warnings: [],
  params: {},
  ...more,
});

const planOf = (...changes: Change[]): Plan =>
  assemblePlan({
    createdAt: new Date('2026-11-23T03:04:00Z'),
    program: 'rewind',
    environment: 'production',
    snapshot: '20261123T030405Z-1a2b3c',
    snapshotDigest: 'd'.repeat(64),
    database: 'none',
    scope: null,
    resources: [{ id: 'flags', provider: 'vercel-flags', changes }],
  });

const counts = (...changes: Change[]): string | undefined =>
  planText(planOf(...changes))
    .split('\n')
    .find((line) => line.startsWith('In all'));

describe('the line of counts', () => {
  test('says the changes by action, what cannot be undone, and the data at risk', () => {
    expect(counts(change('a'), change('b'), change('c', { action: 'create' }))).toBe(
      'In all: 1 create, 2 update; each can be undone; no rows at risk.',
    );
    const risky = change('d', {
      action: 'delete',
      undo: null,
      dataAtRisk: [
        { what: 'public.fans', rows: 3 },
        { what: 'public.logs', rows: null },
      ],
    });
    expect(counts(risky, change('e', { manual: 'Ask Ada.' }), change('f', { database: 'restore' }))).toBe(
      'In all: 1 delete; 1 cannot be undone; data at risk: 3 rows in 2 objects, and rows that were not counted in 1 of them; 1 by hand; 1 left as it is.',
    );
    const uncounted = change('d', { dataAtRisk: [{ what: 'public.logs', rows: null }] });
    expect(counts(uncounted)).toBe(
      'In all: 1 update; each can be undone; data at risk: rows that were not counted in 1 object.',
    );
    expect(counts(risky, change('f', { database: 'restore' }), change('g', { database: 'restore' }))).toMatch(
      /; 2 left as they are\.$/,
    );
  });

  test('a table whose rows only come back is not at risk', () => {
    const back = { what: 'public.fans', rows: 0, note: 'exact: 7 rows of the snapshot were deleted and come back' };
    expect(counts(change('a', { dataAtRisk: [back] }))).toContain('no rows at risk.');
    expect(counts(change('a', { dataAtRisk: [back, { what: 'public.logs', rows: 2 }] }))).toContain(
      'data at risk: 2 rows in 1 object.',
    );
    expect(planText(planOf(change('a', { dataAtRisk: [back] })))).toContain(
      '! data at risk: no row of public.fans (exact: 7 rows of the snapshot were deleted and come back)',
    );
  });

  test('stands only below changes', () => expect(counts()).toBeUndefined());
});

test('the database mode of an undo or a recovery stands only where a database changes', () => {
  const plain = planOf(change('a'));
  const restored = planOf(change('a', { database: 'restore' }));
  const first = (plan: Plan): string => planText(plan).split('\n')[0] ?? '';
  const recovers = { rollback: 'a'.repeat(64), deployments: {} };
  expect(first(plain)).toContain('(database: none)');
  for (const forms of [{ undoes: 'a'.repeat(64) }, { recovers }]) {
    expect(first({ ...plain, ...forms })).not.toContain('database');
    expect(first({ ...restored, ...forms })).toContain('(database: none)');
  }
});

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { CI: 'true' }, false],
  [true, { TERM: 'dumb' }, false],
  [false, { FORCE_COLOR: '1', CI: 'true' }, true],
  [true, { FORCE_COLOR: '0' }, false],
])('terminal: %s, environment: %j, colour: %s', (isTerminal, env, wanted) => {
  expect(wantsColor(isTerminal, env)).toBe(wanted);
});

test('colour adds control characters and nothing else; a risk is red, a warning yellow', () => {
  const text = planText(planOf(change('a', { warnings: ['careful'], undo: null, confirm: 'shop' })));
  const shown = painted(text, planStyle);
  expect(stripVTControlCharacters(shown)).toBe(text);
  expect(shown).toContain('\u001b[33m     ! careful\u001b[39m');
  expect(shown).toContain('\u001b[31m     ! needs --confirm-data-loss shop\u001b[39m');
  expect(shown).toContain('\u001b[31m     undo: not possible\u001b[39m');
  expect(shown.startsWith('\u001b[1mPlan: ')).toBe(true);
  // Only lines with a meaning have a style.
  expect(shown.split('\n').filter((line) => !line.includes('\u001b'))).not.toHaveLength(0);
});

describe('a plan without changes says no more of production than it looked at', () => {
  const said = (...changes: Change[]): string | undefined =>
    planText(planOf(...changes))
      .split('\n')
      .find((line) => line.startsWith('Nothing to do'));

  test('of no resource: nothing was compared', () => {
    expect(planText({ ...planOf(), scope: [] }, 'Nothing to undo.')).toContain(
      'No changes: this plan covers no resource, so nothing was compared.',
    );
  });

  test('of a resource whose configuration covers more now: it was not compared', () => {
    const wider = otherObject('variables', [{ key: 'git-branches', saved: 'false', live: 'true' }]) as Change;
    expect(said(wider)).toBe(
      'Nothing to do: Rewind has no change to make, and nothing that it compared differs from the snapshot: 1 was not compared (below).',
    );
    expect(said(wider, change('a', { manual: 'Ask Ada.' }))).toBe(
      'Nothing to do: Rewind has no change to make, but production differs from the snapshot: 1 must be restored by hand, 1 was not compared (below).',
    );
  });

  test('of a database that only a person can restore: no choice left it', () => {
    expect(said(change('a', { database: 'restore', manual: 'Set the host.' }))).toContain(
      '1 left as it is (--database none; only a person can restore it)',
    );
  });
});
