import { shellWord } from '../runtime/shell-word.js';
import type { Content, Entry, Kind, Obligation, Severity } from './entry.js';

/** An obligation with its history. */
export interface ObligationStatus extends Obligation {
  readonly since: string;
  /** Null while it is open. */
  readonly discharged: { readonly at: string; readonly by: string; readonly how: string } | null;
}

/** What the record says, folded from its entries. */
export interface IncidentStatus {
  readonly id: string;
  readonly environment: string;
  readonly title: string;
  readonly severity: Severity | null;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly closed: { readonly at: string; readonly by: string; readonly reason: string } | null;
  /** Oldest first. */
  readonly obligations: readonly ObligationStatus[];
  readonly figures: Figures;
  readonly head: { readonly seq: number; readonly hash: string };
}

/** Times in milliseconds, from the record only; null if the record does not hold both ends. */
export interface Figures {
  /** From the release capture, taken just after the deploy, to the verification of the rollback that restored production. */
  readonly deployToRestoredMs: number | null;
  /** From the first entry to that verification. */
  readonly detectedToRestoredMs: number | null;
  /** Between the plan and the start of the approved run. */
  readonly approvalWaitMs: number | null;
}

/** Pure. @param entries of a sound record, at least one */
export function statusOf(entries: readonly Entry[]): IncidentStatus {
  const [first] = entries;
  const last = entries.at(-1);
  if (first?.kind !== 'opened' || last === undefined) throw new Error('a record begins with the entry "opened"');
  const obligations = new Map<string, ObligationStatus>();
  const plans = new Map<string, Content<'planned'>>();
  let closed: IncidentStatus['closed'] = null;
  for (const { kind, data, at, by } of entries) {
    if (kind === 'planned') plans.set(data.digest, data);
    // The plan stands in the record after its approval. Its run may be killed between the two entries.
    if (kind === 'planned' || kind === 'approved') {
      const opened = unfinished(first.incident, data.digest, at, plans.get(data.digest));
      obligations.set(opened.id, opened);
    }
    if ((kind === 'rolled-back' || kind === 'recovered' || kind === 'mitigated' || kind === 'lifted') && data.ok) {
      const id = unfinishedId(data.digest);
      const open = obligations.get(id);
      if (open !== undefined) obligations.set(id, { ...open, discharged: { at, by, how: data.title } });
    }
    if (kind === 'obligation') {
      const open = obligations.get(data.id);
      // A rollback that is run again, or a second one, states its obligations again. They are open since the first time.
      const still = open?.discharged === null ? open : null;
      const since = still?.since ?? at;
      const rollback = still?.rollback ?? data.rollback;
      const items = [...new Set([...(still?.items ?? []), ...data.items])];
      // A run whose user may not ask for the place leaves the one that is known.
      const where = data.where ?? (still?.what === data.what ? still.where : undefined);
      const stated = where === undefined ? data : { ...data, where };
      obligations.set(data.id, { ...stated, rollback, items, since, discharged: null });
    }
    if (kind === 'discharged') {
      const open = obligations.get(data.id);
      if (open !== undefined) obligations.set(data.id, { ...open, discharged: { at, by, how: data.how } });
    }
    if (kind === 'closed') closed = { at, by, reason: data.reason };
  }
  return {
    id: first.incident,
    environment: first.environment,
    title: first.data.title,
    severity: first.data.severity,
    openedAt: first.at,
    openedBy: first.by,
    closed,
    obligations: [...obligations.values()].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)),
    figures: figuresOf(entries),
    head: { seq: last.seq, hash: last.hash },
  };
}

/** A rollback that was approved is to be finished, also if its run was killed before it wrote anything else. */
function unfinished(
  incident: string,
  digest: string,
  since: string,
  plan: Content<'planned'> | undefined,
): ObligationStatus {
  const leave = plan?.leave ?? ['rewind', ...leaveWords(incident, digest)].map(shellWord).join(' ');
  return {
    id: unfinishedId(digest),
    kind: 'unfinished-rollback',
    what: `The plan ${digest.slice(0, 12)} was approved, and is not carried out completely. To leave it so: ${leave}`,
    resource: null,
    items: [digest],
    rollback: digest,
    discharge: plan?.command ?? `rewind rollback --digest ${digest}`,
    since,
    discharged: null,
  };
}

/** Of the obligation to finish a rollback. */
export const unfinishedId = (digest: string): string => `unfinished-rollback:${digest.slice(0, 12)}`;

/** Words of the command for a person who does not finish a rollback. */
export const leaveWords = (incident: string, digest: string): string[] => [
  ...['incident', 'discharge', incident, '--obligation', unfinishedId(digest)],
  ...['--reason', 'why it stays unfinished'],
];

