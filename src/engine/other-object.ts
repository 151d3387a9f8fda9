import type { Change } from './change.js';

/** A part of what names an object, e.g. `project`, in the snapshot and in the configuration of now. */
export interface NamePart {
  /** The key of the configuration that holds it. */
  readonly key: string;
  readonly saved: string;
  readonly live: string;
}

/**
 * The only change of a plan if the configuration names another object than the snapshot holds: it is left to a person.
 * What was captured of one object must never be written to another one.
 *
 * @param what of the object is restored, e.g. `environment variables`
 * @returns null if it is the same object
 */
export function otherObject(what: string, parts: readonly NamePart[]): Change | null {
  const different = parts.filter(({ saved, live }) => saved !== live);
  if (different.length === 0) return null;
  const named = (side: 'saved' | 'live'): string => different.map((part) => `${part.key} ${part[side]}`).join(', ');
  return {
    id: 'other-object',
    stage: 'configuration',
    action: 'run',
    target: `${what} of ${named('saved')}`,
    before: `the configuration names ${named('live')}`,
    after: `the snapshot holds ${named('saved')}`,
    effect: 'live',
    undo: null,
    manual: `Set ${named('saved')} in the configuration and plan again, or choose a newer snapshot.`,
    warnings: [],
    params: {},
  };
}
