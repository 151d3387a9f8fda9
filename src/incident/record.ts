import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Clock } from '../runtime/context.js';
import { RewindError } from '../runtime/errors.js';
import { mapLimited } from '../runtime/flow.js';
import type { Store } from '../store/store.js';
import { problemsOf, type StoredEntry, type StoredHead } from './chain.js';
import { chain, INCIDENT_ID, parseEntry, type Content, type Entry, type Kind, type Unchained } from './entry.js';
import { statusOf, type IncidentStatus } from './status.js';

/**
 * Files of one incident, under `incidents/<environment>/<id>/`:
 *   000001.json …   entries, one object each, never written twice
 *   head.json       number and hash of the last entry, written after it
 */
const folderOf = (environment: string, id: string): string => `incidents/${environment}/${id}`;
const FILE = /\/(\d{6})\.json$/;
const keyOf = (environment: string, id: string, seq: number): string =>
  `${folderOf(environment, id)}/${String(seq).padStart(6, '0')}.json`;
const headKey = (environment: string, id: string): string => `${folderOf(environment, id)}/head.json`;
const head = z.strictObject({ seq: z.number().int().positive(), hash: z.string() });
/** Times that an entry is placed again because another process wrote the same number. */
const RETRIES = 20;
/** Records that are read at once. */
export const INCIDENTS_AT_ONCE = 4;
/** Entries of a record that are read at once. */
const READS = 32;

/** Who writes. */
export interface Author {
  readonly by: string;
  readonly run: string | null;
  /** Replaces secrets: a record is kept, and read by more people than its writer. */
  readonly redact: (text: string) => string;
}

/** A record as it lies in the store. */
export interface ReadRecord {
  readonly stored: readonly StoredEntry[];
  /** Null if it is missing. */
  readonly head: StoredHead;
}

/** Ids of the incidents of an environment, oldest first. */
export async function listIncidents(store: Store, environment: string): Promise<string[]> {
  const objects = await store.list(`incidents/${environment}`);
  const own = objects.filter(({ key }) => FILE.test(key) || key.endsWith('/head.json'));
  return [...new Set(own.map(({ key }) => key.split('/')[2] ?? ''))].filter((id) => INCIDENT_ID.test(id)).sort();
}

/**
 * Reads what is there, also if it is damaged.
 * @param known the first entries, as they were read before: entries are never written twice
 * @throws RewindError incident-not-found
 */
export async function readRecord(
  store: Store,
  environment: string,
  id: string,
  known: readonly Entry[] = [],
): Promise<ReadRecord> {
  const folder = folderOf(environment, id);
  const listed = await store.list(folder);
  const end = await readHead(store, environment, id, listed);
  // Another writer may have added entries after the listing. A head is written after its entry, so a new listing has it.
  const isOld =
    end !== null && end !== 'unreadable' && !listed.some(({ key }) => key === keyOf(environment, id, end.seq));
  const numbered = (isOld ? await store.list(folder) : listed).flatMap(({ key }) => {
    const seq = FILE.exec(key)?.[1];
    return seq === undefined ? [] : [{ key, seq: Number(seq) }];
  });
  if (numbered.length === 0 && end === null) {
    throw new RewindError('incident-not-found', `There is no incident ${id} in "${environment}".`);
  }
  const stored = await mapLimited(numbered, READS, async ({ key, seq }) => {
    const before = known[seq - 1];
    if (before !== undefined) return { seq, entry: before };
    const content = await store.open(key).then(text);
    try {
      return { seq, entry: parseEntry(content, key) };
    } catch {
      return { seq, entry: null };
    }
  });
  return { stored, head: end };
}

async function readHead(
  store: Store,
  environment: string,
  id: string,
  objects: readonly { readonly key: string }[],
): Promise<StoredHead> {
  const key = headKey(environment, id);
  // A writer that was killed between the first entry and its head.
  if (!objects.some((object) => object.key === key)) return null;
  try {
    return head.parse(JSON.parse(await store.open(key).then(text)));
  } catch {
    return 'unreadable';
  }
}

/**
 * The entries of a sound record.
 * @param known the first entries, as they were read before
 * @throws RewindError incident-not-found, incident-corrupt
 */
