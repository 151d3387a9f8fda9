import { z } from 'zod';
import type { DrillCheck } from '../../../engine/drill.js';
import { messageOf } from '../../../runtime/errors.js';
import type { Finding } from '../../../runtime/finding.js';
import { codeOf, quoted, type DatabaseClient } from '../../../services/postgres/connection.js';
import type { Config } from '../config.js';
import { only, OURS, select } from '../inspect.js';
import { failure, gap, judged, known, listed, notConfigured } from './check.js';
import { movedFindings, type Copy } from './content.js';

const SEQUENCES = `
WITH used AS (
  SELECT d.objid AS seq, d.refobjid AS tab, d.refobjsubid AS num FROM pg_depend d
   WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
   UNION
  SELECT d.refobjid, a.adrelid, a.adnum FROM pg_depend d JOIN pg_attrdef a ON a.oid = d.objid
   WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass)
SELECT n.nspname || '.' || s.relname AS name, format('%I.%I', n.nspname, s.relname) AS sql, q.seqincrement::text AS step,
       format('%I.%I', m.nspname, t.relname) AS "table", format('%I', a.attname) AS "column", m.nspname || '.' || t.relname || '.' || a.attname AS shown
  FROM used u JOIN pg_class s ON s.oid = u.seq AND s.relkind = 'S' JOIN pg_namespace n ON n.oid = s.relnamespace
  JOIN pg_sequence q ON q.seqrelid = s.oid JOIN pg_class t ON t.oid = u.tab AND t.relkind IN ('r', 'p') JOIN pg_namespace m ON m.oid = t.relnamespace
  JOIN pg_attribute a ON a.attrelid = u.tab AND a.attnum = u.num
 WHERE NOT q.seqcycle AND ${OURS} AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype)
 ORDER BY 1, shown`;

/** Next value of each sequence against the farthest value of its columns, in the direction of its increment. */
export async function sequenceCheck(client: DatabaseClient, copy: Copy): Promise<DrillCheck> {
  const used = await select(
    client,
    z.object({
      name: z.string(),
      sql: z.string(),
      step: z.string(),
      table: z.string(),
      column: z.string(),
      shown: z.string(),
    }),
    SEQUENCES,
  );
  const behind = new Map<string, string>();
  for (const { name, sql, step, table, column, shown } of used) {
    const up = !step.startsWith('-');
    const { next, far, late } = only(
      await select(
        client,
        z.object({ next: z.string(), far: z.string().nullable(), late: z.boolean().nullable() }),
        `SELECT next::text, far::text, next ${up ? '<=' : '>='} far AS late
           FROM (SELECT last_value::numeric + CASE WHEN is_called THEN ${step} ELSE 0 END AS next FROM ${sql}) s,
                (SELECT ${up ? 'max' : 'min'}(${column}) AS far FROM ${table}) t`,
      ),
    );
    if (late === true) behind.set(name, `${name} (next ${next}, and ${shown} has ${far ?? ''})`);
  }
  const { expected, found } = copy;
  // Where production is behind too, the snapshot is right, and an insert fails there as well.
  const wrong = [...behind].filter(([name]) => expected.sequences[name] !== found.sequences[name]);
  const same = [...behind].filter(([name]) => expected.sequences[name] === found.sequences[name]);
  const remedy = 'SELECT setval(…) past the highest value of the column.';
  return judged('sequences', [
    ...(wrong.length === 0
      ? []
      : [
          failure(
            'drill-sequence-behind',
            `Sequences would give values that rows have: ${listed(wrong.map(([, text]) => text))}.`,
            remedy,
          ),
        ]),
    ...movedFindings(copy, new Set(wrong.map(([name]) => name))),
    ...(same.length === 0
      ? []
      : [
          known(
            'drill-sequence-behind',
            `Sequences are behind their columns, as in production: ${listed(same.map(([, text]) => text))}.`,
            remedy,
          ),
        ]),
  ]);
}

const FOREIGN_KEYS = `
SELECT n.nspname || '.' || c.relname || ' ' || k.conname AS name, c.relkind = 'p' AS parted, p.relkind = 'p' AS "targetParted",
       format('%I.%I', n.nspname, c.relname) AS "table", format('%I.%I', m.nspname, p.relname) AS target,
       coalesce((to_jsonb(k) ->> 'conperiod')::boolean, false) AS period,
       ARRAY(SELECT format('f.%I IS NOT NULL', a.attname) FROM unnest(k.conkey) WITH ORDINALITY u (num, at)
               JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num ORDER BY u.at) AS present,
       ARRAY(SELECT format('p.%I OPERATOR(%I.%s) f.%I', b.attname, o.nspname, op.oprname, a.attname)
               FROM unnest(k.conkey, k.confkey, k.conpfeqop) WITH ORDINALITY u (num, target, eq, at)
               JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num
               JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = u.target
               JOIN pg_operator op ON op.oid = u.eq JOIN pg_namespace o ON o.oid = op.oprnamespace ORDER BY u.at) AS equal
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace m ON m.oid = p.relnamespace
 WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relpersistence <> 't' AND ${OURS} ORDER BY 1`;

