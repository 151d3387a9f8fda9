import { z } from 'zod';
import type { Finding } from '../core/provider.js';
import type { GitHub } from './client.js';

/** A GitHub environment as it protects its jobs. GitHub REST API, "Get an environment". */
export interface Environment {
  readonly name: string;
  /** Users and teams of whom one must approve. */
  readonly reviewers: number;
  readonly preventSelfReview: boolean;
  readonly adminsBypass: boolean;
  /** Which branches may use it: `any` when there is no policy. */
  readonly branches: 'any' | 'protected' | 'listed';
  readonly waitMinutes: number;
}

const answer = z.looseObject({
  name: z.string().optional(),
  can_admins_bypass: z.boolean().optional(),
  protection_rules: z
    .array(
      z.looseObject({
        type: z.string(),
        reviewers: z.array(z.unknown()).nullish(),
        prevent_self_review: z.boolean().optional(),
        wait_timer: z.number().optional(),
      }),
    )
    .optional(),
  deployment_branch_policy: z
    .looseObject({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() })
    .nullish(),
});

/** @returns null when there is no such environment: a job that names it would create it, unprotected */
export async function readEnvironment(github: GitHub, name: string): Promise<Environment | null> {
  const { status, data } = await github.request(
    {
      what: `read the environment "${name}"`,
      path: `/environments/${encodeURIComponent(name)}`,
      permission: 'actions: read',
      accept: [404],
    },
    answer,
  );
  if (status === 404) return null;
  const rules = data.protection_rules ?? [];
  const review = rules.find(({ type }) => type === 'required_reviewers');
  const policy = data.deployment_branch_policy;
  return {
    name,
    reviewers: review?.reviewers?.length ?? 0,
    preventSelfReview: review?.prevent_self_review ?? false,
    // Unknown counts as allowed: GitHub's default.
    adminsBypass: data.can_admins_bypass ?? true,
    branches: !policy ? 'any' : policy.protected_branches ? 'protected' : 'listed',
    waitMinutes: rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
  };
}

/**
 * Does an approval in this environment mean something? Errors stop a rollback before it is planned.
 *
 * @param reviewed false for the environment of the fast lane, which may do without reviewers
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

/** Who said yes to this run. */
export interface Approval {
  readonly login: string;
  readonly comment: string;
}

const reviews = z.array(
  z.looseObject({
    state: z.string(),
    comment: z.string().nullish(),
    environments: z.array(z.looseObject({ name: z.string().optional() })),
    user: z.looseObject({ login: z.string() }).nullish(),
  }),
);

/** Approvals of a run for one environment. GitHub REST API, "Get the review history for a workflow run". */
export async function readApprovals(github: GitHub, runId: number, environment: string): Promise<Approval[]> {
  return (await readReviews(github, runId))
    .filter(({ state, environments }) => state === 'approved' && environments.includes(environment))
    .map(({ login, comment }) => ({ login, comment }));
}

/** Everything that reviewers have said to a run: `approved` or `rejected`. */
export async function readReviews(
  github: GitHub,
  runId: number,
): Promise<(Approval & { readonly state: string; readonly environments: readonly string[] })[]> {
  const { data } = await github.request(
    { what: 'read who approved this run', path: `/actions/runs/${runId}/approvals`, permission: 'actions: read' },
    reviews,
  );
  return data.map(({ state, environments, user, comment }) => ({
    state,
    environments: environments.flatMap(({ name }) => name ?? []),
    login: user?.login ?? 'unknown',
    comment: comment ?? '',
  }));
}
