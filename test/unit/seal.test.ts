import { execFile } from 'node:child_process';
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Decrypter, Encrypter, generateHybridIdentity, generateIdentity } from 'age-encryption';
import { RewindError } from '../../src/runtime/errors.js';
import {
  assertIdentity,
  assertRecipient,
  identitiesIn,
  recipientOf,
  recipientProblem,
} from '../../src/engine/age-keys.js';
import { sealStream, unsealStream } from '../../src/engine/seal.js';

const CHUNK = 65_536;
let identity: string;
let recipient: string;
let stranger: string;

beforeAll(async () => {
  identity = await generateIdentity();
  stranger = await generateIdentity();
  recipient = await recipientOf(identity);
});

async function seal(plain: Uint8Array, recipients: readonly string[] = [recipient], piece = plain.length || 1) {
  const sealed = await sealStream(recipients);
  const result = buffer(sealed);
  for (let at = 0; at < plain.length; at += piece) sealed.write(plain.subarray(at, at + piece));
  sealed.end();
  return result;
}

/** @param piece bytes that the stream hands over at once */
async function unseal(sealed: Uint8Array, identities: readonly string[] = [identity], piece = sealed.length || 1) {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < sealed.length; at += piece) pieces.push(sealed.subarray(at, at + piece));
  return buffer(await unsealStream(Readable.from(pieces), identities));
}

async function errorOf(promise: Promise<unknown>): Promise<RewindError> {
  const error: unknown = await promise.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (error instanceof RewindError) return error;
  throw error;
}

/** Everything of an error that anything could print. */
const allOf = (error: RewindError): string =>
  [error.message, error.remedy, error.stack, String(error.cause), ...error.problems].join('\n');

describe('round trip', () => {
  const borders = [0, 1, 15, 16, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 16, 2 * CHUNK, 2 * CHUNK + 1, 5 * CHUNK + 7];

  test.each(borders)('%i bytes, by us and by the library, both ways', async (length) => {
    const plain = randomBytes(length);
    const sealed = await seal(plain);
    expect((await unseal(sealed)).equals(plain)).toBe(true);

    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(Buffer.from(await decrypter.decrypt(sealed)).equals(plain)).toBe(true);

    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    expect((await unseal(await encrypter.encrypt(plain))).equals(plain)).toBe(true);
  });

  test.each([1, 21, 22, 23, 100, 4096, CHUNK - 1, CHUNK, CHUNK + 16, 3 * CHUNK])(
    'in pieces of %i bytes',
    async (piece) => {
      const plain = randomBytes(piece < 100 ? 1000 : 3 * CHUNK + 5);
      const sealed = await seal(plain, [recipient], piece);
      expect((await unseal(sealed, [identity], piece)).equals(plain)).toBe(true);
    },
  );

  test('each of several recipients can open it, and an identity among others that do not fit', async () => {
    const plain = randomBytes(100);
    const sealed = await seal(plain, [recipient, await recipientOf(stranger)]);
    expect((await unseal(sealed, [identity])).equals(plain)).toBe(true);
    expect((await unseal(sealed, [stranger])).equals(plain)).toBe(true);
    expect((await unseal(await seal(plain), [stranger, identity])).equals(plain)).toBe(true);
  });

  test('post-quantum keys work as well', async () => {
    const hybrid = await generateHybridIdentity();
    const plain = randomBytes(100);
    expect((await unseal(await seal(plain, [await recipientOf(hybrid)]), [hybrid])).equals(plain)).toBe(true);
  });

  test('the same content sealed twice has nothing in common but the first line', async () => {
    const [first, second] = [await seal(Buffer.alloc(100)), await seal(Buffer.alloc(100))];
    expect(first.subarray(0, 22).toString()).toBe('age-encryption.org/v1\n');
    expect(first.subarray(-116).equals(second.subarray(-116))).toBe(false);
    expect(first.toString('latin1').split('\n')[1]).not.toBe(second.toString('latin1').split('\n')[1]);
  });
});

