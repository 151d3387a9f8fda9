import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity } from 'age-encryption';
import { ERROR_CODES } from '../../src/runtime/error-codes.js';
import { parsePlan, planDigest, type Plan } from '../../src/engine/plan.js';
import { sha256 } from '../../src/runtime/digest.js';
import { World } from '../sandbox/demo/world.js';

/**
 * Each case is a run of the program that cannot succeed. It ends with the documented code and status, says what to do,
 * and production is what it was.
 */
interface Case {
  readonly args: readonly string[];
  readonly config?: (text: string) => string;
  /** Damages a copy of the store; `snapshot` is the folder of the one snapshot in it. */
  readonly store?: (snapshot: string) => void;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly code: keyof typeof ERROR_CODES;
  /** Part of what is said. */
  readonly says?: string;
}

let world: World;
let id: string;
let digest: string;
let otherIdentity: string;

beforeAll(async () => {
  world = await World.start({ seed: false, integrity: 'rows' });
  await world.postgres.query(
    world.database,
    `INSERT INTO fans (email, display_name, country) VALUES ('a@example.com', 'A', 'DE')`,
  );
  otherIdentity = await generateIdentity();
  const taken = await world.run(['snapshot', '--json'], { env: { GITHUB_REPOSITORY: 'acme/shop' } });
  id = taken.json<{ snapshot: string }>().snapshot;
  await world.badRelease();
  digest = (await world.run(['plan', '--json', '--database', 'restore'])).json<{ digest: string }>().digest;
  // A client of another version, and one that is not there.
  const client = join(world.root, 'old-client');
  mkdirSync(client);
  writeFileSync(join(client, 'pg_dump'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6.24"\n');
  chmodSync(join(client, 'pg_dump'), 0o755);
  writeFileSync(join(world.root, 'a-file'), 'not a directory');
  writeFileSync(join(world.root, 'not-a-plan.json'), '{"kind":"something else"}');
}, 120_000);
afterAll(() => world.stop());

const replace = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`the case does not change the configuration: ${String(from)}`);
  return changed;
};
const withUrl = (change: (url: URL) => void) => (): Record<string, string> => {
  const url = new URL(world.env.DATABASE_URL ?? '');
  change(url);
  return { DATABASE_URL: url.href };
};
/** Rewrites the manifest and its checksum, as somebody who knows how could. */
const forgeManifest = (change: (text: string) => string) => (folder: string) => {
  const old = readFileSync(join(folder, 'manifest.json'), 'utf8');
  const forged = change(old);
  if (forged === old) throw new Error('the case does not change the manifest');
  writeFileSync(join(folder, 'manifest.json'), forged);
  const sums = join(folder, 'SHA256SUMS');
  writeFileSync(sums, readFileSync(sums, 'utf8').replace(sha256(old), sha256(forged)));
};
const flip = (name: string, at: number) => (folder: string) => {
  const bytes = readFileSync(join(folder, name));
  const index = at < 0 ? bytes.length + at : at;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  writeFileSync(join(folder, name), bytes);
};
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000 - 60_000).toISOString();
/** The arguments of a rollback by the plan as it is after the change, with a digest that fits. */
const approvedBefore = (file: string, change: (plan: Plan) => Plan): string[] => {
  const made = change(parsePlan(JSON.parse(readFileSync(join(world.root, '.rewind/plan.json'), 'utf8'))));
  const plan = { ...made, digest: planDigest(made) };
  writeFileSync(join(world.root, file), JSON.stringify(plan));
  return ['rollback', '--plan', file, '--digest', plan.digest, '--confirm-data-loss', world.database];
};
const rollback = ['rollback', '--plan', '.rewind/plan.json'];

