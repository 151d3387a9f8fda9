import { z } from 'zod';
import { schedule, stepsGoal } from '../../services/flags/steps.js';
import { serve } from './model.js';

/**
 * A flag in the manifest, in clear. It holds fingerprints of variation values, clause values and targeted keys (often
 * e-mail addresses); the sealed payload holds the values.
 */
const flagState = z.strictObject({
  key: z.string(),
  archived: z.boolean(),
  /** For the selection in a mitigation; not compared. */
  tags: z.array(z.string()),
  kind: z.string(),
  variations: z.array(
    z.strictObject({
      id: z.string(),
      /** Its text in plans: the name, or a short value. */
      label: z.string(),
      value: z.string(),
      texts: z.string(),
    }),
  ),
  on: z.boolean(),
  /** Increases with each change in this environment; shown, not compared. */
  version: z.number(),
  offVariation: z.string().nullable(),
  fallthrough: serve.nullable(),
  targets: z.array(
    z.strictObject({ contextKind: z.string(), variation: z.string(), count: z.number(), fingerprint: z.string() }),
  ),
  rules: z.array(
    z.strictObject({
      serve,
      summary: z.string(),
      fingerprint: z.string(),
      trackEvents: z.boolean(),
      disabled: z.boolean(),
    }),
  ),
  prerequisites: z.array(z.strictObject({ key: z.string(), variation: z.string() })),
  trackEvents: z.boolean(),
  trackEventsFallthrough: z.boolean(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  environment: z.string(),
  /** Identifies the environment; its key is free to be used in another account. Snapshots of earlier versions lack it. */
  environmentId: z.string().exactOptional(),
  flags: z.array(flagState),
  steps: stepsGoal.exactOptional(),
  /** Set in the goal of a mitigation that turns flags on, never in a snapshot: no sealed value is needed. */
  switched: z.literal(true).exactOptional(),
});

export type State = z.infer<typeof state>;
export type FlagState = z.infer<typeof flagState>;

/** A flag that is brought to its goal in steps: the share of the variation `to` grows, the one of `rest` falls. */
export const steppedFlag = z.strictObject({
  flag: z.string(),
  to: z.string(),
  rest: z.string(),
  /** Before the first step. */
  from: z.strictObject({ on: z.boolean(), offVariation: z.string().nullable(), fallthrough: serve.nullable() }),
});
export type SteppedFlag = z.infer<typeof steppedFlag>;

/** The part of a change that `apply` reads. All but `turn-off` and `disable-new` also need the saved flag. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('create'), flag: z.string() }),
  z.strictObject({ kind: z.literal('archive'), flag: z.string(), archived: z.boolean() }),
  z.strictObject({ kind: z.literal('variations'), flag: z.string() }),
  z.strictObject({ kind: z.literal('remove-variations'), flag: z.string() }),
  z.strictObject({ kind: z.literal('targeting'), flag: z.string(), dropsPrerequisites: z.boolean() }),
  schedule.extend({ kind: z.literal('steps'), flags: z.array(steppedFlag) }),
  z.strictObject({ kind: z.literal('turn-on'), flag: z.string() }),
  z.strictObject({ kind: z.literal('turn-off'), flag: z.string() }),
  z.strictObject({ kind: z.literal('disable-new'), flag: z.string() }),
]);
export type Params = z.infer<typeof params>;
