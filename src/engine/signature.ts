import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { RewindError } from '../runtime/errors.js';

/**
 * Ed25519 signatures in the format of minisign (https://jedisct1.github.io/minisign), so that `minisign -V` verifies what
 * Rewind signs. Signatures are of the prehashed kind ("ED"): over the BLAKE2b-512 of the content.
 */

/** Ed25519 keys in DER: fixed prefixes of RFC 8410, then the 32 bytes. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Sizes of the parts, in bytes. */
const ALGORITHM = 2;
const KEY_ID = 8;
const KEY = 32;
const SIGNATURE = 64;
/** Before the key id of a secret key: algorithm, kind of encryption, kind of checksum, salt, two limits. */
const SECRET_HEAD = 2 + 2 + 2 + 32 + 8 + 8;
const SECRET_SIZE = SECRET_HEAD + KEY_ID + 2 * KEY + 32;

interface PublicKey {
  readonly id: string;
  readonly key: KeyObject;
}

export interface SigningKey {
  readonly id: Buffer;
  readonly key: KeyObject;
}

/** A signature that holds, and what it says. */
export interface VerifiedSignature {
  /** Key id as `minisign` prints it: 16 hexadecimal digits. */
  readonly keyId: string;
  /** The trusted comment: signed, too. */
  readonly comment: string;
}

/** minisign prints the id as a little-endian number. */
const idText = (id: Buffer): string => Buffer.from(id).reverse().toString('hex').toUpperCase();

/** The last line that holds a key: people give the whole file or only its second line. */
const keyLine = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('untrusted comment:'))
    .at(-1) ?? '';

/** Bytes of strict base64; null for anything else. */
function base64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, bytes]), format: 'der', type: 'spki' });
}

function readPublicKey(text: string): PublicKey | null {
  const bytes = base64(text);
  if (bytes?.length !== ALGORITHM + KEY_ID + KEY || bytes.toString('latin1', 0, ALGORITHM) !== 'Ed') return null;
  return {
    id: idText(bytes.subarray(ALGORITHM, ALGORITHM + KEY_ID)),
    key: publicKeyOf(bytes.subarray(ALGORITHM + KEY_ID)),
  };
}

/** The mistake in a public key of the configuration, or null. Never contains the text: it may be a secret key. */
export function publicKeyProblem(text: string): string | null {
  if (base64(text)?.length === SECRET_SIZE) {
    return (
      'is a secret key, not a public key. Anyone who reads this file has it: create a new pair with ' +
      '"minisign -G -W", and put only the public key (RW…) here'
    );
  }
  return readPublicKey(text) === null ? 'is not a minisign public key (the second line of the .pub file)' : null;
}

/**
 * Reads a secret key without a password, as `minisign -G -W` writes it: the whole file, or its second line.
 * @param name of the environment variable that holds it
 * @throws RewindError input-invalid, without the text itself
 */
export function readSigningKey(text: string, name = 'REWIND_SIGNING_KEY'): SigningKey {
  const fail = (problem: string): RewindError =>
    new RewindError('input-invalid', `The signing key ${problem}.`, {
      remedy: `Create a pair with "minisign -G -W", and put the whole .key file into ${name}.`,
    });
  const bytes = base64(keyLine(text));
  if (bytes?.length !== SECRET_SIZE || bytes.toString('latin1', 0, ALGORITHM) !== 'Ed')
    throw fail('is not a minisign secret key');
  if (bytes.readUInt16LE(ALGORITHM) !== 0) throw fail('is protected by a password, which Rewind cannot enter');
  const id = bytes.subarray(SECRET_HEAD, SECRET_HEAD + KEY_ID);
  const seed = bytes.subarray(SECRET_HEAD + KEY_ID, SECRET_HEAD + KEY_ID + KEY);
  const half = bytes.subarray(SECRET_HEAD + KEY_ID + KEY, SECRET_HEAD + KEY_ID + 2 * KEY);
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const derived = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
  // A key without a password has no checksum of its own; its public half serves as one.
  if (!half.equals(derived)) throw fail('is mistyped or truncated');
  return { id, key };
}

/**
 * A new secret key without a password: the second line of the file that `minisign -G -W` writes. It is secret: mask it before
 * anything can print it.
 */
export function newSigningKey(): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const head = Buffer.alloc(SECRET_HEAD);
  // Algorithm, no encryption, checksum by BLAKE2b. Without encryption, minisign does not read salt, limits and checksum.
  head.write('Ed\0\0B2', 'latin1');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_PREFIX.length);
  const half = publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
  return Buffer.concat([head, randomBytes(KEY_ID), seed, half, Buffer.alloc(32)]).toString('base64');
}

/** The public key of a signing key, as it stands under `sign.keys`. */
export function publicKeyText({ id, key }: SigningKey): string {
  const half = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
  return Buffer.concat([Buffer.from('Ed'), id, half]).toString('base64');
}

const hashOf = (content: Uint8Array): Buffer => createHash('blake2b512').update(content).digest();

/** The text of a `.minisig` file. @param comment one line, signed as the trusted comment */
export function signContent(content: Uint8Array, { id, key }: SigningKey, comment: string): string {
  const signature = sign(null, hashOf(content), key);
  const whole = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key);
  return [
    'untrusted comment: signature of Rewind; verify it with minisign -V',
    Buffer.concat([Buffer.from('ED'), id, signature]).toString('base64'),
    `trusted comment: ${comment}`,
    whole.toString('base64'),
    '',
  ].join('\n');
}

/**
 * Verifies the text of a `.minisig` file.
 *
 * @param keys public keys, as in the configuration
 * @returns the key and the trusted comment; or why the signature does not count
 */
export function verifyContent(
  content: Uint8Array,
  text: string,
  keys: readonly string[],
): VerifiedSignature | 'malformed' | 'unknown-key' | 'forged' {
  const [, head = '', trusted = '', whole = ''] = text.split(/\r?\n/);
  const bytes = base64(head);
  const signedWhole = base64(whole);
  const prefix = 'trusted comment: ';
  if (
    bytes?.length !== ALGORITHM + KEY_ID + SIGNATURE ||
    signedWhole?.length !== SIGNATURE ||
    !trusted.startsWith(prefix)
  )
    return 'malformed';
  const algorithm = bytes.toString('latin1', 0, ALGORITHM);
  if (algorithm !== 'ED' && algorithm !== 'Ed') return 'malformed';
  const keyId = idText(bytes.subarray(ALGORITHM, ALGORITHM + KEY_ID));
  const signer = keys.map(readPublicKey).find((key) => key?.id === keyId);
  if (!signer) return 'unknown-key';
  const signature = bytes.subarray(ALGORITHM + KEY_ID);
  const comment = trusted.slice(prefix.length);
  const valid =
    verify(null, algorithm === 'ED' ? hashOf(content) : content, signer.key, signature) &&
    verify(null, Buffer.concat([signature, Buffer.from(comment)]), signer.key, signedWhole);
  return valid ? { keyId, comment } : 'forged';
}
