import { execFile } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DrillRecord, ResourceCheck } from '../../src/engine/drill-record.js';
import { snapshotIdAt, type Manifest } from '../../src/engine/manifest.js';
import { readSigningKey, signContent } from '../../src/engine/signature.js';
import { SealingSink } from '../../src/engine/payload-files.js';
import { commitSnapshot, readManifest } from '../../src/engine/snapshot-files.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import type { Store } from '../../src/store/store.js';
import { identityToRecipient } from 'age-encryption';
import { testContext } from '../support/context.js';
import { BAD, CANARY, SHOP } from '../support/drill-shop.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { signingKeyPair } from '../support/signing-key.js';

/**
 * Snapshots of a healthy shop whose dump is that of a damaged one: sealed, in a store, with their checksums, signed with the
 * key of the configuration. A rollback would believe each of them. `rewind drill` finds each under its own code.
 */
const run = promisify(execFile);
const keys = signingKeyPair();
let server: TestPostgres;
let repository: Repository;
let store: Store;
let healthy: Manifest;
let count = 0;

type Answer = Omit<DrillRecord, 'checks'> & { readonly checks: readonly ResourceCheck[] };

beforeAll(async () => {
  server = await startPostgres();
  await server.query('postgres', 'CREATE ROLE drill_owner; CREATE ROLE drill_reader');
  const url = await server.createDatabase('shop');
  await server.query('shop', SHOP);
  repository = await makeRepository({
    sections: [`sign: { keys: [${keys.publicKey}] }`],
    store: 'store',
    resources: [
      `{ id: db, provider: postgres, url: "\${DATABASE_URL}", integrity: content, drill: { same-server: true, canary: ${JSON.stringify(CANARY)} } }`,
    ],
    env: {
      DATABASE_URL: url,
      REWIND_SCRATCH_DATABASE_URL: server.url('postgres'),
      REWIND_SIGNING_KEY: keys.secret,
      REWIND_FINGERPRINT_KEY: 'fingerprint-key-of-the-test-01234',
    },
  });
  const { snapshot } = (await repository.ok('snapshot', '--json')).json<{ snapshot: string }>();
  store = createDirectoryStore(join(repository.root, 'store'), testContext());
  healthy = await readManifest(store, 'production', snapshot);
});
afterAll(async () => {
  await server.stop();
  repository.remove();
});

/** Puts the dump of a damaged copy of the shop into a snapshot of its own. @returns its id */
async function badSnapshot(sql: string, args: readonly string[]): Promise<string> {
  const database = `damaged${(count += 1)}`;
  await server.query('postgres', `CREATE DATABASE ${database} TEMPLATE shop`);
  if (sql !== '') await server.query(database, sql);
  const dump = ['--format=custom', '--compress=0', ...args, server.url(database)];
  const { stdout } = await run(join(server.binDir, 'pg_dump'), dump, { encoding: 'buffer', maxBuffer: 1e8 });
  await server.dropDatabase(database);
  const at = new Date(Date.parse(healthy.createdAt) - count * 60_000);
  const id = snapshotIdAt(at, 'cdef');
  const [captured] = healthy.resources;
  if (captured === undefined) throw new Error('the snapshot is empty');
  const sealed = join(repository.root, 'store/snapshots/production');
  cpSync(join(sealed, healthy.id, 'db'), join(sealed, id, 'db'), { recursive: true });
  rmSync(join(sealed, id, 'db/dump.age'));
  const recipient = await identityToRecipient(repository.env.REWIND_IDENTITY ?? '');
  const sink = new SealingSink(store, [recipient], 'production', id, 'db');
  await sink.write('dump', stdout);
  const payloads = [...captured.payloads.filter(({ name }) => name !== 'dump'), ...sink.refs];
  const manifest = { ...healthy, id, createdAt: at.toISOString(), resources: [{ ...captured, payloads }] };
  const comment = `rewind snapshot ${id} of production, taken ${manifest.createdAt}`;
  await commitSnapshot(store, manifest, (content) => signContent(content, readSigningKey(keys.secret), comment));
  return id;
}

async function drilled(id: string): Promise<{ readonly status: number | null; readonly answer: Answer }> {
  const ran = await repository.run(['drill', '--json', '--snapshot', id]);
  return { status: ran.status, answer: ran.json<Answer>() };
}
/** `id: codes` of the checks that failed, and those that were not carried out. */
const found = ({ checks }: Answer): { readonly failed: string[]; readonly open: string[] } => ({
  failed: checks
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ id, findings }) => {
      const codes = findings.filter(({ level }) => level === 'error').map(({ code }) => code);
      return `${id}: ${codes.join(' ')}`;
    })
    .sort(),
  open: checks.filter(({ outcome }) => outcome === 'unverified').map(({ id }) => id),
});

test('the healthy one passes', async () => {
  const { status, answer } = await drilled(healthy.id);
  expect({ status, verdict: answer.verdict, ...found(answer) }).toEqual({
    status: 0,
    verdict: 'passed',
    failed: [],
    open: [],
  });
});

test.each(BAD)('%s', async (_name, sql, args, failed) => {
  const { status, answer } = await drilled(await badSnapshot(sql, args));
  const believed = answer.checks.filter(({ resource, outcome }) => resource === 'snapshot' && outcome === 'passed');
  expect({
    status,
    verdict: answer.verdict,
    failed: found(answer).failed,
    believed: believed.map(({ id }) => id).sort(),
  }).toEqual({ status: 1, verdict: 'failed', failed: [...failed].sort(), believed: ['checksums', 'signature'] });
});

test('at least twelve of them have codes of their own, and pg_restore accepts them', () => {
  const accepted = BAD.filter(([, , , failed]) => !failed.some((one) => one.startsWith('restore:')));
  const codes = new Set(accepted.flatMap(([, , , failed]) => failed.map((one) => one.replace(/^.*: /, ''))));
  expect(accepted.length).toBeGreaterThanOrEqual(12);
  expect(codes.size).toBeGreaterThanOrEqual(12);
});
