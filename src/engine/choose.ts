import { RewindError } from '../runtime/errors.js';
import type { Store } from '../store/store.js';
import { History, PAGE, showsLive, showsOther, type Entry } from './history.js';
import { snapshotTime, type Manifest } from './manifest.js';
import { parseSelector, type Selector } from './selector.js';
import { assertOurs, covers, isBroken, isOrdinary, isOurs, readable, type Circumstances } from './eligible.js';
import { noneYet, notFound, tooFew } from './snapshot-not-found.js';
import { environmentsHolding, otherEnvironments } from './snapshot-files.js';
import { NEVER_LATEST } from './vocabulary.js';

/** The chosen snapshot. */
export interface Choice {
  readonly manifest: Manifest;
  /** Why this one, as a sentence for people; null if its id was given. */
  readonly because: string | null;
}

/**
 * Finds the snapshot that a selector names.
 *
 * @param text as the user gave it
 * @throws RewindError snapshot-not-found, snapshot-foreign, snapshot-corrupt, snapshot-unsupported, input-invalid
 */
export async function chooseSnapshot(
  store: Store,
  history: History,
  text: string,
  circumstances: Circumstances,
): Promise<Choice> {
  try {
    return await choose(store, history, text, circumstances);
  } catch (error) {
    // None is listed. There may have been some; an id is looked for by itself.
    const isNone = error instanceof RewindError && error.code === 'snapshot-not-found' && history.ids.length === 0;
    if (!isNone || parseSelector(text)?.kind === 'id') throw error;
    const { environment } = history;
    const why = await store.whyMissing?.(`snapshots/${environment}`);
    throw why ?? noneYet(history, await otherEnvironments(store, environment));
  }
}

async function choose(store: Store, history: History, text: string, circumstances: Circumstances): Promise<Choice> {
  const selector = parseSelector(text);
  if (selector === undefined) throw new RewindError('input-invalid', `"${text}" names no snapshot.`);
  switch (selector.kind) {
    case 'id':
      return { manifest: await byId(store, history, selector.id, circumstances), because: null };
    case 'newest':
      return byRank(history, selector.back, text, circumstances);
    case 'time': {
      await history.reach((ids) => ids.some((id) => snapshotTime(id) <= selector.at.getTime()));
      const upTo = history.ids.findIndex((id) => snapshotTime(id) <= selector.at.getTime());
      const found = upTo < 0 ? undefined : await firstOf(history, upTo, circumstances, isOrdinary(circumstances));
      if (found === undefined)
        throw notFound(history, `was taken at or before ${selector.at.toISOString()}`, circumstances);
      return { manifest: found, because: `It is the newest one at or before ${selector.at.toISOString()}.` };
    }
    case 'mark':
      return byMark(history, selector, circumstances);
    case 'commit':
      return byCommit(history, selector.sha, `commit ${selector.sha}`, circumstances);
    case 'pull': {
      const sha = await circumstances.mergeCommit(selector.number);
      return byCommit(history, sha, `#${selector.number} (merged as ${sha.slice(0, 12)})`, circumstances);
    }
  }
}

/** The newest snapshot from before the deployments that are live; undefined if there is none, or they are unknown. */
export async function newestBefore(history: History, circumstances: Circumstances): Promise<string | undefined> {
  if (circumstances.live === null) return undefined;
  const { before } = await ranked(history, 1, circumstances);
  return before.find(({ manifest }) => manifest !== null)?.id;
}

/**
 * Ids that `latest`, `previous` and `~2` … stand for, as far as they are in these entries; none after one that cannot be
 * read, because a choice stops there.
 */
export function rankedIds(entries: readonly Entry[], circumstances: Circumstances): string[] {
  const { chosen } = rank(entries, circumstances);
  const broken = chosen.findIndex(isBroken);
  return (broken < 0 ? chosen : chosen.slice(0, broken)).map(({ id }) => id);
}

