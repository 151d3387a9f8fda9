import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { snapshotTime } from '../../src/engine/manifest.js';
import { parsePlan } from '../../src/engine/plan.js';
import { runProgram, type ProgramResult } from '../support/program.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** Flags of a rollback that contradict the approved plan: the whole program, on a deployment and its flags. */
const PLAN = '.rewind/plan.json';
const FUTURE = '.rewind/future.json';
let vercel: VercelSandbox;
let root: string;
let identity: string;
let older: string;
let digest: string;

beforeAll(async () => {
  identity = await generateIdentity();
  vercel = await new VercelSandbox().start();
  const project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  const flags = vercel.addStore('flags', { 'new-checkout': false });
  root = mkdtempSync(join(tmpdir(), 'rewind-flags-'));
  mkdirSync(join(root, '.github'));
  writeFileSync(
    join(root, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
seal: { recipients: [${await identityToRecipient(identity)}] }
resources:
  - { id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }
  - { id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }
`,
  );
  vercel.release(project);
  older = (await ok('snapshot', '--json')).json<{ snapshot: string }>().snapshot;
  await ok('mark', older, '--name', 'older');
  // Ids have seconds: the next snapshot is newer.
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, snapshotTime(older) + 1000 - Date.now())));
  const newer = (await ok('snapshot', '--json')).json<{ snapshot: string }>().snapshot;
  await ok('mark', newer, '--name', 'newer');
  vercel.release(project);
  const item = flags.items.get('new-checkout');
  if (item !== undefined) flags.items.set('new-checkout', { ...item, value: true });
  digest = (await ok('plan', '--json', '--snapshot', newer)).json<{ digest: string }>().digest;
  const plan = parsePlan(JSON.parse(readFileSync(join(root, PLAN), 'utf8')));
  writeFileSync(join(root, FUTURE), JSON.stringify({ ...plan, createdAt: '2099-01-01T00:00:00.000Z' }));
});
afterAll(async () => {
  await vercel.stop();
  rmSync(root, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<ProgramResult> =>
  runProgram(args, {
    cwd: root,
    env: { VERCEL_API_URL: vercel.url, VERCEL_TOKEN: 'vercel-token-sandbox', REWIND_IDENTITY: identity },
  });

async function ok(...args: string[]): Promise<ProgramResult> {
  const result = await run(...args);
  if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
}

describe('is refused before anything is read or changed', () => {
  test.each([
    [
      'a narrower scope',
      ['--scope', 'flags'],
      'The approved plan covers all resources; this command has --scope flags',
    ],
    ['another database mode', ['--database', 'restore'], 'The approved plan has the database mode none'],
    ['another snapshot', ['--snapshot', '20200101T000000Z-000000'], 'The approved plan restores the snapshot'],
    ['the mark of another snapshot', ['--snapshot', 'older'], 'The approved plan restores the snapshot'],
  ])('%s', async (_what, more, message) => {
    const { writes } = vercel;
    const { status, stdout } = await run('rollback', '--json', '--digest', digest, ...more);
    const flag = String(more[0]);
    expect([status, JSON.parse(stdout)]).toMatchObject([
      2,
      {
        error: {
          code: 'plan-mismatch',
          message: expect.stringContaining(message),
          remedy: expect.stringContaining(`Leave ${flag} out`),
        },
      },
    ]);
    expect(vercel.writes).toBe(writes);
  });

  test('a plan with a time in the future, which would never expire', async () => {
    const { writes } = vercel;
    const { status, stdout } = await run('rollback', '--json', '--digest', digest, '--plan', FUTURE);
    expect([status, JSON.parse(stdout)]).toMatchObject([
      2,
      { error: { code: 'plan-expired', message: expect.stringContaining('2099-01-01') } },
    ]);
    expect(vercel.writes).toBe(writes);
  });
});

test('flags that say the same as the plan are fine, in any order', async () => {
  const done = await ok('rollback', '--json', '--digest', digest, '--scope', 'flags,web', '--snapshot', 'newer');
  expect(done.json()).toMatchObject({ title: expect.stringContaining('2 change(s)') });
});
