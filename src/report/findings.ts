import { table } from '../runtime/markdown.js';
import { indented } from '../runtime/text.js';
import type { Finding } from '../runtime/finding.js';

export type ResourceFinding = Finding & { readonly resource: string };

export const ICON = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

export function findingsText(findings: readonly ResourceFinding[]): string {
  return findings
    .map(({ level, resource, message, remedy, code }) => {
      const next = remedy === undefined ? '' : `\n    What to do: ${indented(remedy)}`;
      return `${level}: [${resource}] ${indented(message)} (${code})${next}`;
    })
    .join('\n');
}

export function findingsMarkdown(findings: readonly ResourceFinding[]): string {
  return table(
    ['', 'Resource', 'Finding', 'What to do'],
    findings.map(({ level, resource, message, remedy }) => [ICON[level], resource, message, remedy ?? '']),
  );
}
