import type { AlterTableCmd, DropStmt, Node, RangeVar } from 'libpg-query';
import { quoted } from '../../services/postgres/connection.js';
import { countableWhere, type Parser } from './countable.js';
import { droppedParts, isDml, isRelation, partsOf, typeNamed } from './objects.js';
import { loadParser, nodesIn, parseStatements, type ParsedStatement, type RefusedStatement } from './parser.js';

/** What a statement of a down.sql loses. */
export interface Loss {
  readonly statement: ParsedStatement | RefusedStatement;
  /** For people: completes "It …". */
  readonly how: string;
  /** False if that is unknown before it runs. */
  readonly certain: boolean;
  readonly rows: readonly LostRows[];
  /** Names, as SQL, of tables that a DELETE or MERGE deletes rows of: their foreign keys can reach others. */
  readonly deletesFrom: readonly string[];
}

/** Rows that a loss concerns, to be counted. */
export interface LostRows {
  /** Name of the table as SQL. */
  readonly table: string;
  /** Condition of the statement, with the alias that it uses; null: all rows, at most. */
  readonly where: { readonly alias: string; readonly condition: string } | null;
  /** True if the statement may concern fewer rows than are counted. */
  readonly atMost: boolean;
}

/** The losses of a script, in order, by PostgreSQL's own grammar. A table that the script itself created loses nothing. */
export async function lossesOf(script: string): Promise<Loss[]> {
  const [parser, statements] = await Promise.all([loadParser(), parseStatements(script)]);
  const created = new Set<string>();
  return statements.flatMap((statement): Loss[] => {
    if ('refused' in statement) {
      return [
        {
          statement,
          how: `may lose data: PostgreSQL's parser does not know it`,
          certain: false,
          rows: [],
          deletesFrom: [],
        },
      ];
    }
    const found = inStatement(parser, statement).filter(({ of }) => of === null || !created.has(of));
    const name = createdBy(statement.node);
    if (name !== null) created.add(name);
    const [first] = found;
    if (first === undefined) return [];
    const certain = found.some((part) => part.certain);
    const [told = first] = found.filter((part) => part.certain === certain);
    const rows = found.flatMap((part) => part.rows ?? []);
    const deletesFrom = [...new Set(found.flatMap((part) => part.deletesFrom ?? []))];
    return [{ statement, how: told.how, certain, rows: uniqueTables(rows), deletesFrom }];
  });
}

interface Part {
  /** Key of the table, if the script may have created it. */
  readonly of: string | null;
  readonly how: string;
  readonly certain: boolean;
  readonly rows?: readonly LostRows[];
  readonly deletesFrom?: readonly string[];
}

const UNKNOWN = 'may lose data: what it does is not known before it runs';
const unknown = (how = UNKNOWN): Part => ({ of: null, how, certain: false });

function inStatement(parser: Parser, statement: ParsedStatement): Part[] {
  const { node } = statement;
  if ('DropStmt' in node) return dropped(node.DropStmt);
  if ('DropdbStmt' in node) return [{ of: null, how: 'drops a database', certain: true }];
  if ('DropOwnedStmt' in node) return [{ of: null, how: 'drops everything that the role owns', certain: true }];
  if ('TruncateStmt' in node) {
    const { relations = [], behavior } = node.TruncateStmt;
    const more = behavior === 'DROP_CASCADE' ? ', and those of every table that refers to it' : '';
    return tablesIn(relations).map((relation) => whole(relation, `deletes all rows${more}`));
  }
  if ('AlterTableStmt' in node) {
    const { relation, cmds = [] } = node.AlterTableStmt;
    return cmds.flatMap((cmd) => ('AlterTableCmd' in cmd ? altered(cmd.AlterTableCmd, relation) : []));
  }
  if ('DoStmt' in node) return statement.opaque ? [unknown()] : [];
  if ('CallStmt' in node) return [unknown()];
  if (!isDml(node)) return [];
  return [...written(parser, statement), ...(callsUnknown(node) ? [unknown()] : [])];
}

function dropped({ removeType, objects = [], behavior }: DropStmt): Part[] {
  const cascade = behavior === 'DROP_CASCADE';
  // A view holds no rows; CASCADE reaches only what reads it.
  if (removeType === 'OBJECT_VIEW') return [];
  if (isRelation(removeType)) {
    return objects.map((object) => {
      const [name = '', schema] = droppedParts(object).reverse();
      return whole({ relname: name, ...(schema === undefined ? {} : { schemaname: schema }) }, 'drops a table');
    });
  }
  if (removeType === 'OBJECT_SEQUENCE') return [{ of: null, how: 'drops a sequence, and where it was', certain: true }];
  // Without CASCADE, PostgreSQL refuses to drop what a table or a column uses.
  if (!cascade || (removeType !== undefined && HARMLESS.has(removeType))) return [];
  const columns = removeType === 'OBJECT_TYPE' || removeType === 'OBJECT_DOMAIN' || removeType === 'OBJECT_EXTENSION';
  if (removeType === 'OBJECT_SCHEMA') return [{ of: null, how: 'drops a schema with its tables', certain: true }];
  return columns
    ? [{ of: null, how: 'drops every column that uses it', certain: true }]
    : [unknown('may lose data: CASCADE drops what depends on it')];
}

