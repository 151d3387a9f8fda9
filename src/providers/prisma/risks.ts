import type { DataAtRisk } from '../../engine/change.js';
import type { State } from './state.js';

/** What the statements of scripts would lose. */
export function risksOf(scripts: readonly Pick<State['downs'][number], 'path' | 'losing'>[]): DataAtRisk[] {
  return scripts.flatMap(({ path, losing }) =>
    losing.map(({ statement, tables, how, rows, atMost }): DataAtRisk => {
      const where = `${path}:${statement}`;
      const what = tables.length === 0 ? where : tables.join(', ');
      const bound = atMost && rows !== null ? 'at most; ' : '';
      return { what, rows, note: `${bound}${how}${what === where ? '' : `; ${where}`}` };
    }),
  );
}
