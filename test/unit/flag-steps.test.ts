import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { compareWithLive } from '../../src/engine/live-plan.js';
import type { Manifest } from '../../src/engine/manifest.js';
import type { Plan } from '../../src/engine/plan.js';
import type { Change } from '../../src/engine/change.js';
import type { Provider } from '../../src/engine/provider.js';
import type { Steps } from '../../src/engine/capabilities.js';
import { ASPECTS, type AspectName } from '../../src/providers/launchdarkly/aspects.js';
import type { FlagState } from '../../src/providers/launchdarkly/state.js';
import * as launchdarkly from '../../src/providers/launchdarkly/steps.js';
import { plan as launchdarklyPlan } from '../../src/providers/launchdarkly/plan.js';
import { plan as unleashPlan } from '../../src/providers/unleash/plan.js';
import type { Feature } from '../../src/providers/unleash/model.js';
import type { FeatureState } from '../../src/providers/unleash/state.js';
import * as unleash from '../../src/providers/unleash/steps.js';
import { RewindError } from '../../src/runtime/errors.js';
import { bringInSteps, stepsChange } from '../../src/services/flags/steps.js';
import { testContext } from '../support/context.js';
import { memoryStore } from '../support/memory-store.js';

const percentages = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 4 })
  .map((all) => [...all.sort((a, b) => a - b), 100]);
const none: ReadonlySet<string> = new Set();

const goal = { percentages: [10, 100], gate: { command: 'true', seconds: 10 }, earlier: [] };
function expectFew(step: Change | undefined, others: readonly Change[]): void {
  const { params, ...shown } = step ?? { params: null };
  expect(others).toEqual([]);
  expect(params?.flags).toHaveLength(300);
  expect(shown).toMatchObject({
    target: expect.stringMatching(/^300 flags in .* and 290 more$/),
    before: expect.stringMatching(/ and 290 more$/),
    after: expect.stringMatching(/ and 290 more$/),
  });
  expect(JSON.stringify(shown).length).toBeLessThan(2500);
}

describe('LaunchDarkly', () => {
  const serve = (variation: string) => ({ variation, rollout: null });
  const split = (blue: number, bucketBy: string | null = null) => ({
    variation: null,
    rollout: {
      weights: [
        { variation: 'red', weight: 100_000 - blue },
        { variation: 'blue', weight: blue },
      ],
      bucketBy,
      contextKind: null,
      experiment: false,
    },
  });
  const variation = (id: string) => ({ id, label: id, value: id, texts: '' });
  const flag = (fields: Partial<FlagState>): FlagState => ({
    key: 'theme',
    archived: false,
    tags: [],
    kind: 'multivariate',
    variations: ['red', 'blue', 'green'].map(variation),
    on: true,
    version: 1,
    offVariation: 'red',
    fallthrough: serve('blue'),
    targets: [],
    rules: [],
    prerequisites: [],
    trackEvents: false,
    trackEventsFallthrough: false,
    ...fields,
  });
  const rule = { serve: serve('blue'), summary: '', fingerprint: '', trackEvents: false, disabled: false };

  test.each<[string, Partial<FlagState>, Partial<FlagState> | undefined, AspectName[]]>([
    ['the flag does not exist', {}, undefined, [...ASPECTS]],
    ['it is turned off', { on: false }, {}, ['on']],
    ['more than its switch and its default rule change', {}, { on: false }, ['on', 'targets']],
    ['its rules apply to users as soon as it is on', { rules: [rule] }, { on: false, rules: [rule] }, ['on']],
    [
      'a flag that it depends on changes, too',
      { prerequisites: [{ key: 'parent', variation: 'x' }] },
      { on: false },
      ['on'],
    ],
    ['its users are not divided by percentages', {}, { on: false, offVariation: null }, ['on']],
    [
      'it does not pass from one variation to one other',
      { fallthrough: split(50_000) },
      { fallthrough: serve('green') },
      ['fallthrough'],
    ],
    ['its variations change', {}, { on: false, variations: [variation('red')] }, ['on']],
    [
      'the attribute by which users are divided changes',
      { fallthrough: split(50_000, 'country') },
      { fallthrough: split(10_000) },
      ['fallthrough'],
    ],
  ])('changes at once: %s', (why, was, is, differing) => {
    const changing = new Set(['theme', 'parent']);
    expect(launchdarkly.stepOf(flag(was), is && flag(is), differing, changing, [])).toBe(why);
  });

  test('a plan of 300 flags names a few; its parameters hold all', () => {
    const at = (on: boolean) => ({
      schemaVersion: 1 as const,
      project: 'shop',
      environment: 'production',
      flags: Array.from({ length: 300 }, (_, index) => flag({ key: `flag-${index}`, on })),
    });
    const [step, ...others] = launchdarklyPlan({ ...at(true), steps: goal }, at(false));
    expectFew(step, others);
  });

  test('each step has at least its percentage, no share falls, and both ends are exact', () => {
    const ends = fc.record({
      on: fc.boolean(),
      start: fc.integer({ min: 0, max: 49 }),
      end: fc.integer({ min: 50, max: 100 }),
    });
    fc.assert(
      fc.property(ends, percentages, ({ on, start, end }, steps) => {
        const goal = flag({ fallthrough: split(end * 1000) });
        const live = flag({ on, fallthrough: on ? split(start * 1000) : serve('green') });
        const step = launchdarkly.stepOf(goal, live, ['on', 'fallthrough'], none, []);
        if (typeof step === 'string') throw new Error(step);
        const at = steps.map((each) => launchdarkly.atStep(step, goal, each));
        const shares = [live, ...at].map((each) => launchdarkly.shareOf(each, step) ?? Number.NaN);
        expect(shares.every((share, index) => share >= (shares[index - 1] ?? 0))).toBe(true);
        for (const [index, each] of steps.entries())
          expect(launchdarkly.standingOf(step, goal, at[index] ?? goal)).toBeGreaterThanOrEqual(each);
        expect(at.at(-1)).toBe(goal);
        expect(launchdarkly.atStep(step, goal, null)).toMatchObject({ on, fallthrough: live.fallthrough });
      }),
      { numRuns: 100 },
    );
  });
});

