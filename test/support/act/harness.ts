/**
 * Runs workflows with `act` (host mode, no containers, no network) in a scratch consumer repository.
 *
 * How the files get there. The callers are copied from examples/ and stay as they are, but for `mapForAct`. act serves
 * `owner/name@ref` from a local folder (`--local-repository`), so that the lines
 * `uses: OWNER/rewind/.github/workflows/x.yml@v1`, `uses: OWNER/rewind@v1`, `uses: actions/upload-artifact@<sha>` and
 * `uses: actions/checkout@<sha>` are run as they are written: the first two from a copy of our own tree (action.yml,
 * .github/, dist/), the others from the stand-ins beside this file. An action that has no stand-in is an error: nothing
 * is ever fetched.
 *
 * docs/testing-with-act.md says how act 0.2.89 differs from GitHub.
 */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinTo, type Release } from '../../../src/runtime/release.js';
import { ActLog, type ActJob, type ActStep, type Annotation, type ExpectedJob } from './log.js';
import { dispatchInputs, jobsOf, mapForAct, remoteUse, usesOf } from './workflows.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));
const ACT = join(ROOT, '.cache/peers/bin/act');
/** Node 24, which GitHub's runner gives to `using: node24`; act takes the first `node` of PATH for it. */
const NODE_BIN = join(ROOT, 'node_modules/node/bin');

/** Folders that serve `owner/name` at whatever ref; noop for an action whose work means nothing here. */
const STAND_INS: Readonly<Record<string, string>> = {
  'actions/upload-artifact': join(HERE, 'upload-artifact'),
  'actions/download-artifact': join(HERE, 'download-artifact'),
  'actions/checkout': join(HERE, 'checkout'),
  'actions/attest': join(HERE, 'noop'),
  'actions/setup-node': join(HERE, 'noop'),
  'aws-actions/configure-aws-credentials': join(HERE, 'noop'),
};

export interface ConsumerOptions {
  /** Files of examples/ to copy as .github/workflows/. */
  readonly examples: readonly string[];
  /** Further files of the consumer, by path; workflow files among them get the same mapping. */
  readonly files: Readonly<Record<string, string>>;
  /** The GitHub double: REST and the artifact routes of the stand-ins. */
  readonly githubApiUrl: string;
  /** The release to which the examples are pinned; else they stay as they are in the repository. */
  readonly release?: Release;
}

/** `owner/name` of the consumer. */
const REPOSITORY = 'acme/shop';

export interface PullRequest {
  readonly number: number;
  readonly eventPayload: Readonly<Record<string, unknown>>;
  /** refs/pull/N/merge and the commit that merges the branch into the base. */
  readonly ref: string;
  readonly sha: string;
  readonly headSha: string;
}

export interface Consumer {
  /** Working tree of the scratch repository, on main. */
  readonly dir: string;
  /** The commit of main. */
  readonly sha: string;
  readonly githubApiUrl: string;
  /** Writes files and commits them on a new branch made from main. */
  commit(files: Readonly<Record<string, string>>, message: string, branch: string): void;
  /** Makes refs/pull/N/merge of a branch and the event payload of the pull request. */
  pullRequest(options: { number: number; branch: string; fromFork?: boolean }): PullRequest;
  /** From now on the workspace of each job holds these files before its first step, as on a runner that keeps it. */
  keepWorkspace(files: Readonly<Record<string, string>>): void;
  /** Ends what is left of its runs and removes its folder. */
  close(): void;
  /** For startAct. */
  readonly internal: { readonly scratch: string; readonly local: readonly string[]; readonly productWorkflows: string };
}

const isYaml = (path: string): boolean => /\.ya?ml$/.test(path);

