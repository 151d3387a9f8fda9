import { shellWord } from '../runtime/shell-word.js';
import { COMMON_FLAGS, FLAGS, type CommonInputs } from './flags.js';

type Caller = { readonly inputs: Pick<CommonInputs, 'config'> & { readonly out?: string } };

/** The only command that is printed here and writes no report. */
const WITHOUT_OUT = 'replay';

/** A command line that works where this one was called: it repeats the files that are not at their default place. */
export function commandLine({ inputs }: Caller, words: readonly string[]): string {
  const places = [
    ...(inputs.config === COMMON_FLAGS.config.default ? [] : ['--config', inputs.config]),
    ...(inputs.out === undefined || inputs.out === FLAGS.out.default || words[0] === WITHOUT_OUT
      ? []
      : ['--out', inputs.out]),
  ];
  return ['rewind', ...words, ...places].map(shellWord).join(' ');
}

/** The one command that undoes a rollback. */
export const undoCommand = (session: Caller, digest: string): string =>
  commandLine(session, ['undo', digest.slice(0, 12)]);
