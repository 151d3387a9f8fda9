import { createHash } from 'node:crypto';
import { PassThrough, Readable, Transform, type TransformCallback } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { digestOf, sha256 } from '../runtime/digest.js';
import { RewindError } from '../runtime/errors.js';
import { bothEnds } from '../runtime/flow.js';
import { freePassed } from '../runtime/garbage.js';
import { parseManifest, SNAPSHOT_ID, type CapturedResource, type Manifest } from './manifest.js';
import type { PayloadRef, PayloadSink, PayloadSource } from './payload.js';
import { sealStream, unsealStream } from './seal.js';
import type { Store, StoredObject } from '../store/store.js';
import { MARK_NAME } from './vocabulary.js';
import { readLimited } from '../runtime/limits.js';

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

const folderOf = (environment: string, id: string): string => `snapshots/${environment}/${id}`;
/** Keys of the manifest and of its signature in the store. */
export const manifestKey = ({ environment, id }: Pick<Manifest, 'environment' | 'id'>): string =>
  `${folderOf(environment, id)}/${MANIFEST}`;
export const signatureKey = (of: Pick<Manifest, 'environment' | 'id'>): string => `${manifestKey(of)}.minisig`;

const payloadFile = (resource: string, name: string): string => `${resource}/${name}.age`;

/** Seals payloads into the store and remembers what was written. */
export class SealingSink implements PayloadSink {
  readonly purpose = 'snapshot';
  readonly refs: PayloadRef[] = [];

  constructor(
    private readonly store: Pick<Store, 'put'>,
    private readonly recipients: readonly string[],
    private readonly environment: string,
    private readonly snapshot: string,
    private readonly resource: string,
    readonly saved?: unknown,
  ) {}

  async write(name: string, content: Readable | Uint8Array): Promise<void> {
    if (this.refs.some((ref) => ref.name === name)) throw new Error(`payload ${name} was written twice`);
    const plain = new Counter();
    const sealed = new Meter();
    const seal = await sealStream(this.recipients);
    const output = new PassThrough();
    const key = `${folderOf(this.environment, this.snapshot)}/${payloadFile(this.resource, name)}`;
    const source = content instanceof Uint8Array ? Readable.from([content]) : content;
    await bothEnds(output, pipeline(source, plain, seal, sealed, output), this.store.put(key, output));
    this.refs.push({ name, bytes: plain.bytes, sealedBytes: sealed.bytes, sha256: sealed.digest() });
  }
}

/** A sink for plans and verifications: discards everything. */
export class DiscardingSink implements PayloadSink {
  readonly purpose = 'compare';

  constructor(
    readonly saved?: unknown,
    readonly recentMs = 0,
  ) {}

  async write(_name: string, content: Readable | Uint8Array): Promise<void> {
    if (content instanceof Readable) content.resume();
  }
}

/** Counts the bytes that pass. */
class Counter extends Transform {
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    freePassed(chunk.length);
    done(null, chunk);
  }
}

/** Counts and hashes the bytes that pass. */
class Meter extends Counter {
  private readonly hash = createHash('sha256');

