import { RewindError } from '../runtime/errors.js';

/** One part of a key. `.` and `..` match too; isSegment refuses them. */
const SEGMENT = /^[A-Za-z0-9._-]{1,200}$/;

export function isSegment(text: string): boolean {
  return SEGMENT.test(text) && text !== '.' && text !== '..';
}

/**
 * Refuses every key that is not a plain path below the root of the store: a forged manifest must not point outside.
 *
 * @throws RewindError input-invalid
 */
export function assertKey(key: string): void {
  if (key.length <= 900 && key.split('/').every(isSegment)) return;
  throw new RewindError('input-invalid', `${JSON.stringify(key.slice(0, 100))} is not a valid name in a store.`, {
    remedy: 'Use letters, digits, dots, dashes and underscores, separated by forward slashes.',
  });
}

/** The same for a prefix: a folder path or ''. Returns it without the slash at its end. */
export function assertPrefix(prefix: string): string {
  const folder = prefix.replace(/\/$/, '');
  if (folder !== '') assertKey(folder);
  return folder;
}

/** Order of keys, the same in every store: by code point. */
export function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
