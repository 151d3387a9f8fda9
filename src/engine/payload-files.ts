import { createHash } from 'node:crypto';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { RewindError } from '../runtime/errors.js';
import { bothEnds } from '../runtime/flow.js';
import { freePassed } from '../runtime/garbage.js';
import { readLimited } from '../runtime/byte-limits.js';
import type { Store } from '../store/store.js';
import type { CapturedResource, Manifest } from './manifest.js';
import type { PayloadRef, PayloadSink, PayloadSource } from './payload.js';
import { sealStream, unsealStream } from './seal.js';
import { folderOf, payloadFile } from './snapshot-files.js';

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
    const key = `${folderOf(this.environment, this.snapshot)}/${payloadFile(this.resource, name)}`;
    const source = content instanceof Uint8Array ? Readable.from([content]) : content;
    await bothEnds(sealed, pipeline(source, plain, seal, sealed), this.store.put(key, sealed));
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

/** Compares what passed with what is wanted, at its end. One step of a stream: each one holds pieces of its own. */
class Checked extends Meter {
  constructor(
    private readonly wanted: Pick<PayloadRef, 'sealedBytes' | 'sha256'>,
    /** Fails the stream if it throws. */
    private readonly verdict: (same: boolean) => void,
  ) {
    super();
  }

  override _flush(done: TransformCallback): void {
    try {
      this.verdict(this.bytes === this.wanted.sealedBytes && this.digest() === this.wanted.sha256);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }
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

/** Payloads up to this size are read for a plan; a dump is not. */
const SMALL = 2 ** 20;

/**
 * Checks small payloads, and looks for the others in the listing of the store. Needs no identity; no proof of large ones.
 * @returns by resource: one line for each payload that is missing or damaged
 * @throws RewindError of the store, if it cannot be read
 */
export async function plainlyDamaged(store: Store, manifest: Manifest): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const resource of manifest.resources) {
    const small = resource.payloads.filter(({ sealedBytes }) => sealedBytes <= SMALL);
    const large = resource.payloads.filter(({ sealedBytes }) => sealedBytes > SMALL);
    const only = (payloads: readonly PayloadRef[]): Manifest => ({
      ...manifest,
      resources: [{ ...resource, payloads: [...payloads] }],
    });
    const problems = [
      ...(await checkPayloads(store, only(small))),
      ...(large.length === 0 ? [] : await missingPayloads(store, only(large))),
    ];
    if (problems.length > 0) found.set(resource.id, problems);
  }
  return found;
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
  const checked = new Checked(ref, (same) => {
    if (same) intact?.add(nameOf(resource, ref));
    else {
      throw new RewindError('snapshot-corrupt', `payload "${ref.name}" does not match its size and checksum.`, {
        resource,
      });
    }
  });
  // The reader gets the error through `checked`; nothing else awaits this pipeline.
  pipeline(await store.open(key), checked).catch(() => undefined);
  return checked;
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
