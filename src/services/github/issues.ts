import { z } from 'zod';
import type { GitHub } from './client.js';

const user = z.looseObject({ login: z.string(), type: z.string() }).nullish();
const issue = z.looseObject({
  id: z.number(),
  number: z.number(),
  html_url: z.string(),
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

/** An issue that Rewind wrote. */
export interface Issue {
  /** Of the whole of GitHub; `number` is that of the repository. */
  readonly id: number;
  readonly number: number;
  readonly url: string;
  /** As it is now, with its marker. */
  readonly body: string;
}
const issueOf = ({ id, number, html_url: url, body }: z.infer<typeof issue>): Issue => ({
  ...{ id, number, url },
  body: body ?? '',
});

/**
 * The issues that begin with one of these markers, by marker. Issues are listed by their label, because the index of the
 * search lags minutes behind.
 * @param since ISO 8601; older issues are not read
 * @throws HttpFailure
 */
export async function findIssues(
  github: GitHub,
  label: string,
  markers: readonly string[],
  since: string,
): Promise<ReadonlyMap<string, Issue>> {
  const issues = await github.all(
    { what: `list the issues with the label ${label}`, permission },
    z.array(issue),
    (page) => ({ items: page }),
    (rest, target) => rest.issues.listForRepo({ ...target, labels: label, state: 'all', since }),
  );
  const own = issues.filter((one) => one.pull_request === undefined);
  return new Map(
    markers.flatMap((marker) => {
      const found = own.find((one) => isOurs(one, marker));
      return found === undefined ? [] : [[marker, issueOf(found)] as const];
    }),
  );
}

/** The number of the issue that begins with a marker; null if there is none. @throws HttpFailure */
export async function findIssue(github: GitHub, label: string, marker: string, since: string): Promise<number | null> {
  return (await findIssues(github, label, [marker], since)).get(marker)?.number ?? null;
}

/** @throws HttpFailure */
export async function createIssue(
  github: GitHub,
  given: { readonly title: string; readonly body: string; readonly label: string },
): Promise<Issue> {
  const { title, body, label } = given;
  return issueOf(
    await github.request({ what: 'create an issue', permission }, issue, (rest, target) =>
      rest.issues.create({ ...target, title, body, labels: [label] }),
    ),
  );
}

/** @throws HttpFailure */
export async function editIssue(github: GitHub, number: number, body: string): Promise<void> {
  await github.request({ what: `edit issue #${number}`, permission, repeatable: true }, issue, (rest, target) =>
    rest.issues.update({ ...target, issue_number: number, body }),
  );
}

/** Ids of the sub-issues of an issue. GitHub REST API, "List sub-issues". @throws HttpFailure */
export async function listSubIssues(github: GitHub, number: number): Promise<readonly number[]> {
  return github.all(
    { what: `list the sub-issues of #${number}`, permission },
    z.array(z.looseObject({ id: z.number() })),
    (page) => ({ items: page.map(({ id }) => id) }),
    (rest, target) => rest.issues.listSubIssues({ ...target, issue_number: number }),
  );
}

/** @param id of the issue that becomes a sub-issue, not its number. @throws HttpFailure */
export async function addSubIssue(github: GitHub, number: number, id: number): Promise<void> {
  await github.request({ what: `add a sub-issue to #${number}`, permission }, z.unknown(), (rest, target) =>
    rest.issues.addSubIssue({ ...target, issue_number: number, sub_issue_id: id }),
  );
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
