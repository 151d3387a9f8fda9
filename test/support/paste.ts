import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shellWord } from '../../src/runtime/shell-word.js';
import { FROM_SOURCES, runProgram, type ProgramOptions, type ProgramResult } from './program.js';

/**
 * Runs a command line as a person pastes it into a shell: `rewind` is a program on the PATH.
 * @param options command: the words that run the program; default: the sources
 */
export function paste(line: string, options: ProgramOptions): Promise<ProgramResult> {
  const { command = FROM_SOURCES, cwd, env } = options;
  const bin = join(cwd, '.bin');
  mkdirSync(bin, { recursive: true });
  const program = command.map(shellWord).join(' ');
  writeFileSync(join(bin, 'rewind'), `#!/bin/sh\nexec ${program} "$@"\n`);
  chmodSync(join(bin, 'rewind'), 0o755);
  const PATH = `${bin}:${process.env.PATH ?? ''}`;
  return runProgram(['-c', line], { ...options, command: ['/bin/sh'], env: { ...env, PATH } });
}
