import type { PayloadSink } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import {
  codeOf,
  connect,
  databaseError,
  runStep,
  withDatabase,
  type DatabaseClient,
} from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { beginSnapshot } from './begin-snapshot.js';
import { findPrograms } from './client.js';
import type { Config } from './config.js';
import { dumpInto, EXPECTED } from './dump.js';
import { findDatabase, inspect, originOf } from './inspect.js';
import { RESTORE_TAG } from './restore-tag.js';
import { addressOf, serverOf } from './server.js';
import { state, type State } from './state.js';

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
    // 55000: fenced; 3D000: missing. Both can be an interrupted swap, which a rerun finishes, so neither is an error.
    const cause = error instanceof RewindError ? codeOf(error.cause) : undefined;
    if (sink.purpose === 'compare' && (cause === '55000' || cause === '3D000'))
      return captureFenced(config, ctx, address);
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
      inspect(client, config.integrity, ctx, savedIn(sink)).catch(stop),
      programs && dumpInto(sink, config, stopping, address, programs, exported),
    ]);
    if (inside.status === 'rejected') throw inside.reason as Error;
    if (dumped.status === 'rejected') throw dumped.reason as Error;
    const result: State = {
      schemaVersion: 1,
      database: address.database,
      snapshot: ctx.snapshotId,
      serverMajor: server.major,
      accessible: true,
      integrity: config.integrity,
      strategy: server.strategy,
      ...inside.value,
    };
    await sink.write(EXPECTED, Buffer.from(JSON.stringify(result)));
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The snapshot that a plan or a verification compares with. */
function savedIn(sink: PayloadSink): State | undefined {
  return sink.saved === undefined ? undefined : state.parse(sink.saved);
}

/** The state of a database that accepts no connections, read from another database of the server. */
async function captureFenced(config: Config, ctx: Context, address: DatabaseAddress): Promise<State> {
  return withDatabase(ctx, address, config['maintenance-database'], async (client) => {
    const found = await findDatabase(client, address.database);
    const server = await serverOf(client, config);
    const tag = RESTORE_TAG.exec(found?.comment ?? '');
    return {
      schemaVersion: 1,
      database: address.database,
      snapshot: ctx.snapshotId,
      serverMajor: server.major,
      accessible: false,
      integrity: config.integrity,
      strategy: config.restore === 'in-place' ? 'in-place' : 'swap',
      tables: [],
      largeObjects: 0,
      schema: {},
      boundary: { next: '0', open: [], oldest: '0', seen: null },
      origin: await originOf(client),
      restored: tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null,
    };
  });
}
