import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { decideApproval } from '../../src/approval/expedited.js';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import { snapshotTime, type Manifest } from '../../src/engine/manifest.js';
import type { Provider } from '../../src/engine/provider.js';
import { readSigningKey, signContent } from '../../src/engine/signature.js';
import { checkPayloads } from '../../src/engine/payload-files.js';
import { findSnapshot } from '../../src/engine/choose.js';
import { takeSnapshot } from '../../src/engine/snapshot.js';
import { trustOf, type Trust } from '../../src/engine/trust.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { ERROR_CODES } from '../../src/runtime/error-codes.js';
import { asRewindError } from '../../src/runtime/errors.js';
import type { Store } from '../../src/store/store.js';
import { S3ObjectsSandbox } from '../sandbox/aws/objects.js';
import { s3Place } from '../support/s3-store.js';
import { testContext } from '../support/context.js';
import { signingKeyPair } from '../support/signing-key.js';

/** Somebody who may write to the store tries to have their own snapshot restored. */
const ours = signingKeyPair();
const mallory = signingKeyPair();
const NOW = new Date('2026-11-23T12:00:00Z');

let root: string;
let master: string;
let ids: string[];
let s3: S3ObjectsSandbox;
let buckets = 0;

const state = z.strictObject({ value: z.string() });
const provider: Provider<object, { value: string }> = {
  id: 'vercel-env',
  state,
  check: async () => [],
  capture: async (_config, _ctx, sink) => {
    await sink.write('values', Buffer.from('secret'));
    return { value: 'good' };
  },
  plan: () => [],
  apply: async () => undefined,
};

const contextAt = (time: Date | (() => Date)) => {
  const ctx = testContext();
  return Object.assign(ctx, { clock: { ...ctx.clock, now: time instanceof Date ? () => time : time } });
};

async function take(
  store: string,
  time: Date | (() => Date),
  environment = 'production',
  repository = 'acme/shop',
): Promise<string> {
  const ctx = contextAt(time);
  const manifest = await takeSnapshot({
    resources: ['env', 'other'].map((id) => ({ id, providerId: 'vercel-env', config: {}, provider })),
    scope: null,
    store: createDirectoryStore(store, ctx),
    ctx,
    origin: {
      environment,
      repository,
      commit: null,
      run: null,
      actor: null,
      event: null,
      version: '0',
    },
    reason: 'pre-deploy',
    recipients: [await identityToRecipient(await generateIdentity())],
    identities: [],
    signKeys: [ours.publicKey],
    signer: readSigningKey(ours.secret),
  });
  return manifest.id;
}

beforeAll(async () => {
  s3 = await new S3ObjectsSandbox().start();
  master = mkdtempSync(join(tmpdir(), 'rewind-forged-'));
  ids = [await take(master, new Date('2026-11-20T08:00:00Z')), await take(master, new Date('2026-11-23T11:50:00Z'))];
});
afterEach(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rewind-forged-'));
  cpSync(master, root, { recursive: true });
});
afterAll(async () => {
  await s3.stop();
  rmSync(master, { recursive: true });
});

const folder = (id: string): string => join(root, 'snapshots/production', id);
const read = (id: string, file: string): string => readFileSync(join(folder(id), file), 'utf8');
const write = (id: string, file: string, text: string): void => writeFileSync(join(folder(id), file), text);
const sha = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const newest = (): string => ids[1] ?? '';
const older = (): string => ids[0] ?? '';

/** Changes the manifest, and the checksums with it, as a careful forger does. */
function edit(id: string, change: (manifest: Record<string, unknown>) => void): void {
  const before = read(id, 'manifest.json');
  const manifest = JSON.parse(before) as Record<string, unknown>;
  change(manifest);
  const after = `${JSON.stringify(manifest, null, 2)}\n`;
  write(id, 'manifest.json', after);
  write(id, 'SHA256SUMS', read(id, 'SHA256SUMS').replace(sha(before), sha(after)));
}

function sign(id: string, secret: string, comment?: string): void {
  const manifest = JSON.parse(read(id, 'manifest.json')) as { createdAt: string };
  const words = comment ?? `rewind snapshot ${id} of production, taken ${manifest.createdAt}`;
  write(
    id,
    'manifest.json.minisig',
    signContent(Buffer.from(read(id, 'manifest.json')), readSigningKey(secret), words),
  );
}

