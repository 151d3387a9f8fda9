/** Wire shapes, as in the official description (FeatureFlag, FeatureFlagConfig …). */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Rollout {
  variations: { variation: number; weight: number }[];
  bucketBy?: string;
  contextKind?: string;
  seed?: number;
}
export interface Served {
  variation?: number;
  rollout?: Rollout;
}
export interface Clause {
  _id: string;
  attribute: string;
  op: string;
  values: Json[];
  contextKind: string;
  negate: boolean;
}
export interface Rule extends Served {
  _id: string;
  clauses: Clause[];
  trackEvents: boolean;
  description?: string;
  disabled?: boolean;
}
export interface Target {
  values: string[];
  variation: number;
  contextKind: string;
}
export interface FlagConfig {
  on: boolean;
  archived: boolean;
  salt: string;
  sel: string;
  lastModified: number;
  version: number;
  targets: Target[];
  contextTargets: Target[];
  rules: Rule[];
  fallthrough: Served;
  offVariation?: number;
  prerequisites: { key: string; variation: number }[];
  trackEvents: boolean;
  trackEventsFallthrough: boolean;
}
export interface Variation {
  _id: string;
  value: Json;
  name?: string;
  description?: string;
}
export interface SandboxFlag {
  key: string;
  name: string;
  description: string;
  kind: 'boolean' | 'multivariate';
  version: number;
  archived: boolean;
  temporary: boolean;
  tags: string[];
  variations: Variation[];
  environments: Map<string, FlagConfig>;
}
export interface SandboxProject {
  key: string;
  /** Environment key → its id, and whether it requires approvals. */
  environments: Map<string, { id: string; approvals: boolean }>;
  flags: Map<string, SandboxFlag>;
}

/** A refusal in the service's form. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const bad = (message: string): Refusal => new Refusal(400, 'invalid_request', message);

let serial = 0;
/** Unlike the real ones these are in order, which makes failures readable. */
export function newId(what: string): string {
  serial += 1;
  return `${what}-${serial.toString(16).padStart(12, '0')}`;
}

export function newConfig(): FlagConfig {
  return {
    on: false,
    archived: false,
    salt: newId('salt'),
    sel: newId('sel'),
    lastModified: 1_767_225_600_000,
    version: 1,
    targets: [],
    contextTargets: [],
    rules: [],
    fallthrough: { variation: 0 },
    offVariation: 1,
    prerequisites: [],
    trackEvents: false,
    trackEventsFallthrough: false,
  };
}
