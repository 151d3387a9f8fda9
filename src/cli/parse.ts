import { parseArgs } from 'node:util';
import { RewindError } from '../runtime/errors.js';
import { flagsOf, type Command, type CommandList } from './command.js';
import { COMMON_FLAGS, type Flags, type Inputs } from './flags.js';
import { usageOf } from './help.js';
import { didYouMean } from '../runtime/suggest.js';
import { plural } from '../runtime/text.js';

export interface Words {
  /** The first argument that is not a flag. */
  readonly command: string | undefined;
  /** The other arguments. */
  readonly rest: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
}

/** Finds the command, before its flags are known. Only common flags may precede the command. */
export function splitWords(words: readonly string[]): Words {
  const { tokens, values } = tokenize(words, COMMON_FLAGS);
  const command = tokens.find(({ kind }) => kind === 'positional');
  const rest = words.filter((_, index) => index !== command?.index);
  const asked = (name: string): boolean => values[name] === true;
  return {
    command: command?.kind === 'positional' ? command.value : undefined,
    rest,
    help: asked('help'),
    version: asked('version'),
  };
}

/** @throws RewindError input-invalid, with every problem */
export function parseWords(command: Command, words: readonly string[]): Inputs {
  const flags = flagsOf(command);
  const given = new Map<string, string>();
  const args: string[] = [];
  const problems: string[] = [];
  const unknown: string[] = [];
  for (const token of tokenize(words, flags).tokens) {
    if (token.kind === 'positional') args.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    // An unset shell variable gives an empty value; the default in its place could be another snapshot or scope.
    const value = !token.value || (!token.inlineValue && token.value.startsWith('-')) ? undefined : token.value;
    if (!flag)
      unknown.push(`${command.name} has no flag ${token.rawName}${didYouMean(token.name, Object.keys(flags), '--')}`);
    else if (flag.value === undefined && token.value !== undefined)
      problems.push(`${token.rawName} takes no value (got "${token.value}")`);
    else if (flag.value !== undefined && value === undefined)
      problems.push(`${token.rawName} needs a value: <${flag.value}>`);
    else if (given.has(token.name) && given.get(token.name) !== (value ?? 'true'))
      problems.push(`${token.rawName} is given twice, with different values`);
    else given.set(token.name, value ?? 'true');
  }
  // After a mistake in a flag, its value may look like an argument. Report one mistake only once.
  if (unknown.length + problems.length === 0) problems.push(...argumentProblems(command, args));
  return toInputs(command, args, given, new Set(given.keys()), [...unknown, ...problems], (name) => `--${name}`);
}

/** @throws RewindError input-invalid, with every problem */
export function parseAction(
  command: Command,
  args: readonly string[],
  read: (name: string) => string | undefined,
  defaults: CommandList['actionDefaults'],
): Inputs {
  const flags = flagsOf(command);
  const given = new Map<string, string>();
  const explicit = new Set<string>();
  const problems = argumentProblems(command, args);
  for (const [name, absent] of Object.entries(defaults)) {
    const value = read(name)?.trim() ?? '';
    if (value === '') continue;
    // A composite passes all inputs. An input at its default counts as not set.
    if (Object.hasOwn(flags, name)) {
      given.set(name, value);
      if (value !== absent) explicit.add(name);
    } else if (value !== absent) problems.push(`"${command.name}" has no input "${name}" (got "${value}")`);
  }
  return toInputs(command, args, given, explicit, problems, (name) => `input "${name}"`);
}

function argumentProblems(command: Command, args: readonly string[]): string[] {
  const known = command.arguments ?? [];
  const extra = args.slice(known.length);
  if (extra.length > 0 && known.length === 0) return [`${command.name} takes no arguments (got "${extra.join(' ')}")`];
  if (extra.length > 0)
    return [`${command.name} takes at most ${plural(known.length, 'argument')} (got also "${extra.join(' ')}")`];
  return known
    .slice(args.length)
    .flatMap(({ name, required }) => (required === true ? [`${command.name} needs <${name}>`] : []));
}

function toInputs(
  command: Command,
  args: readonly string[],
  given: ReadonlyMap<string, string>,
  explicit: ReadonlySet<string>,
  before: readonly string[],
  label: (name: string) => string,
): Inputs {
  const problems = [...before];
  const values: Record<string, unknown> = {};
  for (const [name, flag] of Object.entries(flagsOf(command))) {
    const text = given.get(name);
    const value = text === undefined || text === '' ? flag.absent : flag.parse(text);
    if (value === undefined) problems.push(`${label(name)} must be ${flag.allowed} (got "${text ?? ''}")`);
    values[name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase())] = value;
  }
  if (problems.length > 0) throw invalidInput(problems, usageOf(command));
  // Each value has the type of its flag.
  return { ...values, args, given: explicit } as Inputs;
}

/** One problem is the message; several are listed. */
export function invalidInput(found: readonly string[], usage: string): RewindError {
  // A message quotes what was given, which may be of any length.
  const problems = found.map((problem) => (problem.length > 400 ? `${problem.slice(0, 400)}…` : problem));
  const [only, ...more] = problems;
  return new RewindError('input-invalid', more.length === 0 ? (only ?? '') : `${problems.length} inputs are invalid:`, {
    problems: more.length === 0 ? [] : problems,
    remedy: usage,
  });
}

function tokenize(words: readonly string[], flags: Flags) {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { value }]) => [
      name,
      { type: value === undefined ? 'boolean' : 'string' } as const,
    ]),
  );
  return parseArgs({
    args: [...words],
    options: { ...options, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'V' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
}