/** True if the record mentions the rollback with this digest. */
export const tellsOf = ({ obligations }: IncidentStatus, digest: string): boolean =>
  obligations.some(({ kind, items }) => kind === 'unfinished-rollback' && items.includes(digest));

export const openObligations = ({ obligations }: Pick<IncidentStatus, 'obligations'>): ObligationStatus[] =>
  obligations.filter(({ discharged }) => discharged === null);

/** The entries that a figure is calculated from, and the times that it lies between (ISO 8601). */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly entries: readonly Entry[];
}

/** The ends of each figure; null if the record does not hold both. Pure. */
export function spansOf(entries: readonly Entry[]): Readonly<Record<keyof Figures, Span | null>> {
  const restored = restoredAt(entries);
  const [rollback] = rollbacksOf(entries);
  const restoring = restored === undefined ? undefined : planOf(entries, restored.data);
  const planned = rollback === undefined ? undefined : planOf(entries, rollback.data);
  const [first] = entries;
  const span = (from: string | undefined, to: string | undefined, ...of: (Entry | undefined)[]): Span | null =>
    from === undefined || to === undefined ? null : { from, to, entries: of.filter((entry) => entry !== undefined) };
  return {
    deployToRestoredMs: span(restoring?.data.releasedAt, restored?.at, restoring, restored),
    detectedToRestoredMs: span(first?.at, restored?.at, first, restored),
    approvalWaitMs: span(planned?.data.plannedAt, rollback?.data.startedAt, planned, rollback),
  };
}

/** Outcomes of rollbacks; those of their undos are left out. Pure. */
export const rollbacksOf = (entries: readonly Entry[]): Of<'rolled-back'>[] =>
  entries.filter((entry) => entry.kind === 'rolled-back').filter(({ data }) => data.undoes === null);

/** True for a rollback, or an undo, that changed nothing and left to a person what still differs. It restored nothing. */
export const isOnlyByHand = ({ ok, done, manual }: Pick<Content<'rolled-back'>, 'ok' | 'done' | 'manual'>): boolean =>
  ok && done.length === 0 && manual.length > 0;

/** True unless an undo took back what this plan did. An undo can be undone, too. Pure. */
export const isInEffect = (entries: readonly Entry[], { seq, data: { digest } }: Of<'rolled-back'>): boolean =>
  !entries
    .filter((entry) => entry.kind === 'rolled-back')
    .filter(({ data }) => data.ok && !isOnlyByHand(data) && data.undoes === digest)
    .some((undo) => undo.seq > seq && isInEffect(entries, undo));

/**
 * The first verification that proves a rollback which still holds. One that a probe contradicts proves nothing.
 * Undefined: there is none.
 */
export function restoredAt(entries: readonly Entry[]): Of<'verified'> | undefined {
  const held = new Set(
    rollbacksOf(entries).flatMap((entry) => (entry.data.ok && isInEffect(entries, entry) ? [entry.data.digest] : [])),
  );
  return entries
    .filter((entry) => entry.kind === 'verified')
    .find((entry) => entry.data.ok && held.has(entry.data.digest) && !isContradicted(entries, entry));
}

/** True if the watch after this verification found an area that does not work. */
function isContradicted(entries: readonly Entry[], { seq, data: { digest } }: Of<'verified'>): boolean {
  const next = entries.find((entry) => entry.seq > seq && entry.kind === 'verified' && entry.data.digest === digest);
  return entries
    .filter((entry) => entry.kind === 'observed')
    .filter((entry) => entry.data.digest === digest && entry.seq > seq && entry.seq < (next?.seq ?? Infinity))
    .some(({ data }) => data.areas.some(({ state }) => state === 'not-recovered'));
}

function figuresOf(entries: readonly Entry[]): Figures {
  const { deployToRestoredMs, detectedToRestoredMs, approvalWaitMs } = spansOf(entries);
  return {
    deployToRestoredMs: lengthOf(deployToRestoredMs),
    detectedToRestoredMs: lengthOf(detectedToRestoredMs),
    approvalWaitMs: lengthOf(approvalWaitMs),
  };
}

/** In milliseconds; null also if the clocks of the machines that wrote the ends disagree by more than that. */
function lengthOf(span: Span | null): number | null {
  const length = span === null ? -1 : Date.parse(span.to) - Date.parse(span.from);
  return length < 0 ? null : length;
}

type Of<K extends Kind> = Extract<Entry, { readonly kind: K }>;
const planOf = (entries: readonly Entry[], { digest }: { readonly digest: string }): Of<'planned'> | undefined =>
  entries.filter((entry) => entry.kind === 'planned').find(({ data }) => data.digest === digest);
