import { messageOf, RewindError } from '../runtime/errors.js';

/** The remedy if something else is where a folder of the store should be. */
export const NO_FOLDER =
  'If it is a link, mount or create what it leads to. Else remove it, or set store.path to a directory.';

/** Runs a file operation and turns its errors into store errors with a remedy. */
export async function attempt<T>(aim: 'read' | 'write', path: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw explained(aim, path, error);
  }
}

function explained(aim: 'read' | 'write', path: string, error: unknown): RewindError {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    const why = {
      ENOSPC: 'the disk is full',
      EDQUOT: 'the quota of this user is used up',
      EFBIG: 'the file would be larger than this system allows (ulimit -f)',
    }[code];
    return new RewindError('disk-full', `Could not write ${path}: ${why}.`, { cause: error });
  }
  const wanted = aim === 'read' ? 'store-unreadable' : 'store-write-failed';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const why = code === 'EROFS' ? 'the file system is read-only' : 'permission denied';
    return new RewindError(wanted, `Could not ${aim} ${path}: ${why}.`, {
      cause: error,
      remedy:
        code === 'EROFS'
          ? `Mount the file system of ${path} for writing. Or copy the whole store to a directory that can be written, and set store.path to it.`
          : `Grant the user that runs Rewind ${aim} access to ${path}. Or copy the whole store to a directory that it owns, and set store.path to it.`,
    });
  }
  if (code === 'ENOTDIR') {
    return new RewindError(wanted, `Could not ${aim} ${path}: ${messageOf(error)}`, {
      cause: error,
      remedy: NO_FOLDER,
    });
  }
  return new RewindError(wanted, `Could not ${aim} ${path}: ${messageOf(error)}`, { cause: error });
}

/** A key that the store does not have. */
export function missing(key: string, path: string): RewindError {
  return new RewindError('snapshot-corrupt', `${key} is missing in the store (looked for ${path}).`);
}

/** For `catch`: a file that is not there gives undefined; another error is thrown again. */
export function unlessMissing(error: unknown): undefined {
  if (isMissing(error)) return undefined;
  throw error;
}

/** ENOTDIR: a part of the path is a file, so nothing can be below it. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error instanceof RewindError ? error.cause : error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The code of an error of the system, such as ENOSPC. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
