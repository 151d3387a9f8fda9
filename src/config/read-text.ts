import { readFileSync, statSync } from 'node:fs';
import { messageOf, RewindError } from '../runtime/errors.js';

/** Bytes of the largest configuration: hundreds of times a real one. */
const MAX_BYTES = 1024 ** 2;

/**
 * The text of a configuration file, which must be UTF-8.
 *
 * @param path the user's path, for messages
 * @param absolute its absolute path
 * @throws RewindError config-not-found, config-invalid
 */
export function readText(path: string, absolute: string): string {
  let bytes: Buffer;
  try {
    const found = statSync(absolute);
    // To open a pipe would wait for its other end, and no signal would end that.
    if (!found.isFile()) throw unfit(`${path} is ${found.isDirectory() ? 'a directory' : 'not a regular file'}.`);
    if (found.size > MAX_BYTES) throw unfit(`${path} has ${found.size} bytes; at most ${MAX_BYTES} are allowed.`);
    bytes = readFileSync(absolute);
  } catch (error) {
    if (error instanceof RewindError) throw error;
    throw new RewindError('config-not-found', `${path} could not be read: ${messageOf(error)}`, { cause: error });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new RewindError('config-invalid', `${path} is not text in UTF-8.`, {
      remedy: 'Save the file in the encoding UTF-8.',
      cause: error,
    });
  }
}

const unfit = (message: string): RewindError =>
  new RewindError('config-not-found', message, { remedy: 'Pass the path of a configuration file with --config.' });
