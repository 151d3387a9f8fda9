import { RewindError } from './errors.js';
import type { Provider } from './provider.js';

/**
 * Every provider, loaded only when a configuration names it: the SDKs behind them are what makes start-up slow.
 * `unknown` stands for each provider's own Config and State; both are parsed by schemas before they get there.
 */
const LOADERS: Record<string, () => Promise<{ default: unknown }>> = {
  cloudfront: () => import('../providers/cloudfront/index.js'),
  launchdarkly: () => import('../providers/launchdarkly/index.js'),
  'vercel-deployment': () => import('../providers/vercel-deployment/index.js'),
  'vercel-env': () => import('../providers/vercel-env/index.js'),
  'vercel-project': () => import('../providers/vercel-project/index.js'),
  'vercel-flags': () => import('../providers/vercel-flags/index.js'),
  'vercel-edge-config': () => import('../providers/vercel-edge-config/index.js'),
  postgres: () => import('../providers/postgres/index.js'),
  prisma: () => import('../providers/prisma/index.js'),
  's3-bucket': () => import('../providers/s3-bucket/index.js'),
  'stripe-webhooks': () => import('../providers/stripe-webhooks/index.js'),
  unleash: () => import('../providers/unleash/index.js'),
};

export const PROVIDER_IDS = Object.keys(LOADERS);

export async function loadProvider(id: string): Promise<Provider<unknown, unknown>> {
  const load = LOADERS[id];
  if (!load) throw new RewindError('internal', `No provider is registered as "${id}".`);
  return (await load()).default as Provider<unknown, unknown>;
}
