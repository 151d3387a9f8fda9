import { parseEnv } from 'node:util';
import { RewindError } from '../runtime/errors.js';
import { VERSION } from '../runtime/version.js';
import { wantsColor } from './color.js';
import type { Command, CommandList } from './command.js';
import type { Inputs } from './flags.js';
import { commandHelp, overview, OVERVIEW_USAGE } from './help.js';
import type { Invocation } from './invocation.js';
import { invalidInput, parseAction, parseWords, splitWords } from './parse.js';
import { didYouMean } from '../runtime/suggest.js';

/** True if GitHub started us as (part of) an action: no arguments, and inputs in the environment. */
export function runsAsAction(): boolean {
  return process.argv.length <= 2 && process.env.GITHUB_ACTIONS === 'true' && process.env.INPUT_COMMAND !== undefined;
}

/** The file that takes the outputs of a step. */
export const outputsFile = (): string | undefined => process.env.GITHUB_OUTPUT;

/** True if stdout takes colour. */
export const takesColor = (): boolean => wantsColor(process.stdout.isTTY, process.env);

/** Help or the version. */
export interface Text {
  readonly print: string;
  /** The same for --json. */
  readonly json: Readonly<Record<string, string>>;
}

/** A run of a command, or a text to print. */
export type Request = (Invocation & Parsed) | Text;

/** @throws RewindError input-invalid, with every problem */
export async function readRequest(list: CommandList): Promise<Request> {
  const action = runsAsAction();
  // The AWS SDK warns of Node 20 on stderr in every run. The runner chooses Node; the pinned version of the SDK supports it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const bundle = bundled(process.env.REWIND_SECRETS ?? '');
  const token = process.env['INPUT_GITHUB-TOKEN'] ?? process.env.INPUT_GITHUB_TOKEN;
  const env: Invocation['env'] = {
    ...(action && token ? { GITHUB_TOKEN: token } : {}),
    ...bundle,
    ...given(process.env),
  };
  const parsed = action ? await fromAction(list, env) : await fromArguments(list, process.argv.slice(2));
  if ('print' in parsed) return parsed;
  return {
    ...parsed,
    action,
    env,
    secrets: Object.values(bundle),
    root: env.GITHUB_WORKSPACE !== undefined && action ? env.GITHUB_WORKSPACE : workingDirectory(),
  };
}

/** @throws RewindError input-invalid */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw new RewindError('input-invalid', 'The working directory does not exist any more.', {
      remedy: 'Change to an existing directory and run again.',
      cause: error,
    });
  }
}

/** A workflow sets a missing value to the empty string, so an empty value counts as not set. */
function given(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

/**
 * Lines of `NAME=value` in one secret. A reusable workflow must declare each secret by name. This secret passes those whose
 * names only the configuration knows (`${NAME}`, REWIND_ENV_…).
 * @throws RewindError input-invalid if it has none, so that nobody looks for the reason in a missing credential
 */
function bundled(text: string): Record<string, string> {
  const names = /^[A-Z][A-Z0-9_]*$/;
  const values = Object.fromEntries(
    Object.entries(parseEnv(text)).flatMap(([name, value]) =>
      names.test(name) && value !== undefined && value !== '' ? [[name, value] as const] : [],
    ),
  );
  if (Object.keys(values).length > 0 || text.split('\n').every((line) => /^\s*(#|$)/.test(line))) return values;
  throw new RewindError('input-invalid', 'REWIND_SECRETS has no line of the form NAME=value with NAME in capitals.', {
    remedy: 'Put one NAME=value on each line of the secret, for example VERCEL_TOKEN=….',
  });
}

interface Parsed {
  readonly command: Command;
  readonly inputs: Inputs;
}

/** Reads inputs from the environment: Actions sets `exit-code` as INPUT_EXIT-CODE, a composite as INPUT_EXIT_CODE. */
export async function fromAction(
  list: CommandList,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Parsed> {
  const read = (name: string): string | undefined => {
    const upper = name.toUpperCase();
    return env[`INPUT_${upper}`] ?? env[`INPUT_${upper.replaceAll('-', '_')}`];
  };
  const [name, ...args] = (read('command') ?? '').trim().split(/\s+/);
  const command = await load(list, name);
  return { command, inputs: parseAction(command, args, read, list.actionDefaults) };
}

export async function fromArguments(list: CommandList, words: readonly string[]): Promise<Parsed | Text> {
  const { command: first, rest, help, version } = splitWords(words);
  if (first === undefined && version) return { print: VERSION, json: { version: VERSION } };
  if (first === undefined && help) return helpText(overview(list));
  if (first !== 'help') {
    const command = await load(list, first);
    return help ? helpText(commandHelp(command)) : { command, inputs: parseWords(command, rest) };
  }
  const { command: about } = splitWords(rest);
  return helpText(about === undefined ? overview(list) : commandHelp(await load(list, about)));
}

const helpText = (help: string): Text => ({ print: help, json: { help } });

/** @throws RewindError input-invalid */
async function load({ commands }: CommandList, name = ''): Promise<Command> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry) {
    // Here, because help and version need no schema.
    await import('../runtime/schema-speed.js');
    return entry.load();
  }
  const problem =
    name === '' ? 'no command was given' : `"${name}" is not a command${didYouMean(name, Object.keys(commands))}`;
  throw invalidInput([problem], OVERVIEW_USAGE);
}
