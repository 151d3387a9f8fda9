import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { client } from './client.js';
import type { Config } from './config.js';

export async function check(config: Config, ctx: Context): Promise<Finding[]> {
  const vercel = client(config, ctx);
  const store = await vercel.store();
  await vercel.items();
  if (!store.purpose) return [];
  return [
    {
      level: 'warning',
      code: 'edge-config-managed',
      message: `Edge Config "${store.slug}" belongs to ${store.purpose.type}: it is captured, but never written.`,
      remedy: 'Use the provider of the owner (vercel-flags).',
    },
  ];
}
