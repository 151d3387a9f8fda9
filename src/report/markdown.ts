/** A Markdown table; cells may hold anything. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Text inside a table cell: no line breaks, no pipes, no HTML. */
function cell(text: string): string {
  return (
    escapeText(text)
      .replace(/\s*\n\s*/g, ' ⏎ ')
      .replaceAll('|', '\\|') || ' '
  );
}

/** Escapes text from outside, so that it never becomes markup. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
