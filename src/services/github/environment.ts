import { z } from 'zod';
import type { GitHub } from './client.js';

/** The protection of a GitHub environment. GitHub REST API, "Get an environment". */
export interface Environment {
  readonly name: string;
  /** Number of users and teams; one of them must approve. */
  readonly reviewers: number;
  readonly preventSelfReview: boolean;
  readonly adminsBypass: boolean;
  /** Refs that everybody who may push can create, and that may use it: `any branch`, `the tags "v*"`. Empty if none. */
  readonly openTo: readonly string[];
  readonly waitMinutes: number;
}

const environment = z.looseObject({
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

const policies = z.looseObject({
  total_count: z.number(),
  branch_policies: z.array(z.looseObject({ name: z.string().optional(), type: z.string().optional() })),
});

/** @returns null if the environment does not exist (a job that names it would create it without protection) */
export async function readEnvironment(github: GitHub, name: string): Promise<Environment | null> {
  const data = await github.find(
    { what: `read the environment "${name}"`, permission: 'actions: read' },
    environment,
    (rest, target) => rest.repos.getEnvironment({ ...target, environment_name: name }),
  );
  if (data === null) return null;
  const rules = data.protection_rules ?? [];
  const review = rules.find(({ type }) => type === 'required_reviewers');
  return {
    name,
    reviewers: review?.reviewers?.length ?? 0,
    preventSelfReview: review?.prevent_self_review ?? false,
    // Counts an unknown value as allowed, GitHub's default.
    adminsBypass: data.can_admins_bypass ?? true,
    openTo: await openRefs(github, name, data.deployment_branch_policy),
    waitMinutes: rules.find(({ type }) => type === 'wait_timer')?.wait_timer ?? 0,
  };
}

/** A policy is only as narrow as its patterns: `*` is any branch, and anyone with push access can push a tag. */
async function openRefs(
  github: GitHub,
  name: string,
  policy: z.infer<typeof environment>['deployment_branch_policy'],
): Promise<string[]> {
  if (!policy) return ['any branch'];
  if (policy.protected_branches) return [];
  const listed = await github.all(
    { what: `read the branches of the environment "${name}"`, permission: 'actions: read' },
    policies,
    (page) => ({ items: page.branch_policies, total: page.total_count }),
    (rest, target) => rest.repos.listDeploymentBranchPolicies({ ...target, environment_name: name }),
  );
  return listed.flatMap(({ name: pattern = '', type }) => {
    if (type === 'tag') return [`the tags "${pattern}"`];
    return /^[*/]+$/.test(pattern) ? ['any branch'] : [];
  });
}

/** GitHub compares the names of environments without regard to case. */
export const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A person's approval of this run. */
export interface Approval {
  readonly login: string;
  /** Null: GitHub did not tell. */
  readonly userId: number | null;
  readonly comment: string;
}

const reviews = z.array(
  z.looseObject({
    state: z.string(),
    comment: z.string().nullish(),
    environments: z.array(z.looseObject({ name: z.string().optional() })),
    user: z.looseObject({ login: z.string(), id: z.number().optional() }).nullish(),
  }),
);

/** Approvals of a run for one environment. GitHub REST API, "Get the review history for a workflow run". */
export async function readApprovals(github: GitHub, runId: number, environment: string): Promise<Approval[]> {
  return (
    (await readReviews(github, runId))
      .filter(
        ({ state, environments }) => state === 'approved' && environments.some((name) => isSameName(name, environment)),
      )
      // A deleted user is nobody who could be asked.
      .flatMap(({ login, userId, comment }) => (login === null ? [] : [{ login, userId, comment }]))
  );
}

/** All reviews of a run: `approved` or `rejected`. None of a run that GitHub does not know. */
export async function readReviews(
  github: GitHub,
  runId: number,
): Promise<
  {
    readonly login: string | null;
    readonly userId: number | null;
    readonly comment: string;
    readonly state: string;
    readonly environments: readonly string[];
  }[]
> {
  const data = await github.find(
    { what: 'read who approved this run', permission: 'actions: read' },
    reviews,
    (rest, target) => rest.actions.getReviewsForRun({ ...target, run_id: runId }),
  );
  return (data ?? []).map(({ state, environments, user, comment }) => ({
    state,
    environments: environments.flatMap(({ name }) => name ?? []),
    login: user?.login ?? null,
    userId: user?.id ?? null,
    comment: comment ?? '',
  }));
}
