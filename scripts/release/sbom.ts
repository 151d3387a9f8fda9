import { z } from 'zod';
import type { Release } from '../../src/runtime/release.js';

const component = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string(),
  properties: z.array(z.looseObject({ name: z.string(), value: z.string() })).optional(),
});
const bom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
});

const byRef = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The bill of materials of a release, from what `npm sbom --sbom-format cyclonedx` says of the lockfile: the packages
 * that `dist/` bundles and no tool of the build. The same sources give the same bytes: without the serial number, the
 * time, the name of the folder and the version of npm, which npm writes into it. CycloneDX 1.5 requires none of them.
 * @param bundled `name@version` of each bundled package
 * @throws Error when a bundled package is not in the lockfile
 */
export function releaseSbom(npm: unknown, release: Release, bundled: readonly string[]): string {
  const { metadata, components, dependencies, specVersion } = bom.parse(npm);
  const inDist = new Set(bundled);
  const known = new Set(components.map(({ 'bom-ref': ref }) => ref));
  const missing = bundled.filter((ref) => !known.has(ref));
  if (missing.length > 0) throw new Error(`dist/ bundles what package-lock.json has not: ${missing.join(', ')}`);
  const own = `rewind@${release.version}`;
  const kept = components
    .filter(({ 'bom-ref': ref }) => inDist.has(ref))
    // npm calls them optional and development, because the package itself needs no other: dist/ holds them.
    .map(({ properties = [], ...rest }) => ({
      ...rest,
      scope: 'required',
      properties: properties.filter(
        ({ name }) => name !== 'cdx:npm:package:development' && name !== 'cdx:npm:package:path',
      ),
    }));
  const unique = [...new Map(kept.map((one) => [one['bom-ref'], one])).values()];
  const root = metadata.component['bom-ref'];
  const edges = new Map<string, Set<string>>();
  for (const { ref, dependsOn = [] } of dependencies) {
    if (ref !== root && !inDist.has(ref)) continue;
    const from = ref === root ? own : ref;
    const targets = edges.get(from) ?? new Set<string>();
    for (const target of dependsOn) if (inDist.has(target)) targets.add(target);
    edges.set(from, targets);
  }
  const content = {
    $schema: `http://cyclonedx.org/schema/bom-${specVersion}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion,
    version: 1,
    metadata: {
      component: {
        'bom-ref': own,
        type: 'application',
        name: 'rewind',
        version: release.version,
        purl: `pkg:github/${release.repository.toLowerCase()}@${release.commit}`,
        licenses: [{ license: { id: 'Apache-2.0' } }],
      },
    },
    components: unique.sort((a, b) => byRef(a['bom-ref'], b['bom-ref'])),
    dependencies: [...edges]
      .sort(([a], [b]) => byRef(a, b))
      .map(([ref, dependsOn]) => ({ ref, dependsOn: [...dependsOn].sort(byRef) })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
