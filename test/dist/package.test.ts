import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package as npm makes it, installed where nothing else is and where no registry can be reached. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rewind-package-'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, stdio: 'pipe' });
  const [tarball = ''] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"name":"consumer","version":"1.0.0","private":true}');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], {
    cwd: folder,
    stdio: 'pipe',
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (file: string, ...args: string[]) => spawnSync(file, args, { cwd: folder, encoding: 'utf8' });

test('it needs no other package', () => {
  const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(installed).toEqual(['rewind']);
});

test('the link in node_modules/.bin runs it', () => {
  const { status, stdout, stderr } = run(join(folder, 'node_modules/.bin/rewind'), '--version');
  expect([status, stdout, stderr]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/), '']);
});

test('npx finds it, and a command is loaded from its chunk', () => {
  const help = run('npx', '--offline', 'rewind', '--help');
  expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('Usage: rewind <command>')]);
  const list = run('npx', '--offline', 'rewind', 'list', '--json');
  expect([list.status, list.stdout]).toEqual([2, expect.stringContaining('config-not-found')]);
});
