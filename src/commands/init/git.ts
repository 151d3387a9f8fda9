import { realpathSync } from 'node:fs';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { git } from '../../readiness/git.js';

export interface RepositoryName {
  /** `github.com`, or a server of a company. */
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

export interface GitFound {
  /** Null without a remote, or with one that is not on GitHub. */
  readonly repository: RepositoryName | null;
  /** Null if the repository is no Git repository. */
  readonly branch: string | null;
  /** What the person should know, in sentences. */
  readonly notes: readonly string[];
  /** A person for the question about contacts: "Ada Berg: ada@…". */
  readonly person: string | null;
}

/**
 * What Git knows. A remote may hold a token: only owner and name are kept.
 * @throws RewindError input-invalid in a sub-folder, and inside of a repository that has no files checked out
 */
export async function readGit(ctx: Context): Promise<GitFound> {
  const ask = async (...args: string[]): Promise<string | null> => {
    try {
      return (await git(ctx, args)).trim() || null;
    } catch {
      return null;
    }
  };
  const top = await ask('rev-parse', '--show-toplevel');
  if (top === null) {
    if ((await ask('rev-parse', '--git-dir')) !== null) {
      throw new RewindError('input-invalid', 'This folder holds the data of a Git repository, not its files.', {
        remedy: 'Run "rewind init" in a clone of the repository, where its files are checked out.',
      });
    }
    const note =
      'This is not a Git repository, or Git is not installed. The repository on GitHub and its default branch are not known.';
    return { repository: null, branch: null, notes: [note], person: null };
  }
  if (realpathSync(top) !== realpathSync(ctx.root)) {
    throw new RewindError('input-invalid', `This folder is a part of the repository in ${top}.`, {
      remedy: `Run "rewind init" in ${top}: GitHub reads workflows only there.`,
    });
  }
  const [remote, head, current, remotes, locals, name, email] = await Promise.all([
    ask('remote', 'get-url', 'origin'),
    ask('symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
    ask('symbolic-ref', '--short', 'HEAD'),
    ask('for-each-ref', '--format=%(refname:lstrip=3)', 'refs/remotes/origin'),
    ask('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads'),
    ask('config', 'user.name'),
    ask('config', 'user.email'),
  ]);
  const { branch, isKnown } = defaultBranch({
    head: head?.replace(/^origin\//, '') ?? null,
    current,
    remotes: (remotes ?? '').split('\n').filter((line) => line !== '' && line !== 'HEAD'),
    locals: (locals ?? '').split('\n').filter((line) => line !== ''),
  });
  return {
    repository: remote === null ? null : repositoryIn(remote),
    branch,
    notes: isKnown
      ? []
      : [
          `Git does not know the default branch of the repository; "${branch}" was taken. If it is another one, run "git remote set-head origin --auto" first.`,
        ],
    person: name === null || email === null ? null : `${name.replaceAll(':', ' ')}: ${email}`,
  };
}

/**
 * The default branch of the repository on GitHub. `origin/HEAD` names it, but only a clone has that. The branch that is
 * checked out is rarely the one: somebody makes a branch to add Rewind.
 */
export function defaultBranch(found: {
  readonly head: string | null;
  readonly current: string | null;
  readonly remotes: readonly string[];
  readonly locals: readonly string[];
}): { readonly branch: string; readonly isKnown: boolean } {
  const { head, current, remotes, locals } = found;
  if (head !== null) return { branch: head, isKnown: true };
  for (const branches of [remotes, locals]) {
    const usual = ['main', 'master'].find((name) => branches.includes(name));
    if (usual !== undefined) return { branch: usual, isKnown: true };
  }
  const [only] = remotes;
  if (only !== undefined && remotes.length === 1) return { branch: only, isKnown: true };
  if (current === 'main' || current === 'master') return { branch: current, isKnown: true };
  return { branch: current ?? 'main', isKnown: false };
}

/** Owner and name in the address of a remote: https, ssh, or the short form of ssh. Null for a path. */
export function repositoryIn(remote: string): RepositoryName | null {
  const found =
    /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:@]+)(?::\d+)?\/|(?:[^@/\s]+@)?([\w.-]+\.[\w.-]+):)([\w-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(
      remote,
    );
  if (!found) return null;
  return { host: (found[1] ?? found[2] ?? '').toLowerCase(), owner: found[3] ?? '', name: found[4] ?? '' };
}
