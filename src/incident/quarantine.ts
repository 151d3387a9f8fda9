import type { Store } from '../store/store.js';
import { listIncidents, readEntries } from './record.js';
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
  const all = await Promise.all(
    (await listIncidents(store, environment)).map(async (incident) => {
      const status = statusOf(await readEntries(store, environment, incident));
      const open = openObligations(status).filter(({ kind }) => kind === 'quarantined-commit');
      return open.flatMap(({ items }) => items.map((commit) => ({ commit, incident })));
    }),
  );
  return all.flat();
}
