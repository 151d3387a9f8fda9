import { z } from 'zod';
import { own, recordOf } from '../../runtime/json.js';
import type { Queryable } from './connection.js';

/** What code sees of a database: tables, views, columns, what rows must satisfy, values of enums. No rows, no secrets. */
export const layoutSchema = z.strictObject({
  /** By `schema.table`, also views. */
  tables: recordOf(
    z.strictObject({
      /** By name: `text`, `text not null` (with a default), `text required` (NOT NULL without a default). */
      columns: recordOf(z.string()),
      /** Constraints and unique indexes, e.g. `check orders_total_check`. */
      rules: z.array(z.string()),
    }),
  ),
  /** Values by `schema.type`, in order. */
  enums: recordOf(z.array(z.string())),
});
export type Layout = z.infer<typeof layoutSchema>;

const OWN = (oid: string, catalog: string): string =>
  `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' AND ($1::text IS NULL OR n.nspname = $1)
   AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

const tableRow = z.object({
  name: z.string(),
  columns: recordOf(z.string()),
  rules: z.array(z.string()),
});
const enumRow = z.object({ name: z.string(), labels: z.array(z.string()) });

/** Partitions are left out: they look like their table. @param schema null: all schemas */
export async function readLayout(client: Queryable, schema: string | null): Promise<Layout> {
  const tables = await client.query(
    `SELECT n.nspname || '.' || c.relname AS name,
            (SELECT coalesce(json_object_agg(a.attname, format_type(a.atttypid, a.atttypmod) ||
                      CASE WHEN NOT a.attnotnull THEN '' WHEN a.atthasdef OR a.attidentity <> '' THEN ' not null' ELSE ' required' END
                      ORDER BY a.attnum), '{}')
               FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
            ARRAY(SELECT CASE k.contype WHEN 'c' THEN 'check' WHEN 'f' THEN 'foreign key' ELSE 'exclusion' END || ' ' || k.conname
                    FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('c', 'f', 'x')
                  UNION ALL
                  SELECT 'unique ' || x.relname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
                   WHERE i.indrelid = c.oid AND i.indisunique AND NOT i.indisprimary ORDER BY 1) AS rules
       FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't' AND NOT c.relispartition AND ${OWN('c.oid', 'pg_catalog.pg_class')}
      ORDER BY 1`,
    [schema],
  );
  const enums = await client.query(
    `SELECT n.nspname || '.' || t.typname AS name, ARRAY(SELECT e.enumlabel::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
       FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'e' AND ${OWN('t.oid', 'pg_catalog.pg_type')} ORDER BY 1`,
    [schema],
  );
  return {
    tables: Object.fromEntries(
      z
        .array(tableRow)
        .parse(tables.rows)
        .map(({ name, ...rest }) => [name, rest]),
    ),
    enums: Object.fromEntries(
      z
        .array(enumRow)
        .parse(enums.rows)
        .map(({ name, labels }) => [name, labels]),
    ),
  };
}

/** A difference that code written for the saved layout meets in the live one. */
export interface LayoutHazard {
  /** `gone`: the code uses what is missing. `breaks`: a write or a read fails. `may-break`: it depends on the values. */
  readonly kind: 'gone' | 'breaks' | 'may-break';
  /** A sentence without a full stop, e.g. "orders.note is gone: old code that reads or writes it fails". */
  readonly text: string;
}

/** What old code meets if the database stays as it is. Objects that only the live layout has are no hazard. Pure. */
export function layoutHazards(saved: Layout, live: Layout): LayoutHazard[] {
  const found = Object.entries(saved.tables).flatMap(([table, before]): LayoutHazard[] => {
    const now = live.tables[table];
    const name = shown(table);
    if (now === undefined) return [{ kind: 'gone', text: `${name} is gone: old code that uses it fails` }];
    return [
      ...Object.entries(before.columns).flatMap(([column, type]) =>
        columnHazards(`${name}.${column}`, type, own(now.columns, column)),
      ),
      ...Object.entries(now.columns).flatMap(([column, type]): LayoutHazard[] =>
        Object.hasOwn(before.columns, column) || needOf(type) !== 'required'
          ? []
          : [
              {
                kind: 'breaks',
                text: `${name}.${column} is new, NOT NULL and has no default: inserts of old code into ${name} fail`,
              },
            ],
      ),
      ...now.rules
        .filter((rule) => !before.rules.includes(rule))
        .map((rule): LayoutHazard => ({
          kind: 'may-break',
          text: `${name} has the new constraint ${rule}: writes of old code that violate it fail`,
        })),
    ];
  });
  const order = (kind: LayoutHazard['kind']): number => ['gone', 'breaks', 'may-break'].indexOf(kind);
  return [...found, ...enumHazards(saved, live)].sort((a, b) => order(a.kind) - order(b.kind));
}

function columnHazards(name: string, before: string, now: string | undefined): LayoutHazard[] {
  if (now === undefined) return [{ kind: 'gone', text: `${name} is gone: old code that reads or writes it fails` }];
  const [was, is] = [typeOf(before), typeOf(now)];
  const found: LayoutHazard[] = [];
  if (was !== is) {
    found.push({
      kind: isWider(was, is) ? 'may-break' : 'breaks',
      text: `${name} is ${is}, and was ${was}: old code reads and writes ${was}`,
    });
  }
  if (needOf(now) !== '' && needOf(before) === '') {
    found.push({
      kind: 'may-break',
      text: `${name} no longer accepts NULL: writes of old code that leave it empty fail`,
    });
  } else if (needOf(now) === 'required' && needOf(before) === 'not null') {
    found.push({
      kind: 'may-break',
      text: `${name} has no default any more: inserts of old code that leave it out fail`,
    });
  }
  return found;
}

function enumHazards(saved: Layout, live: Layout): LayoutHazard[] {
  return Object.entries(saved.enums).flatMap(([type, before]): LayoutHazard[] => {
    const now = own(live.enums, type);
    // Columns of the type show what became of it.
    if (now === undefined) return [];
    const gone = before.filter((label) => !now.includes(label));
    const added = now.filter((label) => !before.includes(label));
    const name = shown(type);
    return [
      ...gone.map((label): LayoutHazard => ({
        kind: 'gone',
        text: `value "${label}" of ${name} is gone: old code that uses it fails`,
      })),
      ...added.map((label): LayoutHazard => ({
        kind: 'may-break',
        text: `value "${label}" of ${name} is new: old code that reads a row with it may fail`,
      })),
    ];
  });
}

const NEED = / (not null|required)$/;
const needOf = (column: string): string => NEED.exec(column)?.[1] ?? '';
const shown = (name: string): string => name.replace(/^public\./, '');
const typeOf = (column: string): string => shown(column.replace(NEED, ''));

const INTEGERS = ['smallint', 'integer', 'bigint'];
const baseOf = (type: string): string => type.replace(/\(.*\)/, '');
const isText = (type: string): boolean => /^(character varying|character|text|citext)$/.test(baseOf(type));

/** True if values of the old type keep their form: whether old code minds depends on the values. */
function isWider(was: string, is: string): boolean {
  if (isText(was) && isText(is)) return true;
  const [from, to] = [INTEGERS.indexOf(was), INTEGERS.indexOf(is)];
  return (from >= 0 && to >= from) || baseOf(was) === baseOf(is);
}
