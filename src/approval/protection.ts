import type { Finding } from '../runtime/finding.js';
import type { Environment } from '../services/github/environment.js';

/**
 * Checks the protection of the approval environment. An error stops a rollback before it is planned.
 *
 * @param reviewed false for the environment for expedited rollbacks, which needs no reviewers
 */
export function protectionFindings(name: string, environment: Environment | null, reviewed = true): Finding[] {
  const settings = `Settings → Environments → ${name}`;
  if (environment === null) {
    return [
      {
        level: 'error',
        code: 'environment-missing',
        message: `The environment "${name}" does not exist. The first job that names it would create it without protection.`,
        remedy: `Create it with required reviewers: ${settings}.`,
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
  if (environment.branches === 'any') {
    findings.push({
      // Without reviewers, only the branch policy protects the secrets of production from a pushed branch.
      level: reviewed ? 'warning' : 'error',
      code: 'environment-any-branch',
      message: `A workflow on any branch may use "${name}" and its secrets${reviewed ? '' : ' without a review'}.`,
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
      message: `A rollback waits ${environment.waitMinutes} minute(s) after the approval: "${name}" has a wait timer.`,
      remedy: `Remove it: ${settings} → Wait timer.`,
    });
  }
  return findings;
}
