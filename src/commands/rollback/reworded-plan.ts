import { findSnapshot } from '../../engine/choose.js';
import { planFromLive, type LivePlanRequest } from '../../engine/live-plan.js';
import type { Plan } from '../../engine/plan.js';
import { reworded } from '../../engine/reworded.js';
import { isWhole } from '../../engine/undo.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Run } from './run.js';

/**
 * The approved plan of another version of Rewind, as this one words it. What that version found before its first change is
 * in the snapshot that it took: the same states, so a text that differs is another wording, not another production. Databases
 * are not in that snapshot and keep their approved words.
 *
 * @param request of the comparison with what is live
 * @returns the plan as it was approved, if that snapshot was not taken or cannot be read
 */
export async function inOurWords(
  { journal, project, session }: Run,
  approved: Plan,
  request: LivePlanRequest,
): Promise<Plan> {
  const taken = journal.log.previous.findLast(({ event, note }) => event === 'before' && isWhole(note ?? ''));
  if (taken === undefined) return approved;
  try {
    const before = await findSnapshot(project.store, taken.what, project.origin);
    const resources = request.resources.filter(
      ({ id, providerId, provider }) =>
        provider.slow !== true && before.resources.some((one) => one.id === id && one.provider === providerId),
    );
    return reworded(approved, await planFromLive({ ...request, resources, liveOf: before }));
  } catch (error) {
    session.context.log.debug(`The approved plan keeps its texts: ${asRewindError(error).message}`);
    return approved;
  }
}
