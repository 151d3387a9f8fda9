import type { Change } from '../../../src/engine/change.js';
import type { Clock } from '../../../src/runtime/context.js';
import { config as schema, type Config } from '../../../src/providers/stripe-webhooks/config.js';
import provider from '../../../src/providers/stripe-webhooks/index.js';
import type { State } from '../../../src/providers/stripe-webhooks/state.js';
import { testContext, type TestContext, type TestContextOptions } from '../../support/context.js';
import { MemoryPayloads } from '../../support/payloads.js';
import { CrashPoint } from '../json-server.js';
import { StripeSandbox, type Hook } from './server.js';
import { ShopProject } from './shop.js';

export interface Snapshot {
  readonly state: State;
  readonly payloads: MemoryPayloads;
}

/** A shop that takes payments: Stripe, and a Vercel project whose app verifies signatures. Time only passes in sleeps. */
export class StripeFixture {
  slept = 0;
  readonly clock: Clock = {
    now: () => new Date(Date.now() + this.slept),
    monotonic: () => this.slept,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      this.slept += ms;
    },
  };

  private constructor(
    readonly gate: CrashPoint,
    readonly stripe: StripeSandbox,
    readonly vercel: ShopProject,
  ) {}

  static async start(): Promise<StripeFixture> {
    const gate = new CrashPoint();
    return new StripeFixture(gate, await new StripeSandbox(gate).start(), await ShopProject.start(gate));
  }

  async close(): Promise<void> {
    await this.stripe.stop();
    await this.vercel.close();
  }

  reset(): void {
    this.slept = 0;
    this.stripe.reset();
    this.vercel.reset();
  }

  /** The configuration of one resource; `targets` maps endpoint URLs to variables. */
  config(targets: Record<string, string | string[]> = {}, rest: Record<string, unknown> = {}): Config {
    const entries = Object.entries(targets).map(([url, names]) => [
      url,
      { 'vercel-env': names, project: this.vercel.project, team: this.vercel.team },
    ]);
    return schema.parse({
      id: 'pay',
      provider: 'stripe-webhooks',
      ...(entries.length === 0 ? {} : { 'signing-secrets': Object.fromEntries(entries) as unknown }),
      ...rest,
    });
  }

  context(options: TestContextOptions & { readonly key?: string } = {}): TestContext {
    const { key = 'sk_test_sandbox', env, ...rest } = options;
    return testContext({
      resource: 'pay',
      clock: this.clock,
      ...rest,
      env: {
        STRIPE_API_KEY: key,
        STRIPE_API_URL: this.stripe.url,
        VERCEL_TOKEN: this.vercel.token,
        VERCEL_API_URL: this.vercel.url,
        ...env,
      },
      http: { timeoutMs: 2000, ...rest.http },
    });
  }

  async capture(config: Config, ctx = this.context()): Promise<Snapshot> {
    const payloads = new MemoryPayloads();
    return { state: await provider.capture(config, ctx, payloads), payloads };
  }

  /** What is to be done now to return to the snapshot. */
  async plan(config: Config, { state }: Snapshot, ctx = this.context()): Promise<Change[]> {
    return provider.plan(state, await provider.capture(config, ctx, new MemoryPayloads('compare')));
  }

  /** Applies what Rewind does by itself. */
  async apply(config: Config, changes: readonly Change[], saved: Snapshot, ctx = this.context()): Promise<void> {
    for (const change of changes) {
      if (change.manual === undefined) await provider.apply(config, change, ctx, saved.payloads);
    }
  }

  /** Endpoints of test mode, oldest first. */
  get hooks(): Hook[] {
    return this.stripe.hooks.filter((hook) => !hook.livemode).reverse();
  }
}
