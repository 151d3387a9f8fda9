import { isSame } from '../report/runbook/difference.js';
import { isGenerated } from '../report/runbook/own.js';
import type { Finding } from '../runtime/finding.js';

/**
 * A warning if the committed runbook is not the one of this configuration. Pure.
 * @param file from the root of the repository
 * @param text null: there is none
 * @param wanted true if the configuration names the file
 * @param render the runbook as it would be now, with the team's text of the file
 * @param renew the command that writes it
 */
export function runbookFindings(
  file: string,
  text: string | null,
  wanted: boolean,
  render: () => string,
  renew: string,
): Finding[] {
  if (text === null) {
    return wanted
      ? [
          {
            level: 'warning',
            code: 'runbook-missing',
            message: `The configuration names the runbook ${file}, and there is none.`,
            remedy: `Run "${renew}", read the file, and commit it.`,
          },
        ]
      : [];
  }
  // The team may have written this file before it had Rewind.
  if (!isGenerated(text) && !wanted) return [];
  if (isGenerated(text) && isSame(text, render())) return [];
  return [
    {
      level: 'warning',
      code: 'runbook-stale',
      message: isGenerated(text)
        ? `The runbook ${file} is not the one of this configuration and of these workflows.`
        : `"rewind runbook" did not write ${file}, so nothing shows that it fits this configuration.`,
      remedy: isGenerated(text)
        ? `Run "${renew}", and commit the file.`
        : 'Move its text into the marked places of a file that "rewind runbook" writes.',
      file,
      line: 1,
    },
  ];
}
