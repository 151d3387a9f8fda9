import { realpath, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { getExecOutput } from '@actions/exec';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { installClient } from './install.js';

/** Absolute paths of PostgreSQL's programs, because Debian's wrapper on PATH runs the highest version. */
export interface Programs {
  readonly major: number;
  /** Of the client programs; the one of the server may differ. */
  readonly minor: number;
  readonly dump: string;
  readonly restore: string;
  readonly psql: string;
}

/**
 * Finds the client of the server's major version. An older pg_dump fails; the dump of a newer one may contain settings
 * that the server does not know. Installs a missing client if the run may install programs.
 *
 * @throws RewindError pg-client-missing, pg-client-version
 */
export async function findPrograms(ctx: Context, major: number, configured: string | undefined): Promise<Programs> {
  const first = await search(ctx, major, configured);
  if ('programs' in first) return first.programs;
  let note = '';
  if (ctx.mayInstall && configured === undefined) {
    const failed = await installClient(ctx, major);
    const second = await search(ctx, major, configured);
    if ('programs' in second) return second.programs;
    note = ` It could not be installed: ${failed ?? 'it is still not found after its installation'}.`;
  }
  const details = {
    resource: ctx.resource,
    remedy: `Install the client of PostgreSQL ${major}: on Debian or Ubuntu "sudo apt-get install -y postgresql-client-${major}" (from PostgreSQL's own package archive, apt.postgresql.org, where the distribution has another version), on Red Hat or Fedora "sudo dnf install -y postgresql${major}" (the same, yum.postgresql.org), on Alpine "apk add postgresql${major}-client"; or name its directory as "client-bin".`,
  };
  if (first.seen.length === 0) {
    throw new RewindError(
      'pg-client-missing',
      `The server is PostgreSQL ${major}, and no pg_dump was found.${note}`,
      details,
    );
  }
  throw new RewindError(
    'pg-client-version',
    `The server is PostgreSQL ${major}; pg_dump was found in version ${first.seen.join(', ')}.${note}`,
    details,
  );
}

/** Major versions that are looked for above that of a snapshot. */
const NEWER = 8;

/**
 * Finds a client that reads a dump of a major version: of that version, else of a newer one, which reads older dumps too.
 * @throws RewindError pg-client-missing
 */
export async function findReader(ctx: Context, major: number, configured: string | undefined): Promise<Programs> {
  for (let candidate = major; candidate <= major + NEWER; candidate += 1) {
    const found = await search(ctx, candidate, configured);
    if ('programs' in found) return found.programs;
  }
  if (ctx.mayInstall && configured === undefined) return findPrograms(ctx, major, configured);
  throw new RewindError(
    'pg-client-missing',
    `The dump of snapshot ${ctx.snapshotId} is from PostgreSQL ${major}, and this machine has no client of that version or a newer one.`,
    {
      resource: ctx.resource,
      remedy: `The snapshot is not damaged: only its dump cannot be read here. Install the client of PostgreSQL ${major} or newer (on Debian or Ubuntu "sudo apt-get install -y postgresql-client-${major}"), pass --install-client, or name its directory as "client-bin".`,
    },
  );
}

/** First minor versions (August 2025) whose psql and pg_restore a dump cannot make run commands (CVE-2025-8714, 8715). */
const SAFE_MINOR: Readonly<Record<number, number>> = { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 };

/** What is wrong with a client that reads a dump of somebody else's database; null if nothing is. */
export function outdatedClient({
  major,
  minor,
}: Programs): { readonly message: string; readonly remedy: string } | null {
  const safe = major < 13 ? Infinity : (SAFE_MINOR[major] ?? 0);
  if (minor >= safe) return null;
  return {
    message: `The client programs are PostgreSQL ${major}.${minor}: a name in the database can make psql or pg_restore run commands on this machine during a restore (CVE-2025-8714, CVE-2025-8715).`,
    remedy: Number.isFinite(safe)
      ? `Update the client to ${major}.${safe} or newer: on Debian or Ubuntu "sudo apt-get install --only-upgrade postgresql-client-${major}".`
      : 'Update the server and its client to a supported version.',
  };
}

/** The directory of the client, or the other versions that were found. */
async function search(
  ctx: Context,
  major: number,
  configured: string | undefined,
): Promise<{ readonly programs: Programs } | { readonly seen: readonly string[] }> {
  const folders =
    configured === undefined
      ? [
          `/usr/lib/postgresql/${major}/bin`,
          `/usr/pgsql-${major}/bin`,
          `/usr/libexec/postgresql${major}`,
          `/opt/homebrew/opt/postgresql@${major}/bin`,
          `/opt/homebrew/opt/libpq@${major}/bin`,
          `/usr/local/opt/postgresql@${major}/bin`,
          `/Library/PostgreSQL/${major}/bin`,
          ...(ctx.childEnv.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
        ]
      : [configured];
  const seen: string[] = [];
  for (const folder of folders) {
    const found = await versionIn(ctx, folder);
    if (found?.major === major) {
      const inFolder = (name: string): string => join(folder, name);
      return {
        programs: { ...found, dump: inFolder('pg_dump'), restore: inFolder('pg_restore'), psql: inFolder('psql') },
      };
    }
    if (found !== undefined) seen.push(`${found.major} in ${folder}`);
  }
  return { seen };
}

/** Versions by file: a run asks several times, and each question is a process. */
const versions = new Map<string, { readonly major: number; readonly minor: number }>();

/** Version of the pg_dump in a directory; undefined if there is none that runs by its path. */
async function versionIn(
  ctx: Context,
  folder: string,
): Promise<{ readonly major: number; readonly minor: number } | undefined> {
  const file = join(folder, 'pg_dump');
  try {
    const { ino, size, mtimeMs } = await stat(file);
    const key = `${file} ${ino} ${size} ${mtimeMs}`;
    const known = versions.get(key);
    if (known !== undefined) return known;
    if ((await realpath(file)).endsWith('pg_wrapper')) return undefined;
    const { exitCode, stdout } = await getExecOutput(file, ['--version'], {
      silent: true,
      ignoreReturnCode: true,
      env: { ...ctx.childEnv },
    });
    // "pg_dump (PostgreSQL) 17.6 (Debian 17.6-1)"; a test version ("18beta1") has no minor one.
    const [, major, minor] = /\) (\d+)(?:\.(\d+))?/.exec(stdout) ?? [];
    if (exitCode !== 0 || major === undefined) return undefined;
    const version = { major: Number(major), minor: Number(minor ?? 0) };
    versions.set(key, version);
    return version;
  } catch {
    return undefined;
  }
}
