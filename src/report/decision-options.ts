import type { Option } from '../engine/option.js';
import { codeBlock, codeSpan, lineOf } from '../runtime/markdown.js';
import { seconds } from '../runtime/progress.js';
import { plural } from '../runtime/text.js';
import { riskText } from './risk.js';

export interface ShownOption extends Option {
  /** A command line; null: Rewind has none. */
  readonly command: string | null;
  /** Inputs of the workflow that do the same; null: it cannot. */
  readonly inputs: Readonly<Record<string, string>> | null;
  /** Page where this workflow is started; null: unknown. */
  readonly page: string | null;
}

function timeText({ time, backupMs }: Option): string {
  const took =
    time === null
      ? 'not measured'
      : `${seconds(time.ms / 1000)} after the approval, the median of ${plural(time.runs, 'earlier rollback')}`;
  return backupMs === null ? took : `${took}; the backup took ${seconds(backupMs / 1000)}`;
}

function lossText({ kind, losses, rows }: Option): string {
  if (kind === 'dependency' || kind === 'fix') return 'none by itself';
  if (losses.length === 0) return 'none';
  const sum = rows === 0 ? 'none' : rows === null ? 'an unknown number of rows' : plural(rows, 'row');
  return `${sum}: ${losses.map(riskText).join('; ')}`;
}

const inputsText = (inputs: Readonly<Record<string, string>>): string =>
  Object.entries(inputs)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');

/** For a terminal. */
export function optionLines(option: ShownOption, number: number): string[] {
  const { title, refused, recommended, risks, command, inputs, page } = option;
  return [
    ` ${number}. ${title}${recommended.length === 0 ? '' : '  [recommended]'}`,
    ...refused.map((line) => `      ! not possible now: ${line}`),
    ...recommended.map((line) => `      ${line}`),
    `      time: ${timeText(option)}`,
    `      data at risk: ${lossText(option)}`,
    ...risks.map((line) => `      risk: ${line}`),
    ...(command === null ? [] : [`      $ ${command}`]),
    ...(page === null || inputs === null ? [] : [`      or ${page} with ${inputsText(inputs)}`]),
  ];
}

/** For a job summary. */
export function optionMarkdown(option: ShownOption, number: number): string {
  const { title, refused, recommended, risks, command, inputs, page } = option;
  return [
    `**${number}. ${lineOf(title)}**${recommended.length === 0 ? '' : ' (recommended)'}`,
    [
      ...refused.map((line) => `- ⛔ not possible now: ${lineOf(line)}`),
      ...recommended.map((line) => `- ${lineOf(line)}`),
      `- Time: ${lineOf(timeText(option))}`,
      `- Data at risk: ${lineOf(lossText(option))}`,
      ...risks.map((line) => `- Risk: ${lineOf(line)}`),
    ].join('\n'),
    ...(command === null ? [] : [codeBlock('sh', command)]),
    ...(page === null || inputs === null
      ? []
      : [
          `Or start the workflow ${lineOf(page)} with ${Object.entries(inputs)
            .map(([name, value]) => `${name}: ${codeSpan(value)}`)
            .join(', ')}.`,
        ]),
  ].join('\n\n');
}
