import { sentences } from '../../runtime/text.js';
import type { Project } from '../../cli/session.js';
import { notInSnapshot } from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import { eased, factsFor, mitigationSchema, unknownToAll } from '../../engine/mitigation.js';
import type { PreparedMitigation } from '../../engine/option.js';
import { plannedChangeOf } from '../../engine/assemble-plan.js';
import type { Resource } from '../../engine/resources.js';
import { DiscardingSink } from '../../engine/payload-files.js';
import type { Context } from '../../runtime/context.js';
import { forResource } from '../../runtime/create-context.js';
import { RewindError } from '../../runtime/errors.js';
import { chooseMeasure } from '../mitigate/measure.js';
import { obstaclesTo } from '../rollback/obstacles.js';

/**
 * What each mitigation of the configuration would change now, or why it cannot be planned. Changes nothing. Each resource is
 * read once.
 */
export function readMitigations(
  { config, resources }: Pick<Project, 'config' | 'resources'>,
  manifest: Manifest,
  ctx: Context,
): Promise<PreparedMitigation[]> {
  const states = new Map<string, Promise<unknown>>();
  const live = ({ id, provider, config: own }: Resource): Promise<unknown> => {
    const state = states.get(id) ?? provider.capture(own, forResource(ctx, id), new DiscardingSink());
    states.set(id, state);
    return state;
  };
  return Promise.all(
    config.mitigations.map(async ({ id, kind, minutes }) => {
      const one = { id, kind, minutes };
      try {
        return { ...one, ...(await effectOf(config, resources, id, manifest, ctx, live)) };
      } catch (error) {
        if (!(error instanceof RewindError) || error.code === 'cancelled') throw error;
        return { ...one, changes: [], refused: [sentences(error.message, error.remedy)] };
      }
    }),
  );
}

async function effectOf(
  config: Project['config'],
  all: readonly Resource[],
  id: string,
  manifest: Manifest,
  ctx: Context,
  live: (resource: Resource) => Promise<unknown>,
): Promise<Pick<PreparedMitigation, 'changes' | 'refused'>> {
  const { measure, resources, minutes } = chooseMeasure(
    { config, resources: all },
    { id, flags: [], tags: [], changedByDeploy: false },
  );
  const missing = notInSnapshot(resources, manifest);
  if (missing.length > 0) {
    return { changes: [], refused: [`Snapshot ${manifest.id} does not hold ${missing.join(', ')}.`] };
  }
  const facts = await factsFor(resources, ctx, measure);
  const mitigates = mitigationSchema.parse({ id, measure, facts, minutes, lifts: false });
  const outcomes = await Promise.all(
    resources.map(async (resource) => {
      const state = await live(resource);
      const { desired, unknown, impossible = [] } = eased(resource, state, mitigates);
      const changes = resource.provider.plan(desired, state);
      return {
        unknown,
        impossible,
        changes: changes.map((change) => plannedChangeOf(resource.id, resource.providerId, change)),
      };
    }),
  );
  const unknown = unknownToAll(outcomes.map((one) => one.unknown));
  const changes = outcomes.flatMap((one) => one.changes);
  const obstacles = await obstaclesTo(resources, changes, ctx);
  return {
    changes,
    refused: [
      ...outcomes.flatMap((one) => one.impossible),
      ...(unknown.length === 0 ? [] : [`No resource of it has ${unknown.join(', ')}.`]),
      ...obstacles.map(({ resource, message }) => `${resource}: ${message}`),
    ],
  };
}
