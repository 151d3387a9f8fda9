/**
 * Writes the registries that the sources import. It runs before generate.ts, which imports those sources.
 * `--check` writes nothing and fails when a file is not current.
 */
import type { ProviderFacts } from '../src/engine/provider-facts.js';
import { reportStale, root, writeModule } from './derived-file.js';
import { lazyRegistry, literalUnion, staticRegistry, unitsOf } from './registry.js';

const folder = `${root}src/providers`;
const providers = unitsOf(folder, ['registry', 'configs', 'facts', 'load']);
const codes = await Promise.all(
  providers.map(async ({ id }) => {
    const { facts } = (await import(`${folder}/${id}/facts.js`)) as { readonly facts: ProviderFacts };
    return Object.keys(facts.findings);
  }),
);

await writeModule('src/providers/registry.ts', lazyRegistry(providers, 'PROVIDERS'));
await writeModule(
  'src/providers/configs.ts',
  staticRegistry(providers, 'PROVIDER_CONFIGS', { symbol: 'config', file: 'config', as: 'list' }),
);
await writeModule(
  'src/providers/facts.ts',
  staticRegistry(providers, 'PROVIDER_FACTS', { symbol: 'facts', file: 'facts', as: 'record' }),
);
await writeModule('src/runtime/provider-finding-codes.ts', literalUnion(codes.flat(), 'ProviderFindingCode'));

const adapters = unitsOf(`${root}src/probes/adapters`, ['registry', 'configs']);
await writeModule('src/probes/adapters/registry.ts', lazyRegistry(adapters, 'PROBE_ADAPTERS'));
await writeModule(
  'src/probes/adapters/configs.ts',
  staticRegistry(adapters, 'PROBE_CONFIGS', { symbol: 'config', as: 'list' }),
);
const channels = unitsOf(`${root}src/channels/adapters`, ['registry', 'configs']);
await writeModule('src/channels/adapters/registry.ts', lazyRegistry(channels, 'CHANNEL_ADAPTERS'));
await writeModule(
  'src/channels/adapters/configs.ts',
  staticRegistry(channels, 'CHANNEL_CONFIGS', { symbol: 'config', as: 'list' }),
);
reportStale();
