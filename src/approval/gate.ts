import { decideApproval, type ApprovalDecision } from './expedited.js';
import { RewindError } from '../runtime/errors.js';
import type { Manifest } from '../engine/manifest.js';
import type { Plan } from '../engine/plan.js';
import { createGitHub } from '../services/github/client.js';
import { readApprovals, readEnvironment } from '../services/github/environment.js';
import type { Project, Session } from '../cli/session.js';
import type { Finding } from '../runtime/finding.js';
import type { ApprovalRecord } from './approval-record.js';
import { protectionFindings } from './protection.js';

/** A expedited run may begin this many minutes after its time is over: it was planned while there was some left. */
const GRACE_MINUTES = 10;

/** @throws RewindError environment-mismatch */
export function assertEnvironment({ inputs }: Session, { config }: Project): void {
  if (inputs.environment === null || inputs.environment === config.environment) return;
  throw new RewindError(
    'environment-mismatch',
    `The workflow works with "${inputs.environment}", ${inputs.config} with "${config.environment}".`,
  );
}

/**
 * In GitHub Actions: would somebody be asked before the rollback? Nothing is planned that nobody has to approve.
 *
 * @returns warnings for the reader of the plan
 * @throws RewindError environment-missing, environment-unprotected
 */
export async function assertProtected(session: Session, project: Project): Promise<Finding[]> {
  const { config } = project;
  if (session.run === null) return [];
  if (config.approval === 'none') return [NOBODY_ASKED];
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

const NOBODY_ASKED: Finding = {
  level: 'warning',
  code: 'approval-none',
  message: 'Nobody has to approve this rollback: rewind.yml says "approval: none".',
  remedy: 'Where GitHub offers required reviewers, take that line out.',
};

/** The approval that a new plan needs; expedited only where that environment exists. */
export async function chooseApproval(
  session: Session,
  { config }: Project,
  plan: Plan,
  manifest: Manifest,
): Promise<ApprovalDecision> {
  const fast = config.expedited;
  const now = session.context.clock.now();
  const decision = decideApproval(plan, manifest, fast, now);
  if (session.run === null || decision.approval === 'reviewed' || fast === undefined) return decision;
  const environment = await readEnvironment(createGitHub(session.context), fast.environment);
  const errors = protectionFindings(fast.environment, environment, false).filter(({ level }) => level === 'error');
  return errors.length === 0
    ? decision
    : { approval: 'reviewed', closed: errors.map(({ message }) => message.replace(/\.$/, '')) };
}

/**
 * Before anything is changed: was this run approved, or may this plan be expedited?
 * @throws RewindError approval-missing, expedited-closed
 */
export async function approvalOf(
  session: Session,
  { config }: Project,
  plan: Plan,
  manifest: Promise<Manifest>,
): Promise<ApprovalRecord> {
  const { run, inputs, context: ctx } = session;
  if (run === null) {
    return {
      requestedBy: ctx.env.text('USER') ?? 'unknown',
      kind: 'command line',
      approvedBy: [],
      skipped: null,
      url: null,
    };
  }
  const requestedBy = run.triggeredBy === run.actor ? run.actor : `${run.actor}, run again by ${run.triggeredBy}`;
  const origin = { requestedBy, url: run.url };
  if (inputs.approval === 'expedited') {
    const { closed } = decideApproval(plan, await manifest, config.expedited, ctx.clock.now(), GRACE_MINUTES);
    if (closed.length > 0) {
      throw new RewindError('expedited-closed', 'This rollback may not be expedited. Nothing was changed.', {
        problems: closed,
      });
    }
    const { environment = '', minutes = 0 } = config.expedited ?? {};
    const approvedBy = await approvers(session, run.runId, environment);
    const skipped = `the review of "${config.environment}": the snapshot is at most ${minutes} minutes old, and nothing is lost`;
    return { ...origin, kind: 'expedited', approvedBy, skipped };
  }
  if (config.approval === 'none') {
    return { ...origin, kind: 'none', approvedBy: [], skipped: 'the approval: rewind.yml says "approval: none"' };
  }
  const approvedBy = await approvers(session, run.runId, config.environment);
  if (approvedBy.length === 0) {
    throw new RewindError('approval-missing', `Nobody has approved run ${run.runId} for "${config.environment}".`, {
      remedy: `The job must name the environment (environment: ${config.environment}), a reviewer must approve it, and no administrator may bypass it.`,
    });
  }
  if (approvedBy.every((login) => login === run.triggeredBy)) {
    ctx.log.warn(`${run.triggeredBy} approved the rollback that they started: nobody else has read the plan.`);
  }
  return { ...origin, kind: 'reviewed', approvedBy, skipped: null };
}

async function approvers(session: Session, runId: number, environment: string): Promise<string[]> {
  const approvals = await readApprovals(createGitHub(session.context), runId, environment);
  return [...new Set(approvals.map(({ login }) => login))];
}
