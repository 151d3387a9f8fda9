import type { PayloadSink } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { codeOf, connect, databaseError, runStep, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { beginSnapshot } from './begin-snapshot.js';
import { findPrograms } from './client.js';
import type { Config } from './config.js';
import { PROPERTIES, propertiesFingerprint, readProperties } from './database-properties.js';
import { findDatabase } from './databases.js';
import { dumpInto, EXPECTED } from './dump.js';
import { closedBecause, fenced } from './fence.js';
import { inspect } from './inspect.js';
import { withMaintenance } from './maintenance.js';
import { RESTORE_TAG } from './restore-tag.js';
import { addressOf, serverOf } from './server.js';
import type { State } from './state.js';

/**
 * Reads schema, rows and (for a snapshot) a dump, all of one moment: the counting transaction exports its snapshot to
 * pg_dump.
 */
export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const address = addressOf(config, ctx);
  let client: DatabaseClient;
  try {
    client = await connect(ctx, address);
  } catch (error) {
    // 55000: closed; 3D000: missing. A restore repairs both, so neither is an error for a plan.
    const cause = error instanceof RewindError ? codeOf(error.cause) : undefined;
    if (cause === '55000' || (cause === '3D000' && sink.purpose === 'compare'))
      return captureClosed(config, ctx, address, sink.purpose);
    throw error;
  }
  try {
    const server = await serverOf(client, config);
    const exported = await runStep(ctx, 'locking the tables', () => beginSnapshot(client, ctx.resource));
    const programs = sink.purpose === 'snapshot' ? await findPrograms(ctx, server.major, config['client-bin']) : null;
    // In parallel: the counting session keeps the exported snapshot alive for pg_dump. If one fails, the other stops.
    const failed = new AbortController();
    const stopping = { ...ctx, signal: AbortSignal.any([ctx.signal, failed.signal]) };
    const stop = (error: unknown): never => {
      failed.abort();
      throw databaseError(error, ctx.resource, 'reading the schema and counting rows');
    };
    const [inside, dumped] = await Promise.allSettled([
      inspect(client, config.integrity, ctx).catch(stop),
      programs && dumpInto(sink, config, stopping, address, programs, exported),
    ]);
    if (inside.status === 'rejected') throw inside.reason as Error;
    if (dumped.status === 'rejected') throw dumped.reason as Error;
    const properties = sink.purpose === 'snapshot' ? await readProperties(client, address.database) : null;
    const result: State = {
      schemaVersion: 1,
      database: address.database,
      snapshot: ctx.snapshotId,
      serverMajor: server.major,
      accessible: true,
      closed: null,
      integrity: config.integrity,
      strategy: server.strategy,
      properties: properties && (await propertiesFingerprint(ctx, properties)),
      ...inside.value,
    };
    await sink.write(EXPECTED, Buffer.from(JSON.stringify(result)));
    if (properties !== null) await sink.write(PROPERTIES, Buffer.from(JSON.stringify(properties)));
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The state of a database that accepts no connections or does not exist, read from another database of the server.
 * @throws RewindError database-fenced for a snapshot
 */
async function captureClosed(
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
      closed: found === undefined ? 'does not exist' : (closed?.why ?? 'accepted no connections a moment ago'),
      integrity: config.integrity,
      strategy: config.restore === 'in-place' ? 'in-place' : 'swap',
      tables: [],
      largeObjects: 0,
      schema: {},
      properties: null,
      boundary: { next: '0', open: [] },
      restored: tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null,
    };
  });
}
