import { decideApproval, type ApprovalDecision } from './expedited.js';
import { RewindError } from '../runtime/errors.js';
import type { Manifest } from '../engine/manifest.js';
import type { Plan } from '../engine/plan.js';
import type { Trust } from '../engine/trust.js';
import type { ApprovalKind } from '../engine/vocabulary.js';
import { createGitHub } from '../services/github/client.js';
import {
  isSameName,
  readApprovals,
  readEnvironment,
  readReviews,
  type Approval,
} from '../services/github/environment.js';
import type { WorkflowRun } from '../services/github/workflow-run.js';
import type { CommonInputs } from '../cli/flags.js';
import type { Project, Session } from '../cli/session.js';
import type { Finding } from '../runtime/finding.js';
import type { ApprovalRecord } from './approval-record.js';
import { approvalFindings, liftFindings, protectionOf } from './environments.js';
import { otherThanStarters } from './starters.js';
import { assertTyped, digestApproval, isDigestRule, type Typed } from './typed-digest.js';
import { operatorOf } from '../runtime/operator.js';
import { plural } from '../runtime/text.js';

/** An expedited run may begin this many minutes late, because it was planned in time. */
const GRACE_MINUTES = 10;

type EnvironmentInputs = CommonInputs & { readonly environment: string | null };
type LiftInputs = CommonInputs & { readonly liftEnvironment: string | null; readonly planEnvironment: string | null };
type ReviewInputs = CommonInputs & Typed;
type ApprovalInputs = ReviewInputs & { readonly approval: ApprovalKind };

/** @throws RewindError environment-mismatch */
export function assertEnvironment({ inputs }: Session<EnvironmentInputs>, { config }: Project): void {
  if (inputs.environment === null || isSameName(inputs.environment, config.environment)) return;
  throw new RewindError(
    'environment-mismatch',
    `The workflow uses environment "${inputs.environment}", but ${inputs.config} uses "${config.environment}".`,
  );
}

/**
 * In GitHub Actions, fails unless the environment requires a reviewer.
 *
 * @returns warnings for the reader of the plan
 * @throws RewindError environment-missing, environment-unprotected
 */
export async function assertProtected(session: Session, project: Project): Promise<Finding[]> {
  if (session.run === null) return [];
  return refused(await approvalFindings(session.context, project.config));
}

/**
 * In GitHub Actions, fails unless the lift of mitigations runs in its own environment, which only the default branch may
 * use: nobody approves it.
 * @throws RewindError environment-missing, environment-unprotected
 */
export async function assertLiftProtected(session: Session<LiftInputs>, { config }: Project): Promise<void> {
  if (session.run === null) return;
  const { liftEnvironment, planEnvironment } = session.inputs;
  refused(await liftFindings(session.context, config, liftEnvironment, planEnvironment));
}

function refused(findings: Finding[]): Finding[] {
  for (const { level, code, message, remedy } of findings) {
    if (level === 'error') {
      throw new RewindError(code === 'environment-missing' ? code : 'environment-unprotected', message, {
        remedy,
      });
    }
  }
  return findings;
}

/** The approval that a new plan needs; expedited only if its environment exists. */
export async function chooseApproval(
  session: Session,
  { config }: Project,
  plan: Plan,
  manifest: Manifest,
  trust: Trust,
): Promise<ApprovalDecision> {
  const rule = config.expedited;
  const now = session.context.clock.now();
  const decision = decideApproval(plan, manifest, trust, rule, now);
  if (session.run === null || decision.approval === 'reviewed' || rule === undefined) return decision;
  const findings = await protectionOf(createGitHub(session.context), rule.environment, 'expedited');
  const errors = findings.filter(({ level }) => level === 'error');
  return errors.length === 0
    ? decision
    : { approval: 'reviewed', closed: errors.map(({ message }) => message.replace(/\.$/, '')) };
}

/**
 * Who approved this run, or why its plan may be expedited. Called before the first change.
 *
 * @param begun true if an earlier attempt of this run began this very plan: its approval still holds
 * @throws RewindError approval-missing, approval-self, approval-stale, expedited-closed
 */
export async function approvalOf(
  session: Session<ApprovalInputs>,
  { config }: Project,
  plan: Plan,
  begun: boolean,
  snapshot: Promise<{ readonly manifest: Manifest; readonly trust: Trust }>,
): Promise<ApprovalRecord> {
  const { run, inputs } = session;
  assertTyped(inputs.typedDigest, plan.digest);
  if (inputs.approval === 'expedited') {
    const { manifest, trust } = await snapshot;
    assertExpedited(session, config, plan, manifest, trust);
  }
  if (run === null) return onCommandLine(session);
  const origin = originOf(run);
  if (inputs.approval === 'expedited') {
    const { environment = '', minutes = 0 } = config.expedited ?? {};
    const approvedBy = loginsOf(await approvals(session, run.runId, environment));
    const skipped = `the review of "${config.environment}": the snapshot is at most ${plural(minutes, 'minute')} old, and no data is lost`;
    return { ...origin, kind: 'expedited', approvedBy, skipped };
  }
  return reviewOf(session, config, plan, begun);
}

/**
 * Called with the plan file before anything is read, and with the plan that is made from live state just before the first
 * change: the digest does not cover how many rows are at risk, so the file alone could hide them.
 * @throws RewindError expedited-closed
 */
