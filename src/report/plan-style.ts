import { COUNTS } from './plan-text.js';

/** How a terminal shows a line. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow';

/** The style of a line of `planText`. Pure. */
export function planStyle(line: string): Style | null {
  if (/^ +! (data at risk|needs )/.test(line) || /^ +undo: not possible$/.test(line)) return 'red';
  if (/^ +!/.test(line)) return 'yellow';
  if (/^ +undo: /.test(line)) return 'dim';
  return line.startsWith('Plan: ') || line.startsWith(COUNTS) || /^\S.*:$/.test(line) ? 'bold' : null;
}
