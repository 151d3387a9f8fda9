import { oneLine, visible } from '../../runtime/text.js';

/** More flags in one pull request are not read. */
const MOST = 20;
/** Of a text from outside that is shown. */
const LONGEST = 200;
/** A key as LaunchDarkly, Unleash, Vercel Flags and Edge Config allow it. */
const KEY = /^[A-Za-z0-9_][A-Za-z0-9._~-]{0,255}$/;
const LABEL = /^flag:\s*(.*)$/i;
const LINE = /^[ \t>*-]*rewind-flag[ \t]*:(.*)$/gim;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const NONE = /^none(?=$|[\s:,;.(])[\s:,;.–-]*/i;

/** The flags that a pull request names. Everything in it comes from outside, in one line, and is limited. */
export interface NamedFlags {
  readonly keys: readonly string[];
  /** Why no flag switches the change off; null: the pull request does not say that. */
  readonly none: string | null;
  /** What stands where a key should. */
  readonly malformed: readonly string[];
}

/**
 * Reads labels `flag:KEY` and lines `Rewind-Flag: KEY` or `Rewind-Flag: none: reason`. Several keys are separated by commas.
 * Comments of Markdown are left out, because templates contain examples. Pure.
 */
export function namedFlags(labels: readonly string[], description: string): NamedFlags {
  const fromLabels = labels.flatMap((label) => LABEL.exec(label)?.[1] ?? []);
  const fromLines = [...description.replace(COMMENT, '').matchAll(LINE)].map(([, rest = '']) => rest.trim());
  const reasons = fromLines.filter((text) => NONE.test(text)).map((text) => text.replace(NONE, '').trim());
  const words = [...fromLabels, ...fromLines.filter((text) => !NONE.test(text)).flatMap((text) => text.split(','))]
    .map((text) => text.trim().replace(/^([`'"])(.*)\1$/, '$2'))
    .filter((text) => text !== '');
  const distinct = [...new Set(words)].slice(0, MOST);
  const reason = reasons.find((text) => text !== '');
  return {
    keys: distinct.filter((text) => KEY.test(text)),
    none: reason === undefined ? null : shown(reason),
    malformed: [
      ...distinct.filter((text) => !KEY.test(text)).map(shown),
      ...(reasons.length > 0 && reason === undefined ? ['none'] : []),
    ],
  };
}

function shown(text: string): string {
  const line = visible(oneLine(text));
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`;
}
