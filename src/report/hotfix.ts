import type { IncidentStatus } from '../incident/status.js';
import { codeBlock, codeSpan, escapeText } from '../runtime/markdown.js';
import { cutText, oneLine } from '../runtime/text.js';

/** A branch for a fix, from the code of a snapshot. */
export interface Hotfix {
  readonly snapshot: string;
  /** Full SHA of the code that the snapshot shows. */
  readonly commit: string;
  readonly branch: string;
  /** The default branch. */
  readonly base: string;
  readonly incident: IncidentStatus | null;
}

/** GitHub rejects longer titles. */
const MOST = 256;

export const hotfixTitle = ({ incident, commit }: Hotfix): string =>
  cutText(`Hotfix: ${incident === null ? `from ${commit.slice(0, 12)}` : oneLine(incident.title)}`, MOST);

/** What the draft pull request says. */
export function hotfixMarkdown({ snapshot, commit, branch, base, incident }: Hotfix): string {
  return `${[
    `This branch begins at ${codeSpan(commit)}: the code of snapshot ${codeSpan(snapshot)}. The first commit on it changes nothing.`,
    ...(incident === null ? [] : [`Incident ${codeSpan(incident.id)}: ${escapeText(oneLine(incident.title))}`]),
    codeBlock('sh', `git fetch origin ${branch}\ngit switch ${branch}`),
    [
      '- Write the fix, and a test that failed before it.',
      `- Check that the branch works with the present schema of the database: what ${codeSpan(base)} migrated stays.`,
      '- Deploy this branch, or merge it.',
    ].join('\n'),
    `⚠️ ${codeSpan(base)} still has every commit after ${codeSpan(commit.slice(0, 12))}. A merge adds the fix to them and takes none of them out: revert on ${codeSpan(base)} what must not be deployed again.`,
  ].join('\n\n')}\n`;
}
