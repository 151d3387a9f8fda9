import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RewindError } from '../../src/runtime/errors.js';
import { identitiesIn, recipientOf } from '../../src/engine/age-keys.js';
import { sealStream, unsealStream } from '../../src/engine/seal.js';

/** The stock programs, built from filippo.io/age by scripts/install-peers.mjs. */
const bin = (name: string): string => fileURLToPath(new URL(`../../.cache/peers/bin/${name}`, import.meta.url));
const CHUNK = 65_536;

let folder: string;
let keyFile: string;
let identity: string;
let recipient: string;

/** A key pair made by age-keygen: the file as it wrote it, and the public key as it printed it. */
function keyPair(name: string): { file: string; recipient: string; identity: string } {
  const file = join(folder, name);
  execFileSync(bin('age-keygen'), ['-o', file], { stdio: 'ignore' });
  const [secret = ''] = identitiesIn(readFileSync(file, 'utf8'));
  return {
    file,
    recipient: execFileSync(bin('age-keygen'), ['-y', file], { encoding: 'utf8' }).trim(),
    identity: secret,
  };
}

async function age(
  args: readonly string[],
  input: Uint8Array,
): Promise<{ status: number | null; out: Buffer; err: string }> {
  const child = spawn(bin('age'), args, { stdio: ['pipe', 'pipe', 'pipe'] });
  // It stops reading when it refuses something, which breaks the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const status = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([buffer(child.stdout), text(child.stderr)]);
  return { status: await status, out, err };
}

const seal = async (plain: Uint8Array, recipients: readonly string[]): Promise<Buffer> =>
  buffer(Readable.from([Buffer.from(plain)]).pipe(await sealStream(recipients)));
const unseal = async (sealed: Uint8Array, identities: readonly string[]): Promise<Buffer> =>
  buffer(await unsealStream(Readable.from([Buffer.from(sealed)]), identities));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rewind-age-'));
  ({ file: keyFile, recipient, identity } = keyPair('key.txt'));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('we derive the public key that age-keygen prints', async () => {
  expect(await recipientOf(identity)).toBe(recipient);
});

describe.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_000])('%i bytes', (length) => {
  test('age opens what we sealed', async () => {
    const plain = randomBytes(length);
    const { status, out, err } = await age(['--decrypt', '--identity', keyFile], await seal(plain, [recipient]));
    expect([status, err]).toEqual([0, '']);
    expect(out.equals(plain)).toBe(true);
  });

  test('we open what age sealed', async () => {
    const plain = randomBytes(length);
    const { out } = await age(['--recipient', recipient], plain);
    expect((await unseal(out, [identity])).equals(plain)).toBe(true);
  });
});

test('several recipients, both ways', async () => {
  const second = keyPair('second.txt');
  const third = keyPair('third.txt');
  const plain = randomBytes(1000);
  const ours = await seal(plain, [recipient, second.recipient, third.recipient]);
  const theirs = await age(['-r', recipient, '-r', second.recipient, '-r', third.recipient], plain);
  for (const key of [{ file: keyFile, identity }, second, third]) {
    expect((await age(['-d', '-i', key.file], ours)).out.equals(plain)).toBe(true);
    expect((await unseal(theirs.out, [key.identity])).equals(plain)).toBe(true);
  }
});

test('a post-quantum key pair, both ways', async () => {
  const file = join(folder, 'pq.txt');
  await promisify(execFile)(bin('age-keygen'), ['-pq', '-o', file]);
  const [secret = ''] = identitiesIn(readFileSync(file, 'utf8'));
  const key = execFileSync(bin('age-keygen'), ['-y', file], { encoding: 'utf8' }).trim();
  expect(await recipientOf(secret)).toBe(key);
  const plain = randomBytes(1000);
  expect((await age(['-d', '-i', file], await seal(plain, [key]))).out.equals(plain)).toBe(true);
  expect((await unseal((await age(['-r', key], plain)).out, [secret])).equals(plain)).toBe(true);
});

test('200 MB through files, both ways', async () => {
  const [plain, ours, theirs] = ['plain', 'ours.age', 'theirs.age'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const block = randomBytes(1024 * 1024);
  await pipeline(
    Readable.from(
      (function* () {
        for (let i = 0; i < 200; i += 1) yield Buffer.concat([Buffer.from(String(i)), block]);
      })(),
    ),
    createWriteStream(plain),
  );
  const digestOf = async (content: Readable): Promise<string> => {
    const hash = createHash('sha256');
    await pipeline(content, hash);
    return hash.digest('hex');
  };
  const wanted = await digestOf(createReadStream(plain));
  await pipeline(createReadStream(plain), await sealStream([recipient]), createWriteStream(ours));
  execFileSync(bin('age'), ['-d', '-i', keyFile, '-o', join(folder, 'opened'), ours]);
  expect(await digestOf(createReadStream(join(folder, 'opened')))).toBe(wanted);
  execFileSync(bin('age'), ['-r', recipient, '-o', theirs, plain]);
  expect(await digestOf(await unsealStream(createReadStream(theirs), [identity]))).toBe(wanted);
});

test('age and we refuse the same files: cut off, extended, damaged, for somebody else', async () => {
  const sealed = await seal(randomBytes(2 * CHUNK), [recipient]);
  const body = sealed.length - 2 * (CHUNK + 16);
  const flip = (at: number): Buffer => {
    const copy = Buffer.from(sealed);
    copy[at] = (copy[at] ?? 0) ^ 4;
    return copy;
  };
  const header = sealed.indexOf('\n--- ');
  const refused: Buffer[] = [
    ...[0, 10, 22, header, header + 10, body - 16, body - 1, body, body + 15, body + 16, body + CHUNK + 16].map(
      (length) => sealed.subarray(0, length),
    ),
    sealed.subarray(0, sealed.length - 1),
    sealed.subarray(0, sealed.length - CHUNK - 16),
    Buffer.concat([sealed, Buffer.from([0])]),
    Buffer.concat([sealed, sealed.subarray(-CHUNK - 16)]),
    ...[0, 20, 30, header - 3, header + 8, header + 30, body - 8, body, body + CHUNK, sealed.length - 1].map(flip),
    await seal(Buffer.from('for somebody else'), [keyPair('other.txt').recipient]),
  ];
  for (const file of refused) {
    const theirs = await age(['-d', '-i', keyFile], file);
    expect(theirs.status).toBe(1);
    await expect(unseal(file, [identity])).rejects.toBeInstanceOf(RewindError);
  }
});

test('a key file as age-keygen writes it can be given whole', async () => {
  writeFileSync(join(folder, 'copy'), readFileSync(keyFile));
  const plain = Buffer.from('hello');
  const identities = identitiesIn(readFileSync(join(folder, 'copy'), 'utf8'));
  expect((await unseal(await seal(plain, [recipient]), identities)).equals(plain)).toBe(true);
});
