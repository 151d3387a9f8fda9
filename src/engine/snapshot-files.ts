import { digestOf, sha256 } from '../runtime/digest.js';
import { RewindError } from '../runtime/errors.js';
import { parseManifest, SNAPSHOT_ID, type Manifest } from './manifest.js';
import type { Store, StoredObject } from '../store/store.js';
import { MARK_NAME } from './vocabulary.js';
import { readLimited } from '../runtime/byte-limits.js';

/**
 * Files of one snapshot, under `snapshots/<environment>/<id>/`:
 *   <resource>/<payload>.age   sealed payloads
 *   manifest.json              states, and size and SHA-256 of each payload
 *   manifest.json.minisig      signature of manifest.json, if the configuration has sign.keys
 *   marks/<name>.json          marks of people, written later
 *   SHA256SUMS                 of all the above, as `sha256sum -c` reads it; written last: it makes the snapshot exist
 */
const SUMS = 'SHA256SUMS';
const MANIFEST = 'manifest.json';

export const folderOf = (environment: string, id: string): string => `snapshots/${environment}/${id}`;
/** Keys of the manifest and of its signature in the store. */
export const manifestKey = ({ environment, id }: Pick<Manifest, 'environment' | 'id'>): string =>
  `${folderOf(environment, id)}/${MANIFEST}`;
export const signatureKey = (of: Pick<Manifest, 'environment' | 'id'>): string => `${manifestKey(of)}.minisig`;

/** A payload, in the folder of its snapshot. */
export const payloadFile = (resource: string, name: string): string => `${resource}/${name}.age`;

/**
 * Writes the manifest and its signature, then the checksums, which make the snapshot exist.
 * @param sign gives the signature of the manifest's bytes; null for an unsigned snapshot
 */
export async function commitSnapshot(
  store: Store,
  manifest: Manifest,
  sign: ((content: Buffer) => string) | null = null,
): Promise<void> {
  const folder = folderOf(manifest.environment, manifest.id);
  const content = `${JSON.stringify(manifest, null, 2)}\n`;
  await store.put(`${folder}/${MANIFEST}`, Buffer.from(content));
  if (sign !== null) await store.put(signatureKey(manifest), Buffer.from(sign(Buffer.from(content))));
  await store.put(`${folder}/${SUMS}`, Buffer.from(sumsOf(manifest, content)));
}

function sumsOf(manifest: Manifest, manifestText: string): string {
  const lines = manifest.resources.flatMap((resource) =>
    resource.payloads.map((ref) => `${ref.sha256}  ${payloadFile(resource.id, ref.name)}`),
  );
  return `${[...lines, `${sha256(manifestText)}  ${MANIFEST}`].join('\n')}\n`;
}

/** Removes a snapshot. Removes the checksums first, so that `list` no longer shows it. */
export async function removeSnapshot(store: Store, environment: string, id: string): Promise<void> {
  const folder = folderOf(environment, id);
  await store.delete(`${folder}/${SUMS}`);
  for (const object of await store.list(folder)) await store.delete(object.key);
}

/** Ids of the complete snapshots of an environment, oldest first. */
export async function listSnapshotIds(store: Store, environment: string): Promise<string[]> {
  return snapshotIds(await store.list(`snapshots/${environment}`));
}

/** Ids of the complete snapshots among the objects of an environment, oldest first. */
export function snapshotIds(objects: readonly StoredObject[]): string[] {
  return objects
    .filter((object) => object.key.endsWith(`/${SUMS}`))
    .map((object) => object.key.split('/')[2] ?? '')
    .filter((id) => SNAPSHOT_ID.test(id))
    .sort();
}

const markKey = (environment: string, id: string, name: string): string =>
  `${folderOf(environment, id)}/marks/${name}.json`;

/** Names of marks by snapshot id, from the objects of an environment. */
export function marksOf(objects: readonly StoredObject[]): ReadonlyMap<string, readonly string[]> {
  const marks = new Map<string, string[]>();
  for (const { key } of objects) {
    const [, id, name] = /^snapshots\/[^/]+\/([^/]+)\/marks\/([^/]+)\.json$/.exec(key) ?? [];
    if (id !== undefined && name !== undefined && MARK_NAME.test(name)) marks.set(id, [...(marks.get(id) ?? []), name]);
  }
  return marks;
}

