import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Prepared } from '../../engine/provider.js';
import type { Context } from '../../runtime/context.js';
import { causeOf } from '../../runtime/cancel.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { amount } from '../../runtime/progress.js';
import { beginSnapshot } from '../../services/postgres/begin-snapshot.js';
import { namesFullDisk } from '../../services/postgres/disk-full.js';
import { runStep, withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { capture } from './capture.js';
import { whenOpen } from './capture-closed.js';
import { findPrograms } from './programs.js';
import { keepMarks, markInPlace } from './compare-restored.js';
import type { Config } from './config.js';
import { savedProperties } from './database-properties.js';
import { findDatabase, sizeOf, type DatabaseEntry } from './databases.js';
import { statisticsBefore } from './deleted.js';
import { dropCopy } from './drop-copy.js';
import { readExpected } from './dump.js';
import { fill } from './fill.js';
import { inspect } from './inspect.js';
import { lockWriters } from './in-place-lock.js';
import { restoreInPlace } from './in-place.js';
import { MaintenanceSession, withMaintenance } from './maintenance.js';
import { newName } from './names.js';
import { createNew, finishNew, sweepNew } from './new-database.js';
import { differencesOf } from './plan.js';
import { writtenTables } from './reference.js';
import { RESTORE_TAG, type Target } from './restore-tag.js';
import { addressOf, serverOf } from './server.js';
import { lenientAddress } from './session-settings.js';
import { returnDatabase } from './return.js';
import { params, type State } from './state.js';
import { swap } from './swap.js';

/**
 * Restores the database to the snapshot. A rerun completes an interrupted restore: a restore by swap marks its database, and a
 * marked one that equals the snapshot is done. One without a mark differs from it: the plan said so, and this run planned again.
 */
export async function apply(
  config: Config,
  change: Change,
  ctx: Context,
  source: PayloadSource,
  prepared: Prepared | null = null,
): Promise<void> {
  const address = addressOf(config, ctx);
  const wanted = params.parse(change.params);
  if (wanted.kind === 'return') return returnDatabase(config, ctx, address, wanted.oid);
  const expected = await readExpected(source);
  const inPlace = wanted.strategy === 'in-place';
  const { major, marked } = await present(config, ctx, address, expected);
  // Only the owner can mark a database, so one without a mark may still have been restored in place.
  if ((marked || inPlace) && (await isRestored(config, ctx, address, expected))) {
    ctx.log.info(`"${address.database}" already matches snapshot ${expected.snapshot}`);
    return;
  }
  const lenient = lenientAddress(address, major);
  if (!inPlace) {
    await restoreBySwap(config, ctx, source, lenient, expected);
    return;
  }
  await restoreInPlace(config, ctx, source, lenient, expected, prepared);
  // The server may have been upgraded since the snapshot.
  const programs = await findPrograms(ctx, major, config['client-bin']);
  await markInPlace(ctx, source, lenient, programs, expected);
}

/** Does the database equal the snapshot? Its rows answer first: where they differ, nobody need read the definitions. */
async function isRestored(config: Config, ctx: Context, address: DatabaseAddress, expected: State): Promise<boolean> {
  const rows = await whenOpen(
    ctx,
    address,
    (client) => readRowsNow(client, config, ctx),
    async () => null,
  );
  if (rows === null || !differencesOf(expected, { ...expected, ...rows }).equal) return false;
  const live = await capture(config, ctx, { purpose: 'compare', write: async () => undefined });
  return differencesOf(expected, live).equal;
}

async function readRowsNow(
  client: DatabaseClient,
  config: Config,
  ctx: Context,
): Promise<Awaited<ReturnType<typeof inspect>>> {
  await runStep(ctx, 'locking the tables', () => beginSnapshot(client, ctx.resource));
  return runStep(ctx, 'reading rows', () => inspect(client, config.integrity, ctx));
}

/** Major version of the server, and whether an earlier restore from this snapshot marked the database. */
async function present(
  config: Config,
  ctx: Context,
  address: DatabaseAddress,
  expected: State,
): Promise<{ readonly major: number; readonly marked: boolean }> {
  return withMaintenance(config, ctx, address, async (client) => {
    const { major } = await serverOf(client, config);
    const found = await findDatabase(client, address.database);
    return { major, marked: RESTORE_TAG.exec(found?.comment ?? '')?.[1] === expected.snapshot };
  });
}

/** Before the backup of a restore in place, stops the writers: what they wrote is in the backup or still in production. */
export async function prepare(config: Config, change: Change, ctx: Context): Promise<Prepared | null> {
  const wanted = params.parse(change.params);
  if (wanted.kind === 'return' || wanted.strategy !== 'in-place') return null;
  return lockWriters(config, ctx, addressOf(config, ctx));
}

/** Restores into a new database, compares it, then swaps the names. Keeps the current database under another name. */
async function restoreBySwap(
  config: Config,
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  expected: State,
): Promise<void> {
  const { database } = address;
  const session = await MaintenanceSession.open(config, ctx, address);
  try {
    const client = await session.live();
    const present = await findDatabase(client, database);
    const known = await sweepNew(client, ctx, address, present);
    const finished = await findUntouched(
      ctx,
      address,
      known.flatMap(({ entry, snapshot }) => (snapshot === expected.snapshot ? [entry] : [])),
    );
    if (finished) {
      ctx.log.info(`"${finished.name}" was restored and compared by an interrupted run; continuing from there`);
    }
    const name = finished?.name ?? (await restoreBeside(config, ctx, source, address, expected, session));
    const ready = await session.live();
    const restored = await findDatabase(ready, name);
    if (!restored) {
      throw new RewindError('swap-failed', `The restored database "${name}" is gone: somebody dropped or renamed it.`, {
        resource: ctx.resource,
      });
    }
    const statistics = await statisticsBefore(ctx, address, await findDatabase(ready, database));
    await swap(ready, ctx, database, { entry: restored, kind: 'restored' }, expected.snapshot, statistics, () =>
      session.live(),
    );
  } finally {
    await session.end();
  }
}

/**
 * A complete database that is still as its restore made it. It lay open until now: one that a person tried out, or that the
 * application was sent to, holds more than the snapshot.
 */
async function findUntouched(
  ctx: Context,
  address: DatabaseAddress,
  complete: readonly DatabaseEntry[],
): Promise<DatabaseEntry | undefined> {
  for (const entry of complete) {
    const since = { oldest: RESTORE_TAG.exec(entry.comment ?? '')?.[2] ?? '0', seen: [] };
    const written = await withDatabase(ctx, address, entry.name, (client) => writtenTables(client, since)).catch(
      (error: unknown) => [`it cannot be looked into: ${messageOf(error)}`],
    );
    if (written.length === 0) return entry;
    ctx.log.warn(
      `"${entry.name}" was restored by an interrupted run, and is not as that run left it: ${written.join('; ')}. It stays as it is, and the snapshot is restored again.`,
    );
  }
  return undefined;
}

/** Makes a new database with all that the snapshot holds. A failure leaves nothing behind. @returns its name */
async function restoreBeside(
  config: Config,
  ctx: Context,
  source: PayloadSource,
  address: DatabaseAddress,
  expected: State,
  session: MaintenanceSession,
): Promise<string> {
  const { database } = address;
  const wanted = await savedProperties(source);
  const client = await session.live();
  const oid = (await findDatabase(client, database))?.oid ?? 0;
  const target: Target = { database, oid, snapshot: expected.snapshot, token: ctx.randomHex(4) };
  const name = newName(database, expected.snapshot, target.token);
  const bytes = await sizeOf(client, database);
  const room =
    bytes === null ? '' : ` The present database has ${amount(bytes, 'bytes')}; the server needs that much free space.`;
  ctx.log.info(`Restoring into the new database "${name}".${room}`);
  await createNew(client, ctx, name, target, wanted);
  try {
    const marks = await fill(config, ctx, { source, address, database: name, expected });
    const ready = await session.live();
    await finishNew(ready, ctx, name, target, wanted);
    await keepMarks(ready, ctx, name, expected.snapshot, marks);
    return name;
  } catch (error) {
    await session
      .live()
      .then((after) => dropCopy(after, ctx, address, name))
      .catch((cleanup: unknown) => {
        ctx.log.warn(`The half-filled database "${name}" could not be dropped: ${messageOf(cleanup)}`);
      });
    throw withSpaceRemedy(causeOf(ctx, error, `the restore of database "${database}"`));
  }
}

/** A full disk is the server's, and its message is one line in the output of pg_restore. */
function withSpaceRemedy(error: unknown): unknown {
  if (!(error instanceof RewindError) || !namesFullDisk(error.message)) return error;
  return new RewindError(error.code, `The disk of the database server is full. ${error.message}`, {
    resource: error.resource,
    cause: error,
    remedy:
      'Free space on the server: a restore needs room for a second copy of the database. Databases that earlier restores kept can be dropped ("rewind check" lists them).',
  });
}
