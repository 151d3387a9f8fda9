import type { Readable } from 'node:stream';

/** A payload in the store. */
export interface PayloadRef {
  readonly name: string;
  /** Bytes before sealing. */
  readonly bytes: number;
  /** Bytes and SHA-256 (hex) of the sealed file in the store. */
  readonly sealedBytes: number;
  readonly sha256: string;
}

/** Where `capture` writes large or secret values. */
export interface PayloadSink {
  /**
   * `snapshot`: payloads are stored. `compare`: only the state counts (for a plan or a verification), so a provider skips
   * costly payloads such as a dump; all writes are discarded.
   */
  readonly purpose: 'snapshot' | 'compare';
  /** The state of the snapshot that the capture is compared with, so that a provider counts what was written since. */
  readonly saved?: unknown;
  /** For a comparison: the provider may use what this run read this many milliseconds ago, if it wrote nothing since. */
  readonly recentMs?: number;
  /** Seals the content and puts it into the store. Streams; memory stays constant. Names are unique per resource. */
  write(name: string, content: Readable | Uint8Array): Promise<void>;
}

/** Where `apply` reads payloads: decrypted, and verified against the manifest's SHA-256. */
export interface PayloadSource {
  /** @throws RewindError snapshot-corrupt | identity-missing | identity-wrong | seal-corrupt */
  open(name: string): Promise<Readable>;
  /** The whole payload; for small ones. */
  read(name: string): Promise<Buffer>;
  has(name: string): boolean;
  readonly refs: readonly PayloadRef[];
}
