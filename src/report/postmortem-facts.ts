import type { Content, Entry, Kind } from '../incident/entry.js';
import { all, lengthOf, readingOf, type Of, type Reading } from '../incident/postmortem-record.js';
import type { Figures, Span } from '../incident/status.js';
import { seconds } from '../runtime/progress.js';
import { sentenceOf } from './incident.js';
import { plural } from '../runtime/text.js';

/** A sentence of a post-mortem, and the entries of the record that it comes from. */
export interface Fact {
  /** It may hold text from outside. */
  readonly text: string;
  /** At least one. */
  readonly from: readonly Entry[];
}

/** What prevents the next incident, or makes it shorter. */
export interface ActionItem extends Fact {
  readonly kind: 'prevent' | 'detect' | 'mitigate' | 'process';
}

export interface Facts {
  readonly summary: readonly Fact[];
  readonly impact: readonly Fact[];
  readonly detection: readonly Fact[];
  /** `trigger` and `causes` name nobody: no text of a person, no login. */
  readonly trigger: readonly Fact[];
  readonly causes: readonly Fact[];
  readonly resolution: readonly Fact[];
  readonly well: readonly Fact[];
  readonly badly: readonly Fact[];
  readonly lucky: readonly Fact[];
  readonly actions: readonly ActionItem[];
  readonly evidence: readonly Fact[];
}

const fact = (text: string, ...from: Entry[]): Fact => ({ text, from });

/**
 * What the record of an incident says for its post-mortem. Pure: every number and time comes from an entry.
 * @param entries of a sound record, at least one
 */
export function factsOf(entries: readonly Entry[]): Facts {
  const reading = readingOf(entries);
  return { ...storyOf(reading), ...lessonsOf(reading), actions: actionsOf(reading), evidence: evidenceOf(reading) };
}

/** What happened. */
function storyOf(
  reading: Reading,
): Pick<Facts, 'summary' | 'impact' | 'detection' | 'trigger' | 'causes' | 'resolution'> {
  const { first, last, status, spans, seen, verdicts, worst, closed, planned, rolledBack, undone } = reading;
  const { verified, restored, obligations, unfinished, openCount } = reading;
  const ended = rolledBack.at(-1);
  return {
    summary: [
      fact(
        `The incident "${status.title}" was opened at ${first.at}. Severity: ${status.severity ?? 'not stated'}.`,
        first,
      ),
      ...(ended === undefined ? [] : [fact(`The last rollback ended at ${ended.at}: ${ended.data.title}`, ended)]),
      ...unfinished.flatMap(({ entry, hasEnd }) =>
        hasEnd ? [] : [fact(`No end of the plan that was approved at ${entry.at} is in the record.`, entry)],
      ),
      ...undone.slice(-1).map((entry) => fact(`The last undo ended at ${entry.at}: ${entry.data.title}`, entry)),
      ...verified.slice(-1).map((entry) => fact(sentence(entry), entry)),
      closed === undefined
        ? fact(
            `The incident is not closed. ${plural(openCount, 'obligation of the record is', 'obligations of the record are')} open.`,
            last,
          )
        : fact(`The incident was closed at ${closed.at}: ${closed.data.reason}`, closed),
    ],
    impact: [
      ...spanFact(spans, 'deployToRestoredMs', 'Failed deployment recovery time (from deploy to restored)'),
      ...spanFact(spans, 'detectedToRestoredMs', 'From detected to restored'),
      ...(restored === undefined ? [] : [fact(`"Restored" is this verification: ${sentence(restored)}`, restored)]),
      ...worst.map((entry) => fact(measured(entry.data), entry)),
      ...obligations.filter(({ data }) => DATA.has(data.kind)).map(obligationFact),
    ],
    detection: [
      seen === undefined
        ? fact(`No verdict of a watch is in the record. The record begins at ${first.at}.`, first)
        : fact(
            `A watch reached the level "${seen.data.level}" at ${seen.data.reachedAt}: ${measured(seen.data)}`,
            seen,
          ),
      ...(seen === undefined ? [] : proofOf(seen)),
    ],
    trigger: [
      ...planned.flatMap((entry) =>
        entry.data.releasedAt === undefined
          ? []
          : [fact(`The deploy was captured at ${entry.data.releasedAt}, just after it was made.`, entry)],
      ),
      ...(seen?.data.deployment == null ? [] : [fact(`The watched deployment is ${seen.data.deployment}.`, seen)]),
      ...obligations
        .filter(({ data }) => data.kind === 'quarantined-commit')
        .map((entry) => fact(`The rollback took this code out of production: ${entry.data.items.join(', ')}.`, entry)),
    ],
    causes: [
      ...verdicts.flatMap((entry) => (entry.data.suspect === null ? [] : [fact(SUSPECTS[entry.data.suspect], entry)])),
      ...planned.map((entry) =>
        fact(
          `${plural(entry.data.changes, 'change')} lay between production and snapshot ${entry.data.snapshot} (database mode of the plan: ${entry.data.database}).`,
          entry,
        ),
      ),
    ],
    resolution: reading.entries
      .filter(({ kind }) => RESOLUTION.has(kind))
      .map((entry) => fact(`${timeOf(entry)}: ${sentence(entry)}`, entry)),
  };
}

