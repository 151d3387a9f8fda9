import type { Entry, Phase } from '../incident/entry.js';
import { isOnlyByHand } from '../incident/status.js';

/** `internal`: the team. `external`: everybody; such a text names no host, table, person or secret. */
export const AUDIENCES = ['internal', 'external'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A sentence, and the numbers of the entries that its facts come from. */
export interface Line {
  readonly text: string;
  readonly from: readonly number[];
}

/** Who to call at an instant. */
export type ContactsAt = (
  now: Date,
) => readonly { readonly name: string; readonly role: string; readonly reach: string }[];

/** What is said of a phase. */
export interface Text {
  readonly headline: Line;
  readonly lines: readonly Line[];
}

/** The part of a record that one message is made from. */
export interface Told {
  readonly phase: Phase;
  /** Names the rollback, or the incident; opaque. */
  readonly rollback: string;
  /** The entry that begins the phase. */
  readonly entry: Entry;
  /** All entries until the next phase, without those about messages. */
  readonly entries: readonly Entry[];
}

/**
 * The phases of a record. Each one comes once for a rollback: one that is run again tells only what is new. Pure.
 * @param entries of a sound record
 */
export function phasesIn(entries: readonly Entry[]): Told[] {
  const told = new Map<string, Omit<Told, 'entries'> & { readonly index: number }>();
  entries.forEach((entry, index) => {
    const phase = phaseOf(entry);
    if (phase === null) return;
    const rollback = 'digest' in entry.data ? `${entry.incident}-${entry.data.digest.slice(0, 12)}` : entry.incident;
    const key = `${rollback}/${phase}`;
    if (!told.has(key)) told.set(key, { phase, rollback, entry, index });
  });
  const begins = [...told.values()];
  return begins.map(({ phase, rollback, entry }, at) => ({
    ...{ phase, rollback, entry },
    entries: entries.slice(0, begins[at + 1]?.index).filter(({ kind }) => kind !== 'told'),
  }));
}

function phaseOf(entry: Entry): Phase | null {
  switch (entry.kind) {
    case 'opened':
    case 'closed':
      return entry.kind;
    case 'rolled-back':
      return isOnlyByHand(entry.data) ? null : entry.data.ok ? entry.kind : 'failed';
    case 'mitigated':
    case 'recovered':
    case 'verified':
      return entry.data.ok ? entry.kind : 'failed';
    case 'lifted':
      return entry.data.ok ? null : 'failed';
    default:
      return null;
  }
}

/** "2026-11-26 14:03 UTC" */
export const timeText = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

/** The last entry of a kind that belongs to the same rollback as the phase. */
export function sameRollback<K extends Entry['kind']>(
  { entry, entries }: Told,
  kind: K,
): (Entry & { readonly kind: K }) | undefined {
  if (!('digest' in entry.data)) return undefined;
  const { digest } = entry.data;
  return entries.findLast(
    (one): one is Entry & { readonly kind: K } =>
      one.kind === kind && 'digest' in one.data && one.data.digest === digest,
  );
}
