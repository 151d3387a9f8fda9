import { constants, lstat, open, type FileHandle, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Context } from '../runtime/context.js';
import { messageOf, RewindError } from '../runtime/errors.js';
import { DAY_MS } from '../runtime/progress.js';
import { shellWord } from '../runtime/shell-word.js';
import { attempt, codeOf, isMissing, missing, NO_FOLDER, unlessMissing } from './directory-errors.js';
import { healthOf, unusable } from './directory-health.js';
import { createIn, flushFolders, linkNew, writeAll } from './directory-write.js';
import { assertKey, assertPrefix, byKey, isSegment } from './keys.js';
import type { Store, StoredObject } from './store.js';

/** Unfinished files have a `~` in their name. No key has one, so the store never lists or opens such a file. */
const PARTIAL = /^~[0-9a-f]+\.part$/;
/** Milliseconds without a write after which an unfinished file counts as the leftover of a crash. */
const ABANDONED = DAY_MS;
/**
 * Bytes read at once. Each step of a stream holds a piece, and what it holds while the reader waits becomes old memory, which
 * is freed late: larger pieces save little CPU time and cost tens of megabytes (docs/adr/0016-parallel-restore.md).
 */
const READ = 64 * 1024;
/** Bytes asked for where the file should end. */
const END = 1024;
/**
 * A store in a directory. Objects are complete or absent: the store writes a temporary file in the same directory, flushes
 * it to disk, then renames it. Files are 0600, directories 0700.
 *
 * @param path of the directory; created by the first write
 */
export function createDirectoryStore(path: string, ctx: Pick<Context, 'clock' | 'randomHex'>): Store {
  const root = resolve(path);
  const pathOf = (key: string): string => join(root, ...key.split('/'));
  let swept: Promise<void> | undefined;

  /** @param publish gives the complete temporary file its name */
  const write = async (
    key: string,
    content: Readable | Uint8Array,
    publish: (partial: string, target: string) => Promise<void>,
  ): Promise<StoredObject> => {
    // The content may fail before the folder exists; the loop that reads it reports the error.
    if (content instanceof Readable) content.on('error', () => undefined);
    assertKey(key);
    const target = pathOf(key);
    const folder = dirname(target);
    const partial = join(folder, `~${ctx.randomHex(8)}.part`);
    try {
      swept ??= removeAbandoned(root, ctx.clock.now().getTime() - ABANDONED);
      await swept;
      const file = await attempt('write', folder, () => createIn(folder, partial));
      let bytes: number;
      try {
        bytes = await writeAll(file, content, partial);
        await attempt('write', partial, () => file.sync());
      } finally {
        await file.close();
      }
      await attempt('write', target, async () => {
        await publish(partial, target);
        await flushFolders(root, folder);
      });
      return { key, bytes };
    } catch (error) {
      if (content instanceof Readable) content.destroy();
      await rm(partial, { force: true }).catch(() => undefined);
      await removeEmpty(root, folder);
      throw error;
    }
  };

  const put = (key: string, content: Readable | Uint8Array): Promise<StoredObject> => write(key, content, rename);

  const create = async (key: string, content: Uint8Array): Promise<boolean> => {
    try {
      await write(key, content, linkNew);
      return true;
    } catch (error) {
      if (error instanceof RewindError && codeOf(error.cause) === 'EEXIST') return false;
      throw error;
    }
  };

  const openKey = async (key: string): Promise<Readable> => {
    assertKey(key);
    const path = pathOf(key);
    // Without waiting for the other end, if a pipe stands there.
    const file = await attempt('read', path, () => open(path, constants.O_RDONLY | constants.O_NONBLOCK)).catch(
      (error: unknown) => {
        throw isMissing(error) ? missing(key, path) : error;
      },
    );
    const found = await file.stat();
    if (!found.isFile()) {
      await file.close();
      throw missing(key, path);
    }
    return streamOf(file, path, found.size);
  };

  const remove = async (key: string): Promise<void> => {
    assertKey(key);
    const path = pathOf(key);
    await attempt('write', path, () => rm(path, { force: true }));
    await removeEmpty(root, dirname(path));
  };

  return {
    kind: 'directory',
    put,
    create,
    open: openKey,
    delete: remove,
    describe: async (key) => {
      const path = pathOf(key);
      const written = await stat(path).then(
        ({ mtime }) => mtime,
        () => null,
      );
      return { written, remove: `rm ${shellWord(path)}` };
    },
    list: async (prefix) => {
      const folder = assertPrefix(prefix);
      await assertDirectory(root);
      const objects: StoredObject[] = [];
      await walk(folder === '' ? root : pathOf(folder), folder, objects);
      return objects.sort(byKey);
    },
    folders: async (prefix) => {
      const entries = await entriesOf(pathOf(assertPrefix(prefix)));
      return entries.filter((entry) => entry.isDirectory() && isSegment(entry.name)).map(({ name }) => name);
    },
    check: async () => {
      const probe = `rewind-probe-${ctx.randomHex(8)}`;
      try {
        const written = Buffer.from(probe);
        await put(probe, written);
        const read = await buffer(await openKey(probe));
        await remove(probe);
        if (!read.equals(written))
          throw new RewindError('store-unreadable', `${root} does not return what was written.`);
      } catch (error) {
        return [unusable(root, error)];
      }
      return healthOf(root);
    },
  };
}

