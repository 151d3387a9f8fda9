import { z } from 'zod';

/** Executions at a time. */
const count = z.number().int().min(0);

const provisioned = z.strictObject({
  requested: count.min(1),
  /** True if AWS gave it up. */
  failed: z.boolean(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  region: z.string(),
  function: z.string(),
  /** Null: only the reserved concurrency is captured. */
  qualifier: z.string().nullable(),
  /** Null: nothing is reserved, the function takes from what is left of the account. 0: it does not run. */
  reserved: count.nullable(),
  /** Null: nothing is provisioned. */
  provisioned: provisioned.nullable(),
});

export type State = z.infer<typeof state>;
export type Provisioned = z.infer<typeof provisioned>;

/** The part of a change that `apply` reads; null takes the setting away. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reserved'), count: count.nullable() }),
  z.strictObject({ kind: z.literal('provisioned'), count: count.min(1).nullable() }),
]);