export async function createConsumer(options: ConsumerOptions): Promise<Consumer> {
  const scratch = mkdtempSync(join(tmpdir(), 'rewind-act-'));
  const dir = join(scratch, 'repo');
  const product = join(scratch, 'product');
  mkdirSync(join(scratch, 'home'));
  mkdirSync(dir);

  const callers: Record<string, string> = {};
  for (const name of options.examples) {
    const text = readFileSync(join(ROOT, 'examples', name), 'utf8');
    callers[`.github/workflows/${basename(name)}`] = text;
  }
  const files: Record<string, string> = Object.fromEntries(
    Object.entries({ ...callers, ...options.files }).map(([path, text]) => [
      path,
      options.release === undefined ? text : pinTo(options.release, text),
    ]),
  );

  // The slug and ref by which the callers name the product; `$/` in our own files becomes the same.
  const isWorkflow = (path: string): boolean => path.startsWith('.github/') && isYaml(path);
  const ours = Object.entries(files)
    .filter(([path]) => isWorkflow(path))
    .flatMap(([, text]) => usesOf(text).map(remoteUse))
    .filter((use) => use?.slug.endsWith('/rewind'));
  const self = { slug: ours[0]?.slug ?? 'OWNER/rewind', ref: ours[0]?.ref ?? 'v1' };
  const other = ours.find((use) => use?.slug !== self.slug || use.ref !== self.ref);
  if (other !== undefined) {
    throw new Error(`the callers name the product in two ways: ${self.slug}@${self.ref}, ${other.slug}@${other.ref}`);
  }

  for (const name of ['.github', 'action.yml', 'dist']) {
    cpSync(join(ROOT, name), join(product, name), { recursive: true });
  }
  // Workflows that begin with an underscore are this repository's own; no consumer calls them.
  const called = join(product, '.github/workflows');
  for (const name of readdirSync(called)) {
    if (name.startsWith('_')) rmSync(join(called, name));
  }
  for (const path of yamlFiles(product)) writeFileSync(path, mapForAct(readFileSync(path, 'utf8'), self));
  for (const [path, text] of Object.entries(files)) {
    write(join(dir, path), isWorkflow(path) ? mapForAct(text, self) : text);
  }

  // act may ask for anything named in these files; each must have a folder that serves it.
  const all = [...yamlFiles(product), ...yamlFiles(join(dir, '.github'))].map((path) => readFileSync(path, 'utf8'));
  const remote = all.flatMap((text) => usesOf(text).map(remoteUse)).filter((use) => use !== undefined);
  const local = new Map<string, string>();
  for (const { slug, ref } of [...remote, self]) {
    const key = `${slug}@${ref}`;
    if (local.has(key)) continue;
    if (slug === self.slug) local.set(key, product);
    else {
      const source = STAND_INS[slug];
      if (source === undefined) throw new Error(`${key} is used and has no stand-in: add one to STAND_INS`);
      const copy = join(scratch, 'actions', slug);
      cpSync(source, copy, { recursive: true });
      for (const shared of ['toolkit.mjs', 'zip.mjs', 'kept.mjs']) cpSync(join(HERE, shared), join(copy, shared));
      writeFileSync(join(copy, 'origin.json'), JSON.stringify({ origin: dir }));
      local.set(key, copy);
    }
  }

  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], {
      cwd: dir,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: join(scratch, 'home'), GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  git('init', '--quiet', '--initial-branch=main');
  for (const [key, value] of [
    ['user.name', 'Consumer'],
    ['user.email', 'consumer@example.com'],
    ['uploadpack.allowAnySHA1InWant', 'true'],
  ] as const) {
    git('config', key, value);
  }
  git('remote', 'add', 'origin', `https://github.com/${REPOSITORY}.git`);
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', 'The shop');

  const commit: Consumer['commit'] = (changes, message, branch) => {
    git('switch', '--quiet', '-c', branch, 'main');
    for (const [path, text] of Object.entries(changes)) write(join(dir, path), text);
    git('add', '--all');
    git('commit', '--quiet', '-m', message);
    git('switch', '--quiet', 'main');
  };

  return {
    dir,
    get sha() {
      return git('rev-parse', 'main');
    },
    githubApiUrl: options.githubApiUrl,
    commit,
    pullRequest: ({ number, branch, fromFork = false }) => {
      const [headSha, baseSha] = [git('rev-parse', branch), git('rev-parse', 'main')];
      const tree = git('merge-tree', '--write-tree', 'main', branch);
      const message = `Merge ${headSha} into ${baseSha}`;
      const sha = git('commit-tree', tree, '-p', baseSha, '-p', headSha, '-m', message);
      const ref = `refs/pull/${number}/merge`;
      git('update-ref', ref, sha);
      git('update-ref', `refs/pull/${number}/head`, headSha);
      const repo = (fullName: string) => ({ full_name: fullName, name: fullName.split('/')[1], fork: fromFork });
      const eventPayload = {
        action: 'synchronize',
        number,
        pull_request: {
          number,
          title: 'A pull request',
          head: {
            ref: branch,
            sha: headSha,
            repo: repo(fromFork ? 'someone/shop' : REPOSITORY),
          },
          base: { ref: 'main', sha: baseSha, repo: { ...repo(REPOSITORY), fork: false } },
          user: { login: 'someone' },
        },
        repository: { full_name: REPOSITORY, default_branch: 'main' },
        sender: { login: 'someone' },
      };
      return { number, eventPayload, ref, sha, headSha };
    },
    keepWorkspace: (left) => {
      const kept = join(scratch, 'kept');
      for (const [path, text] of Object.entries(left)) write(join(kept, path), text);
      for (const name of ['checkout', 'download-artifact']) {
        const action = join(scratch, 'actions/actions', name);
        writeFileSync(join(action, 'origin.json'), JSON.stringify({ origin: dir, kept }));
        appendFileSync(join(action, 'action.yml'), '  pre: kept.mjs\n');
      }
    },
    close: () => {
      endLeftovers(scratch);
      rmSync(scratch, { recursive: true, force: true });
    },
    internal: {
      scratch,
      local: [...local].map(([key, folder]) => `${key}=${folder}`),
      productWorkflows: join(product, '.github/workflows'),
    },
  };
}

