import { z } from 'zod';

/** Compute units. */
const limits = z.strictObject({ min: z.number().positive(), max: z.number().positive() });

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  endpoint: z.string(),
  limits,
  /** Seconds without a query until it is suspended; 0: as Neon's plan says, -1: never. */
  suspendAfter: z.number().int().min(-1),
});

export type State = z.infer<typeof state>;

/** The part of a change that `apply` reads: what is set. */
export const params = z.union([z.strictObject({ limits }), state.pick({ suspendAfter: true })]);
export type Params = z.infer<typeof params>;
