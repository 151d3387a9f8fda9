import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { decideApproval } from '../../src/approval/expedited.js';
import { assemblePlan } from '../../src/engine/plan.js';
import type { Provider } from '../../src/engine/provider.js';
import { readSigningKey, signContent } from '../../src/engine/signature.js';
import { checkPayloads } from '../../src/engine/snapshot-files.js';
import { findSnapshot } from '../../src/engine/choose.js';
import { takeSnapshot } from '../../src/engine/snapshot.js';
import { trustOf, type Trust } from '../../src/engine/trust.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { asRewindError } from '../../src/runtime/errors.js';
import { testContext } from '../support/context.js';
import { signingKeyPair } from '../support/signing-key.js';

/** Somebody who may write to the store tries to have their own snapshot restored. */
const ours = signingKeyPair();
const mallory = signingKeyPair();
const NOW = new Date('2026-11-23T12:00:00Z');

let root: string;
let master: string;
let ids: string[];

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

const contextAt = (time: Date) => {
  const ctx = testContext();
  return Object.assign(ctx, { clock: { ...ctx.clock, now: () => time } });
};

async function take(store: string, time: Date): Promise<string> {
  const ctx = contextAt(time);
  const manifest = await takeSnapshot({
    resources: [{ id: 'env', providerId: 'vercel-env', config: {}, provider }],
    scope: null,
    store: createDirectoryStore(store, ctx),
    ctx,
    origin: {
      environment: 'production',
      repository: 'acme/shop',
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
  master = mkdtempSync(join(tmpdir(), 'rewind-forged-'));
  ids = [await take(master, new Date('2026-11-20T08:00:00Z')), await take(master, new Date('2026-11-23T11:50:00Z'))];
});
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rewind-forged-'));
  cpSync(master, root, { recursive: true });
});
afterAll(() => rmSync(master, { recursive: true }));

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

/** What plan and rollback do first. */
async function openLatest(): Promise<Trust | string> {
  const store = createDirectoryStore(root, contextAt(NOW));
  try {
    const manifest = await findSnapshot(store, 'latest', { environment: 'production', repository: 'acme/shop' });
    const trust = await trustOf(store, manifest, [ours.publicKey], NOW);
    const damaged = await checkPayloads(store, manifest);
    return damaged.length > 0 ? 'snapshot-corrupt' : trust;
  } catch (error) {
    return asRewindError(error).code;
  }
}

test('an honest snapshot is believed', async () => {
  expect(await openLatest()).toMatchObject({ kind: 'signed' });
});

describe('forged', () => {
  const evil = (manifest: Record<string, unknown>): void => {
    const [resource] = manifest.resources as { state: unknown }[];
    if (resource) resource.state = { value: 'evil' };
  };
  test.each<[string, () => void, string]>([
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
  ])('%s', async (_what, forge, code) => {
    forge();
    expect(await openLatest()).toBe(code);
  });

  test('signature removed: read as unsigned, and never expedited', async () => {
    edit(newest(), evil);
    rmSync(join(folder(newest()), 'manifest.json.minisig'));
    const trust = await openLatest();
    expect(trust).toEqual({ kind: 'unsigned', reason: 'it has no signature' });
    const plan = assemblePlan({
      program: '0.1.0',
      createdAt: NOW,
      environment: 'production',
      snapshot: newest(),
      snapshotDigest: 'a'.repeat(64),
      database: 'none',
      scope: null,
      resources: [],
    });
    const rule = { environment: 'fast', minutes: 60 };
    const snapshot = { createdAt: '2026-11-23T11:50:00.000Z', reason: 'pre-deploy' as const };
    expect(decideApproval(plan, snapshot, trust as Trust, rule, NOW)).toEqual({
      approval: 'reviewed',
      closed: ['the snapshot is not signed: it has no signature'],
    });
  });
});
