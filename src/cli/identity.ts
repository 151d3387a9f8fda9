import { identityOf, type Identity } from '../probes/identity.js';
import { forResource } from '../runtime/create-context.js';
import type { Project, Session } from './session.js';

/** Reads which deployment a host serves, from the first resource that can; null if none can. */
export function identityIn(
  { context }: Pick<Session, 'context'>,
  { resources }: Pick<Project, 'resources'>,
): Identity | null {
  for (const { id, provider, config } of resources) {
    const { capabilities } = provider;
    if (capabilities?.aliasOf === undefined) continue;
    const within = forResource(context, id);
    return identityOf(within, async (host) => (await capabilities.aliasOf?.(config, within, host)) ?? null);
  }
  return null;
}
