import { testContext, type TestContext, type TestContextOptions } from '../../support/context.js';
import { SCALING_KEY_ID, SCALING_SECRET } from './scaling.js';

/** A context that reaches the emulator, and does not sleep. */
export function scalingContext(at: { readonly url: string }, options: TestContextOptions = {}): TestContext {
  const ctx = testContext({
    http: { backoffMs: 0.5 },
    ...options,
    env: {
      AWS_ACCESS_KEY_ID: SCALING_KEY_ID,
      AWS_SECRET_ACCESS_KEY: SCALING_SECRET,
      AWS_ENDPOINT_URL_APPLICATION_AUTO_SCALING: at.url,
      AWS_ENDPOINT_URL_LAMBDA: at.url,
      ...options.env,
    },
  });
  Object.assign(ctx, { clock: { ...ctx.clock, sleep: async () => undefined } });
  return ctx;
}
