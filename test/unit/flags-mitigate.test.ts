import { expect, test } from '@jest/globals';
import { mitigation } from '../../src/providers/vercel-flags/mitigate.js';
import { plan } from '../../src/providers/vercel-flags/plan.js';
import type { FlagState, State } from '../../src/providers/vercel-flags/state.js';

const flag = (slug: string, fields: Partial<FlagState>, active = true): FlagState => ({
  slug,
  tags: [],
  state: 'active',
  variants: 'v',
  environments: { production: { active, rules: 0, targeting: 't', experiment: false } },
  ...fields,
});
const config = {
  id: 'flags',
  provider: 'vercel-flags',
  project: 'prj',
  environments: ['production'],
} as unknown as Parameters<typeof mitigation.ease>[0];
const state = (...flags: FlagState[]): State => ({ schemaVersion: 1, project: 'prj', flags });

test('a mitigation of Vercel flags turns off what is selected and on', () => {
  const live = state(
    flag('banner', { tags: ['risky'] }),
    flag('beta', { tags: ['risky'], state: 'archived' }),
    flag('calm', {}),
    flag('off', { tags: ['risky'] }, false),
    flag('theme', {}),
  );
  const { desired, unknown } = mitigation.ease(
    config,
    live,
    { kind: 'flags-off', flags: ['theme', 'nope'], tags: ['risky'] },
    {},
  );
  expect(unknown).toEqual(['nope']);
  expect(plan(desired, live).map(({ params }) => params)).toEqual([
    { kind: 'turn-off', slug: 'banner' },
    { kind: 'turn-off', slug: 'theme' },
  ]);
});

test('a flag that differs in more than the switch is restored in full', () => {
  const saved = state(flag('banner', { variants: 'other' }, false));
  expect(plan(saved, state(flag('banner', {})))[0]?.params).toEqual({ kind: 'restore', slug: 'banner' });
});

test('the switch of an archived flag is restored in full: turning off skips archived flags', () => {
  const saved = state(flag('beta', { state: 'archived' }, false));
  const live = state(flag('beta', { state: 'archived' }));
  expect(plan(saved, live)[0]?.params).toEqual({ kind: 'restore', slug: 'beta' });
});
