import { describeState } from '../engine/provider.js';
import type { Resource } from '../engine/resources.js';
import { DiscardingSink } from '../engine/payload-files.js';
import { identityOf, type Identity } from '../probes/identity.js';
import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import { messageOf } from '../runtime/errors.js';

/** Reads which deployment a host serves, by the first resource that knows; null if none does. */
export function identityIn(ctx: Context, resources: readonly Resource[]): Identity | null {
  for (const { id, provider, config } of resources) {
    const { capabilities } = provider;
    const within = forResource(ctx, id);
    if (capabilities?.aliasOf === undefined) continue;
    return identityOf(within, async (host) => (await capabilities.aliasOf?.(config, within, host)) ?? null);
  }
  return null;
}

/** Immutable address of the deployment that is live; null if no resource tells it. What cannot be read is a warning. */
export async function liveAddress(ctx: Context, resources: readonly Resource[]): Promise<string | null> {
  for (const { id, provider, config } of resources) {
    if (provider.capabilities?.aliasOf === undefined) continue;
    try {
      const state = await provider.capture(config, forResource(ctx, id), new DiscardingSink());
      return describeState(provider, state).address ?? null;
    } catch (error) {
      ctx.log.warn(`The address of the live deployment could not be read: ${messageOf(error)}`);
    }
  }
  return null;
}
