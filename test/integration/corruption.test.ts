import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import type { ErrorCode } from '../../src/runtime/error-codes.js';
import { sha256 } from '../../src/runtime/digest.js';
import { RewindError } from '../../src/runtime/errors.js';
import type { Manifest } from '../../src/engine/manifest.js';
import { defineProvider } from '../../src/engine/provider.js';
import type { Resource } from '../../src/engine/resources.js';
import { unsealStream } from '../../src/engine/seal.js';
import { findSnapshot } from '../../src/engine/choose.js';
import { proveSnapshot } from '../../src/engine/read-back.js';
import { takeSnapshot } from '../../src/engine/snapshot.js';
import { checkPayloads } from '../../src/engine/payload-files.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import type { Store } from '../../src/store/store.js';
import type { Context } from '../../src/runtime/context.js';
import { testContext } from '../support/context.js';
import { memoryStore } from '../support/memory-store.js';
import { chance, corrupted, randomCorruption, type Corruption } from '../support/corrupt.js';

const CASES = 10_000;
const SEED = 'rewind-2026-11-23';
/** How a damaged snapshot is refused; without its SHA256SUMS it is no snapshot at all. */
const FOUND: readonly string[] = ['snapshot-corrupt', 'snapshot-not-found'] satisfies ErrorCode[];
/** Bytes of each payload of each resource: none, less than one chunk of the seal (64 KiB), and more. */
const SIZES: Record<string, Record<string, number>> = { one: { small: 700, chunks: 65_536 + 17 }, two: { empty: 0 } };

let folder: string;
let store: Store;
let identity: string;
let manifest: Manifest;
let ctx: Context;
let writes = 0;

