import { findSnapshot } from '../../engine/choose.js';
import { parseState } from '../../engine/live-plan.js';
import type { CapturedResource, Manifest } from '../../engine/manifest.js';
import { keyOf } from '../../engine/plan.js';
import { stateAtChecks } from '../../engine/undo.js';
import { forResource, forSnapshot } from '../../runtime/create-context.js';
import { asRewindError } from '../../runtime/errors.js';
import { toJson } from '../../runtime/json.js';
import type { Meanwhile } from '../../report/outcome.js';
import type { Run } from './run.js';
import { correctedBefore } from './undo-snapshot.js';

/**
 * What went live between the checks of a rollback and its switch. Corrects the snapshot that the undo returns to, once.
 * Never throws: the rollback goes on.
 */
export async function wentLiveMeanwhile(run: Run): Promise<Meanwhile[]> {
  const { session } = run;
  try {
    return await find(run);
  } catch (error) {
    if (!session.context.signal.aborted) {
      session.context.log.warn(
        `Whether something went live between the checks and the switch could not be read: ${asRewindError(error).message}`,
      );
    }
    return [];
  }
}

async function find(run: Run): Promise<Meanwhile[]> {
  const { session, project, approved, resources, journal } = run;
  const entries = journal.log.entries();
  const id = stateAtChecks(entries);
  const begun = new Set(entries.flatMap(({ event, what }) => (event === 'begin' ? [what] : [])));
  const switches = approved.changes.filter((change) => change.stage === 'deployment' && begun.has(keyOf(change)));
  const switched = resources.filter(
    (resource) =>
      resource.provider.capabilities?.replaced !== undefined && switches.some((one) => one.resource === resource.id),
  );
  if (id === null || switched.length === 0) return [];
  const before = await findSnapshot(project.store, id, project.origin);
  const ctx = forSnapshot(session.context, before);
  const found = await Promise.all(
    switched.map(async (resource) => {
      const captured = before.resources.find((one) => one.id === resource.id);
      if (captured === undefined) return [];
      const { provider, config } = resource;
      const changes = switches.filter((one) => one.resource === resource.id);
      const state = parseState(resource, captured.state);
      const answer = await provider.capabilities?.replaced?.(config, forResource(ctx, resource.id), state, changes);
      return answer ? [{ captured, ...answer }] : [];
    }),
  );
  const all = found.flat();
  const corrected = all.flatMap(({ captured, state }) =>
    state === null ? [] : [{ ...captured, state: toJson(state) }],
  );
  const returns = corrected.length > 0 && (await correct(run, before, corrected));
  return all.map(({ captured, expected, replaced, state }) => ({
    resource: captured.id,
    expected,
    replaced,
    undoReturns: returns && state !== null,
  }));
}

/** @returns whether an undo returns to the corrected state */
async function correct(run: Run, before: Manifest, corrected: readonly CapturedResource[]): Promise<boolean> {
  const { session, project, approved, journal } = run;
  // The permission to lift a mitigation without a person was signed before the switch. It names the uncorrected snapshot.
  if (approved.mitigates !== undefined) return false;
  const entries = journal.log.entries();
  if (entries.some(({ event }) => event === 'replaced')) return true;
  // A backup of the databases holds the pre-rollback state, and an undo returns to it.
  if (entries.some(({ event }) => event === 'backup')) return false;
  const own = new Map(corrected.map((one) => [one.id, one]));
  const resources = before.resources.map((one) => own.get(one.id) ?? one);
  const manifest = await correctedBefore({ session, project }, { ...before, resources });
  const { note } = entries.findLast(({ event, what }) => event === 'before' && what === before.id) ?? {};
  journal.log.record('replaced', manifest.id, note);
  await journal.persist();
  return true;
}
