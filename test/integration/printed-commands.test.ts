import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { TEAM } from '../sandbox/vercel/server.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** The commands that messages of providers and errors name work for a configuration at another place. */
const CONFIG = 'apps/web_shop/rewind.yml';
const MAINTENANCE = `Make one: "rewind maintenance --config ${CONFIG}".`;
const SNAPSHOT = `Run "rewind snapshot --config ${CONFIG}" before each deploy`;
let world: VercelRepository;

beforeAll(async () => {
  world = await startVercelRepository();
  const project = world.addShop();
  world.vercel.release(project);
  const { repository } = world;
  repository.configure({
    sections: ['approval: none'],
    resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM}, maintenance: true }`],
  });
  mkdirSync(join(repository.root, 'apps/web_shop'), { recursive: true });
  renameSync(repository.configFile, join(repository.root, CONFIG));
});
afterAll(() => world.stop());

const run = (...args: string[]) => world.repository.run([...args, '--config', CONFIG]);

test('on a terminal: a finding of a provider, and the remedy of an error code', async () => {
  expect((await run('check')).stdout).toContain(MAINTENANCE);
  expect((await run('plan')).stderr).toContain(SNAPSHOT);
});

test('in the JSON document', async () => {
  expect((await run('check', '--json')).json()).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ remedy: MAINTENANCE })]),
  });
  expect((await run('plan', '--json')).json()).toMatchObject({
    error: { remedy: expect.stringContaining(SNAPSHOT) },
  });
});

test('in the log and the summary of the action', async () => {
  const { repository } = world;
  const summary = join(repository.root, 'summary.md');
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: join(repository.root, 'output'),
    INPUT_CONFIG: CONFIG,
  };
  writeFileSync(summary, '');
  writeFileSync(env.GITHUB_OUTPUT, '');
  const checked = await repository.run([], { env: { ...env, INPUT_COMMAND: 'check' } });
  expect(checked.stdout).toContain(MAINTENANCE);
  expect(readFileSync(summary, 'utf8')).toContain(MAINTENANCE);
  const planned = await repository.run([], { env: { ...env, INPUT_COMMAND: 'plan' } });
  expect(planned.stdout).toContain(SNAPSHOT);
  expect(readFileSync(summary, 'utf8')).toContain(SNAPSHOT);
});

test('in the comment of a pull request', async () => {
  const { repository } = world;
  const hub = await new GitHubSandbox().start();
  try {
    const { number } = hub.addPull({ title: 'Add a page', labels: [], body: null });
    const event = join(repository.root, 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { number } }));
    // A runbook that Rewind did not write.
    mkdirSync(join(repository.root, 'docs'), { recursive: true });
    writeFileSync(join(repository.root, 'docs/runbook.md'), '# Runbook\n');
    appendFileSync(join(repository.root, CONFIG), 'runbook: docs/runbook.md\n');
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '77',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_API_URL: hub.url,
      GITHUB_TOKEN: hub.token,
      INPUT_CONFIG: CONFIG,
      INPUT_COMMAND: 'readiness',
    };
    await repository.run([], { env });
    expect(hub.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining(`a file that "rewind runbook --config ${CONFIG}" writes`),
    ]);
  } finally {
    await hub.stop();
  }
});
