import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../src/runtime/context.js';
import { RewindError } from '../../src/runtime/errors.js';
import type { Change } from '../../src/engine/provider.js';
import provider, { turnOff } from '../../src/providers/launchdarkly/index.js';
import type { State } from '../../src/providers/launchdarkly/state.js';
import { LaunchDarklySandbox, type Fault, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

const config = { id: 'subject', provider: 'launchdarkly' as const, project: 'shop', environment: 'production' };
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
  sandbox.now = () => clock.now().getTime();
});
afterAll(() => sandbox.stop());

beforeEach(() => {
  slept = 0;
  sandbox.faults.length = 0;
  sandbox.log.length = 0;
  sandbox.limit = undefined;
  sandbox.before = undefined;
  sandbox.writes = 0;
  sandbox.tokens.clear();
  sandbox.tokens.set('writer', 'writer').set('reader', 'reader').set('nobody', 'nobody');
  shop = sandbox.addProject('shop', ['production', 'staging']);
  sandbox.addFlag(shop, { key: 'banner', tags: ['ui', 'risky'] });
  sandbox.addFlag(shop, { key: 'checkout', tags: ['risky'] });
  sandbox.addFlag(shop, { key: 'theme', values: ['light', 'dark'] });
  on('banner');
});

const on = (key: string): void => sandbox.patch(shop, key, 'production', [{ kind: 'turnFlagOn' }]);
const isOn = (key: string): boolean | undefined => shop.flags.get(key)?.environments.get('production')?.on;

function context(token = 'writer', timeoutMs = 2000): TestContext {
  return testContext({
    env: { LAUNCHDARKLY_ACCESS_TOKEN: token, LAUNCHDARKLY_API_URL: sandbox.url },
    clock,
    http: { timeoutMs },
  });
}

async function capture(ctx = context()): Promise<{ state: State; payloads: MemoryPayloads }> {
  const payloads = new MemoryPayloads();
  return { state: await provider.capture(config, ctx, payloads), payloads };
}

async function failure(run: Promise<unknown>): Promise<RewindError> {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RewindError)) throw new Error(`expected a RewindError, got ${String(error)}`);
  return error;
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

describe('a service that stumbles', () => {
  const kinds: Fault['kind'][] = [
    'limited',
    'limited-retry-after',
    'limited-plain',
    'error-500',
    'reset',
    'hang',
    'truncated',
    'html',
  ];

  test.each(kinds)('%s: reading goes on', async (kind) => {
    const { state } = await capture();
    sandbox.faults.push({ kind, times: 2 });
    expect((await capture(context('writer', 300))).state).toEqual(state);
  });

  test.each(kinds)('%s: writing goes on', async (kind) => {
    const { changes, payloads } = await drifted();
    sandbox.faults.push({ kind, on: 'PATCH', times: 2 });
    await applyAll(changes, payloads, context('writer', 300));
    expect(isOn('checkout')).toBe(false);
  });

  test('an answer lost after the write: the flag is off, and stays off', async () => {
    const { changes, payloads } = await drifted();
    sandbox.faults.push({ kind: 'error-500-executed', on: 'PATCH', times: 1 });
    await applyAll(changes, payloads);
    expect(isOn('checkout')).toBe(false);
  });

  test('a service that stays down: says so, names itself, changes nothing', async () => {
    const { changes, payloads } = await drifted();
    sandbox.faults.push({ kind: 'error-500', times: 1000 });
    const error = await failure(applyAll(changes, payloads));
    expect(error.code).toBe('api-unavailable');
    expect(error.message).toContain('LaunchDarkly');
    expect(isOn('checkout')).toBe(true);
  });

  test('a limit that never lifts: api-rate-limited', async () => {
    sandbox.faults.push({ kind: 'limited', times: 1000 });
    expect((await failure(capture())).code).toBe('api-rate-limited');
  });

  test('nothing left in the window: it is waited for, instead of running into refusals', async () => {
    for (let i = 0; i < 8; i += 1) sandbox.addFlag(shop, { key: `extra-${i}` });
    const { state, payloads } = await capture();
    for (let i = 0; i < 8; i += 1) on(`extra-${i}`);
    const changes = provider.plan(state, (await capture()).state);
    expect(changes).toHaveLength(8);
    sandbox.limit = 5;
    sandbox.log.length = 0;
    await applyAll(changes, payloads);
    expect(sandbox.log.filter(({ status }) => status === 429)).toEqual([]);
    expect(slept).toBeGreaterThan(10_000);
    expect(isOn('extra-7')).toBe(false);
  });
});

