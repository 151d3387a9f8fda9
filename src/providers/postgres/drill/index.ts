import { z } from 'zod';
import type { DrillCapability, DrillCheck, DrillOptions } from '../../../engine/drill.js';
import type { PayloadSource } from '../../../engine/payload.js';
import type { Context } from '../../../runtime/context.js';
import { asRewindError, messageOf, RewindError } from '../../../runtime/errors.js';
import type { Finding } from '../../../runtime/finding.js';
import { keepAwake, withDatabase, type DatabaseClient } from '../../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../../services/postgres/database-url.js';
import { namesFullDisk } from '../../../services/postgres/disk-full.js';
import { FIXED_SETTINGS } from '../../../services/postgres/begin-snapshot.js';
import { readCatalog } from '../catalog.js';
import type { Programs } from '../programs.js';
import { readRestored } from '../compare-restored.js';
import type { Config } from '../config.js';
import { savedProperties } from '../database-properties.js';
import { readHead } from '../entries.js';
import { restoreInto } from '../fill.js';
import { prove } from '../prove.js';
import { addressOf } from '../server.js';
import { lenient } from '../session-settings.js';
import type { State } from '../state.js';
import { only, select } from '../inspect.js';
import { withoutRefresh } from '../unrefreshable.js';
import { catalogChecks } from './catalog-checks.js';
import { complete, failure, gap, judged, listed, tried, type CheckId } from './check.js';
import { rowChecks, schemaChecks } from './content.js';
import { corruptionCheck } from './corruption.js';
import { claim, createLike, dropDrill, drillName, reloadedName, sweepDrills } from './databases.js';
import { openPlace, placeAddress, withPlace } from './place.js';
import { canaryCheck, foreignKeyCheck, roleCheck, sequenceCheck } from './queries.js';
import { dropLentRoles, lendRoles, ownRoles, rolesOf } from './roles.js';

/** Restores a snapshot on a scratch server and asks the copy everything that `CHECKS` names. */
export const drill: DrillCapability<Config, State> = { restore, tidy };

async function restore(
  config: Config,
  saved: State,
  ctx: Context,
  source: PayloadSource,
  options: DrillOptions,
): Promise<readonly DrillCheck[]> {
  if (saved.reference === true) {
    return complete([], 'The snapshot names the database itself and holds no copy of it.');
  }
  const damaged = await prove(config, saved, ctx, source, 'contents');
  if (damaged.length > 0) {
    const what = listed(damaged.map(({ message }) => message));
    return complete([judged('restore', [restoreFailure(what)])], NOT_REACHED);
  }
  const place = await options.phase('scratch server', () => openPlace(config, saved, ctx, options.place));
  try {
    return await withPlace(ctx, place.address, async (client) => {
      await lenient(client);
      return keepAwake(ctx, client, inPlace({ config, saved, ctx, source, options, address: place.address, client }));
    });
  } finally {
    await options.phase('stop of the scratch server', place.stop);
  }
}

const NOT_REACHED = 'The drill ended before it: there was nothing to compare.';

const restoreFailure = (what: string, code: 'drill-restore-failed' | 'drill-exit-code-lied' = 'drill-restore-failed') =>
  failure(code, what, 'Take a new snapshot, and find out why this one was accepted.');

interface Drill {
  readonly config: Config;
  readonly saved: State;
  readonly ctx: Context;
  readonly source: PayloadSource;
  readonly options: DrillOptions;
  /** Of the maintenance database of the place. */
  readonly address: DatabaseAddress;
  /** A session on it. */
  readonly client: DatabaseClient;
}

