import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { Json } from '../../runtime/json.js';
import { RewindError } from '../../runtime/errors.js';
import { vercelApi } from '../../services/vercel/client.js';
import type { Config } from './config.js';
import { flag, type Flag } from './model.js';

const MAX_PAGES = 200;
const page = z.object({ data: z.array(flag), pagination: z.object({ next: z.string().nullish() }) });

/** Vercel REST API: feature flags of a project. */
export function connectVercelFlags(config: Config, ctx: Context) {
  const api = vercelApi(ctx, config.team);
  const path = `/v1/projects/${config.project}/feature-flags/flags`;
  const of = (slug: string): string => `${path}/${encodeURIComponent(slug)}`;
  const permission = 'manage the feature flags of the project';
  const list = async (state: 'active' | 'archived'): Promise<Flag[]> => {
    const found: Flag[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const { data } = await api.request(
        { method: 'GET', path, what: `list ${state} flags`, query: { state, limit: 100, cursor }, permission },
        page,
      );
      found.push(...data.data);
      if (!data.pagination.next) return found;
      cursor = data.pagination.next;
    }
    throw new RewindError('api-unexpected-answer', 'The list of flags does not end.', { resource: ctx.resource });
  };
  return {
    flags: async (): Promise<Flag[]> => (await Promise.all([list('active'), list('archived')])).flat(),
    /** Returns the ETag that a write must send; null if the flag does not exist. */
    flag: async (slug: string): Promise<{ readonly flag: Flag; readonly etag: string } | null> => {
      const { status, headers, data } = await api.request(
        { method: 'GET', path: of(slug), what: `read flag ${slug}`, accept: [404], permission },
        z.union([flag, z.object({ error: z.unknown() })]),
      );
      if (status === 404 || 'error' in data) return null;
      const etag = headers.get('etag');
      if (etag === null) {
        throw new RewindError('api-unexpected-answer', `Vercel sent flag ${slug} without an ETag.`, {
          resource: ctx.resource,
        });
      }
      return { flag: data, etag };
    },
    /** @throws HttpFailure 412 after a concurrent write */
    update: async (slug: string, etag: string, body: Record<string, Json>): Promise<void> => {
      await api.request(
        {
          method: 'PATCH',
          path: of(slug),
          what: `write flag ${slug}`,
          json: body,
          headers: { 'if-match': etag },
          permission,
        },
        z.unknown(),
      );
    },
    create: async (body: Record<string, Json>): Promise<void> => {
      await api.request(
        { method: 'PUT', path, what: 'create a flag', json: body, repeatable: false, permission },
        z.unknown(),
      );
    },
  };
}

export type VercelFlags = ReturnType<typeof connectVercelFlags>;
