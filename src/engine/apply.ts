import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import { asRewindError, explain, type RewindError } from '../runtime/errors.js';
import { isOvertaken } from './as-planned.js';
import { LEFT, type Journal } from './journal.js';
import { earlyChanges, keyOf, stagesOf, type Plan, type PlannedChange } from './plan.js';
import { type PayloadSource } from './payload.js';
import { type Prepared } from './provider.js';
import { type Stage } from './change.js';
import type { Resource } from './resources.js';
import { seconds } from '../runtime/progress.js';

/** Stands in the journal for the changes that wait for no stage. */
export const EXPOSURE = 'exposure';

export type ChangeStatus = 'done' | 'failed' | 'not-begun';

export interface ChangeOutcome {
  readonly change: PlannedChange;
  readonly status: ChangeStatus;
  readonly error?: RewindError | undefined;
  readonly durationMs: number;
}

export interface ApplyRequest {
  readonly plan: Plan;
  readonly resources: readonly Resource[];
  /** For the snapshot of the plan. */
  readonly ctx: Context;
  readonly sourceOf: (resource: Resource) => PayloadSource;
  readonly journal: Journal;
  /** Called before the first change of a stage. If it fails, no change of the stage is begun. */
  readonly beforeStage?:
    ((stage: Stage | typeof EXPOSURE, changes: readonly PlannedChange[]) => Promise<void>) | undefined;
  /** Called after each change that was begun, with its times on the monotonic clock. */
  readonly onChange?: (change: PlannedChange, from: number, to: number) => void;
}

/**
 * Applies the changes of a plan, stage by stage; within a stage, resources in parallel and the changes of one resource in
 * order. What closes an exposure begins at once, beside the stages. A failed change does not throw: the result holds its
 * outcome, and a person decides what to do next. It holds back what needs it:
 * - a failed live change holds back the later changes of its resource and all later stages: code must be back before the
 *   schema;
 * - a failed change that would take effect with the next deployment holds back its like in the resource, and what deploys.
 */
export async function applyPlan(request: ApplyRequest): Promise<ChangeOutcome[]> {
  const { plan, ctx } = request;
  const early = earlyChanges(plan.changes);
  const exposure = await beginExposure(request, [...early]);
  const outcomes: ChangeOutcome[] = [];
  for (const stage of stagesOf(plan)) {
    const changes = plan.changes.filter((change) => change.stage === stage && !early.has(change));
    if (changes.length === 0) continue;
    if (ctx.signal.aborted || outcomes.some((outcome) => isOpen(outcome) && outcome.change.effect === 'live')) {
      outcomes.push(...changes.map((change) => notBegun(change)));
      continue;
    }
    outcomes.push(...(await applyStage(request, stage, changes, exposure, outcomes.filter(isOpen))));
  }
  return [...(await Promise.all(exposure.values())).flat(), ...outcomes];
}

const isOpen = ({ status }: ChangeOutcome): boolean => status !== 'done';

/** True if a change that is not done holds this one back. */
function isHeldBack(change: PlannedChange, { change: open }: ChangeOutcome): boolean {
  if (open.effect === 'next-deployment' && change.deploys === true) return true;
  if (open.resource !== change.resource) return false;
  return open.effect === 'live' || change.effect === 'next-deployment';
}

const notBegun = (change: PlannedChange, error?: RewindError): ChangeOutcome => ({
  change,
  status: 'not-begun',
  durationMs: 0,
  error,
});

/** Outcomes of the changes that wait for no stage, by resource. */
type Exposure = ReadonlyMap<string, Promise<readonly ChangeOutcome[]>>;

async function beginExposure(request: ApplyRequest, changes: readonly PlannedChange[]): Promise<Exposure> {
  if (changes.length === 0) return new Map();
  const failure = await beginStage(request, EXPOSURE, changes, new Map());
  const resources = request.resources.filter(({ id }) => changes.some(({ resource }) => resource === id));
  return new Map(
    resources.map((resource) => {
      const own = changes.filter((change) => change.resource === resource.id);
      const run = failure
        ? Promise.resolve(own.map((change) => notBegun(change, failure)))
        : applyInOrder(request, resource, own, [], new Map());
      return [resource.id, run];
    }),
  );
}