export interface RunOptions {
  readonly event: 'push' | 'workflow_dispatch' | 'repository_dispatch' | 'pull_request' | 'schedule' | 'merge_group';
  /** File name below .github/workflows/ of the consumer. */
  readonly workflow: string;
  /** Of workflow_dispatch; checked as GitHub would: dispatchInputs. */
  readonly inputs?: Readonly<Record<string, string | boolean | number>>;
  /** Written to a file that only we can read, never to a command line. GITHUB_TOKEN is `github.token`. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Merged over what the harness makes (ref, inputs, repository, sender). */
  readonly eventPayload?: Readonly<Record<string, unknown>>;
  /** Environment of all steps. GITHUB_* given here wins over the harness. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default: main and its commit; a pull request gives both. */
  readonly ref?: string;
  readonly sha?: string;
  readonly runId?: number;
  /** A folder whose programs the steps find before all others. */
  readonly programs?: string;
  /** Every completed line of the log, and the run, e.g. to cancel it at a certain line. */
  readonly onLog?: (line: string, run: ActRun) => void;
}

export interface ActRun {
  readonly runId: number;
  /** Signals the first process of each step under way, which is all that GitHub does at first; act sees it fail. */
  interrupt(): void;
  readonly done: Promise<ActResult>;
}

export interface ActResult {
  readonly runId: number;
  /** 0 when no job failed; 1 otherwise; null when act was killed. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** All text, as a person would see it, masked by act. */
  readonly log: string;
  readonly jobs: readonly ActJob[];
  /** All summaries, one after the other, not masked. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly durationMs: number;
  /** The one job of that id, or `caller/id`; fails when there is none. */
  job(id: string): ActJob;
  /** The step (stage Main) of that id or name; fails when it did not run. */
  step(job: string, step: string): ActStep;
}

const TIMEOUT_MS = 180_000;
let lastRunId = 7_000_000_000;

