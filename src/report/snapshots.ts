import type { Coverage } from '../engine/coverage.js';
import { age, amount } from '../runtime/progress.js';
import { codeSpan, escapeText } from '../runtime/markdown.js';
import { plural } from '../runtime/text.js';

/** Columns of a terminal that a listing fits into. */
const WIDTH = 100;
/** Ids named in one line. */
const NAMED = 6;

/** What is said of one snapshot. */
export interface SnapshotRow {
  readonly id: string;
  /** `latest`, `previous`, and its marks. */
  readonly names: readonly string[];
  readonly chosen: boolean;
  /** Why it could not be read; null if it was. */
  readonly problem: string | null;
  readonly facts: SnapshotFacts | null;
}

export interface SnapshotFacts {
  readonly createdAt: string;
  readonly ageMs: number;
  readonly reason: string;
  /** The commit of the run that took it. */
  readonly commit: string | null;
  /** The deployments that it shows, in words; null if it shows none. */
  readonly production: string | null;
  /** Message or pull request of the commit that production served, else of the run's; null if unknown. */
  readonly subject: string | null;
  readonly coverage: Coverage;
  readonly bytes: number;
  /** Names of the mitigations that were in effect. */
  readonly mitigated: readonly string[];
  /** "signed", "not signed"; null if nobody looked. */
  readonly signature: string | null;
}

/**
 * For a terminal.
 * @param brief one line for each snapshot, two if it is long: below a plan
 */
export function snapshotsText(rows: readonly SnapshotRow[], brief = false): string {
  return rows
    .flatMap((row) => [
      `${row.chosen ? '>' : ' '} ${row.id}${row.names.length === 0 ? '' : `  [${row.names.join(', ')}]`}`,
      ...(row.facts === null ? [row.problem ?? ''] : (brief ? briefly : linesOf)(row.facts)).flatMap((line) =>
        wrap(line, 4),
      ),
    ])
    .join('\n');
}

/** For a job summary: a list, because a telephone shows no wide table. */
export function snapshotsMarkdown(rows: readonly SnapshotRow[]): string {
  return rows
    .map(({ id, names, chosen, facts, problem }) => {
      const marks = names.map((name) => ` **${escapeText(name)}**`).join(',');
      const head = `- ${chosen ? '➡️ ' : ''}${codeSpan(id)}${marks}`;
      const lines = facts === null ? [problem ?? ''] : linesOf(facts);
      return [head, ...lines.map((line) => `  <br>${escapeText(line)}`)].join('\n');
    })
    .join('\n');
}

function linesOf(facts: SnapshotFacts): string[] {
  const { createdAt, ageMs, reason, commit, production, subject, coverage, bytes, signature } = facts;
  const by = commit === null ? reason : `${reason} of commit ${commit.slice(0, 7)}`;
  const shown = production === null ? 'shows no deployment' : `production was ${production}`;
  return [
    `${dateText(createdAt)}, ${age(ageMs)} ago; ${by}`,
    subject === null ? shown : `${shown}: ${subject}`,
    [coverageText(coverage), amount(bytes, 'bytes'), ...(signature === null ? [] : [signature])].join('; '),
    ...duringText(facts),
  ];
}

function briefly(facts: SnapshotFacts): string[] {
  const { ageMs, reason, production, subject, coverage } = facts;
  const shown = production === null ? 'shows no deployment' : `was ${production}`;
  return [
    `${age(ageMs)} ago, ${reason}; ${subject === null ? shown : `${shown}: ${subject}`}; ${coverageText(coverage)}`,
    ...duringText(facts),
  ];
}

const duringText = ({ mitigated }: SnapshotFacts): string[] =>
  mitigated.length === 0 ? [] : [`taken while a mitigation was in effect: ${mitigated.join(', ')}`];

/** "2026-11-23 03:04 UTC" */
export function dateText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** "all 12 resources", "2 of 12 resources (web, flags), not db, schema" */
export function coverageText({ held, missing, unknown }: Coverage): string {
  const of = held.length + missing.length;
  const others = unknown.length === 0 ? '' : `, and ${named(unknown)}, no longer configured`;
  if (missing.length === 0) return `${of === 1 ? 'the one resource' : `all ${of} resources`}${others}`;
  return `${held.length} of ${plural(of, 'resource')}${held.length === 0 ? '' : ` (${named(held)})`}, not ${named(missing)}${others}`;
}

function named(ids: readonly string[]): string {
  const more = ids.length - NAMED;
  return more <= 0 ? ids.join(', ') : `${ids.slice(0, NAMED).join(', ')} and ${more} more`;
}

/** Breaks a line between words. A word that is longer than a line is cut. */
export function wrap(text: string, indent: number): string[] {
  const room = WIDTH - indent;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${room - 2}}`, 'gu')) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(lines.length === 0 ? word : `  ${word}`);
  }
  return lines.map((line) => `${' '.repeat(indent)}${line}`);
}
