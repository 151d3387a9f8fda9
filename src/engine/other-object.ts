import type { Change } from './change.js';

/** A part of what names an object, e.g. `project`, in the snapshot and in the configuration of now. */
export interface NamePart {
  /** The key of the configuration that holds it. */
  readonly key: string;
  readonly saved: string;
  readonly live: string;
}

/** The parts of a name that the configuration holds under the same keys as the state. Pure. */
export function nameParts<Key extends string>(
  keys: readonly Key[],
  saved: Readonly<Record<Key, string>>,
  live: Readonly<Record<Key, string>>,
): NamePart[] {
  return keys.map((key) => ({ key, saved: saved[key], live: live[key] }));
}

/**
 * What names the object on both sides, e.g. `project prj_1`: only the parts that differ.
 * @returns null if it is the same object
 */
export function otherNames(parts: readonly NamePart[]): { readonly saved: string; readonly live: string } | null {
  const different = parts.filter(({ saved, live }) => saved !== live);
  if (different.length === 0) return null;
  const named = (side: 'saved' | 'live'): string => different.map((part) => `${part.key} ${part[side]}`).join(', ');
  return { saved: named('saved'), live: named('live') };
}

/** True for the change that `otherObject` makes. */
export const isOtherObject = ({ id }: Pick<Change, 'id'>): boolean => id === ID;

const ID = 'other-object';
const LIVE = 'in the configuration';
const SAVED = 'in the snapshot';

/** What the two sides of the change that `otherObject` makes are: "project a in the configuration, project b in the snapshot". */
export const sidesOf = ({ before, after }: Pick<Change, 'before' | 'after'>): string =>
  [before, after].map((side) => (side ?? '').replace(/ \(([^()]*)\)$/, ' $1')).join(', ');

/**
 * The only change of a plan if the configuration names another object than the snapshot holds: it is left to a person.
 * What was captured of one object must never be written to another one.
 *
 * @param what of the object is restored, e.g. `environment variables`
 * @param rebuilt what to do if a person built the object again under the other name; a whole sentence
 * @returns null if it is the same object
 */
export function otherObject(what: string, parts: readonly NamePart[], rebuilt?: string): Change | null {
  const names = otherNames(parts);
  if (names === null) return null;
  return {
    id: ID,
    stage: 'configuration',
    action: 'run',
    target: `${what} of ${names.saved}`,
    before: `${names.live} (${LIVE})`,
    after: `${names.saved} (${SAVED})`,
    effect: 'live',
    undo: null,
    manual: [
      `Set ${names.saved} in the configuration and plan again, or choose a newer snapshot.`,
      ...(rebuilt === undefined ? [] : [rebuilt]),
    ].join(' '),
    warnings: [],
    params: {},
  };
}
