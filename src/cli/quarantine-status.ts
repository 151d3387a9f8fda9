import { asRewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import { oneLine, visible } from '../runtime/text.js';
import type { GitHub } from '../services/github/client.js';
import { addCommitStatus, commitState } from '../services/github/statuses.js';

/** Context of the status. It is for people and branch rules: the guard reads the record of the incident. */
export const QUARANTINE = 'rewind/quarantine';

/**
 * Shows on GitHub that a commit was rolled back. Writes nothing if GitHub shows that already.
 * @param url of the run, whose summary has the command that lifts it
 * @returns a sentence
 * @throws HttpFailure
 */
export async function showHeld(github: GitHub, commit: string, incident: string, url: string): Promise<string> {
  const said = `The status ${QUARANTINE} of commit ${commit.slice(0, 12)}`;
  if ((await commitState(github, commit, QUARANTINE)) === 'failure') return `${said} is failure already.`;
  await addCommitStatus(github, commit, QUARANTINE, {
    state: 'failure',
    description: `Rolled back in incident ${incident}. To lift it: rewind incident discharge (this run shows the command).`,
    url,
  });
  return `${said} is failure.`;
}

/**
 * Shows on GitHub that a person lifted the quarantine of a commit. Writes nothing if GitHub shows no failing status.
 * @returns a sentence; null if nothing was written
 * @throws HttpFailure
 */
export async function showLifted(
  github: GitHub,
  commit: string,
  { by, reason, url }: { readonly by: string; readonly reason: string; readonly url: string | null },
): Promise<string | null> {
  const shown = await commitState(github, commit, QUARANTINE);
  if (shown === null || shown === 'success') return null;
  const description = visible(oneLine(`Lifted by ${by}: ${reason}`));
  await addCommitStatus(github, commit, QUARANTINE, { state: 'success', description, url });
  return `The status ${QUARANTINE} of commit ${commit.slice(0, 12)} is now success.`;
}

/** The status could not be written. The quarantine itself stands in the record. */
export function statusNotWritten(commit: string, state: 'success' | 'failure', error: unknown): Finding {
  const { message, remedy } = asRewindError(error);
  return {
    level: 'warning',
    code: 'quarantine-status-not-written',
    message: `GitHub does not show the status ${QUARANTINE} (${state}) of commit ${commit.slice(0, 12)}: ${message}`,
    remedy: `${remedy} To write the status by hand: gh api 'repos/{owner}/{repo}/statuses/${commit}' -f state=${state} -f context=${QUARANTINE}`,
  };
}