async function byRank(history: History, back: number, text: string, circumstances: Circumstances): Promise<Choice> {
  const { entries, before, chosen } = await ranked(history, back + 1, circumstances);
  const found = atRank(chosen, back, circumstances);
  const newer =
    found === undefined
      ? entries
      : entries.slice(
          0,
          entries.findIndex(({ id }) => id === found.id),
        );
  const others = passedOver(newer, new Set(chosen), circumstances);
  if (found === undefined) {
    // The store of another repository: that it is the wrong one says more than that nothing fits.
    const known = entries.flatMap(({ manifest }) => (manifest === null ? [] : [manifest]));
    if (!known.some((manifest) => isOurs(manifest, circumstances.origin))) {
      for (const manifest of known.slice(0, 1)) assertOurs(manifest, circumstances.origin);
    }
    const counts = chosen.filter((entry) => readable(entry) !== null).length;
    const unread = history.ids.length - entries.length;
    if (counts > 0 && unread === 0) throw tooFew(history, text, back, counts);
    const time = entries.find(({ problem }) => problem?.code === 'snapshot-time')?.problem?.message;
    throw notFound(history, 'covers the scope', circumstances, { others, unread, time });
  }
  const which = back === 0 ? 'the newest one' : `${back} before the newest one`;
  const reasons = [
    ...(circumstances.live === null || chosen !== before
      ? []
      : [`It is ${which} from before the deployment that is live now.`]),
    ...(others === '' ? [] : [`Newer ones that do not count: ${others}.`]),
  ];
  return { manifest: found, because: reasons.length === 0 ? null : reasons.join(' ') };
}

/** How many of the entries do not count, and why: "2 not believed, 1 of another repository or environment". Pure. */
function passedOver(
  entries: readonly Entry[],
  chosen: ReadonlySet<Entry>,
  { origin, ...circumstances }: Circumstances,
): string {
  const reasons = entries.flatMap((entry): string[] => {
    const { manifest } = entry;
    if (manifest === null) return [isBroken(entry) ? 'damaged' : 'not believed'];
    if (!isOurs(manifest, origin)) return ['of another repository or environment'];
    if (manifest.reason === 'pre-rollback') return ['taken by a rollback'];
    if (NEVER_LATEST.includes(manifest.reason)) return ['taken after a deploy'];
    if (!covers(manifest, circumstances)) return ['of other resources'];
    return chosen.has(entry) ? [] : ['not from before the live deployment'];
  });
  return [...new Set(reasons)]
    .map((reason) => `${reasons.filter((other) => other === reason).length} ${reason}`)
    .join(', ');
}

interface Ranked {
  /** From before the live deployments, newest first. */
  readonly before: readonly Entry[];
  /** `before`; if there are none before, those that show no other deployment; all that count if there are none of these. */
  readonly chosen: readonly Entry[];
}

/** Reads as many pages as are needed for that many snapshots. `entries`: all that were read. */
async function ranked(
  history: History,
  wanted: number,
  circumstances: Circumstances,
): Promise<Ranked & { readonly entries: readonly Entry[] }> {
  const counts = isOrdinary(circumstances);
  const entries = await history.newest((read) => rank(read, circumstances).before.filter(counts).length >= wanted);
  return { entries, ...rank(entries, circumstances) };
}

/**
 * Pure. A snapshot that is newer than one which shows the live deployments was taken after they went live, even if it shows
 * others: production was rolled back in between.
 */
function rank(entries: readonly Entry[], circumstances: Circumstances): Ranked {
  const last = entries.findLastIndex(({ releases }) => showsLive(releases, circumstances.live));
  const counts = isOrdinary(circumstances);
  // Entries that cannot be read stay: the command that reaches one says so.
  const countable = (entry: Entry): boolean => isBroken(entry) || counts(entry);
  const before = entries.slice(last + 1).filter(countable);
  if (before.some(counts)) return { before, chosen: before };
  const all = entries.filter(countable);
  // One that shows another deployment is newer than the live one, for example the release that was rolled back.
  const unmoved = all.filter(({ releases }) => !showsOther(releases, circumstances.live));
  return { before, chosen: unmoved.some(counts) ? unmoved : all };
}

/** The entry at a place; those that cannot be believed do not count. @throws the problem of a damaged one before it */
function atRank(entries: readonly Entry[], back: number, { origin }: Circumstances): Manifest | undefined {
  let left = back;
  for (const entry of entries) {
    const manifest = readable(entry);
    if (manifest === null || !isOurs(manifest, origin)) continue;
    if (left === 0) return manifest;
    left -= 1;
  }
  return undefined;
}