describe('damage is always detected', () => {
  test('every truncation of a small file, and every flipped byte', async () => {
    const sealed = await seal(randomBytes(40));
    for (let length = 0; length < sealed.length; length += 1) {
      const error = await errorOf(unseal(sealed.subarray(0, length)));
      expect([length, error.code]).toEqual([length, 'seal-corrupt']);
    }
    for (let at = 0; at < sealed.length; at += 1) {
      const flipped = Buffer.from(sealed);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const error = await errorOf(unseal(flipped));
      // In the wrapped key, damage and a foreign key look the same.
      expect(['seal-corrupt', 'identity-wrong']).toContain(error.code);
    }
  });

  test('cut off around each border of a large file, also where a chunk ends', async () => {
    const sealed = await seal(randomBytes(3 * CHUNK));
    const payload = sealed.length - 3 * (CHUNK + 16);
    for (const chunks of [0, 1, 2]) {
      for (const around of [-17, -16, -1, 0, 1, 15, 16, 17]) {
        const cut = sealed.subarray(0, payload + chunks * (CHUNK + 16) + around);
        expect((await errorOf(unseal(cut))).code).toBe('seal-corrupt');
      }
    }
  });

  test('something appended, a chunk repeated, chunks swapped', async () => {
    const sealed = await seal(randomBytes(3 * CHUNK));
    const body = sealed.length - 3 * (CHUNK + 16);
    const [header, a, b, c] = [0, 1, 2, 3].map((n) =>
      n === 0 ? sealed.subarray(0, body) : sealed.subarray(body + (n - 1) * (CHUNK + 16), body + n * (CHUNK + 16)),
    ) as [Buffer, Buffer, Buffer, Buffer];
    const one = Buffer.from([0]);
    for (const parts of [
      [header, a, b, c, one],
      [header, a, b, c, c],
      [header, a, b, c, sealed],
      [header, a, a, b, c],
      [header, b, a, c],
      [header, a, c],
      [header, c],
    ]) {
      expect((await errorOf(unseal(Buffer.concat(parts)))).code).toBe('seal-corrupt');
    }
  });

  test('an empty last chunk is refused, except in an empty file', async () => {
    const empty = await seal(Buffer.alloc(0));
    expect(await unseal(empty)).toHaveLength(0);
    const header = empty.subarray(0, empty.length - 32);
    const nonce = empty.subarray(empty.length - 32, empty.length - 16);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const fileKey = await decrypter.decryptHeader(header);
    const key = Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
    const chunk = (plain: Uint8Array, count: number, last: boolean): Buffer => {
      const counter = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count, last ? 1 : 0]);
      const cipher = createCipheriv('chacha20-poly1305', key, counter, { authTagLength: 16 });
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    };
    const full = Buffer.alloc(CHUNK);
    const right = Buffer.concat([header, nonce, chunk(full, 0, true)]);
    expect((await unseal(right)).equals(full)).toBe(true);
    const padded = Buffer.concat([header, nonce, chunk(full, 0, false), chunk(Buffer.alloc(0), 1, true)]);
    const error = await errorOf(unseal(padded));
    expect(error.code).toBe('seal-corrupt');
    expect(error.message).toContain('empty');
  });

  test.each([
    ['nothing', ''],
    ['an unsealed dump', 'PGDMP\u0001\u000e'],
    ['an armored file', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n'],
    ['an endless header', `age-encryption.org/v1\n${'x'.repeat(300 * 1024)}`],
    ['a later version', 'age-encryption.org/v2\n-> X25519 a\n'],
  ])('%s is not taken for a sealed payload', async (_name, text) => {
    expect((await errorOf(unseal(Buffer.from(text)))).code).toBe('seal-corrupt');
  });

  test('an error of the source comes out as it is, from the header and from the payload', async () => {
    const sealed = await seal(randomBytes(3 * CHUNK));
    for (const length of [30, 2 * CHUNK]) {
      const source = new PassThrough();
      source.write(sealed.subarray(0, length));
      setImmediate(() => source.destroy(new Error('the cable was pulled')));
      await expect(unsealStream(source, [identity]).then(buffer)).rejects.toThrow('the cable was pulled');
    }
  });

  test('the source is closed when the reader gives up, and when opening fails', async () => {
    const sealed = await seal(randomBytes(3 * CHUNK));
    const given = Readable.from([sealed.subarray(0, 1000), sealed.subarray(1000)]);
    (await unsealStream(given, [identity])).destroy();
    expect(given.destroyed).toBe(true);
    const refused = Readable.from([sealed]);
    await errorOf(unsealStream(refused, [stranger]));
    expect(refused.destroyed).toBe(true);
  });
});

