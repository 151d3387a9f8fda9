import type { Context } from '../runtime/context.js';
import { asRewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import { oneLine, visible } from '../runtime/text.js';
import { shellWord } from '../runtime/shell-word.js';
import type { Quarantined } from '../incident/quarantine.js';
import { commandLine } from './command-line.js';
import type { Session } from './session.js';
import { createGitHub, type GitHub } from '../services/github/client.js';
import { addCommitStatus, commitState } from '../services/github/statuses.js';

/**
 * Context of the status. It carries the environment: a commit may be held back in one and run in another. The guard reads the
 * record of the incident too, so a status that somebody changes frees no commit that the record holds back.
 */
const contextOf = (environment: string): string => `rewind/quarantine (${environment})`;

/** A commit, and the environment in which it is held back or free again. */
interface Place {
  readonly commit: string;
  readonly environment: string;
}

/** How a person lifts a quarantine, as the end of a sentence. */
export const liftOf = (session: Pick<Session, 'inputs'>, { incident, commit }: Quarantined): string => {
  const obligation = ['--obligation', `quarantined-commit:${commit}`];
  return `To lift it: ${commandLine(session, ['incident', 'discharge', incident, ...obligation, '--reason', 'why it is safe'])}`;
};

/**
 * What GitHub shows of the quarantine of a commit.
 * @returns held: the status is failing. why: how to lift that; or why it could not be read; empty if it is not failing
 */
export async function heldOnGitHub(
  ctx: Context,
  place: Place,
): Promise<{ readonly held: boolean; readonly why: string }> {
  const { commit, environment } = place;
  const context = contextOf(environment);
  try {
    const state = await commitState(createGitHub(ctx), commit, context);
    if (state !== 'failure' && state !== 'error') return { held: false, why: '' };
    return {
      held: true,
      why: `GitHub shows the failing status "${context}" of commit ${commit.slice(0, 12)}, but no incident holds it back. Either its record was removed, or the commit was lifted and the status was not written. Bring the record back from a backup of the store. If the commit is safe: ${byHand(place, 'success')} -f description="why it is safe"`,
    };
  } catch (error) {
    const { message } = asRewindError(error);
    return { held: false, why: `The status "${context}" was not read, so only the record decides: ${message}` };
  }
}

const byHand = ({ commit, environment }: Place, state: 'success' | 'failure'): string =>
  `gh api 'repos/{owner}/{repo}/statuses/${commit}' -f state=${state} -f context=${shellWord(contextOf(environment))}`;

/**
 * Shows on GitHub that a commit was rolled back. Writes nothing if GitHub shows that already.
 * @param url of the run, whose summary has the command that lifts it
 * @returns a sentence
 * @throws HttpFailure
 */
export async function showHeld(
  github: GitHub,
  { commit, environment }: Place,
  incident: string,
  url: string,
): Promise<string> {
  const context = contextOf(environment);
  const said = `The status ${context} of commit ${commit.slice(0, 12)}`;
  if ((await commitState(github, commit, context)) === 'failure') return `${said} is failure already.`;
  await addCommitStatus(github, commit, context, {
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
  { commit, environment }: Place,
  { by, reason, url }: { readonly by: string; readonly reason: string; readonly url: string | null },
): Promise<string | null> {
  const context = contextOf(environment);
  const shown = await commitState(github, commit, context);
  if (shown === null || shown === 'success') return null;
  const description = visible(oneLine(`Lifted by ${by}: ${reason}`));
  await addCommitStatus(github, commit, context, { state: 'success', description, url });
  return `The status ${context} of commit ${commit.slice(0, 12)} is now success.`;
}

/** The status could not be written. The quarantine itself stands in the record. */
export function statusNotWritten(place: Place, state: 'success' | 'failure', error: unknown): Finding {
  const { message, remedy } = asRewindError(error);
  return {
    level: 'warning',
    code: 'quarantine-status-not-written',
    message: `GitHub does not show the status ${contextOf(place.environment)} with ${state} of commit ${place.commit.slice(0, 12)}: ${message}`,
    remedy: `${remedy} To write the status by hand: ${byHand(place, state)}`,
  };
}
