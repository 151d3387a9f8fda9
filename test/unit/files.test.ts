import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { makeFolder } from '../../src/runtime/files.js';

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
