import type { SetAside } from '../../engine/capabilities.js';
import { settleResources, type Resource } from '../../engine/resources.js';
import type { ResourceFinding } from '../../report/findings.js';
import type { Context } from '../../runtime/context.js';
import { forResource } from '../../runtime/create-context.js';
import { asRewindError } from '../../runtime/errors.js';

/** What lies beside each resource that could be read. */
export type Aside = ReadonlyMap<string, readonly SetAside[]>;

/** Leaves out a resource that cannot be read. @param onFailure gets its id and the reason; the default logs a warning */
export async function readAside(
  resources: readonly Resource[],
  ctx: Context,
  onFailure: (resource: string, why: string) => void = (resource, why) =>
    ctx.log.warn(`"${resource}": what rollbacks put aside could not be read: ${why}`),
): Promise<Aside> {
  const outcomes = await settleResources(
    resources.filter(({ provider }) => provider.capabilities?.aside !== undefined),
    async ({ id, config, provider }) => (await provider.capabilities?.aside?.(config, forResource(ctx, id))) ?? [],
  );
  for (const { error, resource } of outcomes) {
    if (error !== undefined) onFailure(resource.id, asRewindError(error, resource.id).message);
  }
  return new Map(outcomes.flatMap(({ resource, value }) => (value === undefined ? [] : [[resource.id, value]])));
}

/** What interrupted rollbacks left beside the resources, for the plan of the next one. */
export async function leftBeside(resources: readonly Resource[], ctx: Context): Promise<ResourceFinding[]> {
  return [...(await readAside(resources, ctx))].flatMap(([resource, objects]) =>
    objects.flatMap((object): ResourceFinding[] =>
      object.kind !== 'unfinished'
        ? []
        : [
            {
              level: 'warning',
              code: 'rollback-leftover',
              resource,
              message: object.why,
              remedy: `A restore removes it, or continues from it. To remove it now: ${object.drop}`,
            },
          ],
    ),
  );
}
