import { z } from 'zod';
import type { GitHub } from './client.js';

const user = z.looseObject({ login: z.string(), type: z.string() }).nullish();
const issue = z.looseObject({
  number: z.number(),
  body: z.string().nullish(),
  user,
  author_association: z.string(),
  pull_request: z.unknown().optional(),
});
const comment = z.looseObject({ id: z.number(), body: z.string().nullish(), user, author_association: z.string() });
type Written = Pick<z.infer<typeof comment>, 'body' | 'user' | 'author_association'>;

const permission = 'issues: write';
const AUTHOR = 'github-actions[bot]';
const MEMBERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** An invisible line by which a text is found again. @param name letters, digits, dashes, slashes */
export const markerOf = (name: string): string => `<!-- rewind:${name} -->`;

/** Everybody who may comment can write a marker. It counts only in a text of the job's own token or of a member. */
const isOurs = ({ body, user: author, author_association: association }: Written, marker: string): boolean =>
  body?.startsWith(marker) === true &&
  ((author?.type === 'Bot' && author.login === AUTHOR) || MEMBERS.includes(association));

/**
 * The issue that begins with a marker; null if there is none. Issues are listed by their label, because the index of the
 * search lags minutes behind.
 * @param since ISO 8601; older issues are not read
 * @throws HttpFailure
 */
export async function findIssue(github: GitHub, label: string, marker: string, since: string): Promise<number | null> {
  const issues = await github.all(
    { what: `list the issues with the label ${label}`, permission },
    z.array(issue),
    (page) => ({ items: page }),
    (rest, target) => rest.issues.listForRepo({ ...target, labels: label, state: 'all', since }),
  );
  return issues.find((one) => one.pull_request === undefined && isOurs(one, marker))?.number ?? null;
}

/** @returns its number. @throws HttpFailure */
export async function createIssue(
  github: GitHub,
  given: { readonly title: string; readonly body: string; readonly label: string },
): Promise<number> {
  const { title, body, label } = given;
  const { number } = await github.request({ what: 'create an issue', permission }, issue, (rest, target) =>
    rest.issues.create({ ...target, title, body, labels: [label] }),
  );
  return number;
}

/** @throws HttpFailure */
export async function closeIssue(github: GitHub, number: number): Promise<void> {
  await github.request({ what: `close issue #${number}`, permission, repeatable: true }, issue, (rest, target) =>
    rest.issues.update({ ...target, issue_number: number, state: 'closed' }),
  );
}

/** True if the issue has a comment that begins with the marker. @throws HttpFailure */
export async function hasComment(github: GitHub, number: number, marker: string): Promise<boolean> {
  const comments = await github.all(
    { what: `read the comments of #${number}`, permission },
    z.array(comment),
    (page) => ({ items: page }),
    (rest, target) => rest.issues.listComments({ ...target, issue_number: number }),
  );
  return comments.some((one) => isOurs(one, marker));
}

/** @throws HttpFailure */
export async function addComment(github: GitHub, number: number, body: string): Promise<void> {
  await github.request({ what: `comment in #${number}`, permission }, comment, (rest, target) =>
    rest.issues.createComment({ ...target, issue_number: number, body }),
  );
}
