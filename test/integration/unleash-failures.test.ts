import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../src/runtime/context.js';
import type { Change } from '../../src/engine/change.js';
import provider from '../../src/providers/unleash/index.js';
import { mitigation } from '../../src/providers/unleash/mitigate.js';
import type { State } from '../../src/providers/unleash/state.js';
import { UnleashFixture } from '../sandbox/unleash/fixture.js';
import { UnleashSandbox } from '../sandbox/unleash/server.js';
import { failureOf, failures } from '../conformance/failures.suite.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

const config = {
  id: 'subject',
  provider: 'unleash' as const,
  project: 'default',
  environment: 'production',
  'gate-timeout-seconds': 30,
};
let sandbox: UnleashSandbox;
let scene: UnleashFixture;
/** Milliseconds slept in the run so far; nobody really waits for them. */
let slept: number;

const clock: Clock = {
  now: () => new Date(1_795_000_000_000 + slept),
  monotonic: () => slept,
  sleep: async (ms) => void (slept += ms),
};

beforeAll(async () => {
  sandbox = await new UnleashSandbox().start();
  sandbox.tokens.set('admin', 'admin').set('viewer', 'viewer');
  scene = new UnleashFixture(sandbox.url, 'admin');
});
afterAll(() => sandbox.stop());

async function reset(): Promise<void> {
  slept = 0;
  sandbox.clearFaults();
  sandbox.model.reset();
  await scene.reset();
  sandbox.requests.length = 0;
}
beforeEach(reset);

const here = (name: string) => sandbox.model.features.get(name)?.environments.get('production');

function context(token = 'admin', timeoutMs = 2000, more: Record<string, string | undefined> = {}): TestContext {
  const env = { UNLEASH_API_TOKEN: token, UNLEASH_URL: `${sandbox.url}/api/`, ...more };
  return testContext({ env, clock, http: { timeoutMs } });
}

async function capture(ctx = context()): Promise<{ state: State; payloads: MemoryPayloads }> {
  const payloads = new MemoryPayloads();
  return { state: await provider.capture(config, ctx, payloads), payloads };
}

/** Removes a strategy of "banner" and turns the flag off. */
async function deploy(): Promise<void> {
  await scene.mutate({ do: 'remove', flag: 'banner', place: 0 });
  await scene.mutate({ do: 'turn', flag: 'banner', on: false });
}

/** A snapshot; then a strategy of "banner" is removed, and the flag turned off. */
async function drifted(): Promise<{ changes: Change[]; payloads: MemoryPayloads; state: State }> {
  const { state, payloads } = await capture();
  await deploy();
  const changes = provider.plan(state, (await capture()).state);
  expect(changes.map(({ id }) => id)).toEqual(['targeting:banner']);
  return { changes, payloads, state };
}

async function applyAll(changes: readonly Change[], payloads: MemoryPayloads, ctx = context()): Promise<void> {
  for (const change of changes) await provider.apply(config, change, ctx, payloads);
}

async function restored(state: State): Promise<void> {
  expect(provider.plan(state, (await capture()).state)).toEqual([]);
}

failures({
  name: 'unleash',
  provider,
  service: 'Unleash',
  credential: 'UNLEASH_API_TOKEN',
  start: async () => ({
    server: sandbox,
    config: () => config,
    context: ({ timeoutMs, env } = {}) => context('admin', timeoutMs, env),
    reset,
    breakIt: deploy,
    close: async () => undefined,
  }),
});

describe('credentials', () => {
  test('an expired token is told as such, and never shown', async () => {
    const error = await failureOf(capture(context('*:*.expired-1234')));
    expect(error.code).toBe('api-unauthorized');
    expect(JSON.stringify([error.message, error.remedy])).not.toContain('expired-1234');
  });

  test('without UNLEASH_URL: the variable is named', async () => {
    const error = await failureOf(capture(context('admin', 2000, { UNLEASH_URL: undefined })));
    expect(error.code).toBe('credential-missing');
    expect(error.message).toContain('UNLEASH_URL');
  });

  test('an address that is not the one of the server: the variable is named', async () => {
    const wrong = context('admin', 2000, { UNLEASH_URL: `${sandbox.url}/api/client` });
    const [finding] = await provider.check(config, wrong);
    expect([finding?.code, finding?.remedy]).toEqual(['api-not-found', expect.stringContaining('Correct UNLEASH_URL')]);
  });

  test.each([
    ['*:*.4471c0ffee', true],
    ['user:4471c0ffee', null],
    ['default:production.4471c0ffee', false],
    ['*:development.4471c0ffee', false],
  ])('what %s may is not claimed beyond what its form tells', async (token, writes) => {
    expect(await provider.capabilities?.access?.(config, context(token))).toMatchObject({ writes });
  });

  test('a token without permission: 403 names it', async () => {
    const { changes, payloads } = await drifted();
    const error = await failureOf(applyAll(changes, payloads, context('viewer')));
    expect(error.code).toBe('api-forbidden');
    expect(error.remedy).toContain('CREATE_FEATURE_STRATEGY in production');
    expect(here('banner')?.enabled).toBe(false);
  });

  test('change requests in force: the refusal says so', async () => {
    const { changes, payloads } = await drifted();
    sandbox.model.guarded.add('default/production');
    const error = await failureOf(applyAll(changes, payloads));
    expect(error.message).toContain('Change requests are enabled');
    expect(error.remedy).toContain('SKIP_CHANGE_REQUEST in production');
  });
});

