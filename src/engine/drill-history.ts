import { z } from 'zod';
import { messageOf } from '../runtime/errors.js';
import { readLimited } from '../runtime/byte-limits.js';
import type { Store } from '../store/store.js';
import { drillRecord, type DrillRecord } from './drill-record.js';
import { SNAPSHOT_ID } from './manifest.js';
import { inOrder } from '../runtime/text.js';

/** Drills that a report shows, and that the file of a drill carries along where a service deletes older ones. */
export const SHOWN_DRILLS = 12;

/** `drills/<environment>/<id>/drill.json`: a file is written once. */
const keyOf = (environment: string, id: string): string => `drills/${environment}/${id}/drill.json`;

const file = z.strictObject({
  version: z.literal(1),
  drill: drillRecord,
  /** Earlier drills, oldest first; only in a store that deletes them after a time. */
  earlier: z.array(drillRecord).max(SHOWN_DRILLS),
});

export interface DrillHistory {
  /** Oldest first, at most `SHOWN_DRILLS`. */
  readonly drills: readonly DrillRecord[];
  /** Why a file does not count, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * The last drills of an environment. A file that is damaged, or of another environment, does not count.
 * @throws RewindError store-unreadable
 */
export async function readDrills(store: Store, environment: string): Promise<DrillHistory> {
  const objects = await store.list(`drills/${environment}`, SHOWN_DRILLS);
  const ids = [...new Set(objects.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => SNAPSHOT_ID.test(id));
  const newest = ids.sort().slice(-SHOWN_DRILLS);
  const problems: string[] = [];
  const found = new Map<string, DrillRecord>();
  for (const id of newest) {
    try {
      const key = keyOf(environment, id);
      const content = await readLimited(await store.open(key), key);
      const { drill, earlier } = file.parse(JSON.parse(content.toString('utf8')));
      if (drill.id !== id) throw new Error(`it is the drill ${drill.id}`);
      for (const one of [...earlier, drill]) {
        if (one.environment !== environment) throw new Error(`it belongs to "${one.environment}"`);
      }
      for (const one of [...earlier, drill]) found.set(one.id, one);
    } catch (error) {
      problems.push(`Drill ${id} could not be read and does not count: ${messageOf(error).split('\n')[0] ?? ''}.`);
    }
  }
  return { drills: [...found.values()].sort((a, b) => inOrder(a.id, b.id)).slice(-SHOWN_DRILLS), problems };
}

/** Adds a drill. @param earlier as `readDrills` @throws RewindError store-write-failed, disk-full */
export async function writeDrill(store: Store, drill: DrillRecord, earlier: readonly DrillRecord[]): Promise<void> {
  const kept = store.expires === true ? earlier.slice(-(SHOWN_DRILLS - 1)) : [];
  const content = file.parse({ version: 1, drill, earlier: kept });
  await store.put(keyOf(drill.environment, drill.id), Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
}
