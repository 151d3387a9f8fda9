import { describeState, mergedFlags } from './provider.js';
import { type Change, type PlanDatabaseMode } from './change.js';
import { type SchemaHazard, type StateDescription } from './capabilities.js';
import type { Context } from '../runtime/context.js';
import { forResource, forSnapshot } from '../runtime/create-context.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import { programId } from '../runtime/program.js';
import { sentences } from '../runtime/text.js';
import { configuredOf } from './configured.js';
import { flagsOn, type FlagOn } from './flags-on.js';
import { goalOf, notInSteps } from './goal.js';
import type { Manifest } from './manifest.js';
import { assemblePlan, isKept, plannedChangeOf, type OriginChange } from './assemble-plan.js';
import type { Plan, PlannedChange, Recovery } from './plan.js';
import { mitigatedKeys } from './mitigated.js';
import { eased, settled, type PlannedMitigation } from './mitigation.js';
import { isOtherObject } from './other-object.js';
import { assertSameProvider, databaseOf, settleResources, type Resource } from './resources.js';
import { DiscardingSink } from './payload-files.js';
import { manifestDigest } from './snapshot-files.js';
import { withStaleVariables } from './stale-variables.js';
import { asApproved, changesWithOrigin, objectKeyOf, withAuthors } from './three-way.js';
import type { Store } from '../store/store.js';

export interface LivePlanRequest {
  readonly resources: readonly Resource[];
  readonly store: Store;
  readonly ctx: Context;
  readonly manifest: Manifest;
  readonly database: PlanDatabaseMode;
  readonly scope: readonly string[] | null;
  /** Digest of the rollback that is undone; default: none. */
  readonly undoes?: string | null;
  /** Set for a plan forwards. */
  readonly recovers?: Recovery | undefined;
  /** Set for a mitigation, and for the plan that lifts one. */
  readonly mitigates?: PlannedMitigation | undefined;
  /** A release capture after this snapshot: what was changed later than it stays. Default: none. */
  readonly release?: Manifest | null;
  /** Resource ids whose later changes are undone, too. */
  readonly includeLater?: readonly string[];
  /** Objects that somebody changed after the rollback that is undone; default: none. */
  readonly stays?: readonly string[] | undefined;
  /** The plan that is carried out; default: none. */
  readonly approved?: Plan;
  /** Other recoveries from the same rollback, which may be half done, newest first; default: none. */
  readonly earlier?: readonly Plan[];
  /** A snapshot whose states stand for what is live; nothing is read then. Default: none. */
  readonly liveOf?: Manifest;
  /** How old a reading of this run may be, in milliseconds; default: everything is read again. */
  readonly recentMs?: number;
}

/** A comparison of production with a snapshot. */
export interface Comparison {
  /** What differs, as a plan. A resource that could not be read has no change in it. */
  readonly plan: Plan;
  /** Not in the plan: what another database mode would change in a database that the plan restores whole. */
  readonly covered: readonly PlannedChange[];
  /** Resources that could not be read; each error names its resource. */
  readonly failures: readonly RewindError[];
  /** Values that were not compared although their resource was. */
  readonly blind: readonly { readonly resource: string; readonly what: string }[];
  /** By key, whether it is on now; null if no resource that was read holds flags. */
  readonly flags: ReadonlyMap<string, boolean> | null;
  /** What each resource that was read says of production now. */
  readonly described: ReadonlyMap<string, StateDescription>;
  /** The flags that are on now, of every resource that was read. */
  readonly flagsOn: readonly FlagOn[];
  /** For each database that was compared: what old code meets in it; null if unknown. */
  readonly hazards: readonly { readonly resource: string; readonly found: readonly SchemaHazard[] | null }[];
}

