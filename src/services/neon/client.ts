import { z } from 'zod';
import type { Context, HttpRequest } from '../../runtime/context.js';
import { HttpFailure } from '../../runtime/http-failure.js';

export type NeonCall = Pick<HttpRequest, 'method' | 'what'> &
  Partial<Pick<HttpRequest, 'query' | 'json' | 'accept' | 'permission' | 'repeatable'>> & {
    /** From the root of the API, e.g. `/projects/shiny-wind-1`. */
    readonly path: string;
  };

/** Sends requests to Neon's API. */
export interface NeonApi {
  /** @throws HttpFailure */
  request<T>(call: NeonCall, schema: z.ZodType<T>): Promise<T>;
  /** Reads all pages of a list with a cursor. */
  all<T>(call: NeonCall, field: string, row: z.ZodType<T>): Promise<T[]>;
}

const CREDENTIAL = 'NEON_API_KEY';

/** A list with more pages counts as broken paging. */
const MAX_PAGES = 100;
const PAGE = 1_000;
/** How long to wait while another operation locks the project. */
const LOCKED_MS = 300_000;
const PAUSE_MS = 1_000;

/** @throws RewindError credential-missing */
export function neonApi(ctx: Context): NeonApi {
  const base = ctx.env.url('NEON_API_URL', 'https://console.neon.tech/api/v2');
  const token = ctx.env.token(CREDENTIAL, ctx.resource);
  const request: NeonApi['request'] = async ({ path, ...rest }, schema) => {
    const headers = { authorization: `Bearer ${token}` };
    const from = { service: 'Neon', credential: CREDENTIAL, resource: ctx.resource };
    const call: HttpRequest = { ...from, ...rest, url: `${base}${path}`, headers };
    const until = ctx.clock.monotonic() + LOCKED_MS;
    for (;;) {
      try {
        return (await ctx.http.request(call, schema)).data;
      } catch (error) {
        if (!wasNotExecuted(error) || ctx.clock.monotonic() >= until) throw error;
        await ctx.clock.sleep(PAUSE_MS * (0.5 + ctx.random()), ctx.signal);
      }
    }
  };
  return {
    request,
    all: async (call, field, row) => {
      const page = z.object({
        [field]: z.array(row),
        pagination: z.object({ next: z.string().optional(), cursor: z.string().optional() }).optional(),
      });
      const rows: z.infer<typeof row>[] = [];
      let cursor: string | undefined;
      for (let pages = 0; pages < MAX_PAGES; pages += 1) {
        const data = await request({ ...call, query: { limit: PAGE, ...call.query, cursor } }, page);
        const found = data[field] as z.infer<typeof row>[];
        rows.push(...found);
        const { next, cursor: last } = (data.pagination ?? {}) as { next?: string; cursor?: string };
        const following = next ?? last;
        // Neon may send a cursor with the last page too: an empty page ends the list as well.
        if (following === undefined || following === '' || found.length === 0) return rows;
        cursor = following;
      }
      throw new Error(`${call.what}: the list does not end`);
    },
  };
}

/** Neon's description: a request that is answered 423 (another operation is running) or 503 is always safe to repeat. */
const wasNotExecuted = (error: unknown): boolean =>
  error instanceof HttpFailure && (error.status === 423 || error.status === 503);
