import type { Change } from '../../engine/change.js';
import { otherObject } from '../../engine/other-object.js';
import { isSameServer, serverDoubt } from '../../services/postgres/reading.js';
import type { State } from './state.js';

/** True if the URL surely leads to another server than that of the snapshot. */
const isElsewhere = (saved: State, live: State): boolean =>
  saved.origin !== undefined && live.origin !== undefined && !isSameServer(saved.origin, live.origin);

/** Why nothing tells whether the URL leads to the server of the snapshot; null if something does, or nothing was read. */
function doubtOf(saved: State, live: State): string | null {
  if (live.origin === undefined) return null;
  if (saved.origin === undefined) return 'an earlier version of Rewind took the snapshot, and did not record it';
  return serverDoubt(saved.origin, live.origin);
}

/**
 * The changes of a history, with what is known of the server and the database that they are for. The history of another server
 * is left to a person: its migrations must not be taken down because a snapshot of this one lacks them. Pure.
 */
export function onSameServer(changes: readonly Change[], saved: State, live: State): Change[] {
  if (changes.length === 0) return [];
  if (isElsewhere(saved, live)) {
    const server = (of: State): string => of.origin?.server ?? 'unknown';
    const moved = 'The URL says which server it is. If the database was moved there, take a new snapshot of it.';
    const parts = [{ key: 'server', saved: server(saved), live: server(live) }];
    const other = otherObject('migrations', parts, moved);
    return other === null ? [] : [{ ...other, stage: 'database', database: 'down' }];
  }
  const warnings = [...unknownServer(saved, live), ...otherDatabase(saved, live)];
  return changes.map((change) => ({ ...change, warnings: [...change.warnings, ...warnings] }));
}

function unknownServer(saved: State, live: State): string[] {
  const doubt = doubtOf(saved, live);
  return doubt === null ? [] : [`Nothing tells whether the URL leads to the server of the snapshot: ${doubt}.`];
}

function otherDatabase({ origin: then }: State, { origin: now, database }: State): string[] {
  if (then === undefined || now === undefined || then.database === now.database) return [];
  return [`"${database}" is another database than at the snapshot: a restore or a person gave it the name since.`];
}

/** What a claim leaves out: equal histories do not tell whether they are of one server. Pure. */
export function serverBlindSpots(saved: State, live: State): string[] {
  if (isElsewhere(saved, live)) return ['the history of the server of the snapshot: the URL leads to another server'];
  const doubt = doubtOf(saved, live);
  return doubt === null ? [] : [`whether the URL leads to the server of the snapshot: ${doubt}`];
}
