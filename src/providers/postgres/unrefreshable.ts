import { z } from 'zod';
import type { DatabaseClient } from '../../services/postgres/connection.js';
import { only, OURS, select } from './inspect.js';
import { objectName } from './objects.js';
import type { State } from './state.js';
import type { TocEntry } from './toc.js';

const DATA = 'MATERIALIZED VIEW DATA';

const view = z.object({ namespace: z.string(), tag: z.string() });

/** A materialized view that holds rows now, and could not be filled again. */
export type Unrefreshable = z.infer<typeof view>;

/**
 * Materialized views with rows that their owner could not compute: a restore fills them as their owner, with row security off,
 * and pg_restore stops where that fails. Views are read as their owner, or as who reads them (security_invoker).
 */
export async function unrefreshableViews(client: DatabaseClient): Promise<Unrefreshable[]> {
  // Most databases have none, and to plan the query below takes longer than to ask.
  const { some } = only(await select(client, z.object({ some: z.boolean() }), `SELECT EXISTS (${FILLED}) AS some`));
  if (!some) return [];
  return select(
    client,
    view,
    `WITH RECURSIVE reads AS (
       ${FILLED}
       UNION
       SELECT r.view, s.oid,
              CASE WHEN s.relkind = 'v' AND EXISTS (SELECT 1 FROM pg_options_to_table(s.reloptions) o
                                                     WHERE o.option_name = 'security_invoker' AND o.option_value::boolean)
                   THEN r.caller ELSE s.relowner END,
              CASE WHEN s.relkind = 'm' THEN s.relowner ELSE r.caller END
         FROM reads r ${DEPENDS} JOIN pg_class s ON d.refclassid = 'pg_class'::regclass AND s.oid = d.refobjid
        WHERE s.relkind IN ('v', 'm'))
     SELECT DISTINCT n.nspname AS namespace, c.relname AS tag
       FROM reads r ${DEPENDS} JOIN pg_class c ON c.oid = r.view JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_roles reader ON reader.oid = r.reader
       LEFT JOIN pg_class s ON d.refclassid = 'pg_class'::regclass AND s.oid = d.refobjid
      WHERE CASE d.refclassid
              WHEN 'pg_proc'::regclass THEN NOT has_function_privilege(r.caller, d.refobjid, 'EXECUTE')
              WHEN 'pg_class'::regclass THEN
                NOT has_table_privilege(r.reader, s.oid, 'SELECT') AND NOT
                  CASE WHEN d.refobjsubid > 0 THEN has_column_privilege(r.reader, s.oid, d.refobjsubid::smallint, 'SELECT')
                       ELSE has_any_column_privilege(r.reader, s.oid, 'SELECT') END
                OR s.relrowsecurity AND NOT reader.rolsuper AND NOT reader.rolbypassrls
                   AND (s.relforcerowsecurity OR NOT pg_has_role(r.reader, s.relowner, 'USAGE'))
              ELSE false END
      ORDER BY 1, 2`,
  );
}

/** The materialized views that hold rows. */
const FILLED = `
  SELECT c.oid AS view, c.oid AS relation, c.relowner AS reader, c.relowner AS caller
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind = 'm' AND c.relispopulated AND ${OURS}`;

/** What the query of a view depends on. */
const DEPENDS = `
  JOIN pg_rewrite w ON w.ev_class = r.relation AND w.ev_type = '1'
  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refobjid <> r.relation`;

/** One sentence for each. ASCII only: the encoding of the database may not have more. */
export const describeUnrefreshable = ({ namespace, tag }: Unrefreshable): string =>
  `the rows of the materialized view ${namespace}.${tag}, whose owner may not read all that it is made of (a restore leaves it empty)`;

/** The schema without the rows of these views, as if they were empty: so it is after a restore. */
export function withoutRows(schema: State['schema'], views: readonly Unrefreshable[]): State['schema'] {
  const names = new Set(views.map((one) => objectName({ ...one, desc: DATA, owner: '' })));
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !names.has(name)));
}

/** The entries of a dump without those that would fill a view which was unrefreshable at the snapshot. */
export const withoutRefresh = (entries: readonly TocEntry[], expected: State): TocEntry[] =>
  entries.filter((entry) => entry.desc !== DATA || objectName(entry) in expected.schema);
