import type { Context } from '../context.js';
import { createContext, forResource, type RuntimeParts } from '../runtime.js';
import { RewindError } from './errors.js';
import type { Manifest } from './manifest.js';
import type { Provider } from './provider.js';
import { loadProvider } from './registry.js';

/** A resource of the configuration together with its provider. */
export interface Resource {
  readonly id: string;
  readonly providerId: string;
  readonly config: unknown;
  readonly provider: Provider<unknown, unknown>;
}

/** Loads the providers of the resources named by `scope` (null = all), in the order of the configuration. */
export async function loadResources(
  configs: readonly { readonly id: string; readonly provider: string }[],
  scope: readonly string[] | null,
): Promise<Resource[]> {
  const known = configs.map((config) => config.id);
  const strangers = (scope ?? []).filter((id) => !known.includes(id));
  if (strangers.length > 0) {
    throw new RewindError(
      'scope-unknown',
      `--scope names ${strangers.join(', ')}; the configuration has ${known.join(', ')}.`,
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

/** One context for each resource, with the salt of the snapshot in hand. */
export function contextsFor(
  parts: RuntimeParts,
  snapshot: Pick<Manifest, 'id' | 'salt'>,
): (resource: Resource) => Context {
  const base = createContext(parts, snapshot);
  return (resource) => forResource(base, resource.id);
}

/** Runs a step for each resource at once; every outcome is kept, none hides another's. */
export async function forEachResource<T>(
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
