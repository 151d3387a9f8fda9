import { randomBytes } from 'node:crypto';

/** The lines that the runner of GitHub Actions reads on stdout. */
export interface RunnerLines {
  /** Writes text. The runner obeys no command in it. */
  text(line: string): void;
  /** Calls what writes commands of our own. */
  command(write: () => void): void;
}

/**
 * The runner obeys commands in all output of a step. Between `::stop-commands::TOKEN` and `::TOKEN::` it obeys none, so text
 * from outside stands there. Each token is used once: the log shows it.
 */
export function runnerLines(write: (text: string) => void): RunnerLines {
  let token: string | undefined;
  return {
    text: (line) => {
      if (token === undefined) {
        token = randomBytes(16).toString('hex');
        write(`::stop-commands::${token}\n`);
      }
      write(`${line}\n`);
    },
    command: (writeCommands) => {
      if (token !== undefined) write(`::${token}::\n`);
      token = undefined;
      writeCommands();
    },
  };
}
