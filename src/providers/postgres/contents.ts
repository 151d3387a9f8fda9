import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { start, type Programs, type Running } from './client.js';

export const SECTIONS = ['pre-data', 'data', 'post-data'] as const;

/** An entry of the table of contents of a dump. */
export interface Entry {
  readonly id: number;
  readonly section: (typeof SECTIONS)[number];
  /** Type, schema, name and owner, as pg_restore prints them: `TABLE DATA public fans shop`. */
  readonly text: string;
  /** Ids of the entries that it depends on. */
  readonly needs: readonly number[];
}

export interface Contents {
  /** In the order of the dump. */
  readonly entries: readonly Entry[];
  /** The beginning of the dump, with the whole table of contents. */
  readonly head: Buffer;
}

/** Reads the table of contents, and no more of the dump than that takes. @throws RewindError dump-unreadable */
export async function readContents(ctx: Context, programs: Programs, dump: Readable): Promise<Contents> {
  const list = (options: readonly string[]) => {
    const running = start(ctx, programs.restore, ['--list', ...options], null, null, 'dump-unreadable');
    return { running, printed: running.child.stdout ? text(running.child.stdout) : Promise.resolve('') };
  };
  // Only the verbose list has the dependencies, and it has them of all sections.
  const all = list(['--verbose']);
  const sections = SECTIONS.map((section) => list([`--section=${section}`]));
  const lists = [all, ...sections];
  const head = await feedUntilClosed(
    lists.map(({ running }) => running),
    dump,
  );
  for (const { running } of lists) await running.done;
  const needs = new Map(parseList(await all.printed, 'data').map((entry) => [entry.id, entry.needs]));
  const entries: Entry[] = [];
  for (const [index, section] of SECTIONS.entries()) {
    const printed = (await sections[index]?.printed) ?? '';
    entries.push(...parseList(printed, section).map((entry) => ({ ...entry, needs: needs.get(entry.id) ?? [] })));
  }
  return { entries, head };
}

/** Feeds all programs until each of them has closed its input. @returns what was read until then */
async function feedUntilClosed(programs: readonly Running[], dump: Readable): Promise<Buffer> {
  const read: Buffer[] = [];
  const open = new Set(programs);
  for (const program of programs) program.child.on('close', () => open.delete(program));
  try {
    for await (const chunk of dump as AsyncIterable<Buffer>) {
      read.push(Buffer.from(chunk));
      await Promise.all([...open].map(({ child }) => written(child.stdin, chunk)));
      if (open.size === 0) break;
    }
  } finally {
    for (const { child } of programs) child.stdin?.end();
    dump.destroy();
  }
  return Buffer.concat(read);
}

/** Resolves when the stream has taken the chunk, or cannot take any more. */
export async function written(stream: NodeJS.WritableStream | null, chunk: Buffer): Promise<void> {
  if (stream?.writable !== true) return;
  await new Promise<void>((resolve) => {
    stream.once('close', resolve);
    stream.write(chunk, () => {
      stream.off('close', resolve);
      resolve();
    });
  });
}

/** Parses the output of `pg_restore --list --verbose`: `217; 1259 16385 TABLE public fans shop`, `;\tdepends on: 5 6`. */
export function parseList(printed: string, section: Entry['section']): Entry[] {
  const entries: { id: number; section: Entry['section']; text: string; needs: number[] }[] = [];
  for (const line of printed.split('\n')) {
    const [, id, described] = /^(\d+); \d+ \d+ (.*)$/.exec(line) ?? [];
    if (id !== undefined) entries.push({ id: Number(id), section, text: described ?? '', needs: [] });
    else if (line.startsWith(';\tdepends on:')) {
      entries.at(-1)?.needs.push(...(line.match(/\d+/g) ?? []).map(Number));
    } else if (line !== '' && !line.startsWith(';')) {
      throw new RewindError(
        'dump-unreadable',
        `pg_restore --list printed a line of an unknown form: ${line.slice(0, 80)}`,
      );
    }
  }
  return entries;
}
