import type { StateDescription } from './capabilities.js';

/** A flag that is on in production. */
export interface FlagOn {
  /** Id of the resource that holds it. */
  readonly resource: string;
  readonly key: string;
  /**
   * `before`: it is on in the snapshot too, so no rollback turns it off. `deploy`: it was turned on before the release
   * capture; a rollback undoes that. `later`: it was turned on after it; a rollback keeps that. Without a release capture
   * nothing is `later`.
   */
  readonly since: 'before' | 'deploy' | 'later';
}

/**
 * The flags of one resource that are on now, and when each was turned on. Pure.
 * @param release the state just after the deploy; null: unknown
 */
export function flagsOn(
  resource: string,
  { saved, release, live }: Record<'saved' | 'live', StateDescription> & { readonly release: StateDescription | null },
): FlagOn[] {
  return [...(live.flags ?? [])].flatMap(([key, on]): FlagOn[] => {
    if (!on) return [];
    if (saved.flags?.get(key) === true) return [{ resource, key, since: 'before' }];
    const later = release !== null && release.flags?.get(key) !== true;
    return [{ resource, key, since: later ? 'later' : 'deploy' }];
  });
}
