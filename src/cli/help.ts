import { COMMON_FLAGS, type Flags } from './flags.js';
import type { Command, CommandList } from './command.js';

const EXIT_STATUS = [
  'Exit status:',
  '  0  done',
  '  1  failed; something needs repair',
  '  2  bad usage or configuration; nothing was changed',
  '  3  the answer is "no"',
];

/** `rewind --help` */
export function overview({ commands }: CommandList): string {
  return [
    'Rewind rolls production back to a snapshot that was taken before a deploy.',
    '',
    'Usage: rewind <command> [arguments] [flags]',
    '',
    'Commands:',
    ...columns(Object.entries(commands).map(([name, { summary }]) => [name, summary])),
    '',
    'Flags of every command:',
    ...flagLines({ ...COMMON_FLAGS }),
    '',
    ...EXIT_STATUS,
    '',
    'rewind <command> --help describes a command; rewind --version prints the version.',
  ].join('\n');
}

export const OVERVIEW_USAGE = 'Usage: rewind <command> [flags]. "rewind --help" lists the commands.';

const synopsis = (command: Command): string =>
  [
    `rewind ${command.name}`,
    ...(command.arguments ?? []).map(({ name, required }) => (required === true ? `<${name}>` : `[${name}]`)),
    '[flags]',
  ].join(' ');

/** One line, printed below a usage error. */
export const usageOf = (command: Command): string =>
  `Usage: ${synopsis(command)}. "rewind ${command.name} --help" lists the flags.`;

/** `rewind <command> --help` */
export function commandHelp(command: Command): string {
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines];
  return [
    command.summary,
    '',
    `Usage: ${synopsis(command)}`,
    ...section('Arguments:', columns((command.arguments ?? []).map(({ name, description }) => [name, description]))),
    ...section('Flags:', flagLines(command.flags)),
    ...section('Flags of every command:', flagLines(COMMON_FLAGS)),
    ...section('Verdicts:', (command.verdicts ?? []).length === 0 ? [] : [`  ${(command.verdicts ?? []).join(', ')}`]),
    ...section(
      'Notes:',
      (command.notes ?? []).map((note) => `  ${note}`),
    ),
    ...section(
      'Examples:',
      command.examples.map((example) => `  rewind ${example}`),
    ),
  ].join('\n');
}

function flagLines(flags: Flags): string[] {
  return columns(
    Object.entries(flags).map(([name, flag]) => [
      `--${name}${flag.value === undefined ? '' : ` <${flag.value}>`}`,
      `${flag.description}${flag.default === undefined ? '' : ` (default: ${flag.default})`}`,
    ]),
  );
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
