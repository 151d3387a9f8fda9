import { table } from '../runtime/markdown.js';
import { indented, oneLine } from '../runtime/text.js';
import type { Finding } from '../runtime/finding.js';

export type ResourceFinding = Finding & { readonly resource: string };

export const ICON = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

export function findingsText(findings: readonly ResourceFinding[]): string {
  return findings
    .map(({ level, resource, message, remedy, code, ...place }) => {
      const next = remedy === undefined ? '' : `\n    What to do: ${indented(remedy)}`;
      return `${level}: [${resource}] ${placeOf(place, message)}${indented(message)} (${code})${next}`;
    })
    .join('\n');
}

/** Nothing if the message names the file itself. */
function placeOf({ file, line }: Pick<Finding, 'file' | 'line'>, message: string): string {
  if (file === undefined || message.includes(file)) return '';
  return `${oneLine(file)}${line === undefined ? '' : `:${line}`}: `;
}

export function findingsMarkdown(findings: readonly ResourceFinding[]): string {
  return table(
    ['', 'Resource', 'Finding', 'What to do'],
    findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']),
  );
}
