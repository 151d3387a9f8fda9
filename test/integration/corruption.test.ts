import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { mkdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import { CATALOGUE } from '../../src/core/catalogue.js';
import { sha256 } from '../../src/core/digest.js';
import { RewindError } from '../../src/core/errors.js';
import type { Manifest } from '../../src/core/manifest.js';
import { defineProvider } from '../../src/core/provider.js';
import type { Resource } from '../../src/core/resources.js';
import { unsealStream } from '../../src/core/seal.js';
import { findSnapshot, proveSnapshot, takeSnapshot } from '../../src/core/snapshot.js';
import { checkPayloads } from '../../src/core/snapshot-files.js';
import { createDirectoryStore } from '../../src/core/store/directory.js';
import type { Store } from '../../src/core/store/store.js';
import type { RuntimeParts } from '../../src/runtime.js';
import { createMasker } from '../../src/core/mask.js';
import { testContext } from '../support/context.js';
import { chance, corrupted, randomCorruption } from '../support/corrupt.js';

const CASES = 10_000;
const SEED = 'rewind-2026-11-23';
const SIZES = { small: 700, chunks: 65_536 + 17, empty: 0 };

let folder: string;
let store: Store;
let identity: string;
let manifest: Manifest;
let parts: RuntimeParts;
let writes = 0;

const state = z.strictObject({ schemaVersion: z.literal(1), value: z.string() });
/** Captures three payloads; counts what would be changed in production. */
const provider = defineProvider<unknown, z.infer<typeof state>>({
  id: 'subject',
  state,
  check: async () => [],
  capture: async (_config, ctx, sink) => {
    for (const [name, size] of Object.entries(SIZES))
      await sink.write(name, Buffer.alloc(size, `${name} ${ctx.resource}`));
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
  const ctx = testContext();
  store = createDirectoryStore(folder, ctx);
  identity = await generateIdentity();
  parts = { env: {}, log: ctx.log, masker: createMasker(), signal: ctx.signal, scratch: ctx.scratch, root: folder };
  manifest = await takeSnapshot({
    resources,
    store,
    parts,
    origin: { environment: 'production', repository: null, commit: null, run: null, version: 'test' },
    reason: 'manual',
    recipients: [await identityToRecipient(identity)],
    identities: [identity],
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What every rollback and every verification does before anything is changed. */
async function verified(): Promise<void> {
  const found = await findSnapshot(store, manifest.id, { environment: 'production', repository: null });
  const problems = await checkPayloads(store, found);
  if (problems.length > 0) throw new RewindError('snapshot-corrupt', 'damaged', { problems });
}

const files = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

test(`${CASES} seeded flips, truncations, appendages, removals and swaps: each is found before anything is written`, async () => {
  await verified();
  const names = files();
  expect(names).toHaveLength(8);
  const pristine = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const random = chance(SEED);
  const codes = new Map<string, number>();
  const missed: string[] = [];
  for (let index = 0; index < CASES; index += 1) {
    const name = names[random(names.length)] ?? '';
    const content = pristine.get(name) ?? Buffer.alloc(0);
    const others = names.filter((other) => !(pristine.get(other) ?? content).equals(content));
    const corruption = randomCorruption(random, content.length, others);
    const changed = corrupted(content, corruption, (other) => pristine.get(other) ?? Buffer.alloc(0));
    const path = join(folder, name);
    if (changed === undefined) rmSync(path);
    else writeFileSync(path, changed);
    try {
      await verified();
      missed.push(`${index}: ${name} ${JSON.stringify(corruption)}`);
    } catch (error) {
      const code = error instanceof RewindError ? error.code : `not ours: ${String(error)}`;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  expect(missed).toEqual([]);
  for (const code of codes.keys()) expect(Object.keys(CATALOGUE)).toContain(code);
  expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBe(CASES);
  expect(writes).toBe(0);
  await verified();
}, 240_000);

test('behind forged checksums, the seal itself finds every flip and truncation', async () => {
  const sealed = files().filter((name) => name.endsWith('.age'));
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
  const original = new Map(files().map((name) => [name, readFileSync(join(folder, name))]));
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
  await verified();
  const found = await findSnapshot(store, manifest.id, { environment: 'production', repository: null });
  const findings = await proveSnapshot({
    resources,
    store,
    parts,
    manifest: found,
    identities: [identity],
    depth: 'readable',
  });
  expect(findings).toMatchObject([{ level: 'error', code: 'seal-corrupt', resource: 'one' }]);
  for (const [name, content] of original) writeFileSync(join(folder, name), content);
});
