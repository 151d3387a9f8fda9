import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { snapshotTime } from '../../src/engine/manifest.js';
import { COMMON_FLAGS } from '../../src/cli/flags.js';
import plan from '../../src/commands/plan.js';
import rollback from '../../src/commands/rollback/index.js';
import undo from '../../src/commands/undo/index.js';
import { parsePlan, planDigest } from '../../src/engine/plan.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** Flags of a rollback that contradict the approved plan: the whole program, on a deployment and its flags. */
const PLAN = '.rewind/plan.json';
const FUTURE = '.rewind/future.json';
const RESTORE = '.rewind/restore.json';

/** Every flag of a command that makes a plan or applies one: values that contradict the plan, or why none can. */
const FLAGS: Readonly<Record<string, readonly string[] | { readonly because: string }>> = {
  scope: ['flags'],
  database: ['restore'],
  snapshot: ['20200101T000000Z-000000', 'older', 'previous'],
  environment: ['staging'],
  'include-later-changes': ['flags', 'all'],
  digest: ['ab'.repeat(32)],
  plan: { because: 'it says where the plan is read; the digest decides' },
  config: { because: 'the environment in it and the digest are compared' },
  'confirm-data-loss': { because: 'a plan that loses no data ignores it; any other compares the names' },
  approval: ['expedited'],
  reason: { because: 'it is only told' },
  'typed-digest': ['f'.repeat(12)],
  incident: { because: 'it only names the issue whose comments approve' },
  out: { because: 'it says where files go' },
  json: { because: 'it says how the result is printed' },
  'install-client': { because: 'it changes the machine, not the plan' },
  'exit-code': { because: 'rollback does not have it' },
  'plan-environment': { because: 'rollback does not have it' },
};
let vercel: VercelSandbox;
let repository: Repository;
let older: string;
let digest: string;
let restoreDigest: string;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  const project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  const flags = vercel.addStore('flags', { 'new-checkout': false });
  repository = await makeRepository({
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
    ],
    env: vercel.env,
  });
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
  const made = parsePlan(JSON.parse(readFileSync(join(repository.root, PLAN), 'utf8')));
  writeFileSync(join(repository.root, FUTURE), JSON.stringify({ ...made, createdAt: '2099-01-01T00:00:00.000Z' }));
  const restore = { ...made, database: 'restore' as const };
  restoreDigest = planDigest(restore);
  writeFileSync(join(repository.root, RESTORE), JSON.stringify({ ...restore, digest: restoreDigest }));
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});

const run = (...args: string[]): Promise<ProgramResult> => repository.run(args);

const ok: Repository['ok'] = (...args) => repository.ok(...args);

test('every flag of plan, undo and rollback is in the list of this test', () => {
  const flags = Object.keys({ ...COMMON_FLAGS, ...plan.flags, ...undo.flags, ...rollback.flags });
  expect(Object.keys(FLAGS).sort()).toEqual(flags.sort());
});

describe('is refused before anything is changed', () => {
  const given = Object.entries(FLAGS).flatMap(([flag, values]) =>
    'because' in values ? [] : values.map((value) => [`--${flag}`, value] as const),
  );
  const refused: Readonly<Record<string, string>> = {
    '--scope': 'The approved plan covers all resources; this command has --scope flags',
    '--database': 'The approved plan has the database mode none; this command has --database',
    '--snapshot': 'The approved plan restores the snapshot',
    '--include-later-changes': 'The approved plan includes the later changes of nothing',
    '--environment': 'uses environment "staging"',
    '--digest': 'does not match the approved digest',
    '--typed-digest': 'the digest ffffffffffff was typed',
    // An earlier run of this plan may have changed something.
    '--approval': 'may not be expedited. This run changed nothing.',
  };
  const codes: Readonly<Record<string, string>> = {
    '--environment': 'environment-mismatch',
    '--approval': 'expedited-closed',
  };

  test.each(given)('%s %s', async (flag, value) => {
    const { writes } = vercel;
    const approved = flag === '--digest' ? [] : ['--digest', digest];
    const { status, stdout } = await run('rollback', '--json', ...approved, flag, value);
    const code = codes[flag] ?? 'plan-mismatch';
    const message = expect.stringContaining(refused[flag] ?? '?');
    const leaveOut = ['--scope', '--database', '--snapshot', '--include-later-changes', '--approval'].includes(flag)
      ? { remedy: expect.stringContaining(`Leave ${flag} out`) }
      : {};
    expect([status, JSON.parse(stdout)]).toMatchObject([2, { error: { code, message, ...leaveOut } }]);
    expect(vercel.writes).toBe(writes);
  });

  test('--database none for a plan that restores the database', async () => {
    const { writes } = vercel;
    const words = ['rollback', '--json', '--plan', RESTORE, '--digest', restoreDigest, '--database', 'none'];
    const { status, stdout } = await run(...words);
    const message = expect.stringContaining('has the database mode restore; this command has --database none');
    expect([status, JSON.parse(stdout)]).toMatchObject([2, { error: { code: 'plan-mismatch', message } }]);
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

test('a plan is coloured where that is wanted, never as JSON', async () => {
  const colour = (...args: string[]) =>
    repository.run(['plan', '--plan', '.rewind/again.json', ...args], { env: { FORCE_COLOR: '1' } });
  const [text, json, plain] = await Promise.all([
    colour(),
    colour('--json'),
    ok('plan', '--plan', '.rewind/third.json'),
  ]);
  expect(text.stdout).toContain('\u001b[1mIn all: 2 update; each can be undone; no rows at risk.\u001b[22m');
  expect(json.stdout + plain.stdout).not.toContain('\u001b');
});

test('a plan file that does not exist is named, and nothing is planned again', async () => {
  const refused = await run('rollback', '--plan', 'missing.json', '--digest', 'ab'.repeat(32));
  expect([refused.status, refused.stderr]).toEqual([
    2,
    expect.stringContaining('The file missing.json does not exist'),
  ]);
});

test('a replay without a Stripe resource names --scope only if it was given', async () => {
  const missing = (await run('replay')).stderr;
  expect(missing).toContain('needs one Stripe account');
  expect(missing).not.toContain('--scope');
  expect((await run('replay', '--scope', 'web')).stderr).toContain('remove --scope');
});

test('flags that say the same as the plan are fine, in any order', async () => {
  const same = ['--scope', 'flags,web', '--snapshot', 'newer', '--database', 'none', '--environment', 'Production'];
  const done = await ok('rollback', '--json', '--digest', digest, ...same);
  expect(done.json()).toMatchObject({ title: expect.stringContaining('2 changes') });
  // What to keep in mind names its resource and its object.
  const report = readFileSync(join(repository.root, '.rewind/report.md'), 'utf8');
  expect(report).toMatch(/Keep in mind for web \(.*production.*\): /);
});

test('after the plan was begun, "latest" is not compared: the rollback itself changes what it names', async () => {
  const again = await ok('rollback', '--json', '--digest', digest, '--snapshot', '~1');
  expect(again.json()).toMatchObject({ claim: expect.anything() });
});
