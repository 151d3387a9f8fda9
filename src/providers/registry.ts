import { RewindError } from '../runtime/errors.js';
import type { Provider } from '../engine/provider.js';

/**
 * Every provider, loaded only when a configuration names it: the SDKs behind them are what makes start-up slow.
 * `unknown` stands for each provider's own Config and State; both are parsed by schemas before they get there.
 */
const LOADERS: Record<string, () => Promise<{ default: unknown }>> = {
  cloudfront: () => import('./cloudfront/index.js'),
  launchdarkly: () => import('./launchdarkly/index.js'),
  'vercel-deployment': () => import('./vercel-deployment/index.js'),
  'vercel-env': () => import('./vercel-env/index.js'),
  'vercel-project': () => import('./vercel-project/index.js'),
  'vercel-flags': () => import('./vercel-flags/index.js'),
  'vercel-edge-config': () => import('./vercel-edge-config/index.js'),
  postgres: () => import('./postgres/index.js'),
  prisma: () => import('./prisma/index.js'),
  's3-bucket': () => import('./s3-bucket/index.js'),
  'stripe-webhooks': () => import('./stripe-webhooks/index.js'),
  unleash: () => import('./unleash/index.js'),
};

export const PROVIDER_IDS = Object.keys(LOADERS);

export async function loadProvider(id: string): Promise<Provider<unknown, unknown>> {
  const load = LOADERS[id];
  if (!load) throw new RewindError('internal', `No provider is registered as "${id}".`);
  return (await load()).default as Provider<unknown, unknown>;
}
