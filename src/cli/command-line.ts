import { escapeText } from '../runtime/markdown.js';
import { shellWord } from '../runtime/shell-word.js';
import { COMMON_FLAGS, FLAGS, type CommonInputs } from './flags.js';

/** Who printed commands are for: a run with its inputs. */
export interface Caller {
  readonly inputs: Pick<CommonInputs, 'config'> & { readonly out?: unknown };
}

/** The commands with the flag --out. */
const WITH_OUT = new Set([
  'decide',
  'drill',
  'incident',
  'mitigate',
  'monitor',
  'record',
  'recover',
  'rollback',
  'undo',
]);

/** A command line that works where this one was called: it repeats the files that are not at their default place. */
export function commandLine({ inputs }: Caller, words: readonly string[]): string {
  const { config, out } = inputs;
  const places = [
    ...(config === COMMON_FLAGS.config.default ? [] : ['--config', config]),
    ...(typeof out !== 'string' || out === FLAGS.out.default || !WITH_OUT.has(words[0] ?? '') ? [] : ['--out', out]),
  ];
  return ['rewind', ...words, ...places].map(shellWord).join(' ');
}

/** The one command that undoes a rollback. */
export const undoCommand = (session: Caller, digest: string): string =>
  commandLine(session, ['undo', digest.slice(0, 12)]);

/** A command in a message: `"rewind list"`. "rewind approve" is a comment of an issue. */
const QUOTED = /"rewind (?!approve\b)([a-z]+(?: [^"\n]*)?)"/g;

/**
 * Replaces each quoted command of a message, such as `"rewind recover --status"`. Providers and error codes write it
 * without the places of files, which only the caller knows. A command that names a place already stays as it is.
 *
 * @param command makes a command line of words, e.g. `commandLine` of a session
 */
export const withCommands = (text: string, command: (words: readonly string[]) => string): string =>
  text.replace(QUOTED, (quoted, words: string) =>
    / --(config|out)\b/.test(words) ? quoted : `"${command(words.split(' '))}"`,
  );

/** Each command of a text works where this run was called. For what no output of the run prints: records, files. */
export const completeText = (caller: Caller, text: string): string =>
  withCommands(text, (words) => commandLine(caller, words));

/** The same for Markdown. A command that Markdown would change, or that needs two lines, stays as it is: the log of the step shows it. */
export const completeMarkdown = (caller: Caller, markdown: string): string =>
  withCommands(markdown, (words) => {
    const line = commandLine(caller, words);
    return escapeText(line) === line && !line.includes('\n') ? line : ['rewind', ...words].join(' ');
  });
