import { marksOf, readManifest, removeSnapshot, snapshotIds } from '../../engine/snapshot-files.js';
import { asRewindError } from '../../runtime/errors.js';
import { DAY_MS } from '../../runtime/progress.js';
import type { Project, Session } from '../../cli/session.js';

/**
 * Removes snapshots that are both older than keep-days and beyond the newest keep-last, without a mark. A failure is only a warning,
 * because the new snapshot is good.
 * @returns ids removed
 */
export async function applyRetention(session: Session, { store, config }: Project): Promise<string[]> {
  if (store.expires === true) return [];
  const { 'keep-last': keepLast, 'keep-days': keepDays } = config.retention;
  const oldest = session.context.clock.now().getTime() - keepDays * DAY_MS;
  const removed: string[] = [];
  try {
    const objects = await store.list(`snapshots/${config.environment}`);
    const ids = snapshotIds(objects);
    const marks = marksOf(objects);
    for (const id of ids.slice(0, Math.max(0, ids.length - keepLast))) {
      if (marks.has(id)) continue;
      const { createdAt } = await readManifest(store, config.environment, id);
      if (Date.parse(createdAt) >= oldest) continue;
      await removeSnapshot(store, config.environment, id);
      removed.push(id);
    }
  } catch (error) {
    session.context.log.warn(`Could not remove old snapshots: ${asRewindError(error).message}`);
  }
  return removed;
}
