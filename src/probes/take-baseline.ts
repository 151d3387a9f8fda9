import { canonicalJson } from '../runtime/digest.js';
import type { Context } from '../runtime/context.js';
import { baselineOf, failedFirst, isBlind, limitsOf, type ProbeBaseline } from './baseline.js';
import type { Criteria } from './criteria.js';
import { readyProbe, type LoadedProbe, type Surroundings } from './prepare.js';
import type { ProbeRun, ProbeSeries } from './probe.js';
import { runProbes } from './run-probes.js';

/** Checks of a baseline follow each other quickly, because a deploy waits for them. */
const EVERY_MS = 1000;
/** Time for a few readings, also if the first ones come late. */
const LEAST_MS = 30_000;
/** What is true or false is read twice, so that one false reading is seen. */
const READINGS = 2;
/** Length of the past intervals that counts are compared with. */
const HISTORY_MS = 30 * 60 * 1000;

/**
 * Measures how production behaves now, before a deploy. It takes about a second for each sample that the criteria ask for.
 *
 * @param around with the immutable address of the deployment that is live: it is the control of the next watch
 * @returns one baseline for each probe; a probe that gave no sample has one without samples
 */
export async function takeBaselines(
  probes: readonly LoadedProbe[],
  ctx: Context,
  criteria: Criteria,
  around: Pick<Surroundings, 'control' | 'identity' | 'neutral'>,
): Promise<ProbeBaseline[]> {
  const surroundings = { ...around, controlled: null, facts: null };
  const facts = new Map<string, ProbeRun['facts']>();
  /** Probes whose facts changed meanwhile, e.g. an asset that a deploy replaced: nothing can be compared with them. */
  const unstable = new Set<string>();
  const progress = ctx.progress('measuring how production behaves', 'items');
  const wanted = (probe: LoadedProbe): number =>
    probe.spec.kind === 'check' ? criteria['baseline-samples'] : probe.spec.kind === 'count' ? 0 : READINGS;
  const total = probes.reduce((sum, probe) => sum + wanted(probe), 0);
  let done = 0;
  const live = await Promise.all(
    probes.map(async (probe): Promise<ProbeSeries> => {
      const count = wanted(probe);
      if (count === 0) return historyOf(probe, ctx);
      const ready = { ...readyProbe(probe, ctx, surroundings), everyMs: EVERY_MS };
      let ticks = 0;
      const { series } = await runProbes([ready], ctx, {
        // A slow check skips ticks; the time still has an end.
        durationMs: Math.max(LEAST_MS, 3 * count * EVERY_MS),
        onRun: ({ samples }, run) => {
          // What a busy machine or a lost network blurs is asked once more.
          const blurred =
            run.samples.length > 0 && samples.slice(-run.samples.length).every((one) => isBlind(one, EVERY_MS));
          if (blurred) return false;
          const known = facts.get(probe.spec.id);
          if (known !== undefined && run.facts !== undefined && canonicalJson(known) !== canonicalJson(run.facts)) {
            unstable.add(probe.spec.id);
          }
          if (run.facts !== undefined) facts.set(probe.spec.id, run.facts);
          ticks += 1;
          progress.update((done += 1), total);
          return ticks >= count;
        },
      });
      return series[0] ?? { probe: probe.spec, samples: [], errors: [] };
    }),
  );
  progress.end();
  for (const id of unstable) {
    ctx.log.warn(
      `[${id}] What the baseline would keep changed while it was taken, so later runs compare it with nothing.`,
    );
    facts.delete(id);
  }
  return live.map((series) => {
    const baseline = baselineOf(series, EVERY_MS);
    const why = limitsOf(series.probe, baseline, criteria).refused === null ? null : lastProblemOf(series);
    if (why !== null) ctx.log.warn(`[${series.probe.id}] The baseline judges nothing. The last check said: ${why}`);
    const known = facts.get(series.probe.id);
    return known === undefined ? baseline : { ...baseline, facts: known };
  });
}

/** What went wrong last in a series; null if nothing did. */
function lastProblemOf({ samples, errors }: ProbeSeries): string | null {
  const error = errors.at(-1);
  if (error !== undefined) return error.message;
  const bad = samples.findLast((one) =>
    one.kind === 'check' ? failedFirst(one) : one.kind === 'assertion' && !one.holds,
  );
  if (bad?.kind === 'check') return bad.error ?? null;
  return bad?.kind === 'assertion' ? (bad.detail ?? null) : null;
}

/** Counts are compared with those of the past. An adapter that cannot read them has no baseline. */
async function historyOf({ adapter, entry, spec }: LoadedProbe, ctx: Context): Promise<ProbeSeries> {
  const to = ctx.clock.now().getTime();
  const run = await adapter.history?.(entry, { from: to - HISTORY_MS, to }, ctx);
  return { probe: spec, samples: run?.samples ?? [], errors: run?.errors ?? [] };
}
