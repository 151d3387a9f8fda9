import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface ProgramOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Command line that runs the program; default: the sources. */
  readonly command?: readonly string[];
  /** Called with every chunk of stderr, and the child; e.g. to kill it at a certain line. */
  readonly onLog?: (text: string, child: ChildProcess) => void;
}

export interface ProgramResult {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The document of --json; fails when stdout is not one. */
  json<T = Record<string, unknown>>(): T;
}

const bundle = process.env.REWIND_TEST_PROGRAM;

/** For a process that lives a second: optimising code, and collecting garbage of a small heap, costs more CPU time than it saves. */
const SHORT_LIVED = [
  '--liftoff-only',
  // The V8 of Node 22 and later has no such option.
  ...(Number.parseInt(process.versions.v8) < 12 ? ['--interrupt-budget=1500000'] : []),
  '--min-semi-space-size=16',
  '--max-semi-space-size=32',
];

/** Runs the sources: the bundle that this test run made of them; outside of Jest through tsx. */
export const FROM_SOURCES =
  bundle === undefined
    ? [process.execPath, '--import', `file://${ROOT}node_modules/tsx/dist/loader.mjs`, `${ROOT}src/main.ts`]
    : [process.execPath, ...SHORT_LIVED, bundle];

/** Runs the sources after modules: the path or the URL of a file, or a data: URL. */
export function sourcesAfter(...modules: readonly string[]): string[] {
  const [node = '', ...rest] = FROM_SOURCES;
  return [node, ...modules.flatMap((module) => ['--import', module]), ...rest];
}

/** What the program gets of our environment, and what the test gives. */
export function environmentOf({ env }: ProgramOptions): Record<string, string> {
  const { PATH, HOME, TMPDIR, TZ } = process.env;
  const all = { PATH, HOME, TMPDIR, TZ, TSX_TSCONFIG_PATH: `${ROOT}tsconfig.json`, ...env };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

/** Runs the program as a process of its own, with nothing of our environment but PATH, HOME, TMPDIR and what the test gives. */
export async function runProgram(args: readonly string[], options: ProgramOptions): Promise<ProgramResult> {
  const [file = process.execPath, ...rest] = options.command ?? FROM_SOURCES;
  const child = spawn(file, [...rest, ...args], {
    cwd: options.cwd,
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const atExit = (): void => void child.kill('SIGKILL');
  // Before the folders of the test are removed at the exit: the program would write into them.
  process.prependOnceListener('exit', atExit);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    options.onLog?.(chunk, child);
  });
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject).on('close', (code, by) => resolve([code, by]));
  }).finally(() => process.off('exit', atExit));
  return resultOf({ status, signal, stdout, stderr });
}

/** What a run left, with its document. */
export function resultOf(ended: Omit<ProgramResult, 'json'>): ProgramResult {
  return {
    ...ended,
    json: <T>() => {
      try {
        return JSON.parse(ended.stdout) as T;
      } catch {
        const { status, stdout, stderr } = ended;
        throw new Error(`not one JSON document on stdout (status ${status}):\n${stdout}\n${stderr}`);
      }
    },
  };
}
