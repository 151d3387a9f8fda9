import type { SalvagedTable, SalvageFacts } from '../engine/salvage.js';
import { plural, textOf } from '../runtime/text.js';

const number = (count: number): string => count.toLocaleString('en-US');
const sumOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

const deletedText = (count: number, applied: boolean): string =>
  applied
    ? `${plural(count, 'row was deleted in the kept database: it is', 'rows were deleted in the kept database: they are')} deleted here too`
    : `up to ${plural(count, 'row was', 'rows were')} deleted in the kept database: no row is deleted here (--deletions finds and deletes them)`;

/** Tables that were only counted may lack rows, so nothing is claimed of them. */
const nothingText = ({ skipped }: SalvageFacts): string =>
  skipped.length === 0 ? '  No row is missing.' : '  No row can be carried over.';

/** A salvage plan for a person: counts and names, no values. */
export function salvageText(facts: SalvageFacts): string {
  const lines = facts.tables.flatMap((each) => [
    `  ${each.table}: insert ${number(each.insert)}, update ${number(each.update)}, conflicts ${number(sumOf(each.conflicts))}`,
    ...(each.delete === 0 ? [] : [`    ${deletedText(each.delete, facts.deletions)}`]),
    ...Object.entries(each.conflicts).map(
      ([why, count]) => `    ! ${plural(count, 'row stays as it is', 'rows stay as they are')}: ${why}`,
    ),
    ...each.notes.map((note) => `    ! ${note}`),
  ]);
  return textOf([
    `Salvage: rows of "${facts.kept.name}" that "${facts.database}" lacks since the ${facts.since === 'restore' ? '' : 'undo of the '}restore of snapshot ${facts.snapshot}.`,
    ...(lines.length === 0 ? [nothingText(facts)] : lines),
    ...facts.skipped.map(
      ({ table, reason, rows }) => `  ${table}: ${plural(rows, 'row is', 'rows are')} only counted: ${reason}`,
    ),
    ...(facts.sequences.length === 0 ? [] : [`  sequences that move forward: ${facts.sequences.join(', ')}`]),
    ...facts.warnings.map((warning) => `  ! ${warning}`),
  ]);
}

/** The outcome for a person. */
export function salvagedText(facts: SalvageFacts, tables: readonly SalvagedTable[]): string {
  const changed = tables.reduce((sum, { inserted, updated, deleted }) => sum + inserted + updated + deleted, 0);
  return textOf([
    changed === 0
      ? 'No row was changed.'
      : `${plural(changed, 'row was', 'rows were')} carried over into "${facts.database}".`,
    ...tables.flatMap((each) => [
      `  ${each.table}: inserted ${number(each.inserted)}, updated ${number(each.updated)}, deleted ${number(each.deleted)}, already there ${number(each.present)}`,
      ...(each.conflicts === 0
        ? []
        : [
            `    ! ${plural(each.conflicts, 'row stays as production wrote it', 'rows stay as production wrote them')} since the plan`,
          ]),
      ...Object.entries(each.refused).map(
        ([why, count]) => `    ! ${plural(count, 'row was', 'rows were')} refused: ${why}`,
      ),
    ]),
  ]);
}
