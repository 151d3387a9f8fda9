/** Excludes the server's own schemas. */
export const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'`;
/** Excludes objects of extensions: CREATE EXTENSION restores them. */
export const notOfExtension = (catalog: string, oid: string): string =>
  `NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

/**
 * The tables whose rows pg_dump saves, as `oid`, `schema`, `name`, `condition`: those of no extension, and the configuration
 * tables of extensions, which the extension names with a condition.
 */
export const DUMPED_TABLES = `
SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind, coalesce(x.condition, '') AS condition
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN (SELECT unnest(extconfig) AS oid, unnest(extcondition) AS condition FROM pg_catalog.pg_extension) x ON x.oid = c.oid
 WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${OURS}
   AND (x.oid IS NOT NULL OR ${notOfExtension('pg_class', 'c.oid')})`;
