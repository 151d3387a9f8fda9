import { z } from 'zod';
import { gate } from '../../services/gate.js';

const deployment = z.strictObject({
  id: z.string(),
  url: z.string(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  /** Commit of the build, if Git is connected. */
  commit: z.string().nullable(),
  ref: z.string().nullable(),
  /** Name of the user who made it; not compared. */
  by: z.string().exactOptional(),
  /** The original deployment, if this is Rewind's rebuild with a new secret. */
  rebuildOf: z.string().nullable().default(null),
  /** Rewind made it ahead: it says that the site is under maintenance. */
  maintenance: z.literal(true).exactOptional(),
});
export type DeploymentState = z.infer<typeof deployment>;

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  name: z.string(),
  /** Null if the project was never deployed to production, or with `productionUnknown`. */
  production: deployment.nullable(),
  /** The project serves a deployment, or served one, and Vercel does not say which one is in production now. */
  productionUnknown: z.literal(true).exactOptional(),
  /** Set while the deployment for maintenance is in production: the one that was there before. Null if unknown. */
  instead: deployment.nullable().exactOptional(),
  /** Null if unknown, which differs from "not rolled back". */
  autoAssign: z.boolean().nullable(),
  /** True if a rollback pins production: new deployments stay STAGED. */
  pinned: z.boolean(),
  /** Deployment that receives the traffic of an active rolling release. */
  canary: z.string().nullable(),
  /** Commit of that build; not compared. */
  canaryCommit: z.string().exactOptional(),
  /** Percentages of a rolling release; empty if none is configured. vercel-project restores them. */
  stages: z.array(z.number()).default([]),
  /** When Vercel was last asked to move production, by its clock; null: never. Absent if unknown. Not compared. */
  lastSwitch: z.number().nullable().exactOptional(),
  /**
   * Set in the state before a rollback that found another deployment in production than its checks had: the one of the
   * checks. `production` is the one that the rollback replaced.
   */
  overtaken: deployment.exactOptional(),
  /** Set in a goal, never in a snapshot: the deployment may be staged, so only a promote reaches it. */
  forward: z.literal(true).exactOptional(),
  /** Set in the goal of a recovery that releases in stages. */
  gate: gate.exactOptional(),
  /** The deployment that each production domain serves. */
  domains: z.array(z.strictObject({ name: z.string(), deployment: z.string().nullable() })),
});

export type State = z.infer<typeof state>;

export const UNKNOWN_REMEDY = 'Promote a deployment in Vercel, and grant the token full read access to the project.';

/** The part of a change that `apply` reads. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('switch'),
    method: z.enum(['rollback', 'promote']),
    to: z.string(),
    domains: z.array(z.string()),
    autoAssign: z.boolean().nullable(),
    /** With the percentages that the approver saw; absent: a rolling release is completed at once. */
    gate: gate.extend({ stages: z.array(z.number()) }).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('alias'), domain: z.string(), to: z.string() }),
  z.strictObject({ kind: z.literal('auto-assign'), to: z.boolean() }),
]);
export type Params = z.infer<typeof params>;
