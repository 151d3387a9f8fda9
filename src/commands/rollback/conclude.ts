import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangeOutcome } from '../../engine/apply.js';
import { claimOfProject } from '../../cli/project-claim.js';
import { compareWithLive } from '../../engine/live-plan.js';
import type { Plan } from '../../engine/plan.js';
import { describeState } from '../../engine/provider.js';
import { htmlReport } from '../../report/html.js';
import { rollbackResult, writeResult } from '../../report/result-file.js';
import { rollbackReport, type Reread, type RollbackFacts, type RollbackReport } from '../../report/rollback-report.js';
import { asRewindError } from '../../runtime/errors.js';
import { makeFolder } from '../../runtime/files.js';
import type { RollbackSession } from './flags.js';
import type { Run } from './run.js';

/** Law 2: after the rollback, a new plan must be empty. A resource that cannot be read now is reported, not hidden. */
export async function reread(run: Run): Promise<Reread> {
  const { session, project, approved, manifest, resources } = run;
  const { context: ctx } = session;
  // A cancelled run has seconds left, and its requests no longer go out.
  if (ctx.signal.aborted) return { notRead: 'production was not read again, because the run was cancelled' };
  try {
    const { database, scope } = approved;
    return await compareWithLive({ ...project, resources, ctx, manifest, database, scope });
  } catch (error) {
    return { notRead: `production could not be read again: ${asRewindError(error).message}` };
  }
}

/** Ids of the snapshots that undo a rollback, those of earlier interrupted runs first. */
export interface Undo {
  readonly config: string[];
  readonly database: string[];
}

export async function conclude(run: Run, plan: Plan, outcomes: readonly ChangeOutcome[], live: Reread, undo: Undo) {
  const { session, project, manifest, approved, timeline, approval } = run;
  const { database, scope } = approved;
  const done = outcomes.every(({ status }) => status === 'done');
  const read = !('notRead' in live) && live.failures.length === 0;
  const facts: RollbackFacts = {
    ok: done && read && live.plan.changes.length === 0,
    cancelled: session.context.signal.aborted,
    manifest,
    approved,
    outcomes,
    live,
    claim: claimOfProject(project, manifest, { database, scope, live }),
    manual: 'notRead' in live ? plan.manual : live.plan.manual,
    undo: [...undo.config, ...undo.database],
    backups: undo.database,
    timeline,
    reason: session.inputs.reason,
    approval,
  };
  const report = rollbackReport(facts);
  const paths = await writeReport(session, report);
  const result = rollbackResult(facts, {
    title: report.title,
    commit: switchedTo(run, outcomes),
    report: paths,
  });
  await writeResult(
    session.path(join(session.inputs.out, 'result.json')),
    session.context.masker.redact(JSON.stringify(result)),
  );
  return {
    exit: facts.ok ? 0 : 1,
    json: result,
    text: `${report.text}\nReport: ${paths.markdown}`,
    summary: report.markdown,
    outputs: {
      verdict: facts.ok ? 'rolled-back' : 'incomplete',
      'snapshot-id': manifest.id,
      'report-path': paths.html,
      changes: String(outcomes.length),
    },
  } as const;
}

/** Writes report.md and report.html (self-contained) into the output directory. */
async function writeReport(
  session: RollbackSession,
  report: RollbackReport,
): Promise<{ markdown: string; html: string }> {
  const { out } = session.inputs;
  const { masker } = session.context;
  makeFolder(session.path(out));
  const paths = { markdown: join(out, 'report.md'), html: join(out, 'report.html') };
  await writeFile(session.path(paths.markdown), masker.redact(report.markdown));
  await writeFile(session.path(paths.html), masker.redact(await htmlReport(report)));
  return paths;
}

/** The commit of the deployment that serves production again; null if the plan did not switch it, or it failed. */
function switchedTo({ manifest, approved, resources }: Run, outcomes: readonly ChangeOutcome[]): string | null {
  // From the approved plan: an earlier, interrupted run may have switched it.
  const change = approved.changes.find(({ stage }) => stage === 'deployment');
  if (!change || outcomes.some((outcome) => outcome.status !== 'done' && outcome.change.stage === 'deployment'))
    return null;
  const provider = resources.find(({ id }) => id === change.resource)?.provider;
  const captured = manifest.resources.find(({ id }) => id === change.resource);
  return (provider && describeState(provider, captured?.state).commit) ?? null;
}
