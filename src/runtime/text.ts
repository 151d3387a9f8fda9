/** Longer lines are cut: nobody reads them, and a service may send any length. */
const LONGEST_LINE = 20_000;

/** Control characters except tab and line feed, and changes of the writing direction. */
const CONTROL = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Control characters (ANSI sequences and changes of the writing direction included) as visible characters. Lines stay. */
export const visible = (text: string): string => text.replaceAll('\r\n', '\n').replace(CONTROL, '\ufffd');

const NEWLINE = /\r\n|[\n\u2028\u2029]/g;

/** A name or a text from outside inside a line of our own. */
export function oneLine(text: string): string {
  const line = text.replace(NEWLINE, ' ⏎ ');
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE)}… (${line.length} characters)`;
}

/** A text for a terminal, of lines that may hold names from outside. */
export const textOf = (lines: readonly string[]): string => lines.map(oneLine).join('\n');

/** A text of several lines in which no line but the first looks like one of our own. */
export const indented = (text: string): string => text.replace(NEWLINE, '\n    ');

/** The first characters of a longer text, with "…" as the last one. A character of two code units stays whole. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** "1 row", "1,204 rows"; with `many` for a word, or a part of a sentence, that takes no "s". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count < 1000 ? count : count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** Sentences on one line. What a service answered has no full stop: one is put before the next sentence. */
export const sentences = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part, index, all) => (index === all.length - 1 || /[.!?:]$/.test(part) ? part : `${part}.`))
    .join(' ');

/**
 * The order of a sort by code units: the same on every machine. `localeCompare` orders by the language of the machine, and its
 * first call costs 10 ms.
 */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The text without percent codes. A wrong code is taken literally. */
export function uriDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
