import { asRewindError, type RewindError } from '../runtime/errors.js';
import type { Store } from '../store/store.js';
import type { Manifest } from './manifest.js';
import { marksOf, readManifest, snapshotIds } from './snapshot-files.js';
import type { LoadProvider } from './resources.js';
import { describeState } from './provider.js';
import { assertTime } from './trust.js';

/** Manifests that are read at once, and that a plan shows. */
export const PAGE = 10;
/** A choice looks at this many of the newest snapshots: every one costs a request or more. */
export const LIMIT = 200;

/** What one resource says of the deployment that serves production. */
export interface Release {
  readonly deployment: string | null;
  readonly commit: string | null;
  /** Equal for the same release, also if it was built again. */
  readonly key: string;
}
/** By resource id. */
export type Releases = ReadonlyMap<string, Release>;

/** One snapshot of the store. */
export interface Entry {
  readonly id: string;
  readonly marks: readonly string[];
  /** Null if it could not be read; `problem` says why. */
  readonly manifest: Manifest | null;
  readonly problem: RewindError | null;
  /** The deployments that it shows; empty if it holds none. */
  readonly releases: Releases;
}

/** The snapshots of one environment, newest first. Reads each manifest once, when it is asked for. */
export class History {
  private readonly entries = new Map<string, Promise<Entry>>();
  private listed: readonly string[] = [];
  private isComplete = false;
  private named: ReadonlyMap<string, readonly string[]> = new Map();

  private constructor(
    private readonly store: Store,
    readonly environment: string,
    private readonly loadProvider: LoadProvider | null,
    private readonly now: Date | null,
  ) {}

  /**
   * @param loadProvider reads the deployments from the manifests; without it they stay unknown
   * @param now a snapshot from the future has the problem snapshot-time; null: times are not compared
   * @throws RewindError store-unreadable
   */
  static async open(
    store: Store,
    environment: string,
    loadProvider: LoadProvider | null,
    now: Date | null = null,
  ): Promise<History> {
    const history = new History(store, environment, loadProvider, now);
    await history.list(PAGE);
    return history;
  }

  /** Newest first; a store may have older ones, which `reach` lists. */
  get ids(): readonly string[] {
    return this.listed;
  }

  /** Names by snapshot id. */
  get marks(): ReadonlyMap<string, readonly string[]> {
    return this.named;
  }

  /** Lists older snapshots until there are enough, or no more; at most LIMIT where each costs a request. */
  async reach(enough: (ids: readonly string[]) => boolean): Promise<void> {
    while (!this.isComplete && !enough(this.listed)) await this.list(2 * Math.max(PAGE, this.listed.length));
  }

  /** Whether the store has a snapshot, also one that was not listed. */
  async holds(id: string): Promise<boolean> {
    if (this.listed.includes(id)) return true;
    return (await this.store.holds?.(`snapshots/${this.environment}/${id}`)) ?? false;
  }

  private async list(newest: number): Promise<void> {
    const wanted = Math.min(newest, LIMIT);
    const objects = await this.store.list(`snapshots/${this.environment}`, wanted);
    this.listed = snapshotIds(objects).reverse();
    this.isComplete = this.store.holds === undefined || wanted === LIMIT || this.listed.length < wanted;
    this.named = marksOf(objects);
  }

  entry(id: string): Promise<Entry> {
    const known = this.entries.get(id) ?? this.read(id);
    this.entries.set(id, known);
    return known;
  }

  /** The entries from one place to another in `ids`, read in parallel. */
  async slice(from: number, to?: number): Promise<Entry[]> {
    await this.reach((ids) => to !== undefined && ids.length >= to);
    return Promise.all(this.ids.slice(from, to).map((id) => this.entry(id)));
  }

  /** The newest entries: page by page, until they are enough. At most LIMIT. */
  async newest(enough: (entries: readonly Entry[]) => boolean): Promise<Entry[]> {
    for (let end = PAGE; ; end += PAGE) {
      const entries = await this.slice(0, end);
      if (enough(entries) || entries.length < end || end >= LIMIT) return entries;
    }
  }

  private async read(id: string): Promise<Entry> {
    const marks = this.marks.get(id) ?? [];
    try {
      const manifest = await readManifest(this.store, this.environment, id);
      if (this.now !== null) assertTime(manifest, this.now);
      const releases = this.loadProvider === null ? new Map() : await releasesOf(manifest, this.loadProvider);
      return { id, marks, manifest, problem: null, releases };
    } catch (error) {
      return { id, marks, manifest: null, problem: asRewindError(error), releases: new Map() };
    }
  }
}

/** The deployments that a snapshot shows. */
export async function releasesOf(manifest: Manifest, loadProvider: LoadProvider): Promise<Releases> {
  const all = await Promise.all(
    manifest.resources.map(async ({ id, provider: providerId, state }) => {
      // A provider of another version of Rewind may be unknown here.
      const provider = await loadProvider(providerId).catch(() => null);
      // A database shows no deployment, and its state may be large.
      const release = provider === null || provider.slow === true ? null : releaseOf(describeState(provider, state));
      return release === null ? [] : ([[id, release]] as const);
    }),
  );
  return new Map(all.flat());
}

/** Null if the description names no deployment. */
export function releaseOf(described: ReturnType<typeof describeState>): Release | null {
  const { deployment = null, commit = null, rebuildOf } = described;
  const key = rebuildOf ?? deployment ?? commit;
  return key === null ? null : { deployment, commit, key };
}

/** True if a snapshot shows the deployments that are live: all that both know are the same. */
export function showsLive(shown: Releases, live: Releases | null): boolean {
  const known = knownToBoth(shown, live);
  return known.length > 0 && known.every(([id, { key }]) => shown.get(id)?.key === key);
}

/** True if a snapshot shows a deployment that is not the live one. */
export function showsOther(shown: Releases, live: Releases | null): boolean {
  return knownToBoth(shown, live).some(([id, { key }]) => shown.get(id)?.key !== key);
}

const knownToBoth = (shown: Releases, live: Releases | null): (readonly [string, Release])[] =>
  [...(live ?? [])].filter(([id]) => shown.has(id));
