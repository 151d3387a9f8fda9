import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { codeOf, connect, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import type { Config } from './config.js';
import { findDatabase } from './databases.js';
import { closedBecause, fenced } from './fence.js';
import { originOf } from './inspect.js';
import { withMaintenance } from './maintenance.js';
import { RESTORE_TAG } from './restore-tag.js';
import { serverOf } from './server.js';
import { GONE, type State } from './state.js';

/** Works in a session of the database, or does something else if it accepts no connections or does not exist. */
export async function whenOpen<T>(
  ctx: Context,
  address: DatabaseAddress,
  work: (client: DatabaseClient) => Promise<T>,
  otherwise: () => Promise<T>,
  /** False if a missing database is an error. */
  maybeGone = true,
): Promise<T> {
  let client: DatabaseClient;
  try {
    client = await connect(ctx, address);
  } catch (error) {
    // 55000: closed; 3D000: missing. A restore repairs both, so neither is an error for a plan.
    const cause = error instanceof RewindError ? codeOf(error.cause) : undefined;
    if (cause === '55000' || (cause === '3D000' && maybeGone)) return otherwise();
    throw error;
  }
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The state of a database that accepts no connections or does not exist, read from another database of the server.
 * @throws RewindError database-fenced for a snapshot
 */
export async function captureClosed(
  config: Config,
  ctx: Context,
  address: DatabaseAddress,
  purpose: PayloadSink['purpose'],
): Promise<State> {
  return withMaintenance(config, ctx, address, async (client, maintenance) => {
    const found = await findDatabase(client, address.database);
    const closed = found && closedBecause(found, maintenance);
    if (closed && purpose === 'snapshot') throw fenced(ctx, closed);
    const server = await serverOf(client, config);
    const tag = RESTORE_TAG.exec(found?.comment ?? '');
    return {
      schemaVersion: 1,
      database: address.database,
      snapshot: ctx.snapshotId,
      serverMajor: server.major,
      accessible: false,
      closed: found === undefined ? GONE : (closed?.why ?? 'accepted no connections a moment ago'),
      integrity: config.integrity,
      strategy: config.restore === 'in-place' ? 'in-place' : 'swap',
      tables: [],
      largeObjects: { count: 0, content: '0' },
      schema: {},
      boundary: { next: '0', open: [], oldest: '0', seen: null },
      origin: { server: (await originOf(client)).server, database: String(found?.oid ?? 0) },
      sequences: {},
      properties: null,
      leftOut: [],
      restored: tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null,
      reprinted: null,
    };
  });
}
