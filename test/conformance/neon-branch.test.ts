import fc from 'fast-check';
import type { Config } from '../../src/providers/neon-branch/config.js';
import provider from '../../src/providers/neon-branch/index.js';
import type { State } from '../../src/providers/neon-branch/state.js';
import { neonContext, openShop, type NeonShop } from '../sandbox/neon/fixture.js';
import { NEON_KEY, NeonSandbox } from '../sandbox/neon/server.js';
import { conformance } from './suite.js';

const data = fc.string({ maxLength: 12 });
const mutations = fc.oneof(
  // An application writes; Neon's meter shows it at once or later.
  fc.record({ kind: fc.constant('write' as const), data, metered: fc.boolean() }),
  fc.record({ kind: fc.constant('run' as const), then: fc.constantFrom('running' as const, 'suspended' as const) }),
  // A person restores production from another branch.
  fc.record({ kind: fc.constant('reset' as const), keep: fc.boolean() }),
  fc.record({
    kind: fc.constant('compute' as const),
    type: fc.constantFrom('read_only' as const, 'read_write' as const),
  }),
  // Changes nothing of production.
  fc.record({ kind: fc.constant('branch' as const), data }),
);
type Mutation = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

conformance<Config, State, Mutation>({
  name: 'neon-branch',
  provider,
  database: 'restore',
  cases: 100,
  crashes: 8,
  async start() {
    const neon = await new NeonSandbox().start();
    const ctx = neonContext(neon);
    let shop: NeonShop = openShop(neon);
    let made = 0;
    return {
      config: shop.config,
      ctx,
      async reset() {
        shop = openShop(neon);
        made = 0;
      },
      mutations,
      async mutate(mutation) {
        const { project, main, preview } = shop;
        made += 1;
        if (mutation.kind === 'write') neon.write(main, mutation.data, mutation.metered);
        else if (mutation.kind === 'run') neon.run(main, mutation.then);
        else if (mutation.kind === 'compute') neon.addCompute(main, mutation.type);
        else if (mutation.kind === 'branch') neon.addBranch(project, `new/${made}`, mutation.data, main);
        else {
          const children = [...project.branches.values()].some(({ parentId }) => parentId === main.id);
          neon.restore(project, main, preview, children || mutation.keep ? `by-hand-${made}` : undefined);
        }
      },
      outside: async () =>
        [...neon.projects.values()].flatMap(({ id, branches }) =>
          [...branches.values()]
            .filter((branch) => branch.name === 'preview/7' || id !== 'shop-1')
            .map((branch) => [
              id,
              branch.id,
              branch.name,
              branch.data,
              branch.isDefault,
              JSON.stringify(branch.computes),
            ]),
        ),
      // A snapshot creates a branch, by design: that writes to Neon and leaves production as it is.
      writes: () =>
        neon.requests.filter(
          ({ method, path }) => method !== 'GET' && !(method === 'POST' && path === '/projects/shop-1/branches'),
        ).length,
      secrets: [NEON_KEY],
      crashAfterWrite: (n) => neon.crashAfterWrite(n),
      close: () => neon.stop(),
    };
  },
});