export function assertExpedited(
  { context, run }: Pick<Session, 'context' | 'run'>,
  config: Project['config'],
  plan: Plan,
  manifest: Manifest,
  trust: Trust,
): void {
  const { closed } = decideApproval(plan, manifest, trust, config.expedited, context.clock.now(), GRACE_MINUTES);
  if (closed.length === 0) return;
  throw new RewindError('expedited-closed', 'This rollback may not be expedited. This run changed nothing.', {
    problems: closed,
    ...(run === null
      ? { remedy: 'Leave --approval out: on a command line, the person who runs the command approves the rollback.' }
      : {}),
  });
}

/** How many approvals the run had when the plan was made: those of other jobs, and of earlier attempts. */
export async function approvalsSoFar(session: Session, { config }: Project): Promise<number> {
  if (session.run === null || config.approval !== 'required') return 0;
  return (await approvals(session, session.run.runId, config.environment)).length;
}

/**
 * Who reviewed this run. For a change that can never be expedited.
 *
 * @param approved digest of what is approved, and how many approvals the run had before it was planned
 * @param begun true if an earlier attempt of this run began this very plan
 * @throws RewindError approval-missing, approval-self, approval-stale, plan-mismatch
 */
export async function reviewOf(
  session: Session<ReviewInputs>,
  config: Project['config'],
  approved: Pick<Plan, 'digest' | 'approvalsBefore'>,
  begun: boolean,
): Promise<ApprovalRecord> {
  const { run, context: ctx } = session;
  if (run === null) return onCommandLine(session);
  const origin = originOf(run);
  if (config.approval === 'none') {
    return { ...origin, kind: 'none', approvedBy: [], skipped: 'the approval: rewind.yml has "approval: none"' };
  }
  const { approval } = config;
  if (isDigestRule(approval)) {
    const approvedBy = await digestApproval(session, { ...config, approval }, run, approved.digest, session.inputs);
    return { ...origin, kind: approval, approvedBy, skipped: null };
  }
  const given = await approvals(session, run.runId, config.environment);
  const approvedBy = loginsOf(given);
  if (approvedBy.length === 0) throw await nobodyApproved(session, run, config.environment);
  if ((await otherThanStarters(createGitHub(ctx), run, given)).length === 0) {
    const message = `${approvedBy.join(', ')} approved a rollback that they started themselves. Nobody else reviewed the plan.`;
    if (config['self-approval'] === 'refuse') throw new RewindError('approval-self', message);
    ctx.log.warn(message);
  }
  assertOfThisPlan(given, run, approved, begun);
  return { ...origin, kind: 'reviewed', approvedBy, skipped: null };
}

/** GitHub may list no review at all of a job that records no deployment: that is not the fault of the reviewer. */
async function nobodyApproved(session: Session, { runId }: WorkflowRun, environment: string): Promise<RewindError> {
  const github = createGitHub(session.context);
  const [reviews, known] = await Promise.all([
    readReviews(github, runId).catch(() => []),
    readEnvironment(github, environment).catch(() => null),
  ]);
  const unlisted = reviews.length === 0 && (known?.reviewers ?? 0) > 0;
  return new RewindError('approval-missing', `Nobody has approved run ${runId} for "${environment}".`, {
    remedy: unlisted
      ? `The environment requires reviewers, and GitHub lists no review of this run. If a reviewer did approve it, set record-deployment: true in the caller of rollback.yml, recover.yml or mitigate.yml (in your own jobs: remove "deployment: false"), and start again. If an administrator bypassed the review, let a reviewer approve a new run.`
      : `Name the environment in the job (environment: ${environment}) and let a reviewer approve it. An administrator's bypass does not count.`,
  });
}

function onCommandLine({ context }: Session): ApprovalRecord {
  const requestedBy = operatorOf(context.env);
  return { requestedBy, kind: 'command line', approvedBy: [], skipped: null, url: null, attempt: null };
}

function originOf(run: WorkflowRun): Pick<ApprovalRecord, 'requestedBy' | 'url' | 'attempt'> {
  const requestedBy = run.triggeredBy === run.actor ? run.actor : `${run.actor}, re-run by ${run.triggeredBy}`;
  return { requestedBy, url: run.url, attempt: run.attempt };
}

/**
 * GitHub keeps the approvals of all attempts and jobs of a run together, and an administrator may skip the one of a later
 * attempt, or of a later job that names the environment too. Therefore there must be one approval for each attempt, and one
 * more than there were when the plan was made; or one whose comment names the digest.
 */
function assertOfThisPlan(
  given: readonly Approval[],
  { attempt, runId }: WorkflowRun,
  { digest, approvalsBefore = 0 }: Pick<Plan, 'digest' | 'approvalsBefore'>,
  begun: boolean,
): void {
  if (begun || given.length >= Math.max(attempt, approvalsBefore + 1)) return;
  if (given.some(({ comment }) => comment.includes(digest.slice(0, 12)))) return;
  throw new RewindError(
    'approval-stale',
    `Attempt ${attempt} of run ${runId} has ${plural(given.length, 'approval')}, ${approvalsBefore} of them from before the plan: they may belong to another attempt, or to another job that names the environment.`,
  );
}

const approvals = (session: Session, runId: number, environment: string): Promise<Approval[]> =>
  readApprovals(createGitHub(session.context), runId, environment);

const loginsOf = (given: readonly Approval[]): string[] => [...new Set(given.map(({ login }) => login))];
