import {
  hasRestored,
  recoveryMs,
  SUBJECTS,
  type DrillRecord,
  type DrillVerdict,
  type ResourceCheck,
} from '../engine/drill-record.js';
import { escapeText, table } from '../runtime/markdown.js';
import { age, seconds } from '../runtime/progress.js';
import { indented, plural, textOf } from '../runtime/text.js';

/** What a report of a drill shows. */
export interface DrillFacts {
  readonly record: DrillRecord;
  readonly checks: readonly ResourceCheck[];
  /** Earlier drills, oldest first. */
  readonly earlier: readonly DrillRecord[];
  /** Whole sentences beside the checks: what was not configured, what could not be written. */
  readonly notes: readonly string[];
}

export const VERDICT_WORDS: Readonly<Record<DrillVerdict, string>> = {
  passed: 'passed',
  failed: 'FAILED',
  unverified: 'could not verify everything',
  'target-missed': 'missed a target',
};
export const OUTCOME_WORDS = {
  passed: 'passed',
  failed: 'FAILED',
  unverified: 'not verified',
  'not-configured': 'not configured',
} as const;

/** "9 min 30 s" of milliseconds. */
export const lasting = (ms: number): string => seconds(ms / 1000);

/** One line, e.g. "Drill passed: snapshot … of production." */
export function drillTitle({ record }: Pick<DrillFacts, 'record'>): string {
  const of = record.snapshot === null ? 'no snapshot' : `snapshot ${record.snapshot.id}`;
  const counted = (outcome: string): number => record.checks.filter((one) => one.outcome === outcome).length;
  const sums = `${counted('passed')} of ${plural(record.checks.length - counted('not-configured'), 'check')} passed, ${counted('failed')} failed, ${counted('unverified')} not verified`;
  const limits = notComparedText(record);
  return `Drill of "${record.environment}" ${VERDICT_WORDS[record.verdict]}: ${of}, ${sums}${limits === '' ? '' : `; ${limits}`}.`;
}

/** What the checks leave out that nobody configured, by the id of the check. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'row-content': 'contents of the rows, which were only counted',
  canary: 'a canary row',
  signature: 'who signed the snapshot',
  probes: 'answers of the application',
};

/**
 * What a verdict does not cover: what nobody configured, and saved states that were read and not applied. Empty if there is
 * nothing of it. Pure.
 */
export function notComparedText({ checks }: Pick<DrillRecord, 'checks'>): string {
  const of = new Map<string, string[]>();
  for (const { id, resource } of checks.filter(({ outcome }) => outcome === 'not-configured')) {
    const what = LEFT_OUT[id] ?? id;
    of.set(what, [...(of.get(what) ?? []), ...(isSubject(resource) ? [] : [resource])]);
  }
  const left = [...of].map(([what, resources]) =>
    resources.length === 0 ? what : `${what} (${resources.join(', ')})`,
  );
  const read = checks.filter(({ id, outcome }) => id === 'payloads' && outcome === 'passed');
  return [
    ...(left.length === 0 ? [] : [`not compared: ${left.join(', ')}`]),
    ...(read.length === 0 ? [] : [`read and not applied: ${read.map(({ resource }) => resource).join(', ')}`]),
  ].join('; ');
}

const isSubject = (resource: string): boolean => Object.values<string>(SUBJECTS).includes(resource);

/** The verdict of a row of the history, and what it does not cover. */
function resultText(record: DrillRecord): string {
  const limits = notComparedText(record);
  return limits === '' ? VERDICT_WORDS[record.verdict] : `${VERDICT_WORDS[record.verdict]} (${limits})`;
}

/** The recovery time with its target. Says what it leaves out. */
export function rtoText({ checks, rtoMs, waitMs, targets, missed }: DrillRecord): string {
  if (!hasRestored(checks)) {
    return `Recovery time (RTO): not measured, because nothing was restored. ${targetText(targets.rtoMinutes, false, false)}`;
  }
  const wait =
    waitMs === null
      ? 'the wait for an approval was not measured and is not in it'
      : `with the usual wait for an approval, ${lasting(waitMs)}, ${lasting(rtoMs + waitMs)}`;
  return `Recovery time (RTO): ${lasting(rtoMs)}; ${wait}. ${targetText(targets.rtoMinutes, missed.includes('rto'), true)}`;
}

