import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { FROM_SOURCES, runProgram } from '../support/program.js';

/** What surrounds a run and is broken: its directories, its pipes, its variables. The program says so, in plain words. */
const root = mkdtempSync(join(tmpdir(), 'rewind-process-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs with these two as stdout and stderr; closes the reading end of each pipe before the program can write to it. */
async function statusWith(args: readonly string[], stdout: 'pipe' | number, stderr: 'pipe' | 'ignore') {
  const [file = '', ...rest] = FROM_SOURCES;
  const child = spawn(file, [...rest, ...args], { cwd: root, stdio: ['ignore', stdout, stderr] });
  child.stdout?.destroy();
  child.stderr?.destroy();
  return new Promise<number | null>((resolve) => child.on('exit', resolve));
}

test('a reader that went away changes nothing: the status is that of the command', async () => {
  expect(await statusWith(['--help'], 'pipe', 'ignore')).toBe(0);
  expect(await statusWith(['rolback', '--json'], 'pipe', 'pipe')).toBe(2);
});

test('a result that could not be written is a failure', async () => {
  const full = openSync('/dev/full', 'w');
  expect(await statusWith(['--help'], full, 'ignore')).toBe(1);
  closeSync(full);
});

test('without a temporary directory', async () => {
  const { status, stderr } = await runProgram(['check'], { cwd: root, env: { TMPDIR: join(root, 'nowhere') } });
  expect(status).toBe(2);
  expect(stderr).toContain('No temporary directory: ENOENT');
  expect(stderr).toContain('Set TMPDIR to a directory that this user can write.');
});

test('in a working directory that was deleted', async () => {
  const gone = join(root, 'gone');
  mkdirSync(gone);
  const command = ['sh', '-c', `rmdir ${gone} && exec "$@"`, 'sh', ...FROM_SOURCES];
  const { status, stderr } = await runProgram(['check'], { cwd: gone, command });
  expect(status).toBe(2);
  expect(stderr).toContain('The working directory does not exist any more.');
});

test('REWIND_SECRETS without a NAME=value is refused, and not repeated; an empty one is not', async () => {
  for (const secrets of ['{"VERCEL_TOKEN": "hunter2"}', '["hunter2"]', 'hunter2\n'.repeat(10_000)]) {
    const { status, stderr } = await runProgram(['check'], { cwd: root, env: { REWIND_SECRETS: secrets } });
    expect(status).toBe(2);
    expect(stderr).toContain('REWIND_SECRETS has no line of the form NAME=value.');
    expect(stderr).not.toContain('hunter2');
  }
  const { stderr } = await runProgram(['check'], { cwd: root, env: { REWIND_SECRETS: '\n# none yet\n' } });
  expect(stderr).toContain('[config-not-found]');
});

test('--json makes JSON of version and help too', async () => {
  const version = await runProgram(['--version', '--json'], { cwd: root });
  expect(version.json()).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  const help = await runProgram(['check', '--help', '--json'], { cwd: root });
  expect(help.json()).toEqual({ help: expect.stringContaining('Usage: rewind check') });
});
