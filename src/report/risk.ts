import type { DataAtRisk } from '../engine/change.js';
import { plural } from '../runtime/text.js';

/** "132 rows of fans (written since the snapshot)"; of a table whose rows only come back "no row of fans" */
export function riskText(risk: Pick<DataAtRisk, 'what' | 'rows'> & { readonly note?: string }): string {
  const rows = risk.rows === null ? '' : risk.rows === 0 ? 'no row of ' : `${plural(risk.rows, 'row')} of `;
  return `${rows}${risk.what}${risk.note === undefined ? '' : ` (${risk.note})`}`;
}