/** Puts a real snapshot of another place, which our own key signed, over the newest one. */
async function exchange(environment: string, repository: string): Promise<void> {
  const elsewhere = mkdtempSync(join(tmpdir(), 'rewind-forged-'));
  const id = await take(elsewhere, new Date('2026-11-23T11:55:00Z'), environment, repository);
  cpSync(join(elsewhere, 'snapshots', environment, id), folder(id), { recursive: true });
  rmSync(elsewhere, { recursive: true });
}

/** The forged snapshots, in each kind of store that somebody else may be able to write to. */
const STORES: Record<string, () => Promise<Store>> = {
  directory: async () => createDirectoryStore(root, contextAt(NOW)),
  bucket: async () => {
    const bucket = `forged-${(buckets += 1)}`;
    s3.createStore(bucket);
    const store = await s3Place(s3.url, bucket).open();
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      await store.put(relative(root, path), readFileSync(path));
    }
    return store;
  },
};

const evil = (manifest: Record<string, unknown>): void => {
  const [resource] = manifest.resources as { state: unknown }[];
  if (resource) resource.state = { value: 'evil' };
};
const RULE = { environment: 'fast', minutes: 60 };
const plan = assemblePlan({
  program: '0.1.0',
  createdAt: NOW,
  environment: 'production',
  snapshot: '20261123T115000Z-abcdef',
  snapshotDigest: 'a'.repeat(64),
  database: 'none',
  scope: null,
  resources: [],
});

/** What plan and rollback do first. */
async function openLatest(open = STORES.directory, selector = 'latest'): Promise<Trust | string> {
  const store = await open?.();
  if (store === undefined) throw new Error('no such store');
  try {
    const manifest = await findSnapshot(store, selector, { environment: 'production', repository: 'acme/shop' });
    const trust = await trustOf(store, manifest, [ours.publicKey], NOW);
    const damaged = await checkPayloads(store, manifest);
    return damaged.length > 0 ? 'snapshot-corrupt' : trust;
  } catch (error) {
    return asRewindError(error).code;
  }
}

test.each(Object.keys(STORES))('an honest snapshot is believed: %s', async (kind) => {
  expect(await openLatest(STORES[kind])).toMatchObject({ kind: 'signed' });
});

