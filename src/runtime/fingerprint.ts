import { createHmac, scrypt } from 'node:crypto';

/** About 40 ms and 16 MB for each guess. It slows a guess down; only the key rules one out, so `check` asks for it. */
const COST = { N: 2 ** 14, r: 8, p: 1 };

/**
 * A comparable stand-in for secret values: HMAC when a key is given (REWIND_FINGERPRINT_KEY), else scrypt with the
 * snapshot's salt. See docs/adr/0003-fingerprints.md.
 */
export function createFingerprint(salt: string, key: string | undefined): (value: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  const compute = (value: string): Promise<string> => {
    if (key !== undefined && key !== '') {
      return Promise.resolve(
        createHmac('sha256', key).update(salt).update('\0').update(value).digest('hex').slice(0, 32),
      );
    }
    return new Promise((resolve, reject) => {
      scrypt(value, salt, 16, COST, (error, hash) => (error ? reject(error) : resolve(hash.toString('hex'))));
    });
  };
  return (value) => {
    const cached = known.get(value);
    if (cached) return cached;
    const result = compute(value);
    known.set(value, result);
    return result;
  };
}
