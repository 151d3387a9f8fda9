import { RewindError } from '../../runtime/errors.js';
import { HttpFailure, serviceMessage } from '../../runtime/http-failure.js';
import type { GitHub } from './client.js';

/** An issue or a pull request, as somebody names it. */
export interface IssueRef {
  readonly number: number;
  /** `owner/name` of its URL; null if only the number was given. */
  readonly repository: string | null;
}

/** A number, or a URL, also that of a comment. @returns undefined if the text names no issue */
export function parseIssueRef(text: string): IssueRef | undefined {
  const [, repository = null, number] =
    /^(?:#|https:\/\/[^/\s]+\/([^/\s]+\/[^/\s]+)\/(?:issues|pull)\/)?([1-9]\d{0,8})(?:[/?#]\S*)?$/.exec(text) ?? [];
  return number === undefined ? undefined : { number: Number(number), repository };
}

/** @throws RewindError input-invalid for an issue of another repository: its number names another issue here */
export function numberOf({ repository: own }: Pick<GitHub, 'repository'>, { number, repository }: IssueRef): number {
  if (repository === null || repository.toLowerCase() === own.toLowerCase()) return number;
  throw new RewindError(
    'input-invalid',
    `Issue #${number} of ${repository} does not belong to this repository, ${own}.`,
  );
}

/**
 * What to throw in place of an error of a request about an issue that a person named. GitHub answers 404 for an issue that
 * does not exist or that the token may not read, 410 for one that was deleted or a repository without issues, 301 for one
 * that was transferred, and 403 to a comment in one that is locked.
 */
export function namedIssueError(error: unknown, { repository }: Pick<GitHub, 'repository'>, issue: number): unknown {
  if (!(error instanceof HttpFailure)) return error;
  if (error.status === 301) {
    return new RewindError('api-not-found', `Issue #${issue} was moved out of ${repository}.`, {
      remedy: `Name an issue of ${repository} as "incident" (its number or its URL), or leave the input empty.`,
      cause: error,
    });
  }
  if (error.status === 403 && /\bissue is locked\b/i.test(serviceMessage(error.body))) {
    const remedy = `Unlock the conversation of #${issue}, or name another issue as "incident".`;
    return new RewindError('api-rejected', `Issue #${issue} of ${repository} is locked.`, { remedy, cause: error });
  }
  if (error.status !== 404 && error.status !== 410) return error;
  return new RewindError('api-not-found', `${repository} has no issue #${issue} that this token can read.`, {
    remedy: `Name an issue of ${repository} as "incident" (its number or its URL), or leave the input empty. If #${issue} exists, give the job "issues: write".`,
    cause: error,
  });
}
