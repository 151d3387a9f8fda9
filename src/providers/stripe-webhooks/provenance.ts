/**
 * Provenance that Rewind stores in the metadata of an endpoint it re-created. A later run, also after a crash, reads from
 * it which endpoint of the snapshot this one replaces, and what happened to its signing secret. It is never compared.
 */
const OF = 'rewind_of';
const ATTEMPT = 'rewind_attempt';
const SECRET = 'rewind_secret';
/** Stripe allows 500 characters for a metadata value. */
const MAX_VALUE = 500;

/**
 * `created`: the endpoint exists, and its secret may be lost. `written`: the secret is in its destination, and production
 * is not yet built with it. Null: finished, or not created by Rewind.
 */
type SecretState = 'created' | 'written' | null;

interface Provenance {
  /** Ids of the endpoints that this one replaces, oldest first. */
  readonly of: readonly string[];
  readonly attempt: number;
  readonly secret: SecretState;
}

export function readProvenance(metadata: Readonly<Record<string, string>>): Provenance {
  const state = metadata[SECRET];
  const attempt = Number(metadata[ATTEMPT] ?? '1');
  return {
    of: (metadata[OF] ?? '').split(' ').filter((id) => id !== ''),
    attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : 1,
    secret: state === 'created' || state === 'written' ? state : null,
  };
}

/** Metadata of a replacement. Depends on nothing else, so that a repeated request is identical. */
export function newProvenance(id: string, earlier: readonly string[], attempt: number): Record<string, string> {
  const lineage = [...earlier, id];
  while (lineage.join(' ').length > MAX_VALUE) lineage.shift();
  return { [OF]: lineage.join(' '), [ATTEMPT]: String(attempt), [SECRET]: 'created' };
}

/** The metadata change that records the next state; null removes a key. */
export function recordSecret(state: SecretState): Record<string, string | null> {
  return state === null ? { [SECRET]: null, [ATTEMPT]: null } : { [SECRET]: state };
}

/** The metadata without Rewind's provenance. */
export function withoutProvenance(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => ![OF, ATTEMPT, SECRET].includes(key)));
}
