import type { CriterionVerdict, Verdict } from '../probes/verdict.js';
import type { Doubt, ProbeVerdict } from '../probes/judge.js';
import type { ProbeSeries } from '../probes/probe.js';
import type { Measure } from '../probes/rules.js';
import { textOf } from '../runtime/text.js';
import { codeBlock, codeSpan, escapeText, table } from '../runtime/markdown.js';

const HEADLINES = {
  healthy: 'healthy: nothing was found',
  inconclusive: 'inconclusive: it is unknown whether the deploy is good',
  watch: 'watch: something is unusual, and it proves nothing yet',
  mitigate: 'mitigate: the deploy does harm, or something behind it does',
  'roll-back': 'roll back: the deploy is bad',
} as const;

export const DOUBTS: Readonly<Record<Doubt, string>> = {
  running: 'the watch ended before its time was over',
  'few-samples': 'a critical probe has too few samples',
  'no-data': 'samples stopped coming',
  provider: 'a service that is asked does not answer',
  'not-watched': 'what a probe asks is not watched, or the credential may not read it',
  refused: 'a probe could not be run',
  'partly-answered': 'one of the alarms of a probe gives no answer',
  blind: 'a neutral target did not answer either, so the network of Rewind fails',
  late: 'samples came late, so the runner is overloaded',
  elsewhere: 'the domain served another deployment',
  'unknown-deployment': 'which deployment the domain serves could not be read',
  'fails-on-baseline': 'a probe failed before the deploy too',
  'no-baseline': 'a probe has no baseline from before the deploy',
  'short-baseline': 'a baseline has too few samples',
};

const RULES: Readonly<Record<Measure['rule'], string>> = {
  failures: 'failures',
  'unknown-deployment': 'failures, while it was unknown which deployment the domain serves',
  'in-a-row': 'failures in a row',
  'slow-tail': 'much slower than the slowest before',
  'slow-body': 'slower than usual',
  'slow-limit': 'above the limit',
  silence: 'no events',
  assertion: 'false assertions',
  alert: 'firing alerts',
  'slower-at-end': 'slower over the whole watch',
};

/** Without a level there is nothing to claim, so the sentence says what is unproven. */
export const headlineOf = ({ level }: Pick<Verdict, 'level'>): string => HEADLINES[level];

/** "mitigate: … (performance, probe home: slower than usual, 12 of 24)" */
export function verdictLine(verdict: Verdict): string {
  const decisive = decisiveOf(verdict);
  const shared =
    verdict.suspect === 'shared'
      ? '; the previous deployment fails too: suspect the database or a provider before the code'
      : '';
  return `${headlineOf(verdict)}${decisive === null ? '' : ` (${decisive}${shared})`}`;
}

/** What led to the verdict, or is nearest to an alarm; null if no rule sees anything. */
export function decisiveOf(verdict: Verdict): string | null {
  const top = highestOf(verdict);
  if (top?.decisive == null || top.decisive.bad === 0) return null;
  return `${top.criterion}, probe ${top.decisive.probe}: ${measureText(top.decisive)}`;
}

const ORDER: readonly CriterionVerdict['level'][] = [
  'not-watched',
  'healthy',
  'inconclusive',
  'watch',
  'mitigate',
  'roll-back',
];

/** The criterion with the highest level. */
export function highestOf({ criteria }: Pick<Verdict, 'criteria'>): CriterionVerdict | null {
  return criteria.reduce<CriterionVerdict | null>(
    (top, one) => (top === null || ORDER.indexOf(one.level) > ORDER.indexOf(top.level) ? one : top),
    null,
  );
}

/** "failures, 12 of 30 (normal: at most 5.0 %), evidence 14.2 of 9.8" */
export function measureText({ rule, bad, total, p0, evidence, thresholds, level }: Measure): string {
  const normal = p0 === null ? '' : ` (normal: up to ${(100 * p0).toFixed(1)} %)`;
  const needed = level === 'healthy' ? (thresholds.watch ?? thresholds.mitigate) : thresholds[level];
  const proof =
    evidence === null || needed === undefined || !Number.isFinite(evidence)
      ? ''
      : `, evidence ${evidence.toFixed(1)} of ${needed.toFixed(1)}`;
  return `${RULES[rule]}, ${bad} of ${total}${normal}${proof}`;
}