async function firstOf(
  history: History,
  from: number,
  circumstances: Circumstances,
  fits: (entry: Entry) => boolean,
): Promise<Manifest | undefined> {
  for (let start = from; ; start += PAGE) {
    // Reading a page lists it, so `ids` does not tell yet whether there is one.
    const entries = await history.slice(start, start + PAGE);
    if (entries.length === 0) return undefined;
    for (const entry of entries) {
      const manifest = readable(entry);
      if (manifest !== null && fits(entry)) return manifest;
    }
  }
}

/** Production served the commit; else the snapshot was taken for the deploy of it, before it. */
async function byCommit(history: History, sha: string, what: string, circumstances: Circumstances): Promise<Choice> {
  const entries = (await history.slice(0)).filter(isOrdinary(circumstances));
  const is = (commit: string | null): boolean => commit?.toLowerCase().startsWith(sha) === true;
  const chosen = (entry: Entry, because: string): Choice => {
    const manifest = readable(entry);
    if (manifest === null) throw notFound(history, `is of ${what}`, circumstances);
    return { manifest, because };
  };
  const served = entries.find(({ releases }) => [...releases.values()].some(({ commit }) => is(commit)));
  if (served) return chosen(served, `Production served ${what} when it was taken.`);
  const deploying = entries.find(({ manifest }) => is(manifest?.commit ?? null));
  if (deploying) return chosen(deploying, `A run of ${what} took it, before that commit was deployed.`);
  throw notFound(history, `is of ${what}`, circumstances);
}

async function byMark(
  history: History,
  { name }: Extract<Selector, { kind: 'mark' }>,
  circumstances: Circumstances,
): Promise<Choice> {
  const fits = ({ marks, manifest }: Entry): boolean =>
    (name === null ? marks.length > 0 : marks.includes(name)) &&
    manifest !== null &&
    manifest.reason !== 'release' &&
    covers(manifest, circumstances);
  const ids = history.ids.filter((id) => history.marks.has(id));
  for (const id of ids) {
    const entry = await history.entry(id);
    const wanted = name === null || entry.marks.includes(name);
    const manifest = wanted ? readable(entry) : null;
    if (manifest !== null && fits(entry)) {
      assertOurs(manifest, circumstances.origin);
      return { manifest, because: `It is the newest one with the mark ${name ?? entry.marks.join(', ')}.` };
    }
  }
  const known = [...new Set([...history.marks.values()].flat())].sort();
  throw notFound(history, name === null ? 'has a mark' : `has the mark "${name}"`, circumstances, { marks: known });
}

async function byId(store: Store, history: History, id: string, { origin }: Circumstances): Promise<Manifest> {
  if (!(await history.holds(id))) {
    const elsewhere = await environmentsHolding(store, id);
    if (elsewhere.length > 0) {
      throw new RewindError(
        'snapshot-foreign',
        `${id} is a snapshot of "${elsewhere.join('", "')}", not of "${origin.environment}".`,
      );
    }
    const known = await store.whyMissing?.(`snapshots/${origin.environment}/${id}`);
    if (known) throw known;
    throw new RewindError('snapshot-not-found', `The store has no snapshot ${id} of "${origin.environment}".`);
  }
  const { manifest, problem } = await history.entry(id);
  if (problem !== null) throw problem;
  if (manifest === null) throw new RewindError('internal', `Snapshot ${id} was not read.`);
  assertOurs(manifest, origin);
  return manifest;
}

/** For commands that need no live production: `latest` is the newest one that covers the scope. */
export async function findSnapshot(
  store: Store,
  text: string,
  origin: Circumstances['origin'],
  known: Partial<Circumstances> = {},
): Promise<Manifest> {
  const history = await History.open(store, origin.environment, null);
  const circumstances: Circumstances = {
    origin,
    scope: null,
    configured: [],
    live: null,
    mergeCommit: () => Promise.reject(new RewindError('input-invalid', 'This command knows no pull requests.')),
    ...known,
  };
  return (await chooseSnapshot(store, history, text, circumstances)).manifest;
}