export async function readEntries(
  store: Store,
  environment: string,
  id: string,
  known: readonly Entry[] = [],
): Promise<Entry[]> {
  const { stored, head: end } = await readRecord(store, environment, id, known);
  const problems = problemsOf(stored, id, end);
  if (problems.length > 0) {
    throw new RewindError('incident-corrupt', `The record of incident ${id} was changed or is damaged.`, { problems });
  }
  return stored.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}

/**
 * The incidents that are not closed, newest first.
 * @param onDamaged gets the error of each damaged record; the result leaves that incident out
 */
export async function openIncidents(
  store: Store,
  environment: string,
  onDamaged: (error: RewindError) => void,
): Promise<IncidentStatus[]> {
  const open: IncidentStatus[] = [];
  for (const id of (await listIncidents(store, environment)).reverse()) {
    try {
      const status = statusOf(await readEntries(store, environment, id));
      if (status.closed === null) open.push(status);
    } catch (error) {
      if (!(error instanceof RewindError) || error.code !== 'incident-corrupt') throw error;
      onDamaged(error);
    }
  }
  return open;
}

/** Reads and writes one record. Entries with a key are written once. */
export class Recorder {
  /** The record as this process knows it: each entry is read once, because a record grows. */
  private known: Entry[] | null = null;
  /** True: there may be more entries. */
  private isOld = false;
  /** Number of entries that this process copied. */
  private carried = 0;
  /** One step at a time: messages are sent beside a rollback, and both write. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Store,
    private readonly environment: string,
    readonly incident: string,
    private readonly author: Author,
    private readonly clock: Clock,
  ) {}

  /**
   * Appends an entry. Safe against a kill at any write and against a second writer: a number is written only once.
   * @returns false if the entry with this key was there already
   * @throws RewindError incident-corrupt, store-unreadable, store-write-failed
   */
  add<K extends Kind>(kind: K, data: Content<K>, key: string | null = null): Promise<boolean> {
    return this.inTurn(() => this.append(kind, data, key));
  }

  /** The entries, with those that this process wrote. @throws RewindError incident-not-found, incident-corrupt */
  entries(): Promise<readonly Entry[]> {
    return this.inTurn(() => this.read(false));
  }

  /** Looks for new entries before the next step: another process may have written. */
  refresh(): void {
    this.isOld = true;
  }

  private inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.last.then(step, step);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async append<K extends Kind>(kind: K, data: Content<K>, key: string | null): Promise<boolean> {
    const { environment, incident, store } = this;
    for (let tries = 0; tries < RETRIES; tries += 1) {
      const entries = await this.read(kind === 'opened');
      if (key !== null && entries.some((entry) => entry.key === key)) return false;
      const { by, run, redact } = this.author;
      const at = this.clock.now().toISOString();
      const clean: unknown = JSON.parse(redact(JSON.stringify(data)));
      const content = { incident, environment, at, by, run, key, kind, data: clean };
      const entry = chain(content as Unchained, entries.at(-1));
      await this.carry(entries);
      if (!(await create(store, keyOf(environment, incident, entry.seq), entry))) {
        // Another writer was faster.
        this.isOld = true;
        continue;
      }
      this.known = [...entries, entry];
      await store.put(headKey(environment, incident), encode({ seq: entry.seq, hash: entry.hash }));
      return true;
    }
    throw new RewindError('store-write-failed', `Another process keeps writing to incident ${incident}.`);
  }

  private async read(first: boolean): Promise<Entry[]> {
    if (this.known !== null && !this.isOld) return this.known;
    this.isOld = false;
    try {
      this.known = await readEntries(this.store, this.environment, this.incident, this.known ?? []);
      return this.known;
    } catch (error) {
      if (first && error instanceof RewindError && error.code === 'incident-not-found') return [];
      this.isOld = true;
      throw error;
    }
  }

  /** An artifact of a run holds the whole record, because the artifacts of earlier runs expire. */
  private async carry(entries: readonly Entry[]): Promise<void> {
    if (this.store.expires !== true) return;
    for (const entry of entries.slice(this.carried)) {
      await this.store.put(keyOf(this.environment, this.incident, entry.seq), encode(entry));
    }
    this.carried = entries.length;
  }
}

const encode = (content: object): Buffer => Buffer.from(`${JSON.stringify(content)}\n`);

/** @returns false if the object exists. A store that cannot tell is used by one run at a time. */
async function create(store: Store, key: string, entry: Entry): Promise<boolean> {
  if (store.create !== undefined) return store.create(key, encode(entry));
  await store.put(key, encode(entry));
  return true;
}
