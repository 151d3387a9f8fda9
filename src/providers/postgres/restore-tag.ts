/**
 * Rewind's notes in the comments of databases. A comment is used because it survives a rename, any session of the server
 * can read it, and only superusers may store custom settings in a database.
 */

/** A restored database: its snapshot, and the first transaction after the restore. */
export const RESTORE_TAG =
  /\n?\[rewind: restored from (\S+), next transaction (\d+)(?:, for (\S+) \((\d+)\), token ([0-9a-f]+))?\]/;
const MADE_FOR = /(\[rewind: restored from \S+, next transaction \d+), for [^\]]*\]/;
/** A database that a restore is filling. */
const FILLING_TAG = /\n?\[rewind: filling from (\S+), for (\S+) \((\d+)\), token ([0-9a-f]+)\]/;
/** A database that Rewind closed to swap the names. */
const FENCE_TAG = /\n?\[rewind: closed for the swap with token ([0-9a-f]+)\]/;
/** A previous database that a restore kept. */
const KEPT_TAG =
  /\n?\[rewind: kept from (\S+), before the restore of (\S+), at (\S+), next transaction (\d+), rows deleted (\d+|unknown)\]/;
/** A kept database that an undo brought back: the first transaction after that. */
const RETURN_TAG = /\n?\[rewind: returned, next transaction (\d+)\]/;

/** The database that a new one is made for. */
export interface Target {
  readonly database: string;
  /** 0 if the database did not exist. */
  readonly oid: number;
  readonly snapshot: string;
  /** Random hex digits of the run. */
  readonly token: string;
}

export function withRestoreTag(comment: string | null, snapshot: string, next: string, target?: Target): string {
  const made = target === undefined ? '' : `, for ${place(target)}, token ${target.token}`;
  return tagged(comment, `restored from ${snapshot}, next transaction ${next}${made}`);
}

export function withFillingTag(target: Target): string {
  return tagged(null, `filling from ${target.snapshot}, for ${place(target)}, token ${target.token}`);
}

/** Keeps the other tags: the database is still the one that they describe. */
export function withFenceTag(comment: string | null, token: string): string {
  return joined(withoutFenceTag(comment) ?? '', `closed for the swap with token ${token}`);
}

/** When a database was put aside. */
export interface KeptAt {
  /** ISO 8601 */
  readonly at: string;
  /** All later transactions wrote to it after it was put aside. */
  readonly next: string;
  /** Rows that were ever deleted in it, without what ANALYZE replaces; null if nobody could tell. */
  readonly deleted: bigint | null;
}

export function withKeptTag(comment: string | null, database: string, snapshot: string, kept: KeptAt): string {
  const own = (withoutFenceTag(comment) ?? '').replace(KEPT_TAG, '').replace(RETURN_TAG, '');
  const when = `at ${kept.at}, next transaction ${kept.next}, rows deleted ${kept.deleted ?? 'unknown'}`;
  return joined(own, `kept from ${encodeURIComponent(database)}, before the restore of ${snapshot}, ${when}`);
}

/** The comment of a new database once it is swapped in: from then on it holds what users write. */
export function withoutTarget(comment: string | null): string | null {
  return comment?.replace(MADE_FOR, '$1]') ?? null;
}

/** The comment of a kept database once an undo brought it back. */
export function withReturnTag(comment: string | null, next: string): string {
  const own = (withoutFenceTag(comment) ?? '').replace(KEPT_TAG, '').replace(RETURN_TAG, '');
  return joined(own, `returned, next transaction ${next}`);
}

/** The first transaction after the database took its name by a restore or an undo; null if neither did. */
export function arrivedAt(comment: string | null): string | null {
  return returnedAt(comment) ?? RESTORE_TAG.exec(comment ?? '')?.[2] ?? null;
}

/** The first transaction after an undo brought the database back; null if none did. */
export const returnedAt = (comment: string | null): string | null => RETURN_TAG.exec(comment ?? '')?.[1] ?? null;

/** Null for a comment that holds nothing else. */
export function withoutFenceTag(comment: string | null): string | null {
  const own = (comment ?? '').replace(FENCE_TAG, '');
  return own === '' ? null : own;
}

/** The comment as its owner wrote it. */
export function ownComment(comment: string | null): string | null {
  const own = (comment ?? '').replace(/\n?\[rewind: [^\]]*\]/g, '').replace(/^\n/, '');
  return own === '' ? null : own;
}

/** The token of the run that closed the database; null if Rewind did not close it. */
export function fenceToken(comment: string | null): string | null {
  return FENCE_TAG.exec(comment ?? '')?.[1] ?? null;
}

/** The name of the database before a restore kept it; null for any other database. */
export function keptFrom(comment: string | null): string | null {
  return keptBefore(comment)?.database ?? null;
}

/** The name of a kept database before, the snapshot whose restore kept it, and when; null for any other database. */
export function keptBefore(
  comment: string | null,
): (KeptAt & { readonly database: string; readonly snapshot: string }) | null {
  const [tag, database = '', snapshot = '', at = '', next = '', deleted = ''] = KEPT_TAG.exec(comment ?? '') ?? [];
  if (tag === undefined) return null;
  const rows = deleted === 'unknown' ? null : BigInt(deleted);
  return { database: decodeURIComponent(database), snapshot, at, next, deleted: rows };
}

/** For whom a new database was made, and whether it is complete and compared; null if it is no new database. */
export function madeFor(comment: string | null): (Target & { readonly finished: boolean }) | null {
  const finished = RESTORE_TAG.exec(comment ?? '');
  if (finished?.[3] !== undefined) {
    const [, snapshot = '', , database, oid, token = ''] = finished;
    return { snapshot, database: decodeURIComponent(database), oid: Number(oid), token, finished: true };
  }
  const filling = FILLING_TAG.exec(comment ?? '');
  if (filling === null) return null;
  const [, snapshot = '', database = '', oid, token = ''] = filling;
  return { snapshot, database: decodeURIComponent(database), oid: Number(oid), token, finished: false };
}

const place = ({ database, oid }: Target): string => `${encodeURIComponent(database)} (${oid})`;

function tagged(comment: string | null, tag: string): string {
  return joined(ownComment(comment) ?? '', tag);
}

const joined = (own: string, tag: string): string => `${own}${own === '' ? '' : '\n'}[rewind: ${tag}]`;
