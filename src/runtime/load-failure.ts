import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { types } from 'node:util';

/** What loads the parts of the bundle: Node's loader, and two functions of the bundler. */
const LOADER = /^\s+at .*(?:node:internal\/modules\/|\binstallChunk\b|\b__(?:nccwpck|webpack)_require__\b)/;

/**
 * True for the error of a part of the program that is missing, cut off, empty, unreadable, or of another version: each
 * command loads its parts when it needs them.
 */
export function isLoadFailure(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return true;
  if (code !== undefined) return path !== undefined && dirname(path) === programFolder();
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  return LOADER.test(frame);
}

function programFolder(): string | null {
  try {
    return dirname(realpathSync(process.argv[1] ?? ''));
  } catch {
    return null;
  }
}
