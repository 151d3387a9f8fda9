import { z } from 'zod';

/** A sealed value with its preview. */
const shown = z.strictObject({ value: z.string(), preview: z.string() });

const domain = z.strictObject({
  name: z.string(),
  redirect: z.string().nullable(),
  redirectStatusCode: z.number().nullable(),
  gitBranch: z.string().nullable(),
  customEnvironmentId: z.string().nullable(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  project: z.string(),
  name: z.string(),
  settings: z.record(z.string(), shown),
  domains: z.array(domain),
  cronsEnabled: z.boolean(),
  /** Active version of the firewall's configuration; null if there is none. */
  firewall: z.number().nullable(),
  rollingRelease: shown,
});

export type State = z.infer<typeof state>;
export type Domain = State['domains'][number];

/** The part of a change that `apply` reads. */
export const params = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('setting'), name: z.string() }),
  z.strictObject({ kind: z.literal('domain'), name: z.string() }),
  z.strictObject({ kind: z.literal('crons') }),
  z.strictObject({ kind: z.literal('firewall'), version: z.number() }),
  z.strictObject({ kind: z.literal('rolling-release') }),
]);
export type Params = z.infer<typeof params>;
