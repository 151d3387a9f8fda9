import type { Context } from '../runtime/context.js';
import { asRewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import { oneLine, visible } from '../runtime/text.js';
import { shellWord } from '../runtime/shell-word.js';
import { quarantinedIn, type Quarantined } from '../incident/quarantine.js';
import { commandLine } from './command-line.js';
import type { Project, Session } from './session.js';
import { createGitHub, type GitHub } from '../services/github/client.js';
import { addCommitStatus, commitState } from '../services/github/statuses.js';

/**
 * Context of the status. It carries the environment: a commit may be held back in one and run in another. The record of
 * the incident is read too, so a status that somebody changes frees no commit that the record holds back.
 */
const contextOf = (environment: string): string => `rewind/quarantine (${environment})`;

/** A commit, and the environment in which it is held back or free again. */
interface Place {
  readonly commit: string;
  readonly environment: string;
}

/** How a person lifts a quarantine, as the end of a sentence. */
const liftOf = (session: Pick<Session, 'inputs'>, { incident, commit }: Quarantined): string => {
  const obligation = ['--obligation', `quarantined-commit:${commit}`];
  return `To lift it: ${commandLine(session, ['incident', 'discharge', incident, ...obligation, '--reason', 'why it is safe'])}`;
};

/** Whether a commit may be deployed. */
export interface Held {
  readonly held: boolean;
  /** A sentence; empty if nothing is to be said. Of a commit that is not held: why its status could not be read. */
  readonly why: string;
  /** How a person lifts it; empty if it is not held. */
  readonly lift: string;
}

/**
 * A commit that was rolled back is not deployed again until a person lifts it. The record of the incidents says so. Without a
 * record, the failing status of the commit says so: a record that was removed frees no commit.
 * @param commit whole, or its first digits
 * @throws RewindError incident-corrupt, store-unreadable
 */
export async function heldBack(
  session: Pick<Session, 'inputs' | 'context'>,
  { store, config: { environment } }: Pick<Project, 'store' | 'config'>,
  commit: string,
): Promise<Held> {
  const found = (await quarantinedIn(store, environment)).find((one) => one.commit.startsWith(commit));
  if (found === undefined) return heldOnGitHub(session.context, { commit, environment });
  const why = `${commit.slice(0, 12)} was rolled back in incident ${found.incident}.`;
  return { held: true, why, lift: liftOf(session, found) };
}

/** What GitHub shows of the quarantine of a commit. One that cannot be read holds nothing back. */
async function heldOnGitHub(ctx: Context, place: Place): Promise<Held> {
  const { commit, environment } = place;
  const context = contextOf(environment);
  try {
    const state = await commitState(createGitHub(ctx), commit, context);
    if (state !== 'failure' && state !== 'error') return { held: false, why: '', lift: '' };
    return {
      held: true,
      why: `GitHub shows the failing status "${context}" of commit ${commit.slice(0, 12)}, but no incident holds it back.`,
      lift: `Either its record was removed, or the commit was lifted and the status was not written. Bring the record back from a backup of the store. If the commit is safe: ${byHand(place, 'success')} -f description="why it is safe"`,
    };
  } catch (error) {
    const { message } = asRewindError(error);
    const why = `The status "${context}" was not read, so only the record decides: ${message}`;
    return { held: false, why, lift: '' };
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
