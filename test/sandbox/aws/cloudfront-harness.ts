import type { Clock } from '../../../src/runtime/context.js';
import type { Change } from '../../../src/engine/change.js';
import type { Config } from '../../../src/providers/cloudfront/config.js';
import provider from '../../../src/providers/cloudfront/index.js';
import type { State } from '../../../src/providers/cloudfront/state.js';
import { testContext, type TestContext } from '../../support/context.js';
import { MemoryPayloads } from '../../support/payloads.js';
import { CloudFrontFixture, startingConfig, STARTING_CODE } from './cloudfront-fixture.js';
import { CloudFrontSandbox, type SandboxDistribution } from './cloudfront.js';

const BEGIN = 1_795_000_000_000;
export const SECRET_KEY = 'aws-secret-4471c0ffee';

/** One distribution with two functions behind an emulator, whose time passes only when somebody sleeps. */
export class CloudFrontHarness {
  config: Config;
  /** Milliseconds since the start. */
  passed = 0;
  readonly clock: Clock = {
    now: () => new Date(this.time()),
    monotonic: () => this.passed,
    sleep: async (ms) => void (this.passed += ms),
  };

  private constructor(
    readonly sandbox: CloudFrontSandbox,
    readonly scene: CloudFrontFixture,
    readonly id: string,
  ) {
    this.config = {
      id: 'subject',
      provider: 'cloudfront',
      distribution: id,
      invalidate: ['/*'],
      wait: 600,
      'poll-seconds': 10,
    };
  }

  static async start(): Promise<CloudFrontHarness> {
    const sandbox = await new CloudFrontSandbox().start();
    sandbox.now = () => BEGIN;
    const scene = new CloudFrontFixture(sandbox.url);
    for (const name of ['redirect', 'headers']) await scene.createFunction(name, STARTING_CODE, 'v1');
    const id = await scene.createDistribution(
      startingConfig('media', [
        ['viewer-request', 'redirect'],
        ['viewer-response', 'headers'],
      ]),
    );
    const stage = new CloudFrontHarness(sandbox, scene, id);
    sandbox.now = () => stage.time();
    return stage;
  }

  async close(): Promise<void> {
    this.scene.close();
    await this.sandbox.stop();
  }

  private time(): number {
    return BEGIN + this.passed;
  }

  get live(): SandboxDistribution {
    const found = this.sandbox.distributions.get(this.id);
    if (!found) throw new Error('the distribution is gone');
    return found;
  }

  context(env: Record<string, string | undefined> = {}): TestContext {
    return testContext({
      clock: this.clock,
      env: {
        AWS_ACCESS_KEY_ID: 'AKIATEST',
        AWS_SECRET_ACCESS_KEY: SECRET_KEY,
        AWS_ENDPOINT_URL_CLOUDFRONT: this.sandbox.url,
        REWIND_FINGERPRINT_KEY: 'fingerprint-key-for-tests-0123456789',
        ...env,
      },
    });
  }

  async capture(ctx = this.context()): Promise<{ state: State; payloads: MemoryPayloads }> {
    const payloads = new MemoryPayloads();
    return { state: await provider.capture(this.config, ctx, payloads), payloads };
  }

  async plan(saved: State): Promise<Change[]> {
    return provider.plan(saved, (await this.capture()).state);
  }

  async apply(changes: readonly Change[], payloads: MemoryPayloads, ctx = this.context()): Promise<void> {
    for (const change of changes) {
      if (change.manual === undefined) await provider.apply(this.config, change, ctx, payloads);
    }
  }

  /** Points the app elsewhere and publishes other code. */
  async deploy(): Promise<void> {
    await this.scene.update(this.id, (config) => {
      const first = config.Origins?.Items?.[0];
      if (first) first.DomainName = 'evil.example.net';
    });
    await this.scene.updateFunction('redirect', 'function handler(event) { return event.response; }', 'v2', true);
  }

  /** A snapshot; then a deploy that points the app elsewhere and publishes other code. */
  async drifted(): Promise<{ state: State; payloads: MemoryPayloads; changes: Change[] }> {
    const { state, payloads } = await this.capture();
    await this.deploy();
    return { state, payloads, changes: await this.plan(state) };
  }
}
