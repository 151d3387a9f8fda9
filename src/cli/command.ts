import { COMMON_FLAGS, type Flags, type InputsOf } from './flags.js';
import type { CommandResult, OutputName } from './result.js';
import type { Session } from './session.js';

/** A word after the name of the command. */
export interface Argument {
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
}

/** A command as data: the source of help, validation, action.yml and the tables of docs/reference.md. */
export interface CommandDefinition<F extends Flags, V extends string, O extends OutputName> {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly arguments?: readonly Argument[];
  /** Its own flags; the common ones are added. */
  readonly flags: F;
  /** Arguments and flags of useful command lines. */
  readonly examples: readonly string[];
  /** Paragraphs below the flags: what a verdict or an exit status means. */
  readonly notes?: readonly string[];
  /** Values of the output `verdict`. */
  readonly verdicts?: readonly V[];
  readonly outputs?: readonly O[];
  // A method, so that commands with different inputs fit into one list.
  run(session: Session<InputsOf<F>>): Promise<CommandResult<NoInfer<V>, NoInfer<O>>>;
}
export type Command = CommandDefinition<Flags, string, OutputName>;

/** Facts about the commands, available without loading one. */
export interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}
export interface CommandList {
  readonly commands: Readonly<Record<string, CommandEntry>>;
  /** Every input of the action with its default; '' if it has none. */
  readonly actionDefaults: Readonly<Record<string, string>>;
}

export function defineCommand<
  const F extends Flags,
  const V extends string = never,
  const O extends OutputName = never,
>(definition: CommandDefinition<F, V, O>): CommandDefinition<F, V, O> {
  return definition;
}

export const flagsOf = (command: Command): Flags => ({ ...COMMON_FLAGS, ...command.flags });
