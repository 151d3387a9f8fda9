import { baselineOf, lossOf, describeLoss } from '../../services/postgres/loss-meter.js';
import type { DataAtRisk } from '../../engine/change.js';
import type { Reading, State } from './state.js';

/** How a database differs from a snapshot; `schema` and `data` are false if that part is proven to be equal. */
export interface Difference {
  readonly schema: boolean;
  readonly data: boolean;
}

/**
 * Compares what SQL showed. Only the database of the URL is compared.
 * @returns null if it is proven that nothing was written
 */
export function differenceOf(saved: Reading, snapshot: string, live: Reading): Difference | null {
  const schema = saved.catalogs !== live.catalogs;
  const data =
    isWritten({ ...saved, snapshot }, { ...live, snapshot }) ||
    saved.largeObjects.content !== live.largeObjects.content ||
    saved.largeObjects.count !== live.largeObjects.count ||
    JSON.stringify(saved.sequences) !== JSON.stringify(live.sequences);
  return schema || data ? { schema, data } : null;
}

type WithId = Reading & { readonly snapshot: string };

/** False only if no table can have been written to. */
function isWritten(saved: WithId, live: WithId): boolean {
  if ('unknown' in baselineOf(saved, live)) return true;
  const now = new Map(live.tables.map((entry) => [entry.name, entry]));
  return saved.tables.some((saw) => {
    const entry = now.get(saw.name);
    if (entry?.rows !== saw.rows) return true;
    if (entry.changed !== null) return entry.changed > 0;
    // Without a count, the newest row version decides, unless an older transaction was still running.
    return entry.newest !== saw.newest || saved.boundary.open.length > 0;
  });
}

const MOMENT = 'those written just before the copy was made are in it';

/** What the restored database would lack. The count begins before the copy was made, so it is an upper bound. */
export function risksOf(saved: State, live: State): DataAtRisk[] {
  if (saved.reading === null) return [];
  if (live.reading === null) {
    return [{ what: `database "${saved.reading.database}"`, rows: null, note: 'unknown: it cannot be reached' }];
  }
  const of = (reading: Reading): WithId => ({ ...reading, snapshot: saved.snapshot });
  return lossOf(of(saved.reading), of(live.reading)).map((loss) => ({
    what: loss.table,
    rows: loss.written,
    note: describeLoss(loss.certainty === 'exact' ? { ...loss, certainty: 'at most', reason: MOMENT } : loss),
  }));
}