async function inPlace(drill: Drill): Promise<readonly DrillCheck[]> {
  const { ctx, options, client } = drill;
  const database = drillName(ctx, options.run);
  const remove = (): Promise<void> =>
    options.phase('removal of the copy', async () => {
      await dropDrill(client, ctx, drill.address, database);
      await dropLentRoles(client, ctx);
    });
  // An error of the removal would hide the cause. The next drill tidies up.
  const removeQuietly = (): Promise<void> =>
    remove().catch((after: unknown) => ctx.log.warn(`The scratch database stays for now: ${messageOf(after)}`));
  let answers: readonly DrillCheck[];
  try {
    answers = await ask(drill, database);
  } catch (error) {
    await removeQuietly();
    throw error;
  }
  await (answers.every(({ outcome }) => outcome === 'passed' || outcome === 'not-configured')
    ? remove()
    : removeQuietly());
  return answers;
}

async function ask(drill: Drill, database: string): Promise<readonly DrillCheck[]> {
  const { address, options } = drill;
  const result = await options.phase('restore', () => restoreCopy(drill, database));
  if ('broken' in result) return complete([judged('restore', [result.broken])], NOT_REACHED);
  const checks = await options.phase('checks', () => checkCopy(drill, database, result));
  const copy = { address: { ...address, database }, database };
  return complete([...checks, ...((await options.work?.(copy)) ?? [])], NOT_REACHED);
}

/** A restored copy. */
interface Made {
  readonly programs: Programs;
  /** Roles that the snapshot names. */
  readonly needed: readonly string[];
  /** What the place lacks, a sentence each. */
  readonly gaps: readonly string[];
}

/** What the scratch server lacks and the snapshot is not to blame for. */
const OF_THE_PLACE =
  /permission denied|must be |tablespace ".*" does not exist|extension ".*" is not available|extension control file|could not access file/;
const STOPPED = /server closed the connection unexpectedly|terminating connection/;
const BAD_DUMP = ['restore-failed', 'restore-incomplete', 'dump-unreadable', 'snapshot-corrupt', 'seal-corrupt'];

/** Restores. A dump that does not restore is an answer, not an error of the drill. */
async function restoreCopy(
  { config, saved, ctx, source, address, client }: Drill,
  database: string,
): Promise<Made | { readonly broken: Finding }> {
  const major = await majorOf(client);
  if (major < saved.serverMajor) return { broken: tooOld(saved.serverMajor, major) };
  let lacking: readonly string[] = [];
  try {
    const wanted = await savedProperties(source);
    await claim(client, database);
    const needed = [...new Set([...rolesOf((await readHead(source)).entries, saved.catalog), wanted.owner])];
    lacking = await lendRoles(client, ctx, database, needed, saved.catalog);
    const gaps = await createLike(client, ctx, database, wanted, lacking);
    if (lacking.length > 0) {
      gaps.push(`The scratch server has no roles ${listed(lacking)}, and this user may not create them.`);
    }
    return { programs: await restoreInto(config, ctx, { source, address, database, expected: saved }), needed, gaps };
  } catch (error) {
    const { code, message } = asRewindError(error);
    if (ctx.signal.aborted || !BAD_DUMP.includes(code)) throw error;
    if (code === 'restore-incomplete') return { broken: restoreFailure(message, 'drill-exit-code-lied') };
    return { broken: faultOfPlace(message, lacking) ?? restoreFailure(message) };
  }
}

/** Null if nothing says that the scratch server is to blame. */
function faultOfPlace(message: string, lacking: readonly string[]): Finding | null {
  if (namesFullDisk(message)) {
    const remedy = 'Free space on it. A server that the drill starts lies in the temporary directory (TMPDIR).';
    return gap(`The disk of the scratch server is full: ${message}`, remedy);
  }
  if (STOPPED.test(message)) {
    return gap(
      `The scratch server stopped during the restore: ${message}`,
      'Find out why it stopped, and drill again.',
    );
  }
  if (OF_THE_PLACE.test(message) || lacking.some((role) => message.includes(`role "${role}" does not exist`))) {
    return gap(`The scratch server lacks what the snapshot needs: ${message}`, 'Give a scratch server that has it.');
  }
  return null;
}

