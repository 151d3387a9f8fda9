import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { environmentOf, FROM_SOURCES, type ProgramOptions } from './program.js';

/** What a person types when a text appears; each once, in this order. */
export interface Typed {
  readonly when: string;
  /** A text, or what makes one of all that the terminal has shown. */
  readonly type: string | ((screen: string) => string);
}

export interface TerminalResult {
  readonly status: number | null;
  /** All that the terminal showed, without its control sequences. */
  readonly screen: string;
  /** How many of the answers were given. */
  readonly answered: number;
}

/** Python's pty, where util-linux has no `script`. */
const PYTHON = 'import os,pty,sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))';
const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** A command line that runs another one on a pseudo terminal: Node has none. */
function onTerminal(words: readonly string[]): [string, string[]] {
  // Wide, so that no line is broken within a word.
  const command = `stty cols 250 rows 60; exec ${words.map(quoted).join(' ')}`;
  const script = spawnSync('script', ['--version'], { encoding: 'utf8' });
  if (script.stdout.includes('util-linux')) return ['script', ['-qec', command, '/dev/null']];
  return ['python3', ['-c', PYTHON, 'sh', '-c', command]];
}

/** Runs the program on a pseudo terminal, and types. */
export async function runOnTerminal(
  args: readonly string[],
  typed: readonly Typed[],
  options: ProgramOptions,
): Promise<TerminalResult> {
  const [file, words] = onTerminal([...(options.command ?? FROM_SOURCES), ...args]);
  const child: ChildProcess = spawn(file, words, {
    cwd: options.cwd,
    env: { ...environmentOf(options), TERM: 'xterm' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const atExit = (): void => void child.kill('SIGKILL');
  process.prependOnceListener('exit', atExit);
  let screen = '';
  let from = 0;
  let answered = 0;
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    // eslint-disable-next-line no-control-regex
    screen += chunk.replaceAll(/\u001b\[[0-9;?]*[A-Za-z]|\r/g, '');
    const next = typed[answered];
    const found = next === undefined ? -1 : screen.indexOf(next.when, from);
    if (next === undefined || found === -1) return;
    from = found + next.when.length;
    answered += 1;
    child.stdin?.write(typeof next.type === 'string' ? next.type : next.type(screen));
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  }).finally(() => process.off('exit', atExit));
  return { status, screen, answered };
}