describe.each(Object.keys(STORES))('forged, by somebody who may write to the %s', (kind) => {
  test.each<[string, () => void | Promise<void>, string]>([
    ['manifest edited, checksums adapted', () => edit(newest(), evil), 'signature-invalid'],
    ['manifest edited, checksums left', () => write(newest(), 'manifest.json', '{}'), 'snapshot-corrupt'],
    [
      'manifest edited and signed with another key',
      () => {
        edit(newest(), evil);
        sign(newest(), mallory.secret);
      },
      'signature-unknown',
    ],
    [
      'signature of the older snapshot',
      () => write(newest(), 'manifest.json.minisig', read(older(), 'manifest.json.minisig')),
      'signature-invalid',
    ],
    [
      'signed by us, but for other words',
      () => sign(newest(), ours.secret, `rewind snapshot ${older()} of production, taken 2026-11-20T08:00:00.000Z`),
      'signature-invalid',
    ],
    [
      'signature truncated',
      () => write(newest(), 'manifest.json.minisig', 'untrusted comment: x\n'),
      'signature-invalid',
    ],
    [
      'older snapshot under a newer id',
      () => {
        renameSync(folder(older()), folder('20261123T115900Z-ffffff'));
      },
      'snapshot-corrupt',
    ],
    [
      'older snapshot under a newer id, the id adapted',
      () => {
        renameSync(folder(older()), folder('20261123T115900Z-ffffff'));
        edit('20261123T115900Z-ffffff', (manifest) => (manifest.id = '20261123T115900Z-ffffff'));
      },
      'snapshot-time',
    ],
    [
      'taken in the future: it would stay the newest, and young',
      () => {
        cpSync(folder(newest()), folder('20991123T115000Z-ffffff'), { recursive: true });
        edit('20991123T115000Z-ffffff', (manifest) => {
          manifest.id = '20991123T115000Z-ffffff';
          manifest.createdAt = '2099-11-23T11:50:00.000Z';
        });
        sign('20991123T115000Z-ffffff', mallory.secret);
      },
      'snapshot-time',
    ],
    [
      'id of the year 2099 with an honest time',
      () => {
        cpSync(folder(newest()), folder('20991123T115000Z-ffffff'), { recursive: true });
        edit('20991123T115000Z-ffffff', (manifest) => (manifest.id = '20991123T115000Z-ffffff'));
      },
      'snapshot-time',
    ],
    [
      'payload exchanged, manifest left',
      () => write(newest(), 'env/values.age', read(older(), 'env/values.age')),
      'snapshot-corrupt',
    ],
    [
      'payload exchanged, manifest and checksums adapted',
      () => {
        const payload = readFileSync(join(folder(older()), 'env/values.age'));
        writeFileSync(join(folder(newest()), 'env/values.age'), payload);
        const sums = read(newest(), 'SHA256SUMS');
        edit(newest(), (manifest) => {
          const [resource] = manifest.resources as { payloads: { sha256: string }[] }[];
          const [ref] = resource?.payloads ?? [];
          if (!ref) return;
          write(newest(), 'SHA256SUMS', sums.replace(ref.sha256, sha(payload)));
          ref.sha256 = sha(payload);
        });
      },
      'signature-invalid',
    ],
    [
      'of another repository',
      () => {
        edit(newest(), (manifest) => (manifest.repository = 'mallory/shop'));
        sign(newest(), mallory.secret);
      },
      'snapshot-foreign',
    ],
    ['of another environment, signed by us', () => exchange('staging', 'acme/shop'), 'snapshot-foreign'],
    ['of another repository, signed by us', () => exchange('production', 'acme/other'), 'snapshot-foreign'],
    [
      'sealed parts of two resources exchanged',
      () => {
        const part = (resource: string): string => join(folder(newest()), resource, 'values.age');
        const own = readFileSync(part('env'));
        writeFileSync(part('env'), readFileSync(part('other')));
        writeFileSync(part('other'), own);
      },
      'snapshot-corrupt',
    ],
    ['sealed part removed', () => rmSync(join(folder(newest()), 'env/values.age')), 'snapshot-corrupt'],
  ])('%s', async (_what, forge, code) => {
    await forge();
    if (code === 'snapshot-foreign') {
      // It is passed over, so that it does not hide the honest one before it.
      expect(await openLatest(STORES[kind])).toMatchObject({ kind: 'signed' });
      const forged = readdirSync(join(root, 'snapshots/production')).sort().at(-1);
      expect(await openLatest(STORES[kind], forged)).toBe(code);
      for (const id of readdirSync(join(root, 'snapshots/production'))) {
        if (id !== forged) rmSync(folder(id), { recursive: true });
      }
      expect(await openLatest(STORES[kind])).toBe(code);
    } else {
      expect(await openLatest(STORES[kind])).toBe(code);
    }
    expect(ERROR_CODES).toHaveProperty(code);
  });
});

test('the id and the manifest of a snapshot tell one time, however long the captures take', async () => {
  let now = Date.UTC(2026, 10, 24, 8);
  const id = await take(root, () => new Date((now += 90_000)));
  const file = readFileSync(join(root, 'snapshots/production', id, 'manifest.json'), 'utf8');
  const { createdAt } = JSON.parse(file) as { createdAt: string };
  expect(Date.parse(createdAt)).toBe(snapshotTime(id));
});

describe('what no signature shows', () => {
  test('signature removed: read as unsigned, and never expedited', async () => {
    edit(newest(), evil);
    rmSync(join(folder(newest()), 'manifest.json.minisig'));
    const trust = await openLatest();
    expect(trust).toEqual({ kind: 'unsigned', reason: 'it has no signature' });
    const snapshot = { createdAt: '2026-11-23T11:50:00.000Z', reason: 'pre-deploy' as const };
    expect(decideApproval(plan, snapshot, trust as Trust, RULE, NOW)).toEqual({
      approval: 'reviewed',
      closed: ['the snapshot is not signed: it has no signature'],
    });
  });

  test('the newest one removed: an older one of ours is the newest, and its signed time ends the expedited lane', async () => {
    rmSync(folder(newest()), { recursive: true });
    const trust = await openLatest();
    expect(trust).toMatchObject({ kind: 'signed' });
    const snapshot = JSON.parse(read(older(), 'manifest.json')) as Manifest;
    const { approval, closed } = decideApproval(plan, snapshot, trust as Trust, RULE, NOW);
    expect([approval, closed.join('; ')]).toEqual(['reviewed', expect.stringContaining('minutes old')]);
  });
});