const doubtsText = (doubts: readonly Doubt[]): string => doubts.map((one) => DOUBTS[one]).join('; ');

/** A verdict with all that led to it. */
export interface ShownVerdict {
  readonly verdict: Verdict;
  readonly series: readonly ProbeSeries[];
  /** Id of the watched deployment; null: not known. */
  readonly deployment: string | null;
  /** Time of the watch in milliseconds. */
  readonly elapsedMs: number;
  /** What to do next, whole sentences or commands. */
  readonly next: readonly string[];
}

type Charted = Pick<ProbeSeries, 'probe' | 'samples'>;

const CELLS = 60;
const BARS = '▁▂▃▄▅▆▇█';

/**
 * A chart of one probe in one line, oldest first: the height is the latency, ✗ a failure, · nothing. A cell holds the worst
 * of its samples.
 *
 * @param top latency of the highest bar in milliseconds
 */
export function chartOf({ probe, samples }: Charted, width = CELLS, top = slowestOf(samples)): string {
  if (samples.length === 0) return '(no samples)';
  return cellsOf(samples, width)
    .map((cell) => {
      if (cell.some(isBad)) return '✗';
      if (probe.kind !== 'check') return cell.some((one) => one.kind === 'count' && one.total > 0) ? '▄' : '·';
      const worst = Math.max(...cell.map((one) => (one.kind === 'check' ? (one.latencyMs ?? 0) : 0)));
      return BARS[Math.min(BARS.length - 1, Math.floor((worst / top) * BARS.length))] ?? '';
    })
    .join('');
}

/** Neighbouring samples together, in at most `width` groups. */
export function cellsOf(samples: ProbeSeries['samples'], width: number): ProbeSeries['samples'][] {
  const size = Math.max(1, Math.ceil(samples.length / width));
  return Array.from({ length: Math.ceil(samples.length / size) }, (_, index) =>
    samples.slice(index * size, (index + 1) * size),
  );
}

/** The highest latency, in milliseconds; at least 1. */
export const slowestOf = (samples: ProbeSeries['samples']): number =>
  samples.reduce((top, one) => Math.max(top, one.kind === 'check' ? (one.latencyMs ?? 0) : 0), 1);

export function isBad(one: ProbeSeries['samples'][number]): boolean {
  switch (one.kind) {
    case 'check':
      return !one.ok;
    case 'count':
      return one.bad > 0;
    case 'assertion':
      return !one.holds;
    case 'alert':
      return one.firing;
  }
}

/** What samples say together. Times in whole milliseconds; null: no good sample has one. */
export interface SeriesFigures {
  readonly samples: number;
  readonly bad: number;
  readonly median: number | null;
  readonly p95: number | null;
  /** Events of a probe that counts; else null. */
  readonly events: { readonly bad: number; readonly total: number } | null;
}

/** @param latencies ascending */
export const quantile = (latencies: readonly number[], share: number): number | null =>
  latencies.length === 0
    ? null
    : Math.round(latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0);

export function figuresOf(samples: ProbeSeries['samples']): SeriesFigures {
  const latencies = samples
    .flatMap((one) => (one.kind === 'check' && one.ok && one.latencyMs !== undefined ? [one.latencyMs] : []))
    .sort((a, b) => a - b);
  return {
    samples: samples.length,
    bad: samples.filter(isBad).length,
    median: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    events: samples.reduce<SeriesFigures['events']>(
      (sum, one) =>
        one.kind === 'count' ? { bad: (sum?.bad ?? 0) + one.bad, total: (sum?.total ?? 0) + one.total } : sum,
      null,
    ),
  };
}

/** "median 120 ms, p95 340 ms, 3 of 60 bad" */
export function seriesText({ samples, errors }: ProbeSeries): string {
  const { bad, median, p95 } = figuresOf(samples);
  return [
    ...(median === null ? [] : [`median ${median} ms, p95 ${p95} ms`]),
    `${bad} of ${samples.length} bad`,
    ...(errors.length === 0 ? [] : [`${errors.length} not answered`]),
  ].join(', ');
}

const levelText = ({ level, doubts }: ProbeVerdict): string =>
  level === 'inconclusive' ? `inconclusive: ${doubtsText(doubts)}` : level;

