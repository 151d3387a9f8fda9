import type { Project } from '../../cli/session.js';
import type { Change } from '../../engine/change.js';
import { findSnapshot } from '../../engine/choose.js';
import { parseState } from '../../engine/live-plan.js';
import { inEffect } from '../../engine/in-effect.js';
import { eased, takes, type PlannedMitigation } from '../../engine/mitigation.js';
import { settleResources, type Resource } from '../../engine/resources.js';
import { DiscardingSink } from '../../engine/payload-files.js';
import { isOtherObject } from '../../engine/other-object.js';
import { objectKeyOf, objectOf } from '../../engine/three-way.js';
import { stateBefore } from '../../engine/undo.js';
import type { Context } from '../../runtime/context.js';
import { forResource, forSnapshot } from '../../runtime/create-context.js';
import { whyOf } from '../../runtime/errors.js';
import type { PastRollback } from '../undo/past-rollbacks.js';

/** What production says of an obligation. Only `met` discharges it. */
export interface Reading {
  readonly state: 'holds' | 'met' | 'unknown';
  /** A sentence without a full stop. */
  readonly why: string;
}

/** Changes that a reading names. */
export const SHOWN = 10;
export const NOT_READ = 'its resource is not in the configuration, or not in --scope';

/** Why nothing can be said of an object if the configuration or the credential leads to another one. */
export const readElsewhere = ({ before, after }: Pick<Change, 'before' | 'after'>): string =>
  `another object was read: ${before ?? 'none'} instead of ${after ?? 'none'}`;

/** What of a mitigation is in effect in one resource. */
export interface Held {
  readonly resource: Resource;
  /** The state before the mitigation. */
  readonly saved: unknown;
  /** The changes that end it. */
  readonly changes: readonly Change[];
}
type Facts = { readonly project: Project; readonly ctx: Context };
type Mitigation = Pick<PastRollback, 'plan' | 'entries'>;

/**
 * Whether something that a mitigation changed is still as it made it. What another plan or a person set to a third value is
 * in effect no more. Read-only.
 * @param only id of a resource; null: all that it changed or may have changed
 */
export async function measureReading(facts: Facts, found: Mitigation, only: string | null): Promise<Reading> {
  const held = await heldBy(facts, found, only);
  if (typeof held === 'string') return { state: 'unknown', why: held };
  const left = held.flatMap(({ changes }) => changes).map(({ target }) => target);
  return left.length === 0
    ? { state: 'met', why: 'nothing of it is in effect any more' }
    : { state: 'holds', why: `still in effect: ${left.slice(0, SHOWN).join(', ')}` };
}

/** A measure that is asked for, and the ids of its resources. */
interface Asked {
  readonly mitigates: PlannedMitigation;
  readonly ids: readonly string[];
}

/**
 * The objects of a mitigation that are in effect and that another one asks for, too. Read-only.
 * @returns texts of their changes; none if they cannot be read
 */
export async function sharedWith(facts: Facts, found: Mitigation, asked: Asked): Promise<string[]> {
  const held = await heldBy(facts, found, null);
  return typeof held === 'string' ? [] : sharedIn(held, asked).map(({ target }) => target);
}

/** What is in effect of one mitigation and another one asks for, too, with the keys of the objects. Pure. */
export function sharedIn(
  held: readonly Held[],
  { mitigates, ids }: Asked,
): { readonly key: string; readonly target: string }[] {
  return held
    .filter(({ resource }) => ids.includes(resource.id) && takes(resource, mitigates.measure))
    .flatMap(({ resource, saved, changes }) => {
      const asked = resource.provider.plan(eased(resource, saved, mitigates).desired, saved);
      const objects = new Set(asked.map(({ id }) => objectOf(id)));
      return changes
        .filter(({ id }) => objects.has(objectOf(id)))
        .map(({ id, target }) => ({ key: objectKeyOf(resource.id, id), target }));
    });
}

/**
 * What of a mitigation is in effect, in every resource that it may have changed: also in those whose stage its journal does
 * not tell. Read-only.
 * @returns a text that says why nobody knows
 */
export async function heldBy(
  { project, ctx }: Facts,
  { plan, entries }: Mitigation,
  only: string | null,
): Promise<readonly Held[] | string> {
  const { mitigates } = plan;
  const ids = [...new Set(plan.changes.map(({ resource }) => resource))].filter((id) => only === null || id === only);
  const before = stateBefore(entries);
  if (before === null || mitigates === undefined) return 'the store does not hold the state before it';
  const resources = project.resources.filter(({ id }) => ids.includes(id));
  if (resources.length < ids.length) return NOT_READ;
  const manifest = await findSnapshot(project.store, before, project.origin);
  const within = forSnapshot(ctx, manifest);
  const read = await settleResources(resources, async (resource): Promise<Held | string | null> => {
    const { id, provider, providerId, config } = resource;
    const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
    if (captured === undefined) return null;
    const saved = parseState(resource, captured.state);
    const live = await provider.capture(config, forResource(within, id), new DiscardingSink(saved));
    const other = provider.plan(saved, live).find(isOtherObject);
    if (other !== undefined) return readElsewhere(other);
    return { resource, saved, changes: inEffect(resource, saved, live, mitigates) };
  });
  const failed = read.find(({ error }) => error !== undefined);
  if (failed !== undefined) return whyOf(failed.error, failed.resource.id);
  const missing = read.find(({ value }) => value === null);
  if (missing !== undefined) return `snapshot ${before} does not hold "${missing.resource.id}"`;
  const held = read.flatMap(({ value }) => value ?? []);
  return held.find((each) => typeof each === 'string') ?? held.filter((each) => typeof each !== 'string');
}
