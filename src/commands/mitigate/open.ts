import { openIncidentsOf } from '../../cli/incident.js';
import type { Project, Session } from '../../cli/session.js';
import type { Mitigated } from '../../engine/mitigated.js';
import { nameOf, type PlannedMitigation } from '../../engine/mitigation.js';
import type { Resource } from '../../engine/resources.js';
import { limitOf } from '../../engine/undo.js';
import { isMitigation } from '../../incident/obligations.js';
import { openObligations, type IncidentStatus } from '../../incident/status.js';
import { asRewindError } from '../../runtime/errors.js';
import { sentences } from '../../runtime/text.js';
import { pastRollbacks, type PastRollback } from '../undo/past-rollbacks.js';
import { heldBy } from './reading.js';

/** A mitigation that was begun. */
export type Begun = PastRollback & { readonly mitigates: PlannedMitigation };

/** A mitigation that an open incident says to be in effect, or begun. */
export interface OpenMitigation {
  readonly found: Begun;
  /** End of its time limit (ISO 8601). */
  readonly until: string;
  readonly name: string;
  readonly digest: string;
  /** True if an obligation says that it was in effect; false if its run did not reach its end. */
  readonly isStated: boolean;
}

/** The open mitigations of the incidents, in the order of `past`. Pure. */
export function openMitigations(
  incidents: readonly IncidentStatus[],
  past: readonly PastRollback[],
): readonly OpenMitigation[] {
  const left = incidents.flatMap(openObligations);
  const stated = new Set(left.flatMap(({ kind, rollback }) => (isMitigation(kind) ? [rollback] : [])));
  const unfinished = new Set(left.flatMap(({ kind, rollback }) => (kind === 'unfinished-rollback' ? [rollback] : [])));
  return past.flatMap(({ plan, entries, at }): OpenMitigation[] => {
    const { mitigates, digest, createdAt } = plan;
    if (mitigates?.lifts !== false || !(stated.has(digest) || unfinished.has(digest))) return [];
    const until = limitOf(mitigates, entries, createdAt);
    return [
      { found: { plan, entries, at, mitigates }, until, name: nameOf(mitigates), digest, isStated: stated.has(digest) },
    ];
  });
}

/**
 * What of the open mitigations is in effect in these resources. Read-only. No failure stops the command: it is a warning, and
 * the mitigation counts as in effect.
 */
export async function mitigatedNow(
  session: Pick<Session, 'context' | 'inputs' | 'path'>,
  project: Project,
  resources: readonly Resource[],
): Promise<Mitigated[]> {
  const { context: ctx } = session;
  try {
    const incidents = await openIncidentsOf(session, project.store, project.config.environment);
    const left = incidents.flatMap(openObligations);
    if (!left.some(({ kind }) => isMitigation(kind) || kind === 'unfinished-rollback')) return [];
    const open = openMitigations(incidents, await pastRollbacks(session, project));
    const ids = new Set(resources.map(({ id }) => id));
    const known = open.flatMap(({ found, name, digest }) =>
      [...new Set(found.plan.changes.map(({ resource }) => resource))].map((resource) => ({
        ...{ found, name, plan: digest, resource },
      })),
    );
    const read = known
      .filter(({ resource }) => ids.has(resource))
      .map(async ({ found, ...one }): Promise<Mitigated> => {
        const held = await heldBy({ project, ctx }, found, one.resource);
        if (typeof held !== 'string') {
          return { ...one, objects: held.flatMap(({ changes }) => changes.map(({ id, target }) => ({ id, target }))) };
        }
        ctx.log.warn(`What of the mitigation ${one.name} is in effect in "${one.resource}" is unknown: ${held}.`);
        return { ...one, objects: null };
      });
    // The store has no plan of these.
    const unread = left.flatMap(({ kind, rollback, resource }): Mitigated[] =>
      !isMitigation(kind) || resource === null || !ids.has(resource) || known.some(({ plan }) => plan === rollback)
        ? []
        : [{ plan: rollback, name: kind, resource, objects: null }],
    );
    return [...(await Promise.all(read)), ...unread].filter(({ objects }) => objects?.length !== 0);
  } catch (error) {
    const { message, remedy } = asRewindError(error);
    ctx.log.warn(sentences(`Whether a mitigation is in effect is unknown: ${message}`, remedy));
    return [];
  }
}
