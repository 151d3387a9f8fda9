import { decideApproval, type ApprovalDecision } from './expedited.js';
import { RewindError } from '../runtime/errors.js';
import type { Manifest } from '../engine/manifest.js';
import type { Plan } from '../engine/plan.js';
import type { Trust } from '../engine/trust.js';
import type { ApprovalKind } from '../engine/vocabulary.js';
import { createGitHub } from '../services/github/client.js';
import { isSameName, readApprovals, readEnvironment, type Approval } from '../services/github/environment.js';
import type { WorkflowRun } from '../services/github/workflow-run.js';
import type { CommonInputs } from '../cli/flags.js';
import type { Project, Session } from '../cli/session.js';
import type { Finding } from '../runtime/finding.js';
import type { ApprovalRecord } from './approval-record.js';
import { operatorOf } from '../cli/operator.js';
import { protectionFindings } from './protection.js';

/** An expedited run may begin this many minutes late, because it was planned in time. */
const GRACE_MINUTES = 10;

type EnvironmentInputs = CommonInputs & { readonly environment: string | null };
type ApprovalInputs = CommonInputs & { readonly approval: ApprovalKind };

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
  const { config } = project;
  if (session.run === null) return [];
  if (config.approval === 'none') return [NO_APPROVAL];
  const github = createGitHub(session.context);
  const findings = protectionFindings(config.environment, await readEnvironment(github, config.environment));
  for (const { level, code, message, remedy } of findings) {
    if (level === 'error') {
      throw new RewindError(code === 'environment-missing' ? code : 'environment-unprotected', message, {
        remedy,
      });
    }
  }
  return findings;
}

const NO_APPROVAL: Finding = {
  level: 'warning',
  code: 'approval-none',
  message: 'This rollback needs no approval: rewind.yml has "approval: none".',
  remedy: 'Remove that line if your GitHub plan offers required reviewers.',
};

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
  const environment = await readEnvironment(createGitHub(session.context), rule.environment);
  const errors = protectionFindings(rule.environment, environment, false).filter(({ level }) => level === 'error');
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
  const { run, inputs, context: ctx } = session;
  if (run === null) return onCommandLine(session);
  const origin = originOf(run);
  if (inputs.approval === 'expedited') {
    const { manifest, trust } = await snapshot;
    const now = ctx.clock.now();
    const { closed } = decideApproval(plan, manifest, trust, config.expedited, now, GRACE_MINUTES);
    if (closed.length > 0) {
      throw new RewindError('expedited-closed', 'This rollback may not be expedited. Nothing was changed.', {
        problems: closed,
      });
    }
    const { environment = '', minutes = 0 } = config.expedited ?? {};
    const approvedBy = loginsOf(await approvals(session, run.runId, environment));
    const skipped = `the review of "${config.environment}": the snapshot is at most ${minutes} minutes old, and no data is lost`;
    return { ...origin, kind: 'expedited', approvedBy, skipped };
  }
  return reviewOf(session, config, plan.digest, begun);
}

/**
 * Who reviewed this run. For a change that can never be expedited.
 *
 * @param digest of what is approved
 * @param begun true if an earlier attempt of this run began this very plan
 * @throws RewindError approval-missing, approval-self, approval-stale
 */
export async function reviewOf(
  session: Session,
  config: Project['config'],
  digest: string,
  begun: boolean,
): Promise<ApprovalRecord> {
  const { run, context: ctx } = session;
  if (run === null) return onCommandLine(session);
  const origin = originOf(run);
  if (config.approval === 'none') {
    return { ...origin, kind: 'none', approvedBy: [], skipped: 'the approval: rewind.yml has "approval: none"' };
  }
  const given = await approvals(session, run.runId, config.environment);
  const approvedBy = loginsOf(given);
  if (approvedBy.length === 0) {
    throw new RewindError('approval-missing', `Nobody has approved run ${run.runId} for "${config.environment}".`, {
      remedy: `Name the environment in the job (environment: ${config.environment}) and let a reviewer approve it. An administrator's bypass does not count.`,
    });
  }
  if (approvedBy.every((login) => login === run.triggeredBy || login === run.actor)) {
    const message = `${approvedBy.join(', ')} approved a rollback that they started themselves. Nobody else reviewed the plan.`;
    if (config['self-approval'] === 'refuse') throw new RewindError('approval-self', message);
    ctx.log.warn(message);
  }
  assertOfThisAttempt(given, run, digest, begun);
  return { ...origin, kind: 'reviewed', approvedBy, skipped: null };
}

function onCommandLine({ context }: Session): ApprovalRecord {
  return { requestedBy: operatorOf(context.env), kind: 'command line', approvedBy: [], skipped: null, url: null };
}

function originOf(run: WorkflowRun): Pick<ApprovalRecord, 'requestedBy' | 'url'> {
  const requestedBy = run.triggeredBy === run.actor ? run.actor : `${run.actor}, re-run by ${run.triggeredBy}`;
  return { requestedBy, url: run.url };
}

/**
 * GitHub keeps the approvals of all attempts of a run together, and an administrator may skip the one of a later attempt.
 * A later attempt therefore needs one approval for each attempt, or one whose comment names the digest.
 */
function assertOfThisAttempt(
  given: readonly Approval[],
  { attempt, runId }: WorkflowRun,
  digest: string,
  begun: boolean,
): void {
  if (attempt === 1 || begun || given.length >= attempt) return;
  if (given.some(({ comment }) => comment.includes(digest.slice(0, 12)))) return;
  throw new RewindError(
    'approval-stale',
    `This is attempt ${attempt} of run ${runId}, with ${given.length} approval(s): the approval was of another attempt, and perhaps of another plan.`,
  );
}

const approvals = (session: Session, runId: number, environment: string): Promise<Approval[]> =>
  readApprovals(createGitHub(session.context), runId, environment);

const loginsOf = (given: readonly Approval[]): string[] => [...new Set(given.map(({ login }) => login))];
