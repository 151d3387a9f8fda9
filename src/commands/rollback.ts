import { join } from 'node:path';
import { checkResources, planFromLive } from '../engine/live-plan.js';
import { applyPlan, type ChangeOutcome } from '../engine/apply.js';
import { forResource, forSnapshot } from '../runtime/create-context.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import { interrupted } from '../engine/journal.js';
import type { Manifest } from '../engine/manifest.js';
import { driftOf, type Plan } from '../engine/plan.js';
import { describeState } from '../engine/provider.js';
import { settleResources, type Resource } from '../engine/resources.js';
import { findSnapshot, takeSnapshot } from '../engine/snapshot.js';
import { checkPayloads, SealedSource } from '../engine/snapshot-files.js';
import { retentionDays, rollbackArtifact, snapshotArtifact, type ArtifactUpload } from '../store/artifact-names.js';
import { planText } from '../report/plan-text.js';
import { rollbackReport } from '../report/rollback-report.js';
import { rollbackResult, writeResult } from '../report/result-file.js';
import { Timeline } from '../report/timeline.js';
import type { CommandResult } from '../cli/result.js';
import type { Project, Session } from '../cli/session.js';
import { assertEnvironment, approvalOf } from '../approval/gate.js';
import { approvedPlan, openJournal, type OpenJournal } from './approved-plan.js';
import { writePlan } from './plan.js';
import { writeReport } from './write-report.js';
import { describeApproval, type ApprovalRecord } from '../approval/approval-record.js';

/** The story of a rollback. Nothing is changed before `applyPlan`. */
export async function rollback(session: Session): Promise<CommandResult> {
  const timeline = new Timeline(session.context.clock);
  const { project, approved, manifest, approval } = await timeline.step('plan and approval', () => begin(session));
  const resources = inScope(project, approved);
  const journal = await openJournal(session, project, approved);
  announceUpload(session, 'rollback', rollbackArtifact(project.config.store, approved.environment, approved.digest));
  session.setOutput('retention-days', String(retentionDays(project.config)));
  try {
    const run: Run = { session, project, approved, manifest, approval, resources, journal, timeline };
    const plan = await timeline.step('checks and drift', () => recheck(run));
    confirmDataLoss(session, plan);
    await timeline.step('pre-flight', () => preflight(run, plan));
    const undo =
      plan.changes.length === 0
        ? []
        : [await timeline.step('pre-rollback snapshot', () => preRollbackSnapshot(run, 'config'))];
    const outcomes = await apply(run, plan, undo);
    const live = await timeline.step('verification', () => replan(run));
    return await conclude(run, plan, outcomes, live, undo);
  } finally {
    await journal.persist();
    journal.log.close();
  }
}

/** What is to be carried out, and that it may be. */
async function begin(session: Session): Promise<Pick<Run, 'project' | 'approved' | 'manifest' | 'approval'>> {
  const project = await session.open();
  assertEnvironment(session, project);
  const approved = await approvedPlan(session, project);
  const found = findSnapshot(project.store, approved.snapshot, project.origin);
  const [manifest, approval] = await Promise.all([found, approvalOf(session, project, approved, found)]);
  return { project, approved, manifest, approval };
}

interface Run {
  readonly session: Session;
  readonly project: Project;
  readonly approved: Plan;
  readonly manifest: Manifest;
  readonly approval: ApprovalRecord;
  readonly resources: readonly Resource[];
  readonly journal: OpenJournal;
  readonly timeline: Timeline;
}

/** The scope that was approved is the scope that is applied. */
function inScope(project: Project, approved: Plan): Resource[] {
  return project.resources.filter(({ id }) => approved.scope === null || approved.scope.includes(id));
}

