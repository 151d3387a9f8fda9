import { asRewindError, RewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import { codeSpan } from '../runtime/markdown.js';
import type { GitHub } from '../services/github/client.js';
import { commentsNamed, upsertComment } from '../services/github/comments.js';
import { compareCommits } from '../services/github/compare.js';
import { pullsBetween, readMergeCommit } from '../services/github/pulls.js';

/** One incident, as the comments of its pull requests name it. */
export interface Told {
  readonly environment: string;
  readonly incident: string;
  /** Commit that production serves now. */
  readonly commit: string;
  /** Page of the run. */
  readonly url: string;
}

const permission = 'pull-requests: write';
const nameOf = ({ incident }: Told): string => `pull-${incident}`;
/** The id of an incident begins with its time: no comment about it is older. */
const openedAt = ({ incident }: Told): string =>
  incident.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z');
const OUT = '**Rolled back.**';

const bodyOf = (state: string, what: string, { environment, incident, url }: Told): string =>
  `${state} ${what.replace('PRODUCTION', codeSpan(environment))} [The run](${url}), incident ${codeSpan(incident)}.`;

/**
 * Comments in each pull request whose commits a rollback took out of production: one comment for each incident, whose text is
 * written again by each call.
 * @param heads commits that were rolled back
 * @returns a sentence
 * @throws HttpFailure; RewindError, after all were tried, for those that refused it
 */
export async function tellRolledBack(github: GitHub, told: Told, heads: readonly string[]): Promise<string> {
  const found = await Promise.all(heads.map((head) => pullsBetween(github, told.commit, head)));
  const numbers = [...new Set(found.flatMap(({ pulls }) => pulls).map(({ number }) => number))].sort((a, b) => a - b);
  const text = bodyOf(OUT, 'PRODUCTION does not serve the commits of this pull request any more.', told);
  await inEach(numbers, (number) => upsertComment(github, number, nameOf(told), text, permission));
  const unread = new Set(found.map((one) => one.unread).filter((why) => why !== ''));
  return [said('Commented in the pull requests that were rolled back', numbers), ...unread].join(' ');
}

/**
 * Edits the comments of an incident in the pull requests whose commits production serves again.
 * @returns a sentence
 * @throws HttpFailure; RewindError, after all were tried, for those that refused it
 */
export async function tellRecovered(github: GitHub, told: Told): Promise<string> {
  const named = await commentsNamed(github, nameOf(told), openedAt(told), permission);
  const out = named.filter(({ body }) => body.includes(OUT)).map(({ issue }) => issue);
  const numbers: number[] = [];
  await inEach(out, async (number) => {
    const merged = await readMergeCommit(github, number);
    // No commit of it that production does not have. If GitHub does not know one of them, the comment stays.
    if ((await compareCommits(github, told.commit, merged))?.total !== 0) return;
    const text = bodyOf('**Live again.**', 'PRODUCTION serves the commits of this pull request again.', told);
    await upsertComment(github, number, nameOf(told), text, permission);
    numbers.push(number);
  });
  return said('Pull requests that are live again', numbers);
}

/** @throws RewindError that names each pull request for which `write` failed, with the code of the first one */
async function inEach(numbers: readonly number[], write: (number: number) => Promise<unknown>): Promise<void> {
  const failed: { readonly number: number; readonly error: RewindError }[] = [];
  for (const number of numbers) {
    await write(number).catch((error: unknown) => failed.push({ number, error: asRewindError(error) }));
  }
  const [first] = failed;
  if (first === undefined) return;
  const { code, remedy } = first.error;
  const all = failed.map(({ number, error }) => `#${number}: ${error.message}`).join(' ');
  throw new RewindError(code, all, { remedy, cause: first.error });
}

const said = (what: string, numbers: readonly number[]): string =>
  `${what}: ${numbers.length === 0 ? 'none' : numbers.map((number) => `#${number}`).join(', ')}.`;

/** The comments could not be written; nothing else depends on them. */
export function commentsNotWritten(error: unknown): Finding {
  const { message, remedy } = asRewindError(error);
  const text = `Not every pull request has its comment about the rollback: ${message}`;
  return { level: 'warning', code: 'pull-comment-not-written', message: text, remedy };
}
