import type { Change } from './change.js';
import { eased, settled, type PlannedMitigation } from './mitigation.js';
import type { Resource } from './resources.js';
import { objectOf } from './three-way.js';

/**
 * The changes that end what is still in effect of a mitigation in one resource: of the objects that it changed, those that
 * are not as before and that the measure would not change again. Pure.
 * @param saved the state before the mitigation
 */
export function inEffect(resource: Resource, saved: unknown, live: unknown, mitigates: PlannedMitigation): Change[] {
  const { provider } = resource;
  const objectsOf = (changes: readonly Change[]): Set<string> => new Set(changes.map(({ id }) => objectOf(id)));
  const own = objectsOf(provider.plan(eased(resource, saved, mitigates).desired, saved));
  const given = settled(resource, live);
  const overtaken = objectsOf(provider.plan(eased(resource, given, mitigates).desired, given));
  for (const object of provider.capabilities?.mitigation?.partly?.(live) ?? []) overtaken.delete(object);
  return provider.plan(saved, live).filter(({ id }) => own.has(objectOf(id)) && !overtaken.has(objectOf(id)));
}
