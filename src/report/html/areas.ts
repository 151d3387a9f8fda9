import type { RecoveryState } from '../../engine/vocabulary.js';
import { isBad, lastFailure, seriesText } from '../verdict.js';
import { comparedWith, whyOf, WORDS, type WatchedAreas, type WatchedProbe } from '../areas.js';
import { cellsOfProbe, phasesOf, type Cell, type PhaseFigures } from './cells.js';
import { dateTime, html, NOTHING, raw, section, table, type Markup } from './markup.js';
import { plural } from '../../runtime/text.js';

const TONES: Readonly<Record<RecoveryState, string>> = {
  recovered: 'good',
  'not-recovered': 'bad',
  inconclusive: 'warn',
  'not-watched': 'none',
};

/** Each part of the system, with a chart of each probe; nothing without probes. */
export async function areasSection(watched: WatchedAreas | null): Promise<Markup> {
  if (watched === null) return NOTHING;
  const lead =
    watched.minutes === 0
      ? NOTHING
      : html`<p>Watched for ${plural(watched.minutes, 'minute')} after the verification, ${comparedWith(watched)}.</p>`;
  const cards = watched.areas.map(
    (one) =>
      html`<li>
        <div class="area">
          <h3>${one.area}</h3>
          <span class="badge ${TONES[one.state]}">${WORDS[one.state]}</span>
        </div>
        <p>${whyOf(one, watched)}</p>
      </li>`,
  );
  const failures = ({ during, after }: WatchedProbe): number =>
    [...during.samples, ...after.samples].some(isBad) ? 1 : 0;
  const seen = watched.series
    .filter(({ during, after }) => during.samples.length + after.samples.length > 0)
    .sort((a, b) => failures(b) - failures(a));
  return section('areas', 'Has production recovered?', [
    lead,
    html`<ul class="areas">
      ${cards}
    </ul>`,
    seen.length === 0 ? NOTHING : await charts(seen),
  ]);
}

async function charts(probes: readonly WatchedProbe[]): Promise<Markup> {
  const { chartSvg } = await import('./chart.js');
  const items = [
    ['l1', 'slowest response'],
    ['l2', 'a failure'],
    ['l3', 'usual before the deploy (median)'],
    ['l4', 'during the changes'],
  ] as const;
  const legend = items.map(([style, words]) => html`<li><i class="${style}"></i>${words}</li>`);
  const cards = probes.map((probe) => {
    const cells = cellsOfProbe(probe);
    const phases = phasesOf(probe.before, probe);
    const usual = phases.find(({ phase }) => phase === 'Before the deploy')?.median ?? null;
    return card(probe, cells, phases, raw(chartSvg(probe.after.probe.kind, cells, usual)));
  });
  return html`<ul class="legend">
      ${legend}
    </ul>
    <div class="cols">${cards}</div>`;
}

/** A chart, and beneath it a table with its numbers. */
function card({ after }: WatchedProbe, cells: readonly Cell[], phases: readonly PhaseFigures[], svg: Markup): Markup {
  const { id, area, kind } = after.probe;
  const why = lastFailure(after);
  const failure = why === null ? NOTHING : html`<p><small>Last failure: ${why}</small></p>`;
  return html`<div class="probe">
    <div class="area">
      <h3>${id}</h3>
      <span class="badge none">${area}</span>
    </div>
    <figure role="img" aria-label="${`${id} (${area}): ${seriesText(after)}`}">${svg}</figure>
    ${phaseTable(id, kind, phases)}${failure}
    <details>
      <summary>Values of the chart</summary>
      ${cellTable(id, kind, cells)}
    </details>
  </div>`;
}

type Kind = WatchedProbe['after']['probe']['kind'];

const dash = (value: number | null): string => (value === null ? '–' : String(value));
/** A count of events has good and bad ones in each sample. */
const badHead = (kind: Kind): string[] => (kind === 'count' ? ['Bad events', 'Good events'] : ['Bad']);
const badCells = (bad: number, events: PhaseFigures['events']): string[] =>
  events === null ? [String(bad)] : [String(events.bad), String(events.total - events.bad)];

function phaseTable(id: string, kind: Kind, phases: readonly PhaseFigures[]): Markup {
  const head = ['When', 'Samples', ...badHead(kind), ...(kind === 'check' ? ['Median ms', 'p95 ms'] : [])];
  const rows = phases.map(({ phase, samples, bad, median, p95, events }) => [
    phase,
    String(samples),
    ...badCells(bad, events),
    ...(kind === 'check' ? [dash(median), dash(p95)] : []),
  ]);
  return table(`${id}: before, during and after`, head, rows, 'numbers');
}

function cellTable(id: string, kind: Kind, cells: readonly Cell[]): Markup {
  const head = ['From (UTC)', 'Samples', ...badHead(kind), ...(kind === 'check' ? ['Slowest ms'] : [])];
  const rows = cells.map(({ at, phase, samples, bad, slowestMs, events }) => [
    `${dateTime(at)}${phase === 'during' ? ' (changes)' : ''}`,
    String(samples),
    ...badCells(bad, events),
    ...(kind === 'check' ? [dash(slowestMs)] : []),
  ]);
  return table(`${id}: values of the chart`, head, rows, 'numbers');
}