/** What went well and what did not. */
function lessonsOf(reading: Reading): Pick<Facts, 'well' | 'badly' | 'lucky'> {
  const { first, seen, helped, rolledBack, failed, notDone, verified, whole, lacking, noRelease } = reading;
  return {
    well: [
      ...(seen !== undefined && seen.seq <= 2 ? [fact('A watch noticed the failure first.', seen)] : []),
      ...helped
        .filter(({ data }) => data.ok)
        .map((entry) => fact(`A mitigation was in effect: ${entry.data.title}`, entry)),
      ...rolledBack
        .slice(0, 1)
        .filter(({ data: { ok, runs, manual } }) => ok && runs === 1 && manual.length === 0)
        .map((entry) => fact('The first run of the rollback did everything.', entry)),
      ...verified.filter(({ data }) => data.ok).map((entry) => fact(sentence(entry), entry)),
      ...whole.map((entry) => fact(`Every watched area recovered: ${sentence(entry)}`, entry)),
    ],
    badly: [
      ...[...failed, ...notDone]
        .sort((a, b) => a.seq - b.seq)
        .map((entry) => fact(`Not everything succeeded${runOf(entry)}: ${entry.data.title}`, entry)),
      ...rolledBack
        .filter(({ data: { ok, manual } }) => ok && manual.length > 0)
        .map((entry) => fact(`The rollback left this to a person: ${entry.data.manual.join(', ')}.`, entry)),
      ...reading.unfinished.map(({ entry, what }) => fact(what, entry)),
      ...verified.filter(({ data }) => !data.ok).map((entry) => fact(sentence(entry), entry)),
      ...lacking.map((entry) => fact(`An area did not recover: ${sentence(entry)}`, entry)),
      ...waitOf(reading),
      ...reading.untold.map((entry) => fact(sentence(entry), entry)),
    ],
    lucky: [
      ...(seen === undefined ? [fact('No watch saw the failure, and it was noticed all the same.', first)] : []),
      ...noRelease.map((entry) =>
        fact('There was no release capture: the plan could not tell the deploy from later changes.', entry),
      ),
      ...rolledBack
        .filter(({ data: { ok, runs } }) => ok && runs > 1)
        .map((entry) => fact(`Run ${entry.data.runs} of the rollback did what earlier runs left open.`, entry)),
    ],
  };
}

