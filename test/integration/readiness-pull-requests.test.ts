import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { emptySnapshotZip } from '../support/artifact-zip.js';
import { HOSTILE, injected, markdownFaults, terminalFaults } from '../support/hostile.js';
import type { ProgramResult } from '../support/program.js';
import { runWarm } from '../support/program-host.js';
import { BAD, BASE, CONFIG, FLAGS, GOOD, type PullRequest } from '../support/readiness/pull-requests.js';

const DAY = 86_400_000;
let main: string;

function git(cwd: string, ...args: string[]): void {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@shop.test', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd, stdio: 'pipe' });
}

function write(root: string, files: PullRequest['files']): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    if (content === null) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
}

beforeAll(() => {
  main = mkdtempSync(join(tmpdir(), 'rewind-main-'));
  write(main, BASE);
  git(main, 'init', '-q', '-b', 'main');
  git(main, 'add', '-A');
  git(main, 'commit', '-qm', 'main');
});
afterAll(() => rmSync(main, { recursive: true, force: true }));

const capturedFlags = (capturedAt: string) => ({
  id: 'flags',
  provider: 'vercel-flags',
  capturedAt,
  durationMs: 1,
  state: {
    schemaVersion: 1,
    project: 'prj_1',
    flags: Object.entries(FLAGS).map(([slug, active]) => ({
      slug,
      tags: [],
      state: 'active',
      variants: 'f',
      environments: { production: { active, rules: 0, targeting: 'f', experiment: false } },
    })),
  },
  payloads: [],
});

/** GitHub as it is where everything is set up well, but for one thing. */
async function startGitHub(wrong: PullRequest['github']): Promise<GitHubSandbox> {
  const hub = new GitHubSandbox();
  await hub.start();
  if (wrong !== 'environment-missing') {
    hub.addEnvironment({
      name: 'production',
      reviewers: wrong === 'environment-unprotected' ? [] : ['bob'],
      preventSelfReview: true,
      branches: 'protected',
      adminsBypass: false,
    });
  }
  if (wrong !== 'snapshot-none') {
    const at = new Date(Date.now() - (wrong === 'snapshot-stale' ? 8 : 1) * DAY);
    const id = `${at.toISOString().replace(/[-:]|\.\d+/g, '')}-abcdef`;
    const createdAt = at.toISOString();
    const resources = wrong === 'snapshot-without-flags' ? [] : [capturedFlags(createdAt)];
    const zip = emptySnapshotZip(id, createdAt, 'pre-deploy', resources);
    hub.addArtifact({ name: `rewind-snapshot-production-${id}`, zip, createdAt });
  }
  if (wrong !== 'drill-none') {
    const days = wrong === 'drill-stale' ? 101 : 10;
    hub.addRun({
      path: '.github/workflows/rewind-drill.yml',
      createdAt: new Date(Date.now() - days * DAY).toISOString(),
    });
  }
  return hub;
}

interface Judged {
  readonly result: ProgramResult;
  readonly findings: readonly { readonly level: string; readonly code: string; readonly where: string }[];
  readonly hub: GitHubSandbox;
}

const LEVEL: Readonly<Record<string, string>> = { '❌': 'error', '⚠️': 'warning', ℹ️: 'info' };

/** What a person reads: the table of the summary. */
function findingsIn(summary: string): Judged['findings'] {
  return [...summary.matchAll(/^\| (❌|⚠️|ℹ️) ([\w-]+) \| ([^|]*) \|/gmu)].map(
    ([, icon = '', code = '', where = '']) => ({
      level: LEVEL[icon] ?? icon,
      code,
      where,
    }),
  );
}

