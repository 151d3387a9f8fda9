import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/store.js';
import { testContext } from '../support/context.js';
import { childArguments, childEnvironment, errorOf, runStoreSuite, type StorePlace } from './store-suite.js';

const HOUR = 60 * 60 * 1000;
const isRoot = process.getuid?.() === 0;

async function newPlace(): Promise<StorePlace & { readonly path: string }> {
  const path = join(mkdtempSync(join(tmpdir(), 'rewind-store-')), 'store');
  const config = { kind: 'directory', path } as const;
  return {
    path,
    config,
    env: {},
    open: () => openStore(config, testContext()),
    remove: () => rm(join(path, '..'), { recursive: true }),
  };
}

const partials = (path: string): string[] => readdirSync(path).filter((name) => name.endsWith('.part'));

runStoreSuite('directory', newPlace, {
  megabytes: 300,
  afterKill: async (place) => {
    const folder = join(place.config.kind === 'directory' ? place.config.path : '', 'killed');
    // Proof that both really were in the middle: what they had written is there, and not under a key.
    expect(partials(folder)).toHaveLength(2);
    // A run going on at the same time must not lose its unfinished file …
    await (await place.open()).put('next', Buffer.from('1'));
    expect(partials(folder)).toHaveLength(2);
    // … but what nobody has written to for a day is a leftover.
    for (const name of partials(folder)) utimesSync(join(folder, name), new Date(), new Date(Date.now() - 25 * HOUR));
    await (await place.open()).put('next', Buffer.from('2'));
    expect(partials(folder)).toHaveLength(0);
  },
});