describe('credentials', () => {
  test('an expired token is told as such, and never shown', async () => {
    const error = await failure(capture(context('expired-token-1234')));
    expect(error.code).toBe('api-unauthorized');
    expect(JSON.stringify([error.message, error.remedy])).not.toContain('expired-token-1234');
  });

  test('no token at all: the variable is named', async () => {
    const error = await failure(provider.capture(config, testContext(), new MemoryPayloads()));
    expect(error.code).toBe('credential-missing');
    expect(error.message).toContain('LAUNCHDARKLY_ACCESS_TOKEN');
  });

  test('a token without permission: 403 names it', async () => {
    expect((await failure(capture(context('nobody')))).remedy).toContain('viewProject');
    const { changes, payloads } = await drifted();
    const error = await failure(applyAll(changes, payloads, context('reader')));
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
    expect((await failure(capture())).code).toBe('api-not-found');
    expect((await provider.check(config, context())).map(({ code }) => code)).toEqual(['api-not-found']);
  });

  test('the environment is unknown', async () => {
    const error = await failure(provider.capture({ ...config, environment: 'prod' }, context(), new MemoryPayloads()));
    expect(error.code).toBe('api-not-found');
    expect(error.remedy).toContain('environment');
  });

  test('a flag deleted between plan and apply: said, and the next plan makes it again', async () => {
    const { changes, payloads, state } = await drifted();
    shop.flags.delete('checkout');
    expect((await failure(applyAll(changes, payloads))).code).toBe('api-not-found');
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
    shop.environments.set('production', { approvals: true });
    const codes = (await provider.check(config, context())).map(({ code }) => code);
    expect(codes).toEqual(['launchdarkly-approval-required']);
    const error = await failure(applyAll(changes, payloads));
    expect(error.code).toBe('api-rejected');
    expect(error.remedy).toContain('bypassRequiredApproval');
  });

  test('a flag made after the snapshot is turned off, not deleted', async () => {
    const { state, payloads } = await capture();
    sandbox.addFlag(shop, { key: 'fresh' });
    on('fresh');
    const changes = provider.plan(state, (await capture()).state);
    expect(changes.map(({ id }) => id)).toEqual(['newcomer:fresh']);
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
      ['environment', true],
    ]);
  });
});

describe('two operators at once', () => {
  test('a conflict (409) is read again and decided again', async () => {
    const { changes, payloads } = await drifted();
    sandbox.faults.push({ kind: 'conflict', on: 'PATCH', times: 2 });
    await applyAll(changes, payloads);
    expect(isOn('checkout')).toBe(false);
  });

  test('a conflict that never ends is told', async () => {
    const { changes, payloads } = await drifted();
    sandbox.faults.push({ kind: 'conflict', on: 'PATCH', times: 1000 });
    expect((await failure(applyAll(changes, payloads))).code).toBe('api-conflict');
  });

  test('somebody else was quicker: nothing is written', async () => {
    const { changes, payloads } = await drifted();
    sandbox.patch(shop, 'checkout', 'production', [{ kind: 'turnFlagOff' }]);
    sandbox.writes = 0;
    await applyAll(changes, payloads);
    expect(sandbox.writes).toBe(0);
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
    sandbox.log.length = 0;
    const { state } = await capture();
    expect(state.flags).toHaveLength(260);
    expect(state.flags.filter(({ archived }) => archived)).toHaveLength(120);
    expect(sandbox.log).toHaveLength(4);
  });

  test('a flag that is deleted while the pages are read does not hide another', async () => {
    for (let i = 0; i < 150; i += 1) sandbox.addFlag(shop, { key: `f-${String(i).padStart(3, '0')}` });
    let seen = 0;
    sandbox.before = (line) => {
      if (line.includes('offset=100') && (seen += 1) === 1) shop.flags.delete('banner');
    };
    const { state } = await capture();
    expect(state.flags.map(({ key }) => key)).toEqual([...shop.flags.keys()].sort());
  });
});

describe('turnOff', () => {
  test('named and tagged flags, once; what is off or unknown is said', async () => {
    on('theme');
    const selection = { flags: ['theme', 'nope'], tags: ['risky'] };
    const sorted = async (): Promise<unknown> =>
      (await turnOff(config, context(), selection)).map(({ flag, outcome }) => `${flag}: ${outcome}`).sort();
    expect(await sorted()).toEqual([
      'banner: turned-off',
      'checkout: already-off',
      'nope: not-found',
      'theme: turned-off',
    ]);
    expect(['banner', 'checkout', 'theme'].map(isOn)).toEqual([false, false, false]);
    sandbox.writes = 0;
    expect(await sorted()).toEqual([
      'banner: already-off',
      'checkout: already-off',
      'nope: not-found',
      'theme: already-off',
    ]);
    expect(sandbox.writes).toBe(0);
    expect(shop.flags.get('banner')?.environments.get('staging')?.version).toBe(1);
  });

  test('one failure hides no other', async () => {
    on('checkout');
    sandbox.faults.push({ kind: 'error-500', on: 'PATCH /api/v2/flags/shop/banner', times: 1000 });
    const result = await turnOff(config, context(), { tags: ['risky'] });
    expect(result.map(({ flag, outcome }) => [flag, outcome])).toEqual([
      ['banner', 'failed'],
      ['checkout', 'turned-off'],
    ]);
    expect(result[0]?.message).toContain('500');
  });
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
  const [change] = provider.plan(state, (await capture()).state);
  expect(change?.manual).toContain('experiment');
});

test('prove compares the sealed flags with the manifest', async () => {
  const { state, payloads } = await capture();
  expect(await provider.prove?.(config, state, context(), payloads, 'readable')).toEqual([]);
  on('theme');
  const { state: later } = await capture();
  expect(await provider.prove?.(config, later, context(), payloads, 'readable')).toHaveLength(1);
});
