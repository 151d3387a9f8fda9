import type { Inputs } from './flags.js';

/** One call of the program. Only inputs.ts reads it from the process. */
export interface Invocation {
  readonly inputs: Inputs;
  /** True when GitHub started us as (part of) an action rather than a person on a command line. */
  readonly action: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Values that are secrets whatever their names are: those of REWIND_SECRETS. */
  readonly secrets: readonly string[];
  readonly root: string;
}
