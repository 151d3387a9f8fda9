import { announceRecord, openIncidentsOf, recorderOf } from '../../cli/incident.js';
import { commandLine } from '../../cli/command-line.js';
import type { Project, Session } from '../../cli/session.js';
import { nameOf } from '../../engine/mitigation.js';
import type { Plan } from '../../engine/plan.js';
import { begunChanges, limitOf, stateBefore } from '../../engine/undo.js';
import { isMitigation } from '../../incident/obligations.js';
import { openObligations } from '../../incident/status.js';
import { Timeline } from '../../report/timeline.js';
import { asRewindError, RewindError } from '../../runtime/errors.js';
import { operatorOf } from '../../runtime/operator.js';
import { openJournal } from '../rollback/approved-plan.js';
import type { RollbackSession } from '../rollback/flags.js';
import { carryOut, findTrusted } from '../rollback/index.js';
import { undoPlan } from '../undo/undo-plan.js';
import { pastRollbacks, type PastRollback } from '../undo/past-rollbacks.js';

/** What became of one mitigation. */
export interface Lifted {
  readonly digest: string;
  readonly name: string;
  /** `gone`: nothing of it was in effect any more. `not-yet`: its time limit is not over. */
  readonly state: 'lifted' | 'gone' | 'failed' | 'not-yet';
  /** A sentence. */
  readonly text: string;
}

/** Lifts the mitigations whose time limit is over, the newest first. One that fails hides no other. */
export async function liftExpired(session: RollbackSession, project: Project): Promise<Lifted[]> {
  const past = await pastRollbacks(session, project);
  const open = await openDigests(session, project);
  const all = past.flatMap((found) => {
    const { mitigates, digest, createdAt } = found.plan;
    if (mitigates?.lifts !== false || !open.has(digest)) return [];
    return [{ found, until: limitOf(mitigates, found.entries, createdAt), name: nameOf(mitigates), digest }];
  });
  const now = session.context.clock.now().toISOString();
  const expired = all.filter(({ until }) => until <= now);
  // Artifacts are uploaded by the next step of the job, which knows one rollback.
  const chosen = project.config.store.kind === 'artifact' ? expired.slice(0, 1) : expired;
  const done: Lifted[] = [];
  for (const { found, name, digest } of chosen) {
    session.context.log.info(`Lifting the mitigation ${name} (${digest.slice(0, 12)}) …`);
    try {
      done.push({ digest, name, ...(await lift(session, project, found, past)) });
    } catch (error) {
      const { message, remedy } = asRewindError(error);
      done.push({ digest, name, state: 'failed', text: `${message} ${remedy}` });
    }
  }
  const waiting = all.filter((one) => !chosen.includes(one));
  return [
    ...done,
    ...waiting.map(({ digest, name, until }) => ({
      ...{ digest, name, state: 'not-yet' as const },
      text: until <= now ? 'Its time is over; the next run lifts it.' : `Its time limit is ${until}.`,
    })),
  ];
}

/** Digests of the mitigations that an open incident says to be in effect, or begun. */
async function openDigests(session: Session, { store, config }: Project): Promise<Set<string>> {
  const incidents = await openIncidentsOf(session, store, config.environment);
  const left = incidents.flatMap(openObligations);
  return new Set(
    left.flatMap(({ kind, rollback }) => (isMitigation(kind) || kind === 'unfinished-rollback' ? [rollback] : [])),
  );
}

async function lift(
  session: RollbackSession,
  project: Project,
  found: PastRollback,
  past: readonly PastRollback[],
): Promise<Pick<Lifted, 'state' | 'text'>> {
  const { digest } = found.plan;
  // An interrupted lift goes on with its plan, so that its journal tells what was begun.
  const interrupted = past.find(
    ({ plan, entries }) =>
      plan.undoes === digest &&
      plan.snapshot === stateBefore(found.entries) &&
      plan.mitigates?.lifts === true &&
      begunChanges(plan, entries).length > 0 &&
      !entries.some(({ event, note }) => event === 'finish' && note === 'done'),
  );
  const plan = interrupted?.plan ?? (await undoPlan(project, found, session.context)).plan;
  if (plan.changes.length + plan.manual.length === 0) return gone(session, project, digest);
  assertOnlyBack(session, plan);
  const { manifest, trust } = await findTrusted(session, project, plan.snapshot);
  const { run, context } = session;
  const approval = {
    requestedBy: run?.triggeredBy ?? operatorOf(context.env),
    kind: 'covered' as const,
    approvedBy: [],
    skipped: `a review of its own: the approval of the mitigation ${digest.slice(0, 12)} covers its lift`,
    url: run?.url ?? null,
    attempt: run?.attempt ?? null,
  };
  const journal = await openJournal(session, project, plan);
  const begun = { project, approved: plan, manifest, release: null, trust, approval, journal };
  const { exit, json } = await carryOut(session, new Timeline(context.clock), begun);
  return { state: exit === 0 || json.verdict === 'not-recovered' ? 'lifted' : 'failed', text: json.title };
}

/** A lift without a person does nothing but return to the recorded state. @throws RewindError mitigation-overtaken */
function assertOnlyBack(session: RollbackSession, { changes, manual, undoes }: Plan): void {
  const overtaken = changes.filter(({ origin }) => origin === 'both');
  if (overtaken.length + manual.length === 0) return;
  const names = [...overtaken, ...manual].map(({ target }) => target).join(', ');
  const why = overtaken.length === 0 ? 'needs a person' : 'was changed by somebody since the mitigation';
  throw new RewindError('mitigation-overtaken', `${names} ${why}. Nothing was changed.`, {
    remedy: `Read the plan of ${commandLine(session, ['undo', (undoes ?? '').slice(0, 12)])}, and get it approved.`,
  });
}

/** Production shows that a person lifted it. */
async function gone(
  session: RollbackSession,
  project: Project,
  digest: string,
): Promise<Pick<Lifted, 'state' | 'text'>> {
  const how = 'nothing of it is in effect any more';
  for (const incident of await openIncidentsOf(session, project.store, project.config.environment)) {
    const own = openObligations(incident).filter(({ rollback }) => rollback === digest);
    if (own.length > 0) announceRecord(session, project, incident.id);
    for (const { id } of own) await recorderOf(session, project, incident.id).add('discharged', { id, how });
  }
  return { state: 'gone', text: 'Nothing of it is in effect any more.' };
}
