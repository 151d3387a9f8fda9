import { authorOf } from '../../cli/author.js';
import { announceRecord } from '../../cli/incident.js';
import { busyNow, type Busy } from '../../cli/environment-lock.js';
import type { Project, Session } from '../../cli/session.js';
import { settleResources } from '../../engine/resources.js';
import { openIncidents, Recorder } from '../../incident/record.js';
import { commandLine } from '../../cli/command-line.js';
import { unrecordedRollback } from '../undo/unrecorded.js';
import { openObligations, type ObligationStatus } from '../../incident/status.js';
import { forResource } from '../../runtime/create-context.js';
import { asRewindError, whyOf } from '../../runtime/errors.js';
import type { PastRollback } from '../undo/past-rollbacks.js';
import type { Reading } from '../mitigate/reading.js';
import { readingsOf } from './readings.js';
import { inOrder, sentences } from '../../runtime/text.js';

/** An open obligation, and what production says of it. */
export interface OpenObligation extends ObligationStatus {
  readonly incident: string;
  readonly reading: Reading;
}

/** What is not yet normal. */
export interface Status {
  /** Ids of the open incidents, newest first. */
  readonly incidents: readonly string[];
  /** Oldest first. */
  readonly obligations: readonly OpenObligation[];
  /** Resources whose production is pinned although no obligation says so. */
  readonly unrecorded: readonly { readonly resource: string; readonly why: string }[];
  /** What could not be read, so that it is unknown whether production is normal. */
  readonly unread: readonly { readonly what: string; readonly why: string }[];
  /** Another run that works on the environment now; null: none does. */
  readonly busy: Busy | null;
}

/** Reads the open obligations of the open incidents, and production. Read-only. */
export async function readStatus(session: Session, project: Project, past: readonly PastRollback[]): Promise<Status> {
  const { context: ctx } = session;
  const unread: { what: string; why: string }[] = [];
  const incidents = await openIncidents(project.store, project.config.environment, ({ message }) =>
    unread.push({ what: 'the record of an incident', why: `${message} To see where: "rewind incident verify".` }),
  );
  const unrecorded = await unrecordedRollback(project, past);
  if (unrecorded !== null)
    unread.push({ what: unrecorded.what, why: unrecorded.why((words) => commandLine(session, words)) });
  const open = incidents.flatMap((incident) =>
    openObligations(incident).map((obligation) => ({ ...obligation, incident: incident.id })),
  );
  const readings = await readingsOf(open, { project, ctx, past });
  const known = new Set(open.flatMap(({ kind, resource }) => (kind === 'production-pinned' ? [resource] : [])));
  const [holds, busy] = await Promise.all([
    settleResources(
      project.resources.filter(({ id, provider }) => provider.capabilities?.hold !== undefined && !known.has(id)),
      async ({ id, provider, config }) => provider.capabilities?.hold?.read(config, forResource(ctx, id)),
    ),
    // After the readings: a run that began before them has the lock, or has ended and written what it did.
    busyNow(session, project),
  ]);
  const obligations = open.flatMap((obligation, at) => {
    const reading = readings[at];
    return reading === undefined ? [] : [{ ...obligation, reading: whileBusy(obligation, reading, busy) }];
  });
  return {
    incidents: incidents.map(({ id }) => id),
    obligations: obligations.sort((a, b) => inOrder(a.since, b.since)),
    unrecorded: holds.flatMap(({ resource: { id }, value, error }) => {
      const what = `whether production of "${id}" is pinned`;
      if (error !== undefined) unread.push({ what, why: whyOf(error, id) });
      if (value?.pinned === 'unknown') unread.push({ what, why: value.why });
      return value?.pinned === 'held' ? [{ resource: id, why: value.why }] : [];
    }),
    unread,
    busy,
  };
}

/** A run that made its last change may still verify it: only its end says whether it has succeeded. */
function whileBusy({ kind, items }: ObligationStatus, reading: Reading, busy: Busy | null): Reading {
  if (kind !== 'unfinished-rollback' || reading.state !== 'met' || busy === null) return reading;
  const { message, remedy, digest } = busy;
  const why = sentences(message, remedy).replace(/\.$/, '');
  if (digest === undefined) return { state: 'unknown', why };
  return digest !== null && items.includes(digest) ? { state: 'holds', why } : reading;
}

/**
 * Discharges what production shows as met. A record that cannot be written is a warning.
 * @returns the obligations that were discharged
 */
export async function dischargeMet(
  session: Session,
  project: Project,
  status: Pick<Status, 'obligations'>,
): Promise<OpenObligation[]> {
  const { context } = session;
  const discharged: OpenObligation[] = [];
  for (const obligation of status.obligations) {
    const { id, incident, since, reading } = obligation;
    if (reading.state !== 'met') continue;
    const recorder = new Recorder(
      project.store,
      project.config.environment,
      incident,
      authorOf(session),
      context.clock,
    );
    try {
      await recorder.add('discharged', { id, how: `production was read: ${reading.why}` }, `discharged:${id}:${since}`);
      announceRecord(session, project, incident);
      discharged.push(obligation);
    } catch (error) {
      const why = `"${id}" is met, but the record could not be written: ${asRewindError(error).message}`;
      context.log.warn(sentences(why, 'To write it, run the same command again.'));
    }
  }
  return discharged;
}
