import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { PayloadSource } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { outputOf, start, type Programs } from './client.js';
import { DUMP, metered } from './dump.js';

/** An entry of a dump's table of contents. */
export interface TocEntry {
  /** The line of `pg_restore --list`. */
  readonly line: string;
  /** `TABLE`, `TABLE DATA`, `EXTENSION` …; a part of it when the kind has more words. */
  readonly kind: string;
  /** The rest: schema or `-`, name, owner. */
  readonly rest: string;
}

/** Reads the table of contents of a dump. @throws RewindError dump-unreadable */
export async function readToc(ctx: Context, programs: Programs, source: PayloadSource): Promise<TocEntry[]> {
  const listing = start(ctx, programs.restore, ['--list'], null, null, 'dump-unreadable');
  const [listed] = await Promise.all([text(outputOf(listing)), feedArchive(listing, await source.open(DUMP))]);
  return parseToc(listed);
}

export function parseToc(listed: string): TocEntry[] {
  return listed.split('\n').flatMap((line) => {
    const match = /^\d+; \d+ \d+ ([A-Z]+(?: [A-Z]+)*) (.*)$/.exec(line);
    return match ? [{ line, kind: match[1] ?? '', rest: match[2] ?? '' }] : [];
  });
}

/** Names of the extensions in a dump. The one of PL/pgSQL is not: every database has it from the start. */
export function extensionsIn(toc: readonly TocEntry[]): string[] {
  // `EXTENSION - name` and a blank; a dump records no owner of extensions.
  return toc.flatMap(({ kind, rest }) => (kind === 'EXTENSION' ? [/^- (.*?) *$/.exec(rest)?.[1] ?? ''] : []));
}

/** The entries without those of objects that stay: their CREATE would fail, and their COMMENT takes their owner. */
export function withoutKept(
  toc: readonly TocEntry[],
  extensions: readonly string[],
  schemas: readonly string[],
): TocEntry[] {
  const dropped = [
    ...extensions.flatMap((name) => [`EXTENSION - ${name} `, `COMMENT - EXTENSION ${name} `]),
    // Followed by the owner.
    ...schemas.map((name) => `SCHEMA - ${name} `),
  ];
  return toc.filter(({ kind, rest }) => !dropped.some((start) => `${kind} ${rest} `.startsWith(start)));
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
  writeFileSync(list, `${entries.map(({ line }) => line).join('\n')}\n`, { mode: 0o600 });
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
