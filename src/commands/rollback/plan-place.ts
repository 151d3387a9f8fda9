import { open, stat } from 'node:fs/promises';
import { RewindError } from '../../runtime/errors.js';
import { unwritable } from '../../runtime/files.js';

/** A plan says its kind at its beginning. */
const HEAD_BYTES = 4096;
const KIND = /"kind":\s*"rewind-plan"/;

/**
 * Refuses a place for a plan that holds something else, e.g. the configuration: the plan would replace it. A plan, the
 * rest of one, an empty file and a device may be replaced.
 *
 * @param path absolute
 * @throws RewindError input-invalid
 */
export async function assertPlanPlace(path: string): Promise<void> {
  const head = await headOf(path).catch((error: unknown) => {
    throw unwritable('plan', path, error);
  });
  if (head === '' || KIND.test(head)) return;
  throw new RewindError('input-invalid', `--plan: ${path} is not a plan of Rewind, and a plan would replace it.`, {
    remedy: 'Name a new file with --plan, or remove this one.',
  });
}

/** The beginning of a file; empty if there is none, or if it is a device or a pipe: to open a pipe waits for a writer. */
async function headOf(path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (found?.isDirectory() === true) throw new Error('it is a folder');
  if (found?.isFile() !== true) return '';
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
