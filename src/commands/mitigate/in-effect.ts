import type { Project } from '../../cli/session.js';
import { notInSnapshot, parseState, planFromLive } from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import { eased, takes } from '../../engine/mitigation.js';
import type { Plan, PlannedChange } from '../../engine/plan.js';
import type { Resource } from '../../engine/resources.js';
import { objectKeyOf } from '../../engine/three-way.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';

/** Key of the object that a change is about. */
export const objectKey = ({ resource, id }: Pick<PlannedChange, 'resource' | 'id'>): string =>
  objectKeyOf(resource, id);

/**
 * The changes of a mitigation whose measure production still shows: the measure would not change their objects again.
 * Reads production.
 * @param manifest a snapshot that holds the resources
 * @throws RewindError mitigation-unproven if not all of them can be compared
 */
export async function stillInEffect(
  project: Project,
  { changes, mitigates }: Plan,
  manifest: Manifest,
  ctx: Context,
): Promise<PlannedChange[]> {
  const resources = resourcesOf(project, changes, manifest);
  const scope = resources.map(({ id }) => id);
  const again = await planFromLive({ ...project, resources, ctx, manifest, database: 'none', scope, mitigates });
  const notEased = new Set([...again.changes, ...again.manual].map(objectKey));
  return changes.filter((change) => !notEased.has(objectKey(change)));
}

function resourcesOf(
  { resources }: Project,
  changes: readonly PlannedChange[],
  manifest: Manifest,
): readonly Resource[] {
  const own = [...new Map(changes.map(({ resource, provider }) => [resource, provider]))].map(([id, provider]) => ({
    id,
    found: resources.find((one) => one.id === id && one.providerId === provider),
  }));
  const known = own.flatMap(({ found }) => found ?? []);
  const missing = [
    ...own.flatMap(({ id, found }) => (found === undefined ? [`"${id}" is not in the configuration as it was`] : [])),
    ...notInSnapshot(known, manifest).map((id) => `snapshot ${manifest.id} does not hold "${id}"`),
  ];
  if (missing.length === 0) return known;
  throw new RewindError('mitigation-unproven', `What is in effect was not compared: ${missing.join('; ')}.`, {
    remedy:
      'Bring the resource back into the configuration as it was. Or set it back by hand, and discharge the obligation with a reason.',
  });
}

/**
 * Keys of the objects that another mitigation changes, too. Pure.
 * @param manifest the state before the first one
 */
export function alsoEasedBy(
  { resources }: Project,
  changes: readonly PlannedChange[],
  manifest: Manifest,
  { mitigates, scope }: Plan,
): string[] {
  if (mitigates === undefined) return [];
  const keys = resources.flatMap((resource) => {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    const asked = scope === null || scope.includes(resource.id);
    if (captured === undefined || !asked || !takes(resource, mitigates.measure)) return [];
    const saved = parseState(resource, captured.state);
    const changed = resource.provider.plan(saved, eased(resource, saved, mitigates).desired);
    return changed.map(({ id }) => objectKeyOf(resource.id, id));
  });
  const own = new Set(changes.map(objectKey));
  return keys.filter((key) => own.has(key));
}
