import { git } from '../../readiness/git.js';
import type { Context } from '../../runtime/context.js';

/**
 * The repository of the run, else the one of the remote "origin": `owner/name`, with the host before it if it is not
 * github.com. Null if neither is known.
 */
export async function remoteRepository(ctx: Context): Promise<string | null> {
  const name = ctx.env.text('GITHUB_REPOSITORY');
  if (name !== undefined) return withHost(new URL(ctx.env.url('GITHUB_SERVER_URL', 'https://github.com')).host, name);
  try {
    return repositoryOfRemote((await git(ctx, ['config', '--get', 'remote.origin.url'])).trim());
  } catch {
    // No checkout, or no remote.
    return null;
  }
}

/** The repository that a remote leads to; null for a path, or for another host's form. A password in it is left out. Pure. */
export function repositoryOfRemote(url: string): string | null {
  const [, host, path] =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([A-Za-z0-9.-]+)(?::\d+)?\/(.+)$/.exec(url) ??
    /^(?:[\w.-]+@)?([A-Za-z0-9.-]+):(?!\/)(.+)$/.exec(url) ??
    [];
  const [, name] = /^([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(path ?? '') ?? [];
  return host === undefined || name === undefined ? null : withHost(host, name);
}

const withHost = (host: string, name: string): string =>
  host === 'github.com' || host === 'ssh.github.com' ? name : `${host}/${name}`;
