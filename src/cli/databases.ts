import { databaseOf, identityOf, type LoadProvider, type Resource } from '../engine/resources.js';
import { PROVIDER_CONFIGS } from '../providers/configs.js';
import type { Context } from '../runtime/context.js';
import { RewindError } from '../runtime/errors.js';

/**
 * Refuses two resources of one provider on one database: each would restore over the other. The comparison needs the
 * variables of the environment; a resource whose URL is not known yet is not compared.
 * @throws RewindError config-invalid
 */
export function assertDistinctDatabases(resources: readonly Resource[], ctx: Context, path: string): void {
  const seen = new Map<string, string>();
  const problems: string[] = [];
  for (const resource of resources) {
    const identity = identityOf(resource, ctx);
    if (identity === null) continue;
    const key = JSON.stringify([resource.providerId, identity.database, identity.part]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, resource.id);
    else problems.push(`${path}: "${first}" and "${resource.id}" are the same database, ${identity.database}.`);
  }
  if (problems.length === 0) return;
  throw new RewindError('config-invalid', 'Two resources name one database. Nothing was changed.', {
    problems,
    remedy: 'Remove one of the two resources, or correct its URL.',
  });
}

/**
 * A resource for each database that the configuration changes but no resource of it backs up, e.g. with `prisma` alone. It
 * is captured only before a change that asks for a backup, and planned against a snapshot that holds it.
 */
export async function backupResources(
  resources: readonly Resource[],
  ctx: Context,
  loadProvider: LoadProvider,
): Promise<Resource[]> {
  const known = new Set(
    resources.flatMap((resource) => (resource.provider.slow === true ? (databaseOf(resource, ctx) ?? []) : [])),
  );
  const made = new Map<string, Resource>();
  for (const resource of resources) {
    const by = resource.provider.capabilities?.database?.backupBy?.(resource.config);
    if (by === undefined) continue;
    const database = databaseOf(resource, ctx) ?? `of ${resource.id}`;
    if (known.has(database)) continue;
    const before = made.get(database);
    if (before) {
      made.set(database, { ...before, backsUp: [...(before.backsUp ?? []), resource.id] });
      continue;
    }
    const schema = PROVIDER_CONFIGS.find(({ shape }) => shape.provider.value === by.provider);
    if (schema === undefined) throw new RewindError('internal', `No provider is registered as "${by.provider}".`);
    made.set(database, {
      // No configured id has a dot.
      id: `${resource.id}.database`,
      providerId: by.provider,
      config: schema.parse({ ...by.config, id: resource.id, provider: by.provider }),
      provider: await loadProvider(by.provider),
      backsUp: [resource.id],
    });
  }
  return [...made.values()];
}
