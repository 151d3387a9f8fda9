import type { Readable } from 'node:stream';
import type { RewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';

export interface StoredObject {
  /** Path with forward slashes, relative to the store's root. */
  readonly key: string;
  readonly bytes: number;
}

/**
 * Where snapshots and journals lie. Keys are paths with forward slashes of [A-Za-z0-9._-] segments.
 * A key appears only when it is complete: a crash in the middle of `put` leaves nothing that `list` or `open` shows.
 */
export interface Store {
  readonly kind: string;
  /** True when what lies here is deleted by the service itself after its time; then nothing else deletes it. */
  readonly expires?: boolean;
  /** Streams. Replaces what is there. @throws RewindError store-write-failed | disk-full */
  put(key: string, content: Readable | Uint8Array): Promise<StoredObject>;
  /** @throws RewindError snapshot-corrupt when the key is missing, store-unreadable when the store is */
  open(key: string): Promise<Readable>;
  /** Every object under a prefix (a folder path or ''), sorted by key. Empty when there is none. */
  list(prefix: string): Promise<StoredObject[]>;
  /** What became of a folder that `list` does not show; null when nothing is known of it. */
  whyMissing?(folder: string): Promise<RewindError | null>;
  /** Removes one object; not an error when it is not there. */
  delete(key: string): Promise<void>;
  /** Reachable, readable, writable? Read-only for everything but its own probe object. */
  check(): Promise<Finding[]>;
}