/** Who marked a snapshot, and when. */
export interface Mark {
  readonly by: string;
  readonly at: string;
}

/** Marks a snapshot. The mark lies beside the files of the snapshot and is removed with them. */
export async function putMark(store: Store, environment: string, id: string, name: string, mark: Mark): Promise<void> {
  const content = { kind: 'rewind-mark', schemaVersion: 1, name, ...mark };
  await store.put(markKey(environment, id, name), Buffer.from(`${JSON.stringify(content, null, 2)}\n`));
}

export async function removeMark(store: Store, environment: string, id: string, name: string): Promise<void> {
  await store.delete(markKey(environment, id, name));
}

/** Environments of this store that hold the snapshot; for the message if it belongs to another environment. */
export async function environmentsHolding(store: Store, id: string): Promise<string[]> {
  const objects = await store.list('snapshots');
  return objects
    .filter((object) => object.key.endsWith(`/${id}/${SUMS}`))
    .map((object) => object.key.split('/')[1] ?? '');
}

/** The name of an environment, as the configuration allows it: what else is in the store is not named. */
const ENVIRONMENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
/** At most this many other environments are named. */
const NAMED = 5;

/**
 * A sentence that names the other environments of the store, for somebody whose environment has no snapshot; '' if there are
 * none, or if the store cannot tell. Never throws: it only adds to a message.
 */
export async function otherEnvironments(store: Store, environment: string): Promise<string> {
  const folders = (await store.folders?.('snapshots').catch(() => [])) ?? [];
  const others = folders.filter((name) => name !== environment && ENVIRONMENT.test(name)).sort();
  if (others.length === 0) return '';
  const named = others.slice(0, NAMED).map((name) => `"${name}"`);
  const more = others.length - named.length;
  return `The store knows ${others.length === 1 ? 'another environment' : 'other environments'}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

/**
 * Reads a manifest and verifies it and the checksums, byte for byte.
 * @throws RewindError snapshot-corrupt, snapshot-unsupported
 */
export async function readManifest(store: Store, environment: string, id: string): Promise<Manifest> {
  const folder = folderOf(environment, id);
  const [sums, content] = await Promise.all([
    store.open(`${folder}/${SUMS}`).then(async (stream) => (await readLimited(stream, SUMS)).toString('utf8')),
    store.open(`${folder}/${MANIFEST}`).then((stream) => readLimited(stream, MANIFEST)),
  ]);
  if (!sums.endsWith(`${sha256(content)}  ${MANIFEST}\n`)) {
    throw new RewindError('snapshot-corrupt', `manifest.json of snapshot ${id} does not match its checksum.`);
  }
  const manifest = parseManifest(content.toString('utf8'), id);
  if (sums !== sumsOf(manifest, content.toString('utf8'))) {
    throw new RewindError('snapshot-corrupt', `SHA256SUMS of snapshot ${id} does not match its manifest.`);
  }
  return manifest;
}

/** SHA-256 (hex) of manifest.json. In a plan it identifies the content of the snapshot, payloads included. */
export async function manifestDigest(store: Store, environment: string, id: string): Promise<string> {
  return sha256(
    await store.open(`${folderOf(environment, id)}/${MANIFEST}`).then((stream) => readLimited(stream, MANIFEST)),
  );
}

/**
 * Fails unless the manifest in the store has this digest, and says what was read of it.
 * @throws RewindError snapshot-corrupt
 */
export async function assertManifest(store: Store, manifest: Manifest, digest: string): Promise<void> {
  const key = manifestKey(manifest);
  const content = await store.open(key).then((stream) => readLimited(stream, MANIFEST));
  const same = digestOf(parseManifest(content.toString('utf8'), manifest.id)) === digestOf(manifest);
  if (same && sha256(content) === digest) return;
  throw new RewindError('snapshot-corrupt', `manifest.json of snapshot ${manifest.id} is not the one that was signed.`);
}
