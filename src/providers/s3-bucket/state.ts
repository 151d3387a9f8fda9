import { z } from 'zod';
import { ASPECTS, type Aspect } from './documents.js';

const blocks = z.strictObject({
  BlockPublicAcls: z.boolean(),
  IgnorePublicAcls: z.boolean(),
  BlockPublicPolicy: z.boolean(),
  RestrictPublicBuckets: z.boolean(),
});

/** One setting: its text in a plan, and a fingerprint that is equal for equivalent documents. Null if not set. */
const setting = z
  .strictObject({
    fingerprint: z.string(),
    summary: z.array(z.string()),
    /** Warnings about a restore of this setting. */
    dangers: z.array(z.string()),
  })
  .nullable();

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  bucket: z.string(),
  settings: z.strictObject({
    policy: setting,
    cors: setting,
    'public-access-block': setting,
    ownership: setting,
    versioning: setting,
    encryption: setting,
    lifecycle: setting,
    website: setting,
  } satisfies Record<Aspect, typeof setting>),
  blocks,
  /** 'Enabled', 'Disabled', or null if it was never set. */
  mfaDelete: z.string().nullable(),
});

export type State = z.infer<typeof state>;
export type Setting = z.infer<typeof setting>;

/** The part of a change that `apply` reads. `restore` and `restore-unblocked` also need the saved document. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('restore'), aspect: z.enum(ASPECTS) }),
  z.strictObject({ kind: z.literal('remove'), aspect: z.enum(ASPECTS) }),
  /** Writes the policy while BlockPublicPolicy is briefly off. */
  z.strictObject({ kind: z.literal('restore-unblocked'), aspect: z.literal('policy') }),
  z.strictObject({ kind: z.literal('versioning'), status: z.enum(['Enabled', 'Suspended']) }),
]);
export type Params = z.infer<typeof params>;

export const NOT_SET = 'not set';
