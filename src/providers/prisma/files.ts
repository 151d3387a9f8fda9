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
  return { path, sha256: sha256(content), script, facts: factsOf(script) };
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
