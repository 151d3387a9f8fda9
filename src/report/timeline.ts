import type { Clock } from '../runtime/context.js';
import { codeBlock, table } from '../runtime/markdown.js';
import { seconds } from '../runtime/progress.js';

/** Mermaid draws only an error in place of a chart of more than 50,000 characters. */
const LONGEST_CHART = 49_000;

export interface TimelineEntry {
  readonly what: string;
  /** Milliseconds since the start of the run. */
  readonly from: number;
  readonly to: number;
}

/** Durations of the steps, for the chart of the report and the figures of a drill. */
export class Timeline {
  readonly entries: TimelineEntry[] = [];
  readonly startedAt: Date;
  private readonly start: number;

  constructor(private readonly clock: Clock) {
    this.start = clock.monotonic();
    this.startedAt = clock.now();
  }

  async step<T>(what: string, work: () => Promise<T>): Promise<T> {
    const from = this.clock.monotonic();
    try {
      return await work();
    } finally {
      this.add(what, from, this.clock.monotonic());
    }
  }

  /** @param from and to on the clock's monotonic scale */
  add(what: string, from: number, to: number): void {
    this.entries.push({ what, from: Math.round(from - this.start), to: Math.round(to - this.start) });
  }

  totalMs(): number {
    return Math.round(this.clock.monotonic() - this.start);
  }

  /** A Mermaid chart, which GitHub draws in a job summary; a table if it is too long for that. */
  markdown(): string {
    const rows = this.entries.map(
      ({ what, from, to }) => `  ${what.replace(/[^\p{L}\p{N} ._/()-]/gu, ' ')} : ${from}, ${Math.max(to, from + 1)}`,
    );
    const chart = ['gantt', '  dateFormat x', '  axisFormat %M:%S', '  title Timeline', ...rows].join('\n');
    if (chart.length <= LONGEST_CHART) return codeBlock('mermaid', chart);
    return table(
      ['What', 'After', 'Took'],
      this.entries.map(({ what, from, to }) => [what, seconds(from / 1000), seconds((to - from) / 1000)]),
    );
  }
}
