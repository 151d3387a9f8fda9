import type { Finding } from '../runtime/finding.js';
import type { Environment } from '../services/github/environment.js';
import { plural } from '../runtime/text.js';

/**
 * What an environment is for: it asks reviewers before a rollback, it lets an expedited one pass, or it holds the
 * credentials of the snapshot and plan jobs.
 */
export type EnvironmentRole = 'reviewed' | 'expedited' | 'plan';

/**
 * Checks the protection of an environment. An error stops a rollback before it is planned; of the environment of the plan
 * there are only warnings, because a rollback must not fail at them.
 */
export function protectionFindings(
  name: string,
  environment: Environment | null,
  role: EnvironmentRole = 'reviewed',
): Finding[] {
  const reviewed = role === 'reviewed';
  const settings = `Settings → Environments → ${name}`;
  if (environment === null) {
    return [
      {
        level: role === 'plan' ? 'warning' : 'error',
        code: 'environment-missing',
        message: `The environment "${name}" does not exist. The first job that names it would create it without protection.`,
        remedy: reviewed
          ? `Create it with required reviewers: ${settings}.`
          : `Create it, and limit it to the default branch: ${settings}.`,
      },
    ];
  }
  const findings: Finding[] = [];
  if (reviewed && environment.reviewers === 0) {
    findings.push({
      level: 'error',
      code: 'environment-unprotected',
      message: `The environment "${name}" has no required reviewers: a rollback would run without approval.`,
      remedy: `Add reviewers: ${settings} → Required reviewers. If your GitHub plan does not offer them, set "approval: none" in rewind.yml.`,
    });
  } else if (reviewed && !environment.preventSelfReview) {
    findings.push({
      level: 'warning',
      code: 'environment-self-review',
      message: `The person who starts a rollback may approve it: "${name}" does not prevent self-review.`,
      remedy: `Enable it: ${settings} → Prevent self-review.`,
    });
  }
  if (role === 'plan' && environment.reviewers > 0) {
    findings.push({
      level: 'warning',
      code: 'plan-environment-reviewed',
      message: `Snapshots and plans wait for a review, because "${name}" has required reviewers.`,
      remedy: `Remove them: ${settings} → Required reviewers. Give this environment only credentials that read.`,
    });
  }
  if (environment.openTo.length > 0) {
    findings.push({
      // Without reviewers, only the branch policy protects the secrets of production from a pushed branch.
      level: role === 'expedited' ? 'error' : 'warning',
      code: 'environment-any-branch',
      message: `A workflow on ${environment.openTo.join(' or ')} may use "${name}" and its secrets${reviewed ? '' : ' without a review'}.`,
      remedy: `Limit it: ${settings} → Deployment branches → the default branch.`,
    });
  }
  if (reviewed && environment.adminsBypass) {
    findings.push({
      level: 'warning',
      code: 'environment-admin-bypass',
      message: `Administrators may skip the approval of "${name}".`,
      remedy: `Disable it: ${settings} → Allow administrators to bypass.`,
    });
  }
  if (environment.waitMinutes > 0) {
    findings.push({
      level: 'warning',
      code: 'environment-wait-timer',
      message: `A rollback waits ${plural(environment.waitMinutes, 'minute')}: "${name}" has a wait timer.`,
      remedy: `Remove it: ${settings} → Wait timer.`,
    });
  }
  return findings;
}
