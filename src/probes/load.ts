import { RewindError } from '../runtime/errors.js';
import type { ProbeAdapter, ProbeSpec } from './probe.js';
import { PROBE_ADAPTERS } from './adapters/registry.js';

/**
 * Loads an adapter when a configuration names it. `unknown` stands for its own Config, which the schema of the configuration
 * has parsed.
 *
 * @throws RewindError internal
 */
export async function loadAdapter(id: string): Promise<ProbeAdapter<unknown>> {
  const loaders: Readonly<Record<string, (() => Promise<{ adapter: unknown }>) | undefined>> = PROBE_ADAPTERS;
  const load = loaders[id];
  if (!load) throw new RewindError('internal', `No adapter of probes is registered as "${id}".`);
  return (await load()).adapter as ProbeAdapter<unknown>;
}

/** What the verdict needs to know of an entry of `probes`. */
export function specOf(
  entry: Pick<ProbeSpec, 'id' | 'area' | 'critical' | 'limitMs'>,
  { kind }: Pick<ProbeAdapter<unknown>, 'kind'>,
): ProbeSpec {
  const { id, area, critical, limitMs } = entry;
  return { id, kind, area, critical, ...(limitMs === undefined ? {} : { limitMs }) };
}
