import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangeOutcome } from '../../engine/apply.js';
import { claimOfProject } from '../../cli/project-claim.js';
import { compareWithLive, goalOf, parseState } from '../../engine/live-plan.js';
import { writtenSinceRestore } from '../../engine/drift.js';
import { withoutChanges, type Plan, type PlannedChange } from '../../engine/plan.js';
import { describeState } from '../../engine/provider.js';
import { begunChanges, stateBefore } from '../../engine/undo.js';
import { commandLine, undoCommand } from '../../cli/command-line.js';
import { headText } from '../../incident/chain.js';
import { openObligations, type IncidentStatus } from '../../incident/status.js';
import { rollbackResult, writeResult } from '../../report/result-file.js';
import {
  rollbackReport,
  verdictOf,
  type Reread,
  type RollbackFacts,
  type RollbackReport,
} from '../../report/rollback-report.js';
import { asRewindError } from '../../runtime/errors.js';
import { forSnapshot } from '../../runtime/create-context.js';
import { makeFolder } from '../../runtime/files.js';
import { readAside, type Aside } from './aside.js';
import { recordEnd } from './incident.js';
import { pageFacts } from './page-facts.js';
import type { Run } from './run.js';

/** Law 2: after the rollback, a new plan must be empty. A resource that cannot be read now is reported, not hidden. */
export async function reread(run: Run): Promise<Reread> {
  const { session, project, approved, manifest, release, resources } = run;
  const { context: ctx } = session;
  // A cancelled run has seconds left, and its requests no longer go out.
  if (ctx.signal.aborted) return { notRead: 'production was not read again, because the run was cancelled' };
  try {
    const { database, scope, undoes, recovers, mitigates, includeLater } = approved;
    const choice = { database, scope, undoes, recovers, mitigates, release, includeLater, approved };
    return await compareWithLive({ ...project, resources, ctx, manifest, ...choice });
  } catch (error) {
    return { notRead: `production could not be read again: ${asRewindError(error).message}` };
  }
}

/** What stands after the verification, before the watch. */
export interface Concluded {
  readonly facts: RollbackFacts;
  /** What the record of the incident says; null if nothing was written to it. */
  readonly incident: IncidentStatus | null;
}

/** Writes the outcome into the record of the incident. A run that is killed later leaves nothing without a word. */
export async function conclude(
  run: Run,
  plan: Plan,
  outcomes: readonly ChangeOutcome[],
  reread: Reread,
): Promise<Concluded> {
  const { session, project, manifest, approved, timeline, approval } = run;
  const { database, scope, recovers, mitigates } = approved;
  const entries = run.journal.log.entries();
  const begun = begunChanges(approved, entries);
  // What the application wrote after the restore is no difference that this rollback left.
  const written = 'notRead' in reread ? [] : writtenSinceRestore(approved, reread.plan);
  const live = 'notRead' in reread ? reread : { ...reread, plan: withoutChanges(reread.plan, written) };
  const done = outcomes.every(({ status }) => status === 'done');
  const read = !('notRead' in live) && live.failures.length === 0;
  const aside = await asideOf(run);
  const facts: RollbackFacts = {
    ok: done && read && live.plan.changes.length === 0,
    cancelled: session.context.signal.aborted,
    manifest,
    approved,
    outcomes,
    live,
    claim: claimOfProject(project, manifest, { database, scope, live, recovers, mitigates }),
    manual: 'notRead' in live ? plan.manual : live.plan.manual,
    written: written.flatMap(({ since }) => since?.written ?? []),
    undo: begun.length === 0 ? null : undoCommand(session, approved.digest),
    command: (words) => commandLine(session, words),
    before: begun.length === 0 ? null : stateBefore(entries),
    kept: keptBy(aside, begun, manifest.id),
    timeline,
    tookMs: timeline.totalMs(),
    watched: null,
    told: null,
    reason: session.inputs.reason,
    approval,
  };
  const incident = await recordEnd(run, {
    ...facts,
    title: rollbackReport(facts).title,
    left: outcomes.flatMap(({ change, status }) => (status === 'done' ? [] : [change])),
    acted: outcomes.length > 0,
    begun,
    aside,
    manual: [...facts.manual, ...leftInRecovery(approved, live)],
  });
  return { facts, incident };
}