/** Captures the live state (read-only) and compares it with the snapshot. No failure of one resource hides another. */
export async function compareWithLive(request: LivePlanRequest): Promise<Comparison> {
  const { manifest, resources } = request;
  const ctx = forSnapshot(request.ctx, manifest);
  const deployedBy = deployerOf(request);
  const program = programId();
  // Awaited below. A resource that fails before that must not leave a rejection that nobody handles.
  program.catch(() => undefined);
  const outcomes = await settleResources(resources, async (resource) => {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    // The resource was configured after the snapshot, which holds no state of it.
    if (!captured) return { changes: [], saved: {}, live: {}, on: [], blind: [], hazards: [] };
    assertSameProvider(resource, captured.provider);
    const { provider, config } = resource;
    const begun = [...(request.approved ? [request.approved] : []), ...(request.earlier ?? [])];
    const returned = await goalOf(resource, parseState(resource, captured.state), request.recovers, ctx, begun);
    const then = request.liveOf?.resources.find(({ id }) => id === resource.id);
    const live: unknown =
      then === undefined
        ? await provider.capture(config, forResource(ctx, resource.id), new DiscardingSink(returned, request.recentMs))
        : parseState(resource, then.state);
    const { mitigates } = request;
    // A mitigation changes what is live; only its lift returns to a snapshot.
    const saved = mitigates?.lifts === false ? eased(resource, live, mitigates).desired : returned;
    const { capabilities } = provider;
    const after = request.release?.resources.find(({ id }) => id === resource.id);
    const describe = (state: unknown): StateDescription => capabilities?.describeState?.(state) ?? {};
    const released =
      mitigates?.lifts === true
        ? { state: eased(resource, saved, mitigates).desired }
        : after?.provider === resource.providerId
          ? { state: parseState(resource, after.state) }
          : null;
    const described = {
      saved: describe(saved),
      release: released && describe(released.state),
      live: describe(live),
    };
    const threeWay = (release: unknown): OriginChange[] => {
      const asked = mitigates === undefined ? live : settled(resource, live);
      const found = changesWithOrigin(provider, saved, release, live, asked);
      const approved = (request.approved?.changes ?? []).filter((change) => change.resource === resource.id);
      return withAuthors(asApproved(found, approved), { ...described, release: describe(release) }, deployedBy);
    };
    // A measure that the snapshot holds is not what the deploy replaced: its end is a later change.
    const held = mitigates === undefined ? mitigatedKeys(manifest.mitigated ?? []) : [];
    const stays = new Set([
      ...(request.stays ?? []),
      ...(mitigates?.leaves ?? []),
      ...(mitigates?.holds ?? []),
      ...held,
    ]);
    const changes = (released ? threeWay(released.state) : provider.plan(saved, live)).map((change) =>
      stays.has(objectKeyOf(resource.id, change.id)) ? { ...change, origin: 'later' as const } : change,
    );
    const atOnce = request.recovers?.steps !== undefined && capabilities?.inSteps === undefined;
    return {
      changes: atOnce ? changes.map(notInSteps) : changes,
      saved: described.saved,
      live: described.live,
      on: flagsOn(resource.id, described),
      blind: capabilities?.blindSpots?.(saved, live) ?? [],
      // What another database lacks says nothing of what the code meets in its own.
      hazards: capabilities?.database
        ? [changes.some(isOtherObject) ? null : capabilities.database.hazards(saved, live)]
        : [],
    };
  });
  const includeLater = request.includeLater ?? [];
  const changes = withStaleVariables(
    outcomes.flatMap(({ resource, value }) => (value ? [{ resource: resource.id, ...value }] : [])),
    (change, resource) => isKept(change, resource, includeLater),
    request.approved?.changes,
  );
  const restored = restoredDatabases(outcomes, request.database, ctx);
  const covers = (resource: Resource, change: Change): boolean =>
    isCovered(resource, change, request.database, restored, ctx);
  const plan = assemblePlan({
    createdAt: ctx.clock.now(),
    program: await program,
    environment: manifest.environment,
    snapshot: manifest.id,
    snapshotDigest: await manifestDigest(request.store, manifest.environment, manifest.id),
    database: request.database,
    scope: request.scope,
    undoes: request.undoes ?? null,
    recovers: request.recovers,
    mitigates: request.mitigates,
    release: request.release
      ? {
          id: request.release.id,
          digest: await manifestDigest(request.store, manifest.environment, request.release.id),
        }
      : null,
    includeLater,
    stays: request.stays ?? [],
    resources: outcomes.map(({ resource }) => ({
      id: resource.id,
      provider: resource.providerId,
      configured: configuredOf(resource.config),
      changes: (changes.get(resource.id) ?? []).filter((change) => !covers(resource, change)),
    })),
  });
  return {
    plan,
    covered: outcomes.flatMap(({ resource, value }) =>
      (value?.changes ?? [])
        .filter((change) => covers(resource, change))
        .map((change) => plannedChangeOf(resource.id, resource.providerId, change)),
    ),
    described: new Map(outcomes.flatMap(({ resource, value }) => (value ? [[resource.id, value.live] as const] : []))),
    flagsOn: outcomes.flatMap(({ value }) => value?.on ?? []),
    flags: mergedFlags(outcomes.flatMap(({ value }) => value?.live ?? [])),
    failures: outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [inResource(error, resource.id)])),
    blind: outcomes.flatMap(({ resource, value }) =>
      (value?.blind ?? []).map((what) => ({ resource: resource.id, what })),
    ),
    hazards: outcomes.flatMap(({ resource, value }) =>
      (value?.hazards ?? []).map((found) => ({ resource: resource.id, found })),
    ),
  };
}