describe('keys', () => {
  test('none given', async () => {
    expect((await errorOf(sealStream([]))).code).toBe('recipients-missing');
    expect((await errorOf(unseal(await seal(Buffer.from('x')), []))).code).toBe('identity-missing');
  });

  test('the wrong identity', async () => {
    const error = await errorOf(unseal(await seal(Buffer.from('x')), [stranger]));
    expect(error.code).toBe('identity-wrong');
    expect(allOf(error)).not.toContain(stranger);
  });

  test('a secret key in the place of a recipient is refused and never repeated', async () => {
    for (const secret of [identity, identity.toLowerCase(), ` ${identity}`, await generateHybridIdentity()]) {
      for (const attempt of [() => sealStream([recipient, secret]), () => assertRecipient(secret)]) {
        const error = await errorOf(attempt());
        expect(error.code).toBe('input-invalid');
        expect(error.message).toContain('secret key');
        expect(allOf(error).toLowerCase()).not.toContain(secret.trim().toLowerCase().slice(16, 40));
      }
      expect(recipientProblem(secret)).toContain('secret key');
    }
  });

  test.each([
    ['empty', ''],
    ['an SSH key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB'],
    ['a word', 'alice'],
    ['upper case', 'AGE1QQQQ'],
    ['cut off', 'age1qqqqqqqq'],
  ])('a recipient that is none: %s', async (_name, text) => {
    expect((await errorOf(sealStream([text]))).code).toBe('input-invalid');
    expect((await errorOf(assertRecipient(text))).code).toBe('input-invalid');
  });

  test('a recipient or identity with one wrong letter', async () => {
    const wrong = (text: string, at: number): string =>
      text.slice(0, at) + (/q/i.test(text.charAt(at)) ? 'P' : 'Q') + text.slice(at + 1);
    const error = await errorOf(assertRecipient(wrong(recipient, 20).toLowerCase()));
    expect(error.message).toContain('checksum');
    const other = await errorOf(assertIdentity(wrong(identity, 30)));
    expect(other.message).toContain('checksum');
    expect(allOf(other)).not.toContain(identity.slice(35, 60));
    await assertRecipient(recipient);
    await assertIdentity(identity);
  });

  test.each([
    ['a recipient', () => recipient],
    ['a plugin identity', () => 'AGE-PLUGIN-YUBIKEY-1QQQQ'],
    ['something else', () => 'hunter2hunter2'],
  ])('an identity that is none: %s', async (_name, text) => {
    const error = await errorOf(unseal(await seal(Buffer.from('x')), [text()]));
    expect(error.code).toBe('input-invalid');
    expect(allOf(error)).not.toContain(text());
  });

  test('a whole key file is taken as well', () => {
    const file = `# created: 2026-11-23T12:00:00Z\r\n# public key: ${recipient}\r\n${identity}\r\n\n${stranger}`;
    expect(identitiesIn(file)).toEqual([identity, stranger]);
    expect(identitiesIn('\n')).toEqual([]);
  });
});

test('memory stays constant: 400 MB take no more than 100 MB do', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    'test/support/seal-memory.ts',
    '400',
  ]);
  const { bytes, before, after } = JSON.parse(stdout) as { bytes: number; before: number; after: number };
  expect(bytes).toBe(400 * 1024 * 1024);
  // What is left in between is the garbage collector's choice of when to run; the content itself would be 300 more.
  expect(after - before).toBeLessThan(120);
});
