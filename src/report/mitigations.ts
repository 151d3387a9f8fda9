import type { MitigationConfig } from '../config/mitigations.js';
import { measureOf } from '../config/mitigations.js';
import { nameOf } from '../engine/mitigation.js';
import { counted } from '../engine/counted.js';
import { escapeText, table } from '../runtime/markdown.js';
import { textOf } from '../runtime/text.js';

type Shown = MitigationConfig & { readonly command: string };

const NONE = 'The configuration has no mitigation. Flags can be turned off without one: --flags, --tags.';

/** "flags-off "checkout-off" in flags, for 60 minutes at most" */
const lineOf = (one: Shown): string =>
  `${nameOf({ id: one.id, measure: measureOf(one) })} in ${one.resources.join(', ')}, for ${counted(one.minutes, 'minute')} at most`;

/** What the measure says besides its kind. */
function detailsOf(one: Shown): string {
  return Object.entries(measureOf(one))
    .filter(([name]) => name !== 'kind')
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

/** The mitigations that are prepared, for a terminal. */
export function mitigationsText(all: readonly Shown[]): string {
  if (all.length === 0) return NONE;
  return textOf(
    all.flatMap((one) => [
      lineOf(one),
      ...[detailsOf(one), one.command].flatMap((line) => (line === '' ? [] : `  ${line}`)),
    ]),
  );
}

/** The same for a job summary. */
export function mitigationsMarkdown(all: readonly Shown[]): string {
  const rows = all.map((one) => [one.id, one.kind, one.resources.join(', '), detailsOf(one), String(one.minutes)]);
  return `## Mitigations\n\n${all.length === 0 ? escapeText(NONE) : table(['Id', 'Measure', 'Resources', 'What', 'Minutes'], rows)}\n`;
}
