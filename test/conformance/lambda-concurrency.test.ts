import fc from 'fast-check';
import type { Config } from '../../src/providers/lambda-concurrency/config.js';
import provider from '../../src/providers/lambda-concurrency/index.js';
import type { State } from '../../src/providers/lambda-concurrency/state.js';
import { SCALING_SECRET, ScalingSandbox, type SandboxFunction } from '../sandbox/aws/scaling.js';
import { scalingContext } from '../sandbox/aws/scaling-fixture.js';
import { conformance } from './suite.js';

const mutations = fc.oneof(
  fc.record({
    kind: fc.constant('reserve' as const),
    count: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 60 })),
  }),
  fc.record({
    kind: fc.constant('provision' as const),
    count: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 40 })),
    left: fc.integer({ min: 0, max: 3 }),
    failed: fc.boolean(),
  }),
);
type Mutation = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

/** What is there before a deploy: nothing, or both. */
const STARTS: Readonly<Record<string, (of: SandboxFunction) => void>> = {
  'lambda-concurrency, not reserved': () => undefined,
  'lambda-concurrency, reserved': (of) => {
    of.reserved = 20;
    of.provisioned.set('live', { requested: 5, left: 0, failed: false });
  },
};

for (const [name, begin] of Object.entries(STARTS)) {
  conformance<Config, State, Mutation>({
    name,
    provider,
    // AWS gave it up since: the number is the same.
    writesOver: ({ before }, now) => Number.parseInt(before ?? '') === Number.parseInt(now.before ?? ''),
    cases: 100,
    crashes: 4,
    interleavings: 20,
    async start() {
      const aws = await new ScalingSandbox().start();
      return {
        config: {
          id: 'subject',
          provider: 'lambda-concurrency',
          region: 'eu-central-1',
          function: 'checkout',
          qualifier: 'live',
        },
        ctx: scalingContext(aws),
        async reset() {
          aws.clear();
          begin(aws.addFunction('checkout', 'live', 'canary'));
          aws.addFunction('mail', 'live').reserved = 5;
        },
        mutations,
        async mutate(mutation) {
          const of = aws.functions.get('checkout');
          if (!of) throw new Error('the function is gone');
          const provisioned = of.provisioned.get('live')?.requested ?? 0;
          if (mutation.kind === 'reserve') {
            // AWS reserves no less than is provisioned.
            of.reserved = mutation.count === null ? null : Math.max(mutation.count, provisioned);
          } else if (mutation.count === null) of.provisioned.set('live', null);
          else {
            const requested = Math.min(mutation.count, of.reserved ?? mutation.count);
            if (requested > 0) of.provisioned.set('live', { ...mutation, requested });
          }
        },
        outside: async () =>
          JSON.stringify([
            aws.functions.get('mail')?.reserved,
            aws.functions.get('checkout')?.provisioned.get('canary'),
          ]),
        writes: () => aws.writes,
        secrets: [SCALING_SECRET],
        crashAfterWrite: (n) => aws.crashAfterWrite(n),
        close: () => aws.stop(),
      };
    },
  });
}
