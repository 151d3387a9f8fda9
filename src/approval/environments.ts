import type { RewindConfig } from '../config/schema.js';
import type { Context } from '../runtime/context.js';
import { asRewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import { createGitHub, type GitHub } from '../services/github/client.js';
import { isSameName, readEnvironment } from '../services/github/environment.js';
import { protectionFindings, type EnvironmentRole } from './protection.js';

type Environments = Pick<RewindConfig, 'environment' | 'approval' | 'expedited'>;

const NO_APPROVAL: Finding = {
  level: 'warning',
  code: 'approval-none',
  message: 'This rollback needs no approval: rewind.yml has "approval: none".',
  remedy: 'Remove that line if your GitHub plan offers required reviewers.',
};

const BY_DIGEST: Finding = {
  level: 'warning',
  code: 'approval-digest',
  message: 'One person is enough for a rollback: rewind.yml has "approval: digest".',
  remedy: 'Use "approval: comment" if a second person must approve.',
};

/** How GitHub protects one environment. @throws HttpFailure */
export async function protectionOf(github: GitHub, name: string, role: EnvironmentRole): Promise<Finding[]> {
  return protectionFindings(name, await readEnvironment(github, name), role);
}

/** How GitHub protects the environments that hold credentials for writing. @throws HttpFailure */
export async function environmentFindings(github: GitHub, config: Environments): Promise<Finding[]> {
  const unreviewed = config.approval !== 'required';
  const found = await Promise.all([
    protectionOf(github, config.environment, unreviewed ? 'expedited' : 'reviewed'),
    ...(config.expedited ? [protectionOf(github, config.expedited.environment, 'expedited')] : []),
  ]);
  return found.flat();
}

/** How GitHub protects the environment whose reviewers approve. Without reviewers, GitHub is not asked. @throws HttpFailure */
export async function approvalFindings(ctx: Context, config: Environments): Promise<Finding[]> {
  switch (config.approval) {
    case 'none':
      return [NO_APPROVAL];
    case 'digest':
      return [BY_DIGEST];
    case 'comment':
      return [];
    case 'required':
      return protectionOf(createGitHub(ctx), config.environment, 'reviewed');
  }
}

/**
 * What a snapshot or plan job holds that it should not. Warnings only: a rollback must not fail at them.
 *
 * @param planEnvironment the GitHub environment of this job, as its workflow says; null if the job names none
 */
export async function planJobFindings(
  ctx: Context,
  config: Environments,
  planEnvironment: string | null,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (ctx.env.secret('REWIND_IDENTITY') !== undefined) {
    findings.push({
      level: 'warning',
      code: 'identity-outside-approval',
      message: 'This job holds REWIND_IDENTITY, although nobody has to approve it.',
      remedy: `Keep it in the secrets of the environment "${config.environment}" only. If it was a secret of the repository, replace the key.`,
    });
  }
  const used = [config.environment, ...(config.expedited ? [config.expedited.environment] : [])];
  if (planEnvironment === null) {
    findings.push({
      level: 'warning',
      code: 'plan-environment-none',
      message: 'This job names no environment: a workflow on any branch can use its credentials.',
      remedy:
        'Create an environment without reviewers, limited to the default branch. Move credentials that only read, and the signing key, to its secrets. Set plan-environment.',
    });
  } else if (used.some((name) => isSameName(name, planEnvironment))) {
    findings.push({
      level: 'warning',
      code: 'plan-environment-shared',
      message: `This job runs in "${planEnvironment}", which holds the credentials for writing.`,
      remedy: 'Use a separate environment with credentials that only read, and set plan-environment.',
    });
  } else {
    findings.push(...(await readable(() => protectionOf(createGitHub(ctx), planEnvironment, 'plan'))));
  }
  return findings;
}

/**
 * What is wrong with the environment of the lift, which writes to production without a reviewer.
 *
 * @param lift as the workflow says; null if it names none
 * @param plan the environment of its plan job; null if it names none
 * @throws HttpFailure
 */
export async function liftFindings(
  ctx: Context,
  config: Environments,
  lift: string | null,
  plan: string | null,
): Promise<Finding[]> {
  const remedy =
    'Create an environment without reviewers, limited to the default branch, with credentials that write flags and capacity only. Set lift-environment.';
  if (lift === null) {
    const message = 'The lift of mitigations names no environment: a workflow on any branch can use its credentials.';
    return [{ level: 'error', code: 'lift-environment-none', message, remedy }];
  }
  const used = [config.environment, config.expedited?.environment, plan].filter((name) => typeof name === 'string');
  if (used.some((name) => isSameName(name, lift))) {
    const message = `The lift of mitigations runs in "${lift}", which is also the environment of another job.`;
    return [{ level: 'error', code: 'lift-environment-shared', message, remedy }];
  }
  return protectionOf(createGitHub(ctx), lift, 'expedited');
}

/** What GitHub does not let this token read becomes a warning. */
export async function readable(ask: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await ask();
  } catch (error) {
    const { code, message, remedy } = asRewindError(error);
    return [{ level: 'warning', code, message, remedy }];
  }
}
