import { TextDecoder } from 'node:util';
import { Readable } from 'node:stream';
import type { PayloadSink, PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { start } from './client.js';
import type { Programs } from './programs.js';
import { asLockTimeout, DUMP, LOCK_WAIT } from './dump.js';
import type { TableState } from './state.js';
import { asMigrated } from './steady.js';
import { isRestored, TocParser, type TocEntry } from './toc.js';

/**
 * Reads a stored dump up to the end of its table of contents: pg_restore needs no more of it for everything but rows.
 * @returns the entries that a restore takes, in the order of the dump
 * @throws RewindError dump-unreadable, and the errors of the store
 */
export async function readHead(
  source: PayloadSource,
): Promise<{ readonly entries: readonly TocEntry[]; readonly head: Buffer }> {
  const toc = new TocParser();
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await source.open(DUMP)) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    if (toc.push(chunk)) break;
  }
  return { entries: toc.finish().filter(isRestored), head: Buffer.concat(chunks) };
}

/**
 * Reads the table of contents of the dump that goes into the sink. It has the values that sequences have in the dump.
 * @param atHead may reject the dump when pg_dump writes its first byte: by then it has read all definitions, and the rest is rows
 */
export function watched(sink: PayloadSink, toc: TocParser, atHead: () => Promise<void>): PayloadSink {
  const watch = async function* (content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let begun = false;
    for await (const chunk of content) {
      if (!begun) await atHead();
      begun = true;
      toc.push(chunk);
      yield chunk;
    }
  };
  return {
    purpose: sink.purpose,
    write: (name, content) =>
      sink.write(
        name,
        name === DUMP && content instanceof Readable ? Readable.from(watch(content), { objectMode: false }) : content,
      ),
  };
}

/**
 * Reads what a dump would hold by the command that makes it, which is stopped when it begins with the rows.
 *
 * @param exported id of the exported snapshot to read from
 * @throws RewindError dump-failed, dump-unreadable, database-locked
 */
export async function readEntries(
  ctx: Context,
  address: DatabaseAddress,
  database: string,
  programs: Programs,
  exported: string,
): Promise<readonly TocEntry[]> {
  const args = ['--format=custom', '--compress=0', `--snapshot=${exported}`, '--no-password', LOCK_WAIT];
  const running = start(ctx, programs.dump, args, address, database, 'dump-failed');
  const toc = new TocParser();
  let complete = false;
  try {
    for await (const chunk of running.child.stdout as AsyncIterable<Buffer>) {
      complete = toc.push(chunk);
      if (complete) break;
    }
    // It ended by itself: its own error is the cause.
    if (!complete) await running.done;
  } catch (error) {
    throw asMigrated(asLockTimeout(error, ctx.resource), ctx.resource);
  } finally {
    running.child.kill('SIGTERM');
    await running.done.catch(() => undefined);
  }
  return toc.finish();
}

/**
 * Requires the dump to hold the rows of every table that has some.
 * @throws RewindError dump-failed
 */
export function requireRows(entries: readonly TocEntry[], tables: readonly TableState[], resource: string): void {
  const read = readingOf(entries);
  const dumped = new Set(
    entries
      .filter(({ desc }) => desc === 'TABLE DATA')
      .flatMap(({ namespace, tag }) =>
        read(namespace).flatMap((schema) => read(tag).map((name) => `${schema}.${name}`)),
      ),
  );
  const lacking = tables.filter(({ name, rows }) => rows > 0 && !dumped.has(name));
  if (lacking.length === 0) return;
  const names = lacking.map(({ name }) => name).join(', ');
  throw new RewindError('dump-failed', `pg_dump leaves the rows of ${names} out.`, { resource });
}

/** Encodings of PostgreSQL whose name TextDecoder does not know; it knows the others without their underscore. */
const LABELS: Readonly<Record<string, string>> = {
  EUC_JP: 'euc-jp',
  EUC_KR: 'euc-kr',
  EUC_CN: 'gb2312',
  KOI8R: 'koi8-r',
  KOI8U: 'koi8-u',
  WIN866: 'ibm866',
  LATIN7: 'iso-8859-13',
  LATIN8: 'iso-8859-14',
  LATIN9: 'iso-8859-15',
};

/**
 * How a name of the table of contents may read. The parser takes its bytes as UTF-8, or one by one: the hashes in older snapshots
 * are of such texts. The names of the catalog come in UTF-8, from whatever encoding the database has.
 */
function readingOf(entries: readonly TocEntry[]): (name: string) => string[] {
  const found = entries.find(({ desc }) => desc === 'ENCODING')?.definition ?? '';
  const encoding = /client_encoding = '([^']+)'/.exec(found)?.[1] ?? 'UTF8';
  const label =
    LABELS[encoding] ?? encoding.replace(/^WIN(\d+)$/, 'windows-$1').replace(/^ISO_(\d+)_(\d+)$/, 'iso-$1-$2');
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label);
  } catch {
    return (name) => [name];
  }
  return (name) =>
    /^[\x20-\x7e]*$/.test(name)
      ? [name]
      : [name, ...(['latin1', 'utf8'] as const).map((as) => decoder.decode(Buffer.from(name, as)))];
}
