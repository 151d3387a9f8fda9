import { shellWord } from '../runtime/shell-word.js';
import { COMMON_FLAGS, FLAGS, type CommonInputs } from './flags.js';

type Caller = { readonly inputs: Pick<CommonInputs, 'config'> & { readonly out?: string } };

/** Commands that are printed and write no report. */
const WITHOUT_OUT = new Set(['replay', 'verify', 'migrate']);

/** A command line that works where this one was called: it repeats the files that are not at their default place. */
export function commandLine({ inputs }: Caller, words: readonly string[]): string {
  const places = [
    ...(inputs.config === COMMON_FLAGS.config.default ? [] : ['--config', inputs.config]),
    ...(inputs.out === undefined || inputs.out === FLAGS.out.default || WITHOUT_OUT.has(words[0] ?? '')
      ? []
      : ['--out', inputs.out]),
  ];
  return ['rewind', ...words, ...places].map(shellWord).join(' ');
}

/** The one command that undoes a rollback. */
export const undoCommand = (session: Caller, digest: string): string =>
  commandLine(session, ['undo', digest.slice(0, 12)]);
