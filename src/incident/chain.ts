import { hashOf, type Entry } from './entry.js';

/** An entry as the store holds it: under its number, or unreadable. */
export interface StoredEntry {
  /** Number of the file. */
  readonly seq: number;
  readonly entry: Entry | null;
}

/** The end of the chain, written after each entry. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** As it is shown, and as `incident verify --head` takes it. */
export const headText = ({ seq, hash }: Head): string => `${seq}:${hash}`;

/** The head of the store as it was read: null if it is missing. */
export type StoredHead = Head | 'unreadable' | null;

/**
 * What is wrong with a record, one sentence for each entry and each gap; empty for a sound one. A chain alone shows a change in the middle, not
 * a missing end, therefore the head is kept apart.
 *
 * @param stored in the order of their numbers
 * @param own the head of the store
 * @param shown a head that stood elsewhere, which must be part of the chain
 */
export function problemsOf(
  stored: readonly StoredEntry[],
  incident: string,
  own: StoredHead,
  shown: Head | null = null,
): string[] {
  const problems: string[] = [];
  let previous: Entry | null = null;
  let expected = 1;
  for (const { seq, entry } of stored) {
    if (expected < seq) problems.push(missing(expected, seq - 1));
    expected = seq + 1;
    const problem = entry === null ? 'cannot be read' : problemOf(entry, seq, incident, previous);
    if (problem !== null) problems.push(`Entry ${seq} ${problem}.`);
    previous = entry;
  }
  // A writer that was killed after the very first entry left no head.
  if (own === null && stored.length > 1)
    problems.push('head.json is missing: it is unknown whether the record ends here.');
  if (own === 'unreadable') problems.push('head.json cannot be read.');
  for (const head of [own, shown]) {
    if (head === null || head === 'unreadable') continue;
    const found = stored.find(({ seq }) => seq === head.seq);
    if (found === undefined) problems.push(`Entry ${head.seq} is missing: the record once ended with it.`);
    else if (found.entry !== null && found.entry.hash !== head.hash)
      problems.push(`Entry ${head.seq} is not the one that the record once ended with.`);
  }
  return [...new Set(problems)];
}

const missing = (from: number, to: number): string =>
  from === to ? `Entry ${from} is missing.` : `Entries ${from} to ${to} are missing.`;

function problemOf(entry: Entry, seq: number, incident: string, previous: Entry | null): string | null {
  if (entry.hash !== hashOf(entry)) return 'was changed: its hash does not match its content';
  if (entry.incident !== incident) return `belongs to incident ${entry.incident}`;
  if (entry.seq !== seq) return `has the number ${entry.seq}`;
  if (seq === 1 && (entry.kind !== 'opened' || entry.previous !== null)) return 'does not open an incident';
  if (previous !== null && entry.previous !== previous.hash) return `does not follow entry ${previous.seq}`;
  return null;
}
