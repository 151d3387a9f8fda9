import { z } from 'zod';
import { quoted, type DatabaseClient } from '../../../services/postgres/connection.js';
import { notOfExtension, OURS, select } from '../inspect.js';
import type { Reference } from './merge.js';

const column = z.object({
  name: z.string(),
  /** `schema.type` without a length, quoted: a cast to it never shortens a value. */
  type: z.string(),
  /** With its length, for comparison and messages. */
  full: z.string(),
  generated: z.boolean(),
  /** GENERATED ALWAYS AS IDENTITY: an UPDATE may not set it. */
  always: z.boolean(),
  /** An INSERT must give a value. */
  required: z.boolean(),
  /** A row's hash covers the type, the same in every database; other types are hashed as text. */
  hashable: z.boolean(),
  /** Its cast to text is a function: another text than the one that the server writes and reads (`true` for `t`). */
  cast: z.boolean(),
  /** The type is no type of the system: its cast may be any function of its owner. */
  own: z.boolean(),
});
export type Column = z.infer<typeof column>;

const table = z.object({
  /** `schema.name`, as in the state. */
  name: z.string(),
  schema: z.string(),
  relation: z.string(),
  columns: z.array(column),
  key: z.array(z.string()),
  /** The operator of the key's index for each column, e.g. `OPERATOR(public.=)`. */
  equals: z.array(z.string()),
  triggers: z.array(z.string()),
});
export type Table = z.infer<typeof table>;

export async function tablesOf(client: DatabaseClient): Promise<Map<string, Table>> {
  const rows = await select(
    client,
    table,
    `SELECT n.nspname || '.' || c.relname AS name, n.nspname AS schema, c.relname AS relation,
            (SELECT json_agg(json_build_object('name', a.attname,
                      'type', quote_ident(tn.nspname) || '.' || quote_ident(t.typname),
                      'full', format_type(a.atttypid, a.atttypmod),
                      'generated', a.attgenerated <> '', 'always', a.attidentity = 'a',
                      'required', a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AND a.attgenerated = '',
                      'hashable', t.oid = ANY ('{bool,int2,int4,int8,float4,float8,numeric,text,varchar,bpchar,uuid,date,timestamp,timestamptz,time,timetz,bytea,inet,cidr,macaddr,jsonb,oid}'::regtype[])
                                  AND NOT EXISTS (SELECT FROM pg_collation l WHERE l.oid = a.attcollation AND NOT l.collisdeterministic),
                      'cast', t.typtype = 'd' OR EXISTS (SELECT FROM pg_cast k WHERE k.castsource = t.oid AND k.casttarget = 'text'::regtype AND k.castmethod = 'f'),
                      'own', tn.nspname <> 'pg_catalog')
                    ORDER BY a.attnum)
               FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid JOIN pg_namespace tn ON tn.oid = t.typnamespace
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
            ARRAY(SELECT a.attname::text FROM pg_index i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY k(num, place)
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num
                   WHERE i.indrelid = c.oid AND i.indisprimary AND k.place <= i.indnkeyatts ORDER BY k.place) AS key,
            ARRAY(SELECT format('OPERATOR(%I.%s)', un.nspname, u.oprname)
                    FROM pg_index i CROSS JOIN unnest(i.indclass::oid[]) WITH ORDINALITY k(class, place)
                    JOIN pg_opclass o ON o.oid = k.class
                    JOIN pg_amop m ON m.amopfamily = o.opcfamily AND m.amoplefttype = o.opcintype AND m.amoprighttype = o.opcintype AND m.amopstrategy = 3
                    JOIN pg_operator u ON u.oid = m.amopopr JOIN pg_namespace un ON un.oid = u.oprnamespace
                   WHERE i.indrelid = c.oid AND i.indisprimary AND k.place <= i.indnkeyatts ORDER BY k.place) AS equals,
            ARRAY(SELECT g.tgname::text FROM pg_trigger g
                   WHERE g.tgrelid = c.oid AND NOT g.tgisinternal AND g.tgenabled IN ('O', 'A') AND g.tgtype & 28 <> 0
                   ORDER BY 1) AS triggers
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${OURS} AND ${notOfExtension('pg_class', 'c.oid')}
        AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
      ORDER BY 1`,
  );
  return new Map(rows.map((entry) => [entry.name, entry]));
}

