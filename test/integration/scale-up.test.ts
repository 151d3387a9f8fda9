import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Eased, Measure } from '../../src/engine/measure.js';
import type { Provider } from '../../src/engine/provider.js';
import awsScaling from '../../src/providers/aws-scaling/index.js';
import lambda from '../../src/providers/lambda-concurrency/index.js';
import neonCompute from '../../src/providers/neon-compute/index.js';
import { failureOf, failures } from '../conformance/failures.suite.js';
import { changes, ScalingSandbox } from '../sandbox/aws/scaling.js';
import { scalingContext } from '../sandbox/aws/scaling-fixture.js';
import type { JsonServer } from '../sandbox/json-server.js';
import { computeConfig, neonContext, openShop, type NeonShop } from '../sandbox/neon/fixture.js';
import { NeonSandbox } from '../sandbox/neon/server.js';
import type { TestContext, TestContextOptions } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

type ScaleUp = Extract<Measure, { kind: 'scale-up' }>;

const TARGET = 'service/shop/web';
const DIMENSION = 'ecs:service:DesiredCount';
const aws = new ScalingSandbox();
const neon = new NeonSandbox();
let shop: NeonShop;

beforeAll(() => Promise.all([aws.start(), neon.start()]));
afterAll(() => Promise.all([aws.stop(), neon.stop()]));

function reset(): void {
  aws.clearFaults();
  aws.clear();
  shop = openShop(neon);
  aws.addTarget(TARGET, DIMENSION, 2, 10);
  const checkout = aws.addFunction('checkout', 'live');
  checkout.reserved = 10;
  checkout.provisioned.set('live', { requested: 2, left: 0, failed: false });
}
beforeEach(reset);

const region = 'eu-central-1';
const target = { id: 'subject', provider: 'aws-scaling', region, target: TARGET, dimension: DIMENSION } as const;
const concurrency = { id: 'subject', provider: 'lambda-concurrency', region, function: 'checkout' } as const;
const none = new MemoryPayloads();

interface Subject<Config, State> {
  readonly provider: Provider<Config, State>;
  readonly server: JsonServer;
  readonly config: () => Config;
  readonly context: (options?: TestContextOptions) => TestContext;
}
/** Hides the types of a provider, so that all can stand in one table. */
function subject<Config, State>({ provider, server, config, context }: Subject<Config, State>) {
  const read = (): Promise<State> => provider.capture(config(), context(), none);
  const bring = async (to: State): Promise<void> => {
    for (const change of provider.plan(to, await read())) await provider.apply(config(), change, context(), none);
  };
  const ease = async (measure: Measure): Promise<Eased<State>> => {
    const { mitigation } = provider.capabilities ?? {};
    if (!mitigation) throw new Error('no mitigation');
    return mitigation.ease(config(), await read(), measure, {});
  };
  return {
    server,
    read: read as () => Promise<unknown>,
    /** Mitigates and undoes it, each killed after its n-th write and run again. @returns the states on the way, the writes */
    async thereAndBack(measure: ScaleUp, n: number) {
      const before = await read();
      const { desired } = await ease(measure);
      const way = [before, desired, before];
      const found: unknown[] = [before];
      const counts: number[] = [];
      for (const to of way.slice(1)) {
        const writes = server.writes;
        server.crashAfterWrite(n);
        const whole = await bring(to).then(
          () => true,
          () => false,
        );
        server.crashAfterWrite(0);
        if (n > 0 && server.writes - writes >= n) expect(whole).toBe(false);
        await bring(to);
        found.push(await read());
        counts.push(server.writes - writes);
      }
      return { way, found, counts };
    },
    mitigate: async (measure: ScaleUp) => bring((await ease(measure)).desired),
    ease: ease as (measure: Measure) => Promise<Eased<unknown>>,
    warnings: async (measure: Measure) => {
      const [live, { desired }] = [await read(), await ease(measure)];
      const of = (saved: State, from: State) => provider.plan(saved, from).flatMap(({ warnings }) => warnings);
      return { up: of(desired, live), down: of(live, desired) };
    },
    plan: async (measure: Measure) => provider.plan((await ease(measure)).desired, await read()),
  };
}

const SUBJECTS = {
  'aws-scaling': subject({
    provider: awsScaling,
    server: aws,
    config: () => target,
    context: (o) => scalingContext(aws, o),
  }),
  'lambda-concurrency': subject({
    provider: lambda,
    server: aws,
    config: () => ({ ...concurrency, qualifier: 'live' }),
    context: (options) => scalingContext(aws, options),
  }),
  'neon-compute': subject({
    provider: neonCompute,
    server: neon,
    config: () => computeConfig(shop),
    context: (options) => neonContext(neon, options),
  }),
};
const EACH = Object.entries(SUBJECTS);
const up = (limits: { min?: number; max?: number }): ScaleUp => ({ kind: 'scale-up', ...limits });

