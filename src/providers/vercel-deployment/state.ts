import { z } from 'zod';

const deployment = z.strictObject({
  id: z.string(),
  url: z.string(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  /** Commit that it was built from, where Git is connected. */
  commit: z.string().nullable(),
  ref: z.string().nullable(),
  /** Set when Rewind has built it anew from another deployment, so that a new secret reaches the same code. */
  rebuildOf: z.string().nullable().default(null),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  name: z.string(),
  /** Null: the project was never deployed to production. */
  production: deployment.nullable(),
  /** Null when the API did not say; that must not be taken for "not rolled back". */
  autoAssign: z.boolean().nullable(),
  /** Production is held by a rollback: new deployments are built and stay STAGED. */
  pinned: z.boolean(),
  /** Deployment that an active rolling release is moving traffic to. */
  canary: z.string().nullable(),
  /** Percentages that a rolling release goes through; empty = none is configured. vercel-project restores them. */
  stages: z.array(z.number()).default([]),
  /** What each production domain serves. */
  domains: z.array(z.strictObject({ name: z.string(), deployment: z.string().nullable() })),
});

export type State = z.infer<typeof state>;

/** What `apply` needs for a change. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('switch'),
    method: z.enum(['rollback', 'promote']),
    to: z.string(),
    domains: z.array(z.string()),
    autoAssign: z.boolean().nullable(),
  }),
  z.strictObject({ kind: z.literal('alias'), domain: z.string(), to: z.string() }),
  z.strictObject({ kind: z.literal('auto-assign'), to: z.boolean() }),
]);
export type Params = z.infer<typeof params>;
