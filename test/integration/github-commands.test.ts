import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Recorder } from '../../src/incident/record.js';
import type { RewindError } from '../../src/runtime/errors.js';
import { findPrograms } from '../../src/providers/postgres/programs.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { Project } from '../sandbox/vercel/model.js';
import { testContext } from '../support/context.js';
import { FROM_SOURCES, type ProgramOptions, type ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** Commands that speak to GitHub, as processes, as Actions starts them. */
let hub: GitHubSandbox;
let vercel: VercelSandbox;
let project: Project;
let repository: Repository;

beforeEach(async () => {
  hub = new GitHubSandbox();
  await hub.start();
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  vercel.release(project);
  vercel.release(project);
  repository = await makeRepository({
    sections: ['channels: []'],
    store: 'store',
    resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`],
    env: { VERCEL_API_URL: vercel.url, REWIND_IDENTITY: undefined },
  });
});
afterEach(async () => {
  await hub.stop();
  await vercel.stop();
  repository.remove();
});

interface Ran extends ProgramResult {
  readonly outputs: string;
  readonly summary: string;
}

async function action(
  command: string,
  env: Record<string, string> = {},
  more: Pick<ProgramOptions, 'command'> = {},
): Promise<Ran> {
  const files = {
    GITHUB_STEP_SUMMARY: join(repository.root, 'summary.md'),
    GITHUB_OUTPUT: join(repository.root, 'output'),
  };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const result = await repository.run([], {
    ...more,
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '77',
      GITHUB_ACTOR: 'alice',
      GITHUB_SHA: hub.head,
      GITHUB_WORKSPACE: repository.root,
      GITHUB_API_URL: hub.url,
      'INPUT_GITHUB-TOKEN': hub.token,
      REWIND_SECRETS: 'VERCEL_TOKEN=vercel-token-sandbox\nOTHER=another-secret-value',
      INPUT_COMMAND: command,
      ...files,
      ...env,
    },
  });
  return {
    ...result,
    outputs: readFileSync(files.GITHUB_OUTPUT, 'utf8'),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

describe('guard', () => {
  test('lets a deploy go ahead when nothing holds production; credentials may come in one secret', async () => {
    const ran = await action('guard');
    expect([ran.status, ran.stdout]).toEqual([0, expect.stringContaining('::add-mask::another-secret-value')]);
    expect(ran.outputs).toContain('free');
  });

  test('stops it while a rollback does', async () => {
    vercel.serve(project, [...vercel.deployments.values()][0] as never);
    project.autoAssignCustomDomains = false;
    project.lastAliasRequest = {
      type: 'rollback',
      jobStatus: 'succeeded',
      requestedAt: vercel.now(),
      fromDeploymentId: 'dpl_2',
      toDeploymentId: 'dpl_1',
    };
    const ran = await action('guard');
    expect(ran.status).toBe(3);
    expect(ran.summary).toContain('rolled back to dpl_1');
    expect(ran.summary).toContain('To unblock: deploy the fix');
  });

  test.each([
    ['the field is missing', /GET \/v9\/projects/, { id: 'prj_1', name: 'shop' }],
    [
      'assignment is off and no switch is on record',
      /GET \/v9\/projects/,
      { id: 'prj_1', name: 'shop', autoAssignCustomDomains: false },
    ],
  ])('fails closed when %s', async (_why, on, body) => {
    vercel.inject({ on, times: 9, with: { kind: 'answer', answer: { status: 200, body } } });
    const ran = await action('guard');
    expect(ran.status).toBe(3);
    expect(ran.outputs).toContain('held');
  });

  test('of a build whose event names no commit, it says nothing of the newest commit of the branch', async () => {
    const path = join(repository.root, 'event.json');
    const payload = { id: 'dpl_1', project: { id: project.id, name: 'shop' } };
    writeFileSync(path, JSON.stringify({ action: 'vercel.deployment.ready', client_payload: payload }));
    const ran = await action('guard', { GITHUB_EVENT_NAME: 'repository_dispatch', GITHUB_EVENT_PATH: path });
    expect([ran.status, ran.summary]).toEqual([0, expect.stringContaining('no commit was checked')]);
  });

  test.each([
    ['is empty', ''],
    ['is cut', '{"action":'],
  ])('an event whose file %s is named, and is no bug of Rewind', async (_, content) => {
    const path = join(repository.root, 'event.json');
    writeFileSync(path, content);
    const event = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path };
    // A process of its own: GitHub's package reads the event when it is loaded.
    const ran = await action('readiness', event, { command: FROM_SOURCES });
    expect([ran.status, ran.outputs]).toEqual([2, expect.stringContaining('input-invalid')]);
    expect(ran.stdout + ran.summary).toContain('(GITHUB_EVENT_PATH) is not JSON');
  });

  test('fails closed when Vercel cannot be asked', async () => {
    const ran = await action('guard', { REWIND_SECRETS: 'VERCEL_TOKEN=revoked-token-0000' });
    expect(ran.status).toBe(3);
    expect(ran.stdout).toContain('Not authorized. Replace VERCEL_TOKEN');
    expect(ran.stdout).not.toContain('To unblock: deploy the fix');
  });
});

describe('incident', () => {
  const records = (): string[] =>
    readdirSync(repository.root, { recursive: true, encoding: 'utf8' }).filter((file) => /\d{6}\.json$/.test(file));

  test('a text that the action does not take is refused, and the incident stays open', async () => {
    const opened = await action('incident open', { INPUT_TITLE: 'Checkout is down' });
    expect([opened.status, records().length]).toEqual([0, 1]);
    const id = /incident-id<<\S+\n(\S+)\n/.exec(opened.outputs)?.[1] ?? '?';
    const cause = { INPUT_TEXT: 'It was the cache.' };
    const closed = await action(`incident close ${id}`, { INPUT_REASON: 'done', ...cause });
    expect([closed.status, closed.stdout]).toEqual([2, expect.stringContaining('incident close takes no --text.')]);
    const shown = await action(`incident show ${id}`, { ...cause, INPUT_OBLIGATION: 'production-pinned:web' });
    expect([shown.status, shown.stdout]).toEqual([
      2,
      expect.stringContaining('incident show takes no --text, --obligation.'),
    ]);
    expect(shown.stdout).toContain(
      'Leave --text out: it belongs to "incident note". Leave --obligation out: it belongs to "incident discharge".',
    );
    expect(records().length).toBe(1);
  });

  test('the form of examples/incident.yml fills three inputs from one field: nothing of it is lost', async () => {
    const field = (text: string) => ({ INPUT_TITLE: text, INPUT_TEXT: text, INPUT_REASON: text });
    for (const [verb, text] of [
      ['open', 'Checkout is down'],
      ['note', 'It was the cache.'],
      ['close', 'Purged.'],
    ] as const) {
      const { status, stdout } = await action(`incident ${verb}`, field(text));
      expect([verb, status, stdout]).toEqual([verb, 0, expect.stringContaining('')]);
    }
    expect(records().length).toBe(3);
  });
});

describe('check', () => {
  test('names a job that holds more than it needs, and an environment that asks nobody', async () => {
    hub.addEnvironment({ name: 'production', branches: ['main'] });
    const ran = await action('check', { REWIND_IDENTITY: 'AGE-SECRET-KEY-1NONE' });
    expect(ran.status).toBe(3);
    for (const code of ['environment-unprotected', 'plan-environment-none', 'identity-outside-approval']) {
      expect(ran.stdout + ran.summary).toContain(code);
    }
  });
});

describe('a release capture', () => {
  test("names the snapshot on GitHub's Deployments page, once; without the permission it warns", async () => {
    const deployed = hub.addCommit({ message: 'a feature' }).sha;
    const known = hub.addDeployment({ sha: deployed, environment: 'Production', state: 'success' });
    const before = /\d{8}T\d{6}Z-[0-9a-f]{6}/.exec((await action('snapshot')).outputs)?.[0] ?? 'none';
    vercel.release(project, { meta: { githubCommitSha: deployed } });
    const release = { INPUT_REASON: 'release', INPUT_AFTER: before };
    hub.permissions = new Set(['contents:read']);
    const refused = await action('snapshot', release);
    expect([refused.status, refused.stdout]).toEqual([0, expect.stringContaining('deployments: write')]);
    hub.permissions = new Set(['deployments:write']);
    const taken = await action('snapshot', release);
    expect([taken.status, taken.outputs]).toEqual([0, expect.stringContaining('linked')]);
    const statuses = known.statuses.map(({ state, description }) => [state, description]);
    expect(statuses.slice(1)).toEqual([['success', `To undo this deploy: Rewind snapshot ${before}`]]);
    await action('snapshot', release);
    expect([known.statuses.length, hub.deployments.length]).toEqual([2, 1]);
  });

  test('of a deploy without a snapshot is an error of the step, in its annotation and summary', async () => {
    const ran = await action('snapshot', { INPUT_REASON: 'release' });
    expect(ran.status).toBe(3);
    expect(ran.outputs).toContain('no-snapshot');
    const alarm = 'A deploy of "production" went live without a snapshot before it.';
    expect(ran.stdout).toContain(`::error::${alarm}`);
    expect(ran.summary).toContain('went live without a snapshot before it');
  });
});

test('the summary of a plan names the pull requests and the commits that it takes back, with links', async () => {
  hub.addEnvironment({ name: 'production', reviewers: ['bob'], branches: ['main'] });
  const [good = '', one = '', bad = ''] = ['good', 'one', 'bad'].map((message) => hub.addCommit({ message }).sha);
  const { number } = hub.addPull({ title: 'New *checkout*', commits: [one, bad], mergeSha: bad });
  vercel.release(project, { meta: { githubCommitSha: good } });
  expect((await action('snapshot')).status).toBe(0);
  vercel.release(project, { meta: { githubCommitSha: bad } });
  const { summary, status } = await action('plan');
  expect(status).toBe(0);
  const page = 'https://github.com/acme/shop';
  for (const text of [
    '### What this takes back',
    `web: 2 commits, 1 pull request [${good.slice(0, 7)}...${bad.slice(0, 7)}](${page}/compare/${good}...${bad})`,
    `| [#${number}](${page}/pull/${number}) | New \\*checkout\\* |`,
    `| [${one.slice(0, 7)}](${page}/commit/${one}) | one |`,
    `(${page}/deployments/production)`,
  ])
    expect(summary).toContain(text);
});

test('of a plan with many commits, the number of pull requests is told as that of those it looked up', async () => {
  hub.addEnvironment({ name: 'production', reviewers: ['bob'], branches: ['main'] });
  const good = hub.addCommit({ message: 'good' }).sha;
  const commits = Array.from({ length: 31 }, (_, at) => hub.addCommit({ message: `change ${at}` }).sha);
  for (const sha of [commits[0] ?? '', commits[30] ?? '']) hub.addPull({ title: 'One', commits: [sha], mergeSha: sha });
  vercel.release(project, { meta: { githubCommitSha: good } });
  expect((await action('snapshot')).status).toBe(0);
  vercel.release(project, { meta: { githubCommitSha: commits[30] ?? '' } });
  expect((await action('plan')).summary).toContain('web: 31 commits, 1 pull request in the newest 30 of them');
});

describe('record', () => {
  const RUN = 'https://github.com/acme/shop/actions/runs/77';
  const result = (commit: string | null, url = RUN) => ({
    kind: 'rewind-result',
    recovery: false,
    ok: true,
    verdict: 'rolled-back',
    title: 'Rolled back: "production" equals snapshot 20261123T000000Z-abcdef again (1 change, 1.0 s).',
    areas: null as unknown,
    claim: {
      verdict: 'differs',
      sentence: '1 of 2 resources of "production" equals snapshot 20261123T000000Z-abcdef',
      equal: ['web'],
      compared: ['web', 'db'],
      differs: [{ resource: 'db', reason: 'database-mode', detail: 'database "shop": table public.orders changed' }],
      notCompared: [],
    },
    environment: 'production',
    snapshot: '20261123T000000Z-abcdef',
    digest: 'd'.repeat(64),
    applied: ['web/switch'],
    failed: [],
    remaining: 0,
    manual: [],
    undo: 'rewind undo dddddddddddd',
    before: '20261123T000001Z-abcdef',
    earlier: [],
    kept: [
      {
        resource: 'db',
        what: 'database "shop_before"',
        since: '2026-11-23T00:00:02.000Z',
        drop: 'DROP DATABASE "shop_before"',
      },
    ],
    durationMs: 1000,
    timeline: [],
    commit,
    deployments: commit === null ? [] : [{ resource: 'web', project: 'shop', isShared: false, commit }],
    incident: null,
    told: null,
    reason: 'checkout is down',
    approval: { requestedBy: 'alice', kind: 'reviewed', approvedBy: ['bob'], skipped: null, url, attempt: 1 },
    report: { markdown: '.rewind/report.md', html: '.rewind/report.html' },
  });
  const leave = (commit: string | null, url = RUN): void => {
    mkdirSync(join(repository.root, '.rewind'), { recursive: true });
    writeFileSync(join(repository.root, '.rewind/result.json'), JSON.stringify(result(commit, url)));
  };

  test('a deployment that GitHub does not know is made; all others are inactive; twice is as good as once', async () => {
    const old = hub.addCommit({ message: 'good' }).sha;
    const bad = hub.addDeployment({
      sha: hub.addCommit({ message: 'bad' }).sha,
      environment: 'production',
      state: 'success',
    });
    const preview = hub.addDeployment({ environment: 'preview', production: false, state: 'success' });
    leave(old);
    expect((await action('record')).status).toBe(0);
    const states = () => hub.deployments.map(({ sha, statuses }) => [sha, statuses.at(-1)?.state]);
    expect(states()).toEqual([
      [bad.sha, 'inactive'],
      [preview.sha, 'success'],
      [old, 'success'],
    ]);
    const count = hub.deployments.flatMap(({ statuses }) => statuses).length;
    expect((await action('record')).status).toBe(0);
    expect(hub.deployments.flatMap(({ statuses }) => statuses)).toHaveLength(count);
    expect(states()).toHaveLength(3);
  });

  test('of commits that GitHub does not know, or of too many, it does not say that no pull request was rolled back', async () => {
    leave('a'.repeat(40));
    const unknown = (await action('record')).summary;
    expect(unknown).toContain('GitHub does not know aaaaaaa or ');
    const good = hub.addCommit({ message: 'good' }).sha;
    const commits = Array.from({ length: 31 }, (_, at) => hub.addCommit({ message: `change ${at}` }).sha);
    hub.addPull({ title: 'Old', commits: commits.slice(0, 1), mergeSha: commits[0] ?? '' });
    leave(good);
    const many = (await action('record')).summary;
    expect(many).toContain('Only the newest 30 of 31 commits were looked up.');
    expect(unknown + many).not.toContain('No pull request was rolled back');
    const pull = hub.addPull({ title: 'New', commits: commits.slice(-1), mergeSha: commits.at(-1) ?? '' });
    expect((await action('record')).stdout).toContain(
      `No longer live: #${pull.number} New. Only the newest 30 of 31 commits were looked up.`,
    );
  });

  test("Vercel's own records are found under the name that it writes with a capital", async () => {
    const [good, bad] = ['good', 'bad'].map((message) => hub.addCommit({ message }).sha);
    const records = [good, bad].map((sha) =>
      hub.addDeployment({ sha: sha ?? '', environment: 'Production', state: 'success' }),
    );
    if (records[0]) hub.addStatus(records[0], { state: 'inactive' });
    leave(good ?? '');
    expect((await action('record')).status).toBe(0);
    expect(records.map(({ statuses }) => statuses.at(-1)?.state)).toEqual(['success', 'inactive']);
    expect(hub.deployments).toHaveLength(2);
  });

  test('a monorepo: each project has its own records, under the names that Vercel writes', async () => {
    const [good, bad] = ['good', 'bad'].map((message) => hub.addCommit({ message }).sha);
    for (const name of ['Production – web', 'Production – api', 'Production']) {
      const old = hub.addDeployment({ sha: good ?? '', environment: name, state: 'success' });
      hub.addStatus(old, { state: 'inactive' });
      hub.addDeployment({ sha: bad ?? '', environment: name, state: 'success' });
    }
    const deployments = ['web', 'api', 'docs'].map((project) => ({
      ...{ resource: project, project, isShared: true },
      commit: good,
    }));
    leave(good ?? '');
    writeFileSync(join(repository.root, '.rewind/result.json'), JSON.stringify({ ...result(good ?? ''), deployments }));
    const ran = await action('record');
    expect([ran.status, ran.summary.match(/is live of \w+/g)]).toEqual([
      0,
      ['is live of web', 'is live of api', 'is live of docs'],
    ]);
    const live = hub.deployments.filter(({ statuses }) => statuses.at(-1)?.state === 'success');
    expect(live.map(({ environment, sha }) => [environment, sha === good])).toEqual([
      ['Production – web', true],
      ['Production – api', true],
      // Of another project, which the rollback did not touch.
      ['Production', false],
      ['production – docs', true],
    ]);
  });

  test('one part that fails does not hide the others, and names the permission', async () => {
    hub.permissions = new Set(['issues:write', 'contents:read', 'pull-requests:read']);
    const issue = hub.addIssue({ title: 'Down' });
    leave(hub.head);
    const ran = await action('record', { INPUT_INCIDENT: `https://github.com/acme/shop/issues/${issue.number}` });
    expect(ran.status).toBe(1);
    expect(ran.summary).toContain('deployments: write');
    expect(hub.comments).toHaveLength(1);
    expect(hub.comments[0]?.body).toContain('approved by bob');
    expect(hub.comments[0]?.body).toContain(
      'left as it is by choice: `db` database "shop": table public.orders changed',
    );
  });

  test.each([
    ['a part of a result', '{"kind": "rewind-re'],
    ['a result of another version', '{"kind": "rewind-result"}'],
  ])('%s is told in the incident, as no result is', async (_what, text) => {
    const { number } = hub.addIssue({ title: 'Down' });
    leave(null);
    writeFileSync(join(repository.root, '.rewind/result.json'), text);
    const ran = await action('record', {
      INPUT_INCIDENT: `https://github.com/acme/shop/issues/${number}#issuecomment-1`,
    });
    expect([ran.status, ran.stdout]).toEqual([0, expect.stringContaining('result.json cannot be read')]);
    expect(hub.comments[0]?.body).toContain('No result of this run was found.');
  });

  test('an issue of another repository gets no comment in the issue of ours with its number', async () => {
    const { number } = hub.addIssue({ title: 'Down' });
    leave(null);
    const ran = await action('record', { INPUT_INCIDENT: `https://github.com/evil/shop/issues/${number}` });
    expect([ran.status, ran.summary]).toEqual([1, expect.stringContaining('does not belong to this repository')]);
    expect(hub.comments).toEqual([]);
  });

  test('an issue that does not exist: the step says which number to give, and records the rest', async () => {
    leave(hub.head);
    const ran = await action('record', { INPUT_INCIDENT: '#4711' });
    expect([ran.status, hub.comments]).toEqual([1, []]);
    expect(ran.stdout).toContain('FAILED: Issue #4711: acme/shop has no issue #4711 that this token can read.');
    expect(ran.stdout).toContain('Name an issue of acme/shop as "incident" (its number or its URL)');
    expect(ran.summary).toContain('Deployments page');
  });

  test.each([
    [403, 'Unable to create comment because issue is locked.', 'is locked. Unlock the conversation of #'],
    [301, 'Moved Permanently', 'was moved out of acme/shop. Name an issue of acme/shop'],
  ])(
    'an issue that takes no comment (%d): the step says why, and asks for no permission',
    async (status, message, says) => {
      leave(hub.head);
      const { number } = hub.addIssue({ title: 'Down' });
      const answer = {
        status,
        body: { message },
        headers: status === 301 ? { location: `${hub.url}/repositories/9` } : {},
      };
      hub.inject({ on: /POST .*\/comments/, times: 9, with: { kind: 'answer', answer } });
      const ran = await action('record', { INPUT_INCIDENT: `#${number}` });
      expect([ran.status, ran.stdout]).toEqual([1, expect.stringContaining(says)]);
      expect(ran.stdout).not.toMatch(/Grant the credential|sign-in page/);
    },
  );

  test('an area that is not recovered stands in the comment and in the verdict', async () => {
    const issue = hub.addIssue({ title: 'Down' });
    leave(null);
    const areas = [{ area: 'payments', state: 'not-recovered', probes: ['pay'], why: 'pay: failures' }];
    const broken = { ...result(null), ok: false, verdict: 'not-recovered', areas };
    writeFileSync(join(repository.root, '.rewind/result.json'), JSON.stringify(broken));
    const ran = await action('record', { INPUT_INCIDENT: `#${issue.number}` });
    expect(ran.outputs).toContain('not-recovered');
    expect(hub.comments[0]?.body).toContain('not recovered: payments.');
  });

  test('each pull request that was rolled back has one comment, edited when its commits are live again; a failure is a warning', async () => {
    const good = hub.addCommit({ message: 'good' }).sha;
    const pulls = ['one', 'two'].map((title) => {
      const { sha } = hub.addCommit({ message: title });
      return hub.addPull({ title, mergeSha: sha, commits: [sha] });
    });
    const [, bad] = pulls.map(({ mergeSha }) => mergeSha ?? '');
    const later = hub.addCommit({ message: 'not deployed' });
    hub.addPull({ title: 'not deployed', mergeSha: later.sha, commits: [later.sha] });
    const incident = {
      id: '20261123T000000Z-abcdef',
      head: `1:${'a'.repeat(64)}`,
      quarantined: [{ commit: bad, lift: 'x' }],
    };
    const record = (recovery: boolean, commit: string): Promise<Ran> => {
      mkdirSync(join(repository.root, '.rewind'), { recursive: true });
      const given = { ...result(commit), recovery, incident };
      writeFileSync(join(repository.root, '.rewind/result.json'), JSON.stringify(given));
      return action('record', { 'INPUT_COMMENT-PULLS': 'true' });
    };
    const seen = (): (string | undefined)[] =>
      hub.comments.map(({ issue, body }) => `${issue} ${/\*\*(.*)\.\*\*/.exec(body)?.[1]}`);
    const [one, two] = pulls.map(({ number }) => String(number));

    hub.permissions.delete('pull-requests:write');
    hub.permissions.add('pull-requests:read');
    hub.permissions.delete('issues:write');
    const refused = await record(false, good);
    expect([refused.status, refused.summary]).toEqual([0, expect.stringContaining('pull-requests: write')]);
    expect(refused.stdout).toContain('pull-comment-not-written');
    expect(seen()).toEqual([]);

    hub.permissions.add('pull-requests:write');
    hub.addComment(Number(one), '<!-- rewind:pull-20261123T000000Z-abcdef -->\n**Rolled back.** mine', 'mallory');
    for (let round = 0; round < 2; round += 1) {
      expect((await record(false, good)).stdout).toContain(`that were rolled back: #${one}, #${two}.`);
      expect(seen().slice(1)).toEqual([`${one} Rolled back`, `${two} Rolled back`]);
    }
    // One that refuses its comment holds up no other one.
    hub.comments.splice(1);
    hub.inject({
      on: new RegExp(`^POST .*/issues/${one}/comments`),
      with: { kind: 'answer', answer: hub.failure(403) },
    });
    const partly = await record(false, good);
    expect(partly.stdout).toContain(`#${one}: `);
    expect(partly.stdout).not.toContain(`#${two}: `);
    expect(seen().slice(1)).toEqual([`${two} Rolled back`]);
    await record(false, good);
    // Only the first one is in what is out now.
    await record(true, pulls[0]?.mergeSha ?? '');
    expect(seen().slice(1).sort()).toEqual([`${one} Live again`, `${two} Rolled back`]);
    await record(true, later.sha);
    expect(seen().sort()).toEqual([`${one} Live again`, `${one} Rolled back`, `${two} Live again`]);
  });

  const OTHER = 'https://github.com/acme/shop/actions/runs/76';
  const at = '"at":"2026-11-23T03:00:00.000Z"';
  const opened = (url: string, attempt: number): string =>
    `{${at},"event":"open","what":"${url}","note":"attempt ${attempt}"}\n`;
  const BEGUN = `{${at},"event":"begin","what":"web/switch"}\n`;
  const told = async (env: Record<string, string> = {}): Promise<string> => {
    const issue = hub.issues[0] ?? hub.addIssue({ title: 'Down' });
    const ran = await action('record', { INPUT_INCIDENT: `#${issue.number}`, ...env });
    expect(ran.outputs).toContain('unknown');
    expect(hub.comments).toHaveLength(1);
    return hub.comments[0]?.body ?? '';
  };

  test('without a result, it says whether something was changed; one comment is kept', async () => {
    expect(await told()).toContain('No result of this run was found');
    hub.addEnvironment({ name: 'production' });
    hub.approve(77, 'bob', 'production', { state: 'rejected', comment: 'wrong\r\n\r\nsnapshot' });
    expect(await told()).toMatch(/Nothing was changed: bob did not approve the rollback: wrong ⏎ +⏎ snapshot\./);
    mkdirSync(join(repository.root, '.rewind/journal'), { recursive: true });
    const journal = join(repository.root, '.rewind/journal/d.jsonl');
    writeFileSync(journal, opened(RUN, 1));
    expect(await told()).toContain('Nothing was changed: the rollback stopped before its first change');
    writeFileSync(journal, opened(RUN, 1) + BEGUN);
    expect(await told()).toContain('did NOT finish');
  });

  test.each([
    ['another run', () => opened(OTHER, 1) + BEGUN],
    ['another attempt of this run', () => opened(RUN, 2) + BEGUN],
    ['a command line', () => BEGUN],
    ['this run, which another run then continued', () => opened(OTHER, 1) + BEGUN + opened(RUN, 1)],
  ])('the journal of %s does not say that this run changed something', async (who, lines) => {
    mkdirSync(join(repository.root, '.rewind/journal'), { recursive: true });
    writeFileSync(join(repository.root, '.rewind/journal/d.jsonl'), lines());
    expect(await told()).toContain(
      who.startsWith('this run') ? 'Nothing was changed' : 'No result of this run was found',
    );
  });

  test('the result of an earlier attempt of this run is not the result of this one', async () => {
    leave(hub.head);
    expect(await told({ GITHUB_RUN_ATTEMPT: '2' })).toContain('No result of this run was found');
    expect(hub.deployments).toEqual([]);
  });

  test('"record" alone was started again: the result is of the attempt that rolled back', async () => {
    leave(hub.head);
    const issue = hub.addIssue({ title: 'Down' });
    hub.inject({ on: /^POST .*deployments$/, times: 9, with: { kind: 'answer', answer: hub.failure(422) } });
    expect((await action('record', { INPUT_INCIDENT: `#${issue.number}` })).status).toBe(1);
    hub.clearFaults();
    const again = { INPUT_INCIDENT: `#${issue.number}`, GITHUB_RUN_ATTEMPT: '2', INPUT_ATTEMPT: '1' };
    const ran = await action('record', again);
    expect([ran.status, ran.outputs]).toEqual([0, expect.stringContaining('rolled-back')]);
    expect(hub.deployments).toHaveLength(1);
    expect(hub.comments).toHaveLength(1);
    expect((await action('record', { ...again, INPUT_ATTEMPT: 'first' })).status).toBe(2);
  });

  test("a comment of somebody else that begins with the marker stays theirs; the bot's own is updated", async () => {
    const issue = hub.addIssue({ title: 'Down' });
    const mark = '<!-- rewind:run-77 -->';
    const hostile = [
      hub.addComment(issue.number, `${mark}\nAll is well, go home.`, 'mallory'),
      hub.addComment(issue.number, `${mark}\nAll is well, go home.`, 'mallory[bot]'),
    ];
    leave(hub.head);
    for (let round = 0; round < 2; round += 1) {
      await action('record', { INPUT_INCIDENT: `#${issue.number}` });
      expect(hostile.map(({ body }) => body)).toEqual(Array(2).fill(`${mark}\nAll is well, go home.`));
      expect(hub.comments.filter(({ author }) => author === hub.login)).toHaveLength(1);
      expect(hub.comments).toHaveLength(3);
    }
    expect(hub.comments.at(-1)?.body).toContain('approved by bob');
  });

  test('the token of an app of your own finds its comment again', async () => {
    const issue = hub.addIssue({ title: 'Down' });
    leave(hub.head);
    hub.login = 'my-app[bot]';
    for (let round = 0; round < 2; round += 1) await action('record', { INPUT_INCIDENT: `#${issue.number}` });
    hub.login = 'github-actions[bot]';
    expect(hub.comments.map(({ author }) => author)).toEqual(['my-app[bot]']);
  });

  test('the result of an earlier run, which a self-hosted runner still holds, is not the result of this one', async () => {
    leave(hub.addCommit({ message: 'good' }).sha, 'https://github.com/acme/shop/actions/runs/76');
    const said = await told();
    expect(said).toContain('No result of this run was found');
    expect(said).not.toContain('Rolled back');
    expect(hub.deployments).toEqual([]);
  });
});

describe('the quarantine of the commit that was rolled back', () => {
  const statuses = () =>
    hub.commitStatuses.map(({ sha, context, state, description }) => ({ sha, context, state, description }));
  const lift = (sha: string): Promise<Ran> =>
    action('incident discharge', {
      INPUT_OBLIGATION: `quarantined-commit:${sha}`,
      INPUT_REASON: 'the cause was a token: another-secret-value',
    });

  test('is a failing status of the commit, written once, and success when a person lifts it', async () => {
    hub.addEnvironment({ name: 'production', reviewers: ['bob'], branches: ['main'] });
    hub.addRun({ id: 77, event: 'workflow_dispatch' });
    const good = hub.addCommit({ message: 'good' }).sha;
    const live = hub.addDeployment({ sha: good, environment: 'Production', state: 'success' });
    vercel.release(project, { meta: { githubCommitSha: good } });
    await action('snapshot');
    const bad = hub.addCommit({ message: 'bad' }).sha;
    vercel.release(project, { meta: { githubCommitSha: bad } });
    const digest = /"?plan-digest[^]*?([0-9a-f]{64})/.exec((await action('plan')).outputs)?.[1] ?? '';
    hub.approve(77, 'bob', 'production');
    expect(await action('rollback', { INPUT_DIGEST: digest })).toMatchObject({ status: 0 });

    hub.permissions.delete('statuses:write');
    const issue = hub.addIssue({ title: 'Down' });
    const refused = await action('record', { INPUT_INCIDENT: `#${issue.number}` });
    expect(refused.status).toBe(0);
    expect(refused.stdout).toContain('quarantine-status-not-written');
    expect(refused.summary).toContain('statuses: write');
    expect(hub.comments[0]?.body).toContain(`--obligation quarantined-commit:${bad}`);
    expect(statuses()).toEqual([]);

    hub.permissions.add('statuses:write');
    hub.addCommitStatus({ sha: bad, state: 'failure', context: 'ci' });
    const recorded = await action('record');
    expect(recorded.summary).toContain(`--obligation quarantined-commit:${bad}`);
    expect((await action('record')).status).toBe(0);
    const held = {
      sha: bad,
      context: 'rewind/quarantine (production)',
      state: 'failure',
      description: expect.stringMatching(/^Rolled back in incident \d{8}T\d{6}Z-[0-9a-f]{6}\. To lift it: /),
    };
    expect(statuses().slice(1)).toEqual([held]);
    const [, text = '', head = ''] =
      /^(.*); incident head (\d+:[0-9a-f]{64})$/.exec(live.statuses.at(-1)?.description ?? '') ?? [];
    expect(text).toMatch(/^Rolled back to snapshot \d{8}T/);
    expect([live.statuses.length, hub.deployments.length]).toEqual([2, 1]);
    expect(hub.comments[0]?.body).toContain(`the head of its record is \`${head}\``);

    hub.inject({ on: /^POST .*statuses/, times: 1, with: { kind: 'reset', executed: true } });
    const lifted = await lift(bad);
    expect([lifted.status, lifted.stdout]).toEqual([0, expect.not.stringContaining('quarantine-status-not-written')]);
    // The answer to the first was lost.
    const free = { ...held, state: 'success', description: 'Lifted by alice: the cause was a token: ***' };
    expect(statuses().slice(2)).toEqual([free, free]);

    // The end of the record is cut, and its own head is written again: only the page of GitHub knows.
    expect(await action('incident verify', { INPUT_HEAD: head })).toMatchObject({ status: 0 });
    const all = join(repository.root, 'store/incidents/production');
    const folder = join(all, readdirSync(all)[0] ?? '');
    const entries = readdirSync(folder).filter((name) => name !== 'head.json');
    for (const name of entries.slice(3)) rmSync(join(folder, name));
    const { seq, hash } = JSON.parse(readFileSync(join(folder, '000003.json'), 'utf8')) as {
      seq: number;
      hash: string;
    };
    writeFileSync(join(folder, 'head.json'), JSON.stringify({ seq, hash }));
    const cut = await action('incident verify', { INPUT_HEAD: head });
    expect([cut.status, cut.stdout]).toEqual([3, expect.stringContaining(`holds entry ${head}`)]);
  });

  test('stops the deploy although its record was removed; another environment, and a status that cannot be read, do not', async () => {
    const bad = hub.addCommit({ message: 'bad' }).sha;
    hub.addCommitStatus({ sha: bad, state: 'failure', context: 'rewind/quarantine (staging)' });
    expect((await action('guard', { INPUT_COMMIT: bad })).status).toBe(0);

    hub.addCommitStatus({ sha: bad, state: 'failure', context: 'rewind/quarantine (production)' });
    const held = await action('guard', { INPUT_COMMIT: bad });
    expect([held.status, held.summary]).toEqual([3, expect.stringContaining('no incident holds it back')]);
    expect(held.stdout).toContain(
      `gh api 'repos/{owner}/{repo}/statuses/${bad}' -f state=success -f context='rewind/quarantine (production)'`,
    );

    hub.permissions.delete('statuses:write');
    const unread = await action('guard', { INPUT_COMMIT: bad });
    expect([unread.status, unread.stdout]).toEqual([0, expect.stringContaining('was not read, so only the record')]);

    hub.permissions.add('statuses:write');
    // recover asks the same.
    hub.addEnvironment({ name: 'production', reviewers: ['bob'], branches: ['main'] });
    hub.addRun({ id: 77, event: 'workflow_dispatch' });
    vercel.release(project);
    await action('snapshot');
    vercel.release(project);
    const digest = /"?plan-digest[^]*?([0-9a-f]{64})/.exec((await action('plan')).outputs)?.[1] ?? '';
    hub.approve(77, 'bob', 'production');
    expect(await action('rollback', { INPUT_DIGEST: digest })).toMatchObject({ status: 0 });
    const fix = vercel.addDeployment(project, { meta: { githubCommitRef: 'main' } });
    const built = vercel.addDeployment(project, { meta: { githubCommitSha: bad, githubCommitRef: 'main' } });
    const latest = await action('recover', { INPUT_DEPLOYMENT: 'latest' });
    expect([latest.status, latest.stdout]).toEqual([0, expect.stringContaining(fix.id)]);
    const refused = await action('recover', { INPUT_DEPLOYMENT: built.id });
    expect([refused.status, refused.stdout]).toEqual([2, expect.stringContaining('commit-quarantined')]);
    expect(refused.stdout).toContain('no incident holds it back');

    hub.addCommitStatus({ sha: bad, state: 'success', context: 'rewind/quarantine (production)' });
    expect((await action('guard', { INPUT_COMMIT: bad })).summary).toContain('is not held back |');
  });

  test('is lifted in the record although the status cannot be written', async () => {
    const bad = hub.addCommit({ message: 'bad' }).sha;
    const ctx = testContext();
    const store = createDirectoryStore(join(repository.root, 'store'), ctx);
    const author = { by: 'alice', run: 'https://github.com/acme/shop/actions/runs/1', redact: (text: string) => text };
    const recorder = new Recorder(store, 'production', '20261126T030405Z-1a2b3c', author, ctx.clock);
    await recorder.add('opened', { title: 'Checkout is broken', severity: null });
    await recorder.add('obligation', {
      id: `quarantined-commit:${bad}`,
      kind: 'quarantined-commit',
      what: 'It was rolled back.',
      resource: 'web',
      items: [bad],
      rollback: 'd'.repeat(64),
      discharge: 'rewind incident discharge',
    });
    // A printed command works where it is pasted.
    mkdirSync(join(repository.root, 'ops'));
    writeFileSync(join(repository.root, 'ops/rewind.yml'), readFileSync(repository.configFile));
    const held = await action('guard', { INPUT_COMMIT: bad, INPUT_CONFIG: 'ops/rewind.yml' });
    expect([held.status, held.stdout]).toEqual([
      3,
      expect.stringContaining(`quarantined-commit:${bad} --reason 'why it is safe' --config ops/rewind.yml`),
    ]);

    hub.permissions.delete('statuses:write');
    const ran = await lift(bad);
    expect([ran.status, ran.stdout]).toEqual([0, expect.stringContaining('quarantine-status-not-written')]);
    expect((await action('guard', { INPUT_COMMIT: bad })).summary).toContain('is not held back');
    expect(ran.stdout).toContain(`gh api 'repos/{owner}/{repo}/statuses/${bad}' -f state=success`);
  });
});

test('an entry that a command line writes for the store "artifact" is only here: it says so', async () => {
  writeFileSync(
    repository.configFile,
    readFileSync(repository.configFile, 'utf8').replace(/store: .*/, 'store: { kind: artifact }'),
  );
  const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token, ...vercel.env };
  const opened = await repository.run(['incident', 'open', '--title', 'Down'], { env });
  expect([opened.status, opened.stderr]).toEqual([0, expect.stringContaining('takes records from workflows only')]);
});

describe('the PostgreSQL client that is missing', () => {
  /** Stand-ins for the programs of the system: each says what it was called with. */
  function programs(install: string): string {
    const bin = join(repository.root, 'bin');
    mkdirSync(bin, { recursive: true });
    const script = (name: string, body: string): void => {
      writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> "${repository.root}/calls"\n${body}\n`);
      chmodSync(join(bin, name), 0o755);
    };
    script('apt-get', install);
    script('sudo', 'shift; shift; shift; exec "$@"');
    return bin;
  }

  test('is installed where the run may, and the reason is given where that fails', async () => {
    const bin = programs(
      'case "$*" in *--version*) exit 0;; *update*) exit 0;; *) echo "E: no such package" >&2; exit 100;; esac',
    );
    const ctx = testContext({ env: { PATH: `${bin}:/usr/bin:/bin` }, mayInstall: true });
    const error = await findPrograms(ctx, 99, undefined).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('It could not be installed: E: no such package');
    expect(readFileSync(join(repository.root, 'calls'), 'utf8')).toContain(
      'install -y -qq --no-install-recommends postgresql-client-99',
    );
  });

  test('is used when its installation put it on the PATH', async () => {
    const bin = join(repository.root, 'bin');
    const dump = join(bin, 'pg_dump');
    programs(
      `case "$*" in *postgresql-client-98*) printf '#!/bin/sh\\necho "pg_dump (PostgreSQL) 98.1"\\n' > "${dump}"; chmod 755 "${dump}";; esac`,
    );
    const ctx = testContext({ env: { PATH: `${bin}:/usr/bin:/bin` }, mayInstall: true });
    expect((await findPrograms(ctx, 98, undefined)).dump).toBe(dump);
  });

  test.each([
    ['dnf', 'dnf install -y -q postgresql96'],
    ['apk', 'apk add -q --no-cache postgresql95-client'],
  ])('is installed with %s where that is the package manager', async (manager, command) => {
    const bin = join(repository.root, `bin-${manager}`);
    mkdirSync(bin);
    const [calls, dump] = [join(repository.root, `calls-${manager}`), join(bin, 'pg_dump')];
    const major = Number(/\d\d/.exec(command)?.[0]);
    const made = `printf '#!/bin/sh\\necho "pg_dump (PostgreSQL) ${major}.1"\\n' > "${dump}"; /bin/chmod 755 "${dump}"`;
    writeFileSync(
      join(bin, manager),
      `#!/bin/sh\necho "${manager} $*" >> "${calls}"\ncase "$*" in *postgresql*) ${made};; esac\n`,
      { mode: 0o755 },
    );
    writeFileSync(join(bin, 'sudo'), '#!/bin/sh\nshift; shift; shift; exec "$@"\n', { mode: 0o755 });
    const ctx = testContext({ env: { PATH: bin }, mayInstall: true });
    expect((await findPrograms(ctx, major, undefined)).dump).toBe(dump);
    expect(readFileSync(calls, 'utf8').split('\n')).toContain(command);
  });

  test('without a package manager, the remedy names the package of each system', async () => {
    const ctx = testContext({ env: { PATH: join(repository.root, 'bin-none') }, mayInstall: true });
    const error = (await findPrograms(ctx, 94, undefined).catch((thrown: unknown) => thrown)) as RewindError;
    expect(error.message).toContain('It could not be installed: there is no apt-get, dnf, apk.');
    for (const name of ['postgresql-client-94', 'dnf install -y postgresql94', 'apk add postgresql94-client']) {
      expect(error.remedy).toContain(name);
    }
  });

  test('is never installed from a command line', async () => {
    const ctx = testContext({ env: { PATH: `${programs('')}:/usr/bin:/bin` } });
    await expect(findPrograms(ctx, 97, undefined)).rejects.toThrow('The server is PostgreSQL 97');
    expect(() => readFileSync(join(repository.root, 'calls'))).toThrow();
  });
});

describe('an output that went missing between two jobs', () => {
  test('is fatal: without the digest of an approved plan nothing is carried out', async () => {
    const ran = await action('rollback', { INPUT_DIGEST: '', INPUT_LANE: 'reviewed', INPUT_ENVIRONMENT: 'production' });
    expect(ran.status).toBe(2);
    expect(ran.outputs).toContain('approval-missing');
    expect(vercel.writes).toBe(0);
  });

  test('an environment that is not that of the configuration is refused', async () => {
    const ran = await action('plan', { INPUT_ENVIRONMENT: 'staging' });
    expect([ran.status, ran.outputs]).toEqual([2, expect.stringContaining('environment-mismatch')]);
  });
});

describe('a step that calls the program by its command line', () => {
  test('needs a protected environment like any other', async () => {
    const result = await repository.run(['plan'], {
      env: {
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_RUN_ID: '77',
        GITHUB_API_URL: hub.url,
        GITHUB_TOKEN: hub.token,
        ...vercel.env,
      },
    });
    expect([result.status, result.stderr]).toEqual([
      2,
      expect.stringContaining('The environment "production" does not exist'),
    ]);
  });
});
