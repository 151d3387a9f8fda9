import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { isInside, makeFolder } from '../../src/runtime/files.js';

const root = mkdtempSync(join(tmpdir(), 'rewind-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('git ignores what Rewind writes', () => {
  spawnSync('git', ['init', '-q', root]);
  makeFolder(join(root, '.rewind/store/snapshots'));
  makeFolder(join(root, 'other'));
  expect(readFileSync(join(root, '.rewind/.gitignore'), 'utf8')).toBe('*\n');
  expect(existsSync(join(root, 'other/.gitignore'))).toBe(false);
  const status = spawnSync('git', ['-C', root, 'status', '--porcelain', '--untracked-files=all'], { encoding: 'utf8' });
  expect(status.stdout).toBe('');
});

test('a link to a file that does not exist yet is where it leads', () => {
  const folder = join(root, 'checkout');
  makeFolder(join(folder, 'docs'));
  const at = (name: string): string => join(folder, 'docs', name);
  symlinkSync(join(root, 'outside.md'), at('absolute.md'));
  symlinkSync('../../outside.md', at('relative.md'));
  symlinkSync('absolute.md', at('twice.md'));
  symlinkSync('loop.md', at('loop.md'));
  symlinkSync('new.md', at('within.md'));
  symlinkSync(join(root, 'nowhere'), at('folder'));
  for (const name of ['absolute.md', 'relative.md', 'twice.md', 'folder/x.md']) {
    expect([name, isInside(folder, at(name))]).toEqual([name, false]);
  }
  for (const name of ['loop.md', 'loop.md/x.md', 'within.md', 'new.md', 'new/x.md']) {
    expect([name, isInside(folder, at(name))]).toEqual([name, true]);
  }
});
