import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Provider } from '../../src/engine/provider.js';
import launchdarkly from '../../src/providers/launchdarkly/index.js';
import unleash from '../../src/providers/unleash/index.js';
import { LaunchDarklySandbox, type SandboxFlag } from '../sandbox/launchdarkly/server.js';
import { UnleashFixture } from '../sandbox/unleash/fixture.js';
import { UnleashSandbox } from '../sandbox/unleash/server.js';
import { testContext, type TestContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

/**
 * Flags come back in steps, and the SDKs of the services decide for 1,000 users at each step: a user who has the new
 * variation never loses it.
 */
interface LaunchDarklyClient {
  waitForInitialization(options: { timeout: number }): Promise<unknown>;
  variation(flag: string, user: { kind: string; key: string }, fallback: unknown): Promise<unknown>;
  close(): void;
}
interface TestData {
  getFactory(): unknown;
  usePreconfiguredFlag(flag: object): Promise<unknown>;
}
interface LaunchDarklySdk {
  readonly init: (key: string, options: object) => LaunchDarklyClient;
}
interface UnleashSdk {
  Unleash: new (options: object) => { isEnabled(flag: string, context: object): boolean; destroy(): void };
}

const require = createRequire(import.meta.url);
const USERS = Array.from({ length: 1000 }, (_, at) => `user-${at}`);
const PERCENTAGES = [5, 25, 60, 100];

/** The users who have the new variation of a flag, at this moment. */
type Reader = (flag: string) => Promise<ReadonlySet<string>>;

/** Applies the change in steps, and reads all flags before it, in each gate, and after it. */
async function inSteps<Config, State>(
  provider: Provider<Config, State>,
  config: Config,
  base: TestContext,
  release: () => Promise<void>,
  rollBack: () => Promise<void>,
  flags: readonly string[],
  read: Reader,
  gate: string,
): Promise<ReadonlySet<string>[][]> {
  await release();
  const saved = new MemoryPayloads();
  const state = await provider.capture(config, base, saved);
  await rollBack();
  const goal =
    provider.capabilities?.inSteps?.(config, state, { percentages: PERCENTAGES, gate, earlier: [] }) ?? state;
  const changes = provider.plan(goal, await provider.capture(config, base, new MemoryPayloads('compare')));
  expect(changes.map(({ id }) => id)).toEqual(['steps']);
  const seen: ReadonlySet<string>[][] = [await Promise.all(flags.map(read))];
  const reads: Promise<unknown>[] = [];
  const log = {
    ...base.log,
    info: (message: string): void => {
      base.log.info(message);
      const at = seen.length;
      if (message.includes('the gate command runs'))
        reads.push(Promise.all(flags.map(read)).then((found) => (seen[at] = found)));
      if (message.includes('the gate command runs')) seen.push([]);
    },
  };
  for (const change of changes)
    await provider.apply(config, change, { ...base, log }, saved).catch((error: unknown) => {
      if (gate === 'true') throw error;
    });
  await Promise.all(reads);
  return [...seen, await Promise.all(flags.map(read))];
}

/** Each set holds the one before, and has about the right size. */
function expectGrowth(seen: readonly (readonly ReadonlySet<string>[])[], flag: number): void {
  const sets = seen.map((each) => each[flag] ?? new Set<string>());
  expect(sets.map(({ size }) => Math.round(size / 50) * 5)).toEqual([0, ...PERCENTAGES]);
  for (const [at, set] of sets.entries()) {
    const lost = [...(sets[at - 1] ?? [])].filter((user) => !set.has(user));
    expect(lost).toEqual([]);
  }
}

describe('LaunchDarkly', () => {
  const { init } = require('@launchdarkly/node-server-sdk') as LaunchDarklySdk;
  const { TestData } = require('@launchdarkly/node-server-sdk/integrations') as { TestData: new () => TestData };
  const config = {
    id: 'flags',
    provider: 'launchdarkly',
    project: 'shop',
    environment: 'production',
    'gate-timeout-seconds': 30,
  } as const;
  const WANTED = { checkout: true, theme: 'blue' } as const;
  let service: LaunchDarklySandbox;
  beforeAll(async () => {
    service = await new LaunchDarklySandbox().start();
    service.tokens.set('api-writer', 'writer');
  });
  afterAll(() => service.stop());

  /** A flag as the SDKs get it. */
  const sdkFlag = ({ key, version, variations, environments }: SandboxFlag, salt?: string): object => {
    const here = environments.get('production');
    const of = { ...here, version, salt: salt ?? here?.salt };
    return { ...of, key, variations: variations.map(({ value }) => value) };
  };
  const story = (gate: string, salt?: () => string) => {
    const shop = service.addProject('shop', ['production']);
    const on = service.addFlag(shop, { key: 'checkout' });
    const theme = service.addFlag(shop, { key: 'theme', values: ['red', 'blue'] });
    const patch = (key: string, kinds: Parameters<LaunchDarklySandbox['patch']>[3]): void =>
      service.patch(shop, key, 'production', kinds);
    const serve = (at: number): void =>
      patch('theme', [{ kind: 'updateFallthroughVariationOrRollout', variationId: theme.variations[at]?._id ?? '' }]);
    patch('theme', [{ kind: 'turnFlagOn' }]);
    const read: Reader = async (flag) => {
      const data = new TestData();
      await data.usePreconfiguredFlag(sdkFlag(flag === 'theme' ? now('theme') : now('checkout'), salt?.()));
      const client = init('sdk-key', { updateProcessor: data.getFactory(), sendEvents: false, logger: silent });
      await client.waitForInitialization({ timeout: 5 });
      const wanted = WANTED[flag as keyof typeof WANTED];
      const users = new Set<string>();
      for (const key of USERS)
        if ((await client.variation(flag, { kind: 'user', key }, null)) === wanted) users.add(key);
      client.close();
      return users;
    };
    const now = (key: string): SandboxFlag => structuredClone(shop.flags.get(key) ?? on);
    return inSteps(
      launchdarkly,
      config,
      testContext({ env: { LAUNCHDARKLY_API_URL: service.url, LAUNCHDARKLY_ACCESS_TOKEN: 'api-writer' } }),
      async () => {
        patch('checkout', [{ kind: 'turnFlagOn' }]);
        serve(1);
        return Promise.resolve();
      },
      async () => {
        patch('checkout', [{ kind: 'turnFlagOff' }]);
        serve(0);
        return Promise.resolve();
      },
      ['checkout', 'theme'],
      read,
      gate,
    );
  };
  const silent = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };

  test.each([
    ['a flag that was off', 0],
    ['a flag that served another variation', 1],
  ])('%s: no user flips back', async (_name, flag) => {
    expectGrowth(await story('true'), flag);
  });

  test('after a failing gate no user has the new variation', async () => {
    const seen = await story('[ $REWIND_STAGE = 1 ]');
    expect(seen.map((each) => each.map(({ size }) => Math.round(size / 50) * 5))).toEqual([
      [0, 0],
      [5, 5],
      [25, 25],
      [0, 0],
    ]);
  });

  test('the proof can fail: with a new salt at each step, users flip back', async () => {
    let serial = 0;
    const seen = await story('true', () => String((serial += 1)));
    expect(() => expectGrowth(seen, 0)).toThrow();
  });
});

