import {
  accessSync,
  constants,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { types } from 'node:util';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { isLink, makeFolder } from '../../runtime/files.js';
import { isInside } from './repository-files.js';

/** Where files are made before they get their names, and the lock. Git ignores it. */
const OWN = '.rewind';

/** What stands at a path: nothing, the same text, or another one. */
export type Standing = 'new' | 'same' | { readonly text: string };

/**
 * What stands at a path of the repository, and whether a new file can be made there.
 * @returns the problem, or what stands there
 */
export function standingAt(root: string, path: string, text: string): Standing | { readonly problem: string } {
  const absolute = join(root, path);
  const folder = nearestFolder(root, dirname(absolute));
  if (typeof folder !== 'string') return folder;
  const link = path.startsWith('.github/workflows/')
    ? ['.github', '.github/workflows'].find((one) => isLink(join(root, one)))
    : undefined;
  if (link !== undefined) return { problem: `${link} is a link: GitHub does not read workflows behind a link.` };
  const found = lstatSync(absolute, { throwIfNoEntry: false });
  if (found === undefined) {
    try {
      accessSync(folder, constants.W_OK | constants.X_OK);
      return 'new';
    } catch (error) {
      return { problem: `${path} cannot be written: ${messageOf(error)}` };
    }
  }
  try {
    if (found.isSymbolicLink() && !isInside(root, absolute))
      return { problem: `${path} is a link out of the repository.` };
    if (!statSync(absolute).isFile()) return { problem: `${path} is not a file.` };
    const present = readFileSync(absolute, 'utf8');
    return present === text ? 'same' : { text: present };
  } catch (error) {
    return { problem: `${path} cannot be read: ${messageOf(error)}` };
  }
}

/** The deepest folder of the way that exists; it must be a folder of the repository, after all links. */
function nearestFolder(root: string, wanted: string): string | { readonly problem: string } {
  let folder = wanted;
  while (!isThere(folder) && folder !== root) folder = dirname(folder);
  const shown = relative(root, folder).split(sep).join('/') || '.';
  try {
    if (!isInside(root, folder)) return { problem: `${shown} is a link out of the repository.` };
    return statSync(folder).isDirectory() ? folder : { problem: `${shown} is not a folder.` };
  } catch (error) {
    return { problem: `${shown} cannot be read: ${messageOf(error)}` };
  }
}

/** False also for a path below a file. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/**
 * Writes a new file, whole or not at all, also if the run is killed. Never replaces one.
 * @returns false if something stands there by now
 * @throws RewindError input-invalid
 */
export function writeNew(root: string, path: string, text: string): boolean {
  const absolute = join(root, path);
  const draft = join(root, OWN, `init-${process.pid}.new`);
  try {
    makeFolder(dirname(draft));
    makeFolder(dirname(absolute));
    writeFileSync(draft, text);
    try {
      linkSync(draft, absolute);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      // A file system without hard links.
      writeFileSync(absolute, text, { flag: 'wx' });
    } finally {
      unlinkSync(draft);
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new RewindError('input-invalid', `${path} could not be written: ${messageOf(error)}`, {
      remedy: 'Make the folder writable and run "rewind init" again: it goes on with what is missing.',
      cause: error,
    });
  }
}

/**
 * Lets one run write at a time: two would make two pairs of keys.
 * @returns how to end it
 * @throws RewindError input-invalid if another run of this machine holds it
 */
export function takeLock(root: string): () => void {
  const path = join(root, OWN, 'init.lock');
  const own = nearestFolder(root, join(root, OWN));
  if (typeof own !== 'string') throw new RewindError('input-invalid', own.problem);
  try {
    makeFolder(dirname(path));
    if (!claimed(path))
      throw new RewindError('input-invalid', 'Another "rewind init" is running in this repository.', {
        remedy: `Wait until it ends. If none is running, delete ${OWN}/init.lock.`,
      });
  } catch (error) {
    if (error instanceof RewindError) throw error;
    throw new RewindError('input-invalid', `${OWN} could not be written: ${messageOf(error)}`, {
      remedy: 'Run "rewind init" as a user who can write to the repository.',
      cause: error,
    });
  }
  // What a run that was killed left, or did not come to.
  ignoreOwn(join(dirname(path), '.gitignore'));
  for (const name of readdirSync(dirname(path)))
    if (/^init-\d+\.new$/.test(name)) unlinkSync(join(dirname(path), name));
  return () => unlinkSync(path);
}

function ignoreOwn(path: string): void {
  try {
    writeFileSync(path, '*\n', { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    // A full disk leaves an empty file.
    const found = lstatSync(path);
    if (found.isFile() && found.size === 0) writeFileSync(path, '*\n');
  }
}

function claimed(path: string): boolean {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    // A run that was killed leaves its lock.
    if (isAlive(Number(readFileSync(path, 'utf8')))) return false;
    unlinkSync(path);
  }
  return false;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown): unknown => (types.isNativeError(error) && 'code' in error ? error.code : undefined);
