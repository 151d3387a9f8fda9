// Jest needs Node's ESM flag because @actions/* are ESM only.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MEMORY = '/dev/shm';

/**
 * Where the database servers of this run live: in memory where there is enough of it. The tests create and drop thousands
 * of small files, which costs a disk's file system more time than the servers themselves need.
 */
function serversFolder() {
  const free = existsSync(MEMORY) ? statfsSync(MEMORY) : { bavail: 0, bsize: 0 };
  const folder = mkdtempSync(join(free.bavail * free.bsize >= 2 * 2 ** 30 ? MEMORY : tmpdir(), 'rewind-servers-'));
  // The servers' user is another one where root runs the tests.
  chmodSync(folder, 0o711);
  return folder;
}

const servers = serversFolder();
process.on('exit', () => rmSync(servers, { recursive: true, force: true }));
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const child = spawn(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, REWIND_TEST_SERVERS: servers } },
);
// Jest ends first, and then its folder goes.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
