import { z } from 'zod';
import { HttpFailure } from '../../runtime/http-failure.js';
import type { GitHub } from './client.js';

const user = z.looseObject({ login: z.string(), type: z.string() }).nullish();
const issue = z.looseObject({
  id: z.number(),
  number: z.number(),
  html_url: z.string(),
  body: z.string().nullish(),
  user,
  author_association: z.string(),
  state: z.string().optional(),
  pull_request: z.unknown().optional(),
});
const comment = z.looseObject({ id: z.number(), body: z.string().nullish(), user, author_association: z.string() });
type Written = Pick<z.infer<typeof comment>, 'body' | 'user' | 'author_association'>;

const permission = 'issues: write';
const AUTHOR = 'github-actions[bot]';
const MEMBERS = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** An invisible line by which a text is found again. @param name letters, digits, dashes, slashes */
export const markerOf = (name: string): string => `<!-- rewind:${name} -->`;

/**
 * Everybody who may comment can write a marker. It counts only in a text of the job's own token, of a member, or of the
 * token that is used now: an app of your own, or a member whom GitHub shows to nobody else.
 */
async function isOurs(
  github: GitHub,
  { body, user: author, author_association: association }: Written,
  marker: string,
) {
  if (body?.startsWith(marker) !== true) return false;
  if (author?.type === 'Bot' && author.login === AUTHOR) return true;
  return MEMBERS.includes(association) || (author != null && author.login === (await github.login()));
}

async function firstOfOurs<T extends Written>(github: GitHub, all: readonly T[], marker: string): Promise<T | null> {
  for (const one of all) if (await isOurs(github, one, marker)) return one;
  return null;
}

/** An issue that Rewind wrote. */
export interface Issue {
  /** Of the whole of GitHub; `number` is that of the repository. */
  readonly id: number;
  readonly number: number;
  readonly url: string;
  /** As it is now, with its marker. */
  readonly body: string;
  readonly state: 'open' | 'closed';
  /** Who wrote it, as GitHub says. */
  readonly written: Written;
}
const issueOf = (one: z.infer<typeof issue>): Issue => ({
  ...{ id: one.id, number: one.number, url: one.html_url, body: one.body ?? '', written: one },
  state: one.state === 'closed' ? 'closed' : 'open',
});

/** False if a later run would not find this issue again. */
export const isFoundAgain = (github: GitHub, { written }: Issue, marker: string): Promise<boolean> =>
  isOurs(github, written, marker);

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
  const found = new Map<string, Issue>();
  for (const marker of markers) {
    const one = await firstOfOurs(github, own, marker);
    if (one !== null) found.set(marker, issueOf(one));
  }
  return found;
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

/** @param state opens or closes it in the same request; absent: it stays as it is @throws HttpFailure */
export async function editIssue(github: GitHub, number: number, body: string, state?: Issue['state']): Promise<void> {
  await github.request({ what: `edit issue #${number}`, permission, repeatable: true }, issue, (rest, target) =>
    rest.issues.update({ ...target, issue_number: number, body, ...(state === undefined ? {} : { state }) }),
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

/**
 * Makes an issue a sub-issue.
 * @param id of the issue that becomes a sub-issue, not its number
 * @returns false if it has another parent: somebody moved it
 * @throws HttpFailure
 */
export async function addSubIssue(github: GitHub, number: number, id: number): Promise<boolean> {
  try {
    await github.request({ what: `add a sub-issue to #${number}`, permission }, z.unknown(), (rest, target) =>
      rest.issues.addSubIssue({ ...target, issue_number: number, sub_issue_id: id }),
    );
    return true;
  } catch (error) {
    const moved = error instanceof HttpFailure && error.status === 422 && /one parent/.test(JSON.stringify(error.body));
    if (!moved) throw error;
    return false;
  }
}

/** The parent of a sub-issue, if it is ours and begins with the marker; else null. @throws HttpFailure */
export async function findParent(github: GitHub, number: number, marker: string): Promise<Issue | null> {
  const call = { what: `read the parent of issue #${number}`, permission };
  const parent = await github.find(call, issue, (rest, target) =>
    rest.issues.getParent({ ...target, issue_number: number }),
  );
  return parent !== null && (await isOurs(github, parent, marker)) ? issueOf(parent) : null;
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
  return (await firstOfOurs(github, comments, marker)) !== null;
}

/** @throws HttpFailure */
export async function addComment(github: GitHub, number: number, body: string): Promise<void> {
  await github.request({ what: `comment in #${number}`, permission }, comment, (rest, target) =>
    rest.issues.createComment({ ...target, issue_number: number, body }),
  );
}
