import { spawn, type ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { shellWord } from '../../runtime/shell-word.js';
import { oneLine } from '../../runtime/text.js';
import type { RepositoryName } from './git.js';
import type { KeySecret } from './keys.js';

/** Of the GitHub CLI; it finds its login by these. */
const NAMES = [
  'GH_TOKEN',
  'GITHUB_TOKEN',
  'GH_HOST',
  'GH_ENTERPRISE_TOKEN',
  'GITHUB_ENTERPRISE_TOKEN',
  'GH_CONFIG_DIR',
  'XDG_CONFIG_HOME',
];

/** It asks GitHub once for each call. */
const LIMIT_MS = 60_000;

interface Answer {
  readonly status: number;
  /** The last line of its standard error. */
  readonly said: string;
  /** Its standard output. */
  readonly output: string;
}

/** Runs the GitHub CLI. A secret goes through its standard input, never through its arguments. */
async function gh(ctx: Context, args: string[], input = ''): Promise<Answer> {
  const own = NAMES.flatMap((name) => {
    const value = ctx.env.secret(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const env = { ...ctx.childEnv, ...Object.fromEntries(own), GH_PROMPT_DISABLED: '1', NO_COLOR: '1' };
  try {
    const child = spawn('gh', args, { cwd: ctx.root, env, stdio: ['pipe', 'pipe', 'pipe'], timeout: LIMIT_MS });
    // One that ends without reading its input breaks the pipe. Its status and its message say why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const [status, stderr, output] = await Promise.all([statusOf(child), text(child.stderr), text(child.stdout)]);
    return { status, said: oneLine(ctx.masker.redact(stderr.trim().split('\n').at(-1) ?? '')), output };
  } catch (error) {
    return { status: -1, said: oneLine(messageOf(error)), output: '' };
  }
}

/** -1 if a signal ended it, e.g. at the time limit. */
function statusOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? -1));
  });
}

/** True if the GitHub CLI is there and logged in. */
export async function ghReady(ctx: Context, { host }: RepositoryName): Promise<boolean> {
  return (await gh(ctx, ['auth', 'status', '--hostname', host])).status === 0;
}

/**
 * Before anything is written: the CLI is logged in, and the environments exist. It makes none: a new one has no reviewers.
 * @throws RewindError input-invalid, with every problem
 */
export async function assertSecretsCanBeSet(
  ctx: Context,
  repository: RepositoryName,
  environments: readonly string[],
): Promise<void> {
  const { host, owner, name } = repository;
  if (!(await ghReady(ctx, repository))) {
    throw new RewindError(
      'input-invalid',
      `--set-secrets: the GitHub CLI "gh" is missing or not logged in to ${host}.`,
      {
        remedy: 'Install gh and run "gh auth login", or pass --keys FILE in place of --set-secrets.',
      },
    );
  }
  const problems: string[] = [];
  for (const environment of environments) {
    const path = `repos/${owner}/${name}/environments/${environment}`;
    const { status, said } = await gh(ctx, ['api', '--hostname', host, path]);
    if (status !== 0) {
      problems.push(`${said} Create it: gh api --hostname ${shellWord(host)} --method PUT ${shellWord(path)}`);
    }
  }
  if (problems.length === 0) return;
  throw new RewindError(
    'input-invalid',
    `--set-secrets: an environment of ${owner}/${name} could not be read. Nothing was written.`,
    { problems, remedy: await environmentsRemedy(ctx, repository) },
  );
}

const environmentList = z.object({ environments: z.array(z.object({ name: z.string() })) });
/** At most this many environments are named. */
const NAMED = 20;

/** Which environments there are: a wrong name is more frequent than a missing environment. */
async function environmentsRemedy(ctx: Context, { host, owner, name }: RepositoryName): Promise<string> {
  const path = `repos/${owner}/${name}/environments?per_page=100`;
  const { status, output } = await gh(ctx, ['api', '--hostname', host, path]);
  const found = environmentList.safeParse(status === 0 ? parseJson(output) : undefined);
  if (!found.success) return 'Create the environments, or name another one with --environment.';
  const names = found.data.environments.map((one) => `"${oneLine(ctx.masker.redact(one.name))}"`).sort();
  if (names.length === 0) return `${owner}/${name} has no environments. Create them with the commands above.`;
  const more = names.length > NAMED ? `, and ${names.length - NAMED} more` : '';
  return `${owner}/${name} has the environments ${names.slice(0, NAMED).join(', ')}${more}. Name the one of your rollbacks with --environment NAME (Rewind also needs NAME-plan), or create the missing ones with the commands above.`;
}

function parseJson(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}

/** @throws RewindError input-invalid; a run that begins again makes new keys and sets all of them */
export async function setSecrets(
  ctx: Context,
  { host, owner, name }: RepositoryName,
  secrets: readonly KeySecret[],
): Promise<void> {
  for (const secret of secrets) {
    for (const environment of secret.environments) {
      const args = ['secret', 'set', secret.name, '--env', environment, '--repo', `${host}/${owner}/${name}`];
      const { status, said } = await gh(ctx, args, secret.value);
      if (status === 0) continue;
      throw new RewindError('input-invalid', `gh could not set ${secret.name} in "${environment}": ${said}`, {
        remedy: 'No file was written. Run "rewind init" again: it makes new keys and sets all secrets.',
      });
    }
  }
}
