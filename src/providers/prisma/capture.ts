import type { Context } from '../../runtime/context.js';
import { readHistory, withHistory } from './client.js';
import type { Config } from './config.js';
import { readMigrations } from './files.js';
import { appliedRows } from './history.js';
import type { Statement } from './sql.js';
import type { State } from './state.js';

export async function capture(config: Config, ctx: Context): Promise<State> {
  const files = await readMigrations(config, ctx);
  return withHistory(config, ctx, async (client, target) => {
    const history = await readHistory(client, target, ctx);
    const recorded = new Map(appliedRows(history).map(({ name, checksum }) => [name, checksum]));
    return {
      schemaVersion: 1,
      database: target.address.database,
      schema: target.schema,
      history,
      downs: files.flatMap(({ name, checksum, down }) =>
        down === null
          ? []
          : [
              {
                name,
                sha256: down.sha256,
                path: down.path,
                losing: down.facts.losing.map(brief),
                outsideTransaction: down.facts.outsideTransaction.map(brief),
                edited: recorded.has(name) && recorded.get(name) !== checksum,
              },
            ],
      ),
    };
  });
}

const brief = ({ line, text }: Statement): string => `${line}: ${text.slice(0, 80)}`;
