import type { Finding } from '../runtime/finding.js';
import type { Environment } from '../services/github/environment.js';

/**
 * Does an approval in this environment mean something? Errors stop a rollback before it is planned.
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
        message: `The environment "${name}" does not exist: the first job that names it would create it, unprotected, and nobody would be asked.`,
        remedy: `Create it: ${settings}, with required reviewers.`,
      },
    ];
  }
  const findings: Finding[] = [];
  if (reviewed && environment.reviewers === 0) {
    findings.push({
      level: 'error',
      code: 'environment-unprotected',
      message: `The environment "${name}" has no required reviewers: a rollback would run without anybody's approval.`,
      remedy: `Add reviewers: ${settings} → Required reviewers. Where the plan of the organisation has none, write "approval: none" into rewind.yml, for everybody to see.`,
    });
  } else if (reviewed && !environment.preventSelfReview) {
    findings.push({
      level: 'warning',
      code: 'environment-self-review',
      message: `Who starts a rollback may approve it: "${name}" does not prevent self-review.`,
      remedy: `Switch it on: ${settings} → Prevent self-review.`,
    });
  }
  if (environment.branches === 'any') {
    findings.push({
      // Without reviewers nothing else stands between a pushed branch and the secrets of production.
      level: reviewed ? 'warning' : 'error',
      code: 'environment-any-branch',
      message: `A workflow on any branch may use "${name}" and its secrets${reviewed ? '' : ', and nobody is asked'}.`,
      remedy: `Limit it: ${settings} → Deployment branches → the default branch.`,
    });
  }
  if (reviewed && environment.adminsBypass) {
    findings.push({
      level: 'warning',
      code: 'environment-admin-bypass',
      message: `Administrators may skip the approval of "${name}".`,
      remedy: `Switch it off: ${settings} → Allow administrators to bypass.`,
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