  override _transform(chunk: Buffer, encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    super._transform(chunk, encoding, done);
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

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

/** Payloads that were read to their end with the size and the SHA-256 of the manifest, as `resource/payload`. */
export type Intact = Set<string>;

const nameOf = (resource: string, ref: PayloadRef): string => `${resource}/${ref.name}`;

/**
 * Checks size and SHA-256 of the sealed payloads, streaming. Needs no identity.
 * @param only ids of resources; default: all
 * @param intact payloads that this run has read already, by a `SealedSource`
 * @returns one line per damaged or missing payload
 * @throws RewindError of the store, if it cannot be read
 */
export async function checkPayloads(
  store: Store,
  manifest: Manifest,
  only?: ReadonlySet<string>,
  intact?: Intact,
): Promise<string[]> {
  const problems: string[] = [];
  for (const resource of manifest.resources) {
    if (only && !only.has(resource.id)) continue;
    for (const ref of resource.payloads) {
      const name = nameOf(resource.id, ref);
      if (intact?.has(name) === true) continue;
      try {
        await drain(await openChecked(store, manifest, resource.id, ref));
      } catch (error) {
        // A store that cannot be reached says nothing about the snapshot.
        if (!(error instanceof RewindError) || error.code !== 'snapshot-corrupt') throw error;
        problems.push(`${name}: ${error.message}`);
      }
    }
  }
  return problems;
}

/**
 * Looks only at the listing of the store: cheap, and no proof of the content.
 * @returns one line for each payload that is missing or has another size
 */
export async function missingPayloads(store: Store, manifest: Manifest): Promise<string[]> {
  const folder = folderOf(manifest.environment, manifest.id);
  const sizes = new Map((await store.list(folder)).map(({ key, bytes }) => [key, bytes]));
  return manifest.resources.flatMap(({ id, payloads }) =>
    payloads.flatMap(({ name, sealedBytes }) => {
      const bytes = sizes.get(`${folder}/${payloadFile(id, name)}`);
      if (bytes === sealedBytes) return [];
      return [`${id}/${name} ${bytes === undefined ? 'is missing' : `has ${bytes} bytes instead of ${sealedBytes}`}`];
    }),
  );
}

/** Reads a stream to its end, to get its errors. */
export async function drain(stream: Readable): Promise<void> {
  await finished(stream.resume());
}

/**
 * The sealed payload. The stream fails at its end if size or SHA-256 differ from the manifest.
 * @param intact gets the payload when they do not
 */
async function openChecked(
  store: Store,
  manifest: Manifest,
  resource: string,
  ref: PayloadRef,
  intact?: Intact,
): Promise<Readable> {
  const key = `${folderOf(manifest.environment, manifest.id)}/${payloadFile(resource, ref.name)}`;
  const meter = new Meter();
  const check = new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, chunk),
    flush: (done) => {
      const same = meter.bytes === ref.sealedBytes && meter.digest() === ref.sha256;
      if (same) intact?.add(nameOf(resource, ref));
      done(
        same
          ? null
          : new RewindError('snapshot-corrupt', `payload "${ref.name}" does not match its size and checksum.`, {
              resource,
            }),
      );
    },
  });
  const output = new PassThrough();
  // The reader gets the error through `output`; nothing else awaits this pipeline.
  pipeline(await store.open(key), meter, check, output).catch(() => undefined);
  return output;
}

/** Copies a sealed payload into another snapshot of the environment. @throws RewindError snapshot-corrupt */
export async function copyPayload(
  store: Store,
  from: Manifest,
  to: string,
  resource: string,
  ref: PayloadRef,
): Promise<void> {
  const key = `${folderOf(from.environment, to)}/${payloadFile(resource, ref.name)}`;
  await store.put(key, await openChecked(store, from, resource, ref));
}

/** Opens the payloads of one resource of a snapshot. */
export class SealedSource implements PayloadSource {
  constructor(
    private readonly store: Store,
    private readonly manifest: Manifest,
    private readonly captured: CapturedResource,
    private readonly identities: readonly string[],
    /** Gets the payloads that are read to their end. */
    private readonly intact?: Intact,
  ) {}

  get refs(): readonly PayloadRef[] {
    return this.captured.payloads;
  }

  has(name: string): boolean {
    return this.refs.some((ref) => ref.name === name);
  }

  async open(name: string): Promise<Readable> {
    const ref = this.refs.find((candidate) => candidate.name === name);
    const resource = this.captured.id;
    if (!ref) throw new RewindError('snapshot-corrupt', `The snapshot has no payload "${name}".`, { resource });
    if (this.identities.length === 0) {
      throw new RewindError('identity-missing', `Payload "${name}" of ${this.manifest.id} is sealed.`, { resource });
    }
    return unsealStream(await openChecked(this.store, this.manifest, resource, ref, this.intact), this.identities);
  }

  async read(name: string): Promise<Buffer> {
    return readLimited(await this.open(name), `payload ${name}`);
  }
}