describe('Unleash', () => {
  const { Unleash } = require('unleash-client') as UnleashSdk;
  const config = {
    id: 'flags',
    provider: 'unleash',
    project: 'default',
    environment: 'production',
    'gate-timeout-seconds': 30,
  } as const;
  let service: UnleashSandbox;
  let scene: UnleashFixture;
  beforeAll(async () => {
    service = await new UnleashSandbox().start();
    service.tokens.set('admin', 'admin');
    scene = new UnleashFixture(service.url, 'admin');
  });
  afterAll(() => service.stop());

  /** What the SDK gets from the server, without a server. */
  class Repository extends EventEmitter {
    constructor(private readonly feature: object) {
      super();
    }
    start = (): Promise<void> => Promise.resolve();
    stop = (): void => undefined;
    getToggle = (): object => this.feature;
    getSegment = (): undefined => undefined;
  }
  const read: Reader = (flag) => {
    const here = structuredClone(service.model.features.get(flag)?.environments.get('production'));
    const feature = { name: flag, type: 'release', project: 'default', ...here };
    const repository = new Repository(feature);
    const sdk = new Unleash({
      url: service.url,
      appName: 'shop',
      repository,
      disableMetrics: true,
      skipInstanceCountWarning: true,
    });
    repository.emit('ready');
    const users = new Set(USERS.filter((userId) => sdk.isEnabled(flag, { userId })));
    sdk.destroy();
    return Promise.resolve(users);
  };
  const story = async (gate: string) => {
    service.model.reset();
    await scene.reset();
    for (const name of ['fresh', 'newer']) {
      await scene.call('POST', 'projects/default/features', { name, type: 'release' });
      const strategy = {
        name: 'flexibleRollout',
        parameters: { rollout: '100', stickiness: 'default', groupId: name },
      };
      await scene.call('POST', `projects/default/features/${name}/environments/production/strategies`, strategy);
    }
    const turn = async (on: boolean): Promise<void> => {
      await scene.mutate({ do: 'turn', flag: 'fresh', on });
      await scene.mutate({ do: 'turn', flag: 'newer', on });
    };
    const env = { UNLEASH_URL: service.url, UNLEASH_API_TOKEN: 'admin' };
    const base = testContext({ env });
    return inSteps(
      unleash,
      config,
      base,
      () => turn(true),
      () => turn(false),
      ['fresh', 'newer'],
      read,
      gate,
    );
  };

  test('flags that were off: no user flips back', async () => {
    const seen = await story('true');
    expectGrowth(seen, 0);
    expectGrowth(seen, 1);
  });

  test('after a failing gate no user has the flag', async () => {
    const seen = await story('[ $REWIND_STAGE = 1 ]');
    expect(seen.map((each) => each.map(({ size }) => size > 0))).toEqual([
      [false, false],
      [true, true],
      [true, true],
      [false, false],
    ]);
  });
});
