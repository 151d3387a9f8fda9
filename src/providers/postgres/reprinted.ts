import { createHash } from 'node:crypto';

/**
 * Marks of the objects that PostgreSQL prints differently after a reload of their own text, kept in the comment of the
 * restored database (docs/adr/0018). They count only for the snapshot that was reloaded.
 */
export interface Reprinted {
  readonly snapshot: string;
  readonly marks: string[];
}

const TAG = /\[rewind: prints since (\S+): ([0-9a-f ]*)\]\n?/;

/** Identifies one printed form of an object. @param hash of its definition */
export function markOf(name: string, hash: string): string {
  return createHash('sha256').update(`${name}\0${hash}`).digest('hex').slice(0, 10);
}

/** Null if the comment has no marks. */
export function readReprinted(comment: string | null): Reprinted | null {
  const [tag, snapshot = '', marks = ''] = TAG.exec(comment ?? '') ?? [];
  return tag === undefined ? null : { snapshot, marks: marks.split(' ') };
}

/** Puts the marks at the beginning, because the restore tag is at the end. Without marks it removes old ones. */
export function withReprinted(comment: string | null, { snapshot, marks }: Reprinted): string {
  const own = (comment ?? '').replace(TAG, '');
  return marks.length === 0 ? own : `[rewind: prints since ${snapshot}: ${marks.join(' ')}]\n${own}`;
}
