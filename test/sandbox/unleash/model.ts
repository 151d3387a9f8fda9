import { z } from 'zod';

/** A refusal in the server's form: {id, name, message, details}. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly kind: string,
    message: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

export const bad = (message: string): Refusal => new Refusal(400, 'BadDataError', message);
export const notFound = (message: string): Refusal => new Refusal(404, 'NotFoundError', message);

const OPERATORS = [
  ...['NOT_IN', 'IN', 'STR_ENDS_WITH', 'STR_STARTS_WITH', 'STR_CONTAINS', 'NUM_EQ', 'NUM_GT', 'NUM_GTE', 'NUM_LT'],
  ...['NUM_LTE', 'DATE_AFTER', 'DATE_BEFORE', 'SEMVER_EQ', 'SEMVER_GT', 'SEMVER_LT', 'REGEX'],
];

export const constraintBody = z.object({
  contextName: z.string(),
  operator: z.enum(OPERATORS),
  values: z.array(z.string().min(1).max(100)).default([]),
  value: z.string().optional(),
  caseInsensitive: z.boolean().optional(),
  inverted: z.boolean().optional(),
});
export const variantBody = z.object({
  name: z.string().min(1),
  weight: z.number().int().min(0).max(1000),
  weightType: z.enum(['variable', 'fix']).default('variable'),
  stickiness: z.string().default('default'),
  payload: z.object({ type: z.enum(['json', 'csv', 'string', 'number']), value: z.string() }).optional(),
});
export const strategyBody = z.object({
  name: z.string(),
  title: z.string().nullish(),
  disabled: z.boolean().nullish(),
  sortOrder: z.number().optional(),
  constraints: z.array(constraintBody).optional(),
  variants: z.array(variantBody).optional(),
  parameters: z.record(z.string(), z.string()).optional(),
  segments: z.array(z.number()).optional(),
});
export const featureBody = z.object({
  name: z.string().regex(/^[\w.~-]{1,100}$/),
  type: z.string().default('release'),
  description: z.string().nullish(),
  stale: z.boolean().default(false),
  impressionData: z.boolean().default(false),
  tags: z.array(z.object({ type: z.string(), value: z.string() })).optional(),
});
export const segmentBody = z.object({
  name: z.string().min(1),
  description: z.string().nullish(),
  project: z.string().nullish(),
  constraints: z.array(constraintBody),
});

export type Variant = z.infer<typeof variantBody>;
export interface Strategy {
  id: string;
  name: string;
  title: string | null;
  disabled: boolean;
  sortOrder: number;
  constraints: z.infer<typeof constraintBody>[];
  variants: Variant[];
  parameters: Record<string, string>;
  segments: number[];
}
export interface FeatureEnvironment {
  enabled: boolean;
  strategies: Strategy[];
  variants: Variant[];
}
export interface Feature {
  name: string;
  project: string;
  type: string;
  description: string | null;
  stale: boolean;
  impressionData: boolean;
  archived: boolean;
  tags: { type: string; value: string }[];
  environments: Map<string, FeatureEnvironment>;
}
export interface Segment extends z.infer<typeof segmentBody> {
  id: number;
}

/** The types of strategy that a new server has. */
export const STRATEGY_TYPES = ['default', 'flexibleRollout', 'userWithId', 'remoteAddress', 'applicationHostname'];

let serial = 0;
/** Like the server's ULIDs these sort by age. */
export function newId(): string {
  serial += 1;
  return `01SANDBOX${serial.toString(32).toUpperCase().padStart(17, '0')}`;
}

/** Variable variants share what fixed ones leave, and all are sorted by name. */
export function fixWeights(variants: readonly Variant[]): Variant[] {
  if (variants.length === 0) return [];
  const variable = variants.filter(({ weightType }) => weightType === 'variable');
  const fixed = variants.filter(({ weightType }) => weightType === 'fix');
  if (variable.length === 0) throw bad('There must be at least one "variable" variant');
  const left = 1000 - fixed.reduce((sum, { weight }) => sum + weight, 0);
  if (left < 0) throw bad('The traffic distribution total must equal 100%');
  const share = Math.floor(left / variable.length);
  let remainder = left % variable.length;
  const shared = variable.map((each) => {
    remainder -= 1;
    return { ...each, weight: remainder >= 0 ? share + 1 : share };
  });
  return [...shared, ...fixed].sort((a, b) => a.name.localeCompare(b.name));
}
