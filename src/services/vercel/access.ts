import { z } from 'zod';
import type { Access } from '../../runtime/access.js';
import type { Context } from '../../runtime/context.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { vercelApi } from './client.js';

const WRITERS: readonly string[] = ['OWNER', 'MEMBER'];
const READERS: readonly string[] = ['VIEWER', 'VIEWER_FOR_PLUS', 'BILLING', 'SECURITY'];
const membership = z.object({ membership: z.object({ role: z.string() }).optional() });

/**
 * A token has the rights of its user in the team. The other roles depend on the project, so they tell nothing.
 * `/v2/user` is not asked: it is unknown to a token of one project.
 */
export async function vercelAccess(
  { team }: { readonly team?: string | null | undefined },
  ctx: Context,
): Promise<Access> {
  const credential = 'VERCEL_TOKEN';
  if (!team) return { credential, writes: null, why: 'no team is configured whose members Vercel could name' };
  const role = await roleIn(team, ctx);
  if (role === undefined) return { credential, writes: null, why: 'Vercel does not show its role in the team' };
  const writes = WRITERS.includes(role) ? true : READERS.includes(role) ? false : null;
  return { credential, writes, why: `its user has the role ${role} in the team` };
}

async function roleIn(team: string, ctx: Context): Promise<string | undefined> {
  try {
    const call = { method: 'GET', what: 'read the team', path: `/v2/teams/${encodeURIComponent(team)}` } as const;
    return (await vercelApi(ctx, team).request(call, membership)).data.membership?.role;
  } catch (error) {
    // A token of one project may not read the team.
    if (error instanceof HttpFailure && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}
