import { z } from 'zod';

/**
 * A flag as Rewind keeps it: the service refers to variations by their place in the list, which moves when one is added
 * or removed; here they are named by id. This is also the form of the sealed payload.
 */
const serve = z.strictObject({
  /** Id of the variation served; null when a rollout is. */
  variation: z.string().nullable(),
  rollout: z
    .strictObject({
      weights: z.array(z.strictObject({ variation: z.string(), weight: z.number() })),
      bucketBy: z.string().nullable(),
      contextKind: z.string().nullable(),
      /** Belongs to an experiment (allocation or seed): the public API offers no way to write it back. */
      experiment: z.boolean(),
    })
    .nullable(),
});

const clause = z.strictObject({
  attribute: z.string(),
  op: z.string(),
  values: z.array(z.json()),
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
  value: z.json(),
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
 * Which saved variation each live one is: the same id, or, when one was removed and made again, the same value.
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
