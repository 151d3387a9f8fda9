import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from '@jest/globals';
import { generateIdentity, identityToRecipient } from 'age-encryption';
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
  return exitOf(child);
}

const exitOf = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.on('exit', resolve));

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
    expect(stderr).toContain('REWIND_SECRETS has no line of the form NAME=value with NAME in capitals.');
    expect(stderr).not.toContain('hunter2');
  }
  const { stderr } = await runProgram(['check'], { cwd: root, env: { REWIND_SECRETS: '\n# none yet\n' } });
  expect(stderr).toContain('[config-not-found]');
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s while a service does not answer ends the run in order',
  async (signal) => {
    const recipient = await identityToRecipient(await generateIdentity());
    writeFileSync(
      join(root, 'rewind.yml'),
      `version: 1
environment: production
store: { kind: directory, path: store }
seal: { recipients: [${recipient}] }
resources: [{ id: flags, provider: unleash, project: default, environment: production }]
`,
    );
    // Answers nothing; the program is in the middle of its work when the request arrives.
    const service = createServer().listen(0, '127.0.0.1');
    await once(service, 'listening');
    const { port } = service.address() as AddressInfo;
    const [file = '', ...rest] = FROM_SOURCES;
    const started = spawn(file, [...rest, 'snapshot', '--config', 'rewind.yml', '--json'], {
      cwd: root,
      env: { PATH: process.env.PATH, UNLEASH_URL: `http://127.0.0.1:${port}/api`, UNLEASH_API_TOKEN: 'token' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    // A second signal would end it at once.
    service.once('request', () => started.kill(signal));
    const [printed, status] = await Promise.all([text(started.stdout), exitOf(started)]);
    service.closeAllConnections();
    service.close();
    expect(status).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  },
);

test('--json makes JSON of version and help too', async () => {
  const version = await runProgram(['--version', '--json'], { cwd: root });
  expect(version.json()).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  const help = await runProgram(['check', '--help', '--json'], { cwd: root });
  expect(help.json()).toEqual({ help: expect.stringContaining('Usage: rewind check') });
});

test('files of a run that was killed are removed by the next one; those of a run that goes on are not', async () => {
  const [folder, temporary] = [join(root, 'killed'), join(root, 'killed-tmp')];
  for (const path of [join(folder, '.github'), temporary]) mkdirSync(path, { recursive: true });
  const silent = createServer(() => undefined);
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  writeFileSync(
    join(folder, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: store }
seal: { recipients: [${await identityToRecipient(await generateIdentity())}] }
resources: [{ id: env, provider: vercel-env, project: prj_1 }]
`,
  );
  const env = {
    TMPDIR: temporary,
    VERCEL_TOKEN: 'vercel-token-0123456789',
    VERCEL_API_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
  };
  const [file = '', ...rest] = FROM_SOURCES;
  const begin = async (): Promise<ChildProcess> => {
    const asked = once(silent, 'request');
    const child = spawn(file, [...rest, 'check'], { cwd: folder, env: { ...process.env, ...env }, stdio: 'ignore' });
    await asked;
    return child;
  };
  const killed = await begin();
  const [left = ''] = readdirSync(temporary);
  writeFileSync(join(temporary, left, 'pgpass-0123'), '*:*:*:app:secret\n', { mode: 0o600 });
  expect(statSync(join(temporary, left)).mode & 0o777).toBe(0o700);
  killed.kill('SIGKILL');
  await exitOf(killed);
  expect(readdirSync(temporary)).toEqual([left]);
  const living = await begin();
  const [own = ''] = readdirSync(temporary);
  expect([readdirSync(temporary).length, own === left]).toEqual([1, false]);
  await runProgram(['list'], { cwd: folder, env });
  expect(readdirSync(temporary)).toEqual([own]);
  living.kill('SIGKILL');
  await exitOf(living);
  silent.closeAllConnections();
  silent.close();
});
