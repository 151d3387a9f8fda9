import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../src/runtime/context.js';
import { RewindError } from '../../src/runtime/errors.js';
import type { Change } from '../../src/engine/provider.js';
import provider, { turnOff } from '../../src/providers/unleash/index.js';
import type { State } from '../../src/providers/unleash/state.js';
import { Scene } from '../sandbox/unleash/scene.js';
import { UnleashSandbox, type Fault } from '../sandbox/unleash/server.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

const config = { id: 'subject', provider: 'unleash' as const, project: 'default', environment: 'production' };
let sandbox: UnleashSandbox;
let scene: Scene;
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
  scene = new Scene(sandbox.url, 'admin');
});
afterAll(() => sandbox.stop());

beforeEach(async () => {
  slept = 0;
  sandbox.faults.length = 0;
  sandbox.before = undefined;
  sandbox.model.reset();
  await scene.reset();
  sandbox.writes = 0;
  sandbox.log.length = 0;
});

const here = (name: string) => sandbox.model.features.get(name)?.environments.get('production');

function context(token = 'admin', timeoutMs = 2000): TestContext {
  const env = { UNLEASH_API_TOKEN: token, UNLEASH_URL: `${sandbox.url}/api/` };
  return testContext({ env, clock, http: { timeoutMs } });
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

/** A snapshot; then a strategy of "banner" is removed, and the flag turned off. */
async function drifted(): Promise<{ changes: Change[]; payloads: MemoryPayloads; state: State }> {
  const { state, payloads } = await capture();
  await scene.mutate({ do: 'remove', flag: 'banner', place: 0 });
  await scene.mutate({ do: 'turn', flag: 'banner', on: false });
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

describe('a service that stumbles', () => {
  const kinds: Fault['kind'][] = [
    'limited',
    'limited-retry-after',
    'error-500',
    'error-500-executed',
    'reset',
    'hang',
    'truncated',
    'html',
  ];

  test.each(kinds)('%s: reading goes on', async (kind) => {
    const { state } = await capture();
    sandbox.faults.push({ kind, times: 2 });
    expect((await capture(context('admin', 300))).state).toEqual(state);
  });

  test.each(kinds)('%s while a strategy is added: it is there once', async (kind) => {
    const { changes, payloads, state } = await drifted();
    sandbox.faults.push({ kind, on: 'POST', times: 2 });
    await applyAll(changes, payloads, context('admin', 300));
    await restored(state);
    expect(here('banner')?.strategies).toHaveLength(2);
  });

  test('a service that stays down: says so, names itself', async () => {
    const { changes, payloads } = await drifted();
    sandbox.faults.push({ kind: 'error-500', times: 1000 });
    const error = await failure(applyAll(changes, payloads));
    expect(error.code).toBe('api-unavailable');
    expect(error.message).toContain('Unleash');
  });

  test('a limit that never lifts: api-rate-limited', async () => {
    sandbox.faults.push({ kind: 'limited', times: 1000 });
    expect((await failure(capture())).code).toBe('api-rate-limited');
  });
});

describe('credentials', () => {
  test('an expired token is told as such, and never shown', async () => {
    const error = await failure(capture(context('*:*.expired-1234')));
    expect(error.code).toBe('api-unauthorized');
    expect(JSON.stringify([error.message, error.remedy])).not.toContain('expired-1234');
  });

  test.each(['UNLEASH_API_TOKEN', 'UNLEASH_URL'])('without %s: the variable is named', async (name) => {
    const env = { UNLEASH_API_TOKEN: 'admin', UNLEASH_URL: sandbox.url, [name]: undefined };
    const error = await failure(provider.capture(config, testContext({ env }), new MemoryPayloads()));
    expect(error.code).toBe('credential-missing');
    expect(error.message).toContain(name);
  });

  test('a token without permission: 403 names it', async () => {
    const { changes, payloads } = await drifted();
    const error = await failure(applyAll(changes, payloads, context('viewer')));
    expect(error.code).toBe('api-forbidden');
    expect(error.remedy).toContain('CREATE_FEATURE_STRATEGY in production');
    expect(here('banner')?.enabled).toBe(false);
  });

  test('change requests in force: the refusal says so', async () => {
    const { changes, payloads } = await drifted();
    sandbox.model.guarded.add('default/production');
    expect((await failure(applyAll(changes, payloads))).message).toContain('Change requests are enabled');
  });
});

describe('things that are gone', () => {
  test('the environment is unknown: check and capture say so', async () => {
    const wrong = { ...config, environment: 'prod' };
    const codes = (await provider.check(wrong, context())).map(({ code }) => code);
    expect(codes).toEqual(['snapshot-incomplete', 'unleash-environment']);
    const error = await failure(provider.capture(wrong, context(), new MemoryPayloads()));
    expect(error.remedy).toContain('environment prod');
  });

  test.each(['archive', 'delete'] as const)('a flag is gone (%s) between plan and apply', async (how) => {
    const { changes, payloads, state } = await drifted();
    await scene.mutate({ do: how, flag: 'banner' });
    expect((await failure(applyAll(changes, payloads))).code).toBe('api-not-found');
    const again = provider.plan(state, (await capture()).state);
    expect(again.map(({ id, action }) => [id, action])).toEqual([
      ['flag:banner', 'create'],
      ['targeting:banner', 'create'],
    ]);
    await applyAll(again, payloads);
    await restored(state);
  });

  test('a flag made after the snapshot is turned off, not archived', async () => {
    const { state, payloads } = await capture();
    await scene.mutate({ do: 'create', flag: 'fresh', on: true });
    const changes = provider.plan(state, (await capture()).state);
    expect(changes.map(({ id }) => id)).toEqual(['newcomer:fresh']);
    await applyAll(changes, payloads);
    expect(here('fresh')?.enabled).toBe(false);
    await restored(state);
  });

  test('a project that is gone is told, and never taken for one without flags', async () => {
    const { changes, payloads } = await drifted();
    sandbox.model.features.clear();
    sandbox.model.projects.clear();
    expect((await failure(capture())).code).toBe('api-not-found');
    expect((await provider.check(config, context())).map(({ code }) => code)).toEqual(['api-not-found']);
    expect((await failure(applyAll(changes, payloads))).code).toBe('api-not-found');
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
    sandbox.writes = 0;
    await applyAll(changes, payloads);
    expect(sandbox.writes).toBe(0);
  });

  test('the strategy that is being changed is removed at that moment', async () => {
    const { state, payloads } = await capture();
    const strategy = { name: 'flexibleRollout', parameters: { rollout: '1' } };
    await scene.mutate({ do: 'edit', flag: 'banner', place: 0, strategy });
    const changes = provider.plan(state, (await capture()).state);
    let done = false;
    sandbox.before = (line) => {
      const strategies = here('banner')?.strategies;
      if (line.startsWith('PUT') && !done && strategies) {
        done = true;
        strategies.splice(0, 1);
      }
    };
    await applyAll(changes, payloads);
    await restored(state);
  });
});

describe('turnOff', () => {
  test('named and tagged flags, once; what is off or unknown is said', async () => {
    await scene.call('POST', 'features/banner/tags', { type: 'simple', value: 'risky' });
    await scene.call('POST', 'features/checkout/tags', { type: 'simple', value: 'risky' });
    const run = async (): Promise<string[]> =>
      (await turnOff(config, context(), { flags: ['colors', 'nope'], tags: ['simple:risky'] }))
        .map(({ flag, outcome }) => `${flag}: ${outcome}`)
        .sort();
    expect(await run()).toEqual([
      'banner: turned-off',
      'checkout: already-off',
      'colors: turned-off',
      'nope: not-found',
    ]);
    expect([here('banner')?.enabled, here('colors')?.enabled]).toEqual([false, false]);
    sandbox.writes = 0;
    expect(await run()).toEqual([
      'banner: already-off',
      'checkout: already-off',
      'colors: already-off',
      'nope: not-found',
    ]);
    expect(sandbox.writes).toBe(0);
    expect(sandbox.model.features.get('banner')?.environments.get('development')?.enabled).toBe(true);
  });

  test('one failure hides no other', async () => {
    sandbox.faults.push({ kind: 'error-500', on: 'POST /api/admin/projects/default/features/banner', times: 1000 });
    const result = await turnOff(config, context(), { flags: ['banner', 'colors'] });
    expect(result.map(({ flag, outcome }) => `${flag}: ${outcome}`).sort()).toEqual([
      'banner: failed',
      'colors: turned-off',
    ]);
  });
});

test('prove compares the sealed flags with the manifest', async () => {
  const { state, payloads } = await capture();
  expect(await provider.prove?.(config, state, context(), payloads, 'readable')).toEqual([]);
  await scene.mutate({ do: 'turn', flag: 'banner', on: false });
  const { state: later } = await capture();
  expect(await provider.prove?.(config, later, context(), payloads, 'readable')).toHaveLength(1);
});
