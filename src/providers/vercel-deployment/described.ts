import { MAINTENANCE } from '../../services/vercel/maintenance-page.js';
import type { DeploymentState, State } from './state.js';

type Meta = Readonly<Record<string, unknown>> | null | undefined;

/** A deployment as a state holds it. @param meta as Vercel returns it */
export function described(
  { id, url, createdAt }: { readonly id: string; readonly url: string; readonly createdAt: number },
  meta: Meta,
): DeploymentState {
  const rebuildOf = first(meta, 'rewindRebuildOf');
  const maintenance = isMaintenance(meta) ? { maintenance: true as const } : {};
  return { id, url, createdAt, commit: commitOf(meta), rebuildOf, ref: refOf(meta), ...maintenance };
}

/** The release that counts: during maintenance the one that the page stands in for. Null if there is none, or it is unknown. */
export const releaseOf = ({ production, instead }: State): DeploymentState | null =>
  production?.maintenance === true ? (instead ?? null) : production;

/** The state as it would be without the page. It does not show the automatic assignment that the owner chose. */
export function withoutMaintenance({ instead = null, ...state }: State): State {
  const { production: page } = state;
  if (page?.maintenance !== true || instead === null) return state;
  const domains = state.domains.map(({ name, deployment }) => ({
    name,
    deployment: deployment === page.id ? instead.id : deployment,
  }));
  return { ...state, production: instead, autoAssign: null, domains };
}

/** Whether Rewind made the deployment for maintenance. */
export const isMaintenance = (meta: Meta): boolean => meta?.[MAINTENANCE] === '1';

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
