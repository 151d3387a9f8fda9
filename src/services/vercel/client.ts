import { z } from 'zod';
import type { Context, HttpRequest, HttpResponse } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';

export type VercelCall = Pick<HttpRequest, 'method' | 'what'> &
  Partial<Omit<HttpRequest, 'service' | 'url' | 'method' | 'what' | 'resource' | 'body' | 'isThrottled'>> & {
    /** From the root, e.g. `/v9/projects/prj_1`. */
    readonly path: string;
  };

/** Sends requests to Vercel's REST API for one team. */
export interface VercelApi {
  request<T>(call: VercelCall, schema: z.ZodType<T>): Promise<HttpResponse<T>>;
  /** Reads all pages of a list. */
  all<T>(call: VercelCall, field: string, row: z.ZodType<T>): Promise<T[]>;
}

/** A project and the team that owns it; without a team, the token's own account. */
export interface VercelProject {
  readonly project: string;
  readonly team?: string | null | undefined;
}

/** Its name for messages, and for what a run read from it. */
export const VERCEL = 'Vercel';

/** Vercel gives the end of a limit as a time of day. */
const LONGEST_RESET_MS = 5_000;

/** A list with more pages counts as broken paging. */
const MAX_PAGES = 100;

/**
 * @param team sent with every request; without it, Vercel uses the token's default team
 * @throws RewindError credential-missing
 */
export function vercelApi(ctx: Context, team: string | null | undefined): VercelApi {
  const base = ctx.env.url('VERCEL_API_URL', 'https://api.vercel.com');
  const token = ctx.env.token('VERCEL_TOKEN', ctx.resource);
  const request: VercelApi['request'] = async ({ path, query, headers, ...rest }, schema) => {
    const call: HttpRequest = {
      service: VERCEL,
      resource: ctx.resource,
      longestResetMs: LONGEST_RESET_MS,
      ...rest,
      url: `${base}${path}`,
      headers: { ...headers, authorization: `Bearer ${token}` },
      query: { ...query, teamId: team ?? undefined },
    };
    try {
      return await ctx.http.request(call, schema);
    } catch (error) {
      throw invalidToken(error) ?? notFound(error, team) ?? error;
    }
  };
  return {
    request,
    all: async (call, field, row) => {
      const page = z.object({
        [field]: z.array(row),
        pagination: z.object({ next: z.union([z.number(), z.string()]).nullable() }).optional(),
      });
      const rows: z.infer<typeof row>[] = [];
      let until: string | number | undefined;
      for (let pages = 0; pages < MAX_PAGES; pages += 1) {
        const { data } = await request({ ...call, query: { limit: 100, ...call.query, until } }, page);
        rows.push(...(data[field] as z.infer<typeof row>[]));
        const next = (data.pagination as { next: string | number | null } | undefined)?.next ?? null;
        if (next === null) return rows;
        if (next === until) break;
        until = next;
      }
      throw new RewindError('api-unexpected-answer', `Vercel sent a list that does not end to "${call.what}".`, {
        resource: ctx.resource,
      });
    },
  };
}

const refusal = z.object({ error: z.object({ invalidToken: z.literal(true) }) });

/** Vercel refuses a token that is wrong, expired or revoked with 401, or with 403 and a word in the body. */
function invalidToken(error: unknown): HttpFailure | undefined {
  if (!(error instanceof HttpFailure)) return undefined;
  if (error.status !== 401 && !refusal.safeParse(error.body).success) return undefined;
  const remedy = 'Replace VERCEL_TOKEN: Vercel does not know this token (it is mistyped, expired or revoked).';
  const { message, resource, status, body } = error;
  return new HttpFailure('api-unauthorized', message, { resource, remedy, cause: error }, status, body);
}

/** Vercel answers for a team that is mistyped or missing as for a project that does not exist. */
function notFound(error: unknown, team: VercelProject['team']): HttpFailure | undefined {
  if (!(error instanceof HttpFailure) || error.code !== 'api-not-found') return undefined;
  const remedy = team
    ? `Check the id and the team (${team}) in the configuration, and the access of VERCEL_TOKEN.`
    : 'Check the id in the configuration and the access of VERCEL_TOKEN. If a team owns it, set "team".';
  const { message, resource, status, body } = error;
  return new HttpFailure('api-not-found', message, { resource, remedy, cause: error }, status, body);
}
