import type { PayloadSink } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { readLayout } from '../../services/postgres/layout.js';
import { closedError, readHistory, targetOf, withHistory } from './client.js';
import type { Config } from './config.js';
import { readMigrations } from './files.js';
import { RowCounter } from './count.js';
import { appliedRows } from './history.js';
import { lossesOf, type Loss } from './losses.js';
import type { Statement } from './sql.js';
import type { State } from './state.js';

/** Rows are counted for this many of the newest applied migrations: a rollback seldom goes back further. */
const COUNTED = 20;

export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  try {
    return await captureOpen(config, ctx, sink);
  } catch (error) {
    const closed = closedError(error);
    // A snapshot without the history would look like one of an empty history.
    if (closed === null || sink.purpose === 'snapshot') throw error;
    const { address, schema } = targetOf(config, ctx);
    return {
      schemaVersion: 1,
      database: address.database,
      schema,
      closed: `${closed.message} ${closed.remedy}`,
      history: [],
      downs: [],
    };
  }
}

async function captureOpen(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const files = await readMigrations(config, ctx);
  return withHistory(config, ctx, async (client, target) => {
    const history = await readHistory(client, target, ctx);
    const recorded = new Map(appliedRows(history).map(({ name, checksum }) => [name, checksum]));
    const counter = new RowCounter(client, target, ctx);
    // Only for a plan: nobody asks a snapshot what it would lose.
    const newest = sink.purpose === 'compare' ? [...recorded.keys()].slice(-COUNTED) : [];
    const downs: State['downs'] = [];
    for (const { name, checksum, down } of files) {
      if (down === null) continue;
      const losing: State['downs'][number]['losing'] = [];
      for (const loss of await lossesOf(down.script)) {
        const counted = newest.includes(name) ? await counter.of(loss) : { rows: null, atMost: false };
        losing.push({ ...told(loss), ...counted });
      }
      downs.push({
        name,
        sha256: down.sha256,
        path: down.path,
        losing,
        outsideTransaction: down.facts.outsideTransaction.map(brief),
        edited: recorded.has(name) && recorded.get(name) !== checksum,
      });
    }
    return {
      schemaVersion: 1,
      database: target.address.database,
      schema: target.schema,
      closed: null,
      history,
      downs,
      layout: await readLayout(client, target.schema),
    };
  });
}

const told = ({ statement, how, rows }: Loss) => ({
  statement: brief(statement),
  tables: rows.map(({ table }) => table),
  how,
});

const brief = ({ line, text }: Pick<Statement, 'line' | 'text'>): string => `${line}: ${text.slice(0, 80)}`;
