import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { messageOf, RewindError } from '../runtime/errors.js';
import { isSegment } from './keys.js';

/**
 * Unpacks an archive into a directory. Refuses names that the store does not accept, duplicate names, and content whose
 * size differs from the stated one.
 *
 * @throws RewindError snapshot-corrupt
 */
export async function unpack(archive: string, directory: string): Promise<void> {
  try {
    const zip = await openPromise(archive);
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      if (fileName.endsWith('/')) continue;
      if (!fileName.split('/').every(isSegment)) throw new Error(`it holds the name ${JSON.stringify(fileName)}`);
      const path = join(directory, fileName);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    }
  } catch (error) {
    throw new RewindError('snapshot-corrupt', `The archive cannot be unpacked: ${messageOf(error)}`, { cause: error });
  }
}