export function startAct(consumer: Consumer, options: RunOptions): ActRun {
  const { scratch, local } = consumer.internal;
  const runId = options.runId ?? ++lastRunId;
  const folder = mkdtempSync(join(scratch, `run-${runId}-`));
  const path = join(consumer.dir, '.github/workflows', options.workflow);
  const text = readFileSync(path, 'utf8');
  const sha = options.sha ?? consumer.sha;
  const ref = options.ref ?? 'refs/heads/main';
  const actor = 'alice';
  const [owner = '', name = ''] = REPOSITORY.split('/');

  const event = {
    ...(options.event === 'pull_request' ? {} : { ref }),
    ...(options.event === 'push' ? { after: sha, deleted: false } : {}),
    ...(options.event === 'workflow_dispatch' ? { inputs: dispatchInputs(text, options.inputs ?? {}) } : {}),
    repository: { full_name: REPOSITORY, name, owner: { login: owner }, default_branch: 'main' },
    sender: { login: actor },
    ...options.eventPayload,
  };
  // JSON is YAML, and act reads these files as YAML by their name: no quoting rules of .env files.
  const file = (suffix: string, content: unknown): string => {
    const target = join(folder, suffix);
    writeFileSync(target, JSON.stringify(content), { mode: 0o600 });
    return target;
  };
  const env = {
    GITHUB_API_URL: consumer.githubApiUrl,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_RUN_ID: String(runId),
    GITHUB_RUN_NUMBER: String(runId % 1_000_000),
    GITHUB_RUN_ATTEMPT: '1',
    // act takes `github.sha` from this name; GITHUB_SHA itself is overwritten by it.
    SHA_REF: sha,
    ...(options.event === 'pull_request' ? {} : { GITHUB_REF: ref }),
    // Known to GitHub's runner and not to act: as environment only, not in expressions.
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/${options.workflow}@${ref}`,
    GITHUB_WORKFLOW_SHA: sha,
    GITHUB_REPOSITORY_ID: '1',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'act',
    ...options.env,
  };
  const secrets = { GITHUB_TOKEN: `ghs_${randomBytes(18).toString('hex')}`, ...options.secrets };
  const args = [
    options.event,
    ...['--directory', consumer.dir],
    ...['--workflows', path],
    ...['--eventpath', file('event.json', event)],
    ...['--secret-file', file('secrets.yml', secrets)],
    ...['--env-file', file('env.yml', env)],
    ...['--input-file', file('inputs.yml', {})],
    ...['--actor', actor, '--defaultbranch', 'main'],
    ...['ubuntu-latest', 'ubuntu-24.04', 'ubuntu-22.04', 'self-hosted'].flatMap((label) => [
      '--platform',
      `${label}=-self-hosted`,
    ]),
    ...['--container-daemon-socket', '-', '--pull=false', '--action-offline-mode', '--no-cache-server'],
    ...['--action-cache-path', join(scratch, 'cache'), '--no-skip-checkout'],
    // Its table of local repositories is a plain map: two jobs at once would race for it.
    ...['--concurrent-jobs', '1'],
    ...local.flatMap((mapping) => ['--local-repository', mapping]),
    // Secrets as the program itself prints them, not as the runner hides them.
    '--insecure-secrets',
    '--rm',
    '--json',
  ];

  const begun = performance.now();
  // Host mode gives all of this environment to every step; so it holds nothing of ours.
  const child = spawn(ACT, args, {
    cwd: consumer.dir,
    env: {
      PATH: [...(options.programs === undefined ? [] : [options.programs]), NODE_BIN, process.env.PATH ?? ''].join(':'),
      HOME: join(scratch, 'home'),
      XDG_CACHE_HOME: join(scratch, 'home/.cache'),
      LANG: 'C.UTF-8',
      GIT_CONFIG_NOSYSTEM: '1',
      // act gives every step a terminal, GitHub gives none: without these, git would wait in a pager.
      PAGER: 'cat',
      GIT_PAGER: 'cat',
      NO_COLOR: '1',
      [MARKER]: scratch,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const log = new ActLog(expectedJobs(consumer, text));
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill('SIGKILL');
    endLeftovers(scratch);
  }, TIMEOUT_MS);

  const done = new Promise<ActResult>((resolve, reject) => {
    const take = (chunk: string): void => {
      for (const line of log.push(chunk)) options.onLog?.(line, run);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', reject).on('close', (status, signal) => {
      clearTimeout(timer);
      log.finish();
      const durationMs = performance.now() - begun;
      const settle = (): void => {
        if (timedOut) reject(new Error(`act did not end within ${TIMEOUT_MS} ms:\n${log.text.slice(-4000)}`));
        else resolve(result(log, { runId, status, signal, durationMs }));
      };
      if (signal === null) settle();
      else void leftoversGone(scratch).then(settle, reject);
    });
  });
  const run: ActRun = {
    runId,
    interrupt: () => {
      for (const pid of childrenOf(child.pid ?? 0)) process.kill(pid, 'SIGINT');
    },
    done,
  };
  return run;
}

type Outcome = Pick<ActResult, 'runId' | 'status' | 'signal' | 'durationMs'>;

function result(log: ActLog, outcome: Outcome): ActResult {
  const job = (wanted: string): ActJob => {
    const found = log.jobs.filter(
      (known) => known.id === wanted || (known.calledBy !== undefined && `${known.calledBy}/${known.id}` === wanted),
    );
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    const known = log.jobs.map((each) => (each.calledBy === undefined ? each.id : `${each.calledBy}/${each.id}`));
    throw new Error(`${found.length} jobs are "${wanted}"; there are: ${known.join(', ')}\n${log.text.slice(-4000)}`);
  };
  return {
    ...outcome,
    log: log.text,
    jobs: log.jobs,
    summary: log.jobs.map((each) => each.summary).join(''),
    annotations: log.jobs.flatMap((each) => each.annotations),
    job,
    step: (jobId, wanted) => {
      const { steps } = job(jobId);
      const found = steps.find((step) => step.stage === 'Main' && (step.id === wanted || step.name === wanted));
      if (found !== undefined) return found;
      throw new Error(`step "${wanted}" of ${jobId} did not run; there are: ${steps.map((s) => s.name).join(', ')}`);
    },
  };
}

/** The jobs of a caller, and those of the reusable workflows that it calls. */
function expectedJobs(consumer: Consumer, text: string): ExpectedJob[] {
  return jobsOf(text).flatMap((caller): ExpectedJob[] => {
    if (caller.uses === undefined) return [caller];
    const remote = remoteUse(caller.uses);
    const file =
      remote === undefined
        ? join(consumer.dir, caller.uses)
        : join(consumer.internal.productWorkflows, basename(remote.path));
    if (!existsSync(file)) return [caller];
    return jobsOf(readFileSync(file, 'utf8')).map((job) => ({ ...job, calledBy: caller }));
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return item.name === 'dist' || item.name === 'node_modules' ? [] : yamlFiles(path);
    return isYaml(path) ? [path] : [];
  });
}

function childrenOf(parent: number): number[] {
  const threads = readdirSync(`/proc/${parent}/task`).flatMap((thread) => {
    try {
      return readFileSync(`/proc/${parent}/task/${thread}/children`, 'utf8').split(' ');
    } catch {
      return []; // A thread that has just ended.
    }
  });
  return [...new Set(threads.filter((pid) => pid !== '').map(Number))];
}

/** In the environment of act and of every step; by it the processes of a run are known. */
const MARKER = 'REWIND_ACT_SCRATCH';

function leftovers(scratch: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${MARKER}=${scratch}`);
      } catch {
        return false; // Gone in the meantime, or not ours to read.
      }
    });
}

/** act ends only the first process of a step; what that one had started may live on, in a session of its own. */
function endLeftovers(scratch: string): void {
  for (const pid of leftovers(scratch)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone in the meantime.
    }
  }
}

async function leftoversGone(scratch: string): Promise<void> {
  for (let left = 200; left > 0 && leftovers(scratch).length > 0; left -= 1) {
    endLeftovers(scratch);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
