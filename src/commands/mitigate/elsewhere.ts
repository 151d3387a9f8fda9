import type { Project } from '../../cli/session.js';
import { isMitigation } from '../../incident/obligations.js';
import { openIncidents } from '../../incident/record.js';
import { openObligations } from '../../incident/status.js';

/**
 * The other environments of the store whose open incidents name a mitigation, sorted. None if the store cannot tell that
 * quickly. A record that cannot be read counts as none.
 */
export async function mitigatedElsewhere({ store, config }: Pick<Project, 'store' | 'config'>): Promise<string[]> {
  // Each list of artifacts is a request of GitHub, and this is asked on a schedule.
  if (store.expires === true) return [];
  const keys = (await store.list('incidents')).map(({ key }) => key.split('/')[1] ?? '');
  const others = [...new Set(keys)].filter((name) => name !== '' && name !== config.environment).sort();
  const found: string[] = [];
  for (const environment of others) {
    const incidents = await openIncidents(store, environment, () => undefined);
    if (incidents.flatMap(openObligations).some(({ kind }) => isMitigation(kind))) found.push(environment);
  }
  return found;
}
