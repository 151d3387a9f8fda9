import { z } from 'zod';
import type { LossExamples, TableLoss } from '../../services/postgres/data-loss.js';
import type { Context } from '../../runtime/context.js';
import { quoted, withDatabase } from '../../services/postgres/connection.js';
import { capture } from './capture.js';
import type { Config } from './config.js';
import { select } from './inspect.js';
import { baselineOf, describeLoss, lossOf, newerThan } from '../../services/postgres/loss-meter.js';
import { addressOf } from './server.js';
import type { State } from './state.js';

/** Counts what a restore would take, and reads keys of some of those rows. */
export async function measureLoss(
  config: Config,
  saved: State,
  ctx: Context,
  examples: number,
): Promise<{ losses: (TableLoss & { note: string })[]; examples: LossExamples[] }> {
  const live = await capture(config, ctx, { purpose: 'compare', saved, write: async () => undefined });
  if (!live.accessible) {
    const reason = `${live.closed ?? 'accepts no connections'}, so its rows cannot be read`;
    const hidden = {
      table: `database "${live.database}"`,
      written: null,
      replaced: null,
      certainty: 'unknown',
      reason,
    } as const;
    return { losses: [{ ...hidden, note: describeLoss(hidden) }], examples: [] };
  }
  const losses = lossOf(saved, live).map((loss) => ({ ...loss, note: describeLoss(loss) }));
  const baseline = baselineOf(saved, live);
  // The age of the rows does not tell which of them the database that returns lacks.
  if (examples === 0 || 'unknown' in baseline || live.lacking !== undefined) return { losses, examples: [] };
  const address = addressOf(config, ctx);
  return withDatabase(ctx, address, address.database, async (client) => {
    const found: LossExamples[] = [];
    for (const { table, written } of losses) {
      if (written === null || written === 0) continue;
      const columns = await select(
        client,
        z.object({ name: z.string(), sql: z.string() }),
        `SELECT a.attname AS name, format('%I.%I', n.nspname, c.relname) AS sql
           FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
          WHERE i.indisprimary AND c.relkind = 'r' AND n.nspname || '.' || c.relname = $1 ORDER BY array_position(i.indkey::int2[], a.attnum)`,
        [table],
      );
      const [first] = columns;
      if (!first) continue;
      // What the server writes: a cast may be a function of the application.
      const key = columns.map(({ name }) => `format('%s', ${quoted(name)})`).join(', ');
      const rows = await select(
        client,
        z.object({ key: z.array(z.string()) }),
        `SELECT ARRAY[${key}] AS key FROM ONLY ${first.sql} t WHERE ${newerThan(baseline, 't')} LIMIT ${examples}`,
      );
      const keys = rows.map(({ key: values }) =>
        values.map((value, at) => `${columns[at]?.name ?? ''}=${value}`).join(', '),
      );
      found.push({ table, keys });
    }
    return { losses, examples: found };
  });
}
