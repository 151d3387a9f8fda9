import { z } from 'zod';

const fixed = z.record(z.string(), z.json());

const hookState = z.strictObject({
  kind: z.enum(['endpoint', 'destination']),
  id: z.string(),
  /** As it may be shown; null for destinations that are no webhook. */
  url: z.string().nullable(),
  /** Set when the shown URL hides something; then this is what is compared. */
  urlFingerprint: z.string().nullable(),
  name: z.string().nullable(),
  events: z.array(z.string()),
  enabled: z.boolean(),
  description: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
  /** Keys that look secret: fingerprints of their values. */
  secretMetadata: z.record(z.string(), z.string()),
  fixed,
  connect: z.boolean(),
  /** False for endpoints outside the configured URL prefixes; they are only listed so that ids can be matched. */
  inScope: z.boolean(),
  /** From Rewind's marks: the endpoints that this one stands for, and how far its signing secret has come. */
  standsFor: z.array(z.string()),
  secret: z.enum(['created', 'written']).nullable(),
});

/** Where signing secrets go, by shown URL or description. */
const targetState = z.strictObject({
  match: z.string(),
  keys: z.array(z.string()),
  project: z.string(),
  team: z.string().nullable(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  /** Null when the key may not read it. */
  account: z.string().nullable(),
  livemode: z.boolean(),
  hooks: z.array(hookState),
  targets: z.array(targetState),
  /** Shown URLs that the configuration calls Connect endpoints. */
  connect: z.array(z.string()),
});

export type State = z.output<typeof state>;
export type HookState = z.output<typeof hookState>;
export type TargetState = z.output<typeof targetState>;
