import { sha256 } from '../../runtime/digest.js';
import type { Settings } from './state.js';

const LONGEST = 63;
const TOKEN_LENGTH = 10;

/** RDS allows letters, digits and single hyphens, and stores lower case. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * Identifiers follow from the snapshot of Rewind alone, so a run after a killed one finds what that one made, and RDS
 * refuses a second one.
 */
export const copyName = (resource: string, snapshot: string): string => `rewind-${slug(resource)}-${slug(snapshot)}`;

/** The instance that a rollback restores beside `instance`. */
export function restoredName(instance: string, resource: string, snapshot: string): string {
  const end = `-rewind-${sha256(`${resource}\n${snapshot}`).slice(0, TOKEN_LENGTH)}`;
  return `${instance.slice(0, LONGEST - end.length).replace(/-+$/, '')}${end}`;
}

/** The host of the new instance: RDS replaces the first label within one account and region. Null if it cannot be told. */
export function expectedEndpoint(endpoint: string | null, instance: string, target: string): string | null {
  return endpoint?.startsWith(`${instance}.`) === true ? `${target}${endpoint.slice(instance.length)}` : null;
}

/** How a person deletes a restored instance. */
export function deletion(region: string, instance: string, { DeletionProtection: protection }: Settings): string {
  const at = `--region ${region} --db-instance-identifier ${instance}`;
  const first = protection === 'true' ? `aws rds modify-db-instance ${at} --no-deletion-protection && ` : '';
  return `${first}aws rds delete-db-instance ${at} --skip-final-snapshot`;
}

/** Tags of everything that Rewind makes in RDS. */
export const TAGS = {
  snapshot: 'rewind:snapshot',
  resource: 'rewind:resource',
  /** Of a restored instance: all its settings were made. */
  complete: 'rewind:complete',
} as const;

export const tagsFor = (resource: string, snapshot: string): Record<string, string> => ({
  [TAGS.snapshot]: snapshot,
  [TAGS.resource]: resource,
});
