import { z } from 'zod';
import { schedule, stepsGoal } from '../../services/flags/steps.js';

/**
 * The state in the manifest, in clear. It holds fingerprints of constraint values (user ids, e-mail addresses) and
 * variant payloads; the sealed payload holds the values.
 */
const feature = z.strictObject({
  name: z.string(),
  /** For the selection in a mitigation; not compared. */
  tags: z.array(z.string()),
  type: z.string(),
  stale: z.boolean(),
  impressionData: z.boolean(),
  description: z.string(),
  enabled: z.boolean(),
  strategies: z.array(
    z.strictObject({
      summary: z.string(),
      active: z.boolean(),
      /** As `percentageOf`. */
      percentage: z.number().nullable(),
      /** Of everything else. */
      fingerprint: z.string(),
    }),
  ),
  variants: z.strictObject({ names: z.array(z.string()), fingerprint: z.string() }),
  dependencies: z.array(z.string()),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  environment: z.string(),
  features: z.array(feature),
  /** `used` by a strategy of this project and environment. Rewind restores only used segments. */
  segments: z.array(
    z.strictObject({ name: z.string(), used: z.boolean(), summary: z.string(), fingerprint: z.string() }),
  ),
  steps: stepsGoal.exactOptional(),
  /** Set in the goal of a mitigation that turns flags on, never in a snapshot: no sealed value is needed. */
  switched: z.literal(true).exactOptional(),
});

/** A flag that is brought to its goal in steps, and what it is before the first one. */
export const steppedFlag = z.strictObject({
  flag: z.string(),
  /** `percentages`: by strategy; null where a strategy has none. */
  from: z.strictObject({ enabled: z.boolean(), percentages: z.array(z.number().nullable()) }),
});
export type SteppedFlag = z.infer<typeof steppedFlag>;

export type State = z.infer<typeof state>;
export type FeatureState = z.infer<typeof feature>;

/** The part of a change that `apply` reads. All but `turn-off` and `disable-new` also need the saved object. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('segment'), name: z.string() }),
  z.strictObject({ kind: z.literal('metadata'), name: z.string() }),
  z.strictObject({ kind: z.literal('recreate'), name: z.string() }),
  z.strictObject({ kind: z.literal('targeting'), name: z.string() }),
  schedule.extend({ kind: z.literal('steps'), flags: z.array(steppedFlag) }),
  z.strictObject({ kind: z.literal('turn-on'), name: z.string() }),
  z.strictObject({ kind: z.literal('turn-off'), name: z.string() }),
  z.strictObject({ kind: z.literal('disable-new'), name: z.string() }),
]);
export type Params = z.infer<typeof params>;
