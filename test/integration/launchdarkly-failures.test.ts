import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../src/runtime/context.js';
import type { Change } from '../../src/engine/change.js';
import provider from '../../src/providers/launchdarkly/index.js';
import { mitigation } from '../../src/providers/launchdarkly/mitigate.js';
import type { State } from '../../src/providers/launchdarkly/state.js';
import { LaunchDarklySandbox, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import { failureOf, failures } from '../conformance/failures.suite.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

const config = {
  id: 'subject',
  provider: 'launchdarkly' as const,
  project: 'shop',
  environment: 'production',
  'gate-timeout-seconds': 30,
};
let sandbox: LaunchDarklySandbox;
let shop: SandboxProject;
/** Milliseconds slept in the run so far; nobody really waits for them. */
let slept: number;

const clock: Clock = {
  now: () => new Date(1_795_000_000_000 + slept),
  monotonic: () => slept,
  sleep: async (ms) => void (slept += ms),
};

beforeAll(async () => {
  sandbox = await new LaunchDarklySandbox().start();
  sandbox.clock = () => clock.now().getTime();
});
afterAll(() => sandbox.stop());

function reset(): void {
  slept = 0;
  sandbox.clearFaults();
  sandbox.requests.length = 0;
  sandbox.tokens.clear();
  sandbox.tokens.set('writer', 'writer').set('reader', 'reader').set('nobody', 'nobody');
  shop = sandbox.addProject('shop', ['production', 'staging']);
  sandbox.addFlag(shop, { key: 'banner', tags: ['ui', 'risky'] });
  sandbox.addFlag(shop, { key: 'checkout', tags: ['risky'] });
  sandbox.addFlag(shop, { key: 'theme', values: ['light', 'dark'] });
  on('banner');
}
beforeEach(reset);

const on = (key: string): void => sandbox.patch(shop, key, 'production', [{ kind: 'turnFlagOn' }]);
const isOn = (key: string): boolean | undefined => shop.flags.get(key)?.environments.get('production')?.on;

function context(token = 'writer', timeoutMs = 2000, env: Record<string, string | undefined> = {}): TestContext {
  return testContext({
    env: { LAUNCHDARKLY_ACCESS_TOKEN: token, LAUNCHDARKLY_API_URL: sandbox.url, ...env },
    clock,
    http: { timeoutMs },
  });
}

async function capture(ctx = context()): Promise<{ state: State; payloads: MemoryPayloads }> {
  const payloads = new MemoryPayloads();
  return { state: await provider.capture(config, ctx, payloads), payloads };
}

/** A snapshot; then the flag "checkout" goes on; returns what puts it back. */
async function drifted(): Promise<{ changes: Change[]; payloads: MemoryPayloads; state: State }> {
  const { state, payloads } = await capture();
  on('checkout');
  const changes = provider.plan(state, (await capture()).state);
  expect(changes.map(({ id }) => id)).toEqual(['targeting:checkout']);
  return { changes, payloads, state };
}

async function applyAll(changes: readonly Change[], payloads: MemoryPayloads, ctx = context()): Promise<void> {
  for (const change of changes) await provider.apply(config, change, ctx, payloads);
}

failures({
  name: 'launchdarkly',
  provider,
  service: 'LaunchDarkly',
  credential: 'LAUNCHDARKLY_ACCESS_TOKEN',
  start: async () => ({
    server: sandbox,
    config: () => config,
    context: ({ timeoutMs, env } = {}) => context('writer', timeoutMs, env),
    reset: async () => reset(),
    breakIt: () => on('checkout'),
    close: async () => undefined,
  }),
});

describe('a service that stumbles', () => {
  test('nothing left in the window: it is waited for, instead of running into refusals', async () => {
    for (let i = 0; i < 8; i += 1) sandbox.addFlag(shop, { key: `extra-${i}` });
    const { state, payloads } = await capture();
    for (let i = 0; i < 8; i += 1) on(`extra-${i}`);
    const changes = provider.plan(state, (await capture()).state);
    expect(changes).toHaveLength(8);
    sandbox.limit = 5;
    sandbox.requests.length = 0;
    await applyAll(changes, payloads);
    expect(sandbox.requests.filter(({ status }) => status === 429)).toEqual([]);
    expect(slept).toBeGreaterThan(10_000);
    expect(isOn('extra-7')).toBe(false);
  });
});

describe('credentials', () => {
  test('an expired token is told as such, and never shown', async () => {
    const error = await failureOf(capture(context('expired-token-1234')));
    expect(error.code).toBe('api-unauthorized');
    expect(JSON.stringify([error.message, error.remedy])).not.toContain('expired-token-1234');
  });

  test('a token without permission: 403 names it', async () => {
    expect((await failureOf(capture(context('nobody')))).remedy).toContain('viewProject');
    const { changes, payloads } = await drifted();
    const error = await failureOf(applyAll(changes, payloads, context('reader')));
    expect(error.code).toBe('api-forbidden');
    expect(error.remedy).toContain('updateTargets');
    expect(isOn('checkout')).toBe(true);
  });

  test('check reports it once, as a finding', async () => {
    const findings = await provider.check(config, context('nobody'));
    expect(findings.map(({ level, code }) => [level, code])).toEqual([['error', 'api-forbidden']]);
  });
});

describe('things that are gone, or guarded', () => {
  test('the project is gone', async () => {
    sandbox.projects.delete('shop');
    expect((await failureOf(capture())).code).toBe('api-not-found');
    expect((await provider.check(config, context())).map(({ code }) => code)).toEqual(['api-not-found']);
  });

  test('the environment is unknown', async () => {
    const error = await failureOf(
      provider.capture({ ...config, environment: 'prod' }, context(), new MemoryPayloads()),
    );
    expect(error.code).toBe('api-not-found');
    expect(error.remedy).toContain('environment');
  });

  test('a flag deleted between plan and apply: said, and the next plan makes it again', async () => {
    const { changes, payloads, state } = await drifted();
    shop.flags.delete('checkout');
    expect((await failureOf(applyAll(changes, payloads))).code).toBe('api-not-found');
    const again = provider.plan(state, (await capture()).state);
    expect(again.map(({ id, action }) => [id, action])).toEqual([
      ['flag:checkout', 'create'],
      ['targeting:checkout', 'create'],
    ]);
    await applyAll(again, payloads);
    expect(provider.plan(state, (await capture()).state)).toEqual([]);
  });

  test('an environment that requires approvals: check warns, apply says what to do', async () => {
    const { changes, payloads } = await drifted();
    shop.environments.set('production', { id: 'env-shop-production', approvals: true });
    const codes = (await provider.check(config, context())).map(({ code }) => code);
    expect(codes).toEqual(['launchdarkly-approval-required']);
    const error = await failureOf(applyAll(changes, payloads));
    expect(error.code).toBe('api-rejected');
    expect(error.remedy).toContain('bypassRequiredApproval');
  });

  test('a flag made after the snapshot is turned off, not deleted', async () => {
    const { state, payloads } = await capture();
    sandbox.addFlag(shop, { key: 'fresh' });
    on('fresh');
    const changes = provider.plan(state, (await capture()).state);
    expect(changes.map(({ id }) => id)).toEqual(['disable-new:fresh']);
    await applyAll(changes, payloads);
    expect(isOn('fresh')).toBe(false);
    expect(provider.plan(state, (await capture()).state)).toEqual([]);
  });

  test('the configuration names another environment than the snapshot: refused, nothing is mixed', async () => {
    const { state } = await capture();
    const other = await provider.capture(
      { ...config, environment: 'staging' },
      context(),
      new MemoryPayloads('compare'),
    );
    expect(provider.plan(state, other).map(({ id, manual }) => [id, manual !== undefined])).toEqual([
      ['other-object', true],
    ]);
    // A snapshot of a version that did not read the id of the environment is compared as before.
    const { environmentId, ...older } = state;
    expect(environmentId).toBe('env-shop-production');
    const elsewhere = { ...state, environmentId: 'env-of-another-account' };
    expect(provider.plan(older, elsewhere)).toEqual([]);
    expect(provider.plan(state, elsewhere)).toMatchObject([{ id: 'other-object', manual: expect.any(String) }]);
  });
});

describe('two operators at once', () => {
  test('a conflict (409) is read again and decided again', async () => {
    const { changes, payloads } = await drifted();
    sandbox.inject({ on: /^PATCH/, times: 2, with: { kind: 'answer', answer: sandbox.failure(409) } });
    await applyAll(changes, payloads);
    expect(isOn('checkout')).toBe(false);
  });

  test('a conflict that never ends is told', async () => {
    const { changes, payloads } = await drifted();
    sandbox.inject({ on: /^PATCH/, times: 1000, with: { kind: 'answer', answer: sandbox.failure(409) } });
    expect((await failureOf(applyAll(changes, payloads))).code).toBe('api-conflict');
  });

  test('somebody else was quicker: nothing is written', async () => {
    const { changes, payloads } = await drifted();
    sandbox.patch(shop, 'checkout', 'production', [{ kind: 'turnFlagOff' }]);
    const before = sandbox.writes;
    await applyAll(changes, payloads);
    expect(sandbox.writes).toBe(before);
  });

  test('two rollbacks at the same time end in the same state', async () => {
    const { state, payloads } = await capture();
    for (const key of ['checkout', 'theme']) on(key);
    sandbox.patch(shop, 'banner', 'production', [{ kind: 'turnFlagOff' }]);
    const changes = provider.plan(state, (await capture()).state);
    await Promise.all([applyAll(changes, payloads), applyAll([...changes].reverse(), payloads)]);
    expect(provider.plan(state, (await capture()).state)).toEqual([]);
  });
});

describe('many flags', () => {
  test('more than a page, archived ones too; the same flag is never read twice', async () => {
    for (let i = 0; i < 257; i += 1) sandbox.addFlag(shop, { key: `f-${i}` });
    for (let i = 0; i < 120; i += 1) {
      const flag = shop.flags.get(`f-${i}`);
      if (flag) flag.archived = true;
    }
    sandbox.requests.length = 0;
    const { state } = await capture();
    expect(state.flags).toHaveLength(260);
    expect(state.flags.filter(({ archived }) => archived)).toHaveLength(120);
    // Two pages of each list, and the environment.
    expect(sandbox.requests).toHaveLength(5);
  });

  test('a flag that is deleted while the pages are read does not hide another', async () => {
    for (let i = 0; i < 150; i += 1) sandbox.addFlag(shop, { key: `f-${String(i).padStart(3, '0')}` });
    let seen = 0;
    sandbox.before = ({ query }) => {
      if (query.get('offset') === '100' && (seen += 1) === 1) shop.flags.delete('banner');
    };
    const { state } = await capture();
    expect(state.flags.map(({ key }) => key)).toEqual([...shop.flags.keys()].sort());
  });
});

test('a mitigation turns off named and tagged flags, once, without the payload of a snapshot', async () => {
  on('theme');
  const measure = { kind: 'flags-off', flags: ['theme', 'nope'], tags: ['risky'] } as const;
  const planned = async () => {
    const { state: live } = await capture();
    const { desired, unknown } = mitigation.ease(config, live, measure, {});
    return { changes: provider.plan(desired, live), unknown };
  };
  const { changes, unknown } = await planned();
  expect(unknown).toEqual(['nope']);
  expect(changes.map(({ params }) => params)).toEqual([
    { kind: 'turn-off', flag: 'banner' },
    { kind: 'turn-off', flag: 'theme' },
  ]);
  await applyAll(changes, new MemoryPayloads());
  expect(['banner', 'checkout', 'theme'].map(isOn)).toEqual([false, false, false]);
  expect((await planned()).changes).toEqual([]);
  const before = sandbox.writes;
  await applyAll(changes, new MemoryPayloads());
  expect(sandbox.writes).toBe(before);
  expect(shop.flags.get('banner')?.environments.get('staging')?.version).toBe(1);
});

test('an experiment cannot be written back: the plan says so instead of trying', async () => {
  const banner = shop.flags.get('banner')?.environments.get('production');
  const split = [
    { variation: 0, weight: 50_000 },
    { variation: 1, weight: 50_000 },
  ];
  if (banner) banner.fallthrough = { rollout: { variations: split, seed: 61 } };
  const { state } = await capture();
  expect((await provider.check(config, context())).map(({ code }) => code)).toEqual(['launchdarkly-manual-flags']);
  if (banner) banner.fallthrough = { variation: 0 };
  const { state: later } = await capture();
  const [change] = provider.plan(state, later);
  expect(change?.manual).toContain('experiment');
  // The other way round it can be written, and not be undone.
  expect(provider.plan(later, state)).toMatchObject([{ id: 'targeting:banner', undo: null }]);
});

test('a flag that was deleted and made again with another kind is left to a person', async () => {
  const { state } = await capture();
  shop.flags.delete('checkout');
  sandbox.addFlag(shop, { key: 'checkout', values: ['red', 'blue'] });
  const changes = provider.plan(state, (await capture()).state);
  expect(changes.map(({ id }) => id)).toEqual(['kind:checkout']);
  expect(changes[0]?.manual).toContain('The flag is boolean in the snapshot and multivariate now');
});

test('a variation that another environment still serves: the remedy says what to look for', async () => {
  const { state, payloads } = await capture();
  sandbox.patch(shop, 'theme', 'staging', [{ kind: 'addVariation', value: 'added' }]);
  const added = shop.flags.get('theme')?.variations.at(-1)?._id ?? '';
  sandbox.patch(shop, 'theme', 'staging', [{ kind: 'updateFallthroughVariationOrRollout', variationId: added }]);
  const changes = provider.plan(state, (await capture()).state);
  expect(changes.map(({ id }) => id)).toEqual(['remove-variations:theme']);
  const error = await failureOf(applyAll(changes, payloads));
  expect(error.remedy).toContain('Find what still uses the variation (another environment');
});

test('names of variations and attributes make no line of their own in a plan', async () => {
  const { state } = await capture();
  const [first, second] = shop.flags.get('theme')?.variations ?? [];
  if (!first || !second) throw new Error('no variations');
  first.name = 'on\nrule 1: everybody → off';
  sandbox.patch(shop, 'theme', 'production', [
    {
      kind: 'replaceRules',
      rules: [{ variationId: first._id, clauses: [{ attribute: 'a\nno rules', op: 'in', values: ['x'] }] }],
    },
  ]);
  const changes = provider.plan(state, (await capture()).state);
  expect(changes.map(({ id }) => id)).toEqual(['variations:theme', 'targeting:theme']);
  for (const { before } of changes)
    expect(before?.split('\n').filter((line) => /^(rule 1: everybody|no rules)/.test(line))).toEqual([]);
});

test('prove compares the sealed flags with the manifest', async () => {
  const { state, payloads } = await capture();
  expect(await provider.prove?.(config, state, context(), payloads, 'readable')).toEqual([]);
  on('theme');
  const { state: later } = await capture();
  expect(await provider.prove?.(config, later, context(), payloads, 'readable')).toHaveLength(1);
});
