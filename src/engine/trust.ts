import type { Context } from '../runtime/context.js';
import { digestOf } from '../runtime/digest.js';
import { RewindError } from '../runtime/errors.js';
import type { Store } from '../store/store.js';
import { parseManifest, snapshotTime, type Manifest } from './manifest.js';
import { verifyContent } from './signature.js';
import { manifestKey, signatureKey } from './snapshot-files.js';
import { readLimited } from '../runtime/byte-limits.js';

/** Whether a key of the configuration signed the snapshot. */
export type Trust =
  | { readonly kind: 'signed'; readonly keyId: string }
  /** `reason`: a clause for messages: "the configuration has no sign.keys". */
  | { readonly kind: 'unsigned'; readonly reason: string };

/** Clocks of runners differ; a snapshot from further ahead is not believed. */
const SKEW_MS = 5 * 60_000;

/**
 * Who signed the snapshot, by the public keys of the configuration. Also compares the times that the snapshot gives.
 *
 * @param manifest as read from the store; the signed bytes must say the same
 * @param keys minisign public keys; empty if the configuration has none
 * @param now null for the state before a rollback: its journal names that snapshot, so no time chooses it, and the clock of the
 * machine that rolled back may have been ahead
 * @throws RewindError signature-invalid, signature-unknown, snapshot-time, snapshot-corrupt
 */
export async function trustOf(
  store: Store,
  manifest: Manifest,
  keys: readonly string[],
  now: Date | null,
): Promise<Trust> {
  assertTime(manifest, now);
  if (keys.length === 0) return { kind: 'unsigned', reason: 'the configuration has no "sign" section' };
  const signature = await readIfPresent(store, signatureKey(manifest));
  if (signature === null) return { kind: 'unsigned', reason: 'it has no signature' };
  const content = await store.open(manifestKey(manifest)).then((stream) => readLimited(stream, manifestKey(manifest)));
  if (digestOf(parseManifest(content.toString('utf8'), manifest.id)) !== digestOf(manifest)) {
    throw new RewindError('snapshot-corrupt', `manifest.json of snapshot ${manifest.id} changed while it was read.`);
  }
  const verified = verifyContent(content, signature.toString('utf8'), keys);
  if (verified === 'unknown-key') {
    throw new RewindError('signature-unknown', `The key that signed snapshot ${manifest.id} is not in sign.keys.`);
  }
  if (typeof verified === 'string') {
    const problem = verified === 'malformed' ? 'is not a minisign signature' : 'does not belong to this manifest';
    throw new RewindError('signature-invalid', `The signature of snapshot ${manifest.id} ${problem}.`);
  }
  // The comment is signed: a signature cannot be moved to another snapshot.
  if (!verified.comment.startsWith(commentOf(manifest))) {
    throw new RewindError('signature-invalid', `The signature of snapshot ${manifest.id} belongs to another snapshot.`);
  }
  return { kind: 'signed', keyId: verified.keyId };
}

/** The trusted comment of a snapshot's signature. */
export function commentOf({ id, environment, createdAt }: Manifest): string {
  return `rewind snapshot ${id} of ${environment}, taken ${createdAt}`;
}

/**
 * A snapshot whose time will not be believed fails when it is taken: one from the future, and one that is sorted before older
 * ones. Only as far as a service said its time.
 * @throws RewindError snapshot-time
 */
export function assertClock({ skew }: Pick<Context, 'skew'>): void {
  const found = skew.beyond(SKEW_MS);
  if (found === null) return;
  const { ms, service, at } = found;
  const minutes = Math.round(Math.abs(ms) / 60_000);
  // Whole seconds, as the header has.
  const time = (since: number): string => new Date(since).toISOString().replace(/\.\d+Z$/, 'Z');
  throw new RewindError(
    'snapshot-time',
    `The clock of this machine is ${minutes} minutes ${ms > 0 ? 'ahead of' : 'behind'} that of ${service}: it said ${time(at.getTime())} when ${service} answered with ${time(at.getTime() - ms)}. No service that answered is nearer. If this clock is wrong, the snapshot will not be believed.`,
    {
      remedy: `Compare both times with a known one. If the clock of this machine is wrong, set it (NTP). If it is right, look for what answers for ${service} with a wrong time, e.g. a proxy. One service that answers with the right time is enough. Then take the snapshot again.`,
    },
  );
}

/** The id holds the time, and ids are sorted: a false one would stay "latest" forever. @throws RewindError snapshot-time */
export function assertTime({ id, createdAt }: Manifest, now: Date | null): void {
  const taken = Date.parse(createdAt);
  if (Math.abs(snapshotTime(id) - taken) > SKEW_MS) {
    throw new RewindError(
      'snapshot-time',
      `Snapshot ${id} says that it was taken ${createdAt}; its id says otherwise.`,
    );
  }
  if (now !== null && taken > now.getTime() + SKEW_MS) {
    throw new RewindError('snapshot-time', `Snapshot ${id} says that it was taken ${createdAt}: in the future.`);
  }
}

async function readIfPresent(store: Store, key: string): Promise<Buffer | null> {
  const present = (await store.list(key.slice(0, key.lastIndexOf('/')))).some((object) => object.key === key);
  return present ? readLimited(await store.open(key), key) : null;
}
