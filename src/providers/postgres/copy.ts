import type { DatabaseCopy } from '../../engine/database-copy.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { parseDatabaseUrl, requireDirect, type DatabaseAddress } from '../../services/postgres/database-url.js';
import type { Config } from './config.js';
import { readProperties } from './database-properties.js';
import { dropCopy } from './drop-copy.js';
import { readExpected } from './dump.js';
import { fill } from './fill.js';
import { withMaintenance } from './maintenance.js';
import { createEmpty } from './new-database.js';
import { SCRATCH_URL } from './prove.js';
import { addressOf } from './server.js';
import type { State } from './state.js';

/** Restores a backup into a scratch database: on the scratch server if there is one, else beside production. */
export async function withCopy(
  config: Config,
  _saved: State,
  ctx: Context,
  source: PayloadSource,
  work: (copy: DatabaseCopy) => Promise<void>,
): Promise<void> {
  const production = addressOf(config, ctx);
  const address = scratchAddress(ctx) ?? production;
  const database = `rewind_copy_${ctx.randomHex(6)}`;
  const wanted = await withMaintenance(config, ctx, production, (client) =>
    readProperties(client, production.database),
  );
  await withMaintenance(config, ctx, address, (client) => createEmpty(client, ctx, database, wanted));
  try {
    await fill(config, ctx, { source, address, database, expected: await readExpected(source) });
    await work({ address: { ...address, database }, database });
  } finally {
    await withMaintenance(config, ctx, address, (client) => dropCopy(client, ctx, address, database));
  }
}

function scratchAddress(ctx: Context): DatabaseAddress | null {
  const url = ctx.env.secret(SCRATCH_URL);
  if (url === undefined) return null;
  const address = parseDatabaseUrl(url, ctx.childEnv, ctx.resource);
  if (address.password !== null) ctx.masker.add(address.password);
  requireDirect(address, ctx.resource);
  return address;
}
