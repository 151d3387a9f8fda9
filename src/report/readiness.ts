import { codeSpan, escapeText, table } from '../runtime/markdown.js';
import { ICON, type ResourceFinding } from './findings.js';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** One text for the summary of the job and for the comment in the pull request. @param of environment and configuration */
export function readinessMarkdown(
  ready: boolean,
  headline: string,
  findings: readonly ResourceFinding[],
  of: readonly string[],
): string {
  const rows = [...findings]
    .sort((a, b) => ORDER[a.level] - ORDER[b.level])
    .map(({ level, resource, file, line, message, remedy, code }) => [
      `${ICON[level]} ${code}`,
      file === undefined ? resource : `${file}${line === undefined ? '' : `:${line}`}`,
      message,
      remedy ?? '',
    ]);
  return [
    `## ${ready ? '✅' : '❌'} Rollback readiness: ${of.map(codeSpan).join(', ')}`,
    `**${escapeText(headline)}**`,
    rows.length === 0 ? 'No findings.' : table(['', 'Where', 'What', 'What to do'], rows),
  ].join('\n\n');
}
