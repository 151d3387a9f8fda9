import { setMaxListeners } from 'node:events';
import { describeState } from '../../engine/provider.js';
import { goalOf } from '../../engine/goal.js';
import { parseState } from '../../engine/live-plan.js';
import { findSnapshot } from '../../engine/choose.js';
import type { Manifest } from '../../engine/manifest.js';
import { readApprovedPlan } from '../../engine/rollback-files.js';
import { trustOf, type Trust } from '../../engine/trust.js';
import { probeBaseline, type ProbeBaseline } from '../../probes/baseline.js';
import { identityIn } from '../../cli/served.js';
import { loadProbes, readyProbe, type LoadedProbe, type Surroundings } from '../../probes/prepare.js';
import type { ProbeRun, ProbeSeries } from '../../probes/probe.js';
import { recoveryCriteria, recoveryOf, unwatchedAreas } from '../../probes/recovery.js';
import { runProbes } from '../../probes/run-probes.js';
import { Watch, type Verdict, type VerdictRecord } from '../../probes/verdict.js';
import type { WatchedAreas } from '../../report/areas.js';
import { decisiveOf } from '../../report/verdict.js';
import { forSnapshot } from '../../runtime/create-context.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Run } from './run.js';
import { plural } from '../../runtime/text.js';

/** What the watch needs of a rollback; all of it is known when the approved run begins. */
export type Watched = Pick<Run, 'session' | 'project' | 'approved' | 'manifest' | 'trust' | 'resources'>;

/** A watch may last so much longer, until each check has the samples that `healthy` needs. */
const EXTENSION = 1.2;
const PROGRESS_MS = 30_000;
/** Kept of each probe during the changes; more do not fit into a chart. */
const KEPT_SAMPLES = 2_000;

interface Prepared {
  readonly probes: readonly LoadedProbe[];
  readonly baselines: ReadonlyMap<string, ProbeBaseline>;
}

/** What is known after the watch. `record`: all that its verdict rests on; null: there was no watch. */
export interface WatchResult extends WatchedAreas {
  readonly proof: { readonly verdict: Verdict; readonly record: VerdictRecord } | null;
}

/** The probes beside a rollback. They never delay a change, and what goes wrong with them never fails one. */
export interface RollbackWatch {
  /** Ends the probes that run during the changes. */
  stop(): void;
  /**
   * After the verification: ends the probes of the changes, and watches whether production has recovered.
   * @param unwatched why there is no watch; null: there is one
   */
  conclude(unwatched: string | null): Promise<WatchResult>;
}

/** Begins at once, and does not wait for anything. */
export function beginWatch(run: Watched): RollbackWatch {
  const { context } = run.session;
  const stop = new AbortController();
  const listening = AbortSignal.any([context.signal, stop.signal]);
  // Each check in flight listens to it, and Node warns of a leak beyond ten listeners.
  setMaxListeners(0, listening);
  const prepared = prepare(run);
  const during = prepared
    .then((ready) => runDuring(run, ready, listening))
    .catch((error: unknown) => {
      context.log.warn(`The probes did not run during the changes: ${asRewindError(error).message}`);
      return [];
    });
  return {
    stop: () => stop.abort(),
    async conclude(unwatched) {
      stop.abort();
      const before = await during;
      try {
        const ready = await prepared;
        const specs = ready.probes.map(({ spec }) => spec);
        const none = { areas: unwatchedAreas(specs), minutes: 0, proof: null, series: paired(ready, before, []) };
        if (unwatched !== null) return { ...none, unwatched };
        return await watchAfter(run, ready, before);
      } catch (error) {
        const { message } = asRewindError(error);
        context.log.warn(`Whether production has recovered is not known: the probes could not run: ${message}`);
        const areas = unwatchedAreas(run.project.config.probes);
        return { areas, minutes: 0, proof: null, series: [], unwatched: 'the probes could not run' };
      }
    },
  };
}

async function prepare(run: Watched): Promise<Prepared> {
  const [probes, baselines] = await Promise.all([loadProbes(run.project.config.probes), baselinesOf(run)]);
  return { probes, baselines: new Map(baselines.map((one) => [one.probe, one])) };
}

/**
 * The baseline of the snapshot that production returned to. An undo and a recovery go to a state that has none; they are
 * held to that of the snapshot of their rollback, from before the deploy.
 */
async function baselinesOf(run: Watched): Promise<ProbeBaseline[]> {
  const { session, project, approved } = run;
  const { log, clock } = session.context;
  try {
    const of = approved.undoes ?? approved.recovers?.rollback ?? null;
    let found: { manifest: Manifest; trust: Trust } = run;
    if (found.manifest.baselines === undefined && of !== null) {
      const first = await readApprovedPlan(project.store, approved.environment, of);
      const manifest = await findSnapshot(project.store, first?.snapshot ?? found.manifest.id, project.origin);
      found = { manifest, trust: await trustOf(project.store, manifest, project.signKeys, clock.now()) };
    }
    const { manifest, trust } = found;
    if (manifest.baselines === undefined) {
      log.warn(
        `Snapshot ${manifest.id} holds no baseline, so the probes cannot tell whether production has recovered.`,
      );
      return [];
    }
    // A forged baseline would call a broken production recovered.
    if (trust.kind === 'unsigned' && project.signKeys.length > 0) {
      log.warn(`The baseline of snapshot ${manifest.id} is not used: ${trust.reason}.`);
      return [];
    }
    return manifest.baselines.map((one) => probeBaseline.parse(one));
  } catch (error) {
    log.warn(`The baseline from before the deploy could not be read: ${asRewindError(error).message}`);
    return [];
  }
}

