import { z } from 'zod';
import { HttpFailure } from '../../runtime/http-failure.js';
import type { GitHub } from './client.js';

const rules = z.array(z.looseObject({ type: z.string() }));
const refs = z.array(z.looseObject({ ref: z.string() }));

/**
 * True if active rulesets restrict both who creates a branch of this name and what reaches it. GitHub REST API, "Get rules
 * for a branch": it also answers for a branch that does not exist. Classic branch protection does not count, because it
 * lets everybody with write access create a branch that fits its pattern.
 */
export async function isRestricted(github: GitHub, branch: string): Promise<boolean> {
  try {
    const found = await github.request(
      { what: `read the rules of the branch "${branch}"`, permission: 'metadata: read' },
      rules,
      (rest, target) => rest.repos.getBranchRules({ ...target, branch, per_page: 100 }),
    );
    const types = found.map(({ type }) => type);
    return types.includes('creation') && (types.includes('pull_request') || types.includes('update'));
  } catch (error) {
    // A private repository of a free plan has no rulesets.
    if (error instanceof HttpFailure && (error.status === 403 || error.status === 404)) return false;
    throw error;
  }
}

/** Names of the branches that begin with `prefix`. GitHub REST API, "List matching references". */
export async function branchesFrom(github: GitHub, prefix: string): Promise<string[]> {
  const found = await github.request(
    { what: `list the branches "${prefix}*"`, permission: 'contents: read' },
    refs,
    (rest, target) => rest.git.listMatchingRefs({ ...target, ref: `heads/${prefix}` }),
  );
  return found.map(({ ref }) => ref.replace(/^refs\/heads\//, ''));
}
