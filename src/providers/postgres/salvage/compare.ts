import { z } from 'zod';
import type { PayloadSource } from '../../../engine/payload.js';
import type { SalvageFacts } from '../../../engine/salvage.js';
import type { Context } from '../../../runtime/context.js';
import { RewindError } from '../../../runtime/errors.js';
import { runStep, withDatabase, type DatabaseClient } from '../../../services/postgres/connection.js';
import { beginSnapshot } from '../../../services/postgres/begin-snapshot.js';
import { findPrograms } from '../programs.js';
import type { Config } from '../config.js';
import { only, originOf, select } from '../inspect.js';
import { baselineOf, newerThan, type Baseline } from '../../../services/postgres/loss-meter.js';
import { RESTORE_TAG } from '../restore-tag.js';
import { addressOf, serverOf } from '../server.js';
import type { State } from '../state.js';
import { keysInSnapshot } from './base-keys.js';
import { findKept } from './kept.js';
import type { Line } from './lines.js';
import { parentsFirst } from './merge.js';
import { countRows, textRows, type Side } from './read.js';
import { compareTable, type CompareOptions } from './compare-table.js';
import { match, referencesOf, sqlOf, tablesOf, type Shared } from './tables.js';

/** Compares the kept database with production, and writes the rows to carry over. Read-only. */
export async function planSalvage(
  config: Config,
  saved: State,
  ctx: Context,
  source: PayloadSource,
  deletions: boolean,
  write: (line: string) => Promise<void>,
): Promise<SalvageFacts> {
  const address = addressOf(config, ctx);
  const compare = (): Promise<SalvageFacts> =>
    withDatabase(ctx, address, address.database, async (here) => {
      const kept = await findKept(here, address.database, ctx.resource);
      return withDatabase(ctx, address, kept.name, async (there) => {
        await beginSnapshot(there, ctx.resource);
        await beginSnapshot(here, ctx.resource);
        // Holds all buckets of a table in memory; keys are read as they were written.
        for (const client of [there, here]) {
          await client.query(`SET LOCAL work_mem = '64MB'; SET LOCAL array_nulls = on`);
        }
        const theirs: Side = { client: there, baseline: await baselineIn(there, saved, kept.snapshot) };
        const ours: Side = { client: here, baseline: await baselineIn(here, saved, kept.snapshot) };
        const inSnapshot = async (table: Shared, wanted: ReadonlySet<string>): Promise<ReadonlySet<string> | null> => {
          try {
            const programs = await findPrograms(ctx, (await serverOf(here, config)).major, config['client-bin']);
            return await keysInSnapshot(ctx, programs, source, table, wanted);
          } catch (error) {
            if (error instanceof RewindError && error.code === 'identity-missing') return null;
            throw error;
          }
        };
        const emit = (line: Line): Promise<void> => write(JSON.stringify(line));
        const facts = {
          database: address.database,
          kept: { name: kept.name, oid: kept.oid },
          since: kept.since,
          snapshot: kept.snapshot,
          production: { ...kept.production, baseline: ours.baseline && copyOf(ours.baseline) },
          deletions,
          ...(await compareTables(theirs, ours, saved, { deletions, inSnapshot, emit })),
          sequences: await compareSequences(there, here, emit),
          warnings: [
            ...(await warningsOf(there)),
            ...(ours.baseline === null ? [UNKNOWN] : []),
            ...kept.others.map(notCompared),
          ],
        };
        await emit({ end: true });
        return facts;
      });
    });
  return runStep(ctx, 'comparing the kept database with production', compare);
}

