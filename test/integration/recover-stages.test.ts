import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { sourcesAfter, type ProgramOptions, type ProgramResult } from '../support/program.js';
import { wrongBy } from '../support/wrong-clock.js';
import { runWarm } from '../support/program-host.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** A recovery in stages, as a process: what is approved, what it leaves open, and what a kill leaves. One story. */
let vercel: VercelSandbox;
let project: Project;
let base: Deployment;
let fix: Deployment;
let root: string;
let identity: string;

beforeAll(async () => {
  identity = await generateIdentity();
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  project.rollingReleaseConfig = {
    target: 'production',
    stages: [
      { targetPercentage: 10, requireApproval: true },
      { targetPercentage: 50, requireApproval: true },
      { targetPercentage: 100 },
    ],
  };
  root = mkdtempSync(join(tmpdir(), 'rewind-recover-'));
  mkdirSync(join(root, '.github'));
  writeFileSync(
    join(root, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
seal: { recipients: [${await identityToRecipient(identity)}] }
resources:
  - { id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }
`,
  );
  base = vercel.release(project);
  await ok('snapshot');
  vercel.serve(project, vercel.addDeployment(project));
  await ok('rollback', '--digest', await digestOf('plan'));
  fix = vercel.release(project);
});
afterAll(async () => {
  await vercel.stop();
  rmSync(root, { recursive: true, force: true });
});

const run = (args: readonly string[], options: Partial<ProgramOptions> = {}): Promise<ProgramResult> =>
  runWarm(args, {
    cwd: root,
    env: { VERCEL_API_URL: vercel.url, VERCEL_TOKEN: 'vercel-token-sandbox', REWIND_IDENTITY: identity },
    ...options,
  });
async function ok(...args: string[]): Promise<ProgramResult> {
  const result = await run(args);
  if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
}
const digestOf = async (...args: string[]): Promise<string> =>
  (await ok(...args, '--json')).json<{ digest: string }>().digest;
const open = async (): Promise<string[]> =>
  (await ok('recover', '--status', '--json'))
    .json<{ obligations: { id: string }[] }>()
    .obligations.map(({ id }) => id.replace(/:.*/, ''))
    .sort();
const plan = (gate: string): Promise<string> => digestOf('recover', '--deployment', 'latest', '--gate-command', gate);

test('the command belongs to the plan: it is shown, and another command is another digest', async () => {
  const shown = await ok('recover', '--deployment', 'latest', '--gate-command', './check.sh "50 %"');
  expect(shown.stdout).toContain('10 % → 50 % → 100 %. Before each further stage this shell command runs');
  expect(shown.stdout).toContain('./check.sh "50 %"');
  expect(await plan('true')).not.toBe(await plan('true '));
  const alone = await run(['recover', '--gate-command', 'true']);
  expect([alone.status, alone.stderr]).toEqual([2, expect.stringContaining('--gate-command needs --deployment')]);
});

test('the command fails: exit status 1, the stage is named, the base serves, and the pin stays open', async () => {
  const failed = await run(['rollback', '--digest', await plan('[ $REWIND_STAGE = 1 ] || { echo slow; exit 7; }')]);
  expect(failed.status).toBe(1);
  expect(failed.stdout).toContain(
    `The gate command failed at stage 2 of 3 (50 %) with exit status 7: slow. The rolling release was ended: production is ${base.id} again`,
  );
  expect([project.production, project.rollingRelease?.state]).toEqual([base.id, 'ABORTED']);
  expect(await open()).toEqual(['production-pinned', 'quarantined-commit', 'unfinished-rollback']);
});

test('a plan that failed is not carried out once another fix took production: its command stops, and it is discharged', async () => {
  // Fails the first time only, on a machine whose clock is ahead.
  const flaky = await plan('[ -e flaky ] || { touch flaky; exit 1; }');
  expect((await run(['rollback', '--digest', flaky], { command: sourcesAfter(wrongBy(60)) })).status).toBe(1);
  const second = vercel.release(project);
  const other = await plan('true');
  await ok('rollback', '--digest', other);
  expect(project.production).toBe(second.id);
  const again = await run(['rollback', '--digest', flaky]);
  expect([again.status, again.stderr, project.production]).toEqual([
    1,
    expect.stringContaining('plan-drift'),
    second.id,
  ]);
  expect((await ok('recover', '--status')).stdout).toContain('another plan changed the same later');
  await run(['recover', '--scope', 'web']);
  expect((await open()).filter((id) => id === 'unfinished-rollback')).toEqual([]);
  // As it was.
  await ok('rollback', '--digest', await digestOf('undo', other));
  expect(project.production).toBe(base.id);
  vercel.deployments.delete(second.id);
});

test('a pin that only the failed release made is an obligation, too', async () => {
  await ok('incident', 'discharge', '--obligation', 'production-pinned:web', '--reason', 'promoted by hand');
  project.autoAssignCustomDomains = true;
  expect(await open()).not.toContain('production-pinned');
  expect((await run(['rollback', '--digest', await plan('false')])).status).toBe(1);
  expect(await open()).toContain('production-pinned');
});

test('killed while the command runs: the release waits, and the same command goes on to the end', async () => {
  const seen = join(root, 'stages');
  const digest = await plan(`echo $REWIND_STAGE >> ${seen}; [ -e ${root}/again ] || [ $REWIND_STAGE = 1 ] || sleep 10`);
  const killed = await run(['rollback', '--digest', digest], {
    onLog: (text, child) => {
      if (text.includes('at stage 2 of 3')) child.kill('SIGKILL');
    },
  });
  expect([killed.signal, project.rollingRelease?.state, project.rollingRelease?.stage]).toEqual([
    'SIGKILL',
    'ACTIVE',
    1,
  ]);
  writeFileSync(join(root, 'again'), '');
  const done = await ok('rollback', '--digest', digest);
  expect(done.stdout).toContain('Recovered:');
  expect([project.production, project.rollingRelease?.state, project.autoAssignCustomDomains]).toEqual([
    fix.id,
    'COMPLETE',
    true,
  ]);
  expect(existsSync(seen) && readFileSync(seen, 'utf8').trim().split('\n').at(-1)).toBe('2');
  expect(await open()).not.toContain('production-pinned');
});
