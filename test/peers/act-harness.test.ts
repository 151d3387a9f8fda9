import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createConsumer, runAct, startAct, type ActResult, type Consumer } from '../support/act/harness.js';
import { dispatchInputs, mapForAct } from '../support/act/workflows.js';

const FIXTURES = fileURLToPath(new URL('../support/act/fixtures', import.meta.url));
const ACT = fileURLToPath(new URL('../../.cache/peers/bin/act', import.meta.url));
const SECRET = 'canary-7f1d2c-secret';
const fixture = (path: string): string => readFileSync(join(FIXTURES, path), 'utf8');

/** The two artifact routes of the GitHub double, and nothing else. */
class Artifacts {
  readonly zips = new Map<string, Buffer>();
  readonly requests: string[] = [];
  private readonly server: Server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      this.requests.push(`${request.method ?? ''} ${url.pathname}${url.search}`);
      const key = `${url.searchParams.get('run_id') ?? ''}/${url.searchParams.get('name') ?? ''}`;
      const body = await buffer(request);
      if (url.pathname === '/_upload' && this.zips.has(key) && url.searchParams.get('overwrite') !== 'true') {
        response.writeHead(409).end('an artifact with this name already exists');
      } else if (url.pathname === '/_upload') {
        this.zips.set(key, body);
        response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id: this.zips.size }));
      } else {
        response.writeHead(this.zips.has(key) ? 200 : 404).end(this.zips.get(key) ?? 'not found');
      }
    })();
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop = async (): Promise<void> => {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  };
}

const artifacts = new Artifacts();
let consumer: Consumer;
let url: string;

beforeAll(async () => {
  url = await artifacts.start();
  consumer = await createConsumer({
    examples: ['rollback.yml'],
    examplesFrom: join(FIXTURES, 'examples'),
    product: join(FIXTURES, 'product'),
    githubApiUrl: url,
    files: { 'rewind.yml': 'version: 1\n', '.github/workflows/pull-request.yml': fixture('pull-request.yml') },
  });
});

afterAll(async () => {
  consumer.close();
  await artifacts.stop();
});

const dispatch = (behaviour: 'good' | 'bad', rest: Partial<Parameters<typeof runAct>[1]> = {}): Promise<ActResult> =>
  runAct(consumer, {
    event: 'workflow_dispatch',
    workflow: 'rollback.yml',
    inputs: { target: 'v1', behaviour },
    secrets: { API_KEY: SECRET },
    vars: { REGION: 'fra1' },
    ...rest,
  });
const outcomes = (run: ActResult): Record<string, string> =>
  Object.fromEntries(run.jobs.map((job) => [job.id, job.result]));

/** Processes of the runs of this consumer that are still there. */
const alive = (): string[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(consumer.internal.scratch);
      } catch {
        return false;
      }
    });

