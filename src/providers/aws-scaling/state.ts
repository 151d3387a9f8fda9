import { z } from 'zod';

/** What the target does not do on its own for now. */
const suspended = z.strictObject({ scaleIn: z.boolean(), scaleOut: z.boolean(), scheduled: z.boolean() });

/** A registered target. */
const scaling = z.strictObject({ min: z.number().int(), max: z.number().int(), suspended });

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  region: z.string(),
  target: z.string(),
  dimension: z.string(),
  /** Null if the target is not registered. */
  scaling: scaling.nullable(),
});

export type State = z.infer<typeof state>;
export type Scaling = z.infer<typeof scaling>;
export type Suspended = z.infer<typeof suspended>;

/** The part of a change that `apply` reads: what is registered. The rest of the target stays as it is. */
export const params = z.strictObject({
  limits: scaling.pick({ min: true, max: true }).optional(),
  suspended: suspended.optional(),
});
export type Params = z.infer<typeof params>;
