import { z } from 'zod';
import type { Context } from '../../context.js';
import type { Json } from '../../core/json.js';
import { vercelApi, type VercelCall } from '../vercel/request.js';
import type { Config } from './config.js';

const store = z.object({
  id: z.string(),
  slug: z.string(),
  purpose: z.object({ type: z.string() }).nullish(),
});

const items = z.array(z.object({ key: z.string(), value: z.json(), description: z.string().nullish() }));

export interface Item {
  readonly key: string;
  readonly value: Json;
  readonly description: string | null;
}

export type Operation =
  | { readonly operation: 'upsert'; readonly key: string; readonly value: Json; readonly description: string }
  | { readonly operation: 'delete'; readonly key: string };

/** Vercel REST API: Global Config, known as Edge Config until 2026. */
export function client(config: Config, ctx: Context) {
  const api = vercelApi(ctx, config.team);
  let prefix: string | undefined;
  /** Tries the new path, and stays with the one that knows the store. */
  const call = async <T>(request: Omit<VercelCall, 'path'>, suffix: string, schema: z.ZodType<T>): Promise<T> => {
    const at = (base: string): VercelCall => ({ ...request, path: `/v1/${base}/${config.store}${suffix}` });
    if (prefix === undefined) {
      const probe = await api.request(
        { ...at('global-config'), method: 'GET', path: `/v1/global-config/${config.store}`, accept: [404, 410] },
        z.unknown(),
      );
      prefix = probe.status === 404 || probe.status === 410 ? 'edge-config' : 'global-config';
    }
    return (await api.request(at(prefix), schema)).data;
  };
  return {
    store: () =>
      call(
        { method: 'GET', what: `read Edge Config ${config.store}`, permission: 'read access to the store' },
        '',
        store,
      ),
    items: async (): Promise<Item[]> => {
      const found = await call({ method: 'GET', what: `read the items of ${config.store}` }, '/items', items);
      return found.map(({ key, value, description }) => ({
        key,
        value,
        description: description ? description : null,
      }));
    },
    /** All or nothing. Repeatable: upserts and deletes of keys that are known to be there. */
    patch: (operations: readonly Operation[]) =>
      call(
        {
          method: 'PATCH',
          what: `write ${operations.length} item(s) of ${config.store}`,
          json: { items: operations.map((operation) => ({ ...operation })) },
          permission: 'write access to the store',
        },
        '/items',
        z.unknown(),
      ),
  };
}
