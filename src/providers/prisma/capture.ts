import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { readLayout } from '../../services/postgres/layout.js';
import { originOf } from '../../services/postgres/rows.js';
import { closedError, readHistory, targetOf, withHistory } from './client.js';
import type { Config } from './config.js';
import { readMigrations, type MigrationFiles } from './files.js';
import { RowCounter } from './count.js';
import { appliedRows } from './history.js';
import { lossesOf, type Loss } from './losses.js';
import type { Statement } from './sql.js';
import type { State } from './state.js';
import { obstacleIn } from './up.js';

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
      const losing = await losingOf(down.script, newest.includes(name) ? counter : null);
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
      origin: await originOf(client),
      closed: null,
      history,
      downs,
      ...(sink.purpose === 'compare' ? { ups: await pending(files, recorded, counter, config) } : {}),
      layout: await readLayout(client, target.schema),
    };
  });
}

type Losing = State['downs'][number]['losing'];

/** @param counter null: the rows are not counted */
async function losingOf(script: string, counter: RowCounter | null): Promise<Losing> {
  const losing: Losing = [];
  for (const loss of await lossesOf(script)) {
    const counted = counter === null ? { rows: null, atMost: false } : await counter.of(loss);
    losing.push({ ...told(loss), ...counted });
    for (const { table, deleted } of (await counter?.reachedFrom(loss.deletesFrom)) ?? []) {
      losing.push({
        ...{ statement: brief(loss.statement), tables: [table], rows: null, atMost: false },
        how: deleted
          ? 'deletes rows that refer to deleted ones (ON DELETE CASCADE)'
          : 'empties references to deleted rows (ON DELETE SET)',
      });
    }
  }
  return losing;
}

/** The migrations that are not applied: a recovery applies those of them that were taken down. */
async function pending(
  files: readonly MigrationFiles[],
  recorded: ReadonlyMap<string, string>,
  counter: RowCounter,
  config: Config,
): Promise<NonNullable<State['ups']>> {
  const ups: NonNullable<State['ups']> = [];
  for (const { name, checksum, up } of files) {
    if (recorded.has(name) || up === null || checksum === null) continue;
    const path = `${config.migrations}/${name}/migration.sql`;
    ups.push({ name, sha256: checksum, path, losing: await losingOf(up, counter), obstacle: obstacleIn(up, path) });
  }
  return ups;
}

const told = ({ statement, how, rows }: Loss) => ({
  statement: brief(statement),
  tables: rows.map(({ table }) => table),
  how,
});

const brief = ({ line, text }: Pick<Statement, 'line' | 'text'>): string => `${line}: ${text.slice(0, 80)}`;
