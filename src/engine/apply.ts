import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import { asRewindError, explain, type RewindError } from '../runtime/errors.js';
import type { Journal } from './journal.js';
import { keyOf, type Plan, type PlannedChange } from './plan.js';
import { STAGES, type PayloadSource, type Stage } from './provider.js';
import type { Resource } from './resources.js';
import { seconds } from '../runtime/progress.js';

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
  readonly beforeStage?: ((stage: Stage, changes: readonly PlannedChange[]) => Promise<void>) | undefined;
  /** Called after each change that was begun, with its times on the monotonic clock. */
  readonly onChange?: (change: PlannedChange, from: number, to: number) => void;
}

/**
 * Applies the changes of a plan, stage by stage; within a stage, resources in parallel and the changes of one resource in
 * order. After a failure, the other resources of the stage continue, and later stages are not begun: code must be back before
 * the schema, and a person decides what to do next. A failed change does not throw: the result holds its outcome.
 */
export async function applyPlan(request: ApplyRequest): Promise<ChangeOutcome[]> {
  const outcomes: ChangeOutcome[] = [];
  let stopped = false;
  for (const stage of STAGES) {
    const changes = request.plan.changes.filter((change) => change.stage === stage);
    if (changes.length === 0) continue;
    if (stopped || request.ctx.signal.aborted) {
      outcomes.push(...changes.map((change) => notBegun(change)));
      stopped = true;
      continue;
    }
    const results = await applyStage(request, stage, changes);
    outcomes.push(...results);
    stopped = results.some(({ status }) => status !== 'done');
  }
  return outcomes;
}

const notBegun = (change: PlannedChange, error?: RewindError): ChangeOutcome => ({
  change,
  status: 'not-begun',
  durationMs: 0,
  error,
});

async function applyStage(
  request: ApplyRequest,
  stage: Stage,
  changes: readonly PlannedChange[],
): Promise<ChangeOutcome[]> {
  request.journal.record('stage', stage);
  try {
    await request.beforeStage?.(stage, changes);
  } catch (error) {
    const failure = asRewindError(error);
    request.journal.record('fail', stage, failure.code);
    return changes.map((change) => notBegun(change, failure));
  }
  const perResource = request.resources.map(async (resource) => {
    const results: ChangeOutcome[] = [];
    for (const change of changes.filter((candidate) => candidate.resource === resource.id)) {
      const blocked = results.some(({ status }) => status !== 'done') || request.ctx.signal.aborted;
      results.push(blocked ? notBegun(change) : await applyChange(request, resource, change));
    }
    return results;
  });
  return (await Promise.all(perResource)).flat();
}

async function applyChange(request: ApplyRequest, resource: Resource, change: PlannedChange): Promise<ChangeOutcome> {
  const ctx = forResource(request.ctx, resource.id);
  const start = ctx.clock.monotonic();
  const took = (): number => Math.round(ctx.clock.monotonic() - start);
  request.journal.record('begin', keyOf(change));
  ctx.log.info(`${change.target}: ${change.before ?? 'absent'} → ${change.after ?? 'absent'} …`);
  try {
    await resource.provider.apply(resource.config, change, ctx, request.sourceOf(resource));
  } catch (error) {
    const failure = asRewindError(error, resource.id);
    request.journal.record('fail', keyOf(change), failure.code);
    ctx.log.error(explain(failure));
    request.onChange?.(change, start, ctx.clock.monotonic());
    return { change, status: 'failed', error: failure, durationMs: took() };
  }
  request.journal.record('end', keyOf(change));
  request.onChange?.(change, start, ctx.clock.monotonic());
  ctx.log.info(`${change.target}: done in ${seconds(took() / 1000)}`);
  return { change, status: 'done', durationMs: took() };
}