const neutralOf = ({ project }: Watched): Surroundings['neutral'] => {
  const { neutral, 'allow-private': allowPrivate } = project.config.monitor;
  return { url: neutral, allowPrivate };
};

const factsOf = ({ baselines }: Prepared) =>
  new Map<string, ProbeRun['facts']>([...baselines].map(([id, one]) => [id, one.facts]));

/**
 * During the changes, only checks run. Other probes would take locks of a database that is being changed, or a part of the
 * rate limit of a service. Nothing here is judged: it is for the chart.
 */
async function runDuring(run: Watched, ready: Prepared, signal: AbortSignal): Promise<readonly ProbeSeries[]> {
  const surroundings = {
    control: null,
    controlled: null,
    identity: null,
    neutral: neutralOf(run),
    facts: factsOf(ready),
  };
  const checks = ready.probes.filter(({ spec }) => spec.kind === 'check');
  if (checks.length === 0) return [];
  const { series } = await runProbes(
    checks.map((one) => readyProbe(one, run.session.context, surroundings)),
    run.session.context,
    {
      durationMs: Number.POSITIVE_INFINITY,
      signal,
      onRun: ({ samples }) => {
        if (samples.length > KEPT_SAMPLES) samples.splice(0, samples.length - KEPT_SAMPLES);
        return false;
      },
    },
  );
  return series;
}

function paired({ probes, baselines }: Prepared, during: readonly ProbeSeries[], after: readonly ProbeSeries[]) {
  return probes.map(({ spec }) => {
    const none: ProbeSeries = { probe: spec, samples: [], errors: [] };
    const of = (all: readonly ProbeSeries[]): ProbeSeries => all.find(({ probe }) => probe.id === spec.id) ?? none;
    return { before: baselines.get(spec.id) ?? null, during: of(during), after: of(after) };
  });
}

/** Watches production for the configured time, and says of each area whether it has recovered. */
async function watchAfter(run: Watched, ready: Prepared, during: readonly ProbeSeries[]): Promise<WatchResult> {
  const { session, project } = run;
  const { clock, log } = session.context;
  const { config } = project;
  const minutes = config.monitor['after-rollback-minutes'];
  const durationMs = Math.round(minutes * 60_000);
  log.info(`Watching production for ${minutes} min with ${plural(ready.probes.length, 'probe')}: has it recovered?`);
  const deployment = await servedNow(run);
  const startedAt = clock.now().getTime();
  const watch = new Watch({
    startedAt,
    durationMs,
    deployment,
    criteria: recoveryCriteria(config.criteria),
    probes: ready.probes.map(({ spec, entry }) => ({
      spec,
      intervalMs: entry.every * 1000,
      baseline: ready.baselines.get(spec.id) ?? null,
    })),
  });
  const identity = deployment === null ? null : identityIn(session.context, project.resources);
  const surroundings = { control: null, controlled: null, identity, neutral: neutralOf(run), facts: factsOf(ready) };
  let shown = 0;
  const { series, endedAt, cancelled } = await runProbes(
    ready.probes.map((one) => readyProbe(one, session.context, surroundings)),
    session.context,
    {
      durationMs: EXTENSION * durationMs,
      onRun({ probe }, tick, elapsedMs) {
        watch.take(probe.id, tick);
        const over = elapsedMs >= durationMs;
        if (!over && elapsedMs - shown < PROGRESS_MS) return false;
        shown = elapsedMs;
        const verdict = watch.verdict(startedAt + Math.round(elapsedMs));
        if (over) return !verdict.probes.some(({ doubts }) => doubts.includes('few-samples'));
        const nearest = decisiveOf(verdict);
        log.info(
          `${Math.round(elapsedMs / 1000)} s of ${Math.round(durationMs / 1000)} s${nearest === null ? '' : `: ${nearest}`}`,
        );
        return false;
      },
    },
  );
  const at = cancelled ? endedAt : Math.max(endedAt, startedAt + durationMs);
  const [verdict, record] = [watch.verdict(at), watch.record(at)];
  const areas = recoveryOf(verdict, record);
  return { areas, minutes, unwatched: null, series: paired(ready, during, series), proof: { verdict, record } };
}

/** Id of the deployment that the plan switched production to; null: it switched none, or it is unknown. */
async function servedNow({ session, approved, resources, manifest }: Watched): Promise<string | null> {
  // A rebuild has an id of its own.
  if (approved.changes.some(({ deploys }) => deploys === true)) return null;
  const change = approved.changes.find(({ stage }) => stage === 'deployment');
  const resource = resources.find(({ id }) => id === change?.resource);
  const captured = manifest.resources.find(({ id }) => id === change?.resource);
  if (resource === undefined || captured === undefined) return null;
  try {
    const saved = parseState(resource, captured.state);
    const goal = await goalOf(resource, saved, approved.recovers, forSnapshot(session.context, manifest));
    return describeState(resource.provider, goal).deployment ?? null;
  } catch {
    // Samples of another deployment then count too.
    return null;
  }
}