const HARMLESS = new Set(['OBJECT_INDEX', 'OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE', 'OBJECT_EVENT_TRIGGER']);

function altered({ subtype, def }: AlterTableCmd, relation: RangeVar | undefined): Part[] {
  if (subtype === 'AT_DropColumn') return [whole(relation, 'drops a column')];
  if (subtype !== 'AT_AlterColumnType' || def === undefined || !('ColumnDef' in def)) return [];
  const { typeName, raw_default: using } = def.ColumnDef;
  // Other types can cut values, and the grammar does not know the old type.
  const unlimited = /^(text|varchar)$/.test(typeNamed(typeName)) && typeName?.typmods === undefined;
  return unlimited && using === undefined
    ? []
    : [whole(relation, 'changes the type of a column, which can cut values')];
}

/** DELETE, UPDATE, MERGE and INSERT … ON CONFLICT DO UPDATE, also in a WITH clause. */
function written(parser: Parser, { node, sql }: ParsedStatement): Part[] {
  const of = (kind: string): RangeVar[] => [...nodesIn(node, kind)].map(({ relation }) => relation as RangeVar);
  const simple = sql === null ? null : countableWhere(parser, sql, node);
  const part = (relation: RangeVar, how: string): Part =>
    simple === null
      ? whole(relation, how, true)
      : { ...whole(relation, how), rows: [{ table: sqlOf(relation), ...simple }] };
  const upserts = [...nodesIn(node, 'InsertStmt')].filter(
    ({ onConflictClause }) => (onConflictClause as { action?: string } | undefined)?.action === 'ONCONFLICT_UPDATE',
  );
  return [
    ...of('DeleteStmt').map((relation) => deleting(relation, part(relation, 'deletes rows'))),
    ...of('UpdateStmt').map((relation) => part(relation, 'overwrites values')),
    ...of('MergeStmt').map((relation) => deleting(relation, whole(relation, 'overwrites or deletes rows', true))),
    ...upserts.map(({ relation }) => whole(relation as RangeVar, 'overwrites values', true)),
  ];
}

const deleting = (relation: RangeVar, part: Part): Part => ({ ...part, deletesFrom: [sqlOf(relation)] });

function whole(relation: RangeVar | undefined, how: string, atMost = false): Part {
  if (relation === undefined) return { of: null, how, certain: true };
  return { of: keyOf(relation), how, certain: true, rows: [{ table: sqlOf(relation), where: null, atMost }] };
}

const keyOf = ({ schemaname, relname }: RangeVar): string => JSON.stringify([schemaname ?? null, relname]);

const sqlOf = ({ schemaname, relname }: RangeVar): string =>
  [schemaname, relname].flatMap((part) => (part === undefined || part === '' ? [] : quoted(part))).join('.');

const tablesIn = (nodes: readonly Node[]): RangeVar[] =>
  nodes.flatMap((entry) => ('RangeVar' in entry ? [entry.RangeVar] : []));

/** The table that a statement certainly creates. With IF NOT EXISTS it may have been there, with its rows. */
function createdBy(node: Node): string | null {
  if ('CreateStmt' in node) {
    const { relation, if_not_exists: maybe } = node.CreateStmt;
    return maybe === true || relation === undefined ? null : keyOf(relation);
  }
  if (!('CreateTableAsStmt' in node)) return null;
  const { into, if_not_exists: maybe } = node.CreateTableAsStmt;
  return maybe === true || into?.rel === undefined ? null : keyOf(into.rel);
}

function uniqueTables(rows: readonly LostRows[]): LostRows[] {
  return [...new Map(rows.map((entry) => [JSON.stringify(entry), entry])).values()];
}

/** A SELECT that only calls functions, of which one is not known to leave the rows alone. */
function callsUnknown(node: Node): boolean {
  if (!('SelectStmt' in node)) return false;
  const { fromClause = [] } = node.SelectStmt;
  if (fromClause.some((entry) => !('RangeFunction' in entry))) return false;
  return [...nodesIn(node, 'FuncCall')].some(({ funcname }) => {
    const parts = partsOf(funcname as readonly Node[]);
    return !KNOWN_FUNCTIONS.test(parts.at(-1) ?? '') || (parts.length > 1 && parts[0] !== 'pg_catalog');
  });
}

const KNOWN_FUNCTIONS =
  /^(set_config|current_setting|setval|nextval|currval|pg_sleep|pg_(try_)?advisory_\w+|pg_get_\w+|to_reg\w+|txid_current|version|now|clock_timestamp|count|max|min|sum|coalesce|format|concat|lower|upper|length|quote_\w+|gen_random_uuid|generate_series|pg_notify|pg_typeof|array_\w+|jsonb?_\w+)$/;