/** @returns the error if the stage must not begin */
async function beginStage(
  request: ApplyRequest,
  stage: Stage | typeof EXPOSURE,
  changes: readonly PlannedChange[],
  held: Map<PlannedChange, Prepared>,
): Promise<RewindError | undefined> {
  request.journal.record('stage', stage);
  try {
    await prepareStage(request, changes, held);
    await request.beforeStage?.(stage, changes);
    return undefined;
  } catch (error) {
    const failure = asRewindError(error);
    request.journal.record('fail', stage, failure.code);
    return failure;
  }
}

/** Lets the providers hold what must not change between the backup and their changes. */
async function prepareStage(
  request: ApplyRequest,
  changes: readonly PlannedChange[],
  held: Map<PlannedChange, Prepared>,
): Promise<void> {
  for (const change of changes.filter(({ backupFirst }) => backupFirst === true)) {
    const resource = request.resources.find(({ id }) => id === change.resource);
    const ctx = forResource(request.ctx, change.resource);
    const prepared = await resource?.provider.prepare?.(resource.config, change, ctx);
    if (prepared) held.set(change, prepared);
  }
}

/** @param open outcomes of earlier stages that are not done */
async function applyStage(
  request: ApplyRequest,
  stage: Stage,
  changes: readonly PlannedChange[],
  exposure: Exposure,
  open: readonly ChangeOutcome[],
): Promise<ChangeOutcome[]> {
  const held = new Map<PlannedChange, Prepared>();
  try {
    const failure = await beginStage(request, stage, changes, held);
    if (failure) return changes.map((change) => notBegun(change, failure));
    const perResource = request.resources.map(async (resource) => {
      const own = changes.filter((change) => change.resource === resource.id);
      if (own.length === 0) return [];
      const before = (await exposure.get(resource.id)) ?? [];
      return applyInOrder(request, resource, own, [...open, ...before.filter(isOpen)], held);
    });
    return (await Promise.all(perResource)).flat();
  } finally {
    await Promise.all([...held.values()].map((prepared) => prepared.release()));
  }
}

/** Applies changes of one resource, one after the other. @param open earlier outcomes that may hold one back */
async function applyInOrder(
  request: ApplyRequest,
  resource: Resource,
  changes: readonly PlannedChange[],
  open: readonly ChangeOutcome[],
  held: ReadonlyMap<PlannedChange, Prepared>,
): Promise<ChangeOutcome[]> {
  const results: ChangeOutcome[] = [];
  for (const change of changes) {
    const blocked = [...open, ...results.filter(isOpen)].some((outcome) => isHeldBack(change, outcome));
    const may = !blocked && !request.ctx.signal.aborted;
    results.push(may ? await applyChange(request, resource, change, held.get(change) ?? null) : notBegun(change));
  }
  return results;
}

async function applyChange(
  request: ApplyRequest,
  resource: Resource,
  change: PlannedChange,
  prepared: Prepared | null,
): Promise<ChangeOutcome> {
  const ctx = forResource(request.ctx, resource.id);
  const start = ctx.clock.monotonic();
  const took = (): number => Math.round(ctx.clock.monotonic() - start);
  const onCancel = (): void => ctx.log.warn(`Cancelled; this step still runs, and ends safely: ${change.target}`);
  ctx.signal.addEventListener('abort', onCancel, { once: true });
  request.journal.record('begin', keyOf(change));
  ctx.log.info(`${change.target}: ${change.before ?? 'absent'} → ${change.after ?? 'absent'} …`);
  try {
    await resource.provider.apply(resource.config, change, ctx, request.sourceOf(resource), prepared);
  } catch (error) {
    const failure = asRewindError(error, resource.id);
    request.journal.record('fail', keyOf(change), isOvertaken(failure) ? LEFT : failure.code);
    ctx.log.error(explain(failure));
    request.onChange?.(change, start, ctx.clock.monotonic());
    return { change, status: 'failed', error: failure, durationMs: took() };
  } finally {
    ctx.signal.removeEventListener('abort', onCancel);
  }
  request.journal.record('end', keyOf(change));
  request.onChange?.(change, start, ctx.clock.monotonic());
  ctx.log.info(`${change.target}: done in ${seconds(took() / 1000)}`);
  return { change, status: 'done', durationMs: took() };
}
