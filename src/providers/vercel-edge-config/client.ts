import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { jsonValue, type Json } from '../../runtime/json.js';
import { vercelApi, type VercelCall } from '../../services/vercel/client.js';
import type { Config } from './config.js';
import { plural } from '../../runtime/text.js';

const store = z.object({
  id: z.string(),
  slug: z.string(),
  purpose: z.object({ type: z.string() }).nullish(),
});

const items = z.array(z.object({ key: z.string(), value: jsonValue, description: z.string().nullish() }));

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
  const call = async <T>(request: Omit<VercelCall, 'path'>, suffix: string, schema: z.ZodType<T>): Promise<T> => {
    prefix ??= (await readStore()).prefix;
    return (await api.request({ ...request, path: `/v1/${prefix}/${config.store}${suffix}` }, schema)).data;
  };
  /** Tries the new path, then the old one; keeps the path that has the store. */
  const readStore = async (): Promise<{ prefix: string; store: z.infer<typeof store> }> => {
    const read = async (base: string) => {
      const call = { what: `read Edge Config ${config.store}`, permission: 'read access to the store' };
      const path = `/v1/${base}/${config.store}`;
      return { prefix: base, store: (await api.request({ ...call, method: 'GET', path }, store)).data };
    };
    if (prefix !== undefined) return read(prefix);
    try {
      return await read('global-config');
    } catch (error) {
      if (error instanceof HttpFailure && (error.status === 404 || error.status === 410)) return read('edge-config');
      throw error;
    }
  };
  return {
    store: async () => {
      const found = await readStore();
      prefix = found.prefix;
      return found.store;
    },
    items: async (): Promise<Item[]> => {
      const found = await call({ method: 'GET', what: `read the items of ${config.store}` }, '/items', items);
      return found.map(({ key, value, description }) => ({
        key,
        value,
        description: description ? description : null,
      }));
    },
    /** Atomic. Repeatable: it upserts keys and deletes existing keys. */
    patch: (operations: readonly Operation[]) =>
      call(
        {
          method: 'PATCH',
          what: `write ${plural(operations.length, 'item')} of ${config.store}`,
          json: { items: operations.map((operation) => ({ ...operation })) },
          permission: 'write access to the store',
        },
        '/items',
        z.unknown(),
      ),
  };
}
