/**
 * The three-way merge by key. Base is the snapshot, "theirs" the database that a restore kept, "ours" production now.
 * Pure.
 */

/** A row on one side: as in the snapshot, written since, or not there. */
export type Version = 'absent' | 'base' | 'changed';

export interface Sides {
  readonly theirs: Version;
  readonly ours: Version;
  /** Both sides hold the same values. Matters only where both hold a row. */
  readonly equal: boolean;
  /** The snapshot holds the key; null if unknown. Matters only where neither side holds the row as in the snapshot. */
  readonly inBase: boolean | null;
}

export type Decision =
  | { readonly action: 'none' | 'insert' | 'update' | 'delete' }
  | { readonly action: 'conflict'; readonly why: ConflictReason };

export const CONFLICTS = {
  'both-wrote': 'written in the kept database and in production',
  'deleted-here': 'written in the kept database, deleted in production',
  'deleted-there': 'deleted in the kept database, written in production',
  unclear: 'written in the kept database; production may have deleted it',
} as const;
export type ConflictReason = keyof typeof CONFLICTS;

const NONE: Decision = { action: 'none' };
const conflict = (why: ConflictReason): Decision => ({ action: 'conflict', why });

/** What becomes of production's row. Production changes only where it still holds the row of the snapshot. */
export function decide({ theirs, ours, equal, inBase }: Sides): Decision {
  // The kept database did not write the row, so there is nothing to carry over.
  if (theirs === 'base') return NONE;
  if (theirs === 'absent') {
    if (ours === 'base') return { action: 'delete' };
    return ours === 'changed' && inBase === true ? conflict('deleted-there') : NONE;
  }
  if (ours === 'absent') {
    if (inBase === false) return { action: 'insert' };
    return conflict(inBase === true ? 'deleted-here' : 'unclear');
  }
  if (equal) return NONE;
  return ours === 'base' ? { action: 'update' } : conflict('both-wrote');
}

/** A foreign key: rows of `table` need their row in `parent`. */
export interface Reference {
  readonly table: string;
  readonly parent: string;
}

/**
 * Parents before children. Tables of a cycle stay in the order of their names, and are returned too.
 */
export function parentsFirst(
  tables: readonly string[],
  references: readonly Reference[],
): { readonly order: readonly string[]; readonly cyclic: readonly string[] } {
  const needs = new Map(tables.map((table) => [table, new Set<string>()]));
  for (const { table, parent } of references) {
    if (table !== parent && needs.has(parent)) needs.get(table)?.add(parent);
  }
  const order: string[] = [];
  const cyclic: string[] = [];
  const left = [...needs.keys()].sort();
  while (left.length > 0) {
    const ready = left.findIndex((table) => [...(needs.get(table) ?? [])].every((parent) => order.includes(parent)));
    if (ready < 0) cyclic.push(left[0] ?? '');
    order.push(...left.splice(Math.max(ready, 0), 1));
  }
  return { order, cyclic };
}

/** Identifies a row: the texts of its key columns, in order. */
export const keyText = (key: readonly (string | null)[]): string => JSON.stringify(key);
