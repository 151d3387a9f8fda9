import { beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import type { PayloadSource } from '../../src/engine/payload.js';
import { defineProvider } from '../../src/engine/provider.js';
import { drain, SealedSource, SealingSink } from '../../src/engine/payload-files.js';
import { readBack } from '../../src/engine/read-back.js';
import { takeSnapshot, type TakeSnapshot } from '../../src/engine/snapshot.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import type { Store } from '../../src/store/store.js';
import { testContext } from '../support/context.js';
import { memoryStore } from '../support/memory-store.js';

const state = z.strictObject({ schemaVersion: z.literal(1) });
let identity: string;

beforeAll(async () => {
  identity = await generateIdentity();
});

/** Takes a snapshot with two payloads. @param prove what the provider reads to prove them; null: it has no proof */
async function snapshotOf(
  store: Store,
  prove: ((source: PayloadSource) => Promise<void>) | null,
  identities: string[] = [identity],
) {
  const provider = defineProvider<unknown, z.infer<typeof state>>({
    id: 'subject',
    state,
    check: async () => [],
    capture: async (_config, _ctx, sink) => {
      await sink.write('dump', randomBytes(2_000_000));
      await sink.write('state.json', Buffer.from('{}'));
      return { schemaVersion: 1 };
    },
    plan: () => [],
    apply: async () => undefined,
    ...(prove === null
      ? {}
      : {
          prove: async (_config: unknown, _state: unknown, _ctx: unknown, source: PayloadSource) => {
            await prove(source);
            return [];
          },
        }),
  });
  const request: TakeSnapshot = {
    resources: [{ id: 'db', providerId: 'subject', config: {}, provider }],
    scope: null,
    store,
    ctx: testContext(),
    origin: {
      environment: 'production',
      repository: null,
      commit: null,
      run: null,
      actor: null,
      event: null,
      version: 'test',
    },
    reason: 'manual',
    recipients: [await identityToRecipient(identity)],
    identities,
    signKeys: [],
    signer: null,
  };
  return { request, manifest: await takeSnapshot(request) };
}
const snapshot = async (...of: Parameters<typeof snapshotOf>): Promise<void> => {
  await snapshotOf(...of);
};

const payloads = (opened: readonly string[]): string[] =>
  opened.filter((key) => key.endsWith('.age')).map((key) => key.split('/').slice(3).join('/'));

type Prove = (source: PayloadSource) => Promise<void>;
const readsAll: Prove = async (source) => {
  for (const { name } of source.refs) await drain(await source.open(name));
};
const readsState: Prove = async (source) => {
  await source.read('state.json');
};

test.each<[string, Prove | null, string[]]>([
  ['the proof reads all', readsAll, ['db/dump.age', 'db/state.json.age']],
  ['no proof of its own', null, ['db/dump.age', 'db/state.json.age']],
  ['the proof reads one', readsState, ['db/state.json.age', 'db/dump.age']],
])('a new snapshot is read back once, and wholly: %s', async (_name, prove, expected) => {
  const store = memoryStore();
  await snapshot(store, prove);
  expect(payloads(store.opened)).toEqual(expected);
});

test('a payload that the proof does not read to its end is read again', async () => {
  const store = memoryStore();
  const slow: Store = {
    ...store,
    open: async (key) => {
      const content = Buffer.concat(await (await store.open(key)).toArray());
      const pieces = Array.from({ length: Math.ceil(content.length / 1000) }, (_, at) =>
        content.subarray(at * 1000, (at + 1) * 1000),
      );
      return Readable.from(pieces, { objectMode: false, highWaterMark: 1000 });
    },
  };
  await snapshot(slow, async (source) => {
    for await (const piece of (await source.open('dump')) as AsyncIterable<Buffer>) if (piece.length > 0) break;
  });
  expect(payloads(store.opened)).toEqual(['db/dump.age', 'db/dump.age', 'db/state.json.age']);
});

test('without an identity each payload is read back once', async () => {
  const store = memoryStore();
  await snapshot(store, null, []);
  expect(payloads(store.opened)).toEqual(['db/dump.age', 'db/state.json.age']);
});

/** Damages what a store returns of one payload. */
const damagedOpen =
  (store: Store, damaged: string): Store['open'] =>
  async (key) => {
    const content = Buffer.concat(await (await store.open(key)).toArray());
    if (key.endsWith(damaged)) content[content.length - 1] = (content.at(-1) ?? 0) ^ 1;
    return Readable.from([content]);
  };

function damaging(damaged: string): Store {
  const store = memoryStore();
  return { ...store, open: damagedOpen(store, damaged) };
}

test.each(['db/dump.age', 'db/state.json.age'])(
  'what the store returns otherwise than written fails: %s',
  async (key) => {
    for (const prove of [null, readsState]) {
      await expect(snapshot(damaging(key), prove)).rejects.toMatchObject({
        code: 'snapshot-corrupt',
        message: 'The new snapshot cannot be read back.',
        remedy: expect.stringContaining('Do not deploy.'),
        problems: [expect.stringContaining(key.replace('.age', ''))],
      });
    }
  },
);

test.each<[string, 'readable' | 'restorable', boolean, string[]]>([
  ['the proof reads all that it needs, the check the rest', 'readable', false, ['db/state.json.age', 'db/dump.age']],
  [
    'before a restore each payload is checked',
    'restorable',
    false,
    ['db/dump.age', 'db/state.json.age', 'db/state.json.age'],
  ],
  ['a damaged snapshot is not restored', 'restorable', true, ['db/dump.age', 'db/state.json.age']],
])('a snapshot is verified: %s', async (_name, depth, damaged, expected) => {
  const store = memoryStore();
  const { request, manifest } = await snapshotOf(store, readsState);
  store.opened.length = 0;
  const from: Store = damaged ? { ...store, open: damagedOpen(store, 'db/dump.age') } : store;
  const found = await readBack({ ...request, store: from, manifest, depth });
  expect(found).toMatchObject({ findings: [], damaged: damaged ? [expect.stringContaining('db/dump')] : [] });
  expect(payloads(store.opened)).toEqual(expected);
});

test('used buffers of a stream do not pile up', async () => {
  const megabytes = 96;
  let most = 0;
  const store: Pick<Store, 'put'> = {
    put: async (key, content) => {
      let bytes = 0;
      for await (const piece of content as AsyncIterable<Buffer>) {
        bytes += piece.length;
        most = Math.max(most, process.memoryUsage().arrayBuffers);
      }
      return { key, bytes };
    },
  };
  const sink = new SealingSink(store, [await identityToRecipient(identity)], 'production', 'id', 'db');
  const before = process.memoryUsage().arrayBuffers;
  const pieces = function* () {
    for (let piece = 0; piece < megabytes * 4; piece += 1) yield Buffer.alloc(2 ** 18);
  };
  await sink.write('dump', Readable.from(pieces(), { objectMode: false }));
  expect(sink.refs[0]?.bytes).toBe(megabytes * 2 ** 20);
  expect((most - before) / 2 ** 20).toBeLessThan(24);
});

test('a stream whose reader waits holds few pieces: those that grow old are freed late', async () => {
  const root = mkdtempSync(join(tmpdir(), 'rewind-held-'));
  try {
    const directory = createDirectoryStore(root, testContext());
    let read = 0;
    const store: Store = {
      ...directory,
      open: async (key) => {
        const file = await directory.open(key);
        const push = file.push.bind(file);
        file.push = (piece: Buffer | null) => {
          read += piece?.length ?? 0;
          return push(piece);
        };
        return file;
      },
    };
    const { manifest } = await snapshotOf(store, null);
    const [captured] = manifest.resources;
    if (captured === undefined) throw new Error('the snapshot has no resource');
    read = 0;
    const dump = await new SealedSource(store, manifest, captured, [identity]).open('dump');
    const reader = dump[Symbol.asyncIterator]();
    let taken = 0;
    while (taken < 2 ** 18) taken += z.instanceof(Buffer).parse((await reader.next()).value).length;
    // Longer than the steps of the stream need to fill.
    await setTimeout(200);
    expect((read - taken) / 2 ** 10).toBeLessThan(400);
    await reader.return?.();
  } finally {
    rmSync(root, { recursive: true });
  }
});
