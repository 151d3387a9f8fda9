import { isUtf8 } from 'node:buffer';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Context } from '../../runtime/context.js';
import { sha256 } from '../../runtime/digest.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import type { Config } from './config.js';
import { factsOf, type ScriptFacts } from './sql.js';

export interface DownScript {
  /** Path relative to the repository, for messages. */
  readonly path: string;
  readonly sha256: string;
  readonly script: string;
  readonly facts: ScriptFacts;
  /** Why what would run is not what its author wrote; null if it is. */
  readonly illegible: Illegible | null;
}

/** Why the bytes of a file are not the text of a script. */
export interface Illegible {
  /** Follows the name of the file. */
  readonly why: string;
  readonly remedy: string;
}

/** A directory under prisma/migrations. */
export interface MigrationFiles {
  readonly name: string;
  /** SHA-256 of migration.sql as Prisma records it; null if the file is missing. */
  readonly checksum: string | null;
  /** Its migration.sql; null if it is missing. */
  readonly up: string | null;
  readonly down: DownScript | null;
  /** Path of its down.sql, which may be missing. */
  readonly downPath: string;
}

/**
 * Migrations of the checkout, by name, as Prisma applies them.
 * @throws RewindError migrations-unreadable
 */
export async function readMigrations(config: Config, ctx: Context): Promise<MigrationFiles[]> {
  const folder = resolve(ctx.root, config.migrations);
  let names: string[];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    throw new RewindError('migrations-unreadable', `${config.migrations} could not be read: ${messageOf(error)}`, {
      resource: ctx.resource,
      cause: error,
    });
  }
  return Promise.all(
    names.sort().map(async (name): Promise<MigrationFiles> => {
      const [up, down] = await Promise.all([
        contentOf(join(folder, name, 'migration.sql')),
        contentOf(join(folder, name, 'down.sql')),
      ]);
      const downPath = `${config.migrations}/${name}/down.sql`;
      return {
        name,
        checksum: up === null ? null : sha256(up),
        up: up === null ? null : textOf(up),
        down: down === null ? null : scriptOf(down, downPath),
        downPath,
      };
    }),
  );
}

function scriptOf(content: Buffer, path: string): DownScript {
  const script = textOf(content);
  const facts = factsOf(script);
  const found = illegibleIn(content);
  // A letter in a comment does no harm.
  const harmless =
    found === NOT_UTF8 && !facts.statements.some(({ sql }) => sql.includes('\0') || sql.includes('\uFFFD'));
  return { path, sha256: sha256(content), script, facts, illegible: harmless ? null : found };
}

const NOT_UTF8: Illegible = {
  why: 'is not text in UTF-8',
  remedy: 'Save the file in the encoding UTF-8.',
};
const LFS_POINTER: Illegible = {
  why: 'is a pointer of Git LFS, and not the script itself',
  remedy: 'Keep migrations in the repository itself, without Git LFS.',
};

/** A NUL ends the text of a query, and bytes that are not UTF-8 would be replaced: in a value, that changes data. */
export function illegibleIn(content: Buffer): Illegible | null {
  if (content.toString('latin1', 0, 64).startsWith('version https://git-lfs.github.com/spec/')) return LFS_POINTER;
  return isUtf8(content) && !content.includes(0) ? null : NOT_UTF8;
}

/** Without the byte order mark of Windows editors, which is not SQL. */
const textOf = (content: Buffer): string => content.toString('utf8').replace(/^\uFEFF/, '');

async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