/**
 * Reads to the end of the file. The buffers are no larger than what is left of it: a store has many small files, and a large
 * buffer for each of them keeps the garbage collector busy.
 *
 * @param size of the file, in bytes; one that grows meanwhile is read whole, too
 */
function streamOf(file: FileHandle, path: string, size: number): Readable {
  let done = 0;
  return new Readable({
    highWaterMark: READ,
    read() {
      const length = Math.min(READ, Math.max(size - done, END));
      attempt('read', path, () => file.read(Buffer.allocUnsafe(length), 0, length)).then(
        ({ bytesRead, buffer: data }) => {
          done += bytesRead;
          this.push(bytesRead === 0 ? null : data.subarray(0, bytesRead));
        },
        (error: unknown) => this.destroy(error instanceof Error ? error : new Error(messageOf(error))),
      );
    },
    destroy(error, done) {
      file.close().then(
        () => done(error),
        () => done(error),
      );
    },
  });
}

async function walk(path: string, prefix: string, objects: StoredObject[]): Promise<void> {
  for (const entry of await entriesOf(path)) {
    if (!isSegment(entry.name)) continue;
    const key = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    const inside = join(path, entry.name);
    if (entry.isDirectory()) await walk(inside, key, objects);
    else if (entry.isFile()) {
      const size = await attempt('read', inside, () => stat(inside)).catch(unlessMissing);
      if (size !== undefined) objects.push({ key, bytes: size.size });
    }
  }
}

async function entriesOf(path: string) {
  return (await attempt('read', path, () => readdir(path, { withFileTypes: true })).catch(unlessMissing)) ?? [];
}

/** Removes leftovers of crashed runs. A failure here does not fail the put. */
async function removeAbandoned(folder: string, before: number): Promise<void> {
  for (const entry of await entriesOf(folder).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await removeAbandoned(path, before);
    else if (PARTIAL.test(entry.name)) {
      const age = await stat(path).catch(() => undefined);
      if (age !== undefined && age.mtimeMs < before) await rm(path, { force: true }).catch(() => undefined);
    }
  }
}

/** Removes empty folders upwards, but keeps the root. */
async function removeEmpty(root: string, folder: string): Promise<void> {
  for (let path = folder; path.length > root.length && path.startsWith(root); path = dirname(path)) {
    try {
      await rmdir(path);
    } catch {
      return;
    }
  }
}

/** A missing store is empty. A store that is not a directory, or a link to a place that is not mounted, is an error. */
async function assertDirectory(root: string): Promise<void> {
  const found = await attempt('read', root, () => stat(root)).catch(unlessMissing);
  if (found?.isDirectory() === true) return;
  // Another run may make the folder between the two.
  if (found === undefined && (await lstat(root).catch(() => undefined))?.isSymbolicLink() !== true) return;
  throw new RewindError(
    'store-unreadable',
    found === undefined ? `${root} is a link that leads nowhere.` : `${root} is not a directory.`,
    { remedy: NO_FOLDER },
  );
}
