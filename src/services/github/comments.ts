import { z } from 'zod';
import { cutMarkdown } from '../../runtime/markdown-cut.js';
import type { GitHub } from './client.js';

const comment = z.looseObject({
  id: z.number(),
  body: z.string().nullish(),
  html_url: z.string(),
  issue_url: z.string(),
  user: z.looseObject({ login: z.string(), type: z.string() }).nullish(),
});
/** Whose name is on what a job's own token writes. A login with brackets belongs to an app; no person can take it. */
const AUTHOR = 'github-actions[bot]';
const markerOf = (name: string): string => `<!-- rewind:${name} -->`;

/** The job's own token wrote it, or the token that is used now: an app of your own, or a person. */
async function isOurs(github: GitHub, { body, user }: z.infer<typeof comment>, marker: string): Promise<boolean> {
  if (body?.startsWith(marker) !== true || user == null) return false;
  return (user.type === 'Bot' && user.login === AUTHOR) || user.login === (await github.login());
}

async function oursAmong(github: GitHub, all: readonly z.infer<typeof comment>[], marker: string) {
  const found = await Promise.all(all.map(async (one) => ((await isOurs(github, one, marker)) ? [one] : [])));
  return found.flat();
}

/** GitHub rejects longer bodies. */
const LIMIT = 65_000;

/**
 * Creates or updates one comment in an issue or a pull request, identified by an invisible marker and by its author.
 * Each person who may comment can write the marker too. Such a comment is not updated, because its author could edit it later. If
 * GitHub does not tell whose token this is, only comments of the job's own token are found again.
 *
 * @param name of the comment: letters, digits, dashes
 * @returns its URL
 */
export async function upsertComment(
  github: GitHub,
  issue: number,
  name: string,
  body: string,
  permission: string,
): Promise<string> {
  const marker = markerOf(name);
  const text = `${marker}\n${cutMarkdown(body, { most: LIMIT, rest: 'The summary of the run holds them.' })}`;
  const comments = await github.all(
    { what: `read the comments of #${issue}`, permission },
    z.array(comment),
    (page) => ({ items: page }),
    (rest, target) => rest.issues.listComments({ ...target, issue_number: issue }),
  );
  const [existing] = await oursAmong(github, comments, marker);
  const saved =
    existing === undefined
      ? await github.request({ what: `comment in #${issue}`, permission }, comment, (rest, target) =>
          rest.issues.createComment({ ...target, issue_number: issue, body: text }),
        )
      : await github.request(
          { what: `update the comment in #${issue}`, permission, repeatable: true },
          comment,
          (rest, target) => rest.issues.updateComment({ ...target, comment_id: existing.id, body: text }),
        );
  return saved.html_url;
}

/** A comment of the job's own token, or of the token that is used. */
export interface NamedComment {
  /** Number of its issue or pull request. */
  readonly issue: number;
  readonly body: string;
}

/**
 * The comments of the repository with a name, that `upsertComment` wrote since a moment.
 * @param since ISO 8601
 * @throws HttpFailure
 */
export async function commentsNamed(
  github: GitHub,
  name: string,
  since: string,
  permission: string,
): Promise<NamedComment[]> {
  const comments = await github.all(
    { what: 'read the comments of the repository', permission },
    z.array(comment),
    (page) => ({ items: page }),
    (rest, target) => rest.issues.listCommentsForRepo({ ...target, since }),
  );
  return (await oursAmong(github, comments, markerOf(name))).flatMap((one) => {
    const number = /\/issues\/(\d+)$/.exec(one.issue_url)?.[1];
    return number === undefined ? [] : [{ issue: Number(number), body: one.body ?? '' }];
  });
}