describe('Unleash', () => {
  test('a plan of 300 flags names a few; its parameters hold all', () => {
    const at = (enabled: boolean) => ({
      schemaVersion: 1 as const,
      project: 'default',
      environment: 'production',
      segments: [],
      features: Array.from({ length: 300 }, (_, index) => ({ ...state(enabled, [100]), name: `flag-${index}` })),
    });
    const [step, ...others] = unleashPlan({ ...at(true), steps: goal }, at(false));
    expectFew(step, others);
  });

  const strategy = (rollout: number) => ({
    id: 's',
    name: 'flexibleRollout',
    title: null,
    disabled: false,
    parameters: { rollout: String(rollout), stickiness: 'default', groupId: 'checkout' },
    constraints: [],
    variants: [],
    segments: [],
  });
  const feature = (enabled: boolean, rollouts: readonly number[]): Feature => ({
    name: 'checkout',
    tags: [],
    type: 'release',
    description: null,
    stale: false,
    impressionData: false,
    enabled,
    strategies: rollouts.map(strategy),
    variants: [],
    dependencies: [],
  });
  const state = (
    enabled: boolean,
    all: readonly (number | null)[],
    more: Partial<FeatureState> = {},
  ): FeatureState => ({
    ...feature(enabled, []),
    description: '',
    strategies: all.map((percentage) => ({ summary: '', active: true, percentage, fingerprint: 'f' })),
    variants: { names: [], fingerprint: '' },
    ...more,
  });

  test.each<[string, FeatureState, FeatureState | undefined, string[]]>([
    ['the flag does not exist', state(true, [100]), undefined, []],
    ['it is turned off', state(false, [100]), state(true, [100]), []],
    ['more than its switch and its percentages change', state(true, [100]), state(false, [100, 50]), []],
    [
      'not each of its strategies has a percentage that stays with the user',
      state(true, [null]),
      state(false, [null]),
      [],
    ],
    ['a segment changes, too', state(true, [100]), state(false, [100]), ['segment:beta']],
    [
      'a flag that it depends on changes, too',
      state(true, [100], { dependencies: ['parent on'] }),
      state(false, [100]),
      ['targeting:parent'],
    ],
    ['a percentage falls', state(true, [30]), state(true, [60]), []],
  ])('changes at once: %s', (why, was, is, changing) => {
    expect(unleash.stepOf(was, is, new Set(changing), [])).toBe(why);
  });

  test('each step has at least its percentage, no percentage falls, and both ends are exact', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 50, max: 100 }));
    const ends = fc.record({ on: fc.boolean(), pairs: fc.array(pair, { minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(ends, percentages, ({ on, pairs }, steps) => {
        const [starts, goals] = [pairs.map(([from]) => from), pairs.map(([, to]) => to)];
        const goal = feature(true, goals);
        const step = unleash.stepOf(state(true, goals), state(on, starts), none, []);
        if (typeof step === 'string') throw new Error(step);
        const at = steps.map((each) => unleash.atStep(step, goal, each));
        const rollouts = ({ strategies }: Feature) => strategies.map(({ parameters }) => Number(parameters.rollout));
        const met = [on ? starts : starts.map(() => 0), ...at.map(rollouts)];
        expect(met.every((each, index) => each.every((one, s) => one >= (met[index - 1]?.[s] ?? 0)))).toBe(true);
        for (const [index, each] of steps.entries())
          expect(unleash.standingOf(step, goal, at[index] ?? goal)).toBeGreaterThanOrEqual(each);
        expect(at.at(-1)).toEqual(goal);
        expect(unleash.atStep(step, goal, null)).toEqual(feature(on, starts));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the steps', () => {
  const schedule = { percentages: [10, 50, 100], gate: { command: '[ $REWIND_STAGE = 1 ]', seconds: 10 } };
  const world = (refuse: (flag: string, to: number | null) => boolean) => {
    const at = new Map([
      ['a', 0],
      ['b', 0],
    ]);
    const run = bringInSteps(testContext(), schedule, {
      flags: [...at.keys()],
      standing: (flag) => Promise.resolve(at.get(flag) ?? null),
      set: async (flag, to) => {
        if (refuse(flag, to)) throw new RewindError('api-unavailable', `${flag} refused.`);
        at.set(flag, to ?? 0);
        return Promise.resolve();
      },
    });
    return {
      at,
      error: run.then(
        () => null,
        (error: unknown) => error as RewindError,
      ),
    };
  };

  test.each([
    [[50, 50], 'at step 1 of 2 (50 %)', '50'],
    [[50, 30], 'at step 1 of 2 (a 50 %, b 30 %)', '30'],
  ])('flags that other steps left at %j: log and gate name what is live', async (left, logged, given) => {
    const ctx = testContext();
    const at = new Map(['a', 'b'].map((flag, index) => [flag, left[index] ?? 0]));
    const gate = { command: `[ $REWIND_PERCENTAGE = ${given} ]`, seconds: 10 };
    await bringInSteps(
      ctx,
      { percentages: [20, 100], gate },
      {
        flags: [...at.keys()],
        standing: (flag) => Promise.resolve(at.get(flag) ?? null),
        set: (flag, to) => Promise.resolve(void at.set(flag, to ?? 0)),
      },
    );
    expect([ctx.lines.join('\n'), [...at.values()]]).toEqual([expect.stringContaining(logged), [100, 100]]);
  });

  test('the plan says what is live, and only the steps that are to come', () => {
    const gate = { command: 'true', seconds: 10 };
    const said = (live: readonly (number | null)[]) =>
      stepsChange('production', ['a', 'b'], { percentages: [20, 60, 100], gate }, live).warnings[0];
    expect(said([0, null])).toMatch(/^In steps: 20 % → 60 % → 100 %\. /);
    expect(said([50, 100])).toMatch(/^In steps: 50 % \(now\) → 60 % → 100 %\. /);
  });

  test('an error of the service leaves the flags at their step', async () => {
    const { at, error } = world((flag, to) => flag === 'b' && to === 50);
    expect((await error)?.message).toBe('b refused.');
    expect([...at.values()]).toEqual([50, 10]);
  });

  test('a flag that does not return is named, and does not stop the others', async () => {
    const { at, error } = world((flag, to) => flag === 'a' && to === null);
    expect(await error).toMatchObject({
      code: 'release-gate-failed',
      message: expect.stringContaining('These flags did not return: a: a refused.'),
      remedy: expect.stringContaining('rewind recover --status'),
    });
    expect([...at.values()]).toEqual([50, 0]);
  });
});

describe('a plan with steps', () => {
  const change: Change = {
    id: 'items',
    stage: 'configuration',
    action: 'update',
    target: 'items',
    before: 'off',
    after: 'on',
    effect: 'live',
    undo: null,
    warnings: ['a warning of its own'],
    params: { kind: 'steps' },
  };
  const asked: Steps[] = [];
  const providerOf = (capabilities: Provider<unknown, unknown>['capabilities']): Provider<unknown, unknown> => ({
    id: 'fake',
    state: z.unknown(),
    check: () => Promise.resolve([]),
    capture: () => Promise.resolve({}),
    plan: () => [change],
    apply: () => Promise.reject(new Error('a plan applies nothing')),
    ...(capabilities === undefined ? {} : { capabilities }),
  });
  const resources = [
    { id: 'flags', provider: providerOf({ inSteps: (_config, saved, steps) => (asked.push(steps), saved) }) },
    { id: 'edge', provider: providerOf(undefined) },
  ].map((one) => ({ ...one, providerId: 'fake', config: {} }));

  test('a resource without percentages says that it changes at once; one with them knows of earlier changes', async () => {
    const store = memoryStore();
    await store.put('snapshots/production/s1/manifest.json', Buffer.from('{}'));
    const manifest = {
      id: 's1',
      environment: 'production',
      salt: '00',
      resources: resources.map(({ id }) => ({ id, provider: 'fake', state: {}, durationMs: 5 })),
    } as unknown as Manifest;
    const compare = async (steps: readonly number[] | null, earlier: readonly Plan[] = []): Promise<Plan> => {
      const recovers = {
        rollback: 'r',
        deployments: {},
        gate: 'true',
        ...(steps === null ? {} : { steps: [...steps] }),
      };
      const given = { resources, store, ctx: testContext(), manifest, database: 'up', scope: null } as const;
      return (await compareWithLive({ ...given, recovers, earlier })).plan;
    };
    const plan = await compare([10, 100]);
    const own = change.warnings;
    expect(plan.changes.map(({ warnings }) => warnings)).toEqual([
      own,
      [...own, 'changes at once, not in steps, and does not wait for the gate command'],
    ]);
    expect((await compare(null)).changes.map(({ warnings }) => warnings)).toEqual([own, own]);
    await compare([10, 50, 100], [plan]);
    expect(asked).toEqual([
      { percentages: [10, 100], gate: 'true', earlier: [] },
      { percentages: [10, 50, 100], gate: 'true', earlier: [change.params] },
    ]);
  });
});
