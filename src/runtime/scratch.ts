import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { types } from 'node:util';
import { sha256 } from './digest.js';
import { messageOf, RewindError } from './errors.js';

/**
 * The beginning of the name of a temporary directory of a process. The next run removes it if the process is dead. The name
 * says whose it is: processes of another host or container may share the directory, and their ids say nothing here.
 */
export const scratchPrefix = (pid = process.pid): string =>
  join(tmpdir(), `rewind-${sha256(`${hostname()} ${pidNamespace()}`).slice(0, 8)}-${pid}-`);

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Removes the directories, with the password files in them, of runs that were killed (SIGKILL, out of memory). */
function sweep(): void {
  const [folder, own] = [tmpdir(), basename(scratchPrefix(0)).slice(0, -'0-'.length)];
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(own) ? /^(\d+)-/.exec(name.slice(own.length))?.[1] : undefined;
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Of another user.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(types.isNativeError(error) && 'code' in error && error.code === 'ESRCH');
  }
}

/**
 * A new directory (0700) for the files of this run. Removes those of dead runs.
 * @throws RewindError input-invalid
 */
export function scratchFolder(): string {
  try {
    sweep();
    return mkdtempSync(scratchPrefix());
  } catch (error) {
    throw new RewindError('input-invalid', `No temporary directory: ${messageOf(error)}`, {
      remedy: 'Set TMPDIR to a directory that this user can write.',
      cause: error,
    });
  }
}
