import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { illegibleIn } from '../../providers/prisma/files.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { git } from '../git.js';

/** Limits of what a pull request may bring as migrations. Prisma's own migrations are a few kilobytes. */
const MOST_FILES = 10_000;
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_BYTES_IN_ALL = 100 * 1024 * 1024;

/**
 * Files of a migration folder that must not be read: anybody can open a pull request, and the content of a file comes back
 * in the findings. A link could lead to any file of the runner.
 *
 * @param folder relative to the repository
 */
export async function refusedFiles(ctx: Context, folder: string): Promise<Finding[]> {
  const root = await realpath(ctx.root);
  const wanted = join(root, folder);
  const found = await realpath(wanted).catch(() => null);
  // The reader reports a missing folder; but a submodule around it may not be checked out.
  if (found === null) return submodules(ctx, folder);
  if (found !== wanted || !`${found}${sep}`.startsWith(`${root}${sep}`)) {
    return [refused(folder, 'is a link or leads out of the repository')];
  }
  let [files, bytes] = [0, 0];
  for await (const entry of entriesIn(found)) {
    const path = join(entry.parentPath, entry.name);
    const shown = path.slice(root.length + 1);
    files += 1;
    if (isGarbled(entry)) return [refused(shown, 'has a name that is not UTF-8')];
    if (files > MOST_FILES) return [refused(folder, `holds more than ${MOST_FILES} files`)];
    if (entry.isDirectory()) continue;
    if (!entry.isFile()) return [refused(shown, 'is a link or not a regular file')];
    const { size } = await lstat(path);
    bytes += size;
    if (size > MOST_BYTES) return [refused(shown, `is larger than ${MOST_BYTES / 1024 / 1024} MiB`)];
    if (bytes > MOST_BYTES_IN_ALL) return [refused(folder, `holds more than ${MOST_BYTES_IN_ALL / 1024 / 1024} MiB`)];
  }
  return submodules(ctx, folder);
}

/** Node gives a name that is not UTF-8 with this sign in it, and finds no such file. */
const isGarbled = ({ name }: Dirent): boolean => name.includes('\uFFFD');

async function* entriesIn(folder: string): AsyncGenerator<Dirent> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    yield entry;
    if (entry.isDirectory()) yield* entriesIn(join(folder, entry.name));
  }
}

/**
 * A submodule in the folder, or around it: its files are part of a deploy that checks it out, and of no diff of this
 * repository. @throws RewindError git-history-missing
 */
async function submodules(ctx: Context, folder: string): Promise<Finding[]> {
  const parts = folder.split('/');
  const around = parts.map((_, at) => git(ctx, ['ls-tree', '-z', 'HEAD', '--', parts.slice(0, at + 1).join('/')]));
  const listed = await Promise.all([...around, git(ctx, ['ls-tree', '-r', '-z', 'HEAD', '--', `${folder}/`])]);
  const [found] = listed.flatMap((text) => text.split('\0')).filter((line) => line.startsWith('160000 '));
  if (found === undefined) return [];
  return [refused(found.split('\t')[1] ?? folder, 'is a submodule, which this check does not read')];
}

/** The scripts of these migrations whose bytes are not text: what is read of them is not what would run. */
export async function illegibleScripts(ctx: Context, folder: string, names: readonly string[]): Promise<Finding[]> {
  const files = names.flatMap((name) => ['migration.sql', 'down.sql'].map((script) => `${folder}/${name}/${script}`));
  const found = await Promise.all(
    files.map(async (file): Promise<Finding[]> => {
      const content = await readFile(join(ctx.root, file)).catch(() => null);
      const illegible = content === null ? null : illegibleIn(content);
      return illegible === null ? [] : [refused(file, illegible.why, illegible.remedy)];
    }),
  );
  return found.flat();
}

const refused = (
  file: string,
  why: string,
  remedy = 'Keep migrations as regular files of the repository. Load large data with a script of your own.',
): Finding => ({
  level: 'error',
  code: 'migration-file-refused',
  message: `${file} ${why}, so no migration was read.`,
  remedy,
  file,
});