const CASES: Record<string, Case | (() => Case)> = {
  'unknown key': {
    args: ['check'],
    config: replace('environment:', 'enviroment:'),
    code: 'config-invalid',
    says: ':2',
  },
  'wrong type': {
    args: ['check'],
    config: replace('version: 1', 'version: one'),
    code: 'config-invalid',
    says: 'version',
  },
  'duplicate id': {
    args: ['check'],
    config: replace('id: schema', 'id: db'),
    code: 'config-invalid',
    says: 'used twice',
  },
  'unknown provider': {
    args: ['check'],
    config: replace('vercel-edge-config', 'vercel-kv'),
    code: 'config-invalid',
    says: 'provider',
  },
  'literal secret': {
    args: ['check'],
    config: replace('"${DATABASE_URL}"', '"postgresql://u:p@h/db"'),
    code: 'config-invalid',
    says: 'do not put secrets in this file',
  },
  'identity among the recipients': {
    args: ['check'],
    config: replace(/age1\w+/, 'AGE-SECRET-KEY-1XYZ'),
    code: 'config-invalid',
    says: 'public key',
  },
  'no resources': { args: ['check'], config: replace(/resources:[\s\S]*/, 'resources: []\n'), code: 'config-invalid' },
  'broken YAML': { args: ['check'], config: (text) => `${text}\n\t- broken: [`, code: 'config-invalid' },
  'several mistakes at once': {
    args: ['check'],
    config: (text) => replace('id: web', 'id: Web')(replace('version: 1', 'version: 2')(text)),
    code: 'config-invalid',
    says: 'id',
  },
  'no configuration': {
    args: ['check', '--config', 'nowhere.yml'],
    code: 'config-not-found',
    // As JSON: the file that "init" would write is the one that is missing.
    says: 'rewind init --config nowhere.yml\\" to write it',
  },
  'unknown command': { args: ['rolback'], code: 'input-invalid', says: 'did you mean rollback?' },
  'flags of another command': {
    args: ['list', '--force', '--to', 'x'],
    code: 'input-invalid',
    says: 'Usage: rewind list',
  },
  'unknown flag': { args: ['plan', '--databse', 'down'], code: 'input-invalid', says: 'did you mean --database?' },
  'unfence of what no rollback closes': {
    args: ['unfence', '--scope', 'flags'],
    code: 'input-invalid',
    says: 'No resource in scope is a database that a rollback can close.',
  },
  'unknown database mode': { args: ['plan', '--database', 'up'], code: 'input-invalid' },
  'snapshot id that is none': { args: ['plan', '--snapshot', '20261123T0304'], code: 'input-invalid' },
  'mark that is none': { args: ['plan', '--snapshot', 'yesterday'], code: 'snapshot-not-found', says: 'yesterday' },
  'digest that is none': { args: [...rollback, '--digest', '123'], code: 'input-invalid' },
  'reason that is none': { args: ['snapshot', '--reason', 'because'], code: 'input-invalid' },
  'words too many': { args: ['plan', 'now'], code: 'input-invalid' },
  'unknown scope': { args: ['plan', '--scope', 'web,cache'], code: 'scope-unknown', says: 'cache' },
  'no approval': { args: rollback, code: 'approval-missing' },
  'plan file that is none': () => ({
    args: ['rollback', '--plan', 'not-a-plan.json', '--digest', digest],
    code: 'plan-unreadable',
  }),
  'plan that is too old': () => ({
    args: approvedBefore('old-plan.json', (plan) => ({ ...plan, createdAt: hoursAgo(25) })),
    code: 'plan-expired',
    says: '25 hours ago',
  }),
  'plan that is older than the configuration allows': () => ({
    args: approvedBefore('older-plan.json', (plan) => ({ ...plan, createdAt: hoursAgo(3) })),
    config: replace('version: 1', 'version: 1\nplan-hours: 2'),
    code: 'plan-expired',
  }),
  'plan of another program': () => ({
    args: approvedBefore('other-program.json', (plan) => ({ ...plan, program: '0.0.9 (sha256 0123456789abcdef)' })),
    code: 'plan-mismatch',
    says: 'Rewind 0.0.9 (sha256 0123456789abcdef) made the plan',
  }),
  'digest of another plan': { args: [...rollback, '--digest', 'ab'.repeat(32)], code: 'plan-mismatch' },
  'data loss not confirmed': () => ({
    args: [...rollback, '--digest', digest],
    code: 'data-loss-unconfirmed',
    says: world.database,
  }),
  'data loss confirmed for another database': () => ({
    args: [...rollback, '--digest', digest, '--confirm-data-loss', 'postgres'],
    code: 'data-loss-unconfirmed',
  }),
  'missing token': {
    args: ['snapshot', '--scope', 'web'],
    env: { VERCEL_TOKEN: '' },
    code: 'credential-missing',
    says: 'VERCEL_TOKEN',
  },
  'missing database URL': {
    args: ['snapshot', '--scope', 'db'],
    env: { DATABASE_URL: '' },
    code: 'credential-missing',
  },
  'missing everything': {
    args: ['snapshot'],
    env: { VERCEL_TOKEN: '', DATABASE_URL: '' },
    code: 'snapshot-incomplete',
    says: 'db',
  },
  'unknown snapshot': { args: ['plan', '--snapshot', '20200101T000000Z-000000'], code: 'snapshot-not-found' },
  'snapshot of another environment': () => ({
    args: ['plan', '--snapshot', id],
    config: replace('environment: production', 'environment: staging'),
    code: 'snapshot-foreign',
    says: 'production',
  }),
  'snapshot of another repository': {
    args: ['plan'],
    env: { GITHUB_REPOSITORY: 'evil/shop' },
    code: 'snapshot-foreign',
    says: 'acme/shop',
  },
  'older snapshot format': {
    args: ['plan'],
    store: forgeManifest((text) => text.replace('"schemaVersion": 1', '"schemaVersion": 0')),
    code: 'snapshot-unsupported',
  },
  'newer snapshot format': {
    args: ['plan'],
    store: forgeManifest((text) => text.replace('"schemaVersion": 1', '"schemaVersion": 2')),
    code: 'snapshot-unsupported',
  },
  'older state of a provider': {
    args: ['plan', '--scope', 'flags'],
    store: forgeManifest((text) =>
      text.replaceAll('"schemaVersion": 1,\n        "store"', '"schemaVersion": 0,\n        "store"'),
    ),
    code: 'snapshot-unsupported',
  },
  'manifest with a flipped bit': { args: ['plan'], store: flip('manifest.json', 40), code: 'snapshot-corrupt' },
  'checksums with a flipped bit': { args: ['plan'], store: flip('SHA256SUMS', 3), code: 'snapshot-corrupt' },
  'payload with a flipped bit': {
    args: ['verify'],
    store: flip('db/dump.age', 3000),
    code: 'snapshot-corrupt',
    says: 'db/dump',
  },
  'payload truncated': {
    args: ['verify'],
    store: (folder) =>
      writeFileSync(join(folder, 'db/dump.age'), readFileSync(join(folder, 'db/dump.age')).subarray(0, -1)),
    code: 'snapshot-corrupt',
  },
  'payload missing': {
    args: ['verify'],
    store: (folder) => rmSync(join(folder, 'flags/items.json.age')),
    code: 'snapshot-corrupt',
  },
  'payload damaged before a rollback': () => ({
    args: ['rollback', '--digest', digest, '--database', 'restore', '--confirm-data-loss', world.database],
    store: flip('db/dump.age', -10),
    code: 'snapshot-corrupt',
  }),
  'no identity': () => ({
    args: [...rollback, '--digest', digest, '--confirm-data-loss', world.database],
    env: { REWIND_IDENTITY: '' },
    code: 'preflight-failed',
    says: 'REWIND_IDENTITY',
  }),
  'identity of somebody else': () => ({
    args: [...rollback, '--digest', digest, '--confirm-data-loss', world.database],
    env: { REWIND_IDENTITY: otherIdentity },
    code: 'preflight-failed',
    says: 'identity',
  }),
  'restorable without an identity': {
    args: ['verify', '--restorable'],
    env: { REWIND_IDENTITY: '' },
    code: 'identity-missing',
  },
  'verify with the identity of somebody else': () => ({
    args: ['verify'],
    env: { REWIND_IDENTITY: otherIdentity },
    code: 'identity-wrong',
    says: 'could not be proven',
  }),
  'verify without a scratch server': {
    args: ['verify', '--restorable'],
    code: 'credential-missing',
    says: 'REWIND_SCRATCH_DATABASE_URL',
  },
  'scratch server that is the server of production': () => ({
    args: ['verify', '--restorable'],
    env: { REWIND_SCRATCH_DATABASE_URL: world.env.DATABASE_URL },
    code: 'input-invalid',
    says: 'server of production',
  }),
  'snapshot with an identity that is no recipient': () => ({
    args: ['snapshot'],
    env: { REWIND_IDENTITY: otherIdentity },
    code: 'identity-wrong',
  }),
  'plan with a database that is down, which must not hold up the rest': () => ({
    args: ['plan'],
    env: withUrl((url) => (url.port = '1'))(),
    code: 'preflight-failed',
    says: 'Or roll back the rest now: plan with --scope web,',
  }),
  'database unreachable': () => ({
    args: ['snapshot', '--scope', 'db'],
    env: withUrl((url) => (url.port = '1'))(),
    code: 'database-unreachable',
  }),
  'wrong password': () => ({
    args: ['snapshot', '--scope', 'db'],
    env: withUrl((url) => (url.password = 'nonsense'))(),
    code: 'database-auth-failed',
  }),
  'pooled address': () => ({
    args: ['snapshot', '--scope', 'db'],
    env: withUrl((url) => (url.search = '?pgbouncer=true'))(),
    code: 'database-pooled-url',
  }),
  'address that is none': {
    args: ['snapshot', '--scope', 'db'],
    env: { DATABASE_URL: 'mysql://u:p@h/db' },
    code: 'database-url-invalid',
  },
  'client of another version': {
    args: ['snapshot', '--scope', 'db'],
    config: replace('integrity: rows', 'integrity: rows, client-bin: old-client'),
    code: 'pg-client-version',
    says: '9',
  },
  'no client': {
    args: ['snapshot', '--scope', 'db'],
    config: replace('integrity: rows', 'integrity: rows, client-bin: /nowhere'),
    code: 'pg-client-missing',
  },
  'no migrations': {
    args: ['snapshot', '--scope', 'schema'],
    config: replace('provider: prisma', 'provider: prisma, migrations: no/such/place'),
    code: 'migrations-unreadable',
  },
  'token that was revoked': {
    args: ['snapshot', '--scope', 'web'],
    env: { VERCEL_TOKEN: 'unknown-token' },
    code: 'api-unauthorized',
    says: 'Replace VERCEL_TOKEN',
  },
  'project that does not exist': {
    args: ['snapshot', '--scope', 'web'],
    config: replace(/prj_\w+/, 'prj_999999'),
    code: 'api-not-found',
  },
  // The store cannot be read, the database is not named: what was given is refused before.
  'id to show with odd characters': {
    args: ['show', '../../../etc/passwd'],
    config: replace('.rewind/store', 'a-file'),
    code: 'input-invalid',
    says: 'an id of',
  },
  'id to show with an escape sequence': {
    args: ['show', '\u001b[2J20200101T000000Z-000000'],
    config: replace('.rewind/store', 'a-file'),
    code: 'input-invalid',
  },
  'two snapshots to show': {
    args: ['show', 'latest', '--snapshot', 'previous'],
    code: 'input-invalid',
    says: 'Two snapshots are named: latest, and --snapshot previous.',
  },
  'count that is none': {
    args: ['migrate', 'down', '1.5'],
    env: { DATABASE_URL: '' },
    code: 'input-invalid',
    says: 'needs a count',
  },
  'count of zero': { args: ['migrate', 'down', '0'], env: { DATABASE_URL: '' }, code: 'input-invalid' },
  'count and name': {
    args: ['migrate', 'down', '1', '--to', 'x'],
    env: { DATABASE_URL: '' },
    code: 'input-invalid',
    says: 'not both',
  },
  'plan file in a place that is a file': {
    args: ['plan', '--scope', 'flags', '--plan', 'a-file/plan.json'],
    code: 'input-invalid',
    says: '--plan',
  },
  'plan file that is the configuration': {
    args: ['plan', '--scope', 'flags', '--plan', '.github/rewind.yml'],
    code: 'input-invalid',
    says: 'is not a plan of Rewind',
  },
  'plan file that is a directory': {
    args: ['plan', '--scope', 'flags', '--plan', '.github'],
    code: 'input-invalid',
    says: 'it is a folder',
  },
  'output directory that is a file': () => ({
    args: [...rollback, '--digest', digest, '--confirm-data-loss', world.database, '--out', 'a-file'],
    code: 'input-invalid',
    says: '--out',
  }),
  'report of a drill in a place that is a file': {
    args: ['drill', '--snapshot', '20200101T000000Z-000000', '--out', 'a-file'],
    code: 'input-invalid',
    says: '"--out: ',
  },
  'store that is a file': { args: ['list'], config: replace('.rewind/store', 'a-file'), code: 'store-unreadable' },
  'store that cannot be written': {
    args: ['snapshot', '--scope', 'flags'],
    config: replace('.rewind/store', 'a-file'),
    code: 'store-write-failed',
  },
};