/** Writes the report and the result. */
export async function present(run: Run, { facts, incident }: Concluded) {
  const { session, manifest } = run;
  const { outcomes } = facts;
  const report = rollbackReport(facts);
  const verdict = verdictOf(facts);
  const paths = await writeReport(run, facts, report, incident);
  const result = rollbackResult(facts, {
    title: report.title,
    commit: await switchedTo(run, outcomes),
    incident:
      incident === null
        ? null
        : { id: incident.id, head: headText(incident.head), quarantined: quarantinedBy(incident) },
    report: paths,
  });
  await writeResult(
    session.path(join(session.inputs.out, 'result.json')),
    session.context.masker.redact(JSON.stringify(result)),
  );
  return {
    exit: verdict === 'rolled-back' ? 0 : 1,
    json: result,
    text: `${report.text}\nReport: ${paths.markdown}${incident === null ? '' : `\nWhat is not yet normal: ${commandLine(session, ['incident', 'show', incident.id])}`}`,
    summary: report.markdown,
    outputs: {
      verdict,
      'snapshot-id': manifest.id,
      'report-path': paths.html,
      changes: String(outcomes.length),
      ...(incident === null ? {} : { 'incident-id': incident.id }),
    },
  } as const;
}

const quarantinedBy = (status: IncidentStatus): { commit: string; lift: string }[] =>
  openObligations(status).flatMap(({ kind, items, discharge }) =>
    kind === 'quarantined-commit' ? items.map((commit) => ({ commit, lift: discharge })) : [],
  );

/** Also of what is out of scope: its credential may be missing, and nobody asked for it. */
async function asideOf({ session, project, resources }: Run): Promise<Aside> {
  const { context: ctx } = session;
  // The requests of a cancelled run no longer go out.
  if (ctx.signal.aborted) return new Map();
  return readAside([...project.resources, ...project.backups], ctx, (id, why) => {
    if (!resources.some((resource) => resource.id === id)) return;
    ctx.log.warn(`"${id}": what rollbacks put aside could not be read: ${why}`);
  });
}

type Kept = RollbackFacts['kept'][number];

/** What the changes of this rollback put aside. */
function keptBy(aside: Aside, begun: readonly PlannedChange[], snapshot: string): Kept[] {
  const changed = [...aside].filter(([id]) => begun.some(({ resource }) => resource === id));
  return changed.flatMap(([resource, objects]) =>
    objects.flatMap((object) => {
      if (object.kind !== 'kept' || object.snapshot !== snapshot) return [];
      const { what, since, name, drop } = object;
      return [{ resource, what, since, drop, ...(name === undefined ? {} : { name }) }];
    }),
  );
}

/** Writes report.md and report.html (self-contained) into the output directory. */
async function writeReport(
  run: Run,
  facts: RollbackFacts,
  report: RollbackReport,
  incident: IncidentStatus | null,
): Promise<{ markdown: string; html: string }> {
  const { session } = run;
  const { out } = session.inputs;
  const { masker } = session.context;
  makeFolder(session.path(out));
  const paths = { markdown: join(out, 'report.md'), html: join(out, 'report.html') };
  await writeFile(session.path(paths.markdown), masker.redact(report.markdown));
  const { htmlReport } = await import('../../report/html/page.js');
  const html = await htmlReport(facts, report, await pageFacts(run, incident));
  await writeFile(session.path(paths.html), masker.redact(html));
  return paths;
}

/** What a recovery leaves besides what is for a person; what came after the rollback is no part of what it undid. */
function leftInRecovery({ recovers }: Plan, live: Reread): PlannedChange[] {
  if (recovers === undefined || 'notRead' in live) return [];
  return live.plan.notSelected.filter(({ database }) => database !== 'down');
}

/** The commit of the deployment that serves production again; null if the plan did not switch it, or it failed. */
async function switchedTo(
  { session, manifest, approved, resources }: Run,
  outcomes: readonly ChangeOutcome[],
): Promise<string | null> {
  // From the approved plan: an earlier, interrupted run may have switched it.
  const change = approved.changes.find(({ stage }) => stage === 'deployment');
  if (!change || outcomes.some((outcome) => outcome.status !== 'done' && outcome.change.stage === 'deployment'))
    return null;
  const resource = resources.find(({ id }) => id === change.resource);
  const captured = manifest.resources.find(({ id }) => id === change.resource);
  if (resource === undefined || captured === undefined) return null;
  try {
    const saved = parseState(resource, captured.state);
    const goal = await goalOf(resource, saved, approved.recovers, forSnapshot(session.context, manifest));
    return describeState(resource.provider, goal).commit ?? null;
  } catch {
    // The report says what could not be read; only the page of GitHub is without the commit.
    return null;
  }
}
