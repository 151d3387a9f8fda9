import type { Context } from '../../runtime/context.js';
import type { Queryable } from '../../services/postgres/connection.js';
import type { OpenBeside } from '../../services/postgres/count-tables.js';
import { readRows } from '../../services/postgres/rows.js';
import { readReprinted } from './reprinted.js';
import { arrivedAt, RESTORE_TAG } from './restore-tag.js';
import type { State } from './state.js';

export { DUMPED_TABLES, notOfExtension, originOf, OURS } from '../../services/postgres/rows.js';
export { only, select } from '../../services/postgres/select.js';

/**
 * Reads rows and large objects, inside the transaction of `beginSnapshot`.
 * @param saved the snapshot to compare with: rows written since are counted
 * @param beside opens more sessions for large tables
 */
export async function inspect(
  client: Queryable,
  integrity: State['integrity'],
  ctx: Context,
  saved?: State,
  beside?: OpenBeside,
): Promise<Pick<State, 'tables' | 'largeObjects' | 'boundary' | 'restored' | 'reprinted' | 'origin' | 'arrived'>> {
  const pastOf = (text: string | null) => {
    const tag = RESTORE_TAG.exec(text ?? '');
    const arrived = saved ? arrivedAt(text) : null;
    return {
      restored: tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null,
      ...(arrived === null ? {} : { arrived }),
      reprinted: readReprinted(text),
    };
  };
  return readRows(client, integrity, ctx, saved, pastOf, beside);
}
