import { describe, expect, test } from '@jest/globals';
import { pinnedByRollback } from '../../src/providers/vercel-deployment/production-pin.js';
import { plan } from '../../src/providers/vercel-deployment/plan.js';
import { state, type State } from '../../src/providers/vercel-deployment/state.js';

const last = (type: string) => ({
  type,
  jobStatus: 'succeeded',
  requestedAt: 1,
  fromDeploymentId: 'dpl_2',
  toDeploymentId: 'dpl_1',
});

describe('is production held by a rollback?', () => {
  test.each([
    ['assignment is on', { autoAssignCustomDomains: true, lastAliasRequest: last('rollback') }, 'free'],
    [
      'assignment is off since a rollback',
      { autoAssignCustomDomains: false, lastAliasRequest: last('rollback') },
      'pinned',
    ],
    ['the owner has it off', { autoAssignCustomDomains: false, lastAliasRequest: last('promote') }, 'free'],
    ['the setting is missing', { lastAliasRequest: last('promote') }, 'unknown'],
    ['the last switch is missing', { autoAssignCustomDomains: false }, 'unknown'],
    ['no switch is on record', { autoAssignCustomDomains: false, lastAliasRequest: null }, 'unknown'],
    ['nothing is told at all', {}, 'unknown'],
  ])('%s', (_, project, verdict) => {
    expect(pinnedByRollback(project)).toBe(verdict);
  });

  test.each([
    ['no switch is on record', { lastAliasRequest: null }, 'free'],
    ['the last switch is missing', {}, 'unknown'],
    ['assignment is off since a rollback', { lastAliasRequest: last('rollback') }, 'pinned'],
  ])('%s, and the configuration has it off', (_, project, verdict) => {
    expect(pinnedByRollback({ autoAssignCustomDomains: false, ...project }, false)).toBe(verdict);
  });
});

describe('rollback or promote', () => {
  const deployment = (n: number): NonNullable<State['production']> => ({
    id: `dpl_${n}`,
    url: `shop-${n}.vercel.app`,
    createdAt: n,
    commit: null,
    ref: null,
    rebuildOf: null,
  });
  const at = (n: number, rest: Partial<State> = {}): State => ({
    schemaVersion: 1,
    project: 'prj_1',
    name: 'shop',
    production: deployment(n),
    autoAssign: true,
    pinned: false,
    canary: null,
    stages: [],
    domains: [{ name: 'shop.example.com', deployment: `dpl_${n}` }],
    ...rest,
  });
  const held = { autoAssign: false, pinned: true };
  const methods = (saved: State, live: State): unknown[] => plan(saved, live).map(({ params }) => params.method);

  test('to a page: the approver gets its address, because only its mark was read', () => {
    const page = { ...deployment(1), maintenance: true as const };
    const [change] = plan(at(1, { production: page, forward: true }), at(2));
    expect(change?.warnings.join()).toContain(
      'Read https://shop-1.vercel.app before you approve: Rewind reads only the mark',
    );
  });

  test('backwards: a rollback, and it is said that pushes stay STAGED', () => {
    expect(methods(at(1), at(2))).toEqual(['rollback']);
    expect(plan(at(1), at(2))[0]?.warnings.join()).toContain('STAGED until somebody promotes');
  });

  test('what a rollback leaves is no difference', () => {
    expect(plan(at(1), at(1, held))).toEqual([]);
  });

  test('forwards, out of a rollback: a promote, back to what the owner had chosen', () => {
    expect(methods(at(2), at(1, held))).toEqual(['promote']);
    expect(plan(at(2, { autoAssign: false }), at(1, held))[0]?.params).toMatchObject({ autoAssign: false });
  });

  test('forwards where rolling releases are on: the approver is told that the stages are skipped', () => {
    const [change] = plan(at(2), at(1, { ...held, stages: [10, 100] }));
    expect(change?.warnings.join()).toContain('completed at once');
  });

  test('a rolling release to something else is ended by a rollback, also when the target is newer', () => {
    expect(methods(at(2), at(1, { ...held, canary: 'dpl_3' }))).toEqual(['rollback']);
    expect(methods(at(1), at(1, { canary: 'dpl_3' }))).toEqual(['rollback']);
  });

  test('a rolling release to the target is completed', () => {
    expect(methods(at(2), at(1, { ...held, canary: 'dpl_2', stages: [10, 100] }))).toEqual(['promote']);
  });

  test('assignment that the owner switched off since is switched on; one that is not told is left alone', () => {
    expect(plan(at(1), at(1, { autoAssign: false })).map(({ id }) => id)).toEqual(['auto-assign']);
    expect(plan(at(1), at(1, { autoAssign: null }))).toEqual([]);
  });

  test('a manifest of before the stages were captured is read', () => {
    const { stages, ...older } = at(1);
    expect(stages).toEqual([]);
    expect(state.parse(older)).toEqual(at(1));
  });

  test('a rebuild of the saved deployment, made for a new signing secret, stands for it', () => {
    const rebuilt = { ...deployment(9), rebuildOf: 'dpl_1' };
    const domains = [{ name: 'shop.example.com', deployment: 'dpl_9' }];
    expect(plan(at(1), at(1, { production: rebuilt, domains }))).toEqual([]);
    expect(plan(at(2), at(1, { production: rebuilt, domains }))).toHaveLength(1);
  });
});
