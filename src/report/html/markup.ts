import { html as escaped, raw } from 'hono/html';
import { visible } from '../../runtime/text.js';

/** HTML that is escaped already. */
export type Markup = ReturnType<typeof raw>;
type Value = string | number | null | Markup | readonly (string | Markup)[];

/** HTML from a template. Each text in it is escaped, and its control characters are visible. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const parts = strings.map(withoutIndent);
  const markup = escaped(Object.assign(parts, { raw: parts }), ...values.map(inert));
  if (markup instanceof Promise) throw new Error('a part of the report is a promise');
  return markup;
}

/** A report of 300 changes would be a fifth larger with the indentation of the templates. */
const withoutIndent = (part: string): string => part.replace(/>\s*\n\s*</g, '><').replace(/\s*\n\s*/g, ' ');

/** Only for text that this program made and that is markup. */
export { raw };

function inert(value: Value): Value {
  if (typeof value === 'string') return visible(value);
  return Array.isArray(value)
    ? value.map((one: string | Markup) => (typeof one === 'string' ? visible(one) : one))
    : value;
}

export const NOTHING = raw('');

/** A section with a heading; nothing without a body. @param id its anchor */
export function section(id: string, title: string, body: readonly Markup[]): Markup {
  const parts = body.filter((part) => part.toString() !== '');
  return parts.length === 0
    ? NOTHING
    : html`<section id="${id}" aria-labelledby="${id}-title">
        <h2 id="${id}-title">${title}</h2>
        ${parts}
      </section>`;
}

/** A table that becomes a list of cards on a phone. The explicit roles keep it a table for a screen reader. */
export function table(
  label: string,
  head: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
  style = '',
): Markup {
  const cells = (row: readonly (string | Markup)[]): Markup[] =>
    row.map((one, index) => html`<td role="cell" data-label="${head[index] ?? ''}">${one}</td>`);
  return html`<table role="table" class="${style}" aria-label="${label}">
    <thead role="rowgroup">
      <tr role="row">
        ${head.map((one) => html`<th role="columnheader" scope="col">${one}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row">
            ${cells(row)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Text with `words` as a link; only the words if the address is none of the web. */
export function link(words: string, url: string): Markup {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed === null || !/^https?:$/.test(parsed.protocol)
    ? html`${words}: ${url}`
    : html`<a href="${parsed.href}" rel="noreferrer">${words}</a>`;
}

/** "2026-11-26 03:04:05", UTC; "unknown" for what is no time. */
export const dateTime = (at: number | Date): string =>
  Number.isNaN(new Date(at).getTime()) ? 'unknown' : new Date(at).toISOString().slice(0, 19).replace('T', ' ');
/** "03:04:05", UTC. */
export const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 19);
