import { beforeEach, describe, expect, test } from '@jest/globals';
import { MANIFEST_VERSION, type Manifest } from '../../src/engine/manifest.js';
import { readSigningKey, signContent } from '../../src/engine/signature.js';
import { manifestKey, signatureKey } from '../../src/engine/snapshot-files.js';
import { assertClock, assertTime, commentOf, trustOf } from '../../src/engine/trust.js';
import { ClockSkew } from '../../src/runtime/clock-skew.js';
import { asRewindError } from '../../src/runtime/errors.js';
import { memoryStore } from '../support/memory-store.js';
import { signingKeyPair } from '../support/signing-key.js';

/** What of a snapshot is believed: at the very limits, and while somebody changes it. */
const key = signingKeyPair();
const TAKEN = Date.parse('2026-11-20T08:00:00.000Z');
const LIMIT = 5 * 60_000;
const after = (ms: number): Date => new Date(TAKEN + ms);
const MANIFEST: Manifest = {
  kind: 'rewind-snapshot',
  schemaVersion: MANIFEST_VERSION,
  id: '20261120T080000Z-00abcd',
  createdAt: new Date(TAKEN).toISOString(),
  writtenBy: '0.1.0',
  environment: 'production',
  repository: null,
  commit: null,
  run: null,
  actor: null,
  event: null,
  reason: 'manual',
  salt: 'a'.repeat(32),
  recipients: [],
  scope: null,
  resources: [],
};
let store: ReturnType<typeof memoryStore>;
/** Who is believed, or the message of the error. */
const trust = (keys: readonly string[] = [key.publicKey]): Promise<string> =>
  trustOf(store, MANIFEST, keys, null).then(
    (found) => (found.kind === 'signed' ? found.kind : found.reason),
    (error: unknown) => asRewindError(error).message,
  );
const outcome = (work: () => void): string => {
  try {
    work();
    return 'believed';
  } catch (error) {
    return asRewindError(error).code;
  }
};

beforeEach(async () => {
  store = memoryStore();
  const content = JSON.stringify(MANIFEST);
  await store.put(manifestKey(MANIFEST), Buffer.from(content));
  const signed = signContent(Buffer.from(content), readSigningKey(key.secret), commentOf(MANIFEST));
  await store.put(signatureKey(MANIFEST), Buffer.from(signed));
});

test('each way in which a signature fails has its own words', async () => {
  expect(await trust()).toBe('signed');
  expect(await trust([])).toBe('the configuration has no "sign" section');
  expect(await trust([signingKeyPair().publicKey])).toMatch(/^The key that signed .* is not in sign\.keys\.$/);
  const other = signContent(Buffer.from('{}'), readSigningKey(key.secret), commentOf(MANIFEST));
  await store.put(signatureKey(MANIFEST), Buffer.from(other));
  expect(await trust()).toMatch(/ does not belong to this manifest\.$/);
  await store.put(signatureKey(MANIFEST), Buffer.from('nothing'));
  expect(await trust()).toMatch(/ is not a minisign signature\.$/);
  await store.delete(signatureKey(MANIFEST));
  expect(await trust()).toBe('it has no signature');
});

test('a manifest that is replaced between the choice and the check is not believed, though its signature is ours', async () => {
  const replaced = JSON.stringify({ ...MANIFEST, actor: 'mallory' });
  await store.put(manifestKey(MANIFEST), Buffer.from(replaced));
  const signed = signContent(Buffer.from(replaced), readSigningKey(key.secret), commentOf(MANIFEST));
  await store.put(signatureKey(MANIFEST), Buffer.from(signed));
  expect(await trust()).toMatch(/changed while it was read\.$/);
});

describe('five minutes are the difference of clocks that is believed', () => {
  test.each<[string, number, string]>([
    ['in the past', -LIMIT * 100, 'believed'],
    ['at the limit', LIMIT, 'believed'],
    ['behind the limit', LIMIT + 1, 'snapshot-time'],
  ])('a snapshot from the future: %s', (_what, ms, expected) => {
    const future = { ...MANIFEST, id: '20261120T080500Z-00abcd', createdAt: after(LIMIT).toISOString() };
    expect(outcome(() => assertTime(future, after(LIMIT - ms)))).toBe(expected);
  });

  test.each<[number, string]>([
    [LIMIT, 'believed'],
    [-LIMIT, 'believed'],
    [LIMIT + 1_000, 'snapshot-time'],
    [-LIMIT - 1_000, 'snapshot-time'],
  ])('an id that is %s ms from the time of the manifest', (ms, expected) => {
    expect(outcome(() => assertTime({ ...MANIFEST, createdAt: after(ms).toISOString() }, null))).toBe(expected);
  });

  test.each<[number, string]>([
    [6, ' 6 minutes ahead of that of GitHub: it said 2026-11-20T08:00:00Z when GitHub answered with 2026-11-20T07:54'],
    [-6, ' 6 minutes behind that of GitHub'],
  ])('a clock that is wrong by %s minutes', (minutes, expected) => {
    const skew = new ClockSkew();
    skew.heard('GitHub', new Headers({ date: after(-minutes * 60_000).toUTCString() }), after(0));
    expect(() => assertClock({ skew })).toThrow(expected);
  });
});
