import type { AlterTableCmd, ColumnDef, Constraint, DropStmt, Node, RangeVar } from 'libpg-query';
import {
  droppedParts,
  isDml,
  isRelation,
  nameIn,
  nameOf,
  partsOf,
  qualified,
  typeNamed,
} from '../../providers/prisma/objects.js';
import { nodesIn } from '../../providers/prisma/parser.js';
import type { RuleName } from './rules.js';

/** One rule that a statement breaks. */
export interface Effect {
  readonly rule: RuleName;
  /** The table, view or type, with its schema unless that is public. */
  readonly name: string;
  /** Byte offset in the statement; 0 when the grammar does not record one. */
  readonly offset: number;
}

const effect = (rule: RuleName, name: string, offset = 0): Effect => ({ rule, name, offset });

/** Effects of a statement of a migration.sql on the older code and on other sessions. */
export function effectsOf(node: Node): Effect[] {
  if ('AlterTableStmt' in node) {
    const { relation, cmds = [] } = node.AlterTableStmt;
    return cmds.flatMap((cmd) => ('AlterTableCmd' in cmd ? alterEffects(cmd.AlterTableCmd, nameOf(relation)) : []));
  }
  if ('DropStmt' in node) return dropEffects(node.DropStmt);
  if ('DropdbStmt' in node) return [effect('ban-drop-database', node.DropdbStmt.dbname ?? '')];
  if ('DropOwnedStmt' in node) return [effect('ban-drop-table', 'Everything that the role owns')];
  if ('RenameStmt' in node) {
    const { renameType, relationType, relation } = node.RenameStmt;
    if (renameType === 'OBJECT_COLUMN' && relationType !== 'OBJECT_INDEX')
      return [effect('renaming-column', nameOf(relation))];
    return isRelation(renameType) ? [effect('renaming-table', nameOf(relation))] : [];
  }
  if ('AlterObjectSchemaStmt' in node) {
    const { objectType, relation } = node.AlterObjectSchemaStmt;
    return isRelation(objectType) ? [effect('renaming-table', nameOf(relation))] : [];
  }
  if ('AlterEnumStmt' in node) return [effect('migration-enum-value', nameIn(node.AlterEnumStmt.typeName))];
  return [...deletedFrom(node).map((name) => effect('migration-deletes-rows', name)), ...lockEffects(node)];
}

function alterEffects({ subtype, def }: AlterTableCmd, name: string): Effect[] {
  if (subtype === 'AT_DropColumn') return [effect('ban-drop-column', name)];
  if (subtype === 'AT_SetNotNull') return [effect('adding-not-nullable-field', name)];
  if (subtype === 'AT_DropNotNull') return [effect('ban-drop-not-null', name)];
  // SET DEFAULT and DROP DEFAULT are one subtype; only the former has a value. SET DEFAULT NULL is the same as DROP DEFAULT.
  if (subtype === 'AT_DropIdentity' || (subtype === 'AT_ColumnDefault' && isNull(def)))
    return [effect('migration-drops-default', name)];
  if (subtype === 'AT_EnableRowSecurity' || subtype === 'AT_ForceRowSecurity')
    return [effect('migration-row-security', name)];
  if (subtype !== undefined && REWRITES.has(subtype)) return [effect('migration-locks-table', name)];
  if (def === undefined) return [];
  if (subtype === 'AT_AlterColumnType') {
    return 'ColumnDef' in def ? [effect('changing-column-type', name, def.ColumnDef.location)] : [];
  }
  if (subtype === 'AT_AddColumn') return 'ColumnDef' in def ? columnEffects(def.ColumnDef, name) : [];
  if (subtype !== 'AT_AddConstraint' || !('Constraint' in def)) return [];
  const rule = constraintRule(def.Constraint);
  return rule === null ? [] : [effect(rule, name, def.Constraint.location)];
}

/** No value, or NULL, also behind casts. */
function isNull(value: Node | undefined): boolean {
  if (value === undefined) return true;
  if ('TypeCast' in value) return isNull(value.TypeCast.arg);
  return 'A_Const' in value && value.A_Const.isnull === true;
}

/** PostgreSQL documentation, ALTER TABLE: each of them writes the whole table again under a lock. */
const REWRITES = new Set(['AT_SetLogged', 'AT_SetUnLogged', 'AT_SetAccessMethod', 'AT_SetTableSpace']);

function columnEffects({ constraints = [], typeName, location }: ColumnDef, name: string): Effect[] {
  const own = constraints.flatMap((entry) => ('Constraint' in entry ? [entry.Constraint] : []));
  const has = (...types: Constraint['contype'][]): boolean => own.some(({ contype }) => types.includes(contype));
  const isSerial = /^(small|big)?serial[248]?$/.test(typeNamed(typeName));
  const hasDefault = own.some(({ contype, raw_expr: value }) => contype === 'CONSTR_DEFAULT' && !isNull(value));
  const filled = hasDefault || has('CONSTR_IDENTITY', 'CONSTR_GENERATED') || isSerial;
  const required = has('CONSTR_NOTNULL', 'CONSTR_PRIMARY') && !filled;
  return [
    ...(required ? [effect('adding-required-field', name, location)] : []),
    ...(isSerial || own.some(isOfEachRow) ? [effect('adding-field-with-default', name, location)] : []),
    ...own.flatMap((constraint): Effect[] => {
      // A new column without values is not scanned for its foreign key.
      const rule = constraint.contype === 'CONSTR_FOREIGN' ? null : constraintRule(constraint);
      return rule === null || constraint.contype === 'CONSTR_NOTNULL' ? [] : [effect(rule, name, location)];
    }),
  ];
}