/** The recovery time of a table or a tile. */
export const recoveryTime = ({ checks, rtoMs }: Pick<DrillRecord, 'checks' | 'rtoMs'>): string =>
  hasRestored(checks) ? lasting(rtoMs) : 'not measured';

/** An updated row counts twice: as a row that a restore takes, and as one that comes back. */
export const rowsText = (count: number): string =>
  count === 0 ? 'no row' : `at most ${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`;

/** The recovery point with its target. */
export function rpoText({ rpoMs, rowsSince, targets, missed }: DrillRecord): string {
  const rows = rowsSince === null ? 'how many rows changed since is not known' : `${rowsText(rowsSince)} changed since`;
  const point =
    rpoMs === null
      ? 'no snapshot passed its last drill'
      : `the newest snapshot that passed its last drill is ${age(rpoMs)} old; ${rows}`;
  return `Recovery point (RPO): ${point}. ${targetText(targets.rpoMinutes, missed.includes('rpo'), rpoMs !== null)}`;
}

function targetText(minutes: number | null, missed: boolean, known: boolean): string {
  if (minutes === null) return 'There is no target.';
  const target = `Target ${minutes} min`;
  return !known ? `${target}: not verified.` : missed ? `${target}: MISSED.` : `${target}: reached.`;
}

/** For a terminal. */
export function drillText(facts: DrillFacts): string {
  const { record, checks, notes } = facts;
  return textOf([
    drillTitle(facts),
    ...checks.map(({ outcome, resource, title }) => `  ${OUTCOME_WORDS[outcome]}: [${resource}] ${title}`),
    ...checks.flatMap(findingLines),
    rtoText(record),
    ...record.phases.map(({ name, ms }) => `  ${name}: ${lasting(ms)}`),
    rpoText(record),
    ...notes,
  ]);
}

const findingLines = ({ resource, findings }: ResourceCheck): string[] =>
  findings.map(({ level, message, remedy, code }) => {
    const next = remedy === undefined ? '' : ` What to do: ${remedy}`;
    return `${level}: [${resource}] ${message} (${code})${next}`;
  });

/** The last drills as rows, newest first. */
export function historyRows({ record, earlier }: Pick<DrillFacts, 'record' | 'earlier'>): string[][] {
  return [...earlier, record]
    .reverse()
    .map((one) => [
      one.startedAt.slice(0, 16).replace('T', ' '),
      one.kind,
      resultText(one),
      recoveryTime(one),
      one.rpoMs === null ? 'not known' : age(one.rpoMs),
      one.snapshot?.id ?? '-',
    ]);
}
export const HISTORY_HEAD = ['When (UTC)', 'What', 'Result', 'RTO', 'RPO', 'Snapshot'] as const;

const SIGN = { passed: '✅', failed: '❌', unverified: '❔', 'not-configured': '➖' } as const;
const VERDICT_SIGN: Readonly<Record<DrillVerdict, string>> = {
  passed: '✅',
  failed: '❌',
  unverified: '❔',
  'target-missed': '⏱️',
};

/** For a job summary and for the issue. */
export function drillMarkdown(facts: DrillFacts): string {
  const { record, checks, notes } = facts;
  const rows = checks.map(({ outcome, resource, title, findings }) => [
    `${SIGN[outcome]} ${OUTCOME_WORDS[outcome]}`,
    resource,
    title,
    findings.map(({ message, remedy }) => indented(`${message} ${remedy ?? ''}`.trim())).join(' '),
  ]);
  const sum = record.phases.reduce((all, { ms }) => all + ms, 0);
  return [
    `## ${VERDICT_SIGN[record.verdict]} ${escapeText(drillTitle(facts))}`,
    escapeText(rtoText(record)),
    escapeText(rpoText(record)),
    table(['Result', 'Resource', 'Check', 'Found'], rows),
    '### Time',
    table(
      ['Phase', 'Took'],
      [
        ...record.phases.map(({ name, ms }) => [name, lasting(ms)]),
        ['all', lasting(sum)],
        ['of these, a rollback has', lasting(recoveryMs(record.phases))],
      ],
    ),
    '### The last drills',
    table([...HISTORY_HEAD], historyRows(facts)),
    ...notes.map(escapeText),
  ].join('\n\n');
}
