import fc from 'fast-check';
import type { Config } from '../../src/providers/aws-scaling/config.js';
import provider from '../../src/providers/aws-scaling/index.js';
import type { State } from '../../src/providers/aws-scaling/state.js';
import { SCALING_SECRET, ScalingSandbox } from '../sandbox/aws/scaling.js';
import { scalingContext } from '../sandbox/aws/scaling-fixture.js';
import { conformance } from './suite.js';

const TARGET = 'service/shop/web';
const DIMENSION = 'ecs:service:DesiredCount';
const capacity = fc.integer({ min: 0, max: 20 });
const mutations = fc.oneof(
  fc.record({ kind: fc.constant('limits' as const), min: capacity, more: capacity }),
  fc.record({
    kind: fc.constant('suspend' as const),
    what: fc.constantFrom('DynamicScalingInSuspended', 'DynamicScalingOutSuspended', 'ScheduledScalingSuspended'),
    value: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('deregister' as const) }),
  // Also after a deregistration.
  fc.record({ kind: fc.constant('register' as const), min: capacity, more: capacity }),
);
type Mutation = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

conformance<Config, State, Mutation>({
  name: 'aws-scaling',
  provider,
  interleavings: 20,
  crashes: 6,
  async start() {
    const aws = await new ScalingSandbox().start();
    return {
      config: { id: 'subject', provider: 'aws-scaling', region: 'eu-central-1', target: TARGET, dimension: DIMENSION },
      ctx: scalingContext(aws),
      async reset() {
        aws.clear();
        aws.addTarget(TARGET, DIMENSION, 2, 10);
        aws.addTarget('service/shop/worker', DIMENSION, 1, 1);
        aws.addFunction('checkout').reserved = 5;
      },
      mutations,
      async mutate(mutation) {
        const key = `${TARGET} ${DIMENSION}`;
        const now = aws.targets.get(key);
        if (mutation.kind === 'deregister') aws.targets.delete(key);
        else if (mutation.kind === 'suspend') Object.assign(now?.suspended ?? {}, { [mutation.what]: mutation.value });
        else {
          const limits = { min: mutation.min, max: mutation.min + mutation.more };
          if (now) Object.assign(now, limits);
          else if (mutation.kind === 'register') aws.addTarget(TARGET, DIMENSION, limits.min, limits.max);
        }
      },
      outside: async () => JSON.stringify([aws.targets.get(`service/shop/worker ${DIMENSION}`), ...aws.functions]),
      writes: () => aws.writes,
      secrets: [SCALING_SECRET],
      crashAfterWrite: (n) => aws.crashAfterWrite(n),
      close: () => aws.stop(),
    };
  },
});
