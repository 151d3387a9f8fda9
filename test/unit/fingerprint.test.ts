import { expect, test } from '@jest/globals';
import { createFingerprint } from '../../src/runtime/fingerprint.js';

const SALT = '00'.repeat(16);
const OTHER = '11'.repeat(16);

test.each([
  ['scrypt, without a key', undefined],
  ['scrypt, with an empty key', ''],
  ['HMAC, with a key', 'fingerprint-key-0123456789'],
])('%s: the same value has one fingerprint in one snapshot, and another one in the next', async (_, key) => {
  const of = createFingerprint(SALT, key);
  const first = await of('secret');
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(await of('secret')).toBe(first);
  // Another run of the program.
  expect(await createFingerprint(SALT, key)('secret')).toBe(first);
  expect(await of('Secret')).not.toBe(first);
  expect(await createFingerprint(OTHER, key)('secret')).not.toBe(first);
});

test('a key decides: without it nobody can compute the fingerprint', async () => {
  const of = async (key?: string): Promise<string> => createFingerprint(SALT, key)('secret');
  expect(new Set([await of(), await of('one'), await of('two')]).size).toBe(3);
});

test('the empty value has a fingerprint too', async () => {
  for (const key of [undefined, 'one']) expect(await createFingerprint(SALT, key)('')).toMatch(/^[0-9a-f]{32}$/);
});
