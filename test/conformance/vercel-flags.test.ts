import fc from 'fast-check';
import provider from '../../src/providers/vercel-flags/index.js';
import { config as schema, type Config } from '../../src/providers/vercel-flags/config.js';
import { newFlag, type SandboxFlag } from '../sandbox/vercel/flags.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { Project } from '../sandbox/vercel/model.js';
import { testContext } from '../support/context.js';
import { conformance } from './suite.js';

const SECRET_USER = 'secret-customer-4711@example.com';
const slug = fc.constantFrom('checkout', 'banner', 'beta', 'fresh');
const mutations = fc.oneof(
  fc.record({ kind: fc.constant('active' as const), slug, on: fc.boolean() }),
  fc.record({
    kind: fc.constant('rules' as const),
    slug,
    users: fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('fallthrough' as const), slug, to: fc.constantFrom('on', 'off') }),
  fc.record({ kind: fc.constant('variants' as const), slug, value: fc.json() }),
  fc.record({ kind: fc.constant('archive' as const), slug }),
  fc.record({ kind: fc.constant('delete' as const), slug }),
  fc.record({ kind: fc.constant('create' as const), slug }),
);
type Mutation = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

conformance<Config, Awaited<ReturnType<typeof provider.capture>>, Mutation>({
  name: 'vercel-flags',
  provider,
  // A switch has only two values.
  writesOver: ({ params: { kind } }) => kind === 'turn-on' || kind === 'turn-off',
  async start() {
    const vercel = await new VercelSandbox().start();
    const ctx = testContext({
      env: { VERCEL_TOKEN: 'vercel-token-sandbox', VERCEL_API_URL: vercel.url, REWIND_FINGERPRINT_KEY: 'k' },
      http: { backoffMs: 0.5 },
    });
    Object.assign(ctx, { clock: { ...ctx.clock, sleep: async () => undefined } });
    const config: Record<string, unknown> = { id: 'subject', provider: 'vercel-flags', project: 'prj_x', team: TEAM };
    let project: Project;
    let other: Project;
    const rule = (users: readonly string[]) => ({
      id: 'r',
      conditions: [{ attribute: 'user', values: [...users] }],
      outcome: { type: 'variant', variantId: 'on' },
    });
    return {
      get config() {
        return schema.parse(config);
      },
      ctx,
      async reset() {
        vercel.clear();
        project = vercel.addProject('shop');
        config.project = project.id;
        const flags = vercel.flagsOf(project);
        const checkout = newFlag('checkout');
        if (checkout.environments.production) checkout.environments.production.rules = [rule([SECRET_USER])];
        flags.set('checkout', checkout);
        flags.set('banner', newFlag('banner', { tags: ['marketing'] }));
        flags.set('beta', newFlag('beta', { state: 'archived' }));
        other = vercel.addProject('other');
        vercel.flagsOf(other).set('checkout', newFlag('checkout'));
      },
      mutations,
      async mutate(mutation) {
        const flags = vercel.flagsOf(project);
        const flag: SandboxFlag | undefined = flags.get(mutation.slug);
        if (mutation.kind === 'create' && !flag) flags.set(mutation.slug, newFlag(mutation.slug));
        if (mutation.kind === 'delete') flags.delete(mutation.slug);
        const production = flag?.environments.production;
        if (!flag || !production) return;
        flag.revision += 1;
        if (mutation.kind === 'active') production.active = mutation.on;
        if (mutation.kind === 'rules') production.rules = [rule(mutation.users)];
        if (mutation.kind === 'fallthrough') production.fallthrough = { type: 'variant', variantId: mutation.to };
        if (mutation.kind === 'variants')
          flag.variants = [
            { id: 'off', value: false },
            { id: 'on', value: JSON.parse(mutation.value) as unknown },
          ];
        if (mutation.kind === 'archive') flag.state = flag.state === 'active' ? 'archived' : 'active';
      },
      outside: async () => [...vercel.flagsOf(other).values()],
      writes: () => vercel.writes,
      secrets: [SECRET_USER, 'vercel-token-sandbox'],
      crashAfterWrite: (n) => vercel.crashAfterWrite(n),
      close: () => vercel.stop(),
    };
  },
});
