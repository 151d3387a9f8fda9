import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DrillCheck } from '../../../engine/drill.js';
import type { Context } from '../../../runtime/context.js';
import { messageOf } from '../../../runtime/errors.js';
import type { DatabaseClient } from '../../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../../services/postgres/database-url.js';
import { start } from '../client.js';
import type { Programs } from '../programs.js';
import { failure, gap, judged, listed } from './check.js';

/** Bytes of its report that are kept. */
const REPORT = 200_000;
/** Status of pg_amcheck when it found corruption. */
const CORRUPT = 2;

/**
 * Lets pg_amcheck compare each row with each btree index, in the copy: a dump holds definitions of indexes, and a function in one
 * of them that is not as immutable as it says builds an index that queries cannot use. Other kinds of indexes are not checked.
 */
export async function corruptionCheck(
  ctx: Context,
  client: DatabaseClient,
  address: DatabaseAddress,
  database: string,
  programs: Programs,
): Promise<DrillCheck> {
  const program = join(dirname(programs.dump), 'pg_amcheck');
  const remedy =
    'Install the server package of PostgreSQL, which has pg_amcheck and the extension, and drill as a superuser.';
  try {
    await access(program);
  } catch {
    return judged('corruption', [gap(`${program} was not found.`, remedy)]);
  }
  try {
    await client.query(INSTALL);
  } catch (error) {
    return judged('corruption', [gap(`The extension amcheck cannot be used here: ${messageOf(error)}.`, remedy)]);
  }
  try {
    return await amcheck(ctx, program, address, database, remedy);
  } finally {
    // What works on the copy next must find it as the snapshot has it.
    await client.query(REMOVE);
  }
}

const SCHEMA = 'rewind_amcheck';
/** Nothing is done if the database has the extension. Event triggers of the snapshot stay still. */
const INSTALL = `
  SET session_replication_role = replica;
  DO $do$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'amcheck') THEN
      CREATE SCHEMA ${SCHEMA};
      CREATE EXTENSION amcheck WITH SCHEMA ${SCHEMA};
    END IF;
  END $do$`;
const REMOVE = `DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE; RESET session_replication_role`;

async function amcheck(
  ctx: Context,
  program: string,
  address: DatabaseAddress,
  database: string,
  remedy: string,
): Promise<DrillCheck> {
  const args = [
    '--heapallindexed',
    '--jobs=2',
    '--no-password',
    // Made by CREATE DATABASE, not by the snapshot.
    '--exclude-schema=pg_catalog',
    '--exclude-schema=information_schema',
    database,
  ];
  const running = start(ctx, program, args, address, database, 'tool-failed');
  let report = '';
  running.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (report.length < REPORT) report += text;
  });
  running.child.stdin?.end();
  try {
    await running.done;
  } catch (error) {
    ctx.signal.throwIfAborted();
    if (/no relations to check/.test(messageOf(error))) return judged('corruption', []);
    if (running.child.exitCode !== CORRUPT) return judged('corruption', [gap(messageOf(error), remedy)]);
    return judged('corruption', [
      failure(
        'drill-corruption',
        `Tables or indexes are corrupt: ${listed(objectsOf(report, database))}.`,
        'REINDEX in production, and look for functions in indexes that are not immutable, and for operators that do not sort.',
      ),
    ]);
  }
  const doubts = running.warnings();
  return judged('corruption', doubts.length === 0 ? [] : [gap(`pg_amcheck warned: ${listed(doubts)}.`, remedy)]);
}

/** Pure. The headings of the report: its texts may hold values. */
function objectsOf(report: string, database: string): string[] {
  const found = [...report.matchAll(/^(heap table|btree index) "([^\n]*)"/gm)].map(
    ([, kind = '', name = '']) => `${kind} ${name.replace(`${database}.`, '')}`,
  );
  return found.length === 0 ? ['pg_amcheck does not name them'] : [...new Set(found)];
}
