import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Queryable } from '../../services/postgres/connection.js';
import { outputOf, start } from './client.js';
import type { Programs } from './programs.js';
import { DUMP, metered } from './dump.js';
import { select } from './inspect.js';
import type { TocEntry } from './toc.js';

/** An extension of a dump. */
export interface DumpedExtension {
  readonly name: string;
  readonly schema: string;
}

/** Extensions in a dump. The one of PL/pgSQL is not: every database has it from the start. */
export function extensionsIn(toc: readonly TocEntry[]): DumpedExtension[] {
  return toc.flatMap(({ desc, tag, definition }) => {
    if (desc !== 'EXTENSION') return [];
    const [, quotedName, plain = ''] = / WITH SCHEMA (?:"((?:[^"]|"")+)"|([^"]+));\s*$/.exec(definition) ?? [];
    return [{ name: tag, schema: quotedName?.replaceAll('""', '"') ?? plain }];
  });
}

/**
 * Names of the extensions of a dump that stay: only a superuser could create most of them again. One that is in another
 * schema now does not stay, because the dump names its objects with their schema.
 */
export async function stayingExtensions(client: Queryable, toc: readonly TocEntry[]): Promise<string[]> {
  const present = await select(
    client,
    z.object({ name: z.string(), schema: z.string() }),
    'SELECT e.extname AS name, n.nspname AS schema FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace',
  );
  return extensionsIn(toc).flatMap(({ name, schema }) =>
    present.some((entry) => entry.name === name && entry.schema === schema) ? [name] : [],
  );
}

/** The entries without those of objects that stay: their CREATE would fail, and their COMMENT takes their owner. */
export function withoutKept(
  toc: readonly TocEntry[],
  extensions: readonly string[],
  schemas: readonly string[],
): TocEntry[] {
  const kept = toc.filter(({ desc, tag }) => desc === 'EXTENSION' && extensions.includes(tag)).map(({ id }) => id);
  return toc.filter(
    ({ id, desc, tag, needs }) =>
      !kept.includes(id) &&
      !(desc === 'COMMENT' && needs.some((need) => kept.includes(need))) &&
      !(desc === 'SCHEMA' && schemas.includes(tag)),
  );
}

/**
 * The dump as a script without any COMMIT. pg_restore wraps large objects into transactions of their own unless the script
 * is one transaction; then its only COMMIT is at the end, and is taken off.
 */
export async function scriptOf(
  ctx: Context,
  programs: Programs,
  source: PayloadSource,
  database: string,
  entries: readonly TocEntry[],
): Promise<{ readonly script: Readable; readonly fed: Promise<void>; readonly stop: () => void }> {
  const list = join(ctx.scratch, `toc-${ctx.randomHex(6)}`);
  writeFileSync(list, `${entries.map(({ id }) => id).join('\n')}\n`, { mode: 0o600 });
  const args = ['--format=custom', '--single-transaction', `--use-list=${list}`, '--file=-'];
  const running = start(ctx, programs.restore, args, null, null, 'restore-failed');
  const dump = metered(ctx, source, database, await source.open(DUMP));
  const fed = feedArchive(running, dump);
  fed.catch(() => undefined);
  const script = Readable.from(withoutCommit(outputOf(running), ctx.resource), { objectMode: false });
  return { script, fed, stop: () => void running.child.kill('SIGTERM') };
}

/** Writes a dump to pg_restore, which may stop reading early. A source that fails stops the program. */
async function feedArchive({ child }: ReturnType<typeof start>, dump: Readable): Promise<void> {
  try {
    if (child.stdin) await pipeline(dump, child.stdin);
  } catch (error) {
    if (!(error instanceof RewindError)) return;
    child.kill('SIGTERM');
    throw error;
  }
}

/** More than what follows the COMMIT of a script. */
const TAIL = 1024;
const COMMIT = /\nCOMMIT;\n(\s*--\n-- PostgreSQL database dump complete\n--\s*(\\unrestrict \w+\s*)?)$/;

/**
 * Passes a script on without its last statement.
 * @throws RewindError restore-failed when it is not COMMIT: an unknown form of script, or a part of one
 */
export async function* withoutCommit(script: AsyncIterable<Buffer>, resource: string): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of script) {
    held = Buffer.concat([held, chunk]);
    if (held.length <= TAIL) continue;
    yield held.subarray(0, held.length - TAIL);
    held = held.subarray(held.length - TAIL);
  }
  // Latin 1 keeps every byte.
  const tail = held.toString('latin1');
  if (!COMMIT.test(tail)) {
    throw new RewindError('restore-failed', `The script of pg_restore does not end with COMMIT. Nothing was changed.`, {
      resource,
      remedy: 'Use the programs of PostgreSQL 14 to 18 as "client-bin", or restore by swap.',
    });
  }
  yield Buffer.from(tail.replace(COMMIT, '\n$1'), 'latin1');
}
