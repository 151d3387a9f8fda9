import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { COMMAND_LIST } from '../../src/commands/index.js';
import { OUTPUTS } from '../../src/cli/result.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { Project } from '../sandbox/vercel/model.js';
import {
  carriedOut,
  HOSTILE,
  htmlFaults,
  injected,
  lost,
  markdownFaults,
  readable,
  rendered,
  terminalFaults,
  TYPED,
} from '../support/hostile.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** Services whose every text is hostile, and each command on a terminal, with --json, and in Actions. */
let vercel: VercelSandbox;
let hub: GitHubSandbox;
let project: Project;
let repository: Repository;

/** A secret of the snapshot that looks like words. */
const SAVED = 'correct-horse-battery-staple';

beforeAll(async () => {
  [vercel, hub] = [await new VercelSandbox().start(), new GitHubSandbox()];
  await hub.start();
  const message = HOSTILE.slice(0, 20).join('\n');
  const commit = hub.addCommit({ message });
  project = vercel.addProject('shop', ['shop.example.com']);
  vercel.release(project, { meta: { githubCommitSha: commit.sha, githubCommitMessage: message } });
  HOSTILE.forEach((text, index) =>
    vercel.addEnv(project, `V${index}`, `value ${index}`, { comment: text, type: 'plain' }),
  );
  vercel.addEnv(project, 'PASSWORD', SAVED);
  const store = vercel.addStore('flags');
  HOSTILE.forEach((text, index) =>
    store.items.set(`k${index}-${text.slice(0, 40)}`, {
      value: `item ${index}`,
      description: text,
      createdAt: 1,
      updatedAt: 1,
    }),
  );
  repository = await makeRepository({
    sections: ['approval: none'],
    store: 'store',
    resources: [
      `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
      `{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM} }`,
      `{ id: flags, provider: vercel-edge-config, store: ${store.id}, team: ${TEAM} }`,
    ],
    env: { ...vercel.env, REWIND_FINGERPRINT_KEY: 'fingerprint-key-0123456789' },
  });
  expect((await terminal('snapshot')).status).toBe(0);
  // A bad deploy: each text is also a difference.
  vercel.release(project, { meta: { githubCommitSha: commit.sha, githubCommitMessage: message } });
  for (const row of project.env) Object.assign(row, { value: 'changed', updatedAt: vercel.now() });
  for (const item of store.items.values()) Object.assign(item, { value: `${String(item.value)} changed` });
}, 60_000);
afterAll(async () => {
  await vercel.stop();
  await hub.stop();
  repository.remove();
});

const terminal = (...args: string[]): Promise<ProgramResult> => repository.run(args);

interface InActions extends ProgramResult {
  readonly summary: string;
  readonly outputs: string;
}

async function inActions(command: string, inputs: Record<string, string>): Promise<InActions> {
  const files = {
    GITHUB_STEP_SUMMARY: join(repository.root, 'summary.md'),
    GITHUB_OUTPUT: join(repository.root, 'output'),
  };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const result = await repository.run([], {
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '77',
      GITHUB_ACTOR: 'alice',
      GITHUB_SHA: hub.head,
      GITHUB_WORKSPACE: repository.root,
      GITHUB_API_URL: hub.url,
      'INPUT_GITHUB-TOKEN': hub.token,
      RUNNER_DEBUG: '1',
      INPUT_COMMAND: command,
      ...inputs,
      ...files,
    },
  });
  const [summary = '', outputs = ''] = Object.values(files).map((file) => readFileSync(file, 'utf8'));
  return { ...result, summary, outputs };
}

/** Names of the outputs in the file of a step: NAME<<DELIMITER, the value, DELIMITER. */
function outputNames(file: string): string[] {
  const names: string[] = [];
  let delimiter: string | undefined;
  for (const line of file.split('\n')) {
    const [, name, given] = delimiter === undefined ? (/^(.+?)<<(.+)$/.exec(line) ?? []) : [];
    if (name !== undefined) names.push(name);
    delimiter = line === delimiter ? undefined : (given ?? delimiter);
  }
  return names;
}

async function expectInert(ran: InActions): Promise<void> {
  expect(injected(`${ran.stdout}\n${ran.stderr}`)).toEqual([]);
  expect(terminalFaults(ran.stdout)).toEqual([]);
  expect(await markdownFaults(ran.summary)).toEqual([]);
  expect(
    outputNames(ran.outputs).filter((name) => !(name in OUTPUTS) && !['verdict', 'error-code'].includes(name)),
  ).toEqual([]);
}

/** No variable and no argument of a process holds a NUL. */
const why = [HOSTILE.slice(0, 28).join(' ').replaceAll('\u0000', ''), ...TYPED].join('\n\n');
/** Its words on a command line, and its inputs in Actions. Or: which test has its texts. */
const COMMANDS: Record<string, { readonly args?: string[]; readonly inputs?: Record<string, string> } | string> = {
  check: {},
  decide: {},
  drill: 'unit/hostile-outlets.test.ts has drillText and drillMarkdown',
  guard: {},
  hotfix: 'unit/hostile-outlets.test.ts has hotfixMarkdown; it prints no other text from outside',
  incident: {
    // In two parts: a title has 200 characters at most.
    args: ['open', '--title', HOSTILE.slice(0, 7).join(' ')],
    inputs: { INPUT_COMMAND: 'incident open', INPUT_TITLE: HOSTILE.slice(16, 20).join(' ') },
  },
  init: 'integration/init.test.ts and unit/init.test.ts: names of projects and files, of a repository that holds no configuration',
  list: {},
  loss: {},
  maintenance: { args: ['--check'], inputs: { INPUT_CHECK: 'true' } },
  mark: { args: ['latest'], inputs: { INPUT_COMMAND: 'mark latest' } },
  migrate: 'prints files of the repository; unit/hostile-outlets.test.ts has codeBlock',
  mitigate: {},
  monitor: 'e2e/monitor.test.ts and unit/hostile-outlets.test.ts (verdictText, verdictMarkdown)',
  notify: { args: ['--preview'], inputs: { INPUT_PREVIEW: 'true' } },
  plan: {
    args: ['--reason', why],
    inputs: { INPUT_REASON: why },
  },
  // After "incident", which opens one.
  postmortem: {},
  promote: { args: ['--deployment', 'dpl_none'], inputs: { INPUT_DEPLOYMENT: 'dpl_none' } },
  readiness: 'unit/hostile-outlets.test.ts has readinessMarkdown and findingsText',
  record: 'below',
  recover: { args: ['--status'], inputs: { INPUT_STATUS: 'true' } },
  replay: 'unit/hostile-outlets.test.ts has replayText and replayedText',
  rollback: 'below',
  runbook: { args: ['--print'], inputs: { INPUT_PRINT: 'true' } },
  salvage: 'unit/hostile-outlets.test.ts has salvageText and salvagedText',
  show: {},
  snapshot: {},
  undo: 'prints plans, as plan does',
  unfence: {},
  verify: {},
  windows: {},
};

test('every command is in the table', () => {
  expect(Object.keys(COMMANDS)).toEqual(Object.keys(COMMAND_LIST.commands).sort());
});

const runs = Object.entries(COMMANDS).flatMap(([command, given]) =>
  typeof given === 'string' ? [] : [{ command, ...given }],
);

describe.each(runs)('$command', ({ command, args = [], inputs = {} }) => {
  test('on a terminal and with --json', async () => {
    const [text, json] = await Promise.all([terminal(command, ...args), terminal(command, ...args, '--json')]);
    expect(text.stderr).not.toContain('[input-invalid]');
    expect(terminalFaults(text.stdout + text.stderr)).toEqual([]);
    expect(injected(`${text.stdout}\n${text.stderr}`)).toEqual([]);
    expect(typeof json.json()).toBe('object');
    expect(json.stdout.trim().split('\n')).toHaveLength(1);
    expect(terminalFaults(json.stdout + json.stderr)).toEqual([]);
    expect(injected(`${json.stdout}\n${json.stderr}`)).toEqual([]);
  });

  test('in Actions', async () => {
    const ran = await inActions(command, inputs);
    await expectInert(ran);
    expect(ran.outputs.includes('input-invalid') ? ran.stdout : '').toBe('');
    if ('INPUT_REASON' in inputs) expect(lost(await rendered(ran.summary))).toEqual([]);
  });
});

test('title and notes of an incident arrive as they were typed', async () => {
  const [title = '', ...notes] = TYPED.slice(0, -1);
  const text = [...notes, 'word '.repeat(600), 'END'].join('\n');
  await inActions('incident', { INPUT_COMMAND: 'incident open', INPUT_TITLE: title });
  const { incidents } = (await terminal('incident', 'list', '--json')).json<{
    incidents: { id: string; title: string }[];
  }>();
  const { id = '' } = incidents.find((one) => one.title === title) ?? {};
  await inActions('incident', { INPUT_COMMAND: `incident note ${id}`, INPUT_TEXT: text });
  const shown = await inActions('incident', { INPUT_COMMAND: `incident show ${id}` });
  const document = await inActions('postmortem', { INPUT_COMMAND: `postmortem ${id}` });
  for (const { summary } of [shown, document]) {
    expect(lost((await rendered(summary)).replaceAll('⏎', ''), [title, ...notes, 'END'])).toEqual([]);
  }
  await expectInert(shown);
});

test('an error of a service: nothing in it is obeyed, on a terminal and in Actions', async () => {
  for (const text of [HOSTILE.slice(0, 12).join('\n'), HOSTILE.slice(12, 30).join('\n')]) {
    const answer = { status: 400, body: { error: { code: text, message: text } } };
    vercel.inject({ on: /GET .*\/env/, times: 9, with: { kind: 'answer', answer } });
    const shown = await terminal('plan');
    expect(shown.stderr).toContain('OWNED');
    expect(terminalFaults(shown.stdout + shown.stderr)).toEqual([]);
    await expectInert(await inActions('plan', {}));
    vercel.clearFaults();
  }
});

test('the secrets of the snapshot are masked before a text that repeats one is printed', async () => {
  const { digest } = (await terminal('plan', '--json')).json<{ digest: string }>();
  const row = project.env.find(({ key }) => key === 'PASSWORD');
  Object.assign(row ?? {}, { comment: `was ${SAVED} ##[stop-commands]OWNED`, updatedAt: vercel.now() });
  const drifted = await inActions('rollback', { INPUT_DIGEST: digest });
  expect(drifted.outputs).toContain('plan-drift');
  const said = drifted.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  expect(said.join('\n')).toContain('comment "was *** #');
  expect(`${said.join('\n')}\n${drifted.summary}`).not.toContain(SAVED);
  expect(carriedOut(drifted.stdout)).toContainEqual({ name: 'add-mask', properties: '', data: SAVED });
});

test('a rollback and its record: log, summary, reports, result, comment, Deployments page', async () => {
  const planned = await terminal('plan', '--json');
  const { digest } = planned.json<{ digest: string }>();
  const ran = await inActions('rollback', { INPUT_DIGEST: digest, INPUT_REASON: why });
  // The services refuse some of the texts: their errors are in the report.
  expect(ran.outputs).toContain('incomplete');
  await expectInert(ran);
  const file = (name: string): string => readFileSync(join(repository.root, '.rewind', name), 'utf8');
  expect(await markdownFaults(file('report.md'))).toEqual([]);
  expect(htmlFaults(file('report.html'))).toEqual([]);
  expect({
    summary: lost(await rendered(ran.summary)),
    markdown: lost(await rendered(file('report.md'))),
    html: lost(readable(file('report.html'))),
  }).toEqual({ summary: [], markdown: [], html: [] });
  expect((JSON.parse(file('result.json')) as { reason: string }).reason).toBe(why);
  // What the rollback of another service may have left there.
  const result = JSON.parse(file('result.json')) as Record<string, unknown>;
  const texts = HOSTILE.slice(0, 30);
  result.failed = texts.map((text) => ({ change: text, status: 'failed', code: null, message: text }));
  result.manual = texts;
  result.title = texts.join('\n');
  writeFileSync(join(repository.root, '.rewind/result.json'), JSON.stringify(result));
  const issue = hub.addIssue({ title: 'Down' });
  await expectInert(await inActions('record', { INPUT_INCIDENT: String(issue.number) }));
  // The record, and what the default channel says beside the rollback.
  expect(hub.comments).toHaveLength(2);
  expect(hub.comments.map(({ body }) => body).join()).toContain('Reason:\n\n> ::error::OWNED');
  const { incidents } = (await terminal('incident', 'list', '--json')).json<{ incidents: { title: string }[] }>();
  expect(incidents.map(({ title }) => title.length).filter((length) => length > 200)).toEqual([]);
  for (const { body } of hub.comments)
    expect(await markdownFaults(body.replace(/^<!-- rewind:[^>]+ -->/, ''))).toEqual([]);
  const said = hub.deployments.flatMap(({ statuses }) => statuses.map(({ description }) => description));
  for (const text of said) expect(terminalFaults(text)).toEqual([]);
  expect(
    existsSync(join(repository.root, '.rewind/journal')) &&
      readdirSync(join(repository.root, '.rewind/journal')).length,
  ).toBeGreaterThan(0);
}, 60_000);