async function checkCopy(
  { config, saved: expected, ctx, source, address }: Drill,
  database: string,
  { programs, needed, gaps }: Made,
): Promise<DrillCheck[]> {
  const one = (id: CheckId, work: () => Promise<DrillCheck> | DrillCheck): Promise<DrillCheck> =>
    tried(id, ctx.signal, work);
  return withDatabase(ctx, address, database, async (client) => {
    const reloaded = reloadedName(database);
    const { found, entries, marks } = await readRestored(ctx, client, {
      source,
      address,
      database,
      programs,
      expected,
      reloaded,
    });
    const archive = withoutRefresh((await readHead(source)).entries, expected);
    const copy = { expected, found, entries, archive, marks };
    const catalog = await reading(client, () => readCatalog(client));
    const sequences = await one('sequences', () => reading(client, () => sequenceCheck(client, copy)));
    const keys = await one('foreign-keys', () => reading(client, () => foreignKeyCheck(client, copy)));
    // Their metadata is an object too.
    const explained = new Set(found.largeObjects.count === expected.largeObjects.count ? [] : ['large objects']);
    const ofCatalog = catalogChecks(expected, catalog, explained);
    return [
      judged(
        'restore',
        gaps.map((message) => gap(message, 'Give a scratch server that has it.')),
      ),
      judged('server-version', versionFindings(expected, programs)),
      ...rowChecks(copy),
      ...schemaChecks(copy, explained),
      await one('roles', async () => roleCheck(needed, await productionRoles(config, ctx))),
      ...ofCatalog,
      keys,
      sequences,
      await one('canary', () => reading(client, () => canaryCheck(client, config))),
      // The last one: it creates an extension.
      await one('corruption', () => corruptionCheck(ctx, client, address, database, programs)),
    ];
  });
}

/** A transaction in which values print as in a snapshot, and nothing is written. */
async function reading<T>(client: DatabaseClient, work: () => Promise<T>): Promise<T> {
  await client.query(`BEGIN READ ONLY; ${FIXED_SETTINGS}`);
  try {
    return await work();
  } finally {
    await client.query('ROLLBACK');
  }
}

const versionFindings = ({ serverMajor }: State, { major }: Programs) =>
  major === serverMajor
    ? []
    : [
        gap(
          `The snapshot is from PostgreSQL ${serverMajor}, and was restored on PostgreSQL ${major}.`,
          `Use a scratch server of PostgreSQL ${serverMajor}, or install it on this machine.`,
        ),
      ];

/** An older server takes neither the archive nor all of its SQL, which says nothing of the snapshot. */
const tooOld = (wanted: number, major: number): Finding =>
  gap(
    `The snapshot is from PostgreSQL ${wanted}, and the scratch server is PostgreSQL ${major}. Nothing was restored.`,
    `Use a scratch server of PostgreSQL ${wanted}, or install it on this machine.`,
  );

async function majorOf(client: DatabaseClient): Promise<number> {
  const sql = `SELECT current_setting('server_version_num')::int / 10000 AS major`;
  return only(await select(client, z.object({ major: z.number() }), sql)).major;
}

async function productionRoles(config: Config, ctx: Context): Promise<Set<string>> {
  const production = addressOf(config, ctx);
  try {
    return await withDatabase(ctx, production, production.database, ownRoles);
  } catch (error) {
    throw new RewindError('database-unreachable', `Production was not asked for its roles: ${messageOf(error)}`);
  }
}

/** A server of our own ends with the process that started it, and leaves nothing. */
async function tidy(_config: Config, ctx: Context, place: string | null): Promise<readonly string[]> {
  const address = placeAddress(ctx, place);
  if (address === null) return [];
  return withPlace(ctx, address, async (client) => {
    await lenient(client);
    const databases = await sweepDrills(client, ctx, address);
    const roles = await dropLentRoles(client, ctx);
    return [
      ...databases.map((name) => `the scratch database "${name}"`),
      ...roles.map((name) => `the role "${name}" of a drill`),
    ];
  });
}