describe.each(EACH)('scale up: %s', (name, it) => {
  test.each([0, 1, 2])('killed after write %d, run again, undone: live equals before', async (n) => {
    const { way, found, counts } = await it.thereAndBack(up({ min: 4, max: 12 }), n);
    expect(found).toEqual(way);
    expect(found[1]).not.toEqual(found[0]);
    expect(counts).toEqual(name === 'lambda-concurrency' ? [2, 2] : [1, 1]);
  });

  test('never lowers: a smaller measure, another measure, and none plan nothing', async () => {
    for (const measure of [up({ min: 0.25, max: 1 }), up({}), { kind: 'flags-off', flags: [], tags: [] } as const]) {
      expect(await it.plan(measure)).toEqual([]);
      expect((await it.ease(measure)).unknown).toEqual([]);
    }
  });

  test('the undo tells the approver that capacity is lowered, the measure does not', async () => {
    const told = await it.warnings(up({ min: 4, max: 12 }));
    expect(new Set(told.up)).toEqual(new Set());
    expect(new Set(told.down)).toEqual(
      new Set(['Capacity is lowered: compare it with the present load before you approve.']),
    );
  });
});

describe('what each service has of its own', () => {
  const scaled = async (name: keyof typeof SUBJECTS, measure: Measure) => SUBJECTS[name].ease(measure);

  test('a minimum above the maximum raises the maximum too', async () => {
    expect((await scaled('aws-scaling', up({ min: 30 }))).desired).toMatchObject({ scaling: { min: 30, max: 30 } });
    expect((await scaled('neon-compute', up({ min: 4 }))).desired).toMatchObject({ limits: { min: 4, max: 4 } });
    expect((await scaled('lambda-concurrency', up({ min: 30 }))).desired).toMatchObject({
      reserved: 30,
      provisioned: { requested: 30, failed: false },
    });
  });

  test('what counts in whole numbers is rounded up', async () => {
    const measure = up({ min: 10.2, max: 11.5 });
    expect((await scaled('aws-scaling', measure)).desired).toMatchObject({ scaling: { min: 11, max: 12 } });
    expect((await scaled('lambda-concurrency', measure)).desired).toMatchObject({
      reserved: 12,
      provisioned: { requested: 11 },
    });
  });

  test('a target that is not registered: named, nothing is planned', async () => {
    aws.targets.clear();
    expect(await SUBJECTS['aws-scaling'].plan(up({ max: 20 }))).toEqual([]);
    expect((await scaled('aws-scaling', up({ max: 20 }))).impossible).toEqual([
      `The scalable target ${TARGET} is not registered.`,
    ]);
    const findings = await awsScaling.check(target, scalingContext(aws));
    expect(findings).toMatchObject([{ level: 'error', code: 'scaling-target-absent' }]);
  });

  test('a target that does not scale out: its plan and the check say that a higher maximum is not enough', async () => {
    Object.assign(aws.targets.get(`${TARGET} ${DIMENSION}`)?.suspended ?? {}, { DynamicScalingOutSuspended: true });
    const [change] = await SUBJECTS['aws-scaling'].plan(up({ max: 20 }));
    expect(change).toMatchObject({ id: 'capacity', before: '2 to 10', after: '2 to 20' });
    expect(change?.warnings).toEqual(['Scaling out is suspended: a higher maximum adds no capacity.']);
    expect(await awsScaling.check(target, scalingContext(aws))).toMatchObject([{ code: 'scaling-out-suspended' }]);
  });

  test('a function without a reservation keeps none: a number would lower what it can take', async () => {
    const checkout = aws.addFunction('checkout', 'live');
    expect(await scaled('lambda-concurrency', up({ max: 500 }))).toEqual({
      ...{ desired: await SUBJECTS['lambda-concurrency'].read(), unknown: [] },
      impossible: ['checkout has no reserved concurrency, so it has no limit that "max" raises.'],
    });
    const before = await SUBJECTS['lambda-concurrency'].read();
    await SUBJECTS['lambda-concurrency'].thereAndBack(up({ min: 3 }), 0);
    // Nothing, not 0.
    expect(checkout).toEqual({ reserved: null, provisioned: new Map([['live', null]]) });
    expect(await SUBJECTS['lambda-concurrency'].read()).toEqual(before);
    expect(
      aws.requests.some(({ method, path }) => method === 'DELETE' && path.endsWith('/provisioned-concurrency')),
    ).toBe(true);
  });

  test('a function that is switched off stays off', async () => {
    aws.addFunction('checkout', 'live').reserved = 0;
    const { desired, impossible } = await scaled('lambda-concurrency', up({ max: 500 }));
    expect(desired).toEqual(await SUBJECTS['lambda-concurrency'].read());
    expect(impossible).toEqual(['The reserved concurrency 0 switches checkout off. It stays so.']);
    const findings = await lambda.check({ ...concurrency, qualifier: 'live' }, scalingContext(aws));
    expect(findings).toMatchObject([{ code: 'lambda-switched-off' }]);
  });

  test('a minimum without an alias to provision for is named', async () => {
    const live = await lambda.capture(concurrency, scalingContext(aws), none);
    const eased = lambda.capabilities?.mitigation?.ease(concurrency, live, up({ min: 3 }), {});
    expect(eased).toEqual({
      ...{ desired: live, unknown: [] },
      impossible: ['checkout has no "qualifier" in the configuration, so "min" cannot be provisioned.'],
    });
  });

  test('concurrency that AWS cannot provide: an error with the reason; it is set again later', async () => {
    aws.failing = true;
    const error = await failureOf(SUBJECTS['lambda-concurrency'].mitigate(up({ min: 4 })));
    expect(error.message).toBe('Lambda could not provide 4 executions: there is no capacity');
    const [change] = await SUBJECTS['lambda-concurrency'].plan(up({ min: 4 }));
    expect(change).toMatchObject({ before: '4, which AWS could not provide', after: '4' });
    await SUBJECTS['lambda-concurrency'].mitigate(up({ min: 4 }));
    expect(await SUBJECTS['lambda-concurrency'].plan(up({ min: 4 }))).toEqual([]);
  });

  test.each([
    ['a function', { ...concurrency, function: 'nothing' }],
    ['an alias', { ...concurrency, qualifier: 'nothing' }],
  ])('%s that does not exist: an error that says what to correct', async (_what, config) => {
    const error = await failureOf(lambda.capture(config, scalingContext(aws), none));
    expect([error.code, error.remedy]).toEqual(['api-not-found', expect.stringContaining('"qualifier"')]);
  });

  test('a compute that does not exist, and a size that Neon refuses', async () => {
    const error = await failureOf(
      neonCompute.capture({ ...computeConfig(shop), endpoint: 'ep-none' }, neonContext(neon), none),
    );
    expect([error.code, error.remedy]).toEqual(['api-not-found', expect.stringContaining('"endpoint"')]);
    const [change] = await SUBJECTS['neon-compute'].plan(up({ max: 32 }));
    if (!change) throw new Error('nothing is planned');
    const refused = await failureOf(neonCompute.apply(computeConfig(shop), change, neonContext(neon), none));
    expect([refused.code, refused.remedy]).toEqual(['api-rejected', expect.stringContaining('how far they lie apart')]);
  });

  test('Neon is waited for, also when another operation holds the project; a failed operation is an error', async () => {
    neon.operationRequests = 3;
    await SUBJECTS['neon-compute'].thereAndBack(up({ max: 4 }), 0);
    expect(shop.project.operations.map(({ action, left }) => [action, left])).toEqual([
      ['apply_config', 0],
      ['apply_config', 0],
    ]);
    neon.failing = 'apply_config';
    const failed = await failureOf(SUBJECTS['neon-compute'].mitigate(up({ max: 4 })));
    expect(failed.code).toBe('api-rejected');
  });
});

