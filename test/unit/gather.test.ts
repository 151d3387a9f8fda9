import { expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Gather, PIECE } from '../../src/runtime/gather.js';

const inPiecesOf = (content: Buffer, sizes: readonly number[]): Buffer[] => {
  const pieces: Buffer[] = [];
  for (let at = 0, index = 0; at < content.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    pieces.push(content.subarray(at, at + size));
    at += size;
  }
  return pieces;
};

async function gathered(pieces: readonly Buffer[]): Promise<Buffer[]> {
  const result: Buffer[] = [];
  const gather = new Gather().on('data', (piece: Buffer) => result.push(piece));
  await new Promise((resolve, reject) => {
    gather.on('end', resolve).on('error', reject);
    Readable.from(pieces).pipe(gather);
  });
  return result;
}

test('small pieces become large ones; the first one passes at once', async () => {
  const content = randomBytes(4096 * 200);
  const pieces = await gathered(inPiecesOf(content, [4096]));
  expect(pieces.map(({ length }) => length)).toEqual([4096, PIECE, PIECE, PIECE, 4096 * 7]);
  expect(Buffer.concat(pieces).equals(content)).toBe(true);
});

test.each([
  ['nothing', 0, [1]],
  ['one byte', 1, [1]],
  ['exactly one piece', PIECE, [PIECE]],
  ['pieces that are larger', 3 * PIECE + 5, [PIECE + 1]],
  ['odd sizes', 2 * PIECE + 77, [1, 65_536, 13, 100_000]],
])('the content stays the same: %s', async (_name, bytes, sizes) => {
  const content = randomBytes(bytes);
  expect(Buffer.concat(await gathered(inPiecesOf(content, sizes))).equals(content)).toBe(true);
});

test('a piece that was passed on is not written again', async () => {
  const pieces: Buffer[] = [];
  const gather = new Gather().on('data', (piece: Buffer) => pieces.push(piece));
  gather.write(Buffer.from('first'));
  gather.write(Buffer.alloc(PIECE, 'a'));
  gather.write(Buffer.alloc(PIECE - 1, 'b'));
  gather.write(Buffer.alloc(PIECE, 'c'));
  gather.end();
  await new Promise((resolve) => gather.on('end', resolve));
  expect(pieces[1]?.equals(Buffer.alloc(PIECE, 'a'))).toBe(true);
  expect(pieces[2]?.subarray(0, -1).equals(Buffer.alloc(PIECE - 1, 'b'))).toBe(true);
});

test('the end waits for the program, and its failure is the failure of the stream', async () => {
  const ended = Promise.reject(new Error('pg_dump ended with status 1'));
  ended.catch(() => undefined);
  const gather = new Gather(ended);
  gather.end(Buffer.from('half of a dump'));
  await expect(buffer(gather)).rejects.toThrow('pg_dump ended with status 1');
});
