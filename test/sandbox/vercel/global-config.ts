import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ConfigStore } from './model.js';
import { missing, refuse, type Register, type VercelSandbox } from './server.js';

const operation = z.discriminatedUnion('operation', [
  z.strictObject({
    operation: z.enum(['create', 'update', 'upsert']),
    key: z.string(),
    value: z.unknown(),
    description: z.string().max(512).nullable().optional(),
  }),
  z.strictObject({ operation: z.literal('delete'), key: z.string() }),
]);

const digest = (store: ConfigStore): string =>
  createHash('sha256')
    .update(JSON.stringify([...store.items].map(([key, { value }]) => [key, value]).sort()))
    .digest('hex');

function body(store: ConfigStore): Record<string, unknown> {
  return {
    id: store.id,
    slug: store.slug,
    ownerId: store.ownerId,
    digest: digest(store),
    itemCount: store.items.size,
    sizeInBytes: JSON.stringify([...store.items.values()].map(({ value }) => value)).length,
    createdAt: store.createdAt,
    updatedAt: store.updatedAt,
    ...(store.purpose === null ? {} : { purpose: store.purpose }),
  };
}

/** Edge Config, renamed Global Config in 2026: the same stores under both paths. */
export function configRoutes(vercel: VercelSandbox, register: Register): void {
  for (const prefix of ['/v1/global-config', '/v1/edge-config']) {
    const find = (request: Parameters<Parameters<Register>[2]>[0], id: string | undefined): ConfigStore | undefined => {
      if (prefix === '/v1/global-config' && vercel.behavior.oldConfigPaths) return undefined;
      return vercel.inTeam(request) ? vercel.stores.get(id ?? '') : undefined;
    };
    register('GET', `${prefix}/:store`, (request, { store: id }) => {
      const store = find(request, id);
      return store ? { status: 200, body: body(store) } : missing('Edge Config');
    });
    register('GET', prefix, (request) => ({
      status: 200,
      body: [...vercel.stores.values()].filter(({ id }) => find(request, id)).map(body),
    }));
    register('GET', `${prefix}/:store/item/:key`, (request, { store: id, key }) => {
      const store = find(request, id);
      const item = store?.items.get(key ?? '');
      if (!store) return missing('Edge Config');
      return item ? { status: 200, body: { key, edgeConfigId: store.id, ...item } } : { status: 204 };
    });
    register('GET', `${prefix}/:store/items`, (request, { store: id }) => {
      const store = find(request, id);
      if (!store) return missing('Edge Config');
      return {
        status: 200,
        body: [...store.items].map(([key, item]) => ({
          key,
          value: item.value,
          ...(item.description === null ? {} : { description: item.description }),
          edgeConfigId: store.id,
          createdAt: item.createdAt,
          updatedAt: item.updatedAt,
        })),
      };
    });
    // All or nothing, as one write.
    register('PATCH', `${prefix}/:store/items`, (request, { store: id }) => {
      const store = find(request, id);
      if (!store) return missing('Edge Config');
      const parsed = z.strictObject({ items: z.array(operation) }).safeParse(request.body);
      if (!parsed.success) return refuse(400, 'bad_request', parsed.error.issues[0]?.message ?? 'Invalid request');
      const items = new Map(store.items);
      for (const change of parsed.data.items) {
        const present = items.get(change.key);
        if (!/^[\w-]{1,256}$/.test(change.key)) return refuse(400, 'bad_request', `Invalid key ${change.key}`);
        if (change.operation === 'delete') {
          if (!present) return refuse(404, 'not_found', `Item ${change.key} not found.`);
          items.delete(change.key);
          continue;
        }
        if (change.operation === 'create' && present) return refuse(409, 'conflict', `Item ${change.key} exists.`);
        if (change.operation === 'update' && !present) return refuse(404, 'not_found', `Item ${change.key} not found.`);
        const now = vercel.now();
        items.set(change.key, {
          value: change.value,
          description: change.description === undefined ? (present?.description ?? null) : change.description,
          createdAt: present?.createdAt ?? now,
          updatedAt: now,
        });
      }
      store.items = items;
      store.updatedAt = vercel.now();
      return { status: 200, body: { status: 'ok' } };
    });
  }
}