const fast = ({ timeoutMs, env }: { timeoutMs?: number; env?: Record<string, string | undefined> } = {}) => ({
  http: { backoffMs: 0.5, ...(timeoutMs && { timeoutMs }) },
  ...(env && { env }),
});
failures({
  name: 'aws-scaling',
  provider: awsScaling,
  service: 'Application Auto Scaling',
  credential: 'AWS_SECRET_ACCESS_KEY',
  writes: changes,
  start: async () => ({
    server: aws,
    config: () => target,
    context: (options) => scalingContext(aws, fast(options)),
    reset: async () => reset(),
    breakIt: () => void aws.addTarget(TARGET, DIMENSION, 0, 1),
    close: async () => undefined,
  }),
});
failures({
  name: 'lambda-concurrency',
  provider: lambda,
  service: 'Lambda',
  credential: 'AWS_SECRET_ACCESS_KEY',
  start: async () => ({
    server: aws,
    config: () => ({ ...concurrency, qualifier: 'live' }),
    context: (options) => scalingContext(aws, fast(options)),
    reset: async () => reset(),
    breakIt: () => {
      aws.addFunction('checkout', 'live').reserved = 3;
    },
    close: async () => undefined,
  }),
});
failures({
  name: 'neon-compute',
  provider: neonCompute,
  service: 'Neon',
  credential: 'NEON_API_KEY',
  start: async () => ({
    server: neon,
    config: () => computeConfig(shop),
    context: (options) => neonContext(neon, fast(options)),
    reset: async () => reset(),
    breakIt: () => {
      for (const compute of shop.main.computes) compute.max = 1;
    },
    close: async () => undefined,
  }),
});
