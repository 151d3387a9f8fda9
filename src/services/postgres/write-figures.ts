import { z } from 'zod';
import { sha256 } from '../../runtime/digest.js';
import type { Context } from '../../runtime/context.js';
import { codeOf, withDatabase, type Queryable } from './connection.js';
import type { DatabaseAddress } from './database-url.js';
import { plural } from '../../runtime/text.js';

/** Figures that two readings compare. The names are for people. */
export interface PostgresWrites {
  readonly figures: Readonly<Record<string, string>>;
  /** What this role cannot read, and so no reading compares, a phrase each. */
  readonly unread: readonly string[];
  /** Position of the write-ahead log in bytes; null: the role may not read it. */
  readonly position: string | null;
}

const row = z.object({
  counts: z.boolean(),
  inserted: z.string(),
  updated: z.string(),
  deleted: z.string(),
  reset: z.string(),
  databases: z.string(),
  roles: z.string(),
  sequences: z.string().nullable(),
  hidden: z.number(),
});

/**
 * PostgreSQL documentation, "The Cumulative Statistics System": pg_stat_database counts the rows that were inserted, updated
 * and deleted, those of the catalogs too, so a DDL statement or a TRUNCATE moves them as well; with track_counts off, nothing
 * is counted. They count neither the values that sequences give out nor the rows of the catalogs that all databases share
 * (databases, roles, their settings and comments), so those are read themselves. VACUUM moves datfrozenxid and datminmxid.
 */
const FIGURES = `
  SELECT current_setting('track_counts')::bool AS counts,
         s.tup_inserted::text AS inserted, s.tup_updated::text AS updated, s.tup_deleted::text AS deleted,
         coalesce(s.stats_reset::text, 'never') AS reset,
         (SELECT jsonb_agg(to_jsonb(d) - 'datfrozenxid' - 'datminmxid' ||
                           jsonb_build_object('comment', shobj_description(d.oid, 'pg_database')) ORDER BY d.oid)::text
            FROM pg_catalog.pg_database d) AS databases,
         jsonb_build_array(
           (SELECT jsonb_agg(to_jsonb(r) || jsonb_build_object('comment', shobj_description(r.oid, 'pg_authid')) ORDER BY r.oid)
              FROM pg_catalog.pg_roles r),
           (SELECT jsonb_agg(to_jsonb(m) ORDER BY m.roleid, m.member, m.grantor) FROM pg_catalog.pg_auth_members m),
           (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.setdatabase, c.setrole) FROM pg_catalog.pg_db_role_setting c)
         )::text AS roles,
         q.sequences, q.hidden
    FROM pg_catalog.pg_stat_database s,
         (SELECT string_agg(format('%I.%I %s', n.nspname, c.relname,
                   CASE WHEN a.allowed THEN pg_catalog.pg_sequence_last_value(c.oid) END), ',' ORDER BY c.oid) AS sequences,
                 (count(*) FILTER (WHERE NOT a.allowed))::int AS hidden
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace,
                 LATERAL (SELECT pg_catalog.has_sequence_privilege(c.oid, 'SELECT, USAGE') AS allowed) a
           WHERE c.relkind = 'S' AND NOT pg_catalog.pg_is_other_temp_schema(n.oid)) q
   WHERE s.datname = current_database()`;

/** Reads what moves with each write to the database. @throws RewindError as a connection */
export async function readWriteFigures(ctx: Context, address: DatabaseAddress): Promise<PostgresWrites> {
  return withDatabase(ctx, address, address.database, async (client) => {
    const { rows } = await client.query(FIGURES);
    const read = row.parse(rows[0]);
    const counters = {
      'rows inserted': read.inserted,
      'rows updated': read.updated,
      'rows deleted': read.deleted,
      'reset of the counters': read.reset,
    };
    return {
      figures: {
        ...(read.counts ? counters : {}),
        'values of sequences': digestOf(read.sequences ?? ''),
        'databases of the server': digestOf(read.databases),
        'roles of the server': digestOf(read.roles),
      },
      unread: [
        ...(read.counts ? [] : ['written rows (track_counts is off)']),
        ...(read.hidden === 0 ? [] : [`${plural(read.hidden, 'sequence')} that the role may not read`]),
      ],
      position: await positionOf(client),
    };
  });
}

const digestOf = (text: string): string => sha256(Buffer.from(text));

/** Position of the write-ahead log; null on a replica (55000) and without the privilege (42501). */
async function positionOf(client: Queryable): Promise<string | null> {
  try {
    const { rows } = await client.query(`SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::text AS position`);
    return z.object({ position: z.string() }).parse(rows[0]).position;
  } catch (error) {
    if (codeOf(error) === '55000' || codeOf(error) === '42501') return null;
    throw error;
  }
}
