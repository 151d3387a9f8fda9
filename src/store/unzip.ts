import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { messageOf, RewindError } from '../runtime/errors.js';
import { MAX_BYTES, tooLarge } from '../runtime/byte-limits.js';
import { isSegment } from './keys.js';

/** Most of a snapshot is sealed, and sealed bytes do not compress: an archive that grows much more was made to fill the disk. */
const GROWTH = 10;
const MAX_ENTRIES = 10_000;

/**
 * Unpacks an archive into a directory. Refuses names that the store does not accept, duplicate names, and content whose
 * size differs from the stated one.
 *
 * @throws RewindError snapshot-corrupt, too-large
 */
export async function unpack(archive: string, directory: string): Promise<void> {
  try {
    const zip = await openPromise(archive);
    const limit = GROWTH * (await stat(archive)).size + MAX_BYTES;
    let bytes = 0;
    if (zip.entryCount > MAX_ENTRIES) throw tooLarge('the archive', limit);
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      if (fileName.endsWith('/')) continue;
      if (!fileName.split('/').every(isSegment)) throw new Error(`it holds the name ${JSON.stringify(fileName)}`);
      bytes += entry.uncompressedSize;
      if (bytes > limit) throw tooLarge('the archive', limit);
      const path = join(directory, fileName);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    }
  } catch (error) {
    if (error instanceof RewindError) throw error;
    throw new RewindError('snapshot-corrupt', `The archive cannot be unpacked: ${messageOf(error)}`, { cause: error });
  }
}
