import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { runWarm } from '../support/program-host.js';
import { signingKeyPair } from '../support/signing-key.js';

/** The procedures of docs/keys.md, step by step: what an old snapshot is worth while and after a key is replaced. */
let vercel: VercelSandbox;
let project: Project;
let flags: ConfigStore;
let root: string;
const KEY = 'fingerprint-key-before-rotation-1';

interface Keys {
  readonly recipients: readonly string[];
  readonly sign: readonly string[];
  readonly identity: string;
  readonly signing: string;
  readonly fingerprint?: string;
}

const pair = async () => {
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity), ...signingKeyPair() };
};
let [before, after]: Awaited<ReturnType<typeof pair>>[] = [];

function given(one: 'before' | 'after') {
  const keys = one === 'before' ? before : after;
  if (keys === undefined) throw new Error('no keys yet');
  return keys;
}

/** The jobs of the workflows: the snapshot job has no identity, the approved one has no signing key. */
async function run(args: readonly string[], keys: Keys) {
  const list = (values: readonly string[]): string => `[${values.join(', ')}]`;
  writeFileSync(
    join(root, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: store }
retention: { keep-last: 100 }
seal: { recipients: ${list(keys.recipients)} }
sign: { keys: ${list(keys.sign)} }
resources:
  - { id: variables, provider: vercel-env, project: ${project.id}, team: ${TEAM} }
  - { id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }
`,
  );
  const snapshot = args[0] === 'snapshot';
  const result = await runWarm([...args, '--json'], {
    cwd: root,
    env: {
      VERCEL_API_URL: vercel.url,
      VERCEL_TOKEN: 'vercel-token-sandbox',
      REWIND_FINGERPRINT_KEY: keys.fingerprint ?? KEY,
      ...(snapshot ? { REWIND_SIGNING_KEY: keys.signing } : { REWIND_IDENTITY: keys.identity }),
    },
  });
  const content: unknown = JSON.parse(result.stdout === '' ? '{}' : result.stdout);
  return { status: result.status, content, stderr: result.stderr };
}

/** A secret variable and a flag change; the rollback to the snapshot returns both. */
async function rollBack(snapshot: string, keys: Keys): Promise<void> {
  const row = project.env[0];
  const flag = flags.items.get('checkout');
  if (row === undefined || flag === undefined) throw new Error('the account is empty');
  const [value, on] = [row.value, flag.value];
  row.value = 'broken-by-a-deploy-77';
  flags.items.set('checkout', { ...flag, value: false });
  const plan = await run(['plan', '--snapshot', snapshot], keys);
  const { digest } = plan.content as { digest: string };
  expect([plan.status, plan.stderr]).toEqual([0, expect.not.stringContaining('not signed')]);
  const rollback = await run(['rollback', '--snapshot', snapshot, '--digest', digest], keys);
  expect([rollback.status, rollback.stderr]).toEqual([0, expect.anything()]);
  expect([project.env[0]?.value, flags.items.get('checkout')?.value]).toEqual([value, on]);
}

async function snapshot(keys: Keys): Promise<string> {
  const taken = await run(['snapshot'], keys);
  expect([taken.status, taken.stderr]).toEqual([0, expect.anything()]);
  const { snapshot: id } = taken.content as { snapshot: unknown };
  if (typeof id !== 'string') throw new Error(JSON.stringify(taken.content));
  return id;
}

const old = (): Keys => ({
  recipients: [given('before').recipient],
  sign: [given('before').publicKey],
  identity: given('before').identity,
  signing: given('before').secret,
});
/** Both keys are listed; new snapshots are sealed to both and signed with the new one. */
const between = (): Keys => ({
  recipients: [given('before').recipient, given('after').recipient],
  sign: [given('before').publicKey, given('after').publicKey],
  identity: `${given('after').identity}\n${given('before').identity}`,
  signing: given('after').secret,
});
const done = (): Keys => ({
  recipients: [given('after').recipient],
  sign: [given('after').publicKey],
  identity: given('after').identity,
  signing: given('after').secret,
});

let first: string;
let second: string;
beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  vercel.addEnv(project, 'API_SECRET', 'a-secret-of-production-42');
  flags = vercel.addStore('flags', { checkout: true });
  root = mkdtempSync(join(tmpdir(), 'rewind-keys-'));
  mkdirSync(join(root, '.github'));
  [before, after] = [await pair(), await pair()];
  first = await snapshot(old());
  second = await snapshot(between());
}, 60_000);
afterAll(async () => {
  await vercel.stop();
  rmSync(root, { recursive: true, force: true });
});

test('while both keys are listed, a snapshot from before the rotation is believed, opened and restored', () =>
  rollBack(first, between()));

test('and one that the new key signed, also with the old identity alone: nobody is locked out on the way', async () => {
  await rollBack(second, between());
  await rollBack(second, { ...between(), identity: given('before').identity });
});

test('after the rotation, a snapshot from during it is believed, opened and restored', () => rollBack(second, done()));

test('after the rotation, the old snapshot is refused as one of an unknown key', async () => {
  const { status, stderr, content } = await run(['plan', '--snapshot', first], done());
  expect([status, stderr + JSON.stringify(content)]).toEqual([1, expect.stringContaining('signature-unknown')]);
});

test('an identity that is taken away too early is named before the rollback, and nothing is changed', async () => {
  const keys = { ...between(), identity: given('after').identity };
  const row = project.env[0];
  if (row === undefined) throw new Error('the account is empty');
  const value = row.value;
  row.value = 'broken-by-a-deploy-78';
  const { content } = await run(['plan', '--snapshot', first], { ...between(), identity: '' });
  const { digest } = content as { digest: string };
  const refused = await run(['rollback', '--snapshot', first, '--digest', digest], keys);
  expect([refused.status, JSON.stringify(refused.content) + refused.stderr]).toEqual([
    expect.any(Number),
    expect.stringContaining('identity-wrong'),
  ]);
  expect(refused.status).not.toBe(0);
  expect(project.env[0]?.value).toBe('broken-by-a-deploy-78');
  row.value = value;
});

test('a signing key that is not listed takes no snapshot: nobody would believe it', async () => {
  const { status, content, stderr } = await run(['snapshot'], { ...done(), signing: given('before').secret });
  expect([status, JSON.stringify(content) + stderr]).toEqual([2, expect.stringContaining('signing-key-unknown')]);
});

test('another fingerprint key: old values look changed, and the rollback refuses to write them', async () => {
  const keys = { ...between(), fingerprint: 'fingerprint-key-after-rotation-01' };
  const { content } = await run(['plan', '--snapshot', first], keys);
  const { digest, changes } = content as { digest: string; changes: { resource: string }[] };
  expect(changes.map(({ resource }) => resource)).toEqual(['variables', 'flags']);
  const refused = await run(['rollback', '--snapshot', first, '--digest', digest], keys);
  expect([refused.status, refused.stderr]).toEqual([
    1,
    expect.stringContaining(
      'If REWIND_FINGERPRINT_KEY was replaced after the snapshot, run again with the earlier key',
    ),
  ]);
  expect(project.env[0]?.value).toBe('a-secret-of-production-42');
  // With the key of its time, the snapshot is as good as before.
  await rollBack(first, between());
});
