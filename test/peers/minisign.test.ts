import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  newSigningKey,
  publicKeyText,
  readSigningKey,
  signContent,
  verifyContent,
} from '../../src/engine/signature.js';
import { signingKeyPair } from '../support/signing-key.js';

/** An implementation of minisign that nobody here wrote, from aead.dev/minisign. */
const minisign = fileURLToPath(new URL('../../.cache/peers/bin/minisign', import.meta.url));
const MANIFEST = '{\n  "kind": "rewind-snapshot"\n}\n';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rewind-minisign-'));
  writeFileSync(at('manifest.json'), MANIFEST);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('minisign verifies what we sign, and refuses it when it was changed', () => {
  const { secret, publicKey } = signingKeyPair();
  writeFileSync(
    at('manifest.json.minisig'),
    signContent(Buffer.from(MANIFEST), readSigningKey(secret), 'rewind snapshot X'),
  );
  const verify = () => spawnSync(minisign, ['-V', '-P', publicKey, '-m', at('manifest.json')], { encoding: 'utf8' });
  const good = verify();
  expect(good.stderr + good.stdout).toContain('rewind snapshot X');
  expect(good.status).toBe(0);
  writeFileSync(at('manifest.json'), MANIFEST.replace('kind', 'mind'));
  expect(verify().status).not.toBe(0);
  writeFileSync(at('manifest.json'), MANIFEST);
});

test('minisign signs with the key that "rewind init" makes', () => {
  const secret = newSigningKey();
  writeFileSync(at('init.key'), `untrusted comment: minisign secret key\n${secret}\n`);
  execFileSync(minisign, ['-S', '-s', at('init.key'), '-m', at('manifest.json')], { stdio: 'ignore' });
  const signature = readFileSync(at('manifest.json.minisig'), 'utf8');
  const publicKey = publicKeyText(readSigningKey(secret));
  expect(verifyContent(Buffer.from(MANIFEST), signature, [publicKey])).toMatchObject({ comment: expect.any(String) });
});

test('we read the keys that minisign makes, and verify what it signs', () => {
  execFileSync(minisign, ['-G', '-W', '-p', at('ours.pub'), '-s', at('ours.key')], { stdio: 'ignore' });
  const [, publicKey = ''] = readFileSync(at('ours.pub'), 'utf8').split('\n');
  const key = readSigningKey(readFileSync(at('ours.key'), 'utf8'));
  expect(publicKeyText(key)).toBe(publicKey);
  execFileSync(
    minisign,
    ['-S', '-s', at('ours.key'), '-x', at('their.minisig'), '-t', 'trusted words', '-m', at('manifest.json')],
    { stdio: 'ignore' },
  );
  const signature = readFileSync(at('their.minisig'), 'utf8');
  expect(verifyContent(Buffer.from(MANIFEST), signature, [publicKey])).toMatchObject({ comment: 'trusted words' });
  expect(verifyContent(Buffer.from(`${MANIFEST} `), signature, [publicKey])).toBe('forged');
});
