import { describeState } from '../../engine/provider.js';
import type { Resource } from '../../engine/resources.js';
import type { Manifest } from '../../engine/manifest.js';
import { amount, seconds } from '../../runtime/progress.js';
import { escapeText, table } from '../../runtime/markdown.js';
import { textOf } from '../../runtime/text.js';

/** One line for each resource, and one for each object that the snapshot does not contain. */
export function describeSnapshot(manifest: Manifest, resources: readonly Resource[]): string {
  return textOf([
    ...rowsOf(manifest).map(([id, provider, size, took]) => `  ${id} (${provider}): ${size}, ${took}`),
    ...leftOutOf(manifest, resources).map(({ resource, what }) => `  ${resource}: not in the snapshot: ${what}`),
  ]);
}

export function snapshotTable(manifest: Manifest, resources: readonly Resource[]): string {
  const lines = leftOutOf(manifest, resources).map(
    ({ resource, what }) => `- ${escapeText(`${resource}: not in the snapshot: ${what}`).replace(/\s+/g, ' ')}`,
  );
  return [
    table(['Resource', 'Provider', 'Sealed', 'Took'], rowsOf(manifest)),
    ...(lines.length === 0 ? [] : ['', ...lines]),
  ].join('\n');
}

/** What the captured states say they lack; of the resources that the configuration still has. */
export function leftOutOf(manifest: Manifest, resources: readonly Resource[]): { resource: string; what: string }[] {
  return manifest.resources.flatMap(({ id, provider, state }) => {
    const known = resources.find((resource) => resource.id === id && resource.providerId === provider);
    const lacking = known ? (describeState(known.provider, state).leftOut ?? []) : [];
    return lacking.map((what) => ({ resource: id, what }));
  });
}

function rowsOf(manifest: Manifest): [string, string, string, string][] {
  return manifest.resources.map((resource) => {
    const bytes = resource.payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
    const size = resource.payloads.length === 0 ? 'state only' : amount(bytes, 'bytes');
    return [resource.id, resource.provider, size, seconds(resource.durationMs / 1000)];
  });
}