describe('a dispatch that goes well', () => {
  let run: ActResult;
  let commandLine = '';
  let modes: string[] = [];

  beforeAll(async () => {
    run = await dispatch('good', {
      onLog: (line, { pid, runId }) => {
        if (!line.includes('What is seen')) return;
        commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        const { scratch } = consumer.internal;
        const folder = readdirSync(scratch).find((name) => name.startsWith(`run-${runId}-`)) ?? '';
        modes = readdirSync(join(scratch, folder)).map((name) =>
          (statSync(join(scratch, folder, name)).mode & 0o777).toString(8),
        );
      },
    });
  });

  test('every job succeeds, in the called workflow and after it', () => {
    expect(run.status).toBe(0);
    expect(outcomes(run)).toEqual({
      plan: 'success',
      execute: 'success',
      report: 'success',
      after: 'success',
      always: 'success',
    });
    expect(run.job('rollback/plan').calledBy).toBe('rollback');
    expect(run.log).toContain('RESULTS success success');
  });

  test('inputs keep their types on the way into the called workflow; the event holds strings', () => {
    expect(run.log).toContain('SEEN {"behaviour":"good","dry":false,"minutes":10,"target":"v1"}');
    expect(run.log).toContain('EVENT {"behaviour":"good","dry":"false","target":"v1"}');
  });

  test('repository, commit, run, address of the API and variables are ours', () => {
    const expected = `CONTEXT ${url} ${run.runId} acme/shop acme ${consumer.sha} refs/heads/main workflow_dispatch alice fra1`;
    expect(run.log).toContain(expected);
    expect(run.log).toContain('TOKEN 40 letters');
  });

  test('empty under act: job.workflow_sha, github.workflow_ref, an unset secret, secrets.GITHUB_TOKEN of a callee', () => {
    expect(run.log).toContain('MISSING [|||]');
  });

  test('a node24 action runs on Node 24, in the checked-out repository', () => {
    const facts = /FACTS (\{.*\})/.exec(run.step('plan', 'plan').log)?.[1] ?? '{}';
    expect(JSON.parse(facts)).toMatchObject({
      GITHUB_ACTION_REPOSITORY: 'OWNER/rewind',
      GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/rollback.yml@refs/heads/main',
      RUNNER_OS: 'Linux',
      node: expect.stringMatching(/^v24\./),
      tty: true,
    });
    expect(run.log).toContain('FILES .git .github rewind.yml');
  });

  test('outputs of the called jobs reach the caller', () => {
    const { digest } = run.step('plan', 'plan').outputs;
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(run.log).toContain(`GOT ${digest ?? ''} success`);
  });

  test('summaries, annotations and durations are read', () => {
    expect(run.summary).toBe('# The plan\n\n2 changes\n# Done\n');
    expect(run.job('execute').summary).toBe('# Done\n');
    expect(run.annotations).toEqual([
      { level: 'notice', message: 'Look here', properties: { file: 'rewind.yml', line: '3', title: 'A=B' } },
    ]);
    const step = run.step('plan', 'Plan');
    expect(step.result).toBe('success');
    expect(step.durationMs).toBeGreaterThan(0);
    expect(step.endedAt).toBeGreaterThanOrEqual(step.startedAt);
  });

  test('the artifact of one job is read in the next, hidden files left out', () => {
    expect(artifacts.requests).toContain(`POST /_upload?name=plan&run_id=${run.runId}&retention_days=7`);
    expect(run.step('execute', '0').log).toContain('Artifact plan: 1 file(s) unpacked');
  });

  test('secrets and ::add-mask:: values are hidden in the log', () => {
    expect(run.log).not.toContain(SECRET);
    expect(run.log).toContain('the secret is ***');
    expect(run.log).toContain('now hidden: ***');
  });

  test('no secret is on the command line, and its files are for us alone', () => {
    expect(commandLine).toContain('--secret-file');
    expect(commandLine).not.toContain(SECRET);
    expect(modes).toHaveLength(5);
    expect(new Set(modes)).toEqual(new Set(['600']));
  });
});

test('unmasked, the log shows what the program itself printed', async () => {
  const run = await dispatch('good', { unmasked: true });
  expect(run.log).toContain(`the secret is ${SECRET}`);
});

test('a failed step fails its job and act; always() and failure() hold within the workflow, not in the caller', async () => {
  const run = await dispatch('bad');
  expect(run.status).toBe(1);
  expect(outcomes(run)).toEqual({
    plan: 'success',
    execute: 'failure',
    report: 'success',
    after: 'skipped',
    always: 'skipped',
  });
  expect(run.step('execute', 'execute').result).toBe('failure');
  expect(run.log).toContain('it failed');
  expect(run.log).not.toContain('all is well');
  expect(run.log).toContain('status failure outcome failure');
  expect(run.log).toContain('RESULTS success failure');
  expect(run.annotations).toContainEqual({ level: 'error', message: 'wrong digest', properties: {} });
});

test('a job whose condition is false is skipped, and the next sees it', async () => {
  const run = await dispatch('good', { inputs: { target: 'v1', dry: true } });
  expect(run.status).toBe(0);
  expect(outcomes(run)).toMatchObject({ plan: 'success', execute: 'skipped', report: 'success', after: 'success' });
  expect(run.log).toContain('RESULTS success skipped');
});

