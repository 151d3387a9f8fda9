import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asRewindError } from '../../src/runtime/errors.js';

/** Node's own errors: `test/dist` damages the committed program. */
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rewind-parts-'));
  writeFileSync(join(root, 'cut.mjs'), 'export const ids = [1, 2');
  writeFileSync(join(root, 'empty.mjs'), '');
  writeFileSync(
    join(root, 'main.mjs'),
    `const installChunk = ({ ids }) => { for (let i = 0; i < ids.length; i += 1); };
     const part = (name) => import('./' + name).then(installChunk);
     const tell = (error) => { const { name, code, message, stack } = error; return { name, code, message, stack }; };
     const works = {
       missing: () => part('missing.mjs'), cut: () => part('cut.mjs'), empty: () => part('empty.mjs'),
       json: async () => JSON.parse('{'), bug: async () => undefined.length,
     };
     const told = await Promise.all(Object.entries(works).map(async ([name, work]) => [name, await work().catch(tell)]));
     console.log(JSON.stringify(Object.fromEntries(told)));`,
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a part of the program that is missing, cut off or empty is no bug of Rewind, and a bug stays one', () => {
  const { stdout } = spawnSync(process.execPath, [join(root, 'main.mjs')], { encoding: 'utf8' });
  const told = JSON.parse(stdout) as Record<string, { message: string }>;
  const codes = Object.entries(told).map(([name, fields]) => {
    const error = asRewindError(Object.assign(new Error(fields.message), fields), 'web');
    return [name, error.code, error.exitStatus];
  });
  expect(codes).toEqual([
    ['missing', 'program-damaged', 1],
    ['cut', 'program-damaged', 1],
    ['empty', 'program-damaged', 1],
    ['json', 'internal', 1],
    ['bug', 'internal', 1],
  ]);
});

test('a file beside the program that cannot be read is a part of it; another file is not', () => {
  const [, program = ''] = process.argv;
  const failed = (path: string) => Object.assign(new Error('EACCES'), { code: 'EACCES', path });
  expect(asRewindError(failed(join(program, '../3160.index.js'))).code).toBe('program-damaged');
  expect(asRewindError(failed(join(root, '3160.index.js'))).code).toBe('internal');
});
