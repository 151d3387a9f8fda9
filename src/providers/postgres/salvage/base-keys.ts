import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { PayloadSource } from '../../../engine/payload.js';
import type { Context } from '../../../runtime/context.js';
import { outputOf, start } from '../client.js';
import type { Programs } from '../programs.js';
import { DUMP } from '../dump.js';
import { keyText } from './merge.js';
import type { Shared } from './tables.js';

/**
 * Which of the keys the snapshot holds: reads the rows of one table out of the sealed dump. Needed only where production
 * deleted rows of the snapshot: then a key that is missing there may be deleted or new.
 *
 * @returns null if the dump cannot tell: it is not in UTF-8
 */
export async function keysInSnapshot(
  ctx: Context,
  programs: Programs,
  source: PayloadSource,
  table: Shared,
  wanted: ReadonlySet<string>,
): Promise<ReadonlySet<string> | null> {
  const args = ['--data-only', `--schema=${table.schema}`, `--table=${table.relation}`, '--file=-'];
  const running = start(ctx, programs.restore, args, null, null, 'restore-failed');
  const { stdin } = running.child;
  if (!stdin) return null;
  const reader = new CopyReader(
    table.columns.slice(0, table.keys).map(({ name }) => name),
    wanted,
  );
  const [fed, read] = await Promise.allSettled([
    pipeline(await source.open(DUMP), stdin),
    eachLine(outputOf(running), (line) => reader.line(line)),
  ]);
  // A program that failed breaks the pipe; its own message is more precise.
  for (const outcome of [read, fed]) if (outcome.status === 'rejected') throw outcome.reason as Error;
  return reader.encoding === 'UTF8' ? reader.found : null;
}

/** Reads keys out of the script that pg_restore prints. */
class CopyReader {
  readonly found = new Set<string>();
  encoding: string | null = null;
  /** Places of the key among the columns; null outside of a table's rows. */
  private places: readonly number[] | null = null;

  constructor(
    private readonly names: readonly string[],
    private readonly wanted: ReadonlySet<string>,
  ) {}

  line(line: string): void {
    if (this.places === null) {
      this.encoding ??= /^SET client_encoding = '(.+)';$/.exec(line)?.[1] ?? null;
      const columns = /^COPY .+? \((.+)\) FROM stdin;$/.exec(line)?.[1];
      if (columns !== undefined) this.places = this.names.map((name) => columnNames(columns).indexOf(name));
    } else if (line === '\\.') this.places = null;
    else {
      const values = line.split('\t');
      const key = keyText(this.places.map((place) => unescaped(values[place] ?? '')));
      if (this.wanted.has(key)) this.found.add(key);
    }
  }
}

/** Splits at line feeds only: node's readline also splits at characters that a value may hold. */
async function eachLine(stream: Readable, use: (line: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) use(line);
  }
  if (rest !== '') use(rest);
}

/** `id, "Name", "a ""b"""` */
function columnNames(list: string): string[] {
  return [...list.matchAll(/"((?:[^"]|"")+)"|([^", ]+)/g)].map(
    ([, quotedName, plain]) => quotedName?.replaceAll('""', '"') ?? plain ?? '',
  );
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A value of COPY's text format; a key is never NULL. */
const unescaped = (value: string): string =>
  value.replace(/\\(.)/g, (_all, letter: string) => ESCAPES[letter] ?? letter);
