/** Longer files are not compared line by line. */
const MAX_LINES = 1500;

export interface Difference {
  /** Lines that only the proposed text has, each with its number there, from 1. */
  readonly added: readonly { readonly line: number; readonly text: string }[];
  /** How many lines only the existing text has. They are not shown: somebody may have written a secret there. */
  readonly others: number;
}

/** The difference by a longest common subsequence of lines; null if a text is too long for that. Pure. */
export function differenceOf(existing: string, proposed: string): Difference | null {
  const [left, right] = [linesOf(existing), linesOf(proposed)];
  if (left.length > MAX_LINES || right.length > MAX_LINES) return null;
  const width = right.length + 1;
  /** Length of the longest common subsequence of the ends from (i, j). */
  const common = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const added: { line: number; text: string }[] = [];
  for (let i = 0, j = 0; j < right.length;) {
    if (i < left.length && left[i] === right[j]) {
      i += 1;
      j += 1;
    } else if (i < left.length && at(i + 1, j) >= at(i, j + 1)) i += 1;
    else {
      added.push({ line: j + 1, text: right[j] ?? '' });
      j += 1;
    }
  }
  return { added, others: left.length - (right.length - added.length) };
}

const linesOf = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
