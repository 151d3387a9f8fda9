import fc from 'fast-check';
import { config, type Config } from '../../src/providers/stripe-webhooks/config.js';
import provider from '../../src/providers/stripe-webhooks/index.js';
import type { State } from '../../src/providers/stripe-webhooks/state.js';
import { CrashPoint } from '../sandbox/json-server.js';
import { StripeSandbox, type Hook } from '../sandbox/stripe/server.js';
import { ShopProject } from '../sandbox/stripe/shop.js';
import { testContext } from '../support/context.js';
import { conformance, type ProviderHarness } from './suite.js';

const APP = 'https://app.example.test/hooks';
const QUERY_TOKEN = 'tok3n-in-the-query';
const META_SECRET = 'sealed-metadata-value';

type Mutation =
  | {
      kind: 'edit';
      index: number;
      change: Partial<Pick<Hook, 'url' | 'events' | 'description' | 'enabled' | 'metadata'>>;
    }
  | { kind: 'rename'; name: string }
  | { kind: 'delete'; index: number }
  | { kind: 'delete-and-create-by-hand'; index: number; apiVersion: string | null }
  | { kind: 'add'; path: string; enabled: boolean };

const index = fc.nat({ max: 4 });
const events = fc.uniqueArray(fc.constantFrom('charge.succeeded', 'invoice.paid', 'payout.failed', '*'), {
  minLength: 1,
});
const change = fc.record(
  {
    url: fc.constantFrom(`${APP}/moved`, `${APP}/a?token=other-query-token`, 'https://elsewhere.example.test/x'),
    events,
    description: fc.option(fc.constantFrom('payments', 'changed by hand'), { nil: null }),
    enabled: fc.boolean(),
    metadata: fc.record(
      {
        team: fc.constantFrom('blue', 'red'),
        tier: fc.constantFrom('gold', 'silver'),
        api_key: fc.constant('changed-secret-value'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('edit' as const), index, change }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom('new', 'newer') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), index }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete-and-create-by-hand' as const),
      index,
      apiVersion: fc.constantFrom(null, '2020-08-27', '2026-10-28.endive'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      path: fc.constantFrom('/new', '/a', '/debug?key=temporary'),
      enabled: fc.boolean(),
    }),
  },
);

function seed(stripe: StripeSandbox): void {
  stripe.reset();
  stripe.add({
    url: `${APP}/a?token=${QUERY_TOKEN}`,
    events: ['invoice.paid', 'charge.succeeded'],
    description: 'payments',
    metadata: { team: 'blue', api_key: META_SECRET },
    apiVersion: '2020-08-27',
  });
  stripe.add({ url: `${APP}/b`, enabled: false });
  stripe.add({ url: `${APP}/connect`, connect: true, events: ['account.updated'], metadata: { tier: 'gold' } });
  const v2 = { name: 'thin', type: 'webhook_endpoint', payload: 'thin', from: ['@self'] } as const;
  stripe.add({ url: `${APP}/thin`, events: ['v1.billing.meter.no_meter_found'], v2: { ...v2, from: [...v2.from] } });
  // Not in scope, and the other mode: must stay as they are.
  stripe.add({ url: 'https://partner.example.test/hook', description: 'partner' });
  stripe.add({ url: `${APP}/a`, livemode: true, description: 'live one' });
}

async function start(): Promise<ProviderHarness<Config, Mutation>> {
  const gate = new CrashPoint();
  const stripe = await new StripeSandbox(gate).start();
  const vercel = await ShopProject.start(gate);
  const target = (name: string) => ({ 'vercel-env': name, project: vercel.project, team: vercel.team });
  const ctx = testContext({
    env: {
      STRIPE_API_KEY: 'sk_test_sandbox',
      STRIPE_API_URL: stripe.url,
      VERCEL_TOKEN: vercel.token,
      VERCEL_API_URL: vercel.url,
    },
    http: { backoffMs: 1 },
  });
  const scoped = (): Hook[] => stripe.hooks.filter((hook) => !hook.livemode && hook.url?.startsWith(APP));
  const secrets = [QUERY_TOKEN, META_SECRET, 'other-query-token', 'changed-secret-value', 'whsec_'];
  return {
    config: config.parse({
      id: 'subject',
      provider: 'stripe-webhooks',
      endpoints: [APP],
      connect: [`${APP}/connect`],
      'signing-secrets': {
        [`${APP}/a`]: target('SECRET_A'),
        [`${APP}/b`]: target('SECRET_B'),
        [`${APP}/connect`]: target('SECRET_CONNECT'),
        [`${APP}/thin`]: target('SECRET_THIN'),
      },
    }),
    ctx,
    secrets,
    mutations,
    async reset() {
      ctx.lines.length = 0;
      seed(stripe);
      vercel.reset();
    },
    async mutate(mutation) {
      const hooks = scoped();
      if (mutation.kind === 'add') {
        stripe.add({ url: `${APP}${mutation.path}`, enabled: mutation.enabled });
        return;
      }
      if (mutation.kind === 'rename') {
        for (const hook of hooks) if (hook.v2) hook.v2.name = mutation.name;
        return;
      }
      const hook = hooks[mutation.index % Math.max(1, hooks.length)];
      if (!hook) return;
      if (mutation.kind === 'edit') {
        Object.assign(hook, mutation.change);
        return;
      }
      stripe.remove(hook.id);
      if (mutation.kind === 'delete-and-create-by-hand') {
        stripe.add({ url: hook.url, events: hook.events, apiVersion: mutation.apiVersion });
      }
    },
    async outside() {
      return {
        endpoints: stripe.hooks.filter((hook) => hook.livemode || hook.description === 'partner'),
        variables: vercel.envs.filter((row) => !row.key.startsWith('SECRET_')),
      };
    },
    writes: () => gate.writes,
    crashAfterWrite: (n) => gate.arm(n),
    async close() {
      await stripe.stop();
      await vercel.close();
    },
  };
}

conformance<Config, State, Mutation>({ name: 'stripe-webhooks', provider, start });
