import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { downloadArtifact } from '../../src/services/github/artifact-download.js';
import { artifactsOfRun, listArtifacts, readArtifacts } from '../../src/services/github/artifacts.js';
import { createGitHub } from '../../src/services/github/client.js';
import { upsertComment } from '../../src/services/github/comments.js';
import { recordLive } from '../../src/services/github/deployments.js';
import { readApprovals, readEnvironment } from '../../src/services/github/environment.js';
import { readStarters } from '../../src/services/github/run-origin.js';
import { pullsBetween } from '../../src/services/github/pulls.js';
import { Description, type Asked, type Found } from '../sandbox/github/openapi.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { testContext } from '../support/context.js';

/**
 * Our double of GitHub's REST API against GitHub's own description of it: each answer must be of a status that is
 * described, with every field that the description requires, of the right type, and none that it does not name; each
 * request must be one that it allows. What the description does not say, or says wrong, is listed here by name.
 */
const ZIP = Buffer.from('PK\u0003\u0004 the bytes of an archive');

/** Errors that GitHub answers with (its guides and its practice say so) and its description leaves out. */
const UNNAMED = [
  'actions/create-workflow-dispatch 404',
  'actions/create-workflow-dispatch 422',
  'actions/download-artifact 404',
  'actions/get-artifact 404',
  'actions/get-reviews-for-run 404',
  'actions/get-workflow-run 404',
  'actions/list-workflow-run-artifacts 404',
  'actions/list-workflow-runs 404',
  'issues/update-comment 404',
  'repos/create-commit-status 422',
  'repos/create-deployment-status 404',
  'repos/get-environment 404',
  'repos/list-commit-statuses-for-ref 404',
  'repos/list-deployment-branch-policies 404',
  'repos/list-pull-requests-associated-with-commit 422',
];
/** Fields that GitHub sends and its description leaves out. */
const UNDESCRIBED = ['repos/get-environment 200 .can_admins_bypass', 'every 422 .errors', 'every 422 .status'];