test('the table is long enough', () => expect(Object.keys(CASES).length).toBeGreaterThanOrEqual(30));

test.each(Object.keys(CASES))(
  '%s',
  async (name) => {
    const entry = CASES[name];
    if (!entry) throw new Error('no such case');
    const { args, config, store, env, code, says } = typeof entry === 'function' ? entry() : entry;
    const key = name.replace(/\W+/g, '-');
    const more: string[] = [];
    if (config || store) {
      let text = readFileSync(join(world.root, '.github/rewind.yml'), 'utf8');
      if (store) {
        const copy = `.rewind/store-${key}`;
        cpSync(join(world.root, '.rewind/store'), join(world.root, copy), { recursive: true });
        text = text.replace('.rewind/store', copy);
        store(join(world.root, copy, 'snapshots/production', id));
      }
      writeFileSync(join(world.root, `.github/${key}.yml`), config ? config(text) : text);
      more.push('--config', `.github/${key}.yml`);
    }
    const before = [await world.facts(), world.vercel.writes];
    const snapshots = readdirSync(join(world.root, '.rewind/store/snapshots/production'));
    const result = await world.run([...args, ...more, '--json'], env ? { env: env } : {});
    const { error } = result.json<{ error?: { code: string; message: string; remedy: string; problems: string[] } }>();
    expect(error).toMatchObject({ code });
    expect(result.status).toBe(ERROR_CODES[code].exit);
    expect(error?.remedy).toBeTruthy();
    if (says !== undefined) expect(JSON.stringify(error)).toContain(says);
    expect([await world.facts(), world.vercel.writes]).toEqual(before);
    expect(readdirSync(join(world.root, '.rewind/store/snapshots/production'))).toEqual(snapshots);
  },
  120_000,
);

