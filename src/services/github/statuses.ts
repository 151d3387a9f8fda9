import { z } from 'zod';
import type { GitHub } from './client.js';

const status = z.looseObject({ state: z.string(), context: z.string() });
/** GitHub rejects longer descriptions (REST API, "Create a commit status"). */
const DESCRIPTION_LIMIT = 140;
const permission = 'statuses: write';

export interface CommitStatus {
  readonly state: 'success' | 'failure';
  readonly description: string;
  /** Link of the status; null for none. */
  readonly url: string | null;
}

/**
 * The state that GitHub shows for a context of a commit; null if it has no such status. GitHub REST API, "List commit
 * statuses for a reference": newest first.
 * @throws HttpFailure
 */
export async function commitState(github: GitHub, sha: string, context: string): Promise<string | null> {
  const all = await github.all(
    { what: `read the statuses of commit ${sha.slice(0, 12)}`, permission },
    z.array(status),
    (page) => ({ items: page }),
    (rest, target) => rest.repos.listCommitStatusesForRef({ ...target, ref: sha }),
  );
  return all.find((one) => one.context === context)?.state ?? null;
}

/** Adds a status to a commit; it replaces the one that GitHub shows for the context. @throws HttpFailure */
export async function addCommitStatus(
  github: GitHub,
  sha: string,
  context: string,
  { state, description, url }: CommitStatus,
): Promise<void> {
  await github.request(
    // The same status twice says the same.
    { what: `set the status of commit ${sha.slice(0, 12)}`, permission, repeatable: true },
    z.unknown(),
    (rest, target) =>
      rest.repos.createCommitStatus({
        ...target,
        sha,
        context,
        state,
        description: description.slice(0, DESCRIPTION_LIMIT),
        ...(url === null ? {} : { target_url: url }),
      }),
  );
}
