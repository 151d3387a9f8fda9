import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import { asRewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import { createProgress } from '../runtime/progress.js';
import { settleResources, type Resource } from './resources.js';

/** Law 4: runs the check of every provider and reports all problems together. */
export async function checkResources(
  resources: readonly Resource[],
  ctx: Context,
): Promise<(Finding & { resource: string })[]> {
  const { clock, log } = ctx;
  const progress = createProgress({ what: 'Checking the resources', unit: 'items', clock, log });
  let checked = 0;
  const outcomes = await settleResources(resources, (resource) =>
    resource.provider
      .check(resource.config, forResource(ctx, resource.id))
      .finally(() => progress.update((checked += 1), resources.length)),
  );
  return outcomes.flatMap(({ resource, value, error }) => {
    if (error === undefined) return (value ?? []).map((finding) => ({ ...finding, resource: resource.id }));
    const { code, message, remedy } = asRewindError(error, resource.id);
    return [{ level: 'error' as const, code, message, remedy, resource: resource.id }];
  });
}