/** Asks each foreign key itself: a constraint that is NOT VALID, or was added by hand, does not. */
export async function foreignKeyCheck(client: DatabaseClient, { expected }: Copy): Promise<DrillCheck> {
  const keys = await select(
    client,
    z.object({
      name: z.string(),
      parted: z.boolean(),
      targetParted: z.boolean(),
      table: z.string(),
      target: z.string(),
      period: z.boolean(),
      present: z.array(z.string()),
      equal: z.array(z.string()),
    }),
    FOREIGN_KEYS,
  );
  const violated: string[] = [];
  for (const key of keys.filter(({ period }) => !period)) {
    const from = `${key.parted ? '' : 'ONLY '}${key.table} f`;
    const to = `${key.targetParted ? '' : 'ONLY '}${key.target} p`;
    const { is } = only(
      await select(
        client,
        z.object({ is: z.boolean() }),
        `SELECT EXISTS (SELECT FROM ${from} WHERE ${key.present.join(' AND ')}
                           AND NOT EXISTS (SELECT FROM ${to} WHERE ${key.equal.join(' AND ')})) AS is`,
      ),
    );
    if (is) violated.push(key.name);
  }
  const unchecked = (name: string): boolean => expected.catalog?.notValid.includes(name) === true;
  const [same, wrong] = [violated.filter(unchecked), violated.filter((name) => !unchecked(name))];
  const periods = keys.filter(({ period }) => period).map(({ name }) => name);
  return judged('foreign-keys', [
    ...(wrong.length === 0
      ? []
      : [
          failure(
            'drill-foreign-key-violated',
            `Rows refer to rows that are not there: ${listed(wrong)}.`,
            'Take a new snapshot. If it is the same, the rows are in production: repair them there.',
          ),
        ]),
    ...(same.length === 0
      ? []
      : [
          known(
            'drill-foreign-key-violated',
            `Rows refer to rows that are not there, which production allows (NOT VALID): ${listed(same)}.`,
            'Repair the rows, then ALTER TABLE … VALIDATE CONSTRAINT.',
          ),
        ]),
    ...(periods.length === 0 ? [] : [gap(`Foreign keys with a PERIOD were not compared: ${listed(periods)}.`)]),
  ]);
}

/** No such table, schema or column. */
const ABSENT = ['42P01', '3F000', '42703'];

/** Compares the canary row. Its values never stand in a message. */
export async function canaryCheck(client: DatabaseClient, config: Config): Promise<DrillCheck> {
  const canary = config.drill?.canary;
  if (canary === undefined) {
    return notConfigured(
      'canary',
      'No canary row is configured.',
      'Insert a row that never changes, and name it in "drill: { canary: … }" of the resource.',
    );
  }
  const { table, key, row } = canary;
  const at = table.indexOf('.');
  const [schema, name] = at < 0 ? ['public', table] : [table.slice(0, at), table.slice(at + 1)];
  const columns = Object.keys(row);
  const keys = Object.entries(key);
  const remedy = 'Compare the row with production. If it was changed there on purpose, correct the configuration.';
  const lost = (message: string): DrillCheck => judged('canary', [failure('drill-canary', message, remedy)]);
  let rows: readonly (readonly (string | null)[])[];
  try {
    const found = await select(
      client,
      z.object({ values: z.array(z.string().nullable()) }),
      `SELECT ARRAY[${columns.map((column) => `${quoted(column)}::text`).join(', ')}] AS values
         FROM ${quoted(schema)}.${quoted(name)}
        WHERE ${keys.map(([column], index) => `${quoted(column)}::text = $${index + 1}`).join(' AND ')} LIMIT 2`,
      keys.map(([, value]) => value),
    );
    rows = found.map(({ values }) => values);
  } catch (error) {
    if (!ABSENT.includes(codeOf(error) ?? '')) throw error;
    return lost(`The canary row cannot be read: ${messageOf(error)}.`);
  }
  const [values] = rows;
  if (values === undefined) return lost(`The canary row of ${table} is missing.`);
  if (rows.length > 1) return lost(`The key of the canary finds several rows of ${table}.`);
  const altered = columns.filter((column, index) => values[index] !== row[column]);
  return altered.length === 0
    ? judged('canary', [])
    : lost(`The canary row of ${table} was altered, in: ${listed(altered)}.`);
}

/** Roles that the snapshot needs, against those of production: a rollback restores there. */
export function roleCheck(needed: readonly string[], present: ReadonlySet<string>): DrillCheck {
  const absent = needed.filter((name) => !present.has(name));
  const findings: Finding[] =
    absent.length === 0
      ? []
      : [
          failure(
            'drill-role-absent',
            `Objects of the snapshot need roles that production does not have: ${listed(absent)}. A restore there fails.`,
            'Create the roles in production (CREATE ROLE … NOLOGIN), or take a new snapshot.',
          ),
        ];
  return judged('roles', findings);
}
