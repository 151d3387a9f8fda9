import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { publicKeyText, readSigningKey } from '../../src/engine/signature.js';

/** A new key pair without a password: the file that `minisign -G -W` would write, and the public key. */
export function signingKeyPair(): { readonly secret: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const half = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const bytes = Buffer.concat([
    Buffer.from('Ed\0\0B2'),
    Buffer.alloc(48),
    randomBytes(8),
    seed,
    half,
    Buffer.alloc(32),
  ]);
  const secret = `untrusted comment: minisign encrypted secret key\n${bytes.toString('base64')}\n`;
  return { secret, publicKey: publicKeyText(readSigningKey(secret)) };
}
