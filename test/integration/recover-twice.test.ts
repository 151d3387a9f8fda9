import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import type { ProgramResult } from '../support/program.js';
import { runWarm } from '../support/program-host.js';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** Two rollbacks one after the other: what the undo of one of them leaves. Each test goes on where the one before ended. */
let vercel: VercelSandbox;
let project: Project;
let flags: ConfigStore;
let root: string;
let identity: string;

beforeAll(async () => {
  identity = await generateIdentity();
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  flags = vercel.addStore('flags', { first: false, second: false });
  root = mkdtempSync(join(tmpdir(), 'rewind-twice-'));
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
});
afterAll(async () => {
  await vercel.stop();
  rmSync(root, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<ProgramResult> =>
  runWarm(args, {
    cwd: root,
    env: { VERCEL_API_URL: vercel.url, VERCEL_TOKEN: 'vercel-token-sandbox', REWIND_IDENTITY: identity },
  });
async function ok(...args: string[]): Promise<ProgramResult> {
  const result = await run(...args);
  if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
}
/** Plans, and applies the plan. @returns its digest */
async function carryOut(...args: string[]): Promise<string> {
  const { digest } = (await ok(...args, '--json')).json<{ digest: string }>();
  await ok('rollback', '--digest', digest);
  return digest;
}
const snapshot = async (): Promise<string> => (await ok('snapshot', '--json')).json<{ snapshot: string }>().snapshot;
function release(sha: string, flag: string): void {
  vercel.release(project, { meta: { githubCommitSha: sha.repeat(40), githubCommitRef: 'main' } });
  const item = flags.items.get(flag);
  if (item !== undefined) flags.items.set(flag, { ...item, value: true });
}

interface Status {
  readonly obligations: readonly { readonly id: string }[];
  readonly unrecorded: readonly unknown[];
}
/** Ids of what is open, but for commits that are held back. */
async function ids(): Promise<readonly string[]> {
  const { obligations, unrecorded } = (await ok('recover', '--status', '--json')).json<Status>();
  expect(unrecorded).toEqual([]);
  return obligations.flatMap(({ id }) => (id.startsWith('quarantined-commit') ? [] : [id])).sort();
}

let first: string;
test('the undo of the second rollback does not finish what the first one left', async () => {
  const oldest = await snapshot();
  release('1', 'first');
  const middle = await snapshot();
  release('2', 'second');
  first = await carryOut('plan', '--snapshot', middle);
  await carryOut('plan', '--snapshot', oldest);
  const open = await ids();
  expect(open).toEqual(['changes-undone:flags', 'production-pinned:web']);
  await carryOut('undo');
  expect(project.autoAssignCustomDomains).toBe(false);
  expect(await ids()).toEqual(open);
  // Nothing is discharged: new deployments do not reach production.
  expect((await ok('recover', '--status', '--json')).json<Status>().obligations).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ id: 'production-pinned:web', reading: expect.objectContaining({ state: 'holds' }) }),
    ]),
  );
});

test('an undo that pins production says so in the incident', async () => {
  release('3', 'first');
  await carryOut('recover', '--deployment', 'latest');
  expect(await ids()).toEqual(['changes-undone:flags']);
  // Back from the fix, by an instant rollback.
  await carryOut('undo', first.slice(0, 12));
  expect(await ids()).toEqual(['production-pinned:web']);
});

test('what cannot be read is not normal: a damaged record, and whether production is pinned', async () => {
  const folder = join(root, '.rewind/store/incidents/production');
  const [record = ''] = readdirSync(folder);
  const entry = join(folder, record, '000002.json');
  const text = readFileSync(entry);
  writeFileSync(entry, '{');
  project.autoAssignCustomDomains = true;
  const answer = { status: 403, body: { error: { code: 'forbidden', message: 'no' } } };
  vercel.inject({ on: /GET .*projects/, times: 100, with: { kind: 'answer', answer } });
  const { stdout } = await ok('recover', '--status');
  const unread = (await ok('recover', '--status', '--json')).json();
  vercel.clearFaults();
  writeFileSync(entry, text);
  expect(stdout).toContain('It is unknown whether "production" is normal: 2 not read.');
  expect(unread).toMatchObject({
    normal: false,
    unread: [
      { what: 'the record of an incident', why: expect.stringContaining('rewind incident verify') },
      { what: 'whether production of "web" is pinned' },
    ],
  });
});

test('flags that would be ignored are refused', async () => {
  const digest = '0'.repeat(64);
  for (const [args, message] of [
    [['--status', '--drop-database', 'a', '--digest', digest], '--status cannot be combined with --drop-database'],
    [['--status', '--deployment', 'latest'], '--status cannot be combined with --deployment'],
    [['--drop-database', 'a', '--deployment', 'latest'], '--drop-database cannot be combined with --deployment'],
    [['--digest', digest], '--digest belongs to --drop-database'],
  ] as const) {
    const refused = await run('recover', ...args);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(message)]);
  }
});

test('a status of another environment than that of the configuration is refused', async () => {
  const refused = await run('recover', '--status', '--environment', 'staging');
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('environment-mismatch')]);
  expect((await run('recover', '--status', '--environment', 'production')).status).toBe(0);
});
