import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitHubSandbox } from '../sandbox/github/server.js';
import type { EnvRow, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { signingKeyPair } from '../support/signing-key.js';

/** Snapshot, plan, rollback and record as Actions starts them: who approved what, between real processes. */
const RUN = 77;
let hub: GitHubSandbox;
let vercel: VercelSandbox;
let project: Project;
let secret: EnvRow;
let repository: Repository;

beforeAll(async () => {
  hub = new GitHubSandbox();
  await hub.start();
  hub.addEnvironment({ name: 'production', reviewers: ['bob'], branches: ['main'] });
  hub.addEnvironment({ name: 'fast', branches: ['main'] });
  hub.addRun({ id: RUN, event: 'workflow_dispatch' });
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  secret = vercel.addEnv(project, 'API_SECRET', 'first value', { type: 'sensitive' });
  for (const message of ['Release 1', 'Release 2']) {
    vercel.release(project, { meta: { githubCommitSha: hub.addCommit({ message }).sha } });
  }
  const keys = signingKeyPair();
  repository = await makeRepository({
    sections: [`sign: { keys: [${keys.publicKey}] }`, 'channels: []', 'expedited: { environment: fast, minutes: 30 }'],
    store: 'store',
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM}, targets: [production] }`,
    ],
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: String(RUN),
      GITHUB_ACTOR: 'alice',
      GITHUB_SHA: hub.head,
      GITHUB_API_URL: hub.url,
      GITHUB_TOKEN: hub.token,
      ...vercel.env,
      REWIND_SIGNING_KEY: keys.secret.split('\n')[1] ?? '',
    },
  });
  await ok('snapshot');
  vercel.release(project);
});
afterAll(async () => {
  await hub.stop();
  await vercel.stop();
  repository.remove();
});

const rewind = (...args: string[]): Promise<ProgramResult> => repository.run([...args, '--json']);
const ok = async (...args: string[]): Promise<Record<string, unknown>> =>
  (await repository.ok(...args, '--json')).json();
const plan = async (): Promise<string> => String((await ok('plan')).digest);
/** The error code; empty if the rollback was carried out. */
async function rollback(digest: string, ...more: string[]): Promise<string> {
  const writes = vercel.writes;
  const { error } = (await rewind('rollback', '--digest', digest, ...more)).json<{ error?: { code: string } }>();
  if (error !== undefined) expect(vercel.writes).toBe(writes);
  return error?.code ?? '';
}

test('expedited is decided on what is live, an approval from before the plan does not count, and what ran is recorded', async () => {
  hub.approve(RUN, 'bob', 'production');
  const digest = await plan();
  // A value that nobody can read back was exchanged after the plan: it is in no change, so it is no drift.
  const before = secret.updatedAt;
  secret.updatedAt += 1;
  expect(await rollback(digest, '--approval', 'expedited')).toBe('expedited-closed');
  secret.updatedAt = before;
  expect(await rollback(digest)).toBe('approval-stale');
  hub.approve(RUN, 'bob', 'production');
  expect(await rollback(digest)).toBe('');
  const journal = readFileSync(join(repository.root, `.rewind/journal/${digest}.jsonl`), 'utf8').split('\n');
  expect(JSON.parse(journal[0] ?? '')).toMatchObject({
    event: 'open',
    what: `https://github.com/acme/shop/actions/runs/${RUN}`,
    note: 'attempt 1',
  });
  const issue = hub.addIssue({ title: 'Down' });
  const record = () => ok('record', '--incident', String(issue.number));
  // Without the result, the journal of this attempt still says that something was changed.
  rmSync(join(repository.root, '.rewind/result.json'));
  await record();
  expect(hub.comments.map(({ body }) => body)).toEqual([expect.stringContaining('did NOT finish')]);
});

test('without reviewers: a plan shows its digest and waits, a person types it, and a stop before the journal says why', async () => {
  const file = join(repository.root, '.github/rewind.yml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^expedited: .*$/m, 'approval: digest'));
  // As in a new workspace.
  rmSync(join(repository.root, '.rewind'), { recursive: true });
  vercel.addEnv(project, 'LATE', 'added after the deploy');
  const shown = await repository.run(['plan']);
  const digest = await plan();
  const digits = digest.slice(0, 12);
  expect(shown.stdout).toContain(`start the workflow again with the same inputs and digest: ${digits}`);
  const other = await repository.run(['plan', '--typed-digest', 'f'.repeat(12)]);
  expect([other.status, other.stdout.split('\n')[0]]).toEqual([
    3,
    expect.stringContaining(`The digest ${'f'.repeat(12)} was typed, and this plan has another one, ${digits}`),
  ]);
  expect(await rollback(digest)).toBe('approval-missing');
  const issue = hub.addIssue({ title: 'Down again' });
  await ok('record', '--incident', String(issue.number));
  expect(hub.comments.at(-1)?.body).toMatch(
    /\*\*Nothing was changed\. Nobody has typed the digest of the plan: .*approval-missing/,
  );
  expect(await rollback(digest, '--typed-digest', digits)).toBe('');
  const result = readFileSync(join(repository.root, '.rewind/result.json'), 'utf8');
  expect(JSON.parse(result)).toMatchObject({
    verdict: 'rolled-back',
    approval: { kind: 'digest', approvedBy: ['alice'] },
  });
  writeFileSync(file, text);
});

test('a lift, which nobody approves, runs only in an environment of its own that other branches cannot use', async () => {
  hub.addEnvironment({ name: 'open-lift' });
  hub.addEnvironment({ name: 'lift', branches: ['main'] });
  const lift = async (...more: string[]): Promise<string> => {
    const args = ['mitigate', '--lift-expired', '--plan-environment', 'reading', ...more];
    const { error, mitigations } = (await rewind(...args)).json<{
      error?: { code: string; message: string };
      mitigations?: unknown[];
    }>();
    return error === undefined ? JSON.stringify(mitigations) : `${error.code}: ${error.message}`;
  };
  expect(await lift()).toContain('environment-unprotected: The lift of mitigations names no environment');
  expect(await lift('--lift-environment', 'typo')).toContain('environment-missing: The environment "typo"');
  expect(await lift('--lift-environment', 'open-lift')).toContain('environment-unprotected: A workflow on any branch');
  for (const used of ['production', 'fast', 'Reading']) {
    expect(await lift('--lift-environment', used)).toContain(`runs in "${used}", which is also the environment of`);
  }
  expect(await lift('--lift-environment', 'lift')).toBe('[]');
});
