import { RECOVERIES } from '../engine/vocabulary.js';
import type { Content, Entry, Kind } from '../incident/entry.js';
import {
  openObligations,
  restoredAt,
  rollbacksOf,
  spansOf,
  statusOf,
  type Figures,
  type Span,
} from '../incident/status.js';
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

type Of<K extends Kind> = Extract<Entry, { kind: K }>;
const all = <K extends Kind>(entries: readonly Entry[], kind: K): Of<K>[] =>
  entries.filter((entry): entry is Of<K> => entry.kind === kind);
const fact = (text: string, ...from: Entry[]): Fact => ({ text, from });

/** A longer wait for an approval is worth a word. */
const LONG_WAIT_MS = 10 * 60_000;
/** Levels that say that something is wrong. */
const WRONG: readonly string[] = ['watch', 'mitigate', 'roll-back'];

/**
 * What the record of an incident says for its post-mortem. Pure: every number and time comes from an entry.
 * @param entries of a sound record, at least one
 */
export function factsOf(entries: readonly Entry[]): Facts {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) throw new Error('a record has an entry');
  const status = statusOf(entries);
  const spans = spansOf(entries);
  const verdicts = all(entries, 'verdict').filter(({ data }) => WRONG.includes(data.level));
  const [seen] = verdicts;
  const closed = all(entries, 'closed').at(-1);
  // The plans of undos, mitigations and recoveries say nothing about what broke production.
  const planned = all(entries, 'planned').filter(({ data }) => data.plan === 'rollback');
  const rolledBack = rollbacksOf(entries);
  const undone = all(entries, 'rolled-back').filter(({ data }) => data.undoes !== null);
  const lifted = all(entries, 'lifted');
  const verified = all(entries, 'verified');
  const ended = rolledBack.at(-1);
  const open = new Set(openObligations(status).map(({ id }) => id));
  const obligations = new Map(all(entries, 'obligation').map((entry) => [entry.data.id, entry]));
  const left = [...obligations.values()].filter(({ data }) => open.has(data.id));
  const unfinished = unfinishedOf(entries);
  const untold = [...lastSteps(entries).values()].filter(
    ({ data }) => data.step === 'not-sent' || data.step === 'perhaps-sent',
  );
  const isLate = spans.approvalWaitMs !== null && lengthOf(spans.approvalWaitMs) >= LONG_WAIT_MS;
  const wait = isLate ? spanFact(spans, 'approvalWaitMs', 'The plan waited for its approved run') : [];
  const helped = all(entries, 'mitigated');
  const unproven = verified.filter(({ data }) => !data.ok);
  const failed = rolledBack.filter(({ data }) => !data.ok);
  const notDone = [...undone, ...helped, ...lifted, ...all(entries, 'recovered')].filter(({ data }) => !data.ok);
  const noRelease = planned.filter(({ data }) => data.releasedAt === undefined);
  const restored = restoredAt(entries);
  const watches = all(entries, 'observed');
  const lacking = watches.filter(({ data }) => data.areas.some(({ state }) => state === 'not-recovered'));
  const whole = watches.filter(({ data }) => data.areas.length > 0 && data.areas.every(isRecovered));
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
            `The incident is not closed. ${plural(open.size, 'obligation of the record is', 'obligations of the record are')} open.`,
            last,
          )
        : fact(`The incident was closed at ${closed.at}: ${closed.data.reason}`, closed),
    ],
    impact: [
      ...spanFact(spans, 'deployToRestoredMs', 'Failed deployment recovery time (from deploy to restored)'),
      ...spanFact(spans, 'detectedToRestoredMs', 'From detected to restored'),
      ...(restored === undefined ? [] : [fact(`"Restored" is this verification: ${sentence(restored)}`, restored)]),
      ...worst(verdicts).map((entry) => fact(measured(entry.data), entry)),
      ...[...obligations.values()].filter(({ data }) => DATA.has(data.kind)).map(obligationFact),
    ],
    detection: [
      seen === undefined
        ? fact(`No verdict of a watch is in the record. The record begins at ${first.at}.`, first)
        : fact(
            `A watch reached the level "${seen.data.level}" at ${seen.data.reachedAt}: ${measured(seen.data)}`,
            seen,
          ),
      ...(seen === undefined ? [] : evidenceOf(seen)),
    ],
    trigger: [
      ...planned.flatMap((entry) =>
        entry.data.releasedAt === undefined
          ? []
          : [fact(`The deploy was captured at ${entry.data.releasedAt}, just after it was made.`, entry)],
      ),
      ...(seen?.data.deployment == null ? [] : [fact(`The watched deployment is ${seen.data.deployment}.`, seen)]),
      ...[...obligations.values()]
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
    resolution: entries
      .filter(({ kind }) => RESOLUTION.has(kind))
      .map((entry) => fact(`${timeOf(entry)}: ${sentence(entry)}`, entry)),
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
      ...unfinished.map(({ entry, what }) => fact(what, entry)),
      ...unproven.map((entry) => fact(sentence(entry), entry)),
      ...lacking.map((entry) => fact(`An area did not recover: ${sentence(entry)}`, entry)),
      ...wait,
      ...untold.map((entry) => fact(sentence(entry), entry)),
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
    actions: [
      { kind: 'prevent', ...fact('Find the root cause, and remove it.', seen ?? first) },
      ...(seen === undefined
        ? [{ kind: 'detect' as const, ...fact('Add a probe that sees this failure: no watch reported it.', first) }]
        : []),
      ...worst(verdicts).map((entry) => ({
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
      ...wait.map((one) => ({ kind: 'process' as const, ...one, text: `Make the approval faster. ${one.text}` })),
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
    ],
    evidence: [
      ...runsOf(entries),
      ...all(entries, 'planned').map((entry) =>
        fact(`Plan ${entry.data.digest} (${entry.data.plan}), snapshot ${entry.data.snapshot}`, entry),
      ),
      fact(`Head of the record: ${last.seq}:${last.hash}`, last),
    ],
  };
}

const RESOLUTION: ReadonlySet<Kind> = new Set<Kind>([
  ...(['mitigated', 'lifted', 'planned', 'approved', 'rolled-back', 'verified', 'observed', 'recovered'] as const),
]);
/** Obligations that tell of data. */
const DATA: ReadonlySet<Content<'obligation'>['kind']> = new Set([
  ...(['kept-database', 'replication-left', 'events-to-replay'] as const),
]);
const SUSPECTS = {
  shared: 'The previous deployment failed too: suspect what both share, the database or a service.',
  deploy: 'The previous deployment did not fail: suspect what the deploy changed.',
} as const;

const [RECOVERED] = RECOVERIES;
const isRecovered = ({ state }: { readonly state: string }): boolean => state === RECOVERED;

const sentence = (entry: Entry): string => sentenceOf(entry).replace(/^./, (letter) => letter.toUpperCase());

const timeOf = ({ at, data }: Entry): string => ('startedAt' in data ? `From ${data.startedAt} to ${at}` : `At ${at}`);

const obligationFact = (entry: Of<'obligation'>): Fact => fact(entry.data.what, entry);

const lengthOf = ({ from, to }: Span): number => Date.parse(to) - Date.parse(from);

function spanFact(spans: Readonly<Record<keyof Figures, Span | null>>, name: keyof Figures, title: string): Fact[] {
  const span = spans[name];
  if (span === null) return [];
  if (lengthOf(span) < 0) {
    const clocks = `${title} is not known: it would end at ${span.to}, before it began at ${span.from}. The clocks disagree.`;
    return [fact(clocks, ...span.entries)];
  }
  return [fact(`${title}: ${seconds(lengthOf(span) / 1000)}, from ${span.from} to ${span.to}.`, ...span.entries)];
}

const runOf = ({ data }: Of<'rolled-back' | 'recovered' | 'mitigated' | 'lifted'>): string =>
  'runs' in data ? ` (run ${data.runs} of the plan)` : '';

const measured = ({ criterion, probe, rule, bad, total }: Content<'verdict'>): string =>
  `${criterion}, probe ${probe}, ${rule}: ${bad} of ${total} bad.`;

function evidenceOf(entry: Of<'verdict'>): Fact[] {
  const { normal, evidence, threshold } = entry.data;
  const parts = [
    ...(normal === null ? [] : [`normal is up to ${(100 * normal).toFixed(1)} %`]),
    ...(evidence === null || threshold === null
      ? []
      : [`the evidence was ${evidence.toFixed(1)}, and ${threshold.toFixed(1)} was needed`]),
  ];
  return parts.length === 0 ? [] : [fact(`Evidence: ${parts.join('; ')}.`, entry)];
}

/** Of each criterion and probe, the verdict with most failures. */
function worst(verdicts: readonly Of<'verdict'>[]): Of<'verdict'>[] {
  const found = new Map<string, Of<'verdict'>>();
  for (const entry of verdicts) {
    const key = JSON.stringify([entry.data.criterion, entry.data.probe]);
    const before = found.get(key);
    if (before === undefined || before.data.bad < entry.data.bad) found.set(key, entry);
  }
  return [...found.values()];
}

/** The last step of each message. */
const lastSteps = (entries: readonly Entry[]): Map<string, Of<'told'>> =>
  new Map(all(entries, 'told').map((entry) => [entry.data.message, entry]));

/** Plans that are to be finished. No entry opens this obligation: the approval does. */
function unfinishedOf(entries: readonly Entry[]) {
  return openObligations(statusOf(entries)).flatMap(({ kind, items: [digest], what, discharge }) => {
    const ofPlan = entries.filter(({ data }) => 'digest' in data && data.digest === digest);
    const entry = ofPlan.findLast((one) => one.kind === 'approved' || one.kind === 'planned');
    if (kind !== 'unfinished-rollback' || entry === undefined) return [];
    return [{ entry, what, discharge, hasEnd: ofPlan.some(({ seq, data }) => seq > entry.seq && 'ok' in data) }];
  });
}

/** Each run once, with its first entry. */
function runsOf(entries: readonly Entry[]): Fact[] {
  const runs = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.run !== null && !runs.has(entry.run)) runs.set(entry.run, entry);
  }
  return [...runs].map(([url, entry]) => fact(`Run ${url}`, entry));
}
