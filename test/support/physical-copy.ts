import { execFileSync, spawn } from 'node:child_process';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port.js';
import type { TestPostgres } from './postgres.js';

/** A server with this file in its data directory stays read-only. */
const STANDBY = 'standby.signal';

export interface PhysicalCopy {
  readonly port: number;
  /** Runs statements in the database `shop`. */
  query(text: string): Promise<Record<string, unknown>[]>;
  /** Also removes its files. */
  stop(): Promise<void>;
}

export async function dataDirectoryOf(original: TestPostgres): Promise<string> {
  const [row] = await original.query(
    'postgres',
    "SELECT setting AS path FROM pg_settings WHERE name = 'data_directory'",
  );
  return String(row?.path);
}

/** Starts a server from a copy of the files of an idle one, as RDS does from the volume of a snapshot; or a standby of them. */
export async function copyServer(original: TestPostgres, standby = false): Promise<PhysicalCopy> {
  await original.query('postgres', 'CHECKPOINT');
  const path = await dataDirectoryOf(original);
  const data = `${path}-copy`;
  execFileSync('cp', ['-a', path, data]);
  rmSync(join(data, 'postmaster.pid'));
  if (standby) writeFileSync(join(data, STANDBY), '');
  return startOn(original, data);
}

/**
 * Starts a server on a data directory that was copied from the one of `original`, and waits until it takes writes; a standby:
 * until it answers.
 * @param settings e.g. `recovery_target_time=…`
 */
export async function startOn(
  original: TestPostgres,
  data: string,
  settings: readonly string[] = [],
): Promise<PhysicalCopy> {
  const { uid, gid } = statSync(await dataDirectoryOf(original));
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', `${uid}:${gid}`, data]);
  const port = await freePort();
  const all = ['fsync=off', 'unix_socket_directories=', ...settings].flatMap((setting) => ['-c', setting]);
  const server = spawn(join(original.binDir, 'postgres'), ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...all], {
    ...(process.getuid?.() === 0 ? { uid, gid } : {}),
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: data,
    env: { LC_ALL: 'C.UTF-8', PATH: process.env.PATH },
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const query = async (text: string): Promise<Record<string, unknown>[]> => {
    const session = new Client({ connectionString: original.url('shop').replace(`:${original.port}/`, `:${port}/`) });
    await session.connect();
    try {
      return (await session.query<Record<string, unknown>>(text)).rows;
    } finally {
      await session.end();
    }
  };
  await until(async () => {
    if (server.exitCode !== null) throw new Error(`the server ended: ${said}`);
    return query('SELECT pg_is_in_recovery() AS busy').then(
      ([row]) => row?.busy === existsSync(join(data, STANDBY)),
      () => false,
    );
  });
  return {
    port,
    query,
    stop: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await gone;
      rmSync(data, { recursive: true });
    },
  };
}

/** Waits for at most some seconds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it never happened');
}
