import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Context } from './context.js';
import { RewindError } from './errors.js';

/** Time between SIGTERM and SIGKILL, and for the output that is left after the end. */
const GRACE_MS = 2_000;
/** More lines of output are counted, not logged. */
const MAX_LINES = 500;
const MAX_LINE = 2_000;

export interface ShellResult {
  /** Null for status 0; else "exit status 3", "SIGKILL" or "no end after 600 s". */
  readonly failure: string | null;
  /** The last line of the output that is not empty; null if there is none. */
  readonly lastLine: string | null;
}

/**
 * Runs a command with `sh -c` in the root of the repository, and logs its output line by line. It gets no credential of
 * Rewind: the environment of child processes, the variables GATE_…, and what the caller adds. At the time limit, and when the
 * run is cancelled, the command and its children are ended.
 *
 * @throws RewindError tool-missing, cancelled
 */
export async function runShell(
  ctx: Context,
  command: string,
  env: Readonly<Record<string, string>>,
  seconds: number,
): Promise<ShellResult> {
  assertNotCancelled(ctx);
  for (const [name, value] of Object.entries(ctx.childEnv)) if (name.startsWith('GATE_')) ctx.masker.add(value);
  // A process group of its own, so that its children end with it.
  const child = spawn('sh', ['-c', command], {
    cwd: ctx.root,
    env: { ...ctx.childEnv, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const lines = logLines(ctx, [child.stdout, child.stderr]);
  const limit = { reached: false };
  const timer = setTimeout(() => {
    limit.reached = true;
    stop(child);
  }, seconds * 1000);
  const onAbort = (): void => stop(child);
  ctx.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const how = await ended(child, ctx);
    assertNotCancelled(ctx);
    return { failure: limit.reached ? `no end after ${seconds} s` : how, lastLine: lines.last() };
  } finally {
    clearTimeout(timer);
    ctx.signal.removeEventListener('abort', onAbort);
  }
}

/** @throws RewindError cancelled */
function assertNotCancelled({ signal, resource }: Context): void {
  if (signal.aborted) throw new RewindError('cancelled', 'The run was cancelled.', { resource });
}

/** @returns null for status 0 */
function ended(child: ChildProcess, ctx: Context): Promise<string | null> {
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(new RewindError('tool-missing', `sh could not be started: ${error.message}`, { resource: ctx.resource })),
    );
    child.on('exit', (code, signal) => {
      const how = signal ?? (code === 0 ? null : `exit status ${code}`);
      // A child that it left behind may hold the output open.
      const timer = setTimeout(() => resolve(how), GRACE_MS);
      child.on('close', () => {
        clearTimeout(timer);
        resolve(how);
      });
      kill(child, 'SIGTERM');
    });
  });
}

function stop(child: ChildProcess): void {
  kill(child, 'SIGTERM');
  setTimeout(() => kill(child, 'SIGKILL'), GRACE_MS).unref();
}

function kill({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has ended.
  }
}

function logLines(ctx: Context, streams: readonly Readable[]): { readonly last: () => string | null } {
  let count = 0;
  let last: string | null = null;
  for (const input of streams) {
    createInterface({ input, crlfDelay: Infinity }).on('line', (line) => {
      if (line.trim() === '') return;
      count += 1;
      last = line.slice(0, MAX_LINE);
      if (count <= MAX_LINES) ctx.log.info(`  | ${last}`);
      if (count === MAX_LINES) ctx.log.info('  | … (more output is not shown)');
    });
  }
  return { last: () => last };
}
