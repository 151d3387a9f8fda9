import { announceRecord, openIncidentsOf, recorderOf } from '../../cli/incident.js';
import type { Project } from '../../cli/session.js';
import { tellNow } from '../../cli/tell.js';
import { readApprovedPlan } from '../../engine/rollback-files.js';
import { isMitigation } from '../../incident/obligations.js';
import { openObligations, type ObligationStatus } from '../../incident/status.js';
import { asRewindError } from '../../runtime/errors.js';
import type { RollbackSession } from '../rollback/flags.js';
import type { Held } from './reading.js';

export const NOT_IN_EFFECT = 'Production shows that it is not in effect any more';

/** Discharges what production shows to be over: somebody lifted it, or a rollback or a recovery changed the object since. */
export async function endOvertaken(
  session: RollbackSession,
  project: Project,
  digest: string,
  held: readonly Held[],
): Promise<void> {
  const still = new Set(held.flatMap(({ resource, changes }) => (changes.length === 0 ? [] : [resource.id])));
  await discharge(session, project, NOT_IN_EFFECT, ({ rollback, kind, resource }) => {
    if (rollback !== digest) return false;
    if (kind === 'unfinished-rollback') return still.size === 0;
    return isMitigation(kind) && resource !== null && !still.has(resource);
  });
  if (still.size > 0) return;
  const lifts = await unfinishedLifts(session, project, digest);
  await discharge(
    session,
    project,
    NOT_IN_EFFECT,
    ({ kind, rollback }) => kind === 'unfinished-rollback' && lifts.has(rollback),
  );
}

/** Digests of the lifts of a mitigation that were killed: one may have done everything, and not have written it down. */
async function unfinishedLifts(session: RollbackSession, project: Project, digest: string): Promise<Set<string>> {
  const { store, config } = project;
  const open = (await openIncidentsOf(session, store, config.environment)).flatMap(openObligations);
  const unfinished = open.filter(({ kind }) => kind === 'unfinished-rollback');
  const plans = await Promise.all(
    unfinished.map(({ rollback }) => readApprovedPlan(store, config.environment, rollback).catch(() => undefined)),
  );
  return new Set(
    plans.flatMap((plan) => (plan?.undoes === digest && plan.mitigates?.lifts === true ? [plan.digest] : [])),
  );
}

/**
 * Discharges what a lift left that was killed, after another one did the rest.
 * @param lifts digests of the lifts of the same mitigation
 */
export const endUnfinishedLifts = (
  session: RollbackSession,
  project: Project,
  lifts: ReadonlySet<string>,
  by: string,
): Promise<void> =>
  discharge(
    session,
    project,
    `finished by the plan ${by.slice(0, 12)}`,
    ({ kind, rollback }) => kind === 'unfinished-rollback' && lifts.has(rollback),
  );

async function discharge(
  session: RollbackSession,
  project: Project,
  how: string,
  isMet: (obligation: ObligationStatus) => boolean,
): Promise<void> {
  for (const incident of await openIncidentsOf(session, project.store, project.config.environment)) {
    const met = openObligations(incident).filter(isMet);
    if (met.length > 0) announceRecord(session, project, incident.id);
    for (const { id } of met) await recorderOf(session, project, incident.id).add('discharged', { id, how });
  }
}

/** Writes once into each incident of a mitigation that it was not lifted, and tells the channels. Never rejects. */
export async function recordFailure(
  session: RollbackSession,
  project: Project,
  digest: string,
  title: string,
): Promise<void> {
  try {
    for (const incident of await openIncidentsOf(session, project.store, project.config.environment)) {
      if (!openObligations(incident).some(({ rollback }) => rollback === digest)) continue;
      const recorder = recorderOf(session, project, incident.id);
      if (!(await recorder.add('lifted', { digest, ok: false, title }, `not-lifted:${digest}`))) continue;
      announceRecord(session, project, incident.id);
      await tellNow(session, project, incident.id);
    }
  } catch (error) {
    session.context.log.warn(`The record of the incident could not be written: ${asRewindError(error).message}`);
  }
}
