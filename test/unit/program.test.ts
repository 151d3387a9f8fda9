import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contentOf } from '../../src/runtime/program.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'rewind-program-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (content: string): Buffer => createHash('sha256').update(content).digest();

/** @returns what the identity of these files must be */
function write(count: number): string {
  const whole = createHash('sha256');
  for (let index = 10; index < 10 + count; index += 1) {
    writeFileSync(join(folder, `${index}.index.js`), `chunk ${index}`);
    whole.update(`${index}.index.js\0`).update(sha256(`chunk ${index}`));
  }
  writeFileSync(join(folder, 'licenses.txt'), 'no part of the program');
  return whole.digest('hex').slice(0, 16);
}

// The main thread reads a few files; a thread of its own reads many.
describe.each([3, 40])('the identity of a program of %s files', (count) => {
  test('is the SHA-256 of their names and contents', async () => {
    const expected = write(count);
    expect(await contentOf(folder)).toBe(expected);
    expect(await contentOf(folder)).toBe(expected);
  });

  test('changes with one character, and with a name', async () => {
    const before = write(count) && (await contentOf(folder));
    writeFileSync(join(folder, '11.index.js'), 'chunk 1!');
    const changed = await contentOf(folder);
    write(count);
    renameSync(join(folder, '11.index.js'), join(folder, '11.other.js'));
    const renamed = await contentOf(folder);
    expect(new Set([before, changed, renamed]).size).toBe(3);
  });

  test('is an error if a file cannot be read', async () => {
    write(count);
    mkdirSync(join(folder, 'zz.js'));
    await expect(contentOf(folder)).rejects.toThrow(/EISDIR/);
  });
});
