import { spawn, type ChildProcess } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import type { Context } from './context.js';
import { RewindError } from './errors.js';

/** Time between SIGTERM and SIGKILL, and for the output that is left after the end. */
const GRACE_MS = 2_000;
/** More lines of output are counted, not logged. */
const MAX_LINES = 500;
/** The rest of a longer line is dropped. */
const MAX_LINE = 2_000;

export interface ProgramResult {
  /** Exit status; null if a signal ended the program. */
  readonly status: number | null;
  /** Null for status 0; else "exit status 3", "SIGKILL" or "no end after 600 s". */
  readonly failure: string | null;
  /** The last line of the output that is not empty; null if there is none. */
  readonly lastLine: string | null;
}

/**
 * Runs a command with `sh -c` and logs its output line by line. It gets no credential of Rewind: the environment of child
 * processes, the variables GATE_…, and what the caller adds.
 *
 * @throws RewindError tool-missing, cancelled
 */
export async function runShell(
  ctx: Context,
  command: string,
  env: Readonly<Record<string, string>>,
  seconds: number,
): Promise<ProgramResult> {
  for (const [name, value] of Object.entries(ctx.childEnv)) if (name.startsWith('GATE_')) ctx.masker.add(value);
  let count = 0;
  return runProgram(ctx, ['sh', '-c', command], { ...ctx.childEnv, ...env }, seconds, (line) => {
    count += 1;
    if (count <= MAX_LINES) ctx.log.info(`  | ${line}`);
    if (count === MAX_LINES) ctx.log.info('  | … (more output is not shown)');
  });
}

/**
 * Runs a program in the root of the repository. At the time limit, and when the run is cancelled, it and its children are
 * ended.
 *
 * @param env the whole environment of the program
 * @param onLine gets each line of the output that is not empty, cut to 2,000 characters
 * @throws RewindError tool-missing, cancelled
 */
export async function runProgram(
  ctx: Context,
  [program, ...rest]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
  seconds: number,
  onLine: (line: string) => void = () => undefined,
): Promise<ProgramResult> {
  assertNotCancelled(ctx);
  // A process group of its own, so that its children end with it.
  const child = spawn(program, rest, { cwd: ctx.root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let last: string | null = null;
  for (const output of [child.stdout, child.stderr]) {
    eachLine(output, (line) => {
      last = line;
      onLine(line);
    });
  }
  const limit = { reached: false };
  const timer = setTimeout(() => {
    limit.reached = true;
    stop(child);
  }, seconds * 1000);
  const onAbort = (): void => stop(child);
  ctx.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const { status, failure } = await ended(child, program, ctx);
    assertNotCancelled(ctx);
    return { status, failure: limit.reached ? `no end after ${seconds} s` : failure, lastLine: last };
  } finally {
    clearTimeout(timer);
    ctx.signal.removeEventListener('abort', onAbort);
  }
}

/** @throws RewindError cancelled */
function assertNotCancelled({ signal, resource }: Context): void {
  if (signal.aborted) throw new RewindError('cancelled', 'The run was cancelled.', { resource });
}

function ended(child: ChildProcess, program: string, ctx: Context): Promise<Omit<ProgramResult, 'lastLine'>> {
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(
        new RewindError('tool-missing', `${program} could not be started: ${error.message}`, {
          resource: ctx.resource,
        }),
      ),
    );
    child.on('exit', (status, signal) => {
      const how = { status, failure: signal ?? (status === 0 ? null : `exit status ${status}`) };
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

/** Keeps no more than one line, cut, in memory, however long a line is. */
function eachLine(input: Readable, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let begun = '';
  const add = (text: string): void => {
    begun += text.slice(0, MAX_LINE - begun.length);
  };
  const end = (): void => {
    const line = begun.trimEnd();
    begun = '';
    if (line.trim() !== '') onLine(line);
  };
  input.on('data', (bytes: Buffer) => {
    const [first = '', ...others] = decoder.write(bytes).split('\n');
    add(first);
    for (const text of others) {
      end();
      add(text);
    }
  });
  input.on('end', end);
}
