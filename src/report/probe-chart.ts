import type { ProbeSeries } from '../probes/probe.js';
import type { WatchedAreas } from './areas.js';
import { escapeHtml } from '../runtime/markdown.js';
import { cellsOf, isBad, seriesText, slowestOf } from './verdict.js';

const WIDTH = 900;
const HEIGHT = 90;
/** Room above the bars for the mark of a failure. */
const TOP = 16;
/** Cells of a chart during the changes, and after the verification. */
const CELLS = { during: 30, after: 60 } as const;

/** What a bar shows. */
interface Bar {
  readonly phase: keyof typeof CELLS;
  /** Time of the first sample, in milliseconds since the epoch. */
  readonly at: number;
  readonly samples: number;
  readonly bad: number;
  /** Milliseconds; null: no sample has a response time. */
  readonly slowestMs: number | null;
}

/** A chart and a table of the same values for each probe, in HTML; '' without a probe. */
export function probeCharts(watched: WatchedAreas | null): string {
  if (watched === null || watched.series.length === 0) return '';
  const charts = watched.series.map(({ during, after }) => {
    const bars = [...barsOf('during', during.samples), ...barsOf('after', after.samples)];
    const { id, area } = after.probe;
    const name = escapeHtml(`${id} (${area}): ${seriesText(after)}`);
    return bars.length === 0
      ? ''
      : `<figure><figcaption>${name}</figcaption>${svgOf(bars, name)}${tableOf(bars)}</figure>`;
  });
  const legend =
    'A bar is the slowest response of its samples; ✗ and a full bar: a failure. The line is the verification.';
  return `<h3>Probes during and after the changes</h3><p>${legend}</p>${charts.join('')}`;
}

const barsOf = (phase: Bar['phase'], samples: ProbeSeries['samples']): Bar[] =>
  cellsOf(samples, CELLS[phase]).map((cell) => {
    const timed = cell.some((one) => one.kind === 'check' && one.latencyMs !== undefined);
    return {
      phase,
      at: cell[0]?.at ?? 0,
      samples: cell.length,
      bad: cell.filter(isBad).length,
      slowestMs: timed ? slowestOf(cell) : null,
    };
  });

function svgOf(bars: readonly Bar[], name: string): string {
  const step = WIDTH / bars.length;
  const slowest = Math.max(1, ...bars.map(({ slowestMs }) => slowestMs ?? 0));
  const rects = bars.map(({ bad, slowestMs }, index) => {
    const height = bad > 0 ? HEIGHT - TOP : Math.max(2, ((slowestMs ?? 0) / slowest) * (HEIGHT - TOP));
    const x = (index * step).toFixed(1);
    const color = bad > 0 ? '#cf222e' : '#2da44e';
    const rect = `<rect x="${x}" y="${(HEIGHT - height).toFixed(1)}" width="${(step * 0.8).toFixed(1)}" height="${height.toFixed(1)}" fill="${color}"/>`;
    return bad > 0 ? `${rect}<text x="${x}" y="12">✗</text>` : rect;
  });
  const before = bars.filter(({ phase }) => phase === 'during').length;
  const x = (before * step - step * 0.1).toFixed(1);
  const line = before === 0 ? '' : `<line x1="${x}" x2="${x}" y1="0" y2="${HEIGHT}" stroke="currentColor"/>`;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" role="img" font-size="12" fill="currentColor"><title>${name}</title>${rects.join('')}${line}</svg>`;
}

function tableOf(bars: readonly Bar[]): string {
  const rows = bars.map(
    ({ at, phase, samples, bad, slowestMs }) =>
      `<tr><td>${new Date(at).toISOString()}</td><td>${phase}</td><td>${samples}</td><td>${bad}</td><td>${slowestMs === null ? '–' : Math.round(slowestMs)}</td></tr>`,
  );
  const head = ['From (UTC)', 'Changes', 'Samples', 'Bad', 'Slowest (ms)'].map((one) => `<th scope="col">${one}</th>`);
  return `<details><summary>Values</summary><table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
}