describe('things that are gone', () => {
  test('the environment is unknown: check and capture say so', async () => {
    const wrong = { ...config, environment: 'prod' };
    const codes = (await provider.check(wrong, context())).map(({ code }) => code);
    expect(codes).toEqual(['snapshot-incomplete', 'unleash-environment']);
    const error = await failureOf(provider.capture(wrong, context(), new MemoryPayloads()));
    expect(error.remedy).toContain('environment prod');
  });

  test.each(['archive', 'delete'] as const)('a flag is gone (%s) between plan and apply', async (how) => {
    const { changes, payloads, state } = await drifted();
    await scene.mutate({ do: how, flag: 'banner' });
    expect((await failureOf(applyAll(changes, payloads))).code).toBe('api-not-found');
    const again = provider.plan(state, (await capture()).state);
    expect(again.map(({ id, action }) => [id, action])).toEqual([
      ['flag:banner', 'create'],
      ['targeting:banner', 'create'],
    ]);
    await applyAll(again, payloads);
    await restored(state);
  });

  test('a flag that was moved to another project: said, and left where it is', async () => {
    const { state, payloads } = await capture();
    sandbox.model.projects.set('growth', { environments: ['development', 'production'] });
    const banner = sandbox.model.features.get('banner');
    if (banner) banner.project = 'growth';
    const before = structuredClone(banner);
    const error = await failureOf(applyAll(provider.plan(state, (await capture()).state), payloads));
    expect(error.message).toContain('in another project than default');
    expect(error.remedy).toContain('Move the flag back to project default');
    expect(banner).toEqual(before);
  });

  test('a flag made after the snapshot is turned off, not archived', async () => {
    const { state, payloads } = await capture();
    await scene.mutate({ do: 'create', flag: 'fresh', on: true });
    const changes = provider.plan(state, (await capture()).state);
    expect(changes.map(({ id }) => id)).toEqual(['disable-new:fresh']);
    await applyAll(changes, payloads);
    expect(here('fresh')?.enabled).toBe(false);
    await restored(state);
  });

  test('a project that is gone is told, and never taken for one without flags', async () => {
    const { changes, payloads } = await drifted();
    sandbox.model.features.clear();
    sandbox.model.projects.clear();
    expect((await failureOf(capture())).code).toBe('api-not-found');
    expect((await provider.check(config, context())).map(({ code }) => code)).toEqual(['api-not-found']);
    expect((await failureOf(applyAll(changes, payloads))).code).toBe('api-not-found');
  });

  test('a project without flags is a state like any other', async () => {
    sandbox.model.features.clear();
    expect((await capture()).state.features).toEqual([]);
  });
});

describe('two operators at once', () => {
  test('somebody else was quicker: nothing is written', async () => {
    const { changes, payloads } = await drifted();
    await applyAll(changes, payloads);
    const before = sandbox.writes;
    await applyAll(changes, payloads);
    expect(sandbox.writes).toBe(before);
  });

  test('the strategy that is being changed is removed at that moment', async () => {
    const { state, payloads } = await capture();
    const strategy = { name: 'flexibleRollout', parameters: { rollout: '1' } };
    await scene.mutate({ do: 'edit', flag: 'banner', place: 0, strategy });
    const changes = provider.plan(state, (await capture()).state);
    let done = false;
    sandbox.before = ({ method }) => {
      const strategies = here('banner')?.strategies;
      if (method === 'PUT' && !done && strategies) {
        done = true;
        strategies.splice(0, 1);
      }
    };
    await applyAll(changes, payloads);
    await restored(state);
  });
});

test('a mitigation turns off named and tagged flags, once, without the payload of a snapshot', async () => {
  await scene.call('POST', 'features/banner/tags', { type: 'simple', value: 'risky' });
  await scene.call('POST', 'features/checkout/tags', { type: 'simple', value: 'risky' });
  const planned = async () => {
    const { state: live } = await capture();
    const { desired, unknown } = mitigation.ease(
      config,
      live,
      { kind: 'flags-off', flags: ['colors', 'nope'], tags: ['simple:risky'] },
      {},
    );
    return { changes: provider.plan(desired, live), unknown };
  };
  const { changes, unknown } = await planned();
  expect(unknown).toEqual(['nope']);
  expect(changes.map(({ params }) => params)).toEqual([
    { kind: 'turn-off', name: 'banner' },
    { kind: 'turn-off', name: 'colors' },
  ]);
  await applyAll(changes, new MemoryPayloads());
  expect([here('banner')?.enabled, here('colors')?.enabled]).toEqual([false, false]);
  expect((await planned()).changes).toEqual([]);
  const before = sandbox.writes;
  await applyAll(changes, new MemoryPayloads());
  expect(sandbox.writes).toBe(before);
  expect(sandbox.model.features.get('banner')?.environments.get('development')?.enabled).toBe(true);
});

test('prove compares the sealed flags with the manifest', async () => {
  const { state, payloads } = await capture();
  expect(await provider.prove?.(config, state, context(), payloads, 'readable')).toEqual([]);
  await scene.mutate({ do: 'turn', flag: 'banner', on: false });
  const { state: later } = await capture();
  expect(await provider.prove?.(config, later, context(), payloads, 'readable')).toHaveLength(1);
});
