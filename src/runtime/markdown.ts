import { textOf, visible } from './text.js';

/** A Markdown table; cells may hold any text, and it stays text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return tableOfMarkup(
    head.map(escapeText),
    rows.map((cells) => cells.map(escapeText)),
  );
}

/** A Markdown table whose cells are Markdown of our own. */
export function tableOfMarkup(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Text from outside inside a line. */
export const lineOf = (text: string): string => escapeText(textOf([text]));

/** A table cell: no line breaks, no pipes. */
function cell(text: string): string {
  return joined(text, ' ⏎ ').replaceAll('|', '\\|') || ' ';
}

/** The lines of a text in one. */
function joined(text: string, between: string): string {
  const lines = text.split(/[\n\u2028\u2029]/);
  if (lines.length === 1) return text;
  const trimmed = lines.map((line) => line.trim());
  return trimmed.filter((line) => line !== '').join(between);
}

/** A part that opens with a click. @param summary words of our own; Markdown in them stays as it is. @param body Markdown of our own */
export const details = (summary: string, body: string): string =>
  `<details><summary>${escapeHtml(summary)}</summary>\n\n${body}\n\n</details>`;

/** A table whose first rows are seen and whose others are folded: nothing is left out. */
export function foldedTable(head: readonly string[], rows: readonly (readonly string[])[], seen: number): string {
  const rest = rows.slice(seen);
  const first = table(head, rows.slice(0, seen));
  return rest.length === 0
    ? first
    : `${first}\n\n${details(`${rest.length} more, of ${rows.length}`, table(head, rest))}`;
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Breaks a pattern that GitHub looks for in the finished text, where a backslash is gone already. */
const BREAK = '\u200b';

/**
 * Makes text from outside inert in Markdown: no HTML, emphasis, code, link, image, heading or list; nobody is mentioned,
 * no issue is referred to. Bare addresses stay links.
 */
export function escapeText(text: string): string {
  // Other ampersands stay: in a bare address GitHub reads no entity.
  return visible(text)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*[\]!~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^([^\S\n]*)([#+=-])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
    .replace(/@(?=[\p{L}\p{N}])/gu, `@${BREAK}`)
    .replace(/(#|GH-)(?=\d)/gi, `$1${BREAK}`);
}

/**
 * What a person wrote, after words of ours: in their line, or as a quotation if it has several lines. No line of it looks like
 * one of ours then, and nothing of it is lost.
 * @param indent of the list item that it belongs to
 */
export function remark(text: string, indent = ''): string {
  const lines = text.trim().split(/\r\n|[\n\r\u2028\u2029]/);
  if (lines.length === 1) return ` ${escapeText(text)}`;
  const quoted = lines.map((line) => `${indent}> ${escapeText(line).replaceAll('|', '\\|')}`.trimEnd());
  return `\n\n${quoted.join('\n')}`;
}

/** A block of text from outside. The fence is longer than any in the text. */
export function codeBlock(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${visible(text)}\n${fence}`;
}

/** Text from outside as code: nothing in it counts as markup. The fence is longer than any in the text. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') || text.trim() === '' ? ' ' : '';
  return `${fence}${pad}${joined(visible(text), ' ')}${pad}${fence}`;
}
