import { textOf } from '../runtime/text.js';
import type { DeployFlag } from '../services/github/pulls.js';
import { escapeText, table } from '../runtime/markdown.js';

export interface ShownDeployFlags {
  readonly named: readonly DeployFlag[];
  /** Why they are not known, a sentence; null: they are. */
  readonly missing: string | null;
  /** By key, whether it is on now; null: unknown. */
  readonly live: ReadonlyMap<string, boolean> | null;
}

const TITLE = 'Flags that the pull requests of this deploy name';
const ADVICE = 'Turning such a flag off is faster than a rollback, and loses nothing.';

/** Before a plan, for a terminal; '' if there is nothing to say. */
export function deployFlagsText(flags: ShownDeployFlags | null): string {
  const lines = deployFlagsLines(flags);
  return lines.length === 0 ? '' : `${textOf(lines)}\n\n`;
}

/** The same as lines; none if there is nothing to say. */
export function deployFlagsLines(flags: ShownDeployFlags | null): string[] {
  if (flags === null) return [];
  if (flags.missing !== null) return [`${TITLE}: unknown. ${flags.missing}`];
  if (flags.named.length === 0) return [];
  return [
    `${TITLE}:`,
    ...flags.named.map((flag) => `  - ${flag.key}: ${stateOf(flag, flags)}; ${pullsOf(flag)}`),
    ADVICE,
  ];
}

/** The same for a job summary. */
export function deployFlagsMarkdown(flags: ShownDeployFlags | null): string {
  if (flags === null) return '';
  if (flags.missing !== null) return `${TITLE}: unknown. ${escapeText(flags.missing)}\n\n`;
  if (flags.named.length === 0) return '';
  const rows = flags.named.map((flag) => [flag.key, stateOf(flag, flags), pullsOf(flag)]);
  return `### ${TITLE}\n\n${table(['Flag', 'Now', 'Named by'], rows)}\n\n${ADVICE}\n\n`;
}

function stateOf({ key }: DeployFlag, { live }: ShownDeployFlags): string {
  const on = live?.get(key);
  return on === undefined ? 'not among the flags that were read' : on ? 'on' : 'off';
}

const pullsOf = ({ pulls }: DeployFlag): string => pulls.map(({ number, title }) => `#${number} ${title}`).join(', ');

/** The same for programs. `on`: null if the flag is not among those that were read. */
export const deployFlagsJson = ({ named, missing, live }: ShownDeployFlags) => ({
  named: named.map(({ key, pulls }) => ({ key, on: live?.get(key) ?? null, pulls })),
  missing,
});
