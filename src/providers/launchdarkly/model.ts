import { z } from 'zod';
import { jsonValue } from '../../runtime/json.js';

/**
 * A flag as the sealed payload stores it. LaunchDarkly refers to variations by index, which shifts when one is added or
 * removed; Rewind refers to them by id.
 */
export const serve = z.strictObject({
  /** Id of the served variation; null for a rollout. */
  variation: z.string().nullable(),
  rollout: z
    .strictObject({
      weights: z.array(z.strictObject({ variation: z.string(), weight: z.number() })),
      bucketBy: z.string().nullable(),
      contextKind: z.string().nullable(),
      /** Belongs to an experiment (allocation or seed), which the public API cannot write. */
      experiment: z.boolean(),
    })
    .nullable(),
});

const clause = z.strictObject({
  attribute: z.string(),
  op: z.string(),
  values: z.array(jsonValue),
  contextKind: z.string(),
  negate: z.boolean(),
});

const rule = z.strictObject({
  serve,
  clauses: z.array(clause),
  description: z.string().nullable(),
  trackEvents: z.boolean(),
  disabled: z.boolean(),
});

const target = z.strictObject({ contextKind: z.string(), variation: z.string(), values: z.array(z.string()) });

const targeting = z.strictObject({
  on: z.boolean(),
  version: z.number(),
  offVariation: z.string().nullable(),
  fallthrough: serve.nullable(),
  targets: z.array(target),
  rules: z.array(rule),
  prerequisites: z.array(z.strictObject({ key: z.string(), variation: z.string() })),
  trackEvents: z.boolean(),
  trackEventsFallthrough: z.boolean(),
});

const variation = z.strictObject({
  id: z.string(),
  value: jsonValue,
  name: z.string().nullable(),
  description: z.string().nullable(),
});

export const flag = z.strictObject({
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  kind: z.string(),
  archived: z.boolean(),
  temporary: z.boolean(),
  tags: z.array(z.string()),
  clientSide: z.strictObject({ usingMobileKey: z.boolean(), usingEnvironmentId: z.boolean() }).nullable(),
  maintainerId: z.string().nullable(),
  variations: z.array(variation),
  targeting,
});

export type Flag = z.infer<typeof flag>;
export type Targeting = z.infer<typeof targeting>;
export type Serve = z.infer<typeof serve>;
export type Rule = z.infer<typeof rule>;
export type Variation = z.infer<typeof variation>;

/** The sealed payload. */
export const PAYLOAD = 'flags.json';
export const payload = z.strictObject({ flags: z.array(flag) });

/**
 * Matches each live variation to a saved one: by id, or by value if it was re-created.
 * @returns live id → saved id
 */
export function matchVariations(
  saved: readonly { readonly id: string; readonly value: string }[],
  live: readonly { readonly id: string; readonly value: string }[],
): Map<string, string> {
  const matched = new Map<string, string>();
  const free = new Map(saved.map((each) => [each.id, each.value]));
  for (const { id } of live) if (free.delete(id)) matched.set(id, id);
  for (const { id, value } of live) {
    if (matched.has(id)) continue;
    const same = [...free].find(([, other]) => other === value);
    if (!same) continue;
    free.delete(same[0]);
    matched.set(id, same[0]);
  }
  return matched;
}
