import { z } from 'zod';
import { jsonValue, recordOf } from '../../runtime/json.js';

/** A flag in one environment, as the API returns it, without `revision`, which only counts writes. */
const environment = z.object({
  active: z.boolean(),
  pausedOutcome: jsonValue,
  rules: z.array(jsonValue),
  fallthrough: jsonValue,
  targets: jsonValue.optional(),
  reuse: jsonValue.optional(),
});

/** The restored fields of a flag (Vercel REST API, "feature-flags"). */
export const flag = z.object({
  slug: z.string(),
  kind: z.string(),
  state: z.string(),
  description: z.string().nullish(),
  seed: z.number().nullish(),
  variants: z.array(jsonValue).nullish(),
  tags: z.array(z.string()).nullish(),
  /** Ids of users, and milliseconds since 1970. The description of the API allows any type. */
  createdBy: z.string().nullish().catch(null),
  updatedBy: z.string().nullish().catch(null),
  updatedAt: z.number().nullish().catch(null),
  environments: recordOf(environment),
});

/** The sealed payload: every flag as the API returns it. */
export const FLAGS = 'flags.json';
export const payload = z.array(flag);

export type Flag = z.infer<typeof flag>;
export type FlagEnvironment = z.infer<typeof environment>;

/** The API returns the outcomes of running experiments, but does not accept them. */
export function hasExperiment(entry: FlagEnvironment): boolean {
  return JSON.stringify([entry.pausedOutcome, entry.rules, entry.fallthrough]).includes('"type":"experiment"');
}