const state = z.strictObject({ schemaVersion: z.literal(1), value: z.string() });
/** Captures three payloads; counts what would be changed in production. */
const provider = defineProvider<unknown, z.infer<typeof state>>({
  id: 'subject',
  state,
  check: async () => [],
  capture: async (_config, ctx, sink) => {
    for (const [name, size] of Object.entries(SIZES[ctx.resource] ?? {})) {
      await sink.write(name, Buffer.alloc(size, `${name} ${ctx.resource}`));
    }
    return { schemaVersion: 1, value: 'as it was' };
  },
  plan: () => [],
  apply: async () => void (writes += 1),
});
const resource = (id: string): Resource => ({
  id,
  providerId: 'subject',
  config: {},
  provider: provider,
});
const resources = [resource('one'), resource('two')];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rewind-corrupt-'));
  ctx = testContext();
  store = createDirectoryStore(folder, ctx);
  identity = await generateIdentity();
  manifest = await takeSnapshot({
    resources,
    scope: null,
    store,
    ctx,
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
    identities: [identity],
    signKeys: [],
    signer: null,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What every rollback does before the first change (as `plan`, `show` and `verify` do); with one change after it. */
async function rollBack(from: Store): Promise<void> {
  const found = await findSnapshot(from, manifest.id, { environment: 'production', repository: null });
  const problems = await checkPayloads(from, found);
  if (problems.length > 0) throw new RewindError('snapshot-corrupt', 'damaged', { problems });
  writes += 1;
}

const filesOf = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .sort();

/** A copy of the snapshot whose files can be damaged. */
interface Place {
  readonly store: Store;
  /** @param content undefined removes the file */
  set(name: string, content: Buffer | undefined): Promise<void>;
  remove(): void;
}

async function onDisk(): Promise<Place> {
  const copy = mkdtempSync(join(tmpdir(), 'rewind-corrupt-copy-'));
  cpSync(folder, copy, { recursive: true });
  return {
    store: createDirectoryStore(copy, testContext()),
    set: async (name, content) => {
      // A new file each time: a file system may flush a truncated file to the disk before it goes on.
      rmSync(join(copy, name), { force: true });
      if (content !== undefined) writeFileSync(join(copy, name), content);
    },
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
}

async function inMemory(files: ReadonlyMap<string, Buffer>): Promise<Place> {
  const its = memoryStore();
  for (const [name, content] of files) await its.put(name, content);
  return {
    store: its,
    set: async (name, content) => {
      await (content === undefined ? its.delete(name) : its.put(name, content));
    },
    remove: () => undefined,
  };
}

interface Case {
  readonly name: string;
  readonly corruption: Corruption;
}

/** All cases are drawn first, so that they are the same whatever the order in which they run. */
function drawCases(pristine: ReadonlyMap<string, Buffer>): Case[] {
  const random = chance(SEED);
  const names = [...pristine.keys()];
  return Array.from({ length: CASES }, () => {
    const name = names[random(names.length)] ?? '';
    const others = names.filter((other) => other !== name);
    return { name, corruption: randomCorruption(random, pristine.get(name)?.length ?? 0, others) };
  });
}

test(`${CASES} flips, truncations, appendages, removals and swaps (seed ${SEED}): each is found, nothing is written`, async () => {
  const names = filesOf(folder);
  expect(names).toHaveLength(5);
  const pristine = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const contentOf = (name: string): Buffer => pristine.get(name) ?? Buffer.alloc(0);
  const cases = drawCases(pristine);
  const outcomes = new Map<string, number>();
  const missed: string[] = [];

  const work = async (its: Place, mine: readonly Case[]): Promise<void> => {
    for (const { name, corruption } of mine) {
      await its.set(name, corrupted(contentOf(name), corruption, contentOf));
      const outcome = await rollBack(its.store).then(
        () => 'rolled back',
        (error: unknown) => (error instanceof RewindError ? error.code : `not ours: ${String(error)}`),
      );
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (!FOUND.includes(outcome)) missed.push(`${outcome}: ${name} ${JSON.stringify(corruption)}`);
      await its.set(name, contentOf(name));
    }
    await rollBack(its.store);
  };
  const places = await Promise.all([onDisk(), onDisk(), inMemory(pristine)]);
  try {
    // System calls take four fifths of a case on a disk. What finds a corruption is the engine, whatever the store: 2,000 cases
    // on a disk, among them each kind of corruption of each file, show that the directory store hands it every byte.
    const turns = [0, 2, 2, 2, 2, 1, 2, 2, 2, 2];
    await Promise.all(
      places.map((its, place) =>
        work(
          its,
          cases.filter((_, index) => turns[index % turns.length] === place),
        ),
      ),
    );
  } finally {
    for (const its of places) its.remove();
  }
  expect(missed).toEqual([]);
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(CASES);
  // Only the untouched snapshots, one of each place, got as far as the change.
  expect(writes).toBe(places.length);
}, 240_000);

test('behind forged checksums, the seal itself finds every flip and truncation', async () => {
  const sealed = filesOf(folder).filter((name) => name.endsWith('.age'));
  const random = chance(`${SEED}-sealed`);
  for (let index = 0; index < 1_500; index += 1) {
    const name = sealed[random(sealed.length)] ?? '';
    const content = readFileSync(join(folder, name));
    const corruption = randomCorruption(random, content.length, []);
    const changed = corrupted(content, corruption, () => content);
    if (changed === undefined) continue;
    const opened = unsealStream(Readable.from([changed]), [identity]).then(buffer);
    await expect(
      opened.then((clear) => `${index} ${name} ${JSON.stringify(corruption)} gave ${clear.length} bytes`),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^(seal-corrupt|identity-wrong)$/),
    });
  }
}, 120_000);

test('a whole snapshot re-written with forged checksums does not prove readable', async () => {
  const path = join(folder, `snapshots/production/${manifest.id}`);
  const original = new Map(filesOf(folder).map((name) => [name, readFileSync(join(folder, name))]));
  const payload = join(path, 'one/chunks.age');
  const damaged = readFileSync(payload);
  damaged[60_000] = (damaged[60_000] ?? 0) ^ 4;
  const manifestText = readFileSync(join(path, 'manifest.json'), 'utf8');
  const forged = manifestText.replace(sha256(readFileSync(payload)), sha256(damaged));
  const sums = readFileSync(join(path, 'SHA256SUMS'), 'utf8')
    .replace(sha256(readFileSync(payload)), sha256(damaged))
    .replace(sha256(manifestText), sha256(forged));
  writeFileSync(payload, damaged);
  writeFileSync(join(path, 'manifest.json'), forged);
  writeFileSync(join(path, 'SHA256SUMS'), sums);
  // The checksums are satisfied …
  await rollBack(store);
  const found = await findSnapshot(store, manifest.id, { environment: 'production', repository: null });
  // … the seal is not.
  const findings = await proveSnapshot({
    resources,
    store,
    ctx,
    manifest: found,
    identities: [identity],
    depth: 'readable',
  });
  expect(findings).toMatchObject([{ level: 'error', code: 'seal-corrupt', resource: 'one' }]);
  for (const [name, content] of original) writeFileSync(join(folder, name), content);
});