test('a required secret that is missing arrives empty, where GitHub would refuse to start', async () => {
  const run = await dispatch('good', { secrets: {} });
  expect(run.status).toBe(0);
  expect(run.step('plan', 'plan').log).toMatch(/the secret is $/m);
});

describe('a run that is stopped half-way', () => {
  const hang = (stop: (run: ReturnType<typeof startAct>) => void): Promise<ActResult> => {
    const run = startAct(consumer, {
      event: 'workflow_dispatch',
      workflow: 'rollback.yml',
      inputs: { target: 'v1', behaviour: 'hang' },
      secrets: { API_KEY: SECRET },
      onLog: (line) => {
        if (line.includes('hanging now')) stop(run);
      },
    });
    return run.done;
  };

  test('cancel: the step is killed, always() and cancelled() steps run, the status says cancelled', async () => {
    const run = await hang((each) => each.cancel());
    expect(run.cancelled).toBe(true);
    expect(run.status).toBe(1);
    expect(outcomes(run)).toMatchObject({ plan: 'success', execute: 'failure', after: 'skipped' });
    expect(run.log).not.toContain('got SIG');
    expect(run.log).toContain('it was cancelled');
    expect(run.log).toContain('status cancelled outcome failure');
    // Its only step has no always() of its own; GitHub would run it.
    expect(run.log).not.toContain('RESULTS');
    expect(alive()).toEqual([]);
  });

  test('interrupt: the program of the step is told, as GitHub does first', async () => {
    let told = false;
    const run = await hang((each) => {
      each.interrupt();
      setTimeout(() => each.cancel(), 300);
      told = true;
    });
    expect(told).toBe(true);
    expect(run.log).toContain('got SIGINT');
  });

  test('kill: nothing runs any more, and nothing is left', async () => {
    const run = await hang((each) => each.kill());
    expect(run.signal).toBe('SIGKILL');
    expect(run.job('execute').result).toBe('unfinished');
    expect(run.log).not.toContain('it was cancelled');
    expect(alive()).toEqual([]);
  });

  test('a run that takes too long is ended, with its log in the error', async () => {
    const endless = runAct(consumer, {
      event: 'workflow_dispatch',
      workflow: 'rollback.yml',
      inputs: { target: 'v1', behaviour: 'hang' },
      timeoutMs: 1500,
    });
    await expect(endless).rejects.toThrow(/did not end within 1500 ms[\s\S]*hanging now/);
    expect(alive()).toEqual([]);
  });
});

