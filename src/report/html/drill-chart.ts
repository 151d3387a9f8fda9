import { hasRestored, type DrillRecord } from '../../engine/drill-record.js';

const QUIET = { silent: true, animation: false, emphasis: { disabled: true } } as const;
const TEXT = { color: 'var(--muted)', fontSize: 13 } as const;

const minutes = (ms: number): number => Math.round(ms / 600) / 100;

/** RTO as bars in the colour of the verdict, RPO as a line on an axis of its own, targets dashed. Pure. */
export function trendOption(drills: readonly DrillRecord[]): Readonly<Record<string, unknown>> {
  const last = drills.at(-1);
  const target = (value: number | null | undefined): object => ({
    ...QUIET,
    symbol: 'none',
    lineStyle: { color: 'var(--usual)', type: 'dashed', width: 1.5 },
    label: { show: false },
    data: value == null ? [] : [{ yAxis: value }],
  });
  const axis = (name: string): object => ({
    type: 'value',
    name,
    nameTextStyle: TEXT,
    splitNumber: 3,
    axisLabel: TEXT,
    splitLine: { lineStyle: { color: 'var(--line)' } },
  });
  return {
    animation: false,
    grid: { left: 56, right: 56, top: 34, bottom: 30 },
    xAxis: {
      type: 'category',
      data: drills.map(({ startedAt }) => startedAt.slice(0, 10)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: 'var(--line)' } },
      axisLabel: { ...TEXT, hideOverlap: true },
    },
    yAxis: [axis('RTO, min'), axis('RPO, min')],
    series: [
      {
        ...QUIET,
        type: 'bar',
        barMaxWidth: 28,
        markLine: target(last?.targets.rtoMinutes),
        data: drills.map(({ checks, rtoMs, verdict }) => ({
          value: hasRestored(checks) ? minutes(rtoMs) : null,
          itemStyle: { color: verdict === 'passed' ? 'var(--good)' : 'var(--bad)', opacity: 0.75 },
        })),
      },
      {
        ...QUIET,
        type: 'line',
        yAxisIndex: 1,
        markLine: target(last?.targets.rpoMinutes),
        lineStyle: { color: 'var(--accent)', width: 2 },
        itemStyle: { color: 'var(--accent)' },
        data: drills.map(({ rpoMs }) => (rpoMs === null ? null : minutes(rpoMs))),
      },
    ],
  };
}
