import type { Node, RangeVar, TypeName } from 'libpg-query';

/** Names of the objects of a parsed statement. */

/** Names as PostgreSQL resolves them: folded by the grammar; `public` is what an unqualified name means. */
export const qualified = (...parts: (string | undefined)[]): string => {
  const known = parts.filter((part) => part !== undefined && part !== '');
  return (known.length > 1 && known[0] === 'public' ? known.slice(1) : known).join('.');
};

export const nameOf = (relation: RangeVar | undefined): string => qualified(relation?.schemaname, relation?.relname);

export const nameIn = (parts: readonly Node[] | undefined): string => qualified(...partsOf(parts));

export const partsOf = (parts: readonly Node[] | undefined): string[] =>
  (parts ?? []).flatMap((part) => ('String' in part ? (part.String.sval ?? '') : []));

/** The parts of the name of an object in a DROP. */
export function droppedParts(object: Node): string[] {
  if ('List' in object) return partsOf(object.List.items);
  if ('TypeName' in object) return partsOf(object.TypeName.names);
  return partsOf([object]);
}

/** The last part of the name of a type, e.g. `varchar`. */
export function typeNamed(type: TypeName | undefined): string {
  return partsOf(type?.names).at(-1) ?? '';
}

export const isRelation = (type: string | undefined): boolean =>
  type === 'OBJECT_TABLE' || type === 'OBJECT_VIEW' || type === 'OBJECT_MATVIEW' || type === 'OBJECT_FOREIGN_TABLE';

/** True for a statement that reads or writes rows now; the bodies of functions and rules do not run now. */
export const isDml = (node: Node): boolean =>
  ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'CreateTableAsStmt'].some(
    (kind) => kind in node,
  );
