import { z } from 'zod';
import { recordOf } from '../../runtime/json.js';

/** A condition on the context of a request, exactly as Unleash sends and accepts it. */
const constraint = z.looseObject({
  contextName: z.string(),
  operator: z.string(),
  values: z.array(z.string()).optional(),
});
export type Constraint = z.infer<typeof constraint>;

/** A variant of a strategy or of a flag. */
const variant = z.looseObject({ name: z.string() });

/** The parts of Unleash's responses (featureSchema, featureStrategySchema …) that Rewind reads. */
const wireStrategy = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string().nullish(),
  disabled: z.boolean().nullish(),
  sortOrder: z.number().nullish(),
  parameters: recordOf(z.string()).nullish(),
  constraints: z.array(constraint).nullish(),
  variants: z.array(variant).nullish(),
  segments: z.array(z.number()).nullish(),
});
export const wireFeature = z.object({
  name: z.string(),
  type: z.string().nullish(),
  description: z.string().nullish(),
  stale: z.boolean().nullish(),
  impressionData: z.boolean().nullish(),
  environments: z.array(
    z.object({
      name: z.string(),
      enabled: z.boolean(),
      strategies: z.array(wireStrategy).nullish(),
      variants: z.array(variant).nullish(),
    }),
  ),
  dependencies: z
    .array(z.object({ feature: z.string(), enabled: z.boolean().nullish(), variants: z.array(z.string()).nullish() }))
    .nullish(),
});
export type WireFeature = z.infer<typeof wireFeature>;

export const wireSegments = z.object({
  segments: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      description: z.string().nullish(),
      project: z.string().nullish(),
      constraints: z.array(constraint),
    }),
  ),
});
export type WireSegment = z.infer<typeof wireSegments>['segments'][number];

/** The sealed payload. It refers to segments by name, because a re-created segment gets another number. */
const strategy = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  disabled: z.boolean(),
  parameters: recordOf(z.string()),
  constraints: z.array(constraint),
  variants: z.array(variant),
  segments: z.array(z.string()),
});
const feature = z.strictObject({
  name: z.string(),
  /** `type:value` and `value`, from the list of flags; empty if the flag was read individually. */
  tags: z.array(z.string()),
  type: z.string(),
  description: z.string().nullable(),
  stale: z.boolean(),
  impressionData: z.boolean(),
  enabled: z.boolean(),
  strategies: z.array(strategy),
  variants: z.array(variant),
  dependencies: z.array(z.string()),
});
const segment = z.strictObject({
  name: z.string(),
  description: z.string().nullable(),
  project: z.string().nullable(),
  constraints: z.array(constraint),
});

export type Strategy = z.infer<typeof strategy>;
export type Feature = z.infer<typeof feature>;
export type Segment = z.infer<typeof segment>;

export const PAYLOAD = 'flags.json';
export const payload = z.strictObject({ features: z.array(feature), segments: z.array(segment) });
export type Saved = z.infer<typeof payload>;

/** @throws RangeError if the feature lacks that environment, or refers to a missing segment */
export function featureOf(
  wire: WireFeature,
  environment: string,
  segments: readonly WireSegment[],
  tags: readonly string[],
): Feature {
  const here = wire.environments.find(({ name }) => name === environment);
  if (!here) throw new RangeError(`flag ${wire.name} is not in environment ${environment}`);
  const names = new Map(segments.map(({ id, name }) => [id, name]));
  const nameOf = (id: number): string => {
    const name = names.get(id);
    if (name === undefined) throw new RangeError(`flag ${wire.name} uses segment ${id}, which does not exist`);
    return name;
  };
  return {
    name: wire.name,
    tags: [...tags].sort(),
    type: wire.type ?? 'release',
    description: wire.description ?? null,
    stale: wire.stale ?? false,
    impressionData: wire.impressionData ?? false,
    enabled: here.enabled,
    strategies: [...(here.strategies ?? [])]
      // Orders an equal sortOrder by id: ids are ULIDs, in order of creation.
      .sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0) || (a.id < b.id ? -1 : 1))
      .map((each) => ({
        id: each.id,
        name: each.name,
        title: each.title ?? null,
        disabled: each.disabled ?? false,
        parameters: each.parameters ?? {},
        constraints: each.constraints ?? [],
        variants: each.variants ?? [],
        segments: (each.segments ?? []).map(nameOf).sort(),
      })),
    variants: here.variants ?? [],
    dependencies: (wire.dependencies ?? [])
      .map((each) => `${each.feature} ${each.enabled === false ? 'off' : ['on', ...(each.variants ?? [])].join(' ')}`)
      .sort(),
  };
}

/** A comparable form: ignores omitted defaults and the order of values. */
export function comparableConstraints(constraints: readonly Constraint[]): unknown {
  return constraints.map(({ values, ...rest }) => ({
    ...rest,
    caseInsensitive: rest.caseInsensitive === true,
    inverted: rest.inverted === true,
    value: rest.value ?? null,
    values: [...(values ?? [])].sort(),
  }));
}

export function comparableVariants(variants: readonly { readonly name: string }[]): unknown {
  return [...variants].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The percentage of a strategy that divides users so that each one stays on the same side while the percentage grows;
 * null for any other strategy.
 */
export function percentageOf({ name, parameters: { rollout = '', stickiness } }: Strategy): number | null {
  return name === 'flexibleRollout' && stickiness !== 'random' && /^\d+$/.test(rollout) ? Number(rollout) : null;
}

/** The same strategy with another percentage. */
export const withPercentage = (strategy: Strategy, percentage: number): Strategy => ({
  ...strategy,
  parameters: { ...strategy.parameters, rollout: String(percentage) },
});

/** A comparable form of a strategy, without its id. */
export function comparableStrategy({
  name,
  title,
  disabled,
  parameters,
  constraints,
  variants,
  segments,
}: Strategy): unknown {
  return {
    name,
    title: title ?? '',
    disabled,
    parameters,
    constraints: comparableConstraints(constraints),
    variants: comparableVariants(variants),
    segments,
  };
}

/** The same without its percentage. */
export const comparableRest = (each: Strategy): unknown =>
  comparableStrategy(percentageOf(each) === null ? each : withPercentage(each, 0));
