import type { Config } from '../../../src/providers/neon-branch/config.js';
import type { Config as ComputeConfig } from '../../../src/providers/neon-compute/config.js';
import { testContext, type TestContext, type TestContextOptions } from '../../support/context.js';
import { NEON_KEY, NeonSandbox, type SandboxBranch, type SandboxProject } from './server.js';

/** A shop whose production branch is `main`, with a preview of its own and a second project. */
export interface NeonShop {
  readonly neon: NeonSandbox;
  readonly project: SandboxProject;
  readonly main: SandboxBranch;
  readonly preview: SandboxBranch;
  readonly config: Config;
}

export function openShop(neon: NeonSandbox): NeonShop {
  neon.clear();
  const project = neon.addProject('shop-1');
  const main = neon.addBranch(project, 'main', 'orders: 1');
  neon.addCompute(main);
  const preview = neon.addBranch(project, 'preview/7', 'orders: test', main);
  neon.addBranch(neon.addProject('other-2'), 'main', 'other');
  const config: Config = {
    id: 'subject',
    provider: 'neon-branch',
    project: project.id,
    branch: 'main',
    'keep-days': 30,
  };
  return { neon, project, main, preview, config };
}

/** The configuration of the size of production's compute. */
export const computeConfig = ({ project, main }: NeonShop): ComputeConfig => ({
  id: 'subject',
  provider: 'neon-compute',
  project: project.id,
  endpoint: main.computes[0]?.id ?? '',
});

/** A context that reaches the sandbox and does not sleep. */
export function neonContext(neon: NeonSandbox, options: TestContextOptions = {}): TestContext {
  const ctx = testContext({
    http: { backoffMs: 0.5 },
    ...options,
    env: { NEON_API_KEY: NEON_KEY, NEON_API_URL: neon.url, ...options.env },
  });
  Object.assign(ctx, { clock: { ...ctx.clock, sleep: async () => undefined } });
  return ctx;
}
