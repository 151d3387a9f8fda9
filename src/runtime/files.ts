import { existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { open, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { types } from 'node:util';
import { asRewindError, messageOf, RewindError } from './errors.js';

/** Where Rewind writes by default: plans, journals, reports, a store. Nothing in it belongs in a commit. */
const OWN_FOLDER = '.rewind';

/** True for a symbolic link, also one that leads nowhere. */
export const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/**
 * Creates a folder and the folders above it. The recursive mkdir of Node never returns if a parent exists and refuses the
 * new folder with ENOENT, as /proc does. Git ignores a new folder `.rewind` and everything in it.
 *
 * @param mode of each new folder
 */
export function makeFolder(path: string, mode = 0o777): void {
  try {
    mkdirSync(path, { mode });
    if (basename(path) === OWN_FOLDER) writeFileSync(join(path, '.gitignore'), '*\n');
  } catch (error) {
    const code = types.isNativeError(error) && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') {
      assertFolder(path);
      return;
    }
    const parent = dirname(path);
    if (code !== 'ENOENT' || parent === path || isFolder(parent)) throw error;
    makeFolder(parent, mode);
    makeFolder(path, mode);
  }
}

/** A broken link counts as existing for mkdir, and as missing for everything below it: the recursion would not end. */
function assertFolder(path: string): void {
  if (isFolder(path)) return;
  // Another run may have removed the folder since, and made it again.
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) return;
  const why = `ENOTDIR: ${path} is a file, or a link that leads nowhere, not a folder`;
  throw Object.assign(new Error(why), { code: 'ENOTDIR' });
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** True if a path lies in a folder that exists. A link in the folder may lead out of it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realPathOf(path));
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Links that lead to each other have no end. The limit is that of Linux. */
const MAX_LINKS = 40;

/** With the links resolved, also one to a file that does not exist yet. */
function realPathOf(path: string, links = MAX_LINKS): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  if (parent === path) return path;
  const real = `${realPathOf(parent, links)}${path.slice(parent === '/' ? 0 : parent.length)}`;
  const target = links === 0 ? null : targetOf(path);
  return target === null ? real : realPathOf(resolve(dirname(real), target), links - 1);
}

/** Null if the path is no link. */
function targetOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

/** Writes a file that the user named with a flag, and its folder. @throws RewindError input-invalid, disk-full */
export async function writeOutput(flag: string, path: string, text: string, mode = 0o666): Promise<void> {
  try {
    makeFolder(dirname(path));
    await writeFile(path, text, { mode });
  } catch (error) {
    throw unwritable(flag, path, error);
  }
}

/** Finds out early whether `writeOutput` can write a file. Changes no file. @throws RewindError input-invalid, disk-full */
export async function assertWritable(flag: string, path: string): Promise<void> {
  try {
    makeFolder(dirname(path));
    const isThere = existsSync(path);
    await (await open(path, 'a')).close();
    if (!isThere) await rm(path);
  } catch (error) {
    throw unwritable(flag, path, error);
  }
}

/** The error for a path that the user named with a flag and that cannot be written. */
export function unwritable(flag: string, path: string, error: unknown): RewindError {
  const known = asRewindError(error);
  if (known.code !== 'internal') return known;
  return new RewindError('input-invalid', `--${flag}: ${path} could not be written: ${messageOf(error)}`, {
    remedy: `Name a path with --${flag} that this user can write.`,
    cause: error,
  });
}
