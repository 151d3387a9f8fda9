/**
 * A terminal with a person at both ends. A log of CI may have one too, and nobody answers there.
 * @param ci the variable CI
 * @param output where questions are shown
 */
export const isTerminal = (ci: string | undefined, output: NodeJS.WriteStream = process.stdout): boolean =>
  process.stdin.isTTY && output.isTTY && (ci === undefined || ci === 'false');