describe('a pull request', () => {
  let run: ActResult;
  let merged: string;

  beforeAll(async () => {
    consumer.commit({ 'migrations/1/migration.sql': 'SELECT 1;\n', 'rewind.yml': null }, 'A migration', 'feature');
    const request = consumer.pullRequest({ number: 12, branch: 'feature', fromFork: true });
    merged = request.sha;
    run = await runAct(consumer, {
      ...request,
      event: 'pull_request',
      workflow: 'pull-request.yml',
      secrets: { LINES: 'first-line-of-secret\nsecond-line' },
    });
  });

  test('the merge commit is checked out, with the history that was asked for and no credentials', () => {
    expect(run.status).toBe(0);
    const look = run.step('look', 'Look').log;
    expect(look).toContain(`AT ${merged} refs/pull/12/merge main feature true`);
    expect(look).toContain('CHANGED migrations/1/migration.sql rewind.yml');
    expect(look).toContain('HISTORY 3');
    expect(look).toContain('no credentials');
  });

  test('the composite action at the root runs, inside it another action, and its output comes out', () => {
    expect(run.step('look', 'rewind').outputs.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(run.step('look', 'rewind/run').log).toMatch(/^v24\./m);
    expect(run.step('look', 'rewind/1').log).toContain('Artifact composite-plan: 2 file(s)');
  });

  test('a step that may fail does not fail the job; a secret of several lines is not masked by act', () => {
    expect(run.step('look', 'Fails').result).toBe('failure');
    expect(run.job('look').result).toBe('success');
    expect(run.log).toContain('first-line-of-secret');
  });

  test('the artifact stand-ins: several paths, exclusions, hidden files, nothing to upload, nothing to download', () => {
    const log = run.job('files').steps.map((step) => step.log);
    expect(log.join('')).toContain('OUTCOMES failure failure');
    expect(log.join('')).toContain('GOT ./a/b/two.txt ./a/one.txt ./c/.d/four.txt ./c/four.txt');
    expect(run.job('files').annotations.map((each) => each.message)).toEqual([
      'No files were found with the provided path: nowhere. No artifacts will be uploaded.',
      expect.stringContaining('Artifact not found for name: absent (404'),
    ]);
  });
});

describe('the copies', () => {
  const self = { slug: 'OWNER/rewind', ref: 'v1' };

  test('a caller is copied byte for byte', () => {
    const copy = readFileSync(join(consumer.dir, '.github/workflows/rollback.yml'), 'utf8');
    expect(copy).toBe(fixture('examples/rollback.yml'));
  });

  test('of a called workflow only what act cannot read is changed', () => {
    const original = fixture('product/.github/workflows/rollback.yml');
    const mapped = mapForAct(original, self);
    expect(mapped).toBe(
      original
        .replace('  queue: max\n', '')
        .replace('      artifact-metadata: read\n', '')
        .replace('{ name: production, deployment: false }', '{ name: production }')
        .replaceAll('$/.github/actions/probe', 'OWNER/rewind/.github/actions/probe@v1'),
    );
    expect(mapForAct(mapped, self)).toBe(mapped);
  });

  test('blocks, last lines and first places of a flow mapping', () => {
    const text =
      'concurrency: { queue: max, group: a }\njobs:\n  a:\n    environment:\n      name: b\n      deployment: false';
    expect(mapForAct(text, self)).toBe('concurrency: { group: a }\njobs:\n  a:\n    environment:\n      name: b\n');
  });

  test.each([
    ['queue', 'concurrency: { group: a, queue: max }\n', ''],
    ['deployment', '', '\n    environment: { name: a, deployment: false }'],
    ['artifact-metadata', 'permissions: { artifact-metadata: read }\n', ''],
  ])('act itself still refuses %s: when it no longer does, the mapping can go', async (key, top, job) => {
    const text = `on: push\n${top}jobs:\n  a:\n    runs-on: ubuntu-latest${job}\n    steps:\n      - run: "true"\n`;
    const sha = consumer.commit({ 'check/w.yml': text }, 'to check', `check-${key}`);
    const file = join(consumer.internal.scratch, `${key}.yml`);
    execFileSync('sh', ['-c', `git -C "$0" show "$1:check/w.yml" > "$2"`, consumer.dir, sha, file]);
    const validate = (): string =>
      execFileSync(ACT, ['--validate', '-W', file], { cwd: consumer.dir, encoding: 'utf8', stdio: 'pipe' });
    expect(validate).toThrow(new RegExp(`Unknown Property ${key}`));
  });

  test('an action without a stand-in is refused before anything runs', async () => {
    const files = {
      '.github/workflows/a.yml': 'on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ uses: some/tool@v1 }] } }\n',
    };
    await expect(createConsumer({ files, githubApiUrl: url, product: join(FIXTURES, 'product') })).rejects.toThrow(
      'some/tool@v1 is used and has no stand-in',
    );
    const product = join(FIXTURES, 'product');
    const with_ = await createConsumer({ files, githubApiUrl: url, product, standIns: { 'some/tool': 'noop' } });
    const run = await runAct(with_, { event: 'push', workflow: 'a.yml' });
    with_.close();
    expect(run.status).toBe(0);
    expect(run.log).toContain('nothing done; inputs: none');
  });
});

describe('a dispatch is refused as GitHub refuses it', () => {
  const caller = fixture('examples/rollback.yml');
  test.each([
    [{ target: 'v1', tarket: 'x' }, 'unexpected inputs tarket'],
    [{}, 'required input target is missing'],
    [{ target: 'v1', behaviour: 'odd' }, 'behaviour is "odd", not one of good, bad, hang'],
  ])('%j', (inputs, message) => {
    expect(() => dispatchInputs(caller, inputs)).toThrow(message);
  });
});
