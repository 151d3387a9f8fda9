import { RECOVERIES, type RecoveryState } from '../engine/vocabulary.js';
import type { ProbeBaseline } from '../probes/baseline.js';
import type { ProbeSeries } from '../probes/probe.js';
import type { AreaRecovery, RecoveryDoubt } from '../probes/recovery.js';
import { oneLine, plural } from '../runtime/text.js';
import { codeBlock, escapeText, table } from '../runtime/markdown.js';
import { chartOf, DOUBTS, lastFailure, measureText, seriesText, slowestOf } from './verdict.js';

/** What the probes say after a rollback or a recovery. */
export interface WatchedAreas {
  /** Length of the watch after the verification; 0: there was none. */
  readonly minutes: number;
  /** Why there was no watch; null: there was one. A clause. */
  readonly unwatched: string | null;
  /** Every area once, in the order of `AREAS`. */
  readonly areas: readonly AreaRecovery[];
  readonly series: readonly WatchedProbe[];
}

/** What one probe saw. */
export interface WatchedProbe {
  /** Before the deploy; null: the snapshot has no baseline of it. */
  readonly before: ProbeBaseline | null;
  /** From the start of the approved run until the verification. */
  readonly during: ProbeSeries;
  readonly after: ProbeSeries;
}

type Stated = Pick<AreaRecovery, 'state'> & { readonly area: string };

export const WORDS: Readonly<Record<RecoveryState, string>> = {
  recovered: 'recovered',
  'not-recovered': 'not recovered',
  inconclusive: 'inconclusive',
  'not-watched': 'not watched',
};
const ICONS = { recovered: '🟢', 'not-recovered': '🔴', inconclusive: '⚪', 'not-watched': '➖' } as const;

const OTHER_DOUBTS: Readonly<Record<Exclude<RecoveryDoubt, keyof typeof DOUBTS>, string>> = {
  unusual: 'something is unusual, and it proves nothing yet',
  settled: 'it failed after the rollback, and the newest samples are good',
  'few-latencies': 'too few response times to compare',
  'no-watch': 'nobody watched after the changes',
};
const DOUBT_TEXTS: Readonly<Record<RecoveryDoubt, string>> = { ...DOUBTS, ...OTHER_DOUBTS };

const namesOf = (areas: readonly Stated[], state: RecoveryState): string[] =>
  areas.flatMap((one) => (one.state === state ? [one.area] : []));

/** "recovered: content, performance; not recovered: payments; not watched: data" */
export const statesText = (areas: readonly Stated[]): string =>
  RECOVERIES.flatMap((state) => {
    const names = namesOf(areas, state);
    return names.length === 0 ? [] : [`${WORDS[state]}: ${names.join(', ')}`];
  }).join('; ');

/** Areas that a probe proves to be not recovered. */
export const notRecovered = (watched: WatchedAreas | null): string[] =>
  watched === null ? [] : namesOf(watched.areas, 'not-recovered');

/** What the title adds to "production equals the snapshot": ", but payments is not recovered; recovered: content" */
export function areasClause(watched: WatchedAreas | null): string {
  if (watched === null) return '';
  const bad = notRecovered(watched);
  const [good, open] = [namesOf(watched.areas, 'recovered'), namesOf(watched.areas, 'inconclusive')];
  return [
    bad.length === 0 ? '' : `, but ${bad.join(' and ')} ${bad.length === 1 ? 'is' : 'are'} not recovered`,
    good.length === 0 ? '' : `; recovered: ${good.join(', ')}`,
    open.length === 0 ? '' : `; recovery inconclusive: ${open.join(', ')}`,
  ].join('');
}

/** Why an area has its state, without the text of a service. */
export function whyOf({ state, decisive, doubts, probes }: AreaRecovery, { unwatched }: WatchedAreas): string {
  if (state === 'not-watched') return 'no probe';
  if (unwatched !== null) return unwatched;
  const found = decisive === null ? [] : [`${decisive.probe}: ${measureText(decisive)}`];
  const why = [...doubts.map((one) => DOUBT_TEXTS[one]), ...found];
  return why.length === 0 ? `healthy: ${probes.join(', ')}` : why.join('; ');
}

/** What the watch was held to. */
export const comparedWith = ({ series }: WatchedAreas): string =>
  series.some(({ before }) => before !== null)
    ? 'compared with the time before the deploy'
    : 'with nothing to compare with: there is no baseline from before the deploy';

/** Lines for a terminal. */
export function areasText(watched: WatchedAreas): string[] {
  const width = Math.max(...watched.areas.map(({ area }) => area.length));
  return [
    `Recovery by area${watched.minutes === 0 ? '' : `, watched for ${watched.minutes} min after the verification`}:`,
    ...watched.areas.flatMap((one) => [
      `  ${one.area.padEnd(width)}  ${WORDS[one.state].padEnd(13)}  ${whyOf(one, watched)}`,
      ...chartsOf(watched, one.area).map((line) => `    ${line}`),
    ]),
    ...(watched.series.length === 0 ? [] : [`  ${LEGEND}`]),
  ];
}

/** For the report and the job summary. */
export function areasMarkdown(watched: WatchedAreas): string {
  return [
    `### Recovery by area`,
    watched.minutes === 0
      ? ''
      : `Watched for ${plural(watched.minutes, 'minute')} after the verification, ${comparedWith(watched)}.`,
    table(
      ['', 'Area', 'State', 'Why'],
      watched.areas.map((one) => [ICONS[one.state], one.area, WORDS[one.state], whyOf(one, watched)]),
    ),
    ...(watched.series.length === 0
      ? []
      : [
          codeBlock(
            'text',
            watched.areas
              .flatMap(({ area }) => {
                const charts = chartsOf(watched, area);
                return charts.length === 0 ? [] : [area, ...charts.map((line) => `  ${line}`)];
              })
              .join('\n'),
          ),
          escapeText(LEGEND),
        ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const LEGEND =
  'Before the mark │: during the rollback; after it: the watch. The height is the response time, ✗ a failure, · nothing.';

/** "home  ▁▁✗✗│▁▁▁▁  median 12 ms, p95 20 ms, 0 of 60 bad" */
function chartsOf({ series }: WatchedAreas, area: string): string[] {
  return series.flatMap(({ during, after }) => {
    if (after.probe.area !== area || during.samples.length + after.samples.length === 0) return [];
    const top = slowestOf([...during.samples, ...after.samples]);
    const before = during.samples.length === 0 ? '' : chartOf(during, 30, top);
    const why = lastFailure(after);
    return [
      after.samples.length === 0
        ? `${after.probe.id}  ${before}│  during the changes: ${seriesText(during)}`
        : `${after.probe.id}  ${before}│${chartOf(after, 60, top)}  ${seriesText(after)}`,
      ...(why === null ? [] : [`  last failure: ${oneLine(why)}`]),
    ];
  });
}
