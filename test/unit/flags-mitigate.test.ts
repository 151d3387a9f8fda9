import { expect, test } from '@jest/globals';
import { inEffect } from '../../src/engine/in-effect.js';
import type { Resource } from '../../src/engine/resources.js';
import vercelFlags from '../../src/providers/vercel-flags/index.js';
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

test('a flag that a person turned on in one of two environments is still in effect; turned on in both with other rules, it is not', () => {
  const both = (production: boolean, preview: boolean, rules = 0): FlagState =>
    flag('banner', {
      environments: {
        production: { active: production, rules, targeting: 't', experiment: false },
        preview: { active: preview, rules, targeting: 't', experiment: false },
      },
    });
  const resource = { id: 'flags', provider: vercelFlags, config } as unknown as Resource;
  const measure = { kind: 'flags-off' as const, flags: ['banner'], tags: [] };
  const left = (now: FlagState): number =>
    inEffect(resource, state(both(true, true)), state(now), { id: null, measure, facts: {}, minutes: 60, lifts: false })
      .length;
  expect([both(false, false), both(false, true), both(true, true), both(true, true, 2)].map(left)).toEqual([
    1, 1, 0, 0,
  ]);
});
