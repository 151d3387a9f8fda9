// Jest needs Node's ESM flag because @actions/* are ESM only. Each suite instantiates the WebAssembly of the SQL parser, and
// optimising it takes longer than the unoptimised code. With more space for new objects the garbage collector needs a tenth
// less of the CPU time of a suite of emulators.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MEMORY = '/dev/shm';

/** Is there a file system in memory with enough space, on which programs can be started too? */
function inMemory() {
  try {
    const [, options = 'noexec'] =
      new RegExp(`^\\S+ ${MEMORY} tmpfs (\\S+)`, 'm').exec(readFileSync('/proc/mounts', 'utf8')) ?? [];
    const { bavail, bsize } = statfsSync(MEMORY);
    return !options.split(',').includes('noexec') && bavail * bsize >= 3 * 2 ** 30;
  } catch {
    return false;
  }
}

/**
 * The temporary directory of this run, in memory where that is possible: the database servers create and delete thousands
 * of small files, which costs a disk's file system more time than the servers themselves need.
 */
const temporary = mkdtempSync(join(inMemory() ? MEMORY : tmpdir(), 'rewind-tests-'));
// The servers' user is another one where root runs the tests.
chmodSync(temporary, 0o711);
process.on('exit', tidy);

/** Removes the directory. A worker that a signal ended has left its database servers, which still write into it. */
function tidy() {
  for (const name of readdirSync(temporary)) {
    try {
      const [pid] = readFileSync(join(temporary, name, 'data/postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGQUIT');
    } catch {
      // No server, or none that runs.
    }
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      rmSync(temporary, { recursive: true, force: true });
      return;
    } catch (error) {
      if (attempt === 50) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}

const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const child = spawn(
  process.execPath,
  [
    '--liftoff-only',
    '--min-semi-space-size=64',
    '--max-semi-space-size=128',
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, TMPDIR: temporary, REWIND_TEST_RUN: temporary } },
);
// Jest ends first, then its temporary directory is removed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