describe('check', () => {
  const check = async (config: (text: string) => string, env: Record<string, string> = {}) => {
    writeFileSync(
      join(world.root, '.github/check.yml'),
      config(readFileSync(join(world.root, '.github/rewind.yml'), 'utf8')),
    );
    const result = await world.run(['check', '--config', '.github/check.yml', '--json'], { env });
    const { findings } = result.json<{
      findings: { level: string; resource: string; code: string; message: string }[];
    }>();
    return {
      status: result.status,
      found: findings.map(({ level, resource, code }) => `${level} ${resource} ${code}`),
    };
  };
  const mistyped = (text: string) =>
    text.replace(/(age1\w+)(\w)\b/, (_all, start: string, last: string) => start + (last === 'q' ? 'p' : 'q'));

  test('finds a mistyped recipient and a mistyped identity before anything is captured', async () => {
    const { status, found } = await check(mistyped, { REWIND_IDENTITY: `AGE-SECRET-KEY-1${'Q'.repeat(58)}` });
    expect(status).toBe(3);
    expect(found).toEqual(expect.arrayContaining(['error seal recipient-invalid', 'error seal identity-invalid']));
  });

  test('warns of an identity that belongs to none of the recipients; not of a job without any', async () => {
    const somebody = await check((text) => text, { REWIND_IDENTITY: otherIdentity });
    expect(somebody).toMatchObject({
      status: 0,
      found: expect.arrayContaining(['warning seal identity-not-recipient']),
    });
    const nobody = await check((text) => text, { REWIND_IDENTITY: '' });
    expect(nobody.found.filter((finding) => finding.includes(' seal '))).toEqual([]);
  });

  test('says that there is no snapshot yet, and is ready for the first one', async () => {
    const { status, found } = await check(replace('.rewind/store', '.rewind/new-store'));
    expect(status).toBe(0);
    expect(found).toContain('warning store snapshot-none');
    const { stdout } = await world.run(['check', '--config', '.github/check.yml']);
    expect(stdout).toMatch(/^Ready for the first snapshot\. There is no snapshot to roll back to yet\.\n/);
  });
});
