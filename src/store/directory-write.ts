import { constants, copyFile, type FileHandle, link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { makeFolder } from '../runtime/files.js';
import { attempt, codeOf } from './directory-errors.js';

/** Bytes after which what was written goes to the disk, beside further writes: the flush at the end then has little to do. */
const FLUSH = 32 * 1024 * 1024;

/** Creates a folder and a new file in it. Retries if another run removes the empty folder in between. */
export async function createIn(folder: string, path: string): Promise<FileHandle> {
  for (let tries = 5; ; tries -= 1) {
    try {
      makeFolder(folder, 0o700);
      return await open(path, 'wx', 0o600);
    } catch (error) {
      if (tries === 0 || codeOf(error) !== 'ENOENT') throw error;
    }
  }
}

/** Gives a file a name that must be free. File systems without links get a copy, which a reader may see half-written. */
export async function linkNew(partial: string, target: string): Promise<void> {
  try {
    await link(partial, target);
  } catch (error) {
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error) ?? '')) throw error;
    await copyFile(partial, target, constants.COPYFILE_EXCL);
  }
  await rm(partial, { force: true });
}

/** Passes errors of the content on unchanged; turns disk errors into store errors. */
export async function writeAll(file: FileHandle, content: Readable | Uint8Array, path: string): Promise<number> {
  const flush = flusher(file, path);
  let bytes = 0;
  for await (const piece of content instanceof Readable ? content : [content]) {
    const data: Uint8Array = piece instanceof Uint8Array ? piece : Buffer.from(String(piece));
    // A nearly full disk accepts part of a buffer and refuses the next write.
    for (let done = 0; done < data.length;) {
      done += await attempt('write', path, async () => (await file.write(data, done)).bytesWritten);
    }
    bytes += data.length;
    flush.wrote(data.length);
  }
  await flush.ended();
  return bytes;
}

/** Flushes a file beside the writes, one flush at a time. */
function flusher(file: FileHandle, path: string) {
  let since = 0;
  let running: Promise<void> | null = null;
  // The system tells a failed write to one flush only: the flush at the end may succeed after it.
  let failure: { readonly error: unknown } | null = null;
  return {
    wrote(bytes: number): void {
      since += bytes;
      if (since < FLUSH || running !== null) return;
      since = 0;
      running = attempt('write', path, () => file.datasync())
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => (running = null));
    },
    /** @throws RewindError of the first flush that failed */
    async ended(): Promise<void> {
      await running;
      if (failure !== null) throw failure.error;
    },
  };
}

/** A rename survives a power cut only if its folder, and each new folder above it, is flushed too. */
export async function flushFolders(root: string, folder: string): Promise<void> {
  for (let path = folder; ; path = dirname(path)) {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (path.length <= root.length) return;
  }
}
