import { fork, type ChildProcess } from 'node:child_process';
import {
  FROM_SOURCES,
  environmentOf,
  resultOf,
  runProgram,
  type ProgramOptions,
  type ProgramResult,
} from './program.js';

/** What the host is asked to run (scripts/start-sources.cjs reads it). */
interface Request {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What it answers; `status` is what the process would end with. */
interface Answer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

let host: ChildProcess | undefined;
let busy = false;
let ended = false;
// Outside of Jest nothing is bundled, and each run has a process of its own.
(globalThis as { afterAll?: (run: () => Promise<void>) => void }).afterAll?.(async () => {
  ended = true;
  const last = host;
  if (last?.connected !== true) return;
  last.ref();
  const gone = new Promise((resolve) => last.once('exit', resolve));
  last.disconnect();
  await gone;
});

/**
 * Runs the program as `runProgram` does, in a process that stays for the whole suite: half of the CPU time of a command is
 * the start of its process. Whatever needs a process of its own has one: a run at the same time, a run that is watched or
 * killed, another command line, and options of Node.
 */
export async function runWarm(args: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  const env = environmentOf(options);
  const own =
    process.env.REWIND_TEST_PROGRAM === undefined ||
    busy ||
    ended ||
    options.command !== undefined ||
    options.onLog !== undefined ||
    Object.keys(env).some((name) => name.startsWith('NODE_'));
  if (own) return runProgram(args, options);
  busy = true;
  try {
    host ??= start();
    return await ask(host, { args, cwd: options.cwd, env });
  } finally {
    busy = false;
  }
}

function start(): ChildProcess {
  const [node, ...flags] = FROM_SOURCES;
  const file = flags.pop() ?? '';
  const child = fork(file, {
    execPath: node,
    // The flags of all other processes: what V8 compiled is kept for them too (scripts/start-sources.cjs).
    execArgv: flags,
    env: { REWIND_TEST_HOST: '1' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  // Jest's worker may end at any time: then the channel is closed, and the host ends.
  child.unref();
  child.channel?.unref();
  return child;
}

function ask(child: ChildProcess, request: Request): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    child.ref();
    child.channel?.ref();
    // Warnings of Node and the words of a crash, which do not pass through process.stderr.
    let aside = '';
    const onAside = (chunk: Buffer): void => void (aside += chunk.toString());
    const done = (): void => {
      child.stderr?.off('data', onAside);
      child.off('message', onAnswer).off('exit', onExit).off('error', reject);
      child.channel?.unref();
      child.unref();
    };
    const onAnswer = (message: unknown): void => {
      done();
      const { status, stdout, stderr } = message as Answer;
      resolve(resultOf({ status, signal: null, stdout, stderr: stderr + aside }));
    };
    const onExit = (status: number | null, signal: NodeJS.Signals | null): void => {
      host = undefined;
      done();
      resolve(resultOf({ status, signal, stdout: '', stderr: aside }));
    };
    child.stderr?.on('data', onAside);
    child.on('message', onAnswer).on('exit', onExit).on('error', reject);
    child.send(request);
  });
}
