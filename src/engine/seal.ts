import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { assertIdentity, assertRecipient } from './age-keys.js';
import { messageOf, RewindError } from '../runtime/errors.js';

/**
 * Seals and opens the age v1 format (https://age-encryption.org/v1), compatible with the stock `age` program. The
 * `age-encryption` library makes the header (key wrapping, MAC). Node's native ChaCha20-Poly1305 encrypts the payload: the
 * library's own is ten times slower (docs/adr/0002-sealing.md).
 */

/** Plaintext bytes of one chunk of the payload, and bytes of its authentication tag. */
const CHUNK = 64 * 1024;
const TAG = 16;
/** Bytes of the nonce between header and payload. */
const NONCE = 16;
const MAGIC = Buffer.from('age-encryption.org/v1\n');
/** Limit of a header: a post-quantum recipient takes 1.6 kB, an X25519 recipient 100 bytes. */
const MAX_HEADER = 256 * 1024;
/** Bytes buffered on each side of the stream that seals. A few chunks let reading, sealing and writing overlap. */
const BUFFERED = 4 * CHUNK;

/**
 * Encrypts to one or more recipients: plaintext in, age file out. Memory stays constant.
 *
 * @param recipients public keys (`age1…`, X25519 or post-quantum)
 * @throws RewindError recipients-missing | input-invalid
 */
export async function sealStream(recipients: readonly string[]): Promise<Transform> {
  const { header, payloadKey } = await newHeader(recipients);
  const cipher = new StreamCipher(payloadKey);
  const chunks = new Chunker(CHUNK);
  const transform = new Transform({
    readableHighWaterMark: BUFFERED,
    writableHighWaterMark: BUFFERED,
    transform(data: Buffer, _encoding, done) {
      // One piece for all of them: every later step of the stream costs as much for a small one.
      const sealed: Uint8Array[] = [];
      for (const chunk of chunks.add(data)) sealed.push(...cipher.seal(chunk, false));
      if (sealed.length > 0) this.push(Buffer.concat(sealed));
      done();
    },
    flush(done) {
      this.push(Buffer.concat(cipher.seal(chunks.rest(), true)));
      done();
    },
  });
  transform.push(header);
  return transform;
}

/**
 * Decrypts an age file. Checks the header before it resolves, and each chunk when the reader takes it. Memory stays
 * constant. Every chunk is authentic, but only the regular end of the stream proves that the content is complete: wait
 * for it before you act on the content. The result owns `sealed`: it destroys `sealed` when it ends, fails or is destroyed.
 *
 * @param identities secret keys (`AGE-SECRET-KEY-1…`); one of them must match
 * @throws RewindError identity-missing | input-invalid | identity-wrong | seal-corrupt; the stream fails with
 * seal-corrupt, or with the error of `sealed`
 */
export async function unsealStream(sealed: Readable, identities: readonly string[]): Promise<Readable> {
  // It may fail before anything reads it; the reader below gets the error.
  sealed.on('error', () => undefined);
  try {
    if (identities.length === 0) {
      throw new RewindError('identity-missing', 'The payload is sealed, and there is no identity to open it.');
    }
    for (const identity of identities) await assertIdentity(identity);
    const input = new Input(sealed);
    const header = await readHeader(input);
    const fileKey = await unwrapFileKey(header, identities);
    const nonce = await input.take(NONCE);
    if (nonce === null) throw corrupt('it ends before its payload');
    return openPayload(sealed, input, new StreamCipher(derivePayloadKey(fileKey, nonce)));
  } catch (error) {
    sealed.destroy();
    throw error;
  }
}

/** A new file key, wrapped for the recipients: the header, the payload's nonce after it, and the payload's key. */
async function newHeader(recipients: readonly string[]): Promise<{ header: Buffer; payloadKey: Buffer }> {
  if (recipients.length === 0) {
    throw new RewindError('recipients-missing', 'There is a payload to seal, but no recipient.');
  }
  const age = await import('age-encryption');
  const encrypter = new age.Encrypter();
  // The library reveals the file key only to a recipient. This one reads the key and adds nothing to the header.
  let fileKey = Buffer.alloc(0);
  const eavesdropper = {
    wrapFileKey: (key: Uint8Array) => {
      fileKey = Buffer.from(key);
      return [];
    },
  };
  let empty: Buffer;
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    encrypter.addRecipient(eavesdropper);
    empty = Buffer.from(await encrypter.encrypt(new Uint8Array(0)));
  } catch (error) {
    // The message of the library may quote its input, so ours does not include it.
    for (const recipient of recipients) await assertRecipient(recipient);
    throw error;
  }
  // An empty file is header, nonce and one tag. Keep header and nonce; drop the tag.
  const header = empty.subarray(0, empty.length - TAG);
  return { header, payloadKey: derivePayloadKey(fileKey, header.subarray(header.length - NONCE)) };
}

function derivePayloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

async function unwrapFileKey(header: Buffer, identities: readonly string[]): Promise<Uint8Array> {
  const age = await import('age-encryption');
  const decrypter = new age.Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  // The library tries identities in order: it reaches this last one only if no other matched.
  const outcome = { noneMatched: false };
  decrypter.addIdentity({
    unwrapFileKey: () => {
      outcome.noneMatched = true;
      return null;
    },
  });
  try {
    return await decrypter.decryptHeader(header);
  } catch (error) {
    if (!outcome.noneMatched) throw corrupt(`its header is invalid (${messageOf(error)})`);
    throw new RewindError('identity-wrong', 'The identity does not open the sealed payload.');
  }
}

