import type { PayloadSink } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { readLayout } from '../../services/postgres/layout.js';
import { databaseError, runStep, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { beginSnapshot } from '../../services/postgres/begin-snapshot.js';
import { besides } from '../../services/postgres/beside.js';
import { captureClosed, whenOpen } from './capture-closed.js';
import { readCatalog } from './catalog.js';
import { findPrograms } from './programs.js';
import type { Config } from './config.js';
import { PROPERTIES, propertiesFingerprint, readProperties } from './database-properties.js';
import { dumpInto, EXPECTED } from './dump.js';
import { readEntries, requireRows, watched } from './entries.js';
import { obstacles } from './in-place-obstacles.js';
import { inspect } from './inspect.js';
import { hiddenFromDump, leftOut } from './left-out.js';
import { objectsOf } from './objects.js';
import { ownersIn } from './owners.js';
import { readBeside } from './read-beside.js';
import { findReferred, identity } from './reference.js';
import { addressOf, serverOf } from './server.js';
import { inServerEncoding } from './session-settings.js';
import { enabledSubscriptions, logicalSlots } from './slots.js';
import { state, type State } from './state.js';
import { assertSteady } from './steady.js';
import { TocParser } from './toc.js';
import { describeUnrefreshable, unrefreshableViews, withoutRows } from './unrefreshable.js';

/** Attempts to lock the tables for both sessions of a backup before a migration asks for one of them. */
const ATTEMPTS = 5;

/**
 * Reads schema, rows and (for a snapshot) a dump, all of one moment: the counting transaction exports its snapshot to
 * pg_dump.
 */
export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const address = addressOf(config, ctx);
  const saved = savedIn(sink);
  // The same database: what it holds is not compared with a reference.
  if (saved?.reference === true) {
    const live = await identity(config, ctx, address);
    if (live.origin.database === saved.origin.database) return live;
  }
  const live = await whenOpen(
    ctx,
    address,
    (client) => captureOpen(config, ctx, sink, address, client),
    () => captureClosed(config, ctx, address, sink.purpose),
    sink.purpose === 'compare',
  );
  if (saved?.reference !== true) return live;
  return { ...live, ...(await findReferred(config, ctx, address, saved, live)) };
}

async function captureOpen(
  config: Config,
  ctx: Context,
  sink: PayloadSink,
  address: DatabaseAddress,
  client: DatabaseClient,
): Promise<State> {
  try {
    const server = await serverOf(client, config);
    const blocked =
      sink.purpose === 'compare' && server.strategy === 'in-place'
        ? await obstacles(client, null, config.restore)
        : null;
    const swaps = sink.purpose === 'compare' && server.strategy === 'swap';
    const slots = swaps ? await logicalSlots(client) : [];
    const subscriptions = swaps ? await enabledSubscriptions(client) : [];
    // Before the locks: an installation takes long.
    const programs = await findPrograms(ctx, server.major, config['client-bin']);
    const backUp = sink.purpose === 'snapshot';
    const encoded = await inServerEncoding(client, address);
    if (backUp && server.replayed !== null) warnOfStandby(server.replayed, ctx);
    const unfilled = await unrefreshableViews(client);
    const hidden = backUp ? [...(await hiddenFromDump(client)), ...unfilled.map(describeUnrefreshable)] : [];
    const { found, dumped } = await whileLocked(ctx, client, (exported) =>
      readBeside(
        ctx,
        client,
        address,
        async () => {
          try {
            const layout = await readLayout(client, null);
            // Beside a dump with rows, the dump is what takes long.
            const beside = backUp ? undefined : besides(ctx, address, address.database, client, exported);
            const rows = await inspect(client, config.integrity, ctx, savedIn(sink), beside);
            return { ...rows, layout, ...(backUp ? { catalog: await readCatalog(client) } : {}) };
          } catch (error) {
            throw databaseError(error, ctx.resource, 'reading the schema and counting rows');
          }
        },
        async (stopping) => {
          if (!backUp) {
            const entries = await readEntries(stopping, encoded, address.database, programs, exported);
            return { entries, warnings: [] };
          }
          // It has the values that sequences have in this very dump.
          const toc = new TocParser();
          const warnings = await dumpInto(
            watched(sink, toc, () => assertSteady(ctx, address, exported)),
            config,
            stopping,
            encoded,
            programs,
            exported,
          );
          return { entries: toc.finish(), warnings };
        },
      ),
    );
    requireRows(dumped.entries, found.tables, ctx.resource);
    const properties = backUp ? await readProperties(client, address.database) : null;
    const objects = objectsOf(dumped.entries);
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
      leftOut: leftOut(hidden, dumped.warnings),
      ...(backUp ? { owners: ownersIn(dumped.entries) } : {}),
      ...found,
      ...objects,
      schema: withoutRows(objects.schema, unfilled),
      ...(blocked === null ? {} : { obstacles: blocked.map(({ message }) => message) }),
      ...(slots.length === 0 ? {} : { slots }),
      ...(subscriptions.length === 0 ? {} : { subscriptions }),
    };
    for (const what of result.leftOut) ctx.log.warn(`[${ctx.resource}] Not in the snapshot: ${what}`);
    await sink.write(EXPECTED, Buffer.from(JSON.stringify(result)));
    if (properties !== null) await sink.write(PROPERTIES, Buffer.from(JSON.stringify(properties)));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // Each program that was stopped has an error of its own; none of them is the cause.
    if (!ctx.signal.aborted) throw error;
    throw new RewindError('cancelled', 'The run was cancelled while it read the database.', {
      resource: ctx.resource,
      cause: error,
    });
  }
}

/** A standby may be seconds or hours behind, and nothing on it tells what it does not have yet. */
function warnOfStandby(replayed: string, ctx: Context): void {
  const until = replayed === '' ? '' : ` The last transaction that it has is of ${replayed}.`;
  ctx.log.warn(
    `[${ctx.resource}] The URL leads to a standby. What its primary committed and it has not replayed yet is not in the snapshot.${until} Set the URL to the primary server.`,
  );
}

/** The snapshot that a plan or a verification compares with. */
function savedIn(sink: PayloadSink): State | undefined {
  return sink.saved === undefined ? undefined : state.parse(sink.saved);
}

/**
 * Locks the tables, exports the snapshot, and works with it. Starts again if pg_dump could not get its own locks (a migration
 * that queued between our lock and pg_dump's waits for us, and pg_dump waits behind the migration), and if a migration
 * dropped or replaced what no lock protects.
 */
async function whileLocked<T>(
  ctx: Context,
  client: DatabaseClient,
  work: (exported: string) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const exported = await runStep(ctx, 'locking the tables', () => beginSnapshot(client, ctx.resource));
    try {
      return await work(exported);
    } catch (error) {
      if (!(error instanceof RewindError) || error.code !== 'database-locked' || attempt === ATTEMPTS) throw error;
      ctx.log.info(
        `[${ctx.resource}] A migration holds a lock. The backup waits for it and then starts again. ${error.message}`,
      );
      await runStep(ctx, 'releasing the locks', () => client.query('ROLLBACK'));
    }
  }
}
