import { isOrdinary, isOurs, type Circumstances } from './eligible.js';
import { PAGE, showsLive, type Entry, type History, type Releases } from './history.js';
import type { Manifest } from './manifest.js';

/** Snapshots that are looked at to find the one before a deploy. */
const LOOK_BACK = 3 * PAGE;

/** What came before the deploy that is live. */
export type Before =
  | { readonly kind: 'found'; readonly manifest: Manifest }
  /** The deploy went live without a snapshot. `why`: a sentence. */
  | { readonly kind: 'none'; readonly why: string }
  /** Production serves a deployment again that an older snapshot shows: a rollback, not a deploy. */
  | { readonly kind: 'returned' };

/**
 * The snapshot that was taken before the deploy that is live, and after the one before it. A release capture of another
 * deployment that is newer than every snapshot proves that there is none. Without a resource that shows a deployment, the
 * newest snapshot counts.
 */
export async function snapshotBeforeDeploy(
  history: History,
  { live, configured, origin }: Pick<Circumstances, 'live' | 'configured' | 'origin'>,
): Promise<Before> {
  const ordinary = isOrdinary({ scope: null, configured, origin });
  const all = await history.slice(0, LOOK_BACK);
  const entries = all.filter(({ manifest }) => manifest !== null && isOurs(manifest, origin));
  const shown = (entry: Entry): boolean => showsLive(entry.releases, live);
  const at = entries.findIndex(
    (entry) => (ordinary(entry) || (entry.manifest?.reason === 'release' && live !== null)) && !shown(entry),
  );
  const found = entries[at];
  if (entries.slice(at + 1).some((entry) => at >= 0 && shown(entry))) return { kind: 'returned' };
  if (found?.manifest && ordinary(found)) return { kind: 'found', manifest: found.manifest };
  const why =
    found === undefined
      ? entries.some(shown)
        ? 'Every snapshot in the store shows this deployment already.'
        : none(all)
      : `The newest capture of the deployment before it is ${found.id}, and no snapshot was taken after that one.`;
  return { kind: 'none', why };
}

/** Why none of these counts. A snapshot that cannot be believed, e.g. one from the future of this machine's clock, is one. */
function none(all: readonly Entry[]): string {
  const [newest] = all;
  if (newest === undefined) return 'The store has no snapshot.';
  const why = newest.problem?.message ?? 'It belongs to another repository or environment.';
  return `None of the newest snapshots in the store (${all.length}) counts. The newest is ${newest.id}: ${why}`;
}

/**
 * The newest release capture that can tell the deploy's changes from later ones: it belongs to the snapshot, and no deploy
 * followed it. A rollback of that deploy may have followed.
 *
 * @param snapshot the one that a rollback returns to
 * @param digest SHA-256 of its manifest
 * @returns null if there is none
 */
export async function releaseAfter(
  history: History,
  snapshot: Manifest,
  digest: string,
  live: Releases | null,
): Promise<Manifest | null> {
  await history.reach((ids) => ids.includes(snapshot.id));
  const newer = await history.slice(0, Math.max(0, history.ids.indexOf(snapshot.id)));
  const before = (await history.entry(snapshot.id)).releases;
  for (const { manifest, releases } of newer) {
    const deploying = manifest?.reason === 'pre-deploy' && manifest.scope === null;
    const { after } = manifest ?? {};
    if (manifest && after?.snapshot === snapshot.id && after.digest === digest && manifest.salt === snapshot.salt) {
      return sameDeploy(releases, before, live) === false ? null : manifest;
    }
    // Nobody says which deployment is live, and there may be a newer one.
    if (deploying && sameDeploy(releases, releases, live) === undefined) return null;
  }
  return null;
}

/** Whether production serves what the release or the snapshot before it shows; undefined if nobody says. */
function sameDeploy(release: Releases, before: Releases, live: Releases | null): boolean | undefined {
  const known = [...(live ?? [])].filter(([id]) => release.has(id));
  if (known.length === 0) return undefined;
  return known.every(([id, { key }]) => release.get(id)?.key === key || before.get(id)?.key === key);
}
