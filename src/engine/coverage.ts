import type { Manifest } from './manifest.js';

/** Which resources of the configuration a snapshot holds. Ids, in the order of the configuration. */
export interface Coverage {
  readonly held: readonly string[];
  readonly missing: readonly string[];
  /** Held, but not configured any more. */
  readonly unknown: readonly string[];
}

/** Pure. @param configured all resource ids of the configuration */
export function coverageOf(manifest: Pick<Manifest, 'resources'>, configured: readonly string[]): Coverage {
  const ids = manifest.resources.map(({ id }) => id);
  return {
    held: configured.filter((id) => ids.includes(id)),
    missing: configured.filter((id) => !ids.includes(id)),
    unknown: ids.filter((id) => !configured.includes(id)),
  };
}

/** Bytes of all sealed payloads. */
export function sealedBytes(manifest: Pick<Manifest, 'resources'>): number {
  return manifest.resources.flatMap(({ payloads }) => payloads).reduce((sum, ref) => sum + ref.sealedBytes, 0);
}
