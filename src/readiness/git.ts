import { getExecOutput } from '@actions/exec';
import type { Context } from '../runtime/context.js';
import { RewindError } from '../runtime/errors.js';
import { runProgram } from '../runtime/shell-command.js';

/** For a large diff. */
const SECONDS = 120;
// safe.directory: in a container the checkout often belongs to another user.
const OWN = ['-c', 'safe.directory=*'];

/**
 * The text of a file on the base; null if the base does not have it.
 * @param path relative to the repository
 * @throws RewindError input-invalid, git-history-missing
 */
export async function readOnBase(ctx: Context, path: string, base: string): Promise<string | null> {
  const from = await forkPoint(ctx, base);
  const found = await git(ctx, ['ls-tree', '-z', '--name-only', from, '--', path]);
  return found === '' ? null : git(ctx, ['show', `${from}:./${path}`]);
}

/**
 * The merge base of the change.
 * @throws RewindError input-invalid, git-history-missing
 */
export async function forkPoint(ctx: Context, base: string): Promise<string> {
  if (!isRefName(base)) {
    throw new RewindError('input-invalid', `base: "${base}" is neither a branch nor a commit`);
  }
  const { exitCode, stdout, stderr } = await execute(ctx, ['merge-base', base, 'HEAD']);
  if (exitCode === 0) return stdout.trim();
  if (stderr.trim() !== '') throw failure(['merge-base'], stderr);
  // git says nothing if both have commits, and none in common.
  const isShallow = (await git(ctx, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  throw new RewindError(
    'git-history-missing',
    isShallow
      ? `This checkout holds only the newest commits: the one that "${base}" and this change have in common is not among them.`
      : `"${base}" and this change have no commit in common, so they cannot be compared.`,
    isShallow
      ? {}
      : { remedy: `Rebase the change onto "${base}", or name the branch that it begins at as the base (--base).` },
  );
}

/** git-check-ref-format(1): what a name of a branch may hold. No range (`a..b`), no revision (`a~1`, `a@{1}`), no option. */
function isRefName(name: string): boolean {
  const forbidden = /^-|[\0- \x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.$|(^|\/)\.|\.lock(\/|$)/;
  return name !== '' && name !== '@' && !forbidden.test(name);
}

/** The output of git in the root of the repository. @throws RewindError git-history-missing */
export async function git(ctx: Context, args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await execute(ctx, args);
  if (exitCode === 0) return stdout;
  throw failure(args, stderr);
}

/** @throws RewindError tool-missing */
const execute = (ctx: Context, args: string[]) =>
  getExecOutput('git', [...OWN, ...args], {
    cwd: ctx.root,
    env: { ...ctx.childEnv },
    silent: true,
    ignoreReturnCode: true,
  }).catch((error: unknown): never => {
    throw new RewindError('tool-missing', 'The program "git" could not be started.', {
      remedy: 'Install git, or add its folder to PATH.',
      cause: error,
    });
  });

/**
 * The output of git, line by line, each cut to 2,000 characters: a pull request may have any size.
 * @throws RewindError git-history-missing, cancelled
 */
export async function gitLines(ctx: Context, args: readonly string[], onLine: (line: string) => void): Promise<void> {
  const ended = await runProgram(ctx, ['git', ...OWN, ...args], ctx.childEnv, SECONDS, onLine);
  if (ended.failure !== null) throw failure(args, ended.lastLine ?? ended.failure);
}

function failure([command = '']: readonly string[], said: string): RewindError {
  const outside = said.includes('not a git repository');
  return new RewindError(
    'git-history-missing',
    `git ${command} failed: ${said.trim().split('\n').at(-1) ?? ''}`,
    outside ? { remedy: 'Run the command in a checkout of the repository.' } : {},
  );
}
