import { z } from 'zod';
import { jsonValue, recordOf } from '../runtime/json.js';
import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import { RewindError } from '../runtime/errors.js';
import { measureSchema, type Measure } from './measure.js';
import type { Resource } from './resources.js';

/** What makes a plan a mitigation, or the lift of one. */
export const mitigationSchema = z.strictObject({
  /** Id in the configuration; null: its measure was named on the command line. */
  id: z.string().nullable(),
  measure: measureSchema,
  /** What the measure needs besides the live state, by resource. */
  facts: recordOf(recordOf(jsonValue)),
  /** After this many minutes it may be lifted without a person. */
  minutes: z.number().int().positive(),
  /** True for the plan that lifts it: the one that returns to the state before. */
  lifts: z.boolean(),
  /** Of a lift: objects (`resource/object`) that it leaves as they are, because the measure is not in effect there any more. */
  leaves: z.array(z.string()).exactOptional(),
  /** Of a lift: objects that it leaves as they are until another mitigation is lifted, too. */
  holds: z.array(z.string()).exactOptional(),
});
export type PlannedMitigation = z.infer<typeof mitigationSchema>;

/** What a mitigation is called in texts. */
export const nameOf = ({
  id,
  measure,
}: {
  readonly id: string | null;
  readonly measure: Pick<Measure, 'kind'>;
}): string => (id === null ? measure.kind : `${measure.kind} "${id}"`);

/** True if the provider of the resource can take the measure. */
export const takes = ({ provider }: Resource, measure: Measure): boolean =>
  provider.capabilities?.mitigation?.kinds.includes(measure.kind) === true;

/**
 * The state with the measure. Pure.
 * @throws RewindError mitigation-impossible
 */
export function eased(resource: Resource, state: unknown, { measure, facts }: PlannedMitigation) {
  const { mitigation } = resource.provider.capabilities ?? {};
  if (mitigation === undefined || !takes(resource, measure)) throw impossible(resource, measure);
  return mitigation.ease(resource.config, state, measure, facts[resource.id] ?? {});
}

/** Names that none of the resources has. @param unknown of each resource */
export function unknownToAll(unknown: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = unknown;
  return first.filter((name) => others.every((names) => names.includes(name)));
}

/** The state as it was asked for: without what the service alone made of it. Pure. */
export const settled = ({ provider }: Resource, state: unknown): unknown =>
  provider.capabilities?.mitigation?.settled?.(state) ?? state;

/** What the measure needs of each resource. Read-only. @throws RewindError mitigation-impossible, and those of a provider */
export async function factsFor(
  resources: readonly Resource[],
  ctx: Context,
  measure: Measure,
): Promise<PlannedMitigation['facts']> {
  const found = await Promise.all(
    resources.map(async (resource) => {
      const { mitigation } = resource.provider.capabilities ?? {};
      if (mitigation === undefined || !takes(resource, measure)) throw impossible(resource, measure);
      const facts = await mitigation.facts?.(resource.config, forResource(ctx, resource.id), measure);
      return facts === undefined ? [] : [[resource.id, { ...facts }] as const];
    }),
  );
  return mitigationSchema.shape.facts.parse(Object.fromEntries(found.flat()));
}

const impossible = ({ id, providerId }: Resource, { kind }: Measure): RewindError =>
  new RewindError('mitigation-impossible', `"${id}" (${providerId}) has no measure ${kind}.`, { resource: id });
