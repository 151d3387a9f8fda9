import fc from 'fast-check';
import type { Config } from '../../src/providers/neon-compute/config.js';
import provider from '../../src/providers/neon-compute/index.js';
import type { State } from '../../src/providers/neon-compute/state.js';
import { computeConfig, neonContext, openShop, type NeonShop } from '../sandbox/neon/fixture.js';
import { NEON_KEY, NeonSandbox } from '../sandbox/neon/server.js';
import { conformance } from './suite.js';

const mutations = fc.oneof(
  fc.record({
    kind: fc.constant('limits' as const),
    min: fc.constantFrom(0.25, 0.5, 1, 4),
    more: fc.constantFrom(0, 0.25, 1, 8),
  }),
  fc.record({ kind: fc.constant('suspend' as const), after: fc.constantFrom(-1, 0, 60, 300, 604_800) }),
);
type Mutation = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

conformance<Config, State, Mutation>({
  name: 'neon-compute',
  provider,
  cases: 100,
  crashes: 4,
  interleavings: 20,
  async start() {
    const neon = await new NeonSandbox().start();
    let shop: NeonShop = openShop(neon);
    const config = { ...computeConfig(shop) };
    return {
      config,
      ctx: neonContext(neon),
      async reset() {
        shop = openShop(neon);
        neon.addCompute(shop.main, 'read_only');
        Object.assign(config, computeConfig(shop));
      },
      mutations,
      async mutate(mutation) {
        const [compute] = shop.main.computes;
        if (!compute) throw new Error('the compute is gone');
        if (mutation.kind === 'suspend') compute.suspendAfter = mutation.after;
        else Object.assign(compute, { min: mutation.min, max: mutation.min + mutation.more });
      },
      outside: async () =>
        JSON.stringify(
          [...shop.project.branches.values()].map(({ name, data, computes }) => [name, data, computes.slice(1)]),
        ),
      writes: () => neon.writes,
      secrets: [NEON_KEY],
      crashAfterWrite: (n) => neon.crashAfterWrite(n),
      close: () => neon.stop(),
    };
  },
});
