import fc from 'fast-check';
import provider from '../../src/providers/vercel-edge-config/index.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { ConfigStore } from '../sandbox/vercel/model.js';
import { testContext } from '../support/context.js';
import { conformance } from './suite.js';

const SECRET = 'sk-very-secret-value-0123456789';
const key = fc.constantFrom('maintenance', 'new-checkout', 'banner', 'signing-key', 'limits', 'extra_1', 'extra_2');
const value = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.string(),
  fc.constant(null),
  fc.constant('on'),
  fc.json().map((text) => JSON.parse(text) as unknown),
);
const mutations = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), key, value, description: fc.option(fc.string({ maxLength: 20 })) }),
  fc.record({ kind: fc.constant('delete' as const), key }),
);
type Mutation = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

for (const oldConfigPaths of [false, true]) {
  conformance<Parameters<typeof provider.check>[0], Awaited<ReturnType<typeof provider.capture>>, Mutation>({
    name: `vercel-edge-config, ${oldConfigPaths ? 'only the old paths' : 'the new paths'}`,
    provider,
    cases: oldConfigPaths ? 25 : 200,
    async start() {
      const vercel = await new VercelSandbox().start();
      const ctx = testContext({
        env: { REWIND_FINGERPRINT_KEY: 'k', VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url },
        http: { backoffMs: 0.5 },
      });
      Object.assign(ctx, { clock: { ...ctx.clock, sleep: async () => undefined } });
      const config = { id: 'subject', provider: 'vercel-edge-config' as const, store: 'ecfg_flags', team: TEAM };
      let store: ConfigStore;
      return {
        config,
        ctx,
        async reset() {
          vercel.clear();
          vercel.behavior.oldConfigPaths = oldConfigPaths;
          store = vercel.addStore('flags', {
            maintenance: false,
            'new-checkout': 'on',
            'signing-key': SECRET,
            limits: { a: [1, 2] },
          });
          vercel.stores.delete(store.id);
          store.id = 'ecfg_flags';
          vercel.stores.set(store.id, store);
          vercel.addStore('other', { untouched: true });
        },
        mutations,
        async mutate(mutation) {
          if (mutation.kind === 'delete') store.items.delete(mutation.key);
          else {
            const description = mutation.description === '' ? null : mutation.description;
            store.items.set(mutation.key, { value: mutation.value, description, createdAt: 1, updatedAt: 2 });
          }
        },
        outside: async () =>
          [...vercel.stores.values()].filter(({ slug }) => slug === 'other').map(({ items }) => [...items]),
        writes: () => vercel.writes,
        secrets: [SECRET, 'vercel-token-sandbox'],
        crashAfterWrite: (n) => vercel.crashAfterWrite(n),
        close: () => vercel.stop(),
      };
    },
  });
}
