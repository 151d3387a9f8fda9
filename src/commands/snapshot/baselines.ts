import { setMaxListeners } from 'node:events';
import type { Project, Session } from '../../cli/session.js';
import type { Manifest } from '../../engine/manifest.js';
import type { SnapshotReason } from '../../engine/vocabulary.js';
import { identityIn, liveAddress } from '../../cli/served.js';
import { limitsOf, probeBaseline } from '../../probes/baseline.js';
import { loadProbes } from '../../probes/prepare.js';
import { takeBaselines } from '../../probes/take-baseline.js';
import { toJson, type Json } from '../../runtime/json.js';
import { plural } from '../../runtime/text.js';

/** Measures the probes of the configuration beside the captures; null if the snapshot needs no baseline. */
export function measurement(
  { context }: Session,
  { config, resources }: Project,
  reason: SnapshotReason,
): ((signal: AbortSignal) => Promise<readonly Json[]>) | null {
  if (config.probes.length === 0 || (reason !== 'pre-deploy' && reason !== 'manual')) return null;
  const neutral = { url: config.monitor.neutral, allowPrivate: config.monitor['allow-private'] };
  return async (signal) => {
    // Each check in flight listens to it, and Node warns of a leak beyond ten listeners.
    setMaxListeners(0, signal);
    const ctx = { ...context, signal };
    const [probes, control] = await Promise.all([loadProbes(config.probes), liveAddress(ctx, resources)]);
    const around = { control, identity: identityIn(ctx, resources), neutral };
    const taken = await takeBaselines(probes, ctx, config.criteria, around);
    return taken.map((one) => toJson(one));
  };
}

/** Sentences about probes that cannot judge the deploy, because of what they found before it. */
export async function baselineNotes(manifest: Manifest, { config }: Project): Promise<string[]> {
  if (manifest.baselines === undefined) return [];
  const taken = new Map(manifest.baselines.map((one) => probeBaseline.parse(one)).map((one) => [one.probe, one]));
  const probes = await loadProbes(config.probes);
  const refused = probes.flatMap(({ spec }) => {
    const baseline = taken.get(spec.id) ?? null;
    const { refused: why } = limitsOf(spec, baseline, config.criteria);
    if (why === null) return [];
    const found =
      why === 'fails-on-baseline'
        ? `it fails before the deploy too (${baseline?.failures ?? 0} of ${baseline?.samples ?? 0})`
        : `it gave ${plural(baseline?.samples ?? 0, 'sample, which is', 'samples, which are')} too few`;
    return [`Probe ${spec.id} cannot judge the deploy: ${found}. Correct the probe, or what it watches.`];
  });
  return [
    `Baseline of ${probes.length - refused.length} of ${plural(probes.length, 'probe')} for the verdict on the deploy.`,
    ...refused,
  ];
}