describe('store directory on a real file system', () => {
  let place: Awaited<ReturnType<typeof newPlace>>;
  let store: Store;

  beforeEach(async () => {
    place = await newPlace();
    store = await place.open();
  });
  afterEach(() => place.remove());

  test('only the owner may read what is written', async () => {
    await store.put('a/b/c', Buffer.from('x'));
    const modeOf = (path: string): number => statSync(join(place.path, path)).mode & 0o777;
    expect(['', 'a', 'a/b', 'a/b/c'].map(modeOf)).toEqual([0o700, 0o700, 0o700, 0o600]);
  });

  test('a place where no folder can be created is an error at once', async () => {
    for (const path of ['/proc/rewind/store', join(place.path, '..', 'file', 'store')]) {
      writeFileSync(join(place.path, '..', 'file'), '');
      const impossible = await openStore({ kind: 'directory', path }, testContext());
      expect(await impossible.check()).toMatchObject([
        { level: 'error', code: 'store-unusable', message: expect.stringContaining(`Could not write ${path}`) },
      ]);
    }
  });

  test('folders go with their last object, the store itself stays', async () => {
    await store.put('a/b/c', Buffer.from('x'));
    await store.put('a/d', Buffer.from('x'));
    await store.delete('a/b/c');
    expect(readdirSync(join(place.path, 'a'))).toEqual(['d']);
    await store.delete('a/d');
    expect(readdirSync(place.path)).toEqual([]);
  });

  test('files that are not of the store are not listed and not touched', async () => {
    mkdirSync(join(place.path, 'a'), { recursive: true });
    for (const name of ['~notes.txt', 'a/~0123456789abcdef.part', 'a/with space', 'a/.DS_Store']) {
      writeFileSync(join(place.path, name), 'x');
    }
    await store.put('a/b', Buffer.from('x'));
    expect((await store.list('')).map((object) => object.key)).toEqual(['a/.DS_Store', 'a/b']);
    expect(readdirSync(join(place.path, 'a')).length).toBe(4);
  });

  test('a pipe or a folder in the place of a file is a missing file, and nobody waits for it', async () => {
    mkdirSync(join(place.path, 'a/folder'), { recursive: true });
    execFileSync('mkfifo', [join(place.path, 'a/pipe')]);
    for (const key of ['a/folder', 'a/pipe']) {
      const failure = await Promise.race([errorOf(store.open(key)), sleep(20_000, 'waits')]);
      expect([key, failure]).toMatchObject([key, { code: 'snapshot-corrupt' }]);
    }
  });

  test('a path in the configuration is relative to the repository', async () => {
    const relative = await openStore(
      { kind: 'directory', path: 'store' },
      testContext({ root: join(place.path, '..') }),
    );
    await relative.put('k', Buffer.from('x'));
    expect(readFileSync(join(place.path, 'k'), 'utf8')).toBe('x');
  });

  test('a place that cannot be a directory', async () => {
    writeFileSync(place.path, 'a file');
    expect((await errorOf(store.put('k', Buffer.from('x')))).code).toBe('store-write-failed');
    const [finding] = await store.check();
    expect(finding).toMatchObject({ level: 'error', code: 'store-unusable' });
    expect(finding?.message).toContain(place.path);
  });

  test('a folder that another run makes and removes at that moment is no link that leads nowhere', async () => {
    rmSync(place.path, { recursive: true, force: true });
    let toggling = true;
    const toggle = (): void => {
      if (existsSync(place.path)) rmdirSync(place.path);
      else mkdirSync(place.path);
      if (toggling) setImmediate(toggle);
    };
    toggle();
    try {
      for (let tries = 0; tries < 1_000; tries += 1) expect(await store.list('')).toEqual([]);
    } finally {
      toggling = false;
    }
  });

  test('a link that leads nowhere is no empty store: reading and writing say so, with the way out', async () => {
    symlinkSync(join(place.path, '..', 'not-mounted'), place.path);
    const nowhere = { code: 'store-unreadable', message: `${place.path} is a link that leads nowhere.` };
    expect(await errorOf(store.list(''))).toMatchObject(nowhere);
    const failure = await errorOf(store.put('a/b/k', Buffer.from('x')));
    expect(failure).toMatchObject({ code: 'store-write-failed', remedy: expect.stringContaining('mount or create') });
    expect(failure.message).toContain(`${place.path} is a file, or a link that leads nowhere`);
    expect(await store.check()).toMatchObject([{ code: 'store-unusable', remedy: failure.remedy }]);
  });

  test('without permission: said with the path and what to do', async () => {
    await store.put('a/k', Buffer.from('x'));
    const folder = join(place.path, 'a');
    await asSomebodyElse(place.path, async () => {
      const [read, list, write] = [
        await errorOf(store.open('a/k')),
        await errorOf(store.list('')),
        await errorOf(store.put('a/new', Buffer.from('x'))),
      ];
      expect([read.code, list.code, write.code]).toEqual([
        'store-unreadable',
        'store-unreadable',
        'store-write-failed',
      ]);
      for (const error of [read, list, write]) {
        expect(error.message).toContain('permission denied');
        expect(error.remedy).toContain(place.path);
      }
      expect(await store.check()).toMatchObject([{ level: 'error', code: 'store-unusable' }]);
    });
    expect(readdirSync(folder)).toEqual(['k']);
  });

  test('a disk that fails while more is written: nothing is kept, although the last flush succeeds', async () => {
    const handle = await open(join(place.path, '..'));
    const prototype = Object.getPrototypeOf(handle) as { datasync: (this: unknown) => Promise<void> };
    await handle.close();
    const { datasync } = prototype;
    let flushes = 0;
    prototype.datasync = async function () {
      flushes += 1;
      await datasync.call(this);
      if (flushes === 1) throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
    };
    const mebibyte = Buffer.alloc(1024 * 1024);
    const content = (pieces: number): Readable =>
      Readable.from(
        (async function* () {
          for (let piece = 0; piece < pieces; piece += 1) yield await sleep(1, mebibyte);
        })(),
      );
    try {
      const error = await errorOf(store.put('a/big', content(100)));
      expect([error.code, error.message]).toEqual(['store-write-failed', expect.stringContaining('EIO')]);
      expect(await store.list('')).toEqual([]);
      expect(readdirSync(place.path)).toEqual([]);
      expect(flushes).toBeGreaterThan(0);
      // The next one is whole.
      expect(await store.put('a/big', content(40))).toEqual({ key: 'a/big', bytes: 40 * mebibyte.length });
      expect(statSync(join(place.path, 'a/big')).size).toBe(40 * mebibyte.length);
    } finally {
      prototype.datasync = datasync;
    }
  });

  test('check warns when others may look into it', async () => {
    await store.put('k', Buffer.from('x'));
    chmodSync(place.path, 0o755);
    expect((await store.check()).map((finding) => finding.code)).toContain('store-permissions');
  });

  interface Refused {
    readonly code: string;
    readonly message: string;
    readonly listed: unknown[];
    readonly left: string[];
    readonly then: number;
  }

  /** Runs a child that puts 20 MB into the store, by a shell script that first makes that impossible. */
  async function putUnder(prelude: string, wrapper: readonly string[] = []): Promise<Refused> {
    const script = `${prelude} && exec "$@"`;
    const [command, ...rest] = [...wrapper, 'bash', '-c', script, 'bash', process.execPath];
    const { stdout } = await promisify(execFile)(command, [...rest, ...childArguments('refused', 'a/big', 20)], {
      env: { ...childEnvironment(place), STORE: place.path },
    });
    return JSON.parse(stdout) as Refused;
  }

  test('a limit on the size of files: reported as no space left, nothing left behind, and usable afterwards', async () => {
    mkdirSync(place.path);
    const refused = await putUnder('ulimit -f 8192');
    expect(refused).toMatchObject({ code: 'disk-full', listed: [], left: [], then: 5 });
    expect(refused.message).toContain('ulimit');
  });

  test('a full disk: reported as such, nothing left behind, and usable afterwards', async () => {
    mkdirSync(place.path);
    // A file system of 8 MB, in a mount namespace of the child's own, so that it goes with the child.
    const wrapper = isRoot ? ['unshare', '--mount'] : ['unshare', '--map-root-user', '--mount'];
    const mount = 'mount -t tmpfs -o size=8m tmpfs "$STORE"';
    const trial = spawnSync(wrapper[0] ?? '', [...wrapper.slice(1), 'bash', '-c', mount], {
      env: { PATH: process.env.PATH, STORE: place.path },
      encoding: 'utf8',
    });
    const possible = trial.status === 0;
    if (!possible) console.warn(`No small file system can be mounted here (${trial.stderr}); a file limit stands in.`);
    const refused = await (possible ? putUnder(mount, wrapper) : putUnder('ulimit -f 8192'));
    expect(refused).toMatchObject({ code: 'disk-full', listed: [], left: [], then: 5 });
    if (possible) expect(refused.message).toContain('the disk is full');
  });
});

/** Runs as a user without rights on the path: root gives up its rights for the moment, others take them from the path. */
async function asSomebodyElse(path: string, action: () => Promise<void>): Promise<void> {
  if (isRoot) process.seteuid?.(65_534);
  else chmodSync(path, 0o000);
  try {
    await action();
  } finally {
    if (isRoot) process.seteuid?.(0);
    else chmodSync(path, 0o700);
  }
}
