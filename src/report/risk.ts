import type { DataAtRisk } from '../engine/change.js';

/** "132 row(s) of fans (written since the snapshot)" */
export function riskText(risk: Pick<DataAtRisk, 'what' | 'rows'> & { readonly note?: string }): string {
  const rows = risk.rows === null ? '' : `${risk.rows.toLocaleString('en-US')} row(s) of `;
  return `${rows}${risk.what}${risk.note === undefined ? '' : ` (${risk.note})`}`;
}
