import { closeSync, constants, fstatSync, openSync, opendirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Larger files are not read: nobody writes such a manifest by hand. */
const MAX_BYTES = 1024 ** 2;
/** The walk looks at no more entries and goes no deeper, so that it ends in any folder, a home directory included. */
const MAX_ENTRIES = 50_000;
const MAX_DEPTH = 6;
/** Folders that hold what others wrote, or what a build made. */
const SKIPPED = new Set(
  '.git .next .nuxt .svelte-kit .turbo .terraform .rewind .yarn .cache .output build coverage dist node_modules out target vendor'.split(
    ' ',
  ),
);

/** What `init` reads. Never `.env`, never Terraform's state or variables: they hold secrets. */
const READ = [
  /(^|\/)package\.json$/,
  /(^|\/)vercel\.json$/,
  /(^|\/)\.vercel\/(project|repo)\.json$/,
  /(^|\/)prisma\.config\.[cm]?[jt]s$/,
  /\.prisma$/,
  /(^|\/)\.env\.(example|sample|template|dist)$/,
  /\.tf$/,
  /^\.github\/workflows\/[^/]+\.ya?ml$/,
];

/** The files of a repository that tell what it deploys. Paths are relative to its root, with slashes. */
export interface RepositoryFiles {
  /** Files that can be read, sorted. */
  readonly paths: readonly string[];
  /** Folders called "migrations", sorted. */
  readonly migrations: readonly string[];
  /** The text of one of `paths`, without a byte order mark, with \n as line end; null if it cannot be read. */
  text(path: string): string | null;
  /** What was not looked at, in sentences. */
  readonly notes: string[];
}

/** Walks a repository. Follows no symbolic link, so it reads nothing outside. */
export function readRepository(root: string): RepositoryFiles {
  const paths: string[] = [];
  const migrations: string[] = [];
  const notes: string[] = [];
  let left = MAX_ENTRIES;
  const walk = (folder: string, depth: number): void => {
    let entries;
    try {
      entries = opendirSync(join(root, folder));
    } catch {
      notes.push(`The folder ${folder === '' ? '.' : folder} could not be read.`);
      return;
    }
    const below: string[] = [];
    try {
      for (let entry = entries.readSync(); entry !== null && left > 0; entry = entries.readSync()) {
        left -= 1;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (entry.name === 'migrations') migrations.push(path);
          if (!SKIPPED.has(entry.name) && depth < MAX_DEPTH) below.push(path);
        } else if (entry.isFile() && READ.some((pattern) => pattern.test(path))) paths.push(path);
      }
    } finally {
      entries.closeSync();
    }
    for (const path of below.sort()) walk(path, depth + 1);
  };
  walk('', 0);
  if (left === 0) notes.push(`The repository has more than ${MAX_ENTRIES} files; the rest was not looked at.`);
  const read = new Map<string, string | null>();
  const text = (path: string): string | null => {
    const known = read.get(path);
    if (known !== undefined) return known;
    const found = textOf(root, path, notes);
    read.set(path, found);
    return found;
  };
  return { paths: paths.sort(), migrations: migrations.sort(), notes, text };
}

function textOf(root: string, path: string, notes: string[]): string | null {
  let file: number;
  try {
    // Not through a link that took the place of the file, and without waiting for the other end of a pipe.
    file = openSync(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    notes.push(`${path} could not be read.`);
    return null;
  }
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return null;
    if (found.size > MAX_BYTES) {
      notes.push(`${path} has ${found.size} bytes and was not read.`);
      return null;
    }
    return new TextDecoder('utf-8').decode(readFileSync(file)).replaceAll('\r\n', '\n');
  } finally {
    closeSync(file);
  }
}

/** True if a path, after all links, lies in the folder or is the folder itself. Both must exist. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(path));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}
