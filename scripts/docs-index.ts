import { readdirSync, readFileSync } from 'node:fs';

/** Pages by what a reader wants to do, in reading order. A page that no group names stands under "More". */
const GROUPS: readonly (readonly [title: string, pages: readonly string[]])[] = [
  ['Begin', ['demo', 'init', 'start', 'approval', 'github', 'stores', 'acceptance-on-github']],
  ['Before a deploy', ['readiness', 'windows', 'release-capture']],
  ['After a deploy', ['verdict', 'probes', 'probes-of-services']],
  ['In an incident', ['decision-tree', 'decide', 'mitigate', 'database', 'incidents', 'channels']],
  ['Afterwards', ['postmortem', 'claims']],
  ['Rehearse', ['drill', 'training', 'runbook', 'example-runbook']],
  ['Trust', ['limits', 'security', 'threat-model', 'keys', 'releases', 'laws', 'review-2026-11', 'testing-with-act']],
  ['Look up', ['reference', 'errors', 'findings', 'faq']],
];

/** What a page is about: its heading and the first sentence below it. */
export interface Page {
  readonly name: string;
  readonly title: string;
  /** Markup of the page, empty if no paragraph follows the heading; relative links in it count from the folder `docs`. */
  readonly summary: string;
}

/**
 * Reads heading and first sentence of a page of `docs`.
 * @throws Error if the page does not begin with a heading
 */
export function readPage(name: string, text: string): Page {
  const [first = '', ...rest] = text
    .replace(/^```[\s\S]*?^```$/gm, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^<!--.*-->$/.test(line.trim()));
  const title = /^# (.+)$/.exec(first)?.[1];
  if (title === undefined) throw new Error(`docs/${name}.md does not begin with a heading`);
  const [paragraph = ''] = rest;
  if (!/^[\p{L}`*[]/u.test(paragraph)) return { name, title, summary: '' };
  // A full stop inside a code span ends no sentence: `rewind.yml`.
  const sentence = /^(?:`[^`]*`|[^`])*?[.:](?= [\p{Lu}`*[]|$)/u.exec(paragraph)?.[0] ?? paragraph;
  return { name, title, summary: sentence.replace(/:$/, '.') };
}

/** The text of docs/README.md: every page of the folder, so that no page is without a link to it. */
export function docsIndex(folder: string): string {
  const pages = readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .map((file) => readPage(file.slice(0, -3), readFileSync(`${folder}/${file}`, 'utf8')));
  const grouped = new Set(GROUPS.flatMap(([, names]) => names));
  const groups: readonly (readonly [title: string, pages: readonly Page[]])[] = [
    ...GROUPS.map(
      ([title, names]) => [title, names.flatMap((name) => pages.filter((page) => page.name === name))] as const,
    ),
    ['More', pages.filter(({ name }) => !grouped.has(name))],
  ];
  const sections = groups.flatMap(([title, list]) => (list.length === 0 ? [] : [section(title, list)]));
  return ['# Documentation', HEAD, ...sections, TAIL].join('\n\n') + '\n';
}

const section = (title: string, pages: readonly Page[]): string =>
  [
    `## ${title}`,
    '',
    ...pages.map(({ name, title: heading, summary }) => `- [${heading}](${name}.md). ${summary}`.trimEnd()),
  ].join('\n');

const HEAD = 'Start with the [README](../README.md). `rewind COMMAND --help` describes one command.';
const TAIL = `## Folders

- [Providers](providers/README.md). What each provider captures and restores, what it cannot restore, and which permissions it needs.
- [A whole incident](example-incident/README.md). The record of an incident from the rollback to the close.
- [Decisions](adr/). Why Rewind is built as it is.`;
