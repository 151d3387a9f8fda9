import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { ProgramResult } from '../support/program.js';
import { sourcesAfter } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** `rewind postmortem` and `rewind hotfix` of the whole program. */
const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));
let vercel: VercelSandbox;
let hub: GitHubSandbox;
let repository: Repository;
let good: string;

beforeAll(async () => {
  [vercel, hub] = [await new VercelSandbox().start(), await new GitHubSandbox().start()];
  const project = vercel.addProject('shop', ['shop.example.com']);
  const release = (sha: string): unknown => vercel.release(project, { meta: { githubCommitSha: sha } });
  good = hub.addCommit({ message: 'good' }).sha;
  release(good);
  repository = await makeRepository({
    resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`],
    sections: [
      'channels: []',
      "contacts: [{ name: On-call, role: all, reach: '4711', rotation: { start: 2026-01-05, days: 366, people: [Ada, Ada] } }]",
    ],
    env: {
      ...vercel.env,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_API_URL: hub.url,
      GITHUB_TOKEN: hub.token,
      REWIND_FINGERPRINT_KEY: 'fingerprint-key-0123456789',
    },
  });
  await repository.ok('snapshot');
  release(hub.addCommit({ message: 'bad' }).sha);
}, 30_000);
afterAll(async () => {
  await vercel.stop();
  await hub.stop();
  repository.remove();
});

const killedAt = (point: string, nth: number, ...args: string[]): Promise<ProgramResult> =>
  repository.run(args, {
    command: sourcesAfter(WRITES),
    env: { FUZZ_ROOT: repository.root, FUZZ_KILL: JSON.stringify({ point, nth, children: false }) },
  });

test('hotfix without an incident: from the commit of the snapshot; SIGKILL between branch and draft, run again: one of each', async () => {
  const main = hub.head;
  const killed = await killedAt('http POST /repos/acme/shop/git/refs: answered', 1, 'hotfix');
  expect([killed.signal, hub.pulls.length]).toEqual(['SIGKILL', 0]);
  const branch = `rewind/hotfix-${good.slice(0, 12)}`;
  const opened = (await repository.ok('hotfix', '--json')).json<object>();
  expect(opened).toMatchObject({ commit: good, branch, base: 'main', created: true });
  expect((await repository.ok('hotfix')).stdout).toContain('A draft pull request is open already');
  expect(hub.pulls).toMatchObject([{ draft: true, branch }]);
  expect([hub.head, hub.commitOf(branch)?.parents]).toEqual([main, [good]]);
});

test('post-mortem without an incident: says how one opens', async () => {
  const { status, stderr } = await repository.run(['postmortem']);
  expect([status, stderr]).toEqual([2, expect.stringMatching(/has no incidents[^]*incident open/)]);
});

test('post-mortem of a closed incident: as a file, and as an issue after a SIGKILL; the record is not changed', async () => {
  await repository.ok('incident', 'open', '--title', 'Checkout is broken', '--severity', 'major');
  await repository.ok('incident', 'close', '--reason', 'the fix is live');
  const record = async () => (await repository.ok('incident', 'list', '--json')).stdout;
  const before = await record();
  const file = join(repository.root, 'docs/checkout.md');
  await repository.ok('postmortem', '--file', file);
  expect(readFileSync(file, 'utf8')).toMatch(
    /^(<!--.*-->\n){2}## Post-mortem: Checkout is broken\n[^]*the fix is live `\[#2\]`/,
  );
  const killed = await killedAt('http POST /repos/acme/shop/issues: answered', 2, 'postmortem', '--issue');
  expect([killed.signal, hub.issues.length]).toEqual(['SIGKILL', 2]);
  const { stdout } = await repository.ok('postmortem', '--issue');
  expect(stdout).toMatch(/^post-mortem: issue \d+ is up to date, https:/);
  expect([hub.issues.length, [...hub.subIssues.values()].flat().length]).toEqual([4, 3]);
  expect(await record()).toBe(before);
});

test('a file with answers stays as it is; a file outside the repository is refused, also through a link', async () => {
  const write = (file: string): Promise<ProgramResult> => repository.run(['postmortem', '--file', file]);
  expect((await write('docs/answers.md')).stdout).toContain('docs/answers.md created');
  expect((await write('docs/answers.md')).stdout).toContain('docs/answers.md is up to date');
  const file = join(repository.root, 'docs/answers.md');
  writeFileSync(file, `${readFileSync(file, 'utf8')}It was the cache.\n`);
  expect((await write('docs/answers.md')).stdout).toContain('somebody edited it');
  expect(readFileSync(file, 'utf8')).toMatch(/It was the cache\.\n$/);
  const other = await write('.github/rewind.yml');
  expect([other.status, other.stderr]).toEqual([2, expect.stringContaining('is not the post-mortem of incident 2')]);
  expect(readFileSync(join(repository.root, '.github/rewind.yml'), 'utf8')).toMatch(/^version: 1/);
  const outside = mkdtempSync(join(tmpdir(), 'rewind-outside-'));
  symlinkSync(outside, join(repository.root, 'link'));
  for (const path of [relative(repository.root, join(outside, 'x.md')), join(outside, 'x.md'), 'link/new/x.md', '.']) {
    const { status, stderr } = await write(path);
    expect([path, status, stderr]).toEqual([path, 2, expect.stringContaining('inside the repository')]);
  }
  expect(readdirSync(outside)).toEqual([]);
  rmSync(outside, { recursive: true });
});

test.each(['incident show', 'notify', 'postmortem'])(
  '%s: a word that is no id is answered with where the ids are',
  async (words) => {
    const { status, stderr } = await repository.run([...words.split(' '), 'checkout']);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/"checkout" is not the id of an incident[^]*incident list/),
    ]);
  },
);

test('what is typed for another action of the record is not lost: it is refused', async () => {
  const { status, stderr } = await repository.run([
    'incident',
    'close',
    '--reason',
    'done',
    '--text',
    'It was the cache.',
  ]);
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/incident close takes no --text\.[^]*Leave --text out: it belongs to "incident note"\./),
  ]);
});

test('the hotfix of an open incident is named by it; decide names the command', async () => {
  await repository.ok('incident', 'open', '--title', 'Again');
  const { incident, branch } = (await repository.ok('hotfix', '--json')).json<{ incident: string; branch: string }>();
  expect(branch).toBe(`rewind/hotfix-${incident}-${good.slice(0, 12)}`);
  expect((await repository.ok('decide')).stdout).toMatch(/Fix forward: 1 commit[^]*\$ rewind hotfix --snapshot \d{8}T/);
});

test('the hotfix after a rollback that was undone begins at the good commit, not at the one that the undo brought back', async () => {
  const rolled = await repository.digestOf('plan');
  await repository.ok('rollback', '--digest', rolled, '--out', '.rewind/out');
  expect(readFileSync(join(repository.root, '.rewind/out/report.html'), 'utf8')).toMatch(/Ada \(On-call, until \d{4}-/);
  await repository.ok('rollback', '--digest', await repository.digestOf('undo', rolled));
  const { commit, branch } = (await repository.ok('hotfix', '--json')).json<{ commit: string; branch: string }>();
  expect([commit, branch]).toEqual([good, expect.stringMatching(new RegExp(`-${good.slice(0, 12)}$`))]);
});
