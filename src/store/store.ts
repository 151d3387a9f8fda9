import type { Readable } from 'node:stream';
import type { RewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';

export interface StoredObject {
  /** Path with forward slashes, relative to the store's root. */
  readonly key: string;
  readonly bytes: number;
}

/**
 * Keeps snapshots and journals. Keys are paths of [A-Za-z0-9._-] segments with forward slashes.
 * A key appears only when it is complete: after a crash during `put`, `list` and `open` show nothing of it.
 */
export interface Store {
  readonly kind: string;
  /** True if the service itself deletes expired objects; then Rewind deletes none. */
  readonly expires?: boolean;
  /** Streams. Replaces an existing object. @throws RewindError store-write-failed | disk-full */
  put(key: string, content: Readable | Uint8Array): Promise<StoredObject>;
  /**
   * Creates a small object only if the key is absent; of several runs at once, one creates it. Never under object lock.
   * Absent where the service itself runs one rollback at a time.
   * @returns false if the key exists
   * @throws RewindError store-write-failed | disk-full
   */
  create?(key: string, content: Uint8Array): Promise<boolean>;
  /** @throws RewindError snapshot-corrupt when the key is missing, store-unreadable when the store is */
  open(key: string): Promise<Readable>;
  /**
   * Every object under a prefix (a folder path or ''), sorted by key.
   * @param newest this many of the newest folders suffice; a store whose folders cost a request each stops there
   */
  list(prefix: string, newest?: number): Promise<StoredObject[]>;
  /**
   * Names of folders directly below a folder, in no order, for messages: one request, so there may be more. Absent if a store
   * cannot tell at that price.
   */
  folders?(folder: string): Promise<string[]>;
  /** Whether it has a folder. Only for a store whose `list` may be incomplete. */
  holds?(folder: string): Promise<boolean>;
  /** Why `list` does not show a folder, or shows nothing in it; null if unknown. */
  whyMissing?(folder: string): Promise<RewindError | null>;
  /**
   * Fails if no rollback would believe a snapshot that this run takes (law 9).
   * @throws RewindError snapshot-not-believed
   */
  assertBelievable?(): Promise<void>;
  /** When an object was written (null if unknown), and a shell command that removes it; for people. */
  describe?(key: string): Promise<{ readonly written: Date | null; readonly remove: string }>;
  /** Removes one object; no error if it is missing. */
  delete(key: string): Promise<void>;
  /** Checks access to the store. Writes and removes only its own probe object. */
  check(): Promise<Finding[]>;
}
