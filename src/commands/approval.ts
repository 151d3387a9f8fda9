import type { Context } from '../context.js';
import { decideLane, type LaneDecision } from '../core/lane.js';
import { RewindError } from '../core/errors.js';
import type { Manifest } from '../core/manifest.js';
import type { Plan } from '../core/plan.js';
import type { Finding } from '../core/provider.js';
import { createGitHub } from '../github/client.js';
import { protectionFindings, readApprovals, readEnvironment } from '../github/environment.js';
import { createContext, systemClock } from '../runtime.js';
import type { Evidence } from '../report/rollback-report.js';
import type { Project, Session } from '../session.js';

/** A fast-lane run may begin this many minutes after its time is over: it was planned while there was some left. */
const GRACE_MINUTES = 10;

export function projectContext(session: Session): Context {
  return createContext(session.parts, { id: '', salt: '' });
}

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
  const github = createGitHub(projectContext(session));
  const findings = protectionFindings(config.environment, await readEnvironment(github, config.environment));
  for (const { level, code, message, remedy } of findings) {
    if (level === 'error') {
      throw new RewindError(code === 'environment-missing' ? code : 'environment-unprotected', message, {
        ...(remedy === undefined ? {} : { remedy }),
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

/** The lane of a plan that was just made; the fast one only where its environment exists. */
export async function chooseLane(
  session: Session,
  { config }: Project,
  plan: Plan,
  manifest: Manifest,
): Promise<LaneDecision> {
  const fast = config['fast-lane'];
  const now = (session.parts.clock ?? systemClock).now();
  const decision = decideLane(plan, manifest, fast, now);
  if (session.run === null || decision.lane === 'reviewed' || fast === undefined) return decision;
  const environment = await readEnvironment(createGitHub(projectContext(session)), fast.environment);
  const errors = protectionFindings(fast.environment, environment, false).filter(({ level }) => level === 'error');
  return errors.length === 0
    ? decision
    : { lane: 'reviewed', closed: errors.map(({ message }) => message.replace(/\.$/, '')) };
}

/**
 * Before anything is changed: was this very run approved, or is the fast lane open to this plan?
 * @throws RewindError approval-missing, fast-lane-closed
 */
export async function evidenceOf(
  session: Session,
  { config }: Project,
  plan: Plan,
  manifest: Promise<Manifest>,
): Promise<Evidence> {
  const { run, inputs, parts } = session;
  if (run === null) {
    return { asked: parts.env.USER ?? 'unknown', lane: 'command line', approvedBy: [], skipped: null, url: null };
  }
  const asked = run.triggeredBy === run.actor ? run.actor : `${run.actor}, run again by ${run.triggeredBy}`;
  const told = { asked, url: run.url };
  if (inputs.lane === 'fast') {
    const { closed } = decideLane(
      plan,
      await manifest,
      config['fast-lane'],
      (parts.clock ?? systemClock).now(),
      GRACE_MINUTES,
    );
    if (closed.length > 0) {
      throw new RewindError('fast-lane-closed', 'The fast lane is closed. Nothing was changed.', { problems: closed });
    }
    const { environment = '', minutes = 0 } = config['fast-lane'] ?? {};
    const approvedBy = await approvers(session, run.runId, environment);
    const skipped = `the review of "${config.environment}": the snapshot is at most ${minutes} minutes old, and nothing is lost`;
    return { ...told, lane: 'fast', approvedBy, skipped };
  }
  if (config.approval === 'none') {
    return { ...told, lane: 'none', approvedBy: [], skipped: 'the approval: rewind.yml says "approval: none"' };
  }
  const approvedBy = await approvers(session, run.runId, config.environment);
  if (approvedBy.length === 0) {
    throw new RewindError('approval-missing', `Nobody has approved run ${run.runId} for "${config.environment}".`, {
      remedy: `The job must name the environment (environment: ${config.environment}), a reviewer must approve it, and no administrator may bypass it.`,
    });
  }
  if (approvedBy.every((login) => login === run.triggeredBy)) {
    parts.log.warn(`${run.triggeredBy} approved the rollback that they started: nobody else has read the plan.`);
  }
  return { ...told, lane: 'reviewed', approvedBy, skipped: null };
}

async function approvers(session: Session, runId: number, environment: string): Promise<string[]> {
  const approvals = await readApprovals(createGitHub(projectContext(session)), runId, environment);
  return [...new Set(approvals.map(({ login }) => login))];
}
