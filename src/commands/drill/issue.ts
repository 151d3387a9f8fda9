import { completeMarkdown } from '../../cli/command-line.js';
import type { Session } from '../../cli/session.js';
import { drillMarkdown, drillTitle, type DrillFacts } from '../../report/drill.js';
import { messageOf } from '../../runtime/errors.js';
import { cutMarkdown } from '../../runtime/markdown-cut.js';
import { cutText } from '../../runtime/text.js';
import { createGitHub, type GitHub } from '../../services/github/client.js';
import { createIssue, editIssue, findIssues, markerOf } from '../../services/github/issues.js';

const LABEL = 'rewind-drill';
/** GitHub rejects longer titles and bodies. */
const LIMITS = { title: 256, body: 65_000 };
/** All issues with the label: there is one for each environment. */
const SINCE = '1970-01-01T00:00:00Z';

/**
 * Opens the issue of the environment if the drill did not pass, or brings it up to date; closes it after a drill that passed.
 * Safe against a kill at any request: the next drill finds the issue. A failure never changes the result of the drill.
 * @returns what was done, whole sentences
 */
export async function tellIssue(
  session: Pick<Session, 'run' | 'context' | 'inputs'>,
  facts: DrillFacts,
): Promise<readonly string[]> {
  if (session.run === null) return [];
  try {
    return await writeIssue(
      createGitHub(session.context),
      (text) => session.context.masker.redact(completeMarkdown(session, text)),
      facts,
    );
  } catch (error) {
    const note = `The issue about the drill was not written: ${messageOf(error)}. Grant the job "issues: write".`;
    session.context.log.warn(note);
    return [note];
  }
}

/** The same with a client. @throws HttpFailure */
export async function writeIssue(
  github: GitHub,
  redact: (text: string) => string,
  facts: DrillFacts,
): Promise<string[]> {
  const { record } = facts;
  const marker = markerOf(`drill/${record.environment}`);
  const found = (await findIssues(github, LABEL, [marker], SINCE)).get(marker);
  const body = `${marker}\n${cutMarkdown(redact(drillMarkdown(facts)), { most: LIMITS.body, rest: 'The job summary has all of it.' })}`;
  if (record.verdict === 'passed') {
    if (found === undefined || found.state === 'closed') return [];
    await editIssue(github, found.number, body, 'closed');
    return [`Issue #${found.number} was closed: the drill passed.`];
  }
  if (found !== undefined) {
    await editIssue(github, found.number, body, 'open');
    return [`Issue #${found.number} reports this drill: ${found.url}`];
  }
  const title = cutText(redact(drillTitle(facts)), LIMITS.title);
  const { number, url } = await createIssue(github, { title, body, label: LABEL });
  return [`Issue #${number} reports this drill: ${url}`];
}