function subjectOf({ deployment, elapsedMs }: ShownVerdict): string {
  const seconds = Math.round(elapsedMs / 1000);
  return `${deployment ?? 'production'} after ${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Why the newest bad sample is bad, else why the newest tick has none; text of a service. */
export const lastFailure = ({ samples, errors }: ProbeSeries): string | null => {
  const bad = samples.filter(isBad).at(-1);
  const text =
    bad?.kind === 'check' ? bad.error : bad?.kind === 'assertion' || bad?.kind === 'alert' ? bad.detail : undefined;
  return text ?? errors.at(-1)?.message ?? null;
};

function criterionRow({ criterion, level, probes, decisive }: CriterionVerdict): string[] {
  const why =
    decisive === null ? (probes.length === 0 ? 'no probe' : '') : `${decisive.probe}: ${measureText(decisive)}`;
  return [criterion, level === 'not-watched' ? 'not watched' : level, why];
}

function nextOf({ next }: ShownVerdict): string[] {
  return next.length === 0 ? [] : ['', 'What to do:', ...next.map((line) => `  ${line}`)];
}

/** For a terminal. */
export function verdictText(shown: ShownVerdict): string {
  const { verdict, series } = shown;
  const width = Math.max(...verdict.criteria.map(({ criterion }) => criterion.length));
  return textOf([
    `Verdict on ${subjectOf(shown)}: ${verdictLine(verdict)}.`,
    ...(verdict.level === 'inconclusive' ? [`Why: ${doubtsText(verdict.doubts) || 'no probe is critical'}.`] : []),
    '',
    ...verdict.criteria.map((one) => {
      const [criterion = '', level = '', why = ''] = criterionRow(one);
      return `  ${criterion.padEnd(width)}  ${level.padEnd(12)}  ${why}`.trimEnd();
    }),
    '',
    ...series.flatMap((one) => {
      const judged = verdict.probes.find(({ probe }) => probe === one.probe.id);
      const why = lastFailure(one);
      return [
        `  ${one.probe.id} (${one.probe.area}${one.probe.critical ? ', critical' : ''}): ${judged === undefined ? '' : levelText(judged)}`,
        `    ${chartOf(one)}  ${seriesText(one)}`,
        ...(why === null ? [] : [`    last: ${why}`]),
      ];
    }),
    ...nextOf(shown),
  ]);
}

/** For a job summary. */
export function verdictMarkdown(shown: ShownVerdict): string {
  const { verdict, series } = shown;
  const mark = { healthy: '🟢', inconclusive: '⚪', watch: '🟡', mitigate: '🟠', 'roll-back': '🔴' }[verdict.level];
  return `${[
    `## ${mark} ${escapeText(`Verdict: ${verdictLine(verdict)}`)}`,
    `Of ${codeSpan(subjectOf(shown))}.`,
    ...(verdict.level === 'inconclusive'
      ? [`**Why:** ${escapeText(doubtsText(verdict.doubts) || 'no probe is critical')}.`]
      : []),
    ...(shown.next.length === 0 ? [] : [`### What to do`, codeBlock('text', shown.next.join('\n'))]),
    table(['Criterion', 'Verdict', 'Evidence'], verdict.criteria.map(criterionRow)),
    '### Probes',
    codeBlock('text', series.map((one) => `${one.probe.id}\n  ${chartOf(one)}\n  ${seriesText(one)}`).join('\n')),
    table(
      ['Probe', 'Area', 'Critical', 'Verdict', 'Last failure'],
      series.map((one) => {
        const judged = verdict.probes.find(({ probe }) => probe === one.probe.id);
        return [
          one.probe.id,
          one.probe.area,
          one.probe.critical ? 'yes' : 'no',
          judged === undefined ? '' : levelText(judged),
          lastFailure(one) ?? '',
        ];
      }),
    ),
    'One cell is the worst of its samples, oldest first: the height is the latency, ✗ a failure, · nothing.',
  ].join('\n\n')}\n`;
}

/** A rule in words; an entry of the incident record holds only its name. */
export const ruleText = (rule: string): string => new Map<string, string>(Object.entries(RULES)).get(rule) ?? rule;
