import { RewindError } from '../../runtime/errors.js';
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
  throw new RewindError('input-invalid', `Issue #${number} of ${repository} is not of this repository, ${own}.`);
}
