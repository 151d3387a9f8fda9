import { RewindError } from '../runtime/errors.js';
import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import type { DatabaseIdentity } from './capabilities.js';
import type { Provider } from './provider.js';

/** A resource of the configuration together with its provider. */
export interface Resource {
  readonly id: string;
  readonly providerId: string;
  readonly config: unknown;
  readonly provider: Provider<unknown, unknown>;
  /** Ids of the configured resources whose database this one backs up; only for a resource that is not configured itself. */
  readonly backsUp?: readonly string[];
}

/** Finds a provider by its id. The engine knows no provider; the registry implements this. */
export type LoadProvider = (id: string) => Promise<Provider<unknown, unknown>>;

/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
export async function loadResources(
  configs: readonly { readonly id: string; readonly provider: string }[],
  scope: readonly string[] | null,
  loadProvider: LoadProvider,
): Promise<Resource[]> {
  const known = configs.map((config) => config.id);
  const unknownIds = (scope ?? []).filter((id) => !known.includes(id));
  if (unknownIds.length > 0) {
    throw new RewindError(
      'scope-unknown',
      `--scope names ${unknownIds.join(', ')}; the configuration has ${known.join(', ')}.`,
    );
  }
  const chosen = configs.filter((config) => scope === null || scope.includes(config.id));
  return Promise.all(
    chosen.map(async (config) => ({
      id: config.id,
      providerId: config.provider,
      config,
      provider: await loadProvider(config.provider),
    })),
  );
}

/**
 * An id may have got another provider after the snapshot: what one captured, the other can neither read nor write.
 * @param captured the provider in the snapshot
 * @throws RewindError snapshot-foreign
 */
export function assertSameProvider({ id, providerId }: Resource, captured: string): void {
  if (captured === providerId) return;
  throw new RewindError(
    'snapshot-foreign',
    `"${id}" is a ${captured} in the snapshot, but a ${providerId} in the configuration.`,
    {
      resource: id,
      remedy: `Give the ${providerId} an id of its own in the configuration, or choose a snapshot from after that change.`,
    },
  );
}

/** The resources in a scope (null = all), and those that back up a database of them. */
export function inScope(resources: readonly Resource[], scope: readonly string[] | null): Resource[] {
  return resources.filter(
    ({ id, backsUp }) => scope === null || scope.includes(id) || backsUp?.some((of) => scope.includes(of)) === true,
  );
}

/** What identifies the database that a resource works on; null if it works on none, or its address is not known. */
export function databaseOf(resource: Resource, ctx: Context): string | null {
  return identityOf(resource, ctx)?.database ?? null;
}

export function identityOf({ id, provider, config }: Resource, ctx: Context): DatabaseIdentity | null {
  try {
    return provider.capabilities?.database?.identify(config, forResource(ctx, id)) ?? null;
  } catch {
    // The resource itself reports a missing variable or a wrong URL.
    return null;
  }
}

/** The resources with these ids, and those that work on the same databases. */
export function withSharedDatabases(
  resources: readonly Resource[],
  ids: ReadonlySet<string>,
  ctx: Context,
): Resource[] {
  const databases = new Set(resources.map((resource) => (ids.has(resource.id) ? databaseOf(resource, ctx) : null)));
  return resources.filter((resource) => {
    const database = databaseOf(resource, ctx);
    return ids.has(resource.id) || (database !== null && databases.has(database));
  });
}

/** Runs a step for all resources in parallel and keeps every outcome: no failure hides another. */
export async function settleResources<T>(
  resources: readonly Resource[],
  step: (resource: Resource) => Promise<T>,
): Promise<{ readonly resource: Resource; readonly value?: T; readonly error?: unknown }[]> {
  return Promise.all(
    resources.map(async (resource) => {
      try {
        return { resource, value: await step(resource) };
      } catch (error) {
        return { resource, error };
      }
    }),
  );
}