/** Each row gets a value of its own, so PostgreSQL writes the table again. One value for all rows is kept in the catalog. */
function isOfEachRow({ contype, raw_expr: value, generated_kind: kind }: Constraint): boolean {
  if (contype === 'CONSTR_IDENTITY') return true;
  if (contype === 'CONSTR_GENERATED') return kind !== 'v';
  return (
    contype === 'CONSTR_DEFAULT' &&
    [...nodesIn(value, 'FuncCall')].some(({ funcname }) => !SAME_FOR_ALL.test(partsOf(funcname as Node[]).at(-1) ?? ''))
  );
}

/** Functions of PostgreSQL that are not volatile. Others are taken for volatile: the grammar does not know them. */
export const SAME_FOR_ALL =
  /^(now|(transaction|statement)_timestamp|current_(setting|schema|database)|timezone|date_(trunc|part)|make_\w+|to_(char|date|number|timestamp|jsonb?)|age|lower|upper|concat(_ws)?|format|repeat|md5|length|coalesce|jsonb?_(build_(object|array)|object)|array_(fill|append|cat)|decode|encode|abs|round|floor|ceil)$/;

function constraintRule({ contype, skip_validation: notValid, indexname }: Constraint): RuleName | null {
  if (contype === 'CONSTR_FOREIGN' || contype === 'CONSTR_CHECK') {
    return notValid === true ? null : 'constraint-missing-not-valid';
  }
  if (contype === 'CONSTR_NOTNULL') return notValid === true ? null : 'adding-not-nullable-field';
  if (indexname !== undefined) return null;
  if (contype === 'CONSTR_UNIQUE' || contype === 'CONSTR_EXCLUSION') return 'disallowed-unique-constraint';
  return contype === 'CONSTR_PRIMARY' ? 'adding-serial-primary-key-field' : null;
}

function dropEffects({ removeType, objects = [], behavior }: DropStmt): Effect[] {
  const cascade = behavior === 'DROP_CASCADE';
  const names = objects.map((object) => qualified(...droppedParts(object)));
  // Without CASCADE, PostgreSQL refuses to drop a schema with tables, or a type that a column has.
  if (isRelation(removeType) || (removeType === 'OBJECT_SCHEMA' && cascade)) {
    return names.map((name) => effect('ban-drop-table', name));
  }
  const columns = removeType === 'OBJECT_TYPE' || removeType === 'OBJECT_DOMAIN' || removeType === 'OBJECT_EXTENSION';
  return columns && cascade ? names.map((name) => effect('ban-drop-column', name)) : [];
}

/** Tables that lose rows, also in a WITH clause. Ignores the bodies of functions and rules: they do not run now. */
function deletedFrom(node: Node): string[] {
  if ('TruncateStmt' in node) return relationsIn(node.TruncateStmt.relations);
  if (!isDml(node)) return [];
  const merges = [...nodesIn(node, 'MergeStmt')].filter((merge) =>
    [...nodesIn(merge, 'MergeWhenClause')].some(({ commandType }) => commandType === 'CMD_DELETE'),
  );
  return [...nodesIn(node, 'DeleteStmt'), ...merges].map(({ relation }) => nameOf(relation as RangeVar));
}

const relationsIn = (nodes: readonly Node[] = []): string[] =>
  nodes.flatMap((entry) => ('RangeVar' in entry ? [nameOf(entry.RangeVar)] : []));

function lockEffects(node: Node): Effect[] {
  const locked = (...names: string[]): Effect[] => names.map((name) => effect('migration-locks-table', name));
  if ('IndexStmt' in node) {
    const { concurrent, relation } = node.IndexStmt;
    return concurrent === true ? [] : [effect('require-concurrent-index-creation', nameOf(relation))];
  }
  if ('ReindexStmt' in node) {
    const { params, relation, kind } = node.ReindexStmt;
    return kind === 'REINDEX_OBJECT_TABLE' && !hasOption(params, 'concurrently')
      ? [effect('require-concurrent-reindex', nameOf(relation))]
      : [];
  }
  if ('VacuumStmt' in node && hasOption(node.VacuumStmt.options, 'full')) {
    return locked(
      ...[...nodesIn(node.VacuumStmt.rels, 'VacuumRelation')].map(({ relation }) => nameOf(relation as RangeVar)),
    );
  }
  if ('RefreshMatViewStmt' in node) {
    const { concurrent, relation } = node.RefreshMatViewStmt;
    return concurrent === true ? [] : locked(nameOf(relation));
  }
  if ('ClusterStmt' in node) return locked(nameOf(node.ClusterStmt.relation));
  return 'LockStmt' in node ? locked(...relationsIn(node.LockStmt.relations)) : [];
}

const hasOption = (options: readonly Node[] = [], name: string): boolean =>
  options.some((option) => 'DefElem' in option && option.DefElem.defname === name);

/**
 * The tables and types that a statement certainly creates. Neither older code nor other sessions use them yet. With IF NOT
 * EXISTS the table may have been there.
 */
export function createdBy(node: Node): string[] {
  if ('CreateStmt' in node) return node.CreateStmt.if_not_exists === true ? [] : [nameOf(node.CreateStmt.relation)];
  if ('CreateTableAsStmt' in node) {
    const { into, if_not_exists: maybe } = node.CreateTableAsStmt;
    return maybe === true ? [] : [nameOf(into?.rel)];
  }
  if ('ViewStmt' in node) return node.ViewStmt.replace === true ? [] : [nameOf(node.ViewStmt.view)];
  if ('CreateEnumStmt' in node) return [nameIn(node.CreateEnumStmt.typeName)];
  if ('CompositeTypeStmt' in node) return [nameOf(node.CompositeTypeStmt.typevar)];
  return 'CreateDomainStmt' in node ? [nameIn(node.CreateDomainStmt.domainname)] : [];
}