interface Exchange {
  readonly found: Found;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

let hub: GitHubSandbox;
let github: Description;
const exchanges: Exchange[] = [];
const unnamed = new Set<string>();
const undescribed = new Set<string>();

beforeAll(() => {
  github = new Description();
}, 30_000);
beforeEach(async () => {
  hub = await new GitHubSandbox().start();
});
afterEach(() => hub.stop());

interface Options {
  readonly body?: unknown;
  readonly token?: string;
}

/** Sends a request below the repository, and holds it and its answer against the description. */
async function call(method: string, path: string, options: Options = {}): Promise<Exchange> {
  const url = new URL(`${hub.url}/repos/acme/shop${path}`);
  const { body, token = hub.token } = options;
  const asked: Asked = { method, path: decodeURIComponent(url.pathname), query: url.searchParams, body };
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const found = github.find(asked);
  if (!found) throw new Error(`${method} ${path} is not described`);
  const { status, headers } = answer;
  const exchange: Exchange = { found, status, headers, body: text === '' ? undefined : JSON.parse(text) };
  exchanges.push(exchange);
  judge(asked, exchange);
  return exchange;
}

function judge(asked: Asked, { found, status, headers, body }: Exchange): void {
  // What is refused as invalid need not be valid.
  if (status !== 422) expect(github.requestProblems(asked)).toEqual([]);
  expect(github.answerProblems(found, status, body)).toEqual([]);
  // Any operation may refuse a token: described at one place for all, in the guides.
  if (!github.names(found, status) && ![401, 403].includes(status)) unnamed.add(`${found.id} ${status}`);
  const schema = github.schemaOf(found, status);
  for (const field of schema ? github.undescribed(schema, body) : []) {
    undescribed.add(`${status === 422 ? 'every 422' : `${found.id} ${status}`} ${field}`);
  }
  // A token is refused before GitHub looks what was asked for.
  const page = status === 401 ? 'https://docs.github.com/rest' : found.docs;
  if (status >= 400) expect(body).toMatchObject({ documentation_url: page, status: String(status) });
  expect(headers.get('x-github-request-id')).toMatch(/^[0-9A-F-]{18}$/);
  expect(Number(headers.get('x-ratelimit-remaining'))).toBe(hub.rateLimit - hub.rateUsed);
}

/** The answer with most in it, of each operation and status. */
function richest(): Iterable<Exchange> {
  const size = ({ body }: Exchange): number => JSON.stringify(body ?? null).length;
  const sorted = [...exchanges].sort((a, b) => size(a) - size(b));
  return new Map(sorted.map((exchange) => [`${exchange.found.id} ${exchange.status}`, exchange])).values();
}

type Case = readonly [what: string, status: number, method: string, path: (hub: GitHubSandbox) => string, body?: Body];
type Body = Record<string, unknown> | ((hub: GitHubSandbox) => Record<string, unknown>);
const bodyOf = (body: Body | undefined): Record<string, unknown> | undefined =>
  typeof body === 'function' ? body(hub) : body;
const AUTHOR = { name: 'rewind', email: 'rewind@example.com', date: '2026-11-26T10:00:00Z' };
const get = (what: string, path: (hub: GitHubSandbox) => string, status = 200): Case => [what, status, 'GET', path];

/** A repository with one of everything. */
function furnish(): void {
  hub.addEnvironment({
    name: 'production',
    reviewers: ['alice', 'team/ops'],
    preventSelfReview: true,
    waitMinutes: 5,
    branches: ['main', 'release/*'],
    adminsBypass: false,
  });
  hub.rules.push({ prefix: 'release/', type: 'creation' }, { prefix: 'release/', type: 'pull_request' });
  hub.addEnvironment({ name: 'open' });
  hub.addEnvironment({ name: 'eu/live', branches: 'protected' });
  hub.addWorkflow('.github/workflows/never.yml');
  hub.addRun({ id: 1 });
  hub.addRun({ id: 2, status: 'in_progress', attempt: 2, branch: null, triggeringActor: 'bob' });
  hub.addRun({ id: 4, status: 'waiting', calls: ['OWNER/rewind/.github/workflows/rollback.yml@v1'] });
  hub.addRun({ id: 3, fork: 'mallory/shop', conclusion: 'failure', event: 'pull_request', sha: 'f'.repeat(40) });
  hub.approve(1, 'bob', 'production', { comment: 'Go' });
  hub.approve(1, 'team-lead', 'production', { state: 'rejected' });
  hub.addArtifact({ name: 'snapshot', zip: ZIP, run: 1 });
  hub.addArtifact({ name: 'foreign', zip: ZIP, run: 3, digest: null });
  hub.addArtifact({ name: 'gone', zip: ZIP, run: 1, expired: true });
  hub.addDeployment({ state: 'success', description: 'first' });
  hub.addDeployment({ environment: 'preview', transient: true, payload: 'text' });
  hub.addIssue({ title: 'Incident', labels: ['incident'], assignees: ['alice'], state: 'closed' });
  hub.addPull({ title: 'Open', labels: ['bug'], assignees: ['bob'], body: 'Why', draft: true, branch: 'feature/open' });
  hub.addPull({ title: 'From a fork', fork: 'mallory/shop', author: 'mallory' });
  hub.addPull({ title: 'Merged', mergeSha: hub.addCommit({ message: 'Merge' }).sha });
  hub.addComment(1, 'A comment');
  // Numbers 5 … 7; the last one is a sub-issue of the first.
  const parts = ['Part', 'Parent', 'Child'].map((title) => hub.addIssue({ title }));
  hub.subIssues.set(1, [parts[2]?.id ?? 0]);
  hub.addCommit({ message: 'Begin', branch: 'rewind/ready', files: { 'a.md': 'text' } });
  for (const source of ['code-scanning', 'dependabot', 'secret-scanning'] as const) {
    hub.addAlert(source);
    hub.addAlert(source, { open: false, severity: null });
  }
  hub.addCommitStatus({ sha: first(hub), state: 'failure', context: 'ci', targetUrl: 'https://example.test/run' });
}

const named = (name: string) => (at: GitHubSandbox) => at.artifacts.find((entry) => entry.name === name)?.id ?? 0;
const deployment = (at: GitHubSandbox): number => at.deployments[0]?.id ?? 0;
const comment = (at: GitHubSandbox): number => at.comments[0]?.id ?? 0;
const first = (at: GitHubSandbox): string => at.commits[0]?.sha ?? '';

const CASES: readonly Case[] = [
  get('repository', () => ''),
  get('protected environment', () => '/environments/production'),
  get('unprotected environment', () => '/environments/open'),
  get('environment with a slash', () => '/environments/eu%2Flive'),
  get('no such environment', () => '/environments/nope', 404),
  get('branch policies', () => '/environments/production/deployment-branch-policies?per_page=1&page=2'),
  get('no branch policies', () => '/environments/open/deployment-branch-policies'),
  get('branch policies of nothing', () => '/environments/nope/deployment-branch-policies', 404),
  get('artifacts', () => '/actions/artifacts?per_page=100&page=1'),
  get('artifacts of a name', () => '/actions/artifacts?name=snapshot'),
  get('artifact', (at) => `/actions/artifacts/${named('foreign')(at)}`),
  get('no such artifact', () => '/actions/artifacts/9', 404),
  get('download', (at) => `/actions/artifacts/${named('snapshot')(at)}/zip`, 302),
  get('download of an expired artifact', (at) => `/actions/artifacts/${named('gone')(at)}/zip`, 410),
  get('download of nothing', () => '/actions/artifacts/9/zip', 404),
  get('artifacts of a run', () => '/actions/runs/1/artifacts?direction=asc'),
  get('artifacts of no run', () => '/actions/runs/9/artifacts', 404),
  get('run', () => '/actions/runs/1'),
  get('second attempt', () => '/actions/runs/2'),
  get('run from a fork', () => '/actions/runs/3'),
  get('no such run', () => '/actions/runs/9', 404),
  get('approvals', () => '/actions/runs/1/approvals'),
  get('no approvals', () => '/actions/runs/2/approvals'),
  get('approvals of no run', () => '/actions/runs/9/approvals', 404),
  get('runs that wait for a reviewer', () => '/actions/runs?status=waiting&per_page=50'),
  get('what a person may do', () => '/collaborators/alice/permission'),
  get('runs of a workflow', () => '/actions/workflows/deploy.yml/runs?status=success&branch=main&per_page=1'),
  get('runs of an idle workflow', () => '/actions/workflows/never.yml/runs'),
  get('runs of no workflow', () => '/actions/workflows/nope.yml/runs', 404),
  get('runs of an event', () => '/actions/workflows/deploy.yml/runs?event=push&per_page=20'),
  ['start of a workflow', 204, 'POST', () => '/actions/workflows/deploy.yml/dispatches', { ref: 'main' }],
  [
    'start of a workflow with inputs',
    204,
    'POST',
    () => '/actions/workflows/deploy.yml/dispatches',
    { ref: 'main', inputs: { reason: 'bad', snapshot: 'latest' } },
  ],
  ['start on no branch', 422, 'POST', () => '/actions/workflows/deploy.yml/dispatches', { ref: 'nope' }],
  ['start without a branch', 422, 'POST', () => '/actions/workflows/deploy.yml/dispatches', {}],
  ['start of no workflow', 404, 'POST', () => '/actions/workflows/nope.yml/dispatches', { ref: 'main' }],
  get('deployments', (at) => `/deployments?environment=production&sha=${first(at)}&per_page=100`),
  get('all deployments', () => '/deployments'),
  ['new deployment', 201, 'POST', () => '/deployments', { ref: 'main' }],
  [
    'new deployment in full',
    201,
    'POST',
    () => '/deployments',
    {
      ref: 'main',
      environment: 'staging',
      auto_merge: false,
      required_contexts: [],
      payload: { snapshot: 'x' },
      description: 'by hand',
      production_environment: true,
    },
  ],
  ['deployment of an unknown ref', 422, 'POST', () => '/deployments', { ref: 'nope' }],
  ['deployment without a ref', 422, 'POST', () => '/deployments', { environment: 'production' }],
  ['deployment of a branch that lags', 202, 'POST', () => '/deployments', { ref: 'feature/open' }],
  get('statuses', (at) => `/deployments/${deployment(at)}/statuses?per_page=1`),
  get('statuses of nothing', () => '/deployments/9/statuses', 404),
  [
    'new status',
    201,
    'POST',
    (at) => `/deployments/${deployment(at)}/statuses`,
    {
      state: 'success',
      log_url: 'https://example.test/run',
      environment_url: 'https://shop.example.test',
      description: 'x'.repeat(140),
      auto_inactive: false,
    },
  ],
  ['status, short', 201, 'POST', (at) => `/deployments/${deployment(at)}/statuses`, { state: 'inactive' }],
  [
    'status with a novel',
    422,
    'POST',
    (at) => `/deployments/${deployment(at)}/statuses`,
    { state: 'success', description: 'x'.repeat(141) },
  ],
  ['status of an invented state', 422, 'POST', (at) => `/deployments/${deployment(at)}/statuses`, { state: 'done' }],
  ['status of nothing', 404, 'POST', () => '/deployments/9/statuses', { state: 'success' }],
  get('issue', () => '/issues/1'),
  get('pull request as an issue', () => '/issues/4'),
  get('issues of a label', () => '/issues?labels=incident&state=all'),
  ['close an issue', 200, 'PATCH', () => '/issues/1', { state: 'closed' }],
  get('no such issue', () => '/issues/9', 404),
  get('comments', () => '/issues/1/comments?since=2020-01-01T00%3A00%3A00Z'),
  get('comments of nothing', () => '/issues/9/comments', 404),
  ['new comment', 201, 'POST', () => '/issues/2/comments', { body: 'x'.repeat(65_536) }],
  ['comment that is too long', 422, 'POST', () => '/issues/2/comments', { body: 'x'.repeat(65_537) }],
  ['empty comment', 422, 'POST', () => '/issues/2/comments', { body: '' }],
  ['comment to nothing', 404, 'POST', () => '/issues/9/comments', { body: 'x' }],
  ['changed comment', 200, 'PATCH', (at) => `/issues/comments/${comment(at)}`, { body: 'new' }],
  ['changed into too long', 422, 'PATCH', (at) => `/issues/comments/${comment(at)}`, { body: 'x'.repeat(65_537) }],
  ['change of nothing', 404, 'PATCH', () => '/issues/comments/9', { body: 'new' }],
  [
    'new issue',
    201,
    'POST',
    () => '/issues',
    { title: 'Rolled back', body: 'b', labels: ['incident'], assignees: ['bob'] },
  ],
  ['issue without a title', 422, 'POST', () => '/issues', { title: ' ' }],
  ['edit an issue', 200, 'PATCH', () => '/issues/1', { body: 'new' }],
  get('sub-issues', () => '/issues/1/sub_issues?per_page=100&page=1'),
  get('sub-issues of nothing', () => '/issues/9/sub_issues', 404),
  ['new sub-issue', 201, 'POST', () => '/issues/1/sub_issues', (at) => ({ sub_issue_id: at.issues[1]?.id })],
  ['sub-issue of another one', 422, 'POST', () => '/issues/5/sub_issues', (at) => ({ sub_issue_id: at.issues[3]?.id })],
  ['sub-issue that does not exist', 404, 'POST', () => '/issues/1/sub_issues', { sub_issue_id: 1 }],
  get('parent of a sub-issue', (at) => `/issues/${at.issues[3]?.number ?? 0}/parent`),
  get('parent of none', () => '/issues/1/parent', 404),
  get('file', () => '/contents/a.md?ref=rewind%2Fready'),
  get('no such file', () => '/contents/b.md?ref=main', 404),
  ['new file', 201, 'PUT', () => '/contents/c.md', { message: 'm', content: 'eA==', branch: 'rewind/ready' }],
  ['file that exists', 422, 'PUT', () => '/contents/a.md', { message: 'm', content: 'eA==', branch: 'rewind/ready' }],
  get('commit with its files', (at) => `/commits/${at.branches.get('rewind/ready') ?? ''}`),
  get('rules of a branch', () => '/rules/branches/release%2F1?per_page=100'),
  get('rules of a branch without any', () => '/rules/branches/main'),
  get('branches that begin so', () => '/git/matching-refs/heads/feature/'),
  get('branch', () => '/git/ref/heads/feature/open'),
  get('no such branch', () => '/git/ref/heads/nope', 404),
  ['new branch', 201, 'POST', () => '/git/refs', (at) => ({ ref: 'refs/heads/rewind/hotfix-1', sha: first(at) })],
  ['branch that exists', 422, 'POST', () => '/git/refs', (at) => ({ ref: 'refs/heads/main', sha: first(at) })],
  get('commit', (at) => `/git/commits/${first(at)}`),
  get('no such commit', () => `/git/commits/${'e'.repeat(40)}`, 404),
  [
    'new commit',
    201,
    'POST',
    () => '/git/commits',
    (at) => ({ message: 'm', tree: at.treeOf(first(at)), parents: [first(at)], author: AUTHOR, committer: AUTHOR }),
  ],
  ['commit of no tree', 422, 'POST', () => '/git/commits', { message: 'm', tree: 'e'.repeat(40), author: AUTHOR }],
  get('pull requests of a branch', () => '/pulls?state=all&head=acme%3Afeature%2Fopen&per_page=100&page=1'),
  [
    'new draft',
    201,
    'POST',
    () => '/pulls',
    { title: 'Hotfix', head: 'rewind/ready', base: 'main', body: 'b', draft: true },
  ],
  ['pull request that exists', 422, 'POST', () => '/pulls', { title: 'x', head: 'feature/open', base: 'main' }],
  ['pull request without a commit', 422, 'POST', () => '/pulls', { title: 'x', head: 'main', base: 'main' }],
  get('comments of the repository', () => '/issues/comments?since=2020-01-01T00:00:00Z'),
  get('comparison', (at) => `/compare/${first(at)}...main`),
  get('comparison, diverged', () => '/compare/main...feature/open?per_page=10&page=1'),
  get('comparison backwards', (at) => `/compare/main...${first(at)}`),
  get('comparison with nothing', (at) => `/compare/${first(at)}...nope`, 404),
  get('pull requests of a merge', () => '/commits/main/pulls'),
  get('pull requests of an open commit', (at) => `/commits/${at.pulls[1]?.commits[0] ?? ''}/pulls`),
  get('pull requests of nothing', () => `/commits/${'e'.repeat(40)}/pulls`, 422),
  get('statuses of a commit', (at) => `/commits/${first(at)}/statuses?per_page=100&page=1`),
  get('statuses of no commit', () => `/commits/${'e'.repeat(40)}/statuses`, 404),
  ['new commit status', 201, 'POST', (at) => `/statuses/${first(at)}`, { state: 'success' }],
  [
    'new commit status in full',
    201,
    'POST',
    (at) => `/statuses/${first(at)}`,
    { state: 'failure', context: 'rewind/quarantine', description: 'x'.repeat(140), target_url: 'https://x.test/run' },
  ],
  [
    'commit status with a novel',
    422,
    'POST',
    (at) => `/statuses/${first(at)}`,
    { state: 'failure', description: 'x'.repeat(141) },
  ],
  ['commit status of an invented state', 422, 'POST', (at) => `/statuses/${first(at)}`, { state: 'done' }],
  ['commit status of no commit', 422, 'POST', () => `/statuses/${'e'.repeat(40)}`, { state: 'success' }],
  get('code scanning alerts', () => '/code-scanning/alerts?state=open&sort=created&direction=desc&per_page=100'),
  get('dependabot alerts', () => '/dependabot/alerts?state=open&sort=created&direction=desc&per_page=100'),
  get('secret alerts', () => '/secret-scanning/alerts?state=open&sort=created&direction=desc&hide_secret=true'),
  get('secret alerts with their secrets', () => '/secret-scanning/alerts'),
  get('open pull request', () => '/pulls/2'),
  get('pull request from a fork', () => '/pulls/3'),
  get('merged pull request', () => '/pulls/4'),
  get('no such pull request', () => '/pulls/9', 404),
];

describe('each answer is as GitHub describes it', () => {
  beforeEach(furnish);

  test.each(CASES.map(([what, status, ...rest]) => [what, status, rest] as const))(
    '%s: %i',
    async (_, status, rest) => {
      const [method, path, body] = rest;
      const exchange = await call(method, path(hub), { body: bodyOf(body) });
      expect(exchange.status).toBe(status);
    },
  );

  const operations = (): Map<string, Case> =>
    new Map(
      CASES.filter(([, status]) => status < 400).map((entry) => {
        const [, , method, path] = entry;
        const asked = { method, path: decodeURIComponent(new URL(`http://x/repos/acme/shop${path(hub)}`).pathname) };
        return [github.find(asked)?.id ?? '', entry];
      }),
    );

  test('a wrong token is refused by all', async () => {
    for (const [, [, , method, path, body]] of operations()) {
      const { status, body: said } = await call(method, path(hub), { body: bodyOf(body), token: 'wrong' });
      expect([status, said]).toMatchObject([401, { message: 'Bad credentials' }]);
    }
  });

  test('a token without permissions may read the metadata of the repository, nothing else', async () => {
    hub.permissions.clear();
    const allowed: string[] = [];
    for (const [id, [, , method, path, body]] of operations()) {
      const { status, body: said } = await call(method, path(hub), { body: bodyOf(body) });
      if (status === 200) allowed.push(id);
      else expect([status, said]).toMatchObject([403, { message: 'Resource not accessible by integration' }]);
    }
    expect(allowed.sort()).toEqual(['repos/get', 'repos/get-branch-rules', 'repos/get-collaborator-permission-level']);
    expect(hub.writes).toBe(0);
  });

  test('what the description does not name is what we know of, and no more', () => {
    expect([...unnamed].sort()).toEqual(UNNAMED);
    expect([...undescribed].sort()).toEqual([...UNDESCRIBED].sort());
    expect(new Set(exchanges.map(({ found }) => found.id)).size).toBe(47);
  });
});

describe('the comparison sees mistakes', () => {
  beforeEach(furnish);

  test('a field that is missing from an answer', async () => {
    const { found, body } = await call('GET', '/actions/runs/1');
    const broken = { ...(body as object), head_sha: undefined };
    expect(github.answerProblems(found, 200, broken)).toEqual([
      "actions/get-workflow-run 200: must have required property 'head_sha'",
    ]);
  });

  test('every field that is required, taken from any answer of above', () => {
    let taken = 0;
    for (const { found, status, body } of richest()) {
      for (const { at, value } of github.mutants(github.schemaOf(found, status) ?? {}, body)) {
        taken += 1;
        if (github.answerProblems(found, status, value).length === 0)
          throw new Error(`${found.id} does not need ${at}`);
      }
    }
    expect(taken).toBeGreaterThan(1500);
  });

  test('a field of the wrong type, and one that does not exist', async () => {
    const { found, body } = await call('GET', '/actions/artifacts');
    const list = body as { artifacts: object[] };
    const wrong = { ...list, artifacts: [{ ...list.artifacts[0], id: 'seven', size: 1 }] };
    expect(github.answerProblems(found, 200, wrong)).toEqual([
      'actions/list-artifacts-for-repo 200/artifacts/0/id: must be integer',
    ]);
    expect(github.undescribed(github.schemaOf(found, 200) ?? {}, wrong)).toEqual(['.artifacts[].size']);
  });

  test.each<[string, Asked]>([
    ['no ref', { method: 'POST', path: '/repos/a/b/deployments', body: {} }],
    ['an unknown state', { method: 'POST', path: '/repos/a/b/deployments/1/statuses', body: { state: 'done' } }],
    ['an unknown field', { method: 'POST', path: '/repos/a/b/deployments', body: { ref: 'main', branch: 'main' } }],
    ['no text', { method: 'PATCH', path: '/repos/a/b/issues/comments/1', body: {} }],
    ['an unknown filter', { method: 'GET', path: '/repos/a/b/deployments', query: new URLSearchParams('branch=main') }],
    ['no number', { method: 'GET', path: '/repos/a/b/actions/runs/latest' }],
    [
      'a page that is no number',
      { method: 'GET', path: '/repos/a/b/deployments', query: new URLSearchParams('page=x') },
    ],
    ['an address that does not exist', { method: 'GET', path: '/repos/a/b/rollbacks' }],
  ])('a request with %s', (_, asked) => {
    expect(github.requestProblems(asked)).toHaveLength(1);
  });
});

describe('it behaves as the guides of GitHub say', () => {
  const tell = (id: number, body: object): Promise<Exchange> => call('POST', `/deployments/${id}/statuses`, { body });
  const states = (): unknown[] => hub.deployments.map(({ statuses }) => statuses.at(-1)?.state);

  test('auto_inactive: prior deployments of the environment, unless production or transient', async () => {
    const live = { environment: 'staging', state: 'success' } as const;
    hub.addDeployment(live);
    hub.addDeployment({ ...live, transient: true });
    hub.addDeployment({ ...live, state: 'failure' });
    hub.addDeployment({ ...live, environment: 'other' });
    const { id } = hub.addDeployment({ environment: 'staging' });
    hub.addDeployment(live);
    await tell(id, { state: 'in_progress' });
    expect(states()).toEqual(['success', 'success', 'failure', 'success', 'in_progress', 'success']);
    await tell(id, { state: 'success' });
    expect(states()).toEqual(['inactive', 'success', 'failure', 'success', 'success', 'success']);
  });

  test('auto_inactive leaves production alone, and everything when it is off', async () => {
    hub.addDeployment({ state: 'success' });
    await tell(hub.addDeployment().id, { state: 'success' });
    hub.addDeployment({ environment: 'staging', state: 'success' });
    await tell(hub.addDeployment({ environment: 'staging' }).id, { state: 'success', auto_inactive: false });
    expect(states()).toEqual(['success', 'success', 'success', 'success']);
  });

  test('a deployment of an older commit, and of one whose checks failed, needs to be asked for', async () => {
    const { sha } = hub.addCommit();
    hub.addCommit();
    const create = async (more: object): Promise<number> =>
      (await call('POST', '/deployments', { body: { ref: sha, ...more } })).status;
    expect(await create({})).toBe(409);
    hub.failingContexts.set(sha, ['ci']);
    expect(await create({ auto_merge: false })).toBe(409);
    expect(await create({ auto_merge: false, required_contexts: ['other'] })).toBe(201);
    expect(hub.deployments).toMatchObject([{ sha, production: true }]);
    expect(hub.environments).toMatchObject([{ name: 'production', reviewers: [] }]);
  });

  test('lists are followed by their links', async () => {
    for (let index = 0; index < 7; index += 1) hub.addArtifact({ name: `a${index}`, zip: ZIP, run: 1 });
    const names: string[] = [];
    let next: string | undefined = `${hub.url}/repos/acme/shop/actions/artifacts?per_page=3`;
    while (next !== undefined) {
      const answer: Response = await fetch(next, { headers: { authorization: `Bearer ${hub.token}` } });
      const page = (await answer.json()) as { total_count: number; artifacts: { name: string }[] };
      expect(page.total_count).toBe(7);
      names.push(...page.artifacts.map(({ name }) => name));
      next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(names).toEqual(['a6', 'a5', 'a4', 'a3', 'a2', 'a1', 'a0']);
  });

  test('a comment in a pull request needs one of two permissions, in an issue the one', async () => {
    const [issue, pull] = [hub.addIssue({ title: 'i' }), hub.addPull({ title: 'p' })];
    hub.permissions = new Set(['pull-requests:write']);
    const comment = async ({ number }: { number: number }): Promise<number> =>
      (await call('POST', `/issues/${number}/comments`, { body: { body: 'x' } })).status;
    expect([await comment(pull), await comment(issue)]).toEqual([201, 403]);
    hub.permissions = new Set(['issues:write']);
    expect([await comment(pull), await comment(issue)]).toEqual([201, 201]);
    hub.hasIssues = false;
    expect([await comment(pull), await comment(issue)]).toEqual([201, 410]);
  });

  test('what is public is readable without permissions, but for downloads', async () => {
    const { id } = hub.addArtifact({ name: 'a', zip: ZIP });
    hub.visibility = 'public';
    hub.permissions.clear();
    expect((await call('GET', '/actions/artifacts')).status).toBe(200);
    expect((await call('GET', `/actions/artifacts/${id}/zip`)).status).toBe(403);
    expect((await call('POST', '/issues', { body: { title: 'x' } })).status).toBe(403);
  });

  test('an hour has its number of requests', async () => {
    hub.rateLimit = 1;
    expect((await call('GET', '')).status).toBe(200);
    const answer = await fetch(`${hub.url}/repos/acme/shop`, { headers: { authorization: `token ${hub.token}` } });
    expect([answer.status, answer.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
  });

  test('without a token a private repository does not exist, nor does another one', async () => {
    const at = async (path: string, headers = {}): Promise<number> =>
      (await fetch(`${hub.url}${path}`, { headers })).status;
    const authorization = `Bearer ${hub.token}`;
    expect(await at('/repos/acme/shop')).toBe(404);
    expect(await at('/repos/acme/other', { authorization })).toBe(404);
    expect(await at('/repos/ACME/Shop', { authorization })).toBe(200);
  });
});

describe('artifacts', () => {
  const upload = (query: string, body: Uint8Array<ArrayBuffer> = new Uint8Array(ZIP)): Promise<Response> =>
    fetch(`${hub.url}/_upload?${query}`, { method: 'POST', body });
  const signed = async (id: number): Promise<string> =>
    (await call('GET', `/actions/artifacts/${id}/zip`)).headers.get('location') ?? '';

  test('go up once, and come down through a signed address that wants no token', async () => {
    const answer = await upload('name=snapshot&run_id=7&retention_days=5');
    expect(answer.status).toBe(201);
    const [artifact] = hub.artifacts;
    expect(artifact).toMatchObject({
      name: 'snapshot',
      runId: 7,
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    const address = await signed(artifact?.id ?? 0);
    expect((await fetch(address, { headers: { authorization: `Bearer ${hub.token}` } })).status).toBe(400);
    expect((await fetch(address.replace(/sig=\w/, 'sig=_'))).status).toBe(403);
    expect(Buffer.from(await (await fetch(address)).arrayBuffer())).toEqual(ZIP);
    const part = await fetch(address, { headers: { range: 'bytes=2-5' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 2-5/${ZIP.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(ZIP.subarray(2, 6));
  });

  test('signed addresses and artifacts come to their end', async () => {
    let now = Date.parse('2026-11-23T12:00:00Z');
    const other = await new GitHubSandbox({ now: () => now }).start();
    await hub.stop();
    hub = other;
    const { id } = hub.addArtifact({ name: 'a', zip: ZIP, retentionDays: 1 });
    const address = await signed(id);
    now += 61_000;
    expect((await fetch(address)).status).toBe(403);
    now += 86_400_000;
    expect((await call('GET', `/actions/artifacts/${id}/zip`)).status).toBe(410);
    expect((await call('GET', `/actions/artifacts/${id}`)).body).toMatchObject({ expired: true });
  });

  test('a name is used once in a run, unless it is to be overwritten', async () => {
    const statuses: number[] = [];
    for (const query of ['run_id=1', 'run_id=1', 'run_id=2', 'run_id=1&overwrite=true']) {
      statuses.push((await upload(`name=plan&${query}`)).status);
    }
    expect(statuses).toEqual([201, 409, 201, 201]);
    expect(hub.artifacts.map(({ runId }) => runId)).toEqual([2, 1]);
    expect((await upload('name=a%2Fb&run_id=1')).status).toBe(400);
    expect((await upload('name=text&run_id=1', new TextEncoder().encode('no archive'))).status).toBe(400);
  });

  test('are found within their run by name and by pattern', async () => {
    for (const query of ['name=plan-1', 'name=plan-2', 'name=report']) await upload(`${query}&run_id=1`);
    await upload('name=plan-3&run_id=2');
    const find = async (query: string): Promise<string[]> => {
      const answer = await fetch(`${hub.url}/_artifacts?run_id=1${query}`);
      const { artifacts } = (await answer.json()) as { artifacts: { name: string; url: string }[] };
      for (const { url } of artifacts) expect((await fetch(url)).status).toBe(200);
      return artifacts.map(({ name }) => name);
    };
    expect(await find('')).toEqual(['plan-1', 'plan-2', 'report']);
    expect(await find('&pattern=plan-*')).toEqual(['plan-1', 'plan-2']);
    const one = await fetch(`${hub.url}/_artifacts?run_id=1&name=report`);
    expect(Buffer.from(await one.arrayBuffer())).toEqual(ZIP);
    expect((await fetch(`${hub.url}/_artifacts?run_id=1&name=plan-3`)).status).toBe(404);
  });

  test('what is no JSON is refused by the API, and nothing but a zip by the upload', async () => {
    const headers = { authorization: `Bearer ${hub.token}` };
    const answer = await fetch(`${hub.url}/repos/acme/shop/issues`, { method: 'POST', headers, body: '{' });
    expect([answer.status, await answer.json()]).toMatchObject([400, { message: 'Problems parsing JSON' }]);
  });
});

test('Rewind sends what GitHub describes, and understands what it answers', async () => {
  furnish();
  const { sha } = hub.commits[0] ?? { sha: '' };
  const env = { GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token, GITHUB_REPOSITORY: 'acme/shop' };
  const ctx = testContext({ env });
  const rewind = createGitHub(ctx);
  expect(await readEnvironment(rewind, 'production')).toEqual({
    name: 'production',
    reviewers: 2,
    preventSelfReview: true,
    adminsBypass: false,
    openTo: [],
    waitMinutes: 5,
  });
  expect(await readEnvironment(rewind, 'nope')).toBeNull();
  expect(await readApprovals(rewind, 1, 'production')).toEqual([
    { login: 'bob', userId: expect.any(Number), comment: 'Go' },
  ]);
  expect(await readStarters(rewind, 1)).toEqual([expect.any(Number), expect.any(Number)]);
  const artifacts = (await listArtifacts(rewind, 100)) ?? [];
  expect(await listArtifacts(rewind, 2)).toBeNull();
  expect((await readArtifacts(rewind, 1, 'gone')).artifacts.map(({ name }) => name)).toEqual(['gone']);
  expect((await artifactsOfRun(rewind, 3)).map(({ name }) => name)).toEqual(['foreign']);
  expect(artifacts.map(({ name, ownRepository }) => [name, ownRepository])).toEqual([
    ['gone', true],
    ['foreign', false],
    ['snapshot', true],
  ]);
  const [gone, , snapshot] = artifacts;
  if (!gone || !snapshot) throw new Error('no artifacts');
  await downloadArtifact(ctx, rewind, snapshot, join(ctx.scratch, 'a.zip'));
  expect(readFileSync(join(ctx.scratch, 'a.zip'))).toEqual(ZIP);
  await expect(downloadArtifact(ctx, rewind, gone, join(ctx.scratch, 'b.zip'))).rejects.toMatchObject({
    code: 'snapshot-expired',
  });
  const older = hub.deployments[0]?.id;
  const { sha: target } = hub.addCommit();
  hub.addCommit();
  expect(
    await recordLive(
      rewind,
      { environment: 'production', project: null, isShared: false },
      target,
      'https://example.test/run',
      'Rolled back',
    ),
  ).toMatchObject({
    created: true,
    inactive: [older],
  });
  for (const text of ['first', 'second']) await upsertComment(rewind, 2, 'plan', text, 'issues: write');
  expect(hub.comments.filter(({ issue }) => issue === 2)).toHaveLength(1);
  expect((await pullsBetween(rewind, sha, 'main')).pulls.map(({ title }) => title)).toEqual(['Merged']);
  const asked = hub.requests.filter(({ path }) => path.startsWith('/repos/'));
  expect(asked.flatMap((request) => github.requestProblems(request))).toEqual([]);
  expect(new Set(asked.map((request) => github.find(request)?.id)).size).toBe(16);
});