/** Who made the deployment of the release capture; null if no resource tells. */
function deployerOf({ resources, release }: LivePlanRequest): string | null {
  const names = (release?.resources ?? []).flatMap(({ id, state }) => {
    const provider = resources.find((resource) => resource.id === id)?.provider;
    return provider === undefined ? [] : (describeState(provider, state).deployedBy ?? []);
  });
  return names[0] ?? null;
}

/** The databases that the plan restores whole. */
function restoredDatabases(
  outcomes: readonly { readonly resource: Resource; readonly value?: { readonly changes: readonly Change[] } }[],
  mode: PlanDatabaseMode,
  ctx: Context,
): ReadonlySet<string> {
  return new Set(
    outcomes.flatMap(({ resource, value }) => {
      const restores = value?.changes.some(({ database, manual }) => database === 'restore' && manual === undefined);
      return mode === 'restore' && restores === true ? (databaseOf(resource, ctx) ?? []) : [];
    }),
  );
}

/** True for what another database mode would change inside a database that the plan restores whole. */
function isCovered(
  resource: Resource,
  { database }: Change,
  mode: PlanDatabaseMode,
  restored: ReadonlySet<string>,
  ctx: Context,
): boolean {
  if (database === undefined || database === mode) return false;
  const own = databaseOf(resource, ctx);
  return own !== null && restored.has(own);
}

/** The claim names each resource that was not read, so the error must name it too. */
function inResource(error: unknown, resource: string): RewindError {
  const known = asRewindError(error, resource);
  if (known.resource === resource) return known;
  const { code, message, remedy, problems, cause } = known;
  return new RewindError(code, message, { resource, remedy, problems, cause });
}

/**
 * Captures the live state (read-only) and plans the changes that make it equal to the snapshot.
 * @throws RewindError the single failure, or preflight-failed with one line per resource that could not be read
 */
export async function planFromLive(request: LivePlanRequest): Promise<Plan> {
  const { plan, failures } = await compareWithLive(request);
  throwCombined(failures);
  return plan;
}

/** The state of a resource in a manifest. @throws RewindError snapshot-unsupported */
export function parseState(resource: Resource, state: unknown): unknown {
  const parsed = resource.provider.state.safeParse(state);
  if (parsed.success) return parsed.data;
  throw new RewindError(
    'snapshot-unsupported',
    `This version of Rewind cannot read the state of "${resource.id}" in the snapshot.`,
    {
      resource: resource.id,
      problems: parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    },
  );
}

/** Resources that the snapshot does not contain: they will not be rolled back. */
export function notInSnapshot(resources: readonly Resource[], manifest: Manifest): string[] {
  return resources.map(({ id }) => id).filter((id) => !manifest.resources.some((captured) => captured.id === id));
}

/**
 * Throws a single error as it is, several as one `preflight-failed` that lists them.
 * @param wayOut a sentence for the remedy: what works without these resources
 */
export function throwCombined(errors: readonly RewindError[], wayOut: string | null = null): void {
  const [first] = errors;
  if (!first) return;
  // A cancelled run fails everywhere for one reason, and nothing needs repair.
  const cancelled = errors.find(({ code }) => code === 'cancelled');
  if (cancelled)
    throw new RewindError('cancelled', 'The run was cancelled. This run changed nothing.', { cause: cancelled });
  if (errors.length === 1) {
    if (wayOut === null) throw first;
    const { code, message, resource, remedy, problems, cause } = first;
    throw new RewindError(code, message, { resource, remedy: `${remedy} ${wayOut}`, problems, cause });
  }
  throw new RewindError('preflight-failed', `${errors.length} resources could not be read. This run changed nothing.`, {
    problems: errors.map(
      (error) => `${error.resource ?? '?'}: ${sentences(error.message, error.remedy)} (${error.code})`,
    ),
    ...(wayOut === null ? {} : { remedy: `Solve each problem, then run the same command again. ${wayOut}` }),
  });
}
