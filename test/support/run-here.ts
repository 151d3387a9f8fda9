import { COMMAND_LIST } from '../../src/commands/index.js';
import { fromArguments } from '../../src/cli/inputs.js';
import { createSession } from '../../src/cli/session.js';
import type { Logger } from '../../src/runtime/context.js';
import type { ProgramOptions } from './program.js';

/**
 * Runs a command in the process of the test, for steps on the way to what the test is about: starting the program takes half
 * of the CPU time of a plan.
 *
 * @returns the document of --json
 * @throws Error if the command does not end with status 0, or what the command throws
 */
export async function runHere<T>(args: readonly string[], { cwd, env }: ProgramOptions): Promise<T> {
  const { PATH, HOME, TMPDIR } = process.env;
  const parsed = await fromArguments(COMMAND_LIST, args);
  if ('print' in parsed) throw new Error(`${args.join(' ')} prints a text`);
  const invocation = { ...parsed, action: false, env: { PATH, HOME, TMPDIR, ...env }, secrets: [], root: cwd };
  const session = createSession(invocation, SILENT);
  const [, started] = process.argv;
  // A plan holds the digest of the program that made it, and the program refuses the plan of another.
  if (process.env.REWIND_TEST_PROGRAM !== undefined) process.argv[1] = process.env.REWIND_TEST_PROGRAM;
  try {
    const { exit, json, text } = await parsed.command.run(session);
    if (exit !== 0) throw new Error(`${args.join(' ')}: status ${exit}\n${text}`);
    return JSON.parse(JSON.stringify(json)) as T;
  } finally {
    process.argv[1] = started ?? '';
    session.close();
  }
}

const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
