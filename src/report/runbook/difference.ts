import { linesOf } from './own.js';

/** A line that only one of two texts has. */
export interface Line {
  readonly sign: '-' | '+';
  /** From 1, in the text that has it. */
  readonly number: number;
  readonly text: string;
}

/** Longer differences are not searched for their shortest form: the time grows with the square of the lines. */
const MOST = 3_000;

/**
 * The lines in which two texts differ. What a formatter of Markdown changes does not count: the width of table columns,
 * spaces at the end, empty lines.
 */
export function differenceOf(committed: string, rendered: string): Line[] {
  const [before, after] = [meaningful(committed), meaningful(rendered)];
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head]?.key === after[head]?.key) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail)?.key === after.at(-1 - tail)?.key) tail += 1;
  return inside(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
}

/** True if `differenceOf` finds nothing; quicker. */
export function isSame(committed: string, rendered: string): boolean {
  const [before, after] = [meaningful(committed), meaningful(rendered)];
  return before.length === after.length && before.every(({ key }, index) => key === after[index]?.key);
}

interface Meaning {
  readonly key: string;
  readonly number: number;
  readonly text: string;
}

function meaningful(text: string): Meaning[] {
  return linesOf(text).flatMap((line, index) => {
    const key = keyOf(line);
    return key === '' ? [] : [{ key, number: index + 1, text: line.trimEnd() }];
  });
}

function keyOf(line: string): string {
  const row = line.trimStart().startsWith('|');
  return row ? line.trim().replace(/ +/g, ' ').replace(/-{3,}/g, '---') : line.trimEnd();
}

/** The longest common subsequence of lines; what is beside it differs. */
function inside(before: readonly Meaning[], after: readonly Meaning[]): Line[] {
  const [rows, columns] = [before.length, after.length];
  if (rows > MOST || columns > MOST) return [...before.map(line('-')), ...after.map(line('+'))];
  const common: Uint16Array[] = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  const at = (row: number, column: number): number => common[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const same = before[row]?.key === after[column]?.key;
      const own = common[row];
      if (own) own[column] = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const found: Line[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [old, fresh] = [before[row], after[column]];
    if (old !== undefined && fresh !== undefined && old.key === fresh.key) [row, column] = [row + 1, column + 1];
    else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      found.push(line('-')(old));
      row += 1;
    } else if (fresh !== undefined) {
      found.push(line('+')(fresh));
      column += 1;
    }
  }
  return found;
}

const line =
  (sign: Line['sign']) =>
  ({ number, text }: Meaning): Line => ({ sign, number, text });
