import { text } from 'node:stream/consumers';
import type { Context } from '../runtime/context.js';
import { asRewindError } from '../runtime/errors.js';
import { isGone } from '../runtime/process-identity.js';
import { parseLock, SKEW_MS, type LockRecord, type Unreadable } from './lock-record.js';
import type { Store } from './store.js';

/** No lock gets a number with more digits. `Number` is exact up to here. */
const NUMBER = /^(\d{9,15})\.json$/;
/** How often a lock is listed again that its owner renewed between the list and the reading. */
const TRIES = 5;

/** What has the lock of an environment now. */
export interface Present {
  readonly owner: LockRecord | Unreadable | Unseen;
  /** Key of the object that is the lock; of an unseen one, the folder of the lock. */
  readonly key: string;
  /** Of one that names no owner: the command that removes it, or its key. */
  readonly remove?: string;
}

/** An owner that was never read: each time the object was gone when it was opened. */
export interface Unseen {
  /** How often the lock was listed and then not there. */
  readonly missed: number;
}

/**
 * What has the lock of an environment now, as far as the store tells: the owner may have been killed a moment ago. Read-only.
 * @param run of the reader, whose earlier attempts are gone
 * @returns null if the lock is free, or if the store has no locks
 * @throws the store's errors
 */
export async function presentOwner(
  store: Store,
  { clock }: Pick<Context, 'clock'>,
  environment: string,
  run: LockRecord['run'],
): Promise<Present | null> {
  if (store.create === undefined) return null;
  const folder = `locks/${environment}`;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const number = Math.max(0, ...(await numbersBelow(store, folder)));
    if (number === 0) return null;
    const key = keyBelow(folder, number);
    const owner = await readLock(store, key);
    if (owner === 'absent') continue;
    if ('problem' in owner) return { owner, key, remove: (await store.describe?.(key))?.remove ?? key };
    const isFree = owner.released || isDead(owner, run) || endsAt(owner) <= clock.now().getTime();
    return isFree ? null : { owner, key };
  }
  return { owner: { missed: TRIES }, key: folder };
}

/** When a lock that is not renewed is free by every clock, in milliseconds since 1970. */
export const endsAt = ({ until }: Pick<LockRecord, 'until'>): number => Date.parse(until) + SKEW_MS;

/** True if the owner is surely gone. @param run of the reader */
export function isDead(owner: LockRecord, run: LockRecord['run']): boolean {
  if (run && owner.run?.url === run.url && owner.run.attempt < run.attempt) return true;
  return isGone(owner.process);
}

/** The owner of the last lock of an environment, also of one that was released; null if nothing tells who it was. */
export async function lastOwner(store: Store, environment: string): Promise<LockRecord | null> {
  const folder = `locks/${environment}`;
  const number = Math.max(0, ...(await numbersBelow(store, folder)));
  if (number === 0) return null;
  const read = await readLock(store, keyBelow(folder, number));
  return read === 'absent' || 'problem' in read ? null : read;
}

/**
 * @returns 'absent' for an object that another run has removed since it was listed: it locks nothing
 * @throws the store's errors
 */
export async function readLock(store: Store, key: string): Promise<LockRecord | Unreadable | 'absent'> {
  let content: string;
  try {
    content = await text(await store.open(key));
  } catch (error) {
    if (asRewindError(error).code === 'snapshot-corrupt') return 'absent';
    throw error;
  }
  return parseLock(content);
}

export const keyBelow = (folder: string, number: number): string => `${folder}/${String(number).padStart(9, '0')}.json`;

export async function numbersBelow(store: Store, folder: string): Promise<number[]> {
  const objects = await store.list(folder);
  return objects.flatMap(({ key }) => {
    const found = NUMBER.exec(key.slice(folder.length + 1))?.[1];
    // Only the name that `keyBelow` gives: one number has one object.
    return found !== undefined && key === keyBelow(folder, Number(found)) ? [Number(found)] : [];
  });
}
