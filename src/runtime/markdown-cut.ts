/** A limit of the place that takes a text. */
export interface Limit {
  readonly most: number;
  /** Size of a text in the unit of `most`. Default: UTF-16 code units. */
  readonly size?: (text: string) => number;
  /** Where the rest stands, a whole sentence. */
  readonly rest: string;
}

/** Size in bytes of UTF-8. */
export const bytes = (text: string): number => Buffer.byteLength(text);

/**
 * Markdown of our own that is too long, cut after a whole line. What is open at the cut (`<details>`, a code block) is
 * closed, so that the notice beneath is seen, and outside text stays inert. The notice says how much is left out.
 */
export function cutMarkdown(markdown: string, { most, rest, size = (text) => text.length }: Limit): string {
  if (size(markdown) <= most) return markdown;
  const lines = markdown.trimEnd().split('\n');
  const notice = (left: number): string =>
    `\n\n⚠️ ${left === 1 ? 'The last line' : `The last ${left}`} of ${lines.length} ${left === 1 ? 'is left out: it does' : 'lines are left out: they do'} not fit here. ${rest}\n`;
  const longest = size(notice(lines.length));
  let [used, kept, closing] = [0, 0, ''];
  let open: Open = { fence: null, details: 0 };
  for (const [index, line] of lines.entries()) {
    open = after(open, line);
    used += size(`${line}\n`);
    if (used > most) break;
    const end = closingOf(open);
    if (used + size(end) + longest <= most) [kept, closing] = [index + 1, end];
  }
  return `${lines.slice(0, kept).join('\n')}${closing}${notice(lines.length - kept)}`.trimStart();
}

interface Open {
  /** The fence of the code block that the line is in; null: in none. */
  readonly fence: string | null;
  /** `<details>` that are open. */
  readonly details: number;
}

function after({ fence, details }: Open, line: string): Open {
  if (fence !== null) return { fence: line.trimEnd() === fence ? null : fence, details };
  const [, begun = null] = /^(`{3,})/.exec(line) ?? [];
  const opened = line.startsWith('<details') ? 1 : 0;
  const closed = line.endsWith('</details>') ? 1 : 0;
  return { fence: begun, details: Math.max(0, details + opened - closed) };
}

const closingOf = ({ fence, details }: Open): string =>
  `${fence === null ? '' : `\n${fence}`}${'\n\n</details>'.repeat(details)}`;
