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
  /** A person for the question about contacts: "Ada Berg: ada@…". */
  readonly person: string | null;
}

/**
 * What Git knows. A remote may hold a token: only owner and name are kept.
 * @throws RewindError input-invalid in a sub-folder
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
  if (top === null) return { repository: null, branch: null, person: null };
  if (realpathSync(top) !== realpathSync(ctx.root)) {
    throw new RewindError('input-invalid', `This folder is a part of the repository in ${top}.`, {
      remedy: `Run "rewind init" in ${top}: GitHub reads workflows only there.`,
    });
  }
  const [remote, head, current, name, email] = await Promise.all([
    ask('remote', 'get-url', 'origin'),
    ask('symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
    ask('symbolic-ref', '--short', 'HEAD'),
    ask('config', 'user.name'),
    ask('config', 'user.email'),
  ]);
  return {
    repository: remote === null ? null : repositoryIn(remote),
    branch: head?.replace(/^origin\//, '') ?? current ?? 'main',
    person: name === null || email === null ? null : `${name.replaceAll(':', ' ')}: ${email}`,
  };
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
