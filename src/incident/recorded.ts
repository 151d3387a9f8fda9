import type { Store } from '../store/store.js';
import type { Entry } from './entry.js';
import { listIncidents, readEntries } from './record.js';

/** A rollback whose record is looked for. */
interface Sought {
  readonly digest: string;
  /** Begin of its last run (ISO 8601). */
  readonly at: string;
}

/**
 * True if no record mentions a rollback: its store refused the entries. What it left is then no obligation anywhere. A person
 * who closed an incident after it has judged it. Reads the newest records first, in the usual case only one.
 * @throws RewindError incident-corrupt, store-unreadable
 */
export async function isUnrecorded(store: Store, environment: string, { digest, at }: Sought): Promise<boolean> {
  for (const id of (await listIncidents(store, environment)).reverse()) {
    const entries = await readEntries(store, environment, id);
    if (entries.some((entry) => mentions(entry, digest) || (entry.kind === 'closed' && entry.at > at))) return false;
  }
  return true;
}

const mentions = ({ data }: Entry, digest: string): boolean => 'digest' in data && data.digest === digest;
