import type { Style } from '../../cli/color.js';
import { COUNTS } from '../../report/plan-text.js';

/** The style of a line of `planText`. Pure. */
export function planStyle(line: string): Style | null {
  if (/^ +! (data at risk|needs )/.test(line) || /^ +undo: not possible$/.test(line)) return 'red';
  if (/^( +!|warning: )/.test(line)) return 'yellow';
  if (/^ +undo: /.test(line)) return 'dim';
  return line.startsWith('Plan: ') || line.startsWith(COUNTS) || /^\S.*:$/.test(line) ? 'bold' : null;
}
