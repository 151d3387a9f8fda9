import type { State } from './state.js';

type Meta = Readonly<Record<string, unknown>> | null | undefined;

/** A deployment as a state holds it. @param meta as Vercel returns it */
export function described(
  { id, url, createdAt }: { readonly id: string; readonly url: string; readonly createdAt: number },
  meta: Meta,
): NonNullable<State['production']> {
  return { id, url, createdAt, commit: commitOf(meta), rebuildOf: first(meta, 'rewindRebuildOf'), ref: refOf(meta) };
}

/** Commit of a build; null if Git is not connected. */
export const commitOf = (meta: Meta): string | null =>
  first(meta, 'githubCommitSha', 'gitlabCommitSha', 'bitbucketCommitSha', 'gitCommitSha');

/** Branch of a build; null if Git is not connected. */
export const refOf = (meta: Meta): string | null =>
  first(meta, 'githubCommitRef', 'gitlabCommitRef', 'bitbucketCommitRef', 'gitCommitRef');

function first(meta: Meta, ...keys: string[]): string | null {
  const value = keys.map((key) => meta?.[key]).find((candidate) => typeof candidate === 'string');
  return typeof value === 'string' ? value : null;
}
