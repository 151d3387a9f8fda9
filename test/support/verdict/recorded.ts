import { readdirSync, readFileSync } from 'node:fs';
import { baselineOf } from '../../../src/probes/baseline.js';
import { criteriaConfig } from '../../../src/probes/criteria.js';
import { Judge } from '../../../src/probes/judge.js';
import type { CheckSample, ProbeSpec } from '../../../src/probes/probe.js';
import { mannWhitney, orderStatistic } from '../../../src/probes/statistics.js';

const FOLDER = new URL('../../../bench/data/recorded/middle-tier-api-dependency-latency/', import.meta.url);
const SIZE = 60;
const STEP_MS = 5000;
const spec: ProbeSpec = { id: 'probe', kind: 'check', area: 'performance', critical: true };

export interface Figures {
  windows: number;
  /** Windows in which the verdict reached mitigate or roll-back. */
  verdict: number;
  whitney: number;
  threeInARow: number;
}

/**
 * Recorded latency series under the verdict, under repeated Mann–Whitney, and under three slow ones in a row (above the 99th
 * percentile of the baseline). A window has 60 samples as baseline and 60 to judge; the median is scaled to 200 ms.
 */
export function recordedFigures(): { healthy: Figures; labelled: Figures } {
  const healthy: Figures = { windows: 0, verdict: 0, whitney: 0, threeInARow: 0 };
  const labelled: Figures = { ...healthy };
  for (const name of readdirSync(FOLDER).filter((one) => one.endsWith('.csv'))) {
    const rows = readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n').slice(1);
    const points = rows.map((row) =>
      row
        .split(',')
        .map((cell) => Number(cell.replaceAll('"', '')))
        .slice(1),
    );
    for (let start = 0; start + 2 * SIZE <= points.length; start += SIZE / 2) {
      const [before, after] = [points.slice(start, start + SIZE), points.slice(start + SIZE, start + 2 * SIZE)];
      if (before.some(([, label]) => label === 1)) continue;
      const figures = after.some(([, label]) => label === 1) ? labelled : healthy;
      judgeWindow(
        before.map(([value]) => value ?? 0),
        after.map(([value]) => value ?? 0),
        figures,
      );
    }
  }
  return { healthy, labelled };
}

function judgeWindow(before: readonly number[], after: readonly number[], figures: Figures): void {
  const sorted = [...before].sort((a, b) => a - b);
  const scale = 200 / Math.max(1e-9, orderStatistic(sorted, 0.5));
  const startedAt = 1_800_000_000_000;
  const samples = [...before, ...after].map((value, index): CheckSample => ({
    kind: 'check',
    at: startedAt + (index - SIZE) * STEP_MS,
    ok: true,
    latencyMs: value * scale,
  }));
  const baseline = baselineOf({ probe: spec, samples: samples.slice(0, SIZE), errors: [] }, STEP_MS);
  const criteria = criteriaConfig.parse({ latency: { 'warm-up-seconds': 0 } });
  const frame = { startedAt, durationMs: SIZE * STEP_MS, deployment: null, criteria };
  const judge = new Judge({ spec, intervalMs: STEP_MS, baseline }, frame, { all: 1, critical: 1 });
  const limit = orderStatistic(sorted, 0.99);
  let [row, alarm, whitney, three] = [0, false, false, false];
  samples.slice(SIZE).forEach((one, index) => {
    judge.tick([one], []);
    const { level } = judge.verdict(one.at);
    alarm ||= level === 'mitigate' || level === 'roll-back';
    row = (after[index] ?? 0) > limit ? row + 1 : 0;
    three ||= row >= 3;
    whitney ||= index >= 10 && mannWhitney(after.slice(0, index + 1), before) < 0.02;
  });
  figures.windows += 1;
  figures.verdict += Number(alarm);
  figures.whitney += Number(whitney);
  figures.threeInARow += Number(three);
}
