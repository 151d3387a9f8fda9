import type { ProbeBaseline } from '../../probes/baseline.js';
import type { ProbeSeries } from '../../probes/probe.js';
import { cellsOf, figuresOf, isBad, quantile, slowestOf, type SeriesFigures } from '../verdict.js';

/** Cells of a chart during the changes, and after the verification. */
const CELLS = { during: 30, after: 60 } as const;

/** Neighbouring samples of a probe: one place in its chart, one row of the table beneath. */
export interface Cell {
  readonly phase: keyof typeof CELLS;
  /** Time of the first sample, in milliseconds since the epoch. */
  readonly at: number;
  readonly samples: number;
  readonly bad: number;
  /** Whole milliseconds; null: no sample has a response time. */
  readonly slowestMs: number | null;
  /** Of a probe that counts; else null. */
  readonly events: { readonly bad: number; readonly total: number } | null;
}

export const cellsOfProbe = ({
  during,
  after,
}: {
  readonly during: ProbeSeries;
  readonly after: ProbeSeries;
}): Cell[] => [...cellsIn('during', during.samples), ...cellsIn('after', after.samples)];

const cellsIn = (phase: Cell['phase'], samples: ProbeSeries['samples']): Cell[] =>
  cellsOf(samples, CELLS[phase]).map((cell) => {
    const timed = cell.some((one) => one.kind === 'check' && one.latencyMs !== undefined);
    const counts = cell.flatMap((one) => (one.kind === 'count' ? [one] : []));
    const sum = (of: (one: (typeof counts)[number]) => number): number => counts.reduce((all, one) => all + of(one), 0);
    return {
      phase,
      at: cell[0]?.at ?? 0,
      samples: cell.length,
      bad: cell.filter(isBad).length,
      slowestMs: timed ? Math.round(slowestOf(cell)) : null,
      events: counts.length === 0 ? null : { bad: sum(({ bad }) => bad), total: sum(({ total }) => total) },
    };
  });

/** What a probe measured in one phase. `median`, `p95`: whole milliseconds, null without a response time. */
export interface PhaseFigures extends SeriesFigures {
  readonly phase: 'Before the deploy' | 'During the changes' | 'After them';
}

/** A phase without a sample is left out. @param before the baseline of the snapshot; null: none */
export function phasesOf(
  before: ProbeBaseline | null,
  { during, after }: { readonly during: ProbeSeries; readonly after: ProbeSeries },
): PhaseFigures[] {
  return [
    ...(before === null ? [] : [{ phase: 'Before the deploy' as const, ...baselineFigures(before) }]),
    { phase: 'During the changes' as const, ...figuresOf(during.samples) },
    { phase: 'After them' as const, ...figuresOf(after.samples) },
  ].filter(({ samples }) => samples > 0);
}

function baselineFigures({ kind, samples, failures, latencies, windows }: ProbeBaseline): SeriesFigures {
  const sum = (of: (one: (typeof windows)[number]) => number): number => windows.reduce((all, one) => all + of(one), 0);
  const events = kind === 'count' ? { bad: sum(({ bad }) => bad), total: sum(({ total }) => total) } : null;
  const bad = kind === 'count' ? windows.filter((one) => one.bad > 0).length : failures;
  return { samples, bad, median: quantile(latencies, 0.5), p95: quantile(latencies, 0.95), events };
}