async function judge(pull: PullRequest): Promise<Judged> {
  const root = mkdtempSync(join(tmpdir(), 'rewind-pull-'));
  const hub = await startGitHub(pull.github);
  try {
    cpSync(main, root, { recursive: true });
    if (pull.introduces === true) {
      rmSync(join(root, CONFIG));
      git(root, 'commit', '-qam', 'not yet');
    }
    git(root, 'checkout', '-qb', 'change');
    write(root, pull.files);
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', pull.title);
    const { number } = hub.addPull({
      title: pull.title,
      labels: [...(pull.labels ?? [])],
      body: pull.description ?? null,
    });
    const event = join(root, '.git', 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { number } }));
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '77',
      GITHUB_EVENT_PATH: event,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_WORKSPACE: root,
      GITHUB_API_URL: hub.url,
      GITHUB_TOKEN: hub.token,
      GITHUB_STEP_SUMMARY: join(root, '.git', 'summary.md'),
      GITHUB_OUTPUT: join(root, '.git', 'output'),
      INPUT_COMMAND: 'readiness',
      INPUT_BASE: 'main',
    };
    writeFileSync(env.GITHUB_STEP_SUMMARY, '');
    writeFileSync(env.GITHUB_OUTPUT, '');
    const result = await runWarm([], { cwd: root, env });
    if (result.status === 1) throw new Error(`readiness failed:\n${result.stdout}\n${result.stderr}`);
    return { result, findings: findingsIn(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')), hub };
  } finally {
    await hub.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

const errorsOf = ({ findings }: Judged): string[] =>
  findings.filter(({ level }) => level === 'error').map(({ code }) => code);

describe('a good pull request', () => {
  it.each(GOOD)('$title: passes', async (pull) => {
    const judged = await judge(pull);
    expect(errorsOf(judged)).toEqual([]);
    expect(judged.findings.map(({ code }) => code)).toEqual(expect.arrayContaining([...(pull.others ?? [])]));
    expect(judged.result.status).toBe(0);
    expect(judged.hub.comments).toHaveLength(1);
    expect(judged.hub.comments[0]?.body).toContain('Ready: what this pull request deploys can be rolled back.');
  });
});

describe('a bad pull request', () => {
  it.each(BAD)('$title: is caught', async (pull) => {
    const judged = await judge(pull);
    expect(errorsOf(judged).sort()).toEqual([...pull.errors].sort());
    expect(judged.findings.map(({ code }) => code)).toEqual(expect.arrayContaining([...(pull.others ?? [])]));
    expect(judged.result.status).toBe(3);
    expect(judged.hub.comments[0]?.body).toContain('Not ready');
    if (pull.at === undefined) return;
    expect(judged.findings).toContainEqual(expect.objectContaining({ code: pull.errors[0], where: pull.at }));
    const [file, line] = pull.at.split(':');
    expect(judged.result.stdout).toMatch(
      new RegExp(`^::error title=${pull.errors[0]},file=${file},line=${line}(,col=\\d+)?::`, 'm'),
    );
  });
});

test('text of a pull request is never a command to the runner', async () => {
  const judged = await judge({
    title: 'tries to speak to the runner',
    files: { [CONFIG]: `${BASE[CONFIG] ?? ''}"x\\n::add-mask::production\\n": 1\n` },
    errors: ['config-invalid'],
  });
  expect(errorsOf(judged)).toEqual(['config-invalid']);
  expect(judged.result.stdout).toContain('add-mask::production');
  expect(judged.result.stdout).not.toMatch(/^::add-mask::production/m);
});

test('hostile labels, descriptions and names of files are inert', async () => {
  const judged = await judge({
    title: 'tries to speak to the reader',
    files: { 'src/payments/@acme <b>OWNED | `x` ::error::OWNED.ts': 'export {};\n' },
    labels: ['flag:new-checkout', ...HOSTILE.map((text) => `flag:${text}`)],
    description: ['<!-- Rewind-Flag: banner -->', ...HOSTILE.map((text) => `Rewind-Flag: ${text}`)].join('\n'),
    errors: ['major-flag-missing'],
  });
  expect(new Set(errorsOf(judged))).toEqual(new Set(['major-flag-missing']));
  expect(judged.findings).toContainEqual(expect.objectContaining({ level: 'info', code: 'major-flag-off' }));
  await expect(markdownFaults(judged.hub.comments[0]?.body ?? '')).resolves.toEqual([]);
  expect(terminalFaults(judged.result.stdout)).toEqual([]);
  expect(injected(judged.result.stdout)).toEqual([]);
});

test('on a command line each finding is told once, with file and line', async () => {
  const root = mkdtempSync(join(tmpdir(), 'rewind-pull-'));
  try {
    cpSync(main, root, { recursive: true });
    const { files, at = '' } = BAD.find(({ title }) => title === 'has no down.sql') ?? { files: {} };
    git(root, 'checkout', '-qb', 'change');
    write(root, files);
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'next');
    const { status, stdout, stderr } = await runWarm(['readiness', '--base', 'main'], { cwd: root, env: {} });
    expect(status).toBe(3);
    expect(stdout).toContain(`error: [schema] ${at}: 20261120000000_next has no down.sql. (migration-down-missing)`);
    expect(stderr).toBe('');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('in a step without GITHUB_TOKEN the other questions are answered', async () => {
  const root = mkdtempSync(join(tmpdir(), 'rewind-pull-'));
  try {
    cpSync(main, root, { recursive: true });
    git(root, 'checkout', '-qb', 'change');
    write(root, (BAD.find(({ title }) => title === 'has no down.sql') ?? { files: {} }).files);
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'next');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '7' };
    const { status, stdout } = await runWarm(['readiness', '--base', 'main'], { cwd: root, env });
    expect(status).toBe(3);
    expect(stdout).toContain('(migration-down-missing)');
    expect(stdout).toContain(
      'warning: [environments] Check failed: The environment variable GITHUB_TOKEN is not set. (credential-missing)',
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
