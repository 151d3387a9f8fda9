import type { DatabaseMode } from './provider.js';
import type { Context } from '../runtime/context.js';
import { forResource, forSnapshot } from '../runtime/create-context.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import { programId } from '../runtime/program.js';
import type { Manifest } from './manifest.js';
import { assemblePlan, type Plan } from './plan.js';
import { settleResources, type Resource } from './resources.js';
import { DiscardingSink, manifestDigest } from './snapshot-files.js';
import type { Store } from '../store/store.js';
import type { Finding } from '../runtime/finding.js';

export interface LivePlanRequest {
  readonly resources: readonly Resource[];
  readonly store: Store;
  readonly ctx: Context;
  readonly manifest: Manifest;
  readonly database: DatabaseMode;
  readonly scope: readonly string[] | null;
}

/**
 * Captures the live state (read-only) and plans the changes that make it equal to the snapshot.
 * @throws RewindError the single failure, or preflight-failed with one line per resource that could not be read
 */
export async function planFromLive(request: LivePlanRequest): Promise<Plan> {
  const { manifest, resources } = request;
  const ctx = forSnapshot(request.ctx, manifest);
  const outcomes = await settleResources(resources, async (resource) => {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    // The resource was configured after the snapshot, which holds no state of it.
    if (!captured) return [];
    if (captured.provider !== resource.providerId) {
      throw new RewindError(
        'snapshot-foreign',
        `"${resource.id}" is a ${captured.provider} in the snapshot, but a ${resource.providerId} in the configuration.`,
        { resource: resource.id },
      );
    }
    const saved = parseState(resource, captured.state);
    const live = await resource.provider.capture(
      resource.config,
      forResource(ctx, resource.id),
      new DiscardingSink(saved),
    );
    return resource.provider.plan(saved, live);
  });
  throwCombined(
    outcomes.flatMap(({ error, resource }) => (error === undefined ? [] : [asRewindError(error, resource.id)])),
  );
  return assemblePlan({
    createdAt: ctx.clock.now(),
    program: programId(),
    environment: manifest.environment,
    snapshot: manifest.id,
    snapshotDigest: await manifestDigest(request.store, manifest.environment, manifest.id),
    database: request.database,
    scope: request.scope,
    resources: outcomes.map(({ resource, value }) => ({
      id: resource.id,
      provider: resource.providerId,
      changes: value ?? [],
    })),
  });
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

/** Law 4: runs the check of every provider and reports all problems together. */
export async function checkResources(
  resources: readonly Resource[],
  ctx: Context,
): Promise<(Finding & { resource: string })[]> {
  const outcomes = await settleResources(resources, (resource) =>
    resource.provider.check(resource.config, forResource(ctx, resource.id)),
  );
  return outcomes.flatMap(({ resource, value, error }) => {
    if (error === undefined) return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
    const { code, message, remedy } = asRewindError(error, resource.id);
    return [{ level: 'error' as const, code, message, remedy, resource: resource.id }];
  });
}

/** Throws a single error as it is, several as one `preflight-failed` that lists them. */
export function throwCombined(errors: readonly RewindError[]): void {
  const [first] = errors;
  if (!first) return;
  if (errors.length === 1) throw first;
  throw new RewindError('preflight-failed', `${errors.length} resources could not be read. Nothing was changed.`, {
    problems: errors.map((error) => `${error.resource ?? '?'}: ${error.message} ${error.remedy} (${error.code})`),
  });
}
