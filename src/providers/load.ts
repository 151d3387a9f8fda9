import { RewindError } from '../runtime/errors.js';
import type { Provider } from '../engine/provider.js';
import { PROVIDERS } from './registry.js';

/**
 * Loads a provider when a configuration names it: the SDKs of providers make start-up slow.
 * `unknown` stands for each provider's own Config and State; schemas parse both before a provider gets them.
 *
 * @throws RewindError internal
 */
export async function loadProvider(id: string): Promise<Provider<unknown, unknown>> {
  const loaders: Readonly<Record<string, (() => Promise<{ default: unknown }>) | undefined>> = PROVIDERS;
  const load = loaders[id];
  if (!load) throw new RewindError('internal', `No provider is registered as "${id}".`);
  return (await load()).default as Provider<unknown, unknown>;
}
