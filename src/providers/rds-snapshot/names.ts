import { sha256 } from '../../runtime/digest.js';
import type { Kind, Method } from './config.js';
import { NAMES } from './kinds.js';
import type { Copy, Settings } from './state.js';

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

/** What a rollback restores beside `source`; also a clone, which becomes that. */
export function restoredName(source: string, resource: string, snapshot: string): string {
  const end = `-rewind-${sha256(`${resource}\n${snapshot}`).slice(0, TOKEN_LENGTH)}`;
  return `${source.slice(0, LONGEST - end.length).replace(/-+$/, '')}${end}`;
}

/**
 * Whether one identifier is of what a rollback restored from the other one, or both are of restores of one server: an
 * application moves to a restore, and may move back.
 */
export function isRestoreOf(one: string, other: string): boolean {
  const [first, second] = [one, other].map((id) => id.replace(RESTORED, '').slice(0, KEPT).replace(/-+$/, ''));
  return first === second && (RESTORED.test(one) || RESTORED.test(other));
}

/** The end of `restoredName`, also repeated, and the part of the source that it always keeps. */
const RESTORED = new RegExp(`(-rewind-[0-9a-f]{${TOKEN_LENGTH}})+$`);
const KEPT = LONGEST - '-rewind-'.length - TOKEN_LENGTH;

/** The host of what is restored: RDS replaces the first label within one account and region. Null if it cannot be told. */
export function expectedEndpoint(endpoint: string | null, instance: string, target: string): string | null {
  return endpoint?.startsWith(`${instance}.`) === true ? `${target}${endpoint.slice(instance.length)}` : null;
}

/** A copy, in messages. */
export function titleOf({ kind, method, id, at }: Pick<Copy, 'kind' | 'method' | 'id' | 'at'>): string {
  const titles: Record<Method, string> = {
    snapshot: `${NAMES[kind].snapshot.title} "${id}"`,
    'point-in-time': `instant ${at} in the automated backups of ${kind} "${id}"`,
    clone: `clone "${id}"`,
  };
  return titles[method];
}

/** How a person deletes what was restored. */
export function deletion(region: string, kind: Kind, id: string, { DeletionProtection: protection }: Settings): string {
  const at = `--region ${region} --db-${kind}-identifier ${id}`;
  return [
    ...(protection === 'true' ? [`aws rds modify-db-${kind} ${at} --no-deletion-protection`] : []),
    ...(kind === 'cluster' ? [`aws rds delete-db-instance --region ${region} --db-instance-identifier ${id}`] : []),
    `aws rds delete-db-${kind} ${at} --skip-final-snapshot`,
  ].join(' && ');
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
