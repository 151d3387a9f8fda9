import type { Finding } from '../../runtime/finding.js';
import { lossesOf } from '../../providers/prisma/losses.js';
import { parseStatements, type ParsedStatement, type RefusedStatement } from '../../providers/prisma/parser.js';
import { createdBy, effectsOf, type Effect } from './effects.js';
import { RULES, type Rule } from './rules.js';
import { plural } from '../../runtime/text.js';

/** Rewriting, scanning or indexing a table with fewer rows takes a moment. */
const LARGE = 100_000;
/** Findings of one kind in one file. */
const SHOWN = 20;

const CODES = new Set<string>([...Object.keys(RULES), 'syntax-error', 'migration-down-loses-data']);

/**
 * Finds statements of a migration.sql that prevent a rollback or make a deploy dangerous, with line and column.
 *
 * An author accepts a finding in a comment directly above the statement: `-- rewind: accept CODE: reason`.
 *
 * @param tables rows per `schema.table` in the newest snapshot; null if unknown
 */
export async function hazardsOf(
  script: string,
  file: string,
  tables: ReadonlyMap<string, number> | null,
): Promise<Finding[]> {
  const created = new Set<string>();
  const lines = script.split('\n');
  const findings = (await parseStatements(script)).flatMap((statement): Finding[] => {
    if ('refused' in statement) return [accepted(lines, statement, refusal(statement, file))];
    // Neither older code nor other sessions use an object that the script itself created.
    const effects = effectsOf(statement.node).filter(({ name }) => !created.has(name));
    for (const name of createdBy(statement.node)) created.add(name);
    return effects.map((effect) => accepted(lines, statement, hazard(effect, statement, file, tables)));
  });
  return shownOf([...findings, ...unknownAcceptances(lines, file)]);
}

/** A script of thousands of statements would have thousands of findings, and nobody would see the others. */
function shownOf(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.level} ${finding.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const hidden = new Set([...groups.values()].flatMap((group) => group.slice(SHOWN)));
  const counts = [...groups.values()].flatMap((group): Finding[] => {
    const [first, more] = [group[0], group.length - SHOWN];
    if (first === undefined || more <= 0) return [];
    const { level, code, file } = first;
    return [{ level, code, file, message: `${plural(more, 'more finding')} of this kind in this file.` }];
  });
  return [...findings.filter((finding) => !hidden.has(finding)), ...counts];
}

/** Finds data loss in a down.sql, which restores structure but not data. */
export async function downHazards(script: string, file: string): Promise<Finding[]> {
  const lines = script.split('\n');
  const findings = (await lossesOf(script)).map(({ statement, certain }): Finding => {
    if ('refused' in statement) return accepted(lines, statement, refusal(statement, file));
    const finding: Finding = {
      level: 'warning',
      code: 'migration-down-loses-data',
      message: `The down migration ${certain ? 'loses' : 'may lose'} data: ${statement.text.slice(0, 80)}`,
      remedy: 'The plan of a rollback repeats this warning. Accept the finding if the loss is intended.',
      file,
      ...statement.locate(0),
    };
    return accepted(lines, statement, finding);
  });
  return shownOf(findings);
}

function hazard(
  { rule: code, name, offset }: Effect,
  { locate }: ParsedStatement,
  file: string,
  tables: ReadonlyMap<string, number> | null,
): Finding {
  const { level, message, remedy, locks }: Rule = RULES[code];
  const finding: Finding = { level, code, message: `${name} ${message}.`, remedy, file, ...locate(offset) };
  if (locks !== true) return finding;
  const rows = tables?.get(name.includes('.') ? name : `public.${name}`);
  const size = rows === undefined ? 'Its size is not known.' : `It has ${plural(rows, 'row')}.`;
  const small = rows !== undefined && rows < LARGE;
  return { ...finding, level: small ? 'info' : level, message: `${finding.message} ${size}` };
}

function refusal({ refused, locate }: RefusedStatement, file: string): Finding {
  return {
    level: 'error',
    code: 'syntax-error',
    message: `PostgreSQL cannot parse this statement: ${refused}.`,
    remedy: 'Correct the statement. Commands of psql, such as \\set and \\copy, run only in psql.',
    file,
    ...locate(),
  };
}

const ACCEPT = /--\s*rewind:\s*accept\s+([\w-]+)\s*(?::\s*(.*\S))?\s*$/i;

/** Longer lines are no comments, and the pattern would be slow on them. */
const acceptanceIn = (line: string): readonly (string | undefined)[] =>
  line.length > 1_000 ? [] : (ACCEPT.exec(line) ?? []);

/** Comments directly above a line, from the nearest upwards. */
function commentsAbove(lines: readonly string[], line: number): string[] {
  const above: string[] = [];
  for (let index = line - 2; index >= 0 && /^\s*--/.test(lines[index] ?? ''); index -= 1)
    above.push(lines[index] ?? '');
  return above;
}

function accepted(lines: readonly string[], { line }: { readonly line: number }, finding: Finding): Finding {
  if (finding.level === 'info') return finding;
  for (const comment of commentsAbove(lines, line)) {
    const [, code, reason] = acceptanceIn(comment);
    if (code !== finding.code) continue;
    if (reason === undefined) {
      return { ...finding, remedy: `Add the reason: "-- rewind: accept ${code}: reason".` };
    }
    const remedy = 'Decide in the review whether this reason holds.';
    return { ...finding, level: 'info', message: `${finding.message} Accepted: ${reason}`, remedy };
  }
  return finding;
}

function unknownAcceptances(lines: readonly string[], file: string): Finding[] {
  return lines.flatMap((text, index): Finding[] => {
    const [, code] = acceptanceIn(text);
    if (code === undefined || CODES.has(code)) return [];
    return [
      {
        level: 'warning',
        code: 'migration-accept-unknown',
        message: `There is no finding "${code}" to accept.`,
        remedy: `Use one of ${[...CODES].sort().join(', ')}.`,
        file,
        line: index + 1,
      },
    ];
  });
}
