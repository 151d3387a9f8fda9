import { expect, test } from '@jest/globals';
import type { OriginChange } from '../../src/engine/assemble-plan.js';
import { withStaleVariables, type Compared } from '../../src/engine/stale-variables.js';

const change = (over: Partial<OriginChange>): OriginChange => ({
  id: 'x',
  stage: 'configuration',
  action: 'update',
  target: 'x',
  before: null,
  after: null,
  effect: 'live',
  undo: null,
  warnings: [],
  params: {},
  ...over,
});
const BUILT = Date.UTC(2026, 10, 20, 10);
const web: Compared = {
  resource: 'web',
  changes: [change({ id: 'switch', builds: { at: BUILT, project: ['prj_1', 'shop'] } })],
  saved: {},
  live: {},
};
const variable = (name: string, changedAt: number, project = 'shop') => ({
  project,
  name,
  changedAt,
  change: `env:${name}`,
});
const env = (over: Partial<Compared>): Compared => ({ resource: 'env', changes: [], saved: {}, live: {}, ...over });
const warningsOf = (
  compared: readonly Compared[],
  stays: (one: OriginChange) => boolean = () => false,
): readonly string[] => withStaleVariables(compared, stays).get('web')?.[0]?.warnings ?? [];

test('names each variable that was changed after the build, with both dates, and no other', () => {
  const live = {
    variables: [
      variable('OLD', BUILT - 1),
      variable('KEY', BUILT + 86_400_000),
      variable('THEIRS', BUILT + 1, 'other'),
    ],
  };
  expect(warningsOf([web, env({ live })])).toEqual([
    'It was built 2026-11-20T10:00Z. Variables that were changed later come back as they were then: KEY (changed 2026-11-21T10:00Z). Check that the old values are still valid.',
  ]);
  expect(warningsOf([web, env({ live: { variables: [variable('OLD', BUILT)] } })])).toEqual([]);
});

test('what the plan restores counts as it was saved, unless a person must restore it or it stays', () => {
  const live = { variables: [variable('KEY', BUILT + 2)] };
  const restores = (saved: number, over: Partial<OriginChange> = {}): Compared =>
    env({ live, saved: { variables: [variable('KEY', saved)] }, changes: [change({ id: 'env:KEY', ...over })] });
  expect(warningsOf([web, restores(BUILT - 1)])).toEqual([]);
  expect(warningsOf([web, restores(BUILT + 1)])).toHaveLength(1);
  expect(warningsOf([web, restores(BUILT - 1, { manual: 'set it' })])).toHaveLength(1);
  expect(warningsOf([web, restores(BUILT - 1)], ({ id }) => id === 'env:KEY')).toHaveLength(1);
});

test('a plan that builds the deployment again brings no old value', () => {
  const hooks = env({ resource: 'hooks', changes: [change({ id: 'redeploy', deploys: true })] });
  expect(warningsOf([web, env({ live: { variables: [variable('KEY', BUILT + 1)] } }), hooks])).toEqual([]);
});

test('what an interrupted run of the approved plan returned counts as it was saved, and its new build still counts', () => {
  const done = env({
    live: { variables: [variable('KEY', BUILT + 2)] },
    saved: { variables: [variable('KEY', BUILT - 1)] },
  });
  const again = (id: string, over: Partial<OriginChange> = {}): readonly string[] =>
    withStaleVariables([web, done], () => false, [{ resource: 'env', ...change({ id, ...over }) }]).get('web')?.[0]
      ?.warnings ?? [];
  expect(again('env:KEY')).toEqual([]);
  expect(again('env:OTHER')).toHaveLength(1);
  expect(again('env:OTHER', { deploys: true })).toEqual([]);
});
