import type { Project } from '../../cli/session.js';
import { findSnapshot } from '../../engine/choose.js';
import { parseState } from '../../engine/live-plan.js';
import { inEffect } from '../../engine/in-effect.js';
import { settleResources } from '../../engine/resources.js';
import { DiscardingSink } from '../../engine/snapshot-files.js';
import { begunChanges, stateBefore } from '../../engine/undo.js';
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

const unknown = (why: string): Reading => ({ state: 'unknown', why });

/**
 * Whether something that a mitigation changed is still as it made it. What another plan or a person set to a third value is
 * in effect no more. Read-only.
 * @param found the mitigation
 * @param only id of a resource; null: all that it changed or may have changed
 */
export async function measureReading(
  { project, ctx }: { readonly project: Project; readonly ctx: Context },
  { plan, entries }: Pick<PastRollback, 'plan' | 'entries'>,
  only: string | null,
): Promise<Reading> {
  const { mitigates } = plan;
  const ids = [...new Set(begunChanges(plan, entries).map(({ resource }) => resource))].filter(
    (id) => only === null || id === only,
  );
  const before = stateBefore(entries);
  if (before === null || mitigates === undefined) return unknown('the store does not hold the state before it');
  const resources = [...project.resources, ...project.backups].filter(({ id }) => ids.includes(id));
  if (resources.length < ids.length) return unknown(NOT_READ);
  const manifest = await findSnapshot(project.store, before, project.origin);
  const within = forSnapshot(ctx, manifest);
  const read = await settleResources(resources, async (resource) => {
    const { id, provider, providerId, config } = resource;
    const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
    if (captured === undefined) return null;
    const saved = parseState(resource, captured.state);
    const live = await provider.capture(config, forResource(within, id), new DiscardingSink(saved));
    return inEffect(resource, saved, live, mitigates);
  });
  const failed = read.find(({ error }) => error !== undefined);
  if (failed !== undefined) return unknown(whyOf(failed.error, failed.resource.id));
  const missing = read.find(({ value }) => value === null);
  if (missing !== undefined) return unknown(`snapshot ${before} does not hold "${missing.resource.id}"`);
  const left = read.flatMap(({ value }) => value ?? []).map(({ target }) => target);
  return left.length === 0
    ? { state: 'met', why: 'nothing of it is in effect any more' }
    : { state: 'holds', why: `still in effect: ${left.slice(0, SHOWN).join(', ')}` };
}
