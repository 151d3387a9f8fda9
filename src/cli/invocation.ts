import type { Inputs } from './flags.js';

/** One invocation of the program. Only inputs.ts reads it from the process. */
export interface Invocation {
  readonly inputs: Inputs;
  /** True if GitHub started us as (part of) an action; false on a command line. */
  readonly action: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Values that are always secret, for any name: those of REWIND_SECRETS. */
  readonly secrets: readonly string[];
  readonly root: string;
}
