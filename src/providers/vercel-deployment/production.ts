import type { Client } from './client.js';
import type { Config } from './config.js';
import { described } from './described.js';
import type { State } from './state.js';

type Domains = State['domains'];

/**
 * For a project that names no deployment in production, because the field is optional: the one that its production domains
 * serve. Null if they serve none, or more than one.
 */
export async function servedByDomains(config: Config, domains: Domains, vercel: Client): Promise<State['production']> {
  const [id, ...others] = new Set(domains.flatMap(({ deployment }) => deployment ?? []));
  if (id === undefined || others.length > 0) return null;
  const found = await vercel.deployment(id);
  if (found?.url === undefined || found.createdAt === undefined) return null;
  if (found.projectId !== config.project || found.target !== 'production') return null;
  const by = found.creator?.username;
  return { ...described({ id, url: found.url, createdAt: found.createdAt }, found.meta), ...(by ? { by } : {}) };
}

/** Whether a project that names no deployment in production serves one all the same, or served one before. */
export async function wasDeployed(domains: Domains, vercel: Client): Promise<boolean> {
  if (domains.some(({ deployment }) => deployment !== null)) return true;
  const rows = await vercel.recent();
  return rows.some(({ readyState, readySubstate }) => readyState === 'READY' && readySubstate !== 'STAGED');
}