/** Foreign keys between tables; a reference to a partitioned table counts for each of its partitions. */
export async function referencesOf(client: DatabaseClient): Promise<Reference[]> {
  return select(
    client,
    z.object({ table: z.string(), parent: z.string() }),
    `SELECT DISTINCT n.nspname || '.' || c.relname AS table, pn.nspname || '.' || p.relname AS parent
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN LATERAL (SELECT k.confrelid AS oid UNION SELECT relid FROM pg_partition_tree(k.confrelid)) f ON true
       JOIN pg_class p ON p.oid = f.oid JOIN pg_namespace pn ON pn.oid = p.relnamespace
      WHERE k.contype = 'f' AND c.relkind = 'r' AND p.relkind = 'r'`,
  );
}

/** The quoted name. */
export const sqlOf = ({ schema, relation }: Pick<Table, 'schema' | 'relation'>): string =>
  `${quoted(schema)}.${quoted(relation)}`;

/** A table of both databases, and what can be carried over. */
export interface Shared {
  readonly name: string;
  readonly schema: string;
  readonly relation: string;
  /** Quoted, for SQL. */
  readonly sql: string;
  /** Columns of both, the key first; with the types of production. */
  readonly columns: readonly (Column & { readonly sameType: boolean })[];
  /** Length of the key: the first columns. */
  readonly keys: number;
  readonly equals: Table['equals'];
  /** What cannot be carried over, or would happen besides. */
  readonly notes: readonly string[];
}

export type Matched = { readonly shared: Shared } | { readonly skipped: string };

/** Pure. Compares the table of the kept database with production's. */
export function match(theirs: Table, ours: Table | undefined): Matched {
  if (!ours) return { skipped: 'production has no such table' };
  if (theirs.key.length === 0) return { skipped: 'it has no primary key' };
  if (theirs.key.join('\n') !== ours.key.join('\n'))
    return { skipped: 'its primary key differs between the two databases' };
  if (ours.columns.some(({ name, generated }) => generated && ours.key.includes(name)))
    return { skipped: 'its primary key has a generated column' };
  const there = new Map(theirs.columns.map((entry) => [entry.name, entry]));
  const usable = ours.columns.filter(({ name, generated }) => there.has(name) && !generated);
  const place = (name: string): number => (ours.key.includes(name) ? ours.key.indexOf(name) : ours.key.length);
  const columns = usable
    .map((entry) => ({ ...entry, sameType: there.get(entry.name)?.type === entry.type }))
    .sort((a, b) => place(a.name) - place(b.name));
  if (columns.slice(0, ours.key.length).some(({ sameType }) => !sameType)) {
    return { skipped: 'its primary key has another type in the two databases' };
  }
  const here = new Set(ours.columns.map(({ name }) => name));
  const dropped = theirs.columns.filter(({ name, generated }) => !here.has(name) && !generated).map(({ name }) => name);
  const lacking = ours.columns.filter(({ name, required }) => required && !there.has(name)).map(({ name }) => name);
  const other = usable.filter(({ name, full }) => there.get(name)?.full !== full);
  return {
    shared: {
      name: ours.name,
      schema: ours.schema,
      relation: ours.relation,
      sql: sqlOf(ours),
      columns,
      keys: ours.key.length,
      equals: ours.equals,
      notes: [
        ...(dropped.length === 0 ? [] : [`production has no column ${dropped.join(', ')}: its values stay behind`]),
        ...(lacking.length === 0
          ? []
          : [`the kept rows have no value for ${lacking.join(', ')}: new rows are refused`]),
        ...other.map(({ name, full }) => `column ${name} is ${there.get(name)?.full ?? '?'} there and ${full} here`),
        ...(ours.triggers.length === 0 ? [] : [`these triggers fire: ${ours.triggers.join(', ')}`]),
      ],
    },
  };
}

/**
 * The text of a value. A key has the text that the server writes, which a dump holds; and no function of the application says what
 * is carried over. Other values keep the cast of the system, which another type reads (`true`). `format` has no NULL.
 *
 * @param isKey the column is one of the key
 */
export function textOf({ name, cast, own }: Column, row: string, isKey: boolean): string {
  const value = `${row}.${quoted(name)}`;
  return cast && (own || isKey)
    ? `CASE WHEN num_nulls(${value}) = 0 THEN format('%s', ${value}) END`
    : `${value}::text`;
}

/** The texts of the first columns, e.g. `t."a"::text, t."b"::text`. */
export const textsOf = ({ keys }: Shared, columns: readonly Column[], row: string): string =>
  columns.map((column, at) => textOf(column, row, at < keys)).join(', ');

/** Rows of a side whose hashes equal those of equal rows on the other. */
export const hashOf = (table: Shared, columns: Shared['columns'], row: string): string =>
  `hash_record_extended(ROW(${columns
    .map((column, at) =>
      column.hashable && column.sameType
        ? `${row}.${quoted(column.name)}`
        : `(${textOf(column, row, at < table.keys)}) COLLATE "C"`,
    )
    .join(', ')}), 0)`;