async function compareTables(
  theirs: Side,
  ours: Side,
  saved: State,
  options: CompareOptions,
): Promise<Pick<SalvageFacts, 'tables' | 'skipped'>> {
  const [there, here] = [await tablesOf(theirs.client), await tablesOf(ours.client)];
  const base = new Map(saved.tables.map(({ name, rows }) => [name, rows]));
  const tables: SalvageFacts['tables'] = [];
  const skipped: SalvageFacts['skipped'] = [];
  const { order } = parentsFirst([...there.keys()], await referencesOf(ours.client));
  for (const name of order) {
    const table = there.get(name);
    if (!table) continue;
    const matched = match(table, here.get(name));
    if ('skipped' in matched) {
      const counted = await countRows(theirs, sqlOf(table));
      if (counted.newer > 0) skipped.push({ table: name, reason: matched.skipped, rows: counted.newer });
      continue;
    }
    const { shared } = matched;
    const found = await compareTable(theirs, ours, shared, base.get(name) ?? 0, options);
    const quiet = found.insert + found.update + found.delete + Object.keys(found.conflicts).length === 0;
    if (!quiet) tables.push({ table: name, ...found, notes: [...shared.notes] });
  }
  return { tables, skipped };
}

/** Finds where the writes after the snapshot begin; null if the database does not show it. */
async function baselineIn(client: DatabaseClient, saved: State, snapshot: string): Promise<Baseline | null> {
  const { next, comment } = only(
    await select(
      client,
      z.object({ next: z.string(), comment: z.string().nullable() }),
      `SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next, shobj_description(oid, 'pg_database') AS comment
         FROM pg_database WHERE datname = current_database()`,
    ),
  );
  const tag = RESTORE_TAG.exec(comment ?? '');
  const restored = tag ? { snapshot: tag[1] ?? '', next: tag[2] ?? '0' } : null;
  // The restore was on this server, also if the snapshot is of another one. But a comment goes where a dump goes.
  if (restored?.snapshot === snapshot) {
    const own: Baseline = { oldest: restored.next, seen: [] };
    return BigInt(next) - BigInt(restored.next) < 2n ** 31n && (await namedSince(client, own)) ? own : null;
  }
  const baseline = baselineOf(saved, { restored, origin: await originOf(client), boundary: { next } });
  return 'unknown' in baseline ? null : baseline;
}

/** A restore gives the database its name after it has written the comment. A server to which a person moved it counts otherwise. */
async function namedSince(client: DatabaseClient, since: Baseline): Promise<boolean> {
  const sql = `SELECT ${newerThan(since, 'd')} AS named FROM pg_database d WHERE datname = current_database()`;
  return only(await select(client, z.object({ named: z.boolean() }), sql)).named;
}

const copyOf = ({ oldest, seen }: Baseline) => ({ oldest, seen: seen && [...seen] });

const UNKNOWN = 'It is unknown which rows of production were written after the snapshot, so none of them is changed.';

const SEQUENCES = `SELECT format('%I.%I', schemaname, sequencename), last_value, increment_by FROM pg_sequences WHERE last_value IS NOT NULL`;

async function compareSequences(
  there: DatabaseClient,
  here: DatabaseClient,
  emit: (line: Line) => Promise<void>,
): Promise<string[]> {
  const known = await textRows(here, `SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences`);
  const ours = new Map(known.map(([name, value]) => [name, value]));
  const moved: string[] = [];
  for (const [name = '', value = '', step] of await textRows(there, SEQUENCES)) {
    const own = ours.get(name);
    if (name === null || value === null || own === undefined) continue;
    const ahead =
      own === null || (BigInt(step ?? '1') > 0n ? BigInt(value) > BigInt(own) : BigInt(value) < BigInt(own));
    if (!ahead) continue;
    await emit({ sequence: name, value });
    moved.push(name);
  }
  return moved.sort();
}

const notCompared = (name: string): string =>
  `"${name}" was kept by an earlier restore or undo. Its rows are not compared here: look into it before you drop it.`;

async function warningsOf(there: DatabaseClient): Promise<string[]> {
  const [[objects = '0'] = []] = await textRows(there, 'SELECT count(*) FROM pg_largeobject_metadata');
  return objects === '0' ? [] : [`Large objects are not carried over: the kept database holds ${objects ?? '?'}.`];
}
