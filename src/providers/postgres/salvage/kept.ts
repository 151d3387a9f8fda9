import { z } from 'zod';
import { RewindError } from '../../../runtime/errors.js';
import type { DatabaseClient } from '../../../services/postgres/connection.js';
import { select } from '../inspect.js';
import { isGivenName } from '../names.js';
import { keptBefore, RESTORE_TAG, returnedAt } from '../restore-tag.js';

/** Production, and the database that the last restore or undo put aside. Both began with the content of one snapshot. */
export interface Kept {
  readonly name: string;
  readonly oid: string;
  readonly since: 'restore' | 'undo';
  readonly snapshot: string;
  /** OID of production, and its first transaction after it was restored; null if it was not. */
  readonly production: { readonly oid: string; readonly restored: string | null };
  /** Other databases that were put aside. Their rows are not compared. */
  readonly others: readonly string[];
}

const row = z.object({ name: z.string(), oid: z.string(), comment: z.string().nullable() });
type Row = z.infer<typeof row>;

/**
 * Finds what the last restore or undo of `database` put aside.
 * @param client connected to any database of the server
 * @throws RewindError salvage-nothing-kept
 */
export async function findKept(client: DatabaseClient, database: string, resource: string): Promise<Kept> {
  const databases = await select(
    client,
    row,
    `SELECT datname AS name, oid::text AS oid, shobj_description(oid, 'pg_database') AS comment FROM pg_database`,
  );
  const production = databases.find(({ name }) => name === database);
  const all = databases.filter(({ name, comment }) => name !== database && keptBefore(comment)?.database === database);
  const nothing = (why: string): RewindError => new RewindError('salvage-nothing-kept', why, { resource });
  if (production === undefined) throw nothing(`There is no database "${database}".`);
  const pair = pairOf(production, all);
  if (typeof pair === 'string') {
    const unmarked = databases.find(
      ({ name, comment }) => name.includes('_before_') && isGivenName(name, database) && keptBefore(comment) === null,
    );
    throw unmarked === undefined ? nothing(pair) : withoutMark(unmarked.name, resource);
  }
  const { found, since, snapshot } = pair;
  const others = all.filter((each) => each !== found).map(({ name }) => name);
  const restored = RESTORE_TAG.exec(production.comment ?? '')?.[2] ?? null;
  return {
    name: found.name,
    oid: found.oid,
    since,
    snapshot,
    production: { oid: production.oid, restored },
    others: others.sort(),
  };
}

/** Only its comment tells what a database is, and a person replaced it. */
const withoutMark = (name: string, resource: string): RewindError =>
  new RewindError(
    'salvage-nothing-kept',
    `"${name}" has a name that a restore gives, and its comment does not say what it is. Rewind did not compare its rows.`,
    {
      resource,
      remedy: `If a restore kept "${name}": carry its rows over by hand, or run "rewind undo", which plans to bring the whole database back.`,
    },
  );

/** @returns what production is compared with, or why there is nothing */
function pairOf(
  production: Row,
  all: readonly Row[],
): (Pick<Kept, 'since' | 'snapshot'> & { readonly found: Row }) | string {
  const { name, comment } = production;
  const [, snapshot, next = '0'] = RESTORE_TAG.exec(comment ?? '') ?? [];
  const returned = returnedAt(comment);
  if (returned !== null && BigInt(returned) >= BigInt(next)) {
    // The swap gives both databases the same number.
    const found = all.find((each) => keptBefore(each.comment)?.next === returned);
    if (!found) {
      return `An undo brought "${name}" back. The database that it put aside, if there was one, does not exist any more.`;
    }
    // A restore makes a new database, so the newer one of the two was restored, with the other one in its place.
    const restored = Number(found.oid) > Number(production.oid) ? found : production;
    const base = RESTORE_TAG.exec(restored.comment ?? '')?.[1];
    if (base !== undefined) return { found, since: 'undo', snapshot: base };
    return `Neither "${name}" nor "${found.name}" says which snapshot it was restored from.`;
  }
  if (snapshot === undefined) return `"${name}" was not restored from a snapshot.`;
  const found = all
    .filter((each) => keptBefore(each.comment)?.snapshot === snapshot)
    // Each restore makes a new database, so the one that was production last has the highest OID.
    .sort((a, b) => Number(a.oid) - Number(b.oid))
    .at(-1);
  if (found) return { found, since: 'restore', snapshot };
  return `The restore of snapshot ${snapshot} kept no database of "${name}" on this server.`;
}
