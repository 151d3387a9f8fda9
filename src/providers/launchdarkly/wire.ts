import { z } from 'zod';
import { jsonValue, recordOf } from '../../runtime/json.js';
import { canonicalJson } from '../../runtime/digest.js';
import type { Flag, Rule, Serve, Targeting } from './model.js';

/** The parts of the official schemas (FeatureFlag, FeatureFlagConfig …) that Rewind reads. */
const rollout = z.object({
  variations: z.array(z.object({ variation: z.number(), weight: z.number() })),
  bucketBy: z.string().nullish(),
  contextKind: z.string().nullish(),
  seed: z.number().nullish(),
  experimentAllocation: z.unknown().optional(),
});
const served = z.object({ variation: z.number().nullish(), rollout: rollout.nullish() });
const target = z.object({
  values: z.array(z.string()),
  variation: z.number(),
  contextKind: z.string().nullish(),
});
const wireRule = served.extend({
  clauses: z.array(
    z.object({
      attribute: z.string(),
      op: z.string(),
      values: z.array(jsonValue),
      contextKind: z.string().nullish(),
      negate: z.boolean(),
    }),
  ),
  description: z.string().nullish(),
  trackEvents: z.boolean(),
  disabled: z.boolean().nullish(),
});
const wireConfig = z.object({
  on: z.boolean(),
  version: z.number(),
  targets: z.array(target).nullish(),
  contextTargets: z.array(target).nullish(),
  rules: z.array(wireRule).nullish(),
  fallthrough: served.nullish(),
  offVariation: z.number().nullish(),
  prerequisites: z.array(z.object({ key: z.string(), variation: z.number() })).nullish(),
  trackEvents: z.boolean(),
  trackEventsFallthrough: z.boolean(),
});

export const wireFlag = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  kind: z.string(),
  archived: z.boolean(),
  temporary: z.boolean(),
  tags: z.array(z.string()),
  clientSideAvailability: z
    .object({ usingMobileKey: z.boolean().nullish(), usingEnvironmentId: z.boolean().nullish() })
    .nullish(),
  maintainerId: z.string().nullish(),
  variations: z.array(
    z.object({ _id: z.string(), value: jsonValue, name: z.string().nullish(), description: z.string().nullish() }),
  ),
  environments: recordOf(wireConfig).nullish(),
});

export type WireFlag = z.infer<typeof wireFlag>;
export type WireConfig = z.infer<typeof wireConfig>;

export const wireFlags = z.object({ items: z.array(wireFlag), totalCount: z.number().nullish() });

/** The id of the variation at that index, for any flag of the project. */
export type VariationAt = (flagKey: string, index: number) => string | undefined;

/** @throws RangeError for a variation that the flag does not have */
export function flagOf(wire: WireFlag, config: WireConfig, variationAt: VariationAt): Flag {
  const at = (index: number, key = wire.key): string => {
    const id = variationAt(key, index);
    if (id === undefined)
      throw new RangeError(`flag ${wire.key} names variation ${index} of ${key}, which is not there`);
    return id;
  };
  return {
    key: wire.key,
    name: wire.name,
    description: wire.description ?? null,
    kind: wire.kind,
    archived: wire.archived,
    temporary: wire.temporary,
    tags: [...wire.tags].sort(),
    clientSide: wire.clientSideAvailability
      ? {
          usingMobileKey: wire.clientSideAvailability.usingMobileKey ?? false,
          usingEnvironmentId: wire.clientSideAvailability.usingEnvironmentId ?? false,
        }
      : null,
    maintainerId: wire.maintainerId ?? null,
    variations: variationsOf(wire),
    targeting: targetingOf(config, at),
  };
}

export function variationsOf({ variations }: WireFlag): Flag['variations'] {
  return variations.map(({ _id, value, name, description }) => ({
    id: _id,
    value,
    name: name ?? null,
    description: description ?? null,
  }));
}

function targetingOf(config: WireConfig, at: (index: number, key?: string) => string): Targeting {
  return {
    on: config.on,
    version: config.version,
    offVariation: placed(config.offVariation, at),
    fallthrough: config.fallthrough ? serveOf(config.fallthrough, at) : null,
    targets: targetsOf(config, at),
    rules: (config.rules ?? []).map((rule) => ruleOf(rule, at)),
    prerequisites: (config.prerequisites ?? [])
      .map(({ key, variation }) => ({ key, variation: at(variation, key) }))
      .sort((a, b) => compare(a.key, b.key)),
    trackEvents: config.trackEvents,
    trackEventsFallthrough: config.trackEventsFallthrough,
  };
}

function placed(index: number | null | undefined, at: (index: number) => string): string | null {
  return index === null || index === undefined ? null : at(index);
}

function serveOf(wire: z.infer<typeof served>, at: (index: number) => string): Serve {
  const { variation, rollout: split } = wire;
  return {
    variation: placed(variation, at),
    rollout: split
      ? {
          weights: split.variations.map((each) => ({ variation: at(each.variation), weight: each.weight })),
          bucketBy: split.bucketBy ?? null,
          contextKind: split.contextKind ?? null,
          experiment: (split.seed ?? split.experimentAllocation ?? null) !== null,
        }
      : null,
  };
}

function ruleOf(wire: z.infer<typeof wireRule>, at: (index: number) => string): Rule {
  return {
    serve: serveOf(wire, at),
    clauses: wire.clauses.map(({ attribute, op, values, contextKind, negate }) => ({
      attribute,
      op,
      // Any value may match, so their order does not matter.
      values: [...values].sort((a, b) => compare(canonicalJson(a), canonicalJson(b))),
      contextKind: contextKind ?? 'user',
      negate,
    })),
    description: wire.description ?? null,
    trackEvents: wire.trackEvents,
    disabled: wire.disabled ?? false,
  };
}

/**
 * `targets` holds users, `contextTargets` the other kinds. An empty entry in `contextTargets` marks the position of a
 * user target.
 */
function targetsOf(config: WireConfig, at: (index: number) => string): Targeting['targets'] {
  const groups = new Map<string, { contextKind: string; variation: string; values: Set<string> }>();
  for (const { contextKind: kind, variation, values } of [
    ...(config.targets ?? []),
    ...(config.contextTargets ?? []),
  ]) {
    const contextKind = kind ?? 'user';
    const id = `${contextKind}\0${variation}`;
    const group = groups.get(id) ?? { contextKind, variation: at(variation), values: new Set<string>() };
    for (const value of values) group.values.add(value);
    groups.set(id, group);
  }
  return [...groups.values()]
    .filter(({ values }) => values.size > 0)
    .map(({ contextKind, variation, values }) => ({ contextKind, variation, values: [...values].sort() }))
    .sort((a, b) => compare(a.contextKind, b.contextKind) || compare(a.variation, b.variation));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
