import { z } from 'zod';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import type { GitHub } from './client.js';

const comments = z.array(
  z.looseObject({
    body: z.string().nullish(),
    created_at: z.string(),
    updated_at: z.string(),
    user: z.looseObject({ login: z.string(), id: z.number().optional(), type: z.string() }).nullish(),
  }),
);
const access = z.looseObject({ permission: z.string() });

/** A comment of a person in an issue. */
export interface PersonComment {
  readonly login: string;
  /** Null: GitHub did not tell. */
  readonly userId: number | null;
  readonly body: string;
  /** Somebody changed it: everybody with write access may change the comment of another person. */
  readonly edited: boolean;
}

/**
 * The comments of an issue that persons wrote, not apps. GitHub REST API, "List issue comments".
 * @throws RewindError input-invalid if the issue does not exist; HttpFailure
 */
export async function personsComments(github: GitHub, issue: number): Promise<PersonComment[]> {
  const reading = github.all(
    { what: `read the comments of #${issue}`, permission: 'issues: read' },
    comments,
    (page) => ({ items: page }),
    (rest, target) => rest.issues.listComments({ ...target, issue_number: issue }),
  );
  const all = await reading.catch((error: unknown) => {
    if (!(error instanceof HttpFailure) || ![404, 410].includes(error.status ?? 0)) throw error;
    throw new RewindError('input-invalid', `Issue #${issue} of ${github.repository} does not exist.`);
  });
  return all.flatMap(({ body, created_at: created, updated_at: updated, user }) =>
    user?.type === 'User'
      ? [{ login: user.login, userId: user.id ?? null, body: body ?? '', edited: updated !== created }]
      : [],
  );
}

/** True if this person may push to the repository. GitHub REST API, "Get repository permissions for a user". @throws HttpFailure */
export async function mayWrite(github: GitHub, login: string): Promise<boolean> {
  const found = await github.find(
    { what: `read the access of ${login}`, permission: 'metadata: read' },
    access,
    (rest, target) => rest.repos.getCollaboratorPermissionLevel({ ...target, username: login }),
  );
  return found !== null && ['admin', 'write'].includes(found.permission);
}
