import { describe, expect, test } from '@jest/globals';
import {
  publicKeyProblem,
  publicKeyText,
  readSigningKey,
  signContent,
  verifyContent,
} from '../../src/engine/signature.js';
import { signingKeyPair } from '../support/signing-key.js';

/** Written by minisign 0.11. */
const STOCK = {
  publicKey: 'RWR4DQCesDmJJWVL7KcDEJVuJusNoNljAhiI1UpM6+xRFDekONvTGQqq',
  secret: `untrusted comment: minisign encrypted secret key
RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAeA0AnrA5iSWM7ySIqSSthl8q1n3Nnwdz1vD9mlD4BE2vVyvLYGbF5WVL7KcDEJVuJusNoNljAhiI1UpM6+xRFDekONvTGQqqAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`,
  content: Buffer.from('hello\n'),
  signature: `untrusted comment: signature from minisign secret key
RUR4DQCesDmJJQ1VvxmNfDo0zV/5E/pRiaoSH2f+eWc9eGBTE9fU2/WkxIDP3ozylj4+O6+a24mLGnJuR3pxfrJNKLyJGR91VQY=
trusted comment: trusted words
eTutwKMMpzs/FrdWapCVHUd/h8qF/liEbAVeOmM/g1b0/jrPrzulh9Zb/Ej4eMTIpPpm6s+/YBBFG2rK8nc+Bg==
`,
};
/** `minisign -G` with the password "x". */
const LOCKED =
  'RWRTY0Iy0/QvkR7NaKH75T9spaYarT1R9yVD4doegSwC+CkaWBYAAAACAAAAAAAAAEAAAAAAC5+FOwWNTGWZkec3O4iTEzw3KYg5zdDAfX+3ur8WlVNcKw+CpeNXCkIMR63n0uCmSapuqmKKNvjdbwZXHtI5japFKRBtDnImtyY147gzc6LGetKFd2QExlOk/Mn3VtbSdtte+uC9jiw=';

const { content, signature, publicKey } = STOCK;
const other = signingKeyPair();

test('what minisign signed is verified', () => {
  expect(verifyContent(content, signature, [other.publicKey, publicKey])).toEqual({
    keyId: '258939B09E000D78',
    comment: 'trusted words',
  });
});

test('Ed25519 is deterministic: the same key gives the same bytes as minisign', () => {
  const made = signContent(content, readSigningKey(STOCK.secret), 'trusted words').split('\n');
  expect(made.slice(1)).toEqual(signature.split('\n').slice(1));
  expect(publicKeyText(readSigningKey(STOCK.secret))).toBe(publicKey);
});

test('only the second line of the key file is enough, and CRLF does no harm', () => {
  const [, line = ''] = STOCK.secret.split('\n');
  for (const text of [line, STOCK.secret.replaceAll('\n', '\r\n')]) {
    expect(publicKeyText(readSigningKey(text))).toBe(publicKey);
  }
  expect(verifyContent(content, signature.replaceAll('\n', '\r\n'), [publicKey])).toMatchObject({
    comment: 'trusted words',
  });
});

test('any changed byte of content, signature or trusted comment is refused', () => {
  for (let at = 0; at < content.length; at += 1) {
    const changed = Buffer.from(content);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(verifyContent(changed, signature, [publicKey])).toBe('forged');
  }
  const lines = signature.split('\n');
  let tried = 0;
  for (const index of [1, 2, 3]) {
    const line = lines[index] ?? '';
    // The prefix of the comment is a fixed text: it is checked as such.
    for (let at = 0; at < line.length; at += 1) {
      const letter = line.charAt(at) === 'A' ? 'B' : 'A';
      const changed = lines.with(index, line.slice(0, at) + letter + line.slice(at + 1)).join('\n');
      expect(typeof verifyContent(content, changed, [publicKey])).toBe('string');
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(190);
});

test('a signature by a key that is not listed, and no signature at all', () => {
  expect(verifyContent(content, signature, [other.publicKey])).toBe('unknown-key');
  expect(verifyContent(content, signature, [])).toBe('unknown-key');
  for (const text of ['', 'x', signature.split('\n').slice(0, 2).join('\n'), '\n\n\n\n']) {
    expect(verifyContent(content, text, [publicKey])).toBe('malformed');
  }
});

test('another key that gives itself a listed id is refused', () => {
  const forger = readSigningKey(signingKeyPair().secret);
  const forged = signContent(content, { ...forger, id: readSigningKey(STOCK.secret).id }, 'trusted words');
  expect(verifyContent(content, forged, [publicKey])).toBe('forged');
});

describe('keys in the wrong place', () => {
  test.each([
    ['a public key', publicKey, /not a minisign secret key/],
    ['a key with a password', LOCKED, /password/],
    ['a truncated key', STOCK.secret.slice(0, 120), /not a minisign secret key/],
    ['a key with one wrong letter', STOCK.secret.replace('z1vD9', 'z1vD8'), /mistyped/],
    ['nothing', '', /not a minisign secret key/],
  ])('as the signing key: %s', (_what, text, message) => {
    expect(() => readSigningKey(text)).toThrow(message);
  });

  test('in the configuration', () => {
    expect(publicKeyProblem(publicKey)).toBeNull();
    expect(publicKeyProblem(STOCK.secret.split('\n')[1] ?? '')).toMatch(/is a secret key/);
    expect(publicKeyProblem('age1ql3z7hjy')).toMatch(/not a minisign public key/);
    expect(publicKeyProblem(publicKey.slice(0, -4))).toMatch(/not a minisign public key/);
  });
});