/** Laws 4 and 5: everything is checked and captured again; what is found must be what was approved. */
async function recheck(run: Run): Promise<Plan> {
  const { session, project, approved, manifest, resources } = run;
  const { context: ctx } = session;
  const [findings, now] = await Promise.all([
    checkResources(resources, forSnapshot(ctx, manifest)),
    planFromLive({ ...project, resources, ctx, manifest, database: approved.database, scope: approved.scope }),
  ]);
  const touched = new Set(now.changes.map(({ resource }) => resource));
  const errors = findings.filter(({ level, resource }) => level === 'error' && touched.has(resource));
  if (errors.length > 0) {
    throw new RewindError('preflight-failed', `${errors.length} check(s) failed. Nothing was changed.`, {
      problems: errors.map(({ resource, message, remedy }) => `${resource}: ${message} ${remedy ?? ''}`.trim()),
    });
  }
  if (now.snapshotDigest !== approved.snapshotDigest) {
    throw new RewindError('plan-mismatch', `Snapshot ${manifest.id} is not the one that the plan was made from.`);
  }
  const drift = driftOf(approved, now, interrupted(run.journal.log.previous));
  if (drift.length > 0) {
    await writePlan(session, now);
    ctx.log.info(`\n${planText(now)}\n`);
    throw new RewindError('plan-drift', 'Production changed after the plan was made. Nothing was changed.', {
      problems: drift,
      remedy: `Read the new plan (written to ${session.inputs.plan}) and have it approved: its digest is ${now.digest}.`,
    });
  }
  return now;
}

function confirmDataLoss({ inputs }: Session, plan: Plan): void {
  for (const change of plan.changes) {
    if (change.confirm === undefined || change.confirm === inputs.confirmDataLoss) continue;
    throw new RewindError(
      'data-loss-unconfirmed',
      `${change.target}: ${change.after ?? ''} loses what was written since.`,
      {
        resource: change.resource,
        remedy: `Type the name of the database: --confirm-data-loss ${change.confirm}`,
      },
    );
  }
}

