import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { commitSnapshot } from '../../src/engine/snapshot-files.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import { testContext } from '../support/context.js';
import { runProgram, type ProgramResult } from '../support/program.js';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** Which snapshot a rollback uses: the whole program, on a deployment and its flags. */
let recipient: string;
let vercel: VercelSandbox;
let project: Project;
let flags: ConfigStore;
let root: string;

beforeAll(async () => {
  recipient = await identityToRecipient(await generateIdentity());
});

beforeEach(async () => {
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  flags = vercel.addStore('flags', { 'new-checkout': false });
  root = mkdtempSync(join(tmpdir(), 'rewind-choosing-'));
  mkdirSync(join(root, '.github'));
  configure();
  vercel.release(project);
});
afterEach(async () => {
  await vercel.stop();
  rmSync(root, { recursive: true, force: true });
});

function configure(more = ''): void {
  writeFileSync(
    join(root, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
seal: { recipients: [${recipient}] }
resources:
  - { id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }
  - { id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }
${more}
`,
  );
}

const run = (...args: string[]): Promise<ProgramResult> =>
  runProgram(args, { cwd: root, env: { VERCEL_API_URL: vercel.url, VERCEL_TOKEN: 'vercel-token-sandbox' } });

async function ok(...args: string[]): Promise<ProgramResult> {
  const result = await run(...args);
  if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
}

let second = 0;
/** Takes a snapshot. Ids have seconds: two of one second are sorted by chance. */
async function snapshot(...args: string[]): Promise<string> {
  while (Math.floor(Date.now() / 1000) === second) await new Promise((resolve) => setTimeout(resolve, 20));
  second = Math.floor(Date.now() / 1000);
  return (await ok('snapshot', '--json', ...args)).json<{ snapshot: string }>().snapshot;
}

interface Plan {
  readonly snapshot: string;
  readonly changes: readonly unknown[];
}
const planned = async (...args: string[]): Promise<Plan> => (await ok('plan', '--json', ...args)).json<Plan>();

describe('latest', () => {
  test('is not the snapshot that was taken in the bad state', async () => {
    const good = await snapshot();
    vercel.release(project);
    const bad = await snapshot('--reason', 'manual');
    expect(await planned()).toMatchObject({ snapshot: good, changes: [{ resource: 'web' }] });
    const { stdout } = await ok('plan', '--snapshot', bad);
    expect(stdout).toContain('The snapshot shows the deployment that is live now (dpl_');
    expect(stdout).toContain(`The one before it is ${good}.`);
    expect(stdout).not.toContain('Nothing to do');
  });

  test('is no snapshot of only some resources, but for those', async () => {
    const whole = await snapshot();
    const some = await snapshot('--scope', 'flags');
    vercel.release(project);
    expect((await planned()).snapshot).toBe(whole);
    expect((await planned('--scope', 'web')).snapshot).toBe(whole);
    expect((await planned('--scope', 'flags')).snapshot).toBe(some);
  });

  test('is the newest one if nobody says which deployment is live', async () => {
    await snapshot();
    vercel.release(project);
    const bad = await snapshot();
    const answer = { status: 403, body: { error: { code: 'forbidden', message: 'Not authorized' } } };
    vercel.inject({ on: /^GET \/v9\/projects\//, times: 9, with: { kind: 'answer', answer } });
    const { status, stdout, stderr } = await run('show', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { id: bad }]);
    expect(stderr).toContain('Could not read which deployment is live, so "latest" is the newest snapshot');
  });
});

/** A snapshot as an earlier version of the configuration left it. */
async function oldSnapshot(id: string, createdAt: string): Promise<void> {
  await commitSnapshot(createDirectoryStore(join(root, '.rewind/store'), testContext()), {
    kind: 'rewind-snapshot',
    schemaVersion: 1,
    id,
    createdAt,
    writtenBy: '0.1.0',
    environment: 'production',
    repository: null,
    commit: null,
    run: null,
    actor: null,
    event: null,
    reason: 'pre-deploy',
    salt: '0'.repeat(32),
    recipients: [],
    scope: null,
    resources: [],
  });
}

describe('mark', () => {
  test('a marked snapshot can be chosen by its mark, and retention keeps it', async () => {
    configure('retention: { keep-last: 1, keep-days: 1 }');
    const [marked, other] = ['20260101T000000Z-00000a', '20260102T000000Z-00000b'];
    await oldSnapshot(marked, '2026-01-01T00:00:00.000Z');
    await oldSnapshot(other, '2026-01-02T00:00:00.000Z');
    expect((await ok('mark', marked)).stdout).toContain('--snapshot good');
    await ok('mark', marked, '--name', 'before-black-friday');
    const taken = await ok('snapshot', '--json');
    expect(taken.json()).toMatchObject({ removed: [other] });
    for (const mark of ['good', 'before-black-friday', 'marked']) {
      expect((await ok('show', mark, '--json')).json()).toMatchObject({ id: marked });
    }
    expect((await run('mark', marked, '--name', 'bad', '--remove')).stderr).toContain(
      'It has before-black-friday, good.',
    );
    await ok('mark', marked, '--name', 'before-black-friday', '--remove');
    await ok('mark', 'good', '--remove');
    expect((await run('show', 'good')).stderr).toContain('[snapshot-not-found]');
    expect((await ok('snapshot', '--json')).json<{ removed: string[] }>().removed).toContain(marked);
  });

  test('the artifact store cannot keep one, and says so', async () => {
    const file = join(root, '.github/rewind.yml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^store:.*$/m, 'store: { kind: artifact }'));
    const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_TOKEN: 'token' };
    const { status, stderr } = await runProgram(['mark', 'latest'], { cwd: root, env });
    expect(status).toBe(2);
    expect(stderr).toContain('The store "artifact" cannot keep a mark.');
  });

  test('a name that is a selector or a commit is refused', async () => {
    for (const name of ['latest', 'abcdef1', 'Good']) {
      expect((await run('mark', 'latest', '--name', name)).stderr).toContain('--name must be small letters');
    }
  });
});
