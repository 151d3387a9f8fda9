import { spawnSync } from 'node:child_process';
import { hostname, userInfo } from 'node:os';
import type { Env } from './context.js';

/**
 * Who runs the program outside of GitHub Actions: `ada on build-7`, with the name of git's configuration for an account that
 * several people share, `root on build-7 (git: Ada Lovelace)`. Another CI system names the person in GITHUB_ACTOR.
 */
export function operatorOf(env: Env): string {
  const actor = env.text('GITHUB_ACTOR');
  if (actor !== undefined) return actor;
  const account = env.text('SUDO_USER') ?? accountName(env);
  const shared = account === null || account === 'root' ? gitName(env) : null;
  const name = account ?? `user ${process.getuid?.() ?? 'without an account'}`;
  return `${name} on ${hostname()}${shared === null ? '' : ` (git: ${shared})`}`;
}

/** A container may run a user id that has no account. */
function accountName(env: Env): string | null {
  try {
    return userInfo().username;
  } catch {
    return env.text('USER') ?? env.text('LOGNAME') ?? null;
  }
}

/** By what decides it: starting git takes longer than the rest of a short command. */
const names = new Map<string, string | null>();

function gitName(env: Env): string | null {
  const key = JSON.stringify([env.text('PATH'), env.text('HOME'), process.cwd()]);
  const known = names.has(key) ? (names.get(key) ?? null) : askGit(env);
  names.set(key, known);
  return known;
}

function askGit(env: Env): string | null {
  const variables = { PATH: env.text('PATH'), HOME: env.text('HOME') };
  const { status, stdout } = spawnSync('git', ['config', 'user.name'], {
    encoding: 'utf8',
    env: variables,
    timeout: 2_000,
  });
  const name = status === 0 ? stdout.trim() : '';
  return name === '' ? null : name;
}