/** Everything up to the end of the header's last line, `--- MAC`. */
async function readHeader(input: Input): Promise<Buffer> {
  for (;;) {
    const seen = input.seen;
    if (!MAGIC.subarray(0, seen.length).equals(seen.subarray(0, MAGIC.length))) {
      throw corrupt('it is not an age file');
    }
    const lastLine = seen.indexOf('\n--- ');
    const end = lastLine === -1 ? -1 : seen.indexOf('\n', lastLine + 1);
    if (end !== -1) {
      const header = await input.take(end + 1);
      if (header !== null) return header;
    }
    if (seen.length > MAX_HEADER) throw corrupt('its header does not end');
    if (!(await input.more())) throw corrupt('it ends within its header');
  }
}

function openPayload(sealed: Readable, input: Input, cipher: StreamCipher): Readable {
  const chunks = new Chunker(CHUNK + TAG);
  /** Pushes at least one chunk, or the end. */
  const pump = async (output: Readable): Promise<void> => {
    for (;;) {
      const data = await input.next();
      if (data === null) {
        const last = cipher.open(chunks.rest(), true);
        if (last.length > 0) output.push(last);
        output.push(null);
        return;
      }
      let pushed = false;
      for (const chunk of chunks.add(data)) {
        output.push(cipher.open(chunk, false));
        pushed = true;
      }
      if (pushed) return;
    }
  };
  return new Readable({
    highWaterMark: CHUNK,
    read() {
      pump(this).catch((error: unknown) => this.destroy(error instanceof Error ? error : new Error(messageOf(error))));
    },
    destroy(error, done) {
      sealed.destroy();
      done(error);
    },
  });
}

/** The STREAM construction of age: each chunk has the nonce of its number, and the last one a flag. */
class StreamCipher {
  readonly #key: Buffer;
  readonly #nonce = Buffer.alloc(12);
  #count = 0;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** @returns the sealed bytes and their tag */
  seal(chunk: Uint8Array, last: boolean): [Buffer, Buffer] {
    const cipher = createCipheriv('chacha20-poly1305', this.#key, this.#nextNonce(last), { authTagLength: TAG });
    const body = cipher.update(chunk);
    cipher.final();
    return [body, cipher.getAuthTag()];
  }

  /** @throws RewindError seal-corrupt */
  open(chunk: Uint8Array, last: boolean): Buffer {
    const number = this.#count;
    if (chunk.length < TAG) throw corrupt(`it is truncated in chunk ${number}`);
    // Only an empty file may have an empty chunk: otherwise an attacker could append one.
    if (last && chunk.length === TAG && number > 0) throw corrupt(`chunk ${number} is empty`);
    const cipher = createDecipheriv('chacha20-poly1305', this.#key, this.#nextNonce(last), { authTagLength: TAG });
    cipher.setAuthTag(chunk.subarray(chunk.length - TAG));
    const body = cipher.update(chunk.subarray(0, chunk.length - TAG));
    try {
      cipher.final();
    } catch {
      throw corrupt(`chunk ${number} is damaged, or the file is truncated or has extra bytes`);
    }
    return body;
  }

  #nextNonce(last: boolean): Buffer {
    // The format has an 11-byte counter; six bytes are enough for any disk.
    this.#nonce.writeUIntBE(this.#count, 5, 6);
    this.#nonce[11] = last ? 1 : 0;
    this.#count += 1;
    return this.#nonce;
  }
}

/** Cuts bytes into chunks of one size. Keeps the last chunk back until the end of the input shows that it is the last. */
class Chunker {
  readonly #held: Buffer;
  #used = 0;

  constructor(readonly size: number) {
    this.#held = Buffer.allocUnsafe(size);
  }

  /** Use each chunk before you take the next one. */
  *add(data: Buffer): Generator<Buffer> {
    let offset = 0;
    if (this.#used > 0) {
      offset = Math.min(this.size - this.#used, data.length);
      data.copy(this.#held, this.#used, 0, offset);
      this.#used += offset;
      if (offset === data.length) return;
      yield this.#held;
    }
    for (; data.length - offset > this.size; offset += this.size) yield data.subarray(offset, offset + this.size);
    this.#used = data.copy(this.#held, 0, offset);
  }

  rest(): Buffer {
    return this.#held.subarray(0, this.#used);
  }
}

/** Reads a stream in pieces, with look-ahead. */
class Input {
  readonly #iterator: AsyncIterator<unknown>;
  #ahead: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#iterator = stream[Symbol.asyncIterator]();
  }

  /** Bytes read from the stream and not yet taken. */
  get seen(): Buffer {
    return this.#ahead;
  }

  /** Reads more; false at the end. */
  async more(): Promise<boolean> {
    const data = await this.#read();
    if (data !== null) this.#ahead = Buffer.concat([this.#ahead, data]);
    return data !== null;
  }

  /** Exactly this number of bytes; null if fewer remain. */
  async take(bytes: number): Promise<Buffer | null> {
    while (this.#ahead.length < bytes) if (!(await this.more())) return null;
    const taken = this.#ahead.subarray(0, bytes);
    this.#ahead = this.#ahead.subarray(bytes);
    return taken;
  }

  /** The next bytes, any number; null at the end. */
  async next(): Promise<Buffer | null> {
    if (this.#ahead.length === 0) return this.#read();
    const taken = this.#ahead;
    this.#ahead = Buffer.alloc(0);
    return taken;
  }

  async #read(): Promise<Buffer | null> {
    const next = await this.#iterator.next();
    if (next.done === true) return null;
    const data = next.value;
    return data instanceof Uint8Array
      ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
      : Buffer.from(String(data));
  }
}

function corrupt(why: string): RewindError {
  return new RewindError('seal-corrupt', `The sealed payload cannot be opened: ${why}.`);
}
