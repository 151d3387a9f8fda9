import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RewindError } from '../../src/runtime/errors.js';
import type { StoreConfig } from '../../src/store/config.js';
import type { Store } from '../../src/store/store.js';
import { runLockSuite } from './lock-suite.js';

/** A fresh, empty place for a store. */
export interface StorePlace {
  /** A new Store object over the same place, as another run of Rewind would have. */
  open(): Promise<Store>;
  /** The same for a child process: its configuration and its environment. */
  readonly config: StoreConfig;
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export interface StoreSuiteOptions {
  /** MB of the stream that memory is measured with. */
  readonly megabytes: number;
  /** What else must be true of a place after a process was killed in the middle of a put of `killed/one`. */
  readonly afterKill?: (place: StorePlace) => Promise<void>;
  /** Waits until the child (which was fed all that it gets before it hangs) is really in the middle of its put. */
  readonly inTheMiddle?: (place: StorePlace) => Promise<void>;
}

/** Starts test/support/store-child.ts on a place. */
export function childArguments(mode: 'hang' | 'measure' | 'refused', key: string, megabytes: number): string[] {
  return ['--import', 'tsx', 'test/support/store-child.ts', mode, key, String(megabytes)];
}

export function childEnvironment(place: StorePlace): Record<string, string> {
  return { PATH: process.env.PATH ?? '', STORE_CONFIG: JSON.stringify(place.config), ...place.env };
}

export async function errorOf(promise: Promise<unknown>): Promise<RewindError> {
  const error: unknown = await promise.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (error instanceof RewindError) return error;
  throw error;
}

/** What every store promises (src/store/store.ts). */
export function runStoreSuite(name: string, prepare: () => Promise<StorePlace>, options: StoreSuiteOptions): void {
  describe(`store ${name}`, () => {
    let place: StorePlace;
    let store: Store;
    const read = async (key: string): Promise<Buffer> => buffer(await store.open(key));
    const keys = async (prefix = ''): Promise<string[]> => (await store.list(prefix)).map((object) => object.key);

    beforeEach(async () => {
      place = await prepare();
      store = await place.open();
    });
    afterEach(() => place.remove());

    test('an empty store lists nothing, under any prefix', async () => {
      expect(await store.list('')).toEqual([]);
      expect(await store.list('production')).toEqual([]);
      expect(await store.list('production/snapshots/')).toEqual([]);
    });

    test.each([0, 1, 65_536, 3_000_000])('gives back %i bytes, put as bytes and as a stream', async (length) => {
      const content = randomBytes(length);
      expect(await store.put('a/bytes', content)).toEqual({ key: 'a/bytes', bytes: length });
      const halves = [content.subarray(0, length / 2), content.subarray(length / 2)].filter((half) => half.length > 0);
      expect(await store.put('a/stream', Readable.from(halves))).toEqual({ key: 'a/stream', bytes: length });
      expect((await read('a/bytes')).equals(content)).toBe(true);
      expect((await read('a/stream')).equals(content)).toBe(true);
      expect(await store.list('a')).toEqual([
        { key: 'a/bytes', bytes: length },
        { key: 'a/stream', bytes: length },
      ]);
    });

    test('lists by folder, sorted, at every depth', async () => {
      for (const key of ['p/b/2', 'p/b/1', 'p/a', 'p/b-c', 'pp/x', 'P/A', 'p/b/c/d.e_f-g']) {
        await store.put(key, Buffer.from(key));
      }
      expect(await keys()).toEqual(['P/A', 'p/a', 'p/b-c', 'p/b/1', 'p/b/2', 'p/b/c/d.e_f-g', 'pp/x']);
      expect(await keys('p/b')).toEqual(['p/b/1', 'p/b/2', 'p/b/c/d.e_f-g']);
      expect(await keys('p/b/')).toEqual(['p/b/1', 'p/b/2', 'p/b/c/d.e_f-g']);
      expect(await keys('p/a')).toEqual([]);
      expect(await (await place.open()).list('p/b')).toEqual(await store.list('p/b'));
    });

    test('names the folders directly below one, and no files', async () => {
      for (const key of ['p/b/2', 'p/b/c/1', 'p/a', 'p/c/x', 'pp/x']) await store.put(key, Buffer.from(key));
      expect((await store.folders?.('p'))?.sort()).toEqual(['b', 'c']);
      expect(await store.folders?.('p/b/')).toEqual(['c']);
      expect(await store.folders?.('q')).toEqual([]);
    });

    test('replaces what is there', async () => {
      await store.put('k', Buffer.from('a long first version'));
      await store.put('k', Buffer.from('second'));
      expect((await read('k')).toString()).toBe('second');
      expect(await store.list('')).toEqual([{ key: 'k', bytes: 6 }]);
    });

    test('deletes one object, and what is not there without an error', async () => {
      await store.put('a/1', Buffer.from('1'));
      await store.put('a/2', Buffer.from('2'));
      await store.delete('a/1');
      await store.delete('a/1');
      await store.delete('never/was');
      expect(await keys()).toEqual(['a/2']);
      expect((await errorOf(store.open('a/1'))).code).toBe('snapshot-corrupt');
    });

    test('a missing object is said to be missing, by its key', async () => {
      await store.put('a/b', Buffer.from('1'));
      for (const key of ['nothing', 'a', 'a/c', 'a/b/c', 'a/b.x']) {
        const error = await errorOf(store.open(key));
        expect([key, error.code]).toEqual([key, 'snapshot-corrupt']);
        expect(error.message).toContain(key);
      }
    });

    test.each([
      '',
      '/',
      '/etc/passwd',
      '..',
      '../x',
      'a/../b',
      'a/./b',
      'a//b',
      'a/',
      'a b',
      'a\\b',
      'ü',
      'a\n',
      'a~b',
    ])('refuses the key %j', async (key) => {
      const code = 'input-invalid';
      expect((await errorOf(store.put(key, Buffer.from('x')))).code).toBe(code);
      expect((await errorOf(store.open(key))).code).toBe(code);
      expect((await errorOf(store.delete(key))).code).toBe(code);
      if (!['', '/', 'a/'].includes(key)) expect((await errorOf(store.list(key))).code).toBe(code);
      expect(await store.list('')).toEqual([]);
    });

    test.each([100, 20_000_000])(
      'content that fails after %i bytes leaves nothing, or what was there',
      async (length) => {
        await store.put('kept', Buffer.from('before'));
        for (const key of ['kept', 'new/one']) {
          const cause = new Error('pg_dump died');
          const failing = Readable.from(
            (function* () {
              for (let sent = 0; sent < length; sent += 100_000) yield Buffer.alloc(Math.min(100_000, length));
              throw cause;
            })(),
          );
          await expect(store.put(key, failing)).rejects.toBe(cause);
        }
        const broken = new PassThrough();
        broken.destroy(new Error('failed before anybody read it'));
        await expect(store.put('kept', broken)).rejects.toThrow('failed before anybody read it');
        expect(await store.list('')).toEqual([{ key: 'kept', bytes: 6 }]);
        expect((await read('kept')).toString()).toBe('before');
      },
    );

    test('nothing shows before a put is complete, and readers see old or new, never a mixture', async () => {
      await store.put('k', Buffer.alloc(100_000, 'a'));
      const content = new PassThrough();
      const putting = store.put('k', content);
      const other = new PassThrough();
      const puttingOther = store.put('other', other);
      content.write(Buffer.alloc(50_000, 'b'));
      other.write('half');
      const early = await store.open('k');
      expect(await store.list('')).toEqual([{ key: 'k', bytes: 100_000 }]);
      content.end(Buffer.alloc(150_000, 'b'));
      other.end();
      expect((await putting).bytes).toBe(200_000);
      await puttingOther;
      expect((await buffer(early)).equals(Buffer.alloc(100_000, 'a'))).toBe(true);
      expect((await read('k')).equals(Buffer.alloc(200_000, 'b'))).toBe(true);
      expect(await keys()).toEqual(['k', 'other']);
    });

    test('many puts at once, to different keys and to the same', async () => {
      const others = await place.open();
      const names = Array.from({ length: 20 }, (_, n) => `many/${String(n).padStart(2, '0')}/a`);
      await Promise.all([
        ...names.map((key, n) => (n % 2 === 0 ? store : others).put(key, Readable.from([Buffer.alloc(n * 1000, n)]))),
        ...names.map((_, n) => (n % 2 === 0 ? store : others).put('same', Buffer.alloc(50_000, n))),
      ]);
      expect(await keys('many')).toEqual(names);
      for (const [n, key] of names.entries()) expect((await read(key)).equals(Buffer.alloc(n * 1000, n))).toBe(true);
      const same = await read('same');
      expect(same.equals(Buffer.alloc(50_000, same[0]))).toBe(true);
      const next = names.map((key) => key.replace(/a$/, 'b'));
      await Promise.all([...names.map((key) => store.delete(key)), ...next.map((key) => others.put(key, same))]);
      expect(await keys('many')).toEqual(next);
    });

    test('a reader that stops early does no harm', async () => {
      await store.put('k', Buffer.alloc(5_000_000));
      const stream = await store.open('k');
      await once(stream, 'readable');
      stream.destroy();
      (await store.open('k')).destroy();
      await store.delete('k');
      expect(await store.list('')).toEqual([]);
    });

    test('check finds nothing to complain about, and leaves nothing behind', async () => {
      await store.put('k', Buffer.from('k'));
      expect((await store.check()).filter((finding) => finding.level === 'error')).toEqual([]);
      expect(await keys()).toEqual(['k']);
    });

    test('a process killed in the middle of a put leaves nothing that shows', async () => {
      await store.put('killed/two', Buffer.from('before'));
      for (const key of ['killed/one', 'killed/two']) {
        const child = spawn(process.execPath, childArguments('hang', key, 24), {
          env: childEnvironment(place),
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const exit = once(child, 'exit');
        try {
          await once(child.stdout, 'data');
          await options.inTheMiddle?.(place);
        } finally {
          child.kill('SIGKILL');
          await exit;
        }
      }
      expect(await store.list('')).toEqual([{ key: 'killed/two', bytes: 6 }]);
      expect((await errorOf(store.open('killed/one'))).code).toBe('snapshot-corrupt');
      expect((await read('killed/two')).toString()).toBe('before');
      await options.afterKill?.(place);
      await store.put('killed/one', Buffer.from('after'));
      expect((await read('killed/one')).toString()).toBe('after');
    });

    test(`memory stays constant: a stream of ${options.megabytes} MB`, async () => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        childArguments('measure', 'big', options.megabytes),
        {
          env: childEnvironment(place),
        },
      );
      const { bytes, before, after } = JSON.parse(stdout) as { bytes: number; before: number; after: number };
      expect(bytes).toBe(options.megabytes * 1024 * 1024);
      expect(await store.list('')).toEqual([{ key: 'big', bytes }]);
      // The rest is the garbage collector's choice of when to run.
      expect(after - before).toBeLessThan(options.megabytes / 4);
    });
  });
  runLockSuite(name, prepare);
}
