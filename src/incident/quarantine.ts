import type { Store } from '../store/store.js';
import { mapLimited } from '../runtime/flow.js';
import { INCIDENTS_AT_ONCE, listIncidents, readEntries } from './record.js';
import { openObligations, statusOf } from './status.js';

export interface Quarantined {
  readonly commit: string;
  readonly incident: string;
}

/**
 * Commits that were rolled back and that nobody released since. Those of closed incidents included: an incident is closed
 * only after each of them was discharged.
 * @throws RewindError incident-corrupt, store-unreadable
 */
export async function quarantinedIn(store: Store, environment: string): Promise<Quarantined[]> {
  const all = await mapLimited(await listIncidents(store, environment), INCIDENTS_AT_ONCE, async (incident) => {
    const status = statusOf(await readEntries(store, environment, incident));
    const open = openObligations(status).filter(({ kind }) => kind === 'quarantined-commit');
    return open.flatMap(({ items }) => items.map((commit) => ({ commit, incident })));
  });
  return all.flat();
}
