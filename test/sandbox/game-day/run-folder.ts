import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** All game days of one user lie here, one folder a run: the next run finds those of killed ones. */
export const gamesFolder = (): string => join(tmpdir(), `rewind-game-day-${process.getuid?.() ?? 'user'}`);

const OWNER = 'owner.json';
const owner = z.strictObject({ pid: z.number().int().positive(), started: z.string() });

/** When a process began, in words of the system; '' if there is none. A later process may get the same id. */
function startOf(pid: number): string {
  try {
    // After the name, which may hold spaces and brackets: field 22 is the start.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    if (existsSync('/proc/self/stat')) return '';
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  }
}

/** Ids of the processes that work in a folder: the programs of a game, and its PostgreSQL. */
export function processesIn(folder: string): number[] {
  const inside = (path: string): boolean => path === folder || path.startsWith(folder + sep);
  if (!existsSync('/proc/self/cwd')) return serversIn(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        return inside(readlinkSync(`/proc/${name}/cwd`)) && startOf(Number(name)) !== '' ? [Number(name)] : [];
      } catch {
        // It ended, or is another user's.
        return [];
      }
    });
}

/** Without /proc: PostgreSQL by its own file, if the process is that server. Programs end by themselves without the services. */
function serversIn(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => {
    const data = join(folder, name, 'data');
    if (!existsSync(join(data, 'postmaster.pid'))) return [];
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const { stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return stdout.includes(data) ? [pid] : [];
  });
}

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
};

/** Ends what still works in a folder, and removes the folder. */
async function remove(folder: string): Promise<void> {
  // PostgreSQL gives its shared memory back at SIGQUIT, not at SIGKILL.
  for (const pid of processesIn(folder)) signal(pid, 'SIGQUIT');
  for (let wait = 0; wait < 100 && processesIn(folder).length > 0; wait += 1) await sleep(50);
  for (const pid of processesIn(folder)) signal(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Removes what killed game days left. @returns the folders that were removed */
export async function tidyDead(parent = gamesFolder()): Promise<string[]> {
  if (!existsSync(parent)) return [];
  const found: string[] = [];
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    if (isAlive(folder)) continue;
    await remove(folder);
    found.push(folder);
  }
  try {
    rmdirSync(parent);
  } catch {
    // Another game day runs.
  }
  return found;
}

function isAlive(folder: string): boolean {
  try {
    const { pid, started } = owner.parse(JSON.parse(readFileSync(join(folder, OWNER), 'utf8')));
    return startOf(pid) === started;
  } catch {
    // Killed before it wrote the file, or about to write it.
    const age = Date.now() - (lstatSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return age < 5_000;
  }
}

/** The folder of one game: everything that it makes lies there. */
export interface RunFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes one, and leads temporary files and the home of this process and of its children there. */
export function makeRunFolder(): RunFolder {
  const parent = gamesFolder();
  mkdirSync(parent, { recursive: true, mode: 0o711 });
  const { uid } = lstatSync(parent);
  const own = process.getuid?.();
  if (!lstatSync(parent).isDirectory() || (own !== undefined && uid !== own)) {
    throw new Error(`${parent} belongs to somebody else: set TMPDIR to a directory of your own`);
  }
  const path = mkdtempSync(join(parent, 'run-'));
  writeFileSync(join(path, OWNER), JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
  // PostgreSQL runs as another user if we are root.
  for (const folder of [parent, path]) chmodSync(folder, 0o711);
  process.env.TMPDIR = path;
  process.env.HOME = path;
  return {
    path,
    remove: async () => {
      await remove(path);
      try {
        rmdirSync(parent);
      } catch {
        // Another game day runs.
      }
    },
  };
}
