import { z } from 'zod';
import type { Access } from '../../runtime/access.js';
import type { Context } from '../../runtime/context.js';

/** Scopes of a classic token that write to a repository. */
const WRITES =
  /^(repo|public_repo|repo:status|repo_deployment|workflow|security_events|delete_repo|write:.+|admin:.+)$/;

/** What GITHUB_TOKEN can do. GitHub tells the scopes of a classic token only. Null without a token. */
export async function tokenAccess(ctx: Context): Promise<Access | null> {
  const token = ctx.env.secret('GITHUB_TOKEN');
  if (token === undefined) return null;
  const credential = 'GITHUB_TOKEN';
  if (!token.startsWith('ghp_')) {
    return { credential, writes: null, why: 'its permissions are set in the workflow, or with the token in GitHub' };
  }
  const { headers } = await ctx.http.request(
    {
      service: 'GitHub',
      what: 'read the scopes of the token',
      method: 'GET',
      url: `${ctx.env.url('GITHUB_API_URL', 'https://api.github.com')}/rate_limit`,
      headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    },
    z.unknown(),
  );
  const scopes = (headers.get('x-oauth-scopes') ?? '')
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');
  return {
    credential,
    writes: scopes.some((scope) => WRITES.test(scope)),
    why: scopes.length === 0 ? 'it has no scope' : `it has the scopes ${scopes.join(', ')}`,
  };
}