/** Payloads are what was written and open with the identity; providers confirm that their changes would succeed. */
async function preflight(run: Run, plan: Plan): Promise<void> {
  const { project, manifest, session } = run;
  const touched = new Set(plan.changes.map(({ resource }) => resource));
  const problems = await checkPayloads(project.store, manifest, touched);
  if (problems.length > 0) {
    throw new RewindError('snapshot-corrupt', 'Sealed parts of the snapshot are damaged. Nothing was changed.', {
      problems,
    });
  }
  const ctx = forSnapshot(session.context, manifest);
  const outcomes = await settleResources(
    run.resources.filter(({ id }) => touched.has(id)),
    async (resource) => {
      const source = sourceOf(run, resource);
      // The header is enough to know that the identity opens it; the rest is covered by the checksum.
      for (const ref of source.refs) (await source.open(ref.name)).destroy();
      const changes = plan.changes.filter((change) => change.resource === resource.id);
      return (
        (await resource.provider.preflight?.(resource.config, changes, forResource(ctx, resource.id), source)) ?? []
      );
    },
  );
  const errors = outcomes.flatMap(({ resource, value, error }) => {
    if (error !== undefined) return [asRewindError(error, resource.id)];
    return (value ?? [])
      .filter(({ level }) => level === 'error')
      .map(
        ({ message, remedy }) =>
          new RewindError('preflight-failed', message, {
            resource: resource.id,
            remedy,
          }),
      );
  });
  const [first] = errors;
  if (first && errors.length === 1) throw first;
  if (first) {
    throw new RewindError('preflight-failed', `${errors.length} checks failed. Nothing was changed.`, {
      problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy}`),
    });
  }
}

function sourceOf({ project, manifest }: Run, resource: Resource): SealedSource {
  const captured = manifest.resources.find(({ id }) => id === resource.id);
  if (!captured) throw new RewindError('internal', `"${resource.id}" is planned but not in the snapshot.`);
  return new SealedSource(project.store, manifest, captured, project.identities);
}

/** At once: the next step uploads it even when this one is stopped in the middle. */
function announceUpload(
  session: Session,
  what: 'rollback' | 'undo-config' | 'undo-database',
  parcel: ArtifactUpload | null,
): void {
  if (parcel === null) return;
  session.setOutput(`${what}-artifact`, parcel.name);
  session.setOutput(`${what}-path`, parcel.path);
}

/** Law 6: a rollback can be rolled back. Databases are backed up only before a change that needs it. */
async function preRollbackSnapshot({ session, project }: Run, which: 'config' | 'database'): Promise<string> {
  // All of them, whatever the scope: the undo must not be smaller than what a wrong scope may have done.
  const resources = project.resources.filter(({ provider }) => (provider.slow ?? false) === (which === 'database'));
  if (resources.length === 0) return 'none needed';
  const manifest = await takeSnapshot({
    resources,
    store: project.store,
    ctx: session.context,
    origin: project.origin,
    reason: 'pre-rollback',
    recipients: project.config.seal.recipients,
    identities: [],
  });
  announceUpload(session, `undo-${which}`, snapshotArtifact(project.config.store, manifest.environment, manifest.id));
  session.context.log.info(
    `Snapshot ${manifest.id} holds the state before this rollback (${manifest.resources.map(({ id }) => id).join(', ')}).`,
  );
  return manifest.id;
}

async function apply(run: Run, plan: Plan, undo: string[]): Promise<ChangeOutcome[]> {
  const { session, manifest, journal, timeline } = run;
  journal.log.record('run', plan.digest, `undo: ${undo.join(', ')}; ${describeApproval(run.approval)}`);
  const outcomes = await applyPlan({
    plan,
    resources: run.resources,
    ctx: forSnapshot(session.context, manifest),
    sourceOf: (resource) => sourceOf(run, resource),
    journal: journal.log,
    beforeStage: async (stage, changes) => {
      await journal.persist();
      if (!changes.some(({ backupFirst }) => backupFirst === true)) return;
      undo.push(await timeline.step(`backup before ${stage}`, () => preRollbackSnapshot(run, 'database')));
    },
    onChange: (change, from, to) => timeline.add(`${change.resource}: ${change.target}`, from, to),
  });
  journal.log.record('finish', plan.digest, outcomes.every(({ status }) => status === 'done') ? 'done' : 'incomplete');
  return outcomes;
}

/** Law 2: after the rollback, a new plan must be empty. A resource that cannot be read now is reported, not hidden. */
async function replan(run: Run): Promise<{ plan?: Plan; error?: RewindError }> {
  const { session, project, approved, manifest, resources } = run;
  try {
    const { database, scope } = approved;
    return { plan: await planFromLive({ ...project, resources, ctx: session.context, manifest, database, scope }) };
  } catch (error) {
    return { error: asRewindError(error) };
  }
}

async function conclude(
  run: Run,
  plan: Plan,
  outcomes: readonly ChangeOutcome[],
  live: { plan?: Plan; error?: RewindError },
  undo: readonly string[],
): Promise<CommandResult> {
  const { session, manifest, approved, timeline } = run;
  const unfinished = outcomes.filter(({ status }) => status !== 'done');
  const differences = live.plan?.changes ?? [];
  const ok = unfinished.length === 0 && live.error === undefined && differences.length === 0;
  const report = rollbackReport({
    ok,
    cancelled: session.context.signal.aborted,
    manifest,
    approved,
    outcomes,
    remaining: differences,
    manual: live.plan?.manual ?? plan.manual,
    undo: undo.filter((id) => id !== 'none needed'),
    timeline,
    reason: session.inputs.reason,
    approval: run.approval,
    verifyError: live.error,
  });
  const paths = await writeReport(session, report);
  const result = rollbackResult({
    ok,
    title: report.title,
    manifest,
    approved,
    outcomes,
    remaining: live.plan?.changes ?? null,
    manual: live.plan?.manual ?? [],
    undo: undo.filter((id) => id !== 'none needed'),
    approval: run.approval,
    timeline,
    commit: switchedTo(run, outcomes),
    report: paths,
  });
  await writeResult(
    session.path(join(session.inputs.out, 'result.json')),
    session.context.masker.redact(JSON.stringify(result)),
  );
  return {
    exit: ok ? 0 : 1,
    json: result,
    text: `${report.text}\nReport: ${paths.markdown}`,
    summary: report.markdown,
    outputs: {
      verdict: ok ? 'rolled-back' : 'incomplete',
      'snapshot-id': manifest.id,
      'report-path': paths.html,
      changes: String(outcomes.length),
    },
  };
}

/** The commit of the deployment that serves production again; null when the plan did not switch it, or it failed. */
function switchedTo({ manifest, approved, resources }: Run, outcomes: readonly ChangeOutcome[]): string | null {
  // From the approved plan: an interrupted run before this one may have done it.
  const change = approved.changes.find(({ stage }) => stage === 'deployment');
  if (!change || outcomes.some((outcome) => outcome.status !== 'done' && outcome.change.stage === 'deployment'))
    return null;
  const provider = resources.find(({ id }) => id === change.resource)?.provider;
  const captured = manifest.resources.find(({ id }) => id === change.resource);
  return (provider && describeState(provider, captured?.state).commit) ?? null;
}
