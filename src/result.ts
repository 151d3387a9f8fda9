import type { Json } from './core/json.js';

/** What a command hands back; `output.ts` prints it, as a command line or as an action. */
export interface CommandResult {
  /** 0 done; 1 failed, something to repair; 3 the answer is "no". */
  readonly exit: 0 | 1 | 3;
  /** The document of --json. */
  readonly json: Json;
  /** For a person at a terminal. */
  readonly text: string;
  /** Markdown for the job summary. */
  readonly summary?: string;
  /** Outputs of the action. */
  readonly outputs?: Readonly<Record<string, string>>;
}
