/**
 * Rewind's marks in the metadata of an endpoint that it re-created. They are how a later run, also after a crash, knows
 * which endpoint of the snapshot this one stands for and how far its signing secret has come. They are never compared.
 */
const OF = 'rewind_of';
const ATTEMPT = 'rewind_attempt';
const SECRET = 'rewind_secret';
/** Stripe allows 500 characters for a metadata value. */
const MAX_VALUE = 500;

/**
 * `created`: the endpoint exists, and nobody may have seen its secret. `written`: the secret is in its target, and the
 * deployment that carries it is not yet made. Null: finished, or not made by Rewind.
 */
type SecretState = 'created' | 'written' | null;

interface Marks {
  /** Ids of the endpoints that this one stands for, oldest first. */
  readonly of: readonly string[];
  readonly attempt: number;
  readonly secret: SecretState;
}

export function readMarks(metadata: Readonly<Record<string, string>>): Marks {
  const state = metadata[SECRET];
  const attempt = Number(metadata[ATTEMPT] ?? '1');
  return {
    of: (metadata[OF] ?? '').split(' ').filter((id) => id !== ''),
    attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : 1,
    secret: state === 'created' || state === 'written' ? state : null,
  };
}

/** Metadata of a new endpoint that stands for another one. Depends on nothing else, so that a repeated request is equal. */
export function newMarks(id: string, earlier: readonly string[], attempt: number): Record<string, string> {
  const lineage = [...earlier, id];
  while (lineage.join(' ').length > MAX_VALUE) lineage.shift();
  return { [OF]: lineage.join(' '), [ATTEMPT]: String(attempt), [SECRET]: 'created' };
}

/** The change of metadata that records the next state; null removes a key. */
export function markSecret(state: SecretState): Record<string, string | null> {
  return state === null ? { [SECRET]: null, [ATTEMPT]: null } : { [SECRET]: state };
}

/** What people put there, without Rewind's marks. */
export function withoutMarks(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => ![OF, ATTEMPT, SECRET].includes(key)));
}
