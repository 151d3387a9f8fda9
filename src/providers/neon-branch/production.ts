import { digestOf } from '../../runtime/digest.js';
import type { Branch, Compute, NeonClient } from './client.js';
import type { Copy, Production } from './state.js';

const MARK_LENGTH = 10;

/**
 * Changes whenever the branch is reset or restored. Neon then sets the time of the last reset; should it be missing, the
 * branch has another parent or LSN. Those alone may change later, when Neon takes a branch off its parent.
 */
export function markOf({ last_reset_at: reset, parent_id: parent, parent_lsn: lsn }: Branch): string {
  return digestOf(reset ?? [parent ?? null, lsn ?? null]).slice(0, MARK_LENGTH);
}

const writers = (computes: readonly Compute[]): Compute[] => computes.filter(({ type }) => type === 'read_write');

export function productionOf(branch: Branch, computes: readonly Compute[]): Production {
  return {
    id: branch.id,
    name: branch.name,
    root: branch.parent_id === undefined,
    mark: markOf(branch),
    resetAt: branch.last_reset_at ?? null,
    written: branch.written_data_bytes,
    activeSeconds: branch.active_time_seconds,
    size: branch.logical_size ?? null,
    computes: writers(computes)
      .map(({ id }) => id)
      .sort(),
  };
}

/** When the last read-write compute stopped; null if one is running or Neon does not say. */
export function idleSince(computes: readonly Compute[]): string | null {
  const ends = writers(computes).map(({ current_state: current, pending_state: pending, suspended_at: end }) =>
    current === 'idle' && pending === undefined ? (end ?? null) : null,
  );
  return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
}

/** What the branch of a snapshot is now. @returns null if it does not exist or has no position in production's log */
export async function readCopy(neon: NeonClient, branch: Branch | null | undefined): Promise<Copy | null> {
  if (!branch || branch.parent_lsn === undefined) return null;
  const computes = await neon.computes(branch.id);
  return {
    id: branch.id,
    name: branch.name,
    lsn: branch.parent_lsn,
    at: branch.created_at,
    expires: branch.expires_at ?? null,
    writable: writers(computes).length > 0 || branch.last_reset_at !== undefined,
    written: branch.written_data_bytes,
  };
}

/** True if the copy may not hold any more what it held in the snapshot. */
export const isTouched = (saved: Copy, now: Copy): boolean => now.writable || now.written !== saved.written;
