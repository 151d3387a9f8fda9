import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import type { Finding } from '../runtime/finding.js';
import { loadAdapter } from './load.js';
import { notWatched } from './not-watched.js';

interface Entry {
  readonly id: string;
  readonly adapter: string;
  readonly critical: boolean;
}

/** Whether the alarms and monitors of all probes are active: each finding with the id of its probe. */
export async function inspectProbes(
  entries: readonly Entry[],
  ctx: Context,
): Promise<(Finding & { readonly resource: string })[]> {
  const found = await Promise.all(
    entries.map(async (entry) => {
      const adapter = await loadAdapter(entry.adapter);
      const own = forResource(ctx, entry.id);
      const ask = async (): Promise<Finding[]> => (await adapter.inspect?.(entry, own)) ?? [];
      const findings = await notWatched(entry, 'What the probe asks', own, ask);
      return findings.map((finding) => ({ ...finding, resource: entry.id }));
    }),
  );
  return found.flat();
}
