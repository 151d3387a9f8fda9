import type { Context } from '../../context.js';
import { defineProvider } from '../../core/provider.js';
import { check, preflight } from './check.js';
import { readHistory, withHistory } from './client.js';
import type { Config } from './config.js';
import { runDown } from './down.js';
import { readMigrations } from './files.js';
import { plan, state, type State } from './state.js';

async function capture(config: Config, ctx: Context): Promise<State> {
  const files = await readMigrations(config, ctx);
  return withHistory(config, ctx, async (client, target) => ({
    schemaVersion: 1,
    database: target.address.database,
    schema: target.schema,
    history: await readHistory(client, target, ctx),
    downs: files.flatMap(({ name, down, downPath }) =>
      down === null
        ? []
        : [
            {
              name,
              sha256: down.sha256,
              path: downPath,
              losing: down.facts.losing.map(({ line, text }) => `${line}: ${text.slice(0, 80)}`),
              outsideTransaction: down.facts.outsideTransaction.length > 0,
            },
          ],
    ),
  }));
}

export default defineProvider<Config, State>({
  id: 'prisma',
  state,
  check,
  capture,
  plan,
  apply: runDown,
  preflight,
});