/** What prevents the next incident, or makes it shorter. */
function actionsOf(reading: Reading): ActionItem[] {
  const { first, seen, worst, helped, failed, noRelease, untold, unfinished, left } = reading;
  return [
    { kind: 'prevent', ...fact('Find the root cause, and remove it.', seen ?? first) },
    ...(seen === undefined
      ? [{ kind: 'detect' as const, ...fact('Add a probe that sees this failure: no watch reported it.', first) }]
      : []),
    ...worst.map((entry) => ({
      kind: 'detect' as const,
      ...fact(
        `Add a test case that fails as the probe ${entry.data.probe} did (criterion ${entry.data.criterion}).`,
        entry,
      ),
    })),
    ...(helped.length === 0
      ? [{ kind: 'mitigate' as const, ...fact('Decide what would ease such a failure before a rollback.', first) }]
      : []),
    ...failed.flatMap((entry) =>
      entry.data.failed.length === 0
        ? []
        : {
            kind: 'mitigate' as const,
            ...fact(`Find out how these changes of the rollback failed: ${entry.data.failed.join(', ')}.`, entry),
          },
    ),
    ...waitOf(reading).map((one) => ({
      kind: 'process' as const,
      ...one,
      text: `Make the approval faster. ${one.text}`,
    })),
    ...noRelease.map((entry) => ({
      kind: 'process' as const,
      ...fact('Take a release capture after each deploy.', entry),
    })),
    ...untold.map((entry) => ({
      kind: 'process' as const,
      ...fact(`Repair the channel: ${sentence(entry)}.`, entry),
    })),
    ...unfinished.map(({ entry, discharge }) => ({
      kind: 'process' as const,
      ...fact(`Finish the plan, or say why it stays unfinished: ${discharge}`, entry),
    })),
    ...left.map((entry) => ({
      kind: 'process' as const,
      ...fact(`${entry.data.what} To discharge: ${entry.data.discharge}`, entry),
    })),
    { kind: 'process', ...fact('Add to the runbook what was missing in it.', first) },
  ];
}

function evidenceOf({ entries, last }: Reading): Fact[] {
  return [
    ...runsOf(entries),
    ...all(entries, 'planned').map((entry) =>
      fact(`Plan ${entry.data.digest} (${entry.data.plan}), snapshot ${entry.data.snapshot}`, entry),
    ),
    fact(`Head of the record: ${last.seq}:${last.hash}`, last),
  ];
}

const RESOLUTION: ReadonlySet<Kind> = new Set<Kind>([
  ...(['mitigated', 'lifted', 'planned', 'approved', 'rolled-back', 'verified', 'observed', 'recovered'] as const),
]);
/** Obligations about data. */
const DATA: ReadonlySet<Content<'obligation'>['kind']> = new Set([
  ...(['kept-database', 'replication-left', 'events-to-replay'] as const),
]);
const SUSPECTS = {
  shared: 'The previous deployment failed too: suspect what both share, the database or a service.',
  deploy: 'The previous deployment did not fail: suspect what the deploy changed.',
} as const;

const sentence = (entry: Entry): string => sentenceOf(entry).replace(/^./, (letter) => letter.toUpperCase());

const timeOf = ({ at, data }: Entry): string => ('startedAt' in data ? `From ${data.startedAt} to ${at}` : `At ${at}`);

const obligationFact = (entry: Of<'obligation'>): Fact => fact(entry.data.what, entry);

function spanFact(spans: Readonly<Record<keyof Figures, Span | null>>, name: keyof Figures, title: string): Fact[] {
  const span = spans[name];
  if (span === null) return [];
  if (lengthOf(span) < 0) {
    const clocks = `${title} is not known: it would end at ${span.to}, before it began at ${span.from}. The clocks disagree.`;
    return [fact(clocks, ...span.entries)];
  }
  return [fact(`${title}: ${seconds(lengthOf(span) / 1000)}, from ${span.from} to ${span.to}.`, ...span.entries)];
}

/** A late approval is worth a word. */
const waitOf = ({ spans, isLate }: Reading): Fact[] =>
  isLate ? spanFact(spans, 'approvalWaitMs', 'The plan waited for its approved run') : [];

const runOf = ({ data }: Of<'rolled-back' | 'recovered' | 'mitigated' | 'lifted'>): string =>
  'runs' in data ? ` (run ${data.runs} of the plan)` : '';

const measured = ({ criterion, probe, rule, bad, total }: Content<'verdict'>): string =>
  `${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad.`;

function proofOf(entry: Of<'verdict'>): Fact[] {
  const { normal, evidence, threshold } = entry.data;
  const parts = [
    ...(normal === null ? [] : [`normal is up to ${(100 * normal).toFixed(1)} %`]),
    ...(evidence === null || threshold === null
      ? []
      : [`the evidence was ${evidence.toFixed(1)}, and ${threshold.toFixed(1)} was needed`]),
  ];
  return parts.length === 0 ? [] : [fact(`Evidence: ${parts.join('; ')}.`, entry)];
}

/** Each run once, with its first entry. */
function runsOf(entries: readonly Entry[]): Fact[] {
  const runs = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.run !== null && !runs.has(entry.run)) runs.set(entry.run, entry);
  }
  return [...runs].map(([url, entry]) => fact(`Run ${url}`, entry));
}
