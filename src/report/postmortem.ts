import type { Entry } from '../incident/entry.js';
import { statusOf } from '../incident/status.js';
import { codeSpan, escapeText, tableOfMarkup } from '../runtime/markdown.js';
import { cutMarkdown } from '../runtime/markdown-cut.js';
import { oneLine } from '../runtime/text.js';
import { sentenceOf } from './incident.js';
import { factsOf, type Fact } from './postmortem-facts.js';

/** The parts of a post-mortem that become issues of their own. */
export const PARTS = ['root-cause', 'test-cases', 'documentation'] as const;
export type Part = (typeof PARTS)[number];

/** Questions that a record cannot answer. They ask how, not why, and for nobody's name. */
const ASK = {
  impact: 'How many users were affected, how did they notice it, and what did it cost? The record does not say.',
  trigger: 'How did this change reach production, and how did it pass the checks before?',
  causes: 'How did each condition contribute? Describe systems and decisions, not persons.',
  well: 'What else went well?',
  badly: 'What else went badly, and how did it look to those who were there?',
  lucky: 'What else could have been worse?',
  tests: 'How would a test have seen this before the deploy?',
  documentation: 'How did the runbook help, and what was missing in it?',
} as const;
const ask = (question: keyof typeof ASK): string => `_${ASK[question]}_`;

/** Number of an entry as it stands behind each figure and each time. As code, GitHub makes no link to an issue of it. */
const refs = (from: readonly Entry[]): string =>
  [...new Set(from.map(({ seq }) => seq))].map((seq) => codeSpan(`[#${seq}]`)).join(' ');

const line = ({ text, from }: Fact): string => `- ${escapeText(oneLine(text))} ${refs(from)}`;

function section(title: string, facts: readonly Fact[], question?: keyof typeof ASK): string {
  const lines = facts.map(line);
  const shown = lines.length === 0 && question === undefined ? ['The record says nothing about it.'] : lines;
  return [`### ${title}`, ...(shown.length === 0 ? [] : [shown.join('\n')]), ...(question ? [ask(question)] : [])].join(
    '\n\n',
  );
}

export interface PostmortemOptions {
  /** Longest text, in characters; older lines of the timeline are left out first, and their number is stated. */
  readonly most?: number;
}

/**
 * The post-mortem of an incident in Markdown, from its record alone.
 * @param entries of a sound record, at least one
 */
export function postmortemMarkdown(entries: readonly Entry[], { most = Infinity }: PostmortemOptions = {}): string {
  for (let shown = entries.length; ; shown = Math.floor(shown / 2)) {
    const text = withTimeline(entries, shown);
    if (text.length <= most) return text;
    if (shown === 0) return cutMarkdown(text, { most, rest: 'The option `--file` writes the whole text.' });
  }
}

function withTimeline(entries: readonly Entry[], shown: number): string {
  const { id, environment, title } = statusOf(entries);
  const facts = factsOf(entries);
  return `${[
    `## Post-mortem: ${escapeText(oneLine(title))}`,
    `Incident ${codeSpan(id)} of ${codeSpan(environment)}. Each ${codeSpan('[#n]')} is the number of an entry of its record. The lines in italics are questions: answer them in place.`,
    section('Summary', facts.summary),
    section('Impact', facts.impact, 'impact'),
    section('Detection', facts.detection),
    section('Trigger', facts.trigger, 'trigger'),
    section('Contributing causes', facts.causes, 'causes'),
    section('Resolution', facts.resolution),
    timeline(entries, shown),
    section('What went well', facts.well, 'well'),
    section('What went badly', facts.badly, 'badly'),
    section('Where we were lucky', facts.lucky, 'lucky'),
    '### Action items',
    tableOfMarkup(
      ['Kind', 'Action', 'Owner', 'Due', 'From'],
      facts.actions.map(({ kind, text, from }) => [kind, escapeText(oneLine(text)), '', '', refs(from)]),
    ),
    section('Evidence', facts.evidence),
  ].join('\n\n')}\n`;
}

function timeline(entries: readonly Entry[], shown: number): string {
  const newest = shown === 0 ? [] : entries.slice(-shown);
  const [first] = newest;
  const cut =
    newest.length === entries.length
      ? []
      : [
          first === undefined
            ? `The timeline is left out: it is too long for GitHub. The option ${codeSpan('--file')} writes it.`
            : `The entries before ${refs([first])} are left out: they are too long for GitHub. The option ${codeSpan('--file')} writes them.`,
        ];
  const rows = newest.map((entry) => [
    entry.at,
    escapeText(oneLine(sentenceOf(entry))),
    `${escapeText(oneLine(entry.by))}${entry.run === null ? '' : `, ${escapeText(oneLine(entry.run))}`} ${refs([entry])}`,
  ]);
  return [
    '### Timeline (UTC)',
    ...cut,
    ...(rows.length === 0 ? [] : [tableOfMarkup(['Time', 'What', 'Source'], rows)]),
  ].join('\n\n');
}

/** Title of the issue. */
export const postmortemTitle = (entries: readonly Entry[]): string =>
  `Post-mortem: ${oneLine(statusOf(entries).title)}`;

/** One part as an issue of its own. */
export function partOf(entries: readonly Entry[], part: Part): { readonly title: string; readonly body: string } {
  const { id, title } = statusOf(entries);
  const facts = factsOf(entries);
  const detect = facts.actions.filter(({ kind }) => kind === 'detect');
  const process = facts.actions.filter(({ kind }) => kind === 'process');
  const of = `Of the post-mortem of incident ${codeSpan(id)}. Each ${codeSpan('[#n]')} is the number of an entry of its record.`;
  const named = (what: string, sections: readonly string[]) => ({
    title: `${what}: ${oneLine(title)}`,
    body: `${[of, ...sections].join('\n\n')}\n`,
  });
  switch (part) {
    case 'root-cause':
      return named('Root cause', [
        section('Trigger', facts.trigger, 'trigger'),
        section('Contributing causes', facts.causes, 'causes'),
      ]);
    case 'test-cases':
      return named('Test cases to add', [section('What was not tested', detect, 'tests')]);
    case 'documentation':
      return named('Documentation', [section('What to document', process, 'documentation')]);
  }
}
