import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../runtime/context.js';
import { makeFolder } from '../runtime/files.js';
import type { Begun } from './drift.js';

const entry = z.strictObject({
  at: z.iso.datetime(),
  event: z.enum([
    'open',
    'lock',
    'refused',
    'before',
    'run',
    'begin',
    'end',
    'fail',
    'stage',
    'backup',
    'replaced',
    'finish',
  ]),
  /**
   * URL of the workflow run, key of the change, name of the stage, id of the snapshot (`before`, `backup`, `replaced`), or digest
   * of the plan (`lock`, `refused`, `run`, `finish`).
   */
  what: z.string(),
  /** `refused`: the code of the error. */
  note: z.string().optional(),
  /** Of the lock that the run held. A later run has a higher one, whatever its clock says. */
  order: z.number().int().optional(),
});

const NEWLINE = 0x0a;

export type JournalEntry = z.infer<typeof entry>;

/**
 * Records the begin and the end of each step: one JSON line each. A line is on disk (fsync) before its step begins, so the
 * journal stays correct even after a kill. It never holds a secret.
 */
export class Journal {
  private readonly file: number;
  private order: number | undefined;
  private ran = false;

  /** @param previous entries of earlier runs of the same plan */
  constructor(
    readonly path: string,
    private readonly clock: Clock,
    readonly previous: readonly JournalEntry[] = [],
  ) {
    makeFolder(dirname(path));
    this.file = openSync(path, 'a', 0o600);
    // A kill in the middle of a write leaves half a line, which must not swallow the next one.
    const written = readFileSync(path);
    if (written.length > 0 && written.at(-1) !== NEWLINE) writeSync(this.file, '\n');
  }

  /**
   * Notes that a run of the plan has the lock. Without a `run` after it, that run ended before its first change.
   * @param order of the lock; null where the store has no lock
   */
  locked(digest: string, order: number | null): void {
    this.order = order ?? undefined;
    // Nothing waits for this line to be on disk: the copy in the store is what another run reads.
    this.write('lock', digest);
  }

  /**
   * Notes that this run of the plan ended by itself before its first change. Never fails: it must not hide the error.
   * @param code of the error
   */
  refused(digest: string, code: string): void {
    try {
      this.record('refused', digest, code);
    } catch {
      // Without this line the plan is named without a reason.
    }
  }

  record(event: JournalEntry['event'], what: string, note?: string): void {
    this.write(event, what, note);
    fsyncSync(this.file);
  }

  private write(event: JournalEntry['event'], what: string, note?: string): void {
    const line: JournalEntry = { at: this.clock.now().toISOString(), event, what, note, order: this.order };
    writeSync(this.file, `${JSON.stringify(line)}\n`);
    if (event === 'run') this.ran = true;
  }

  /** True if this run came to its first change. */
  cameToFirstChange(): boolean {
    return this.ran;
  }

  /** Notes which attempt of which workflow run opened the journal, before it does anything. */
  opened(url: string, attempt: number): void {
    this.record('open', url, attemptNote(attempt));
  }

  /** True if an earlier run began to carry out the plan. */
  wasBegun(): boolean {
    return this.previous.some(({ event }) => event === 'run');
  }

  /** True if an earlier attempt of this workflow run began the plan. @param url URL of the run */
  wasBegunBy(url: string): boolean {
    return url !== '' && this.previous.some(({ event, note }) => event === 'run' && note?.endsWith(`; run ${url}`));
  }

  /** All entries: earlier runs, then this one. */
  entries(): JournalEntry[] {
    return [...this.previous, ...parseJournal(readFileSync(this.path, 'utf8'))];
  }

  close(): void {
    closeSync(this.file);
  }
}

const attemptNote = (attempt: number): string => `attempt ${attempt}`;

/** The entries of one attempt of a workflow run; null if it did not open this journal. */
export function entriesOf(entries: readonly JournalEntry[], url: string, attempt: number): JournalEntry[] | null {
  const from = entries.findLastIndex(
    ({ event, what, note }) => event === 'open' && what === url && note === attemptNote(attempt),
  );
  if (from < 0) return null;
  const own = entries.slice(from + 1);
  const next = own.findIndex(({ event }) => event === 'open');
  return next < 0 ? own : own.slice(0, next);
}

/** Drops a last line that a crash truncated: its step was not begun. */
export function parseJournal(text: string): JournalEntry[] {
  return text.split('\n').flatMap((line) => entryIn(line) ?? []);
}

/** Number of the first line that is no entry of this version of Rewind; null if each is one. */
export function unreadableLine(text: string): number | null {
  const at = text.split('\n').findIndex((line) => line !== '' && entryIn(line) === null);
  return at < 0 ? null : at + 1;
}

function entryIn(line: string): JournalEntry | null {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Note of a failed change that wrote nothing, because somebody had changed its object after the plan. */
export const LEFT = 'api-conflict: left as it was';

/**
 * The changes that the runs of this journal began, and those of them that did not end.
 * @param overtaken keys of changes that count as not begun
 */
export function begunIn(entries: readonly JournalEntry[], overtaken: ReadonlySet<string> = new Set()): Begun {
  const ever = new Set<string>();
  const open = new Set<string>();
  /** Begun by an earlier attempt than the last one. */
  const before = new Set<string>();
  for (const { event, what, note } of entries) {
    if (overtaken.has(what)) continue;
    if (event === 'begin') {
      if (ever.has(what)) before.add(what);
      ever.add(what);
      open.add(what);
    }
    if (event === 'end') open.delete(what);
    // What somebody made of it is no interrupted work of ours: the same approval does not cover it.
    if (event === 'fail' && note === LEFT) {
      open.delete(what);
      if (!before.has(what)) ever.delete(what);
    }
  }
  return { ever, open };
}

/** The keys of the changes that were carried out. Parameters as above. */
export function endedIn(
  entries: readonly JournalEntry[],
  overtaken: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const ended = new Set<string>();
  for (const { event, what } of entries) {
    if (event === 'begin') ended.delete(what);
    if (event === 'end' && !overtaken.has(what)) ended.add(what);
  }
  return ended;
}

/**
 * Keys of the changes that another plan took up after the runs of this journal: what these runs left of them is gone. The
 * order in which the runs took the lock decides, whatever their clocks say. Only a store without a lock leaves it to the clocks.
 * @param others the journals of the other plans
 * @param event what another plan must have noted of the change
 */
export function overtakenIn(
  own: readonly JournalEntry[],
  others: readonly (readonly JournalEntry[])[],
  event: 'begin' | 'end',
): Set<string> {
  const last = new Map(own.flatMap((entry) => (entry.event === 'begin' ? [[entry.what, entry] as const] : [])));
  const later = others.flat().filter((entry) => {
    const begun = last.get(entry.what);
    return entry.event === event && begun !== undefined && isLater(entry, begun);
  });
  return new Set(later.map(({ what }) => what));
}

/** Of two runs the order of their locks decides; without it, the clocks. */
export const isLater = (a: JournalEntry, b: JournalEntry): boolean =>
  a.order === undefined || b.order === undefined ? a.at > b.at : a.order > b.order;
