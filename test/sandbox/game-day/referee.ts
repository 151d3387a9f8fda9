import { createInterface } from 'node:readline';

/** How a game day talks to the person who plays. */
export interface Table {
  say(text: string): void;
  chapter(title: string): void;
  /** What a program printed. */
  quote(text: string): void;
  /** Asks until the answer is one that `read` knows. @throws Stopped at the end of the input */
  ask<T>(question: string, read: (answer: string) => T | undefined): Promise<T>;
  close(): void;
}

/** The person ended the game, or the run was cancelled. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Everything is shown on stderr, and answers are read line by line: stdout is for the result. */
export function openTable(signal: AbortSignal): Table {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const lines: string[] = [];
  let ended = false;
  let wake: () => void = () => undefined;
  // Only when somebody is asked: a game without a person must not hold the input.
  let reader: ReturnType<typeof createInterface> | undefined;
  signal.addEventListener('abort', () => wake());
  const line = async (): Promise<string> => {
    reader ??= createInterface({ input: process.stdin, terminal: false })
      .on('line', (text) => {
        lines.push(text);
        wake();
      })
      .on('close', () => {
        ended = true;
        wake();
      });
    for (;;) {
      if (signal.aborted) throw new Stopped('cancelled');
      const next = lines.shift();
      if (next !== undefined) return next;
      if (ended) throw new Stopped('the input ended');
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return {
    say,
    chapter: (title) => say(`\n━━ ${title}`),
    quote: (text) => say(text.trimEnd().replace(/^/gm, '   │ ')),
    ask: async (question, read) => {
      for (;;) {
        // What was typed before the question is no answer to it.
        lines.length = 0;
        process.stderr.write(`\n>> ${question} `);
        // An answer is compared, and never shown, stored or run.
        const value = read((await line()).trim().toLowerCase());
        if (value !== undefined) return value;
        say('   That is none of the answers.');
      }
    },
    close: () => reader?.close(),
  };
}
