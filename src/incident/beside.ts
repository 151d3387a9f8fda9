import type { KeptObject, SetAside } from '../engine/capabilities.js';
import { sha256 } from '../runtime/digest.js';
import type { Obligation } from './entry.js';

/** The command with which a person discharges an obligation. */
export type ByHand = (id: string, reason: string) => string;

/** An obligation without the rollback that left it. */
export type Unowned = Omit<Obligation, 'rollback'>;

/** What a rollback kept, and the resource beside which it lies. */
type Kept = KeptObject & { readonly resource: string };
type Command = (words: readonly string[]) => string;

/** What a rollback kept is dropped when nobody needs it. */
export function keptObject(
  { resource, what, since, drop, name, where }: Kept,
  byHand: ByHand,
  command: Command,
): Unowned {
  const id = `kept-database:${sha256(`${resource} ${what}`).slice(0, 12)}`;
  return {
    id,
    kind: 'kept-database',
    what: `${what} (kept since ${since})`,
    resource,
    items: [what],
    discharge: `When nobody needs it any more: ${name === undefined ? '' : `${command(['recover', '--drop-database', name])} plans to drop it after some days. By hand: `}${drop}. Then: ${byHand(id, 'dropped')}`,
    ...(where === undefined ? {} : { where }),
  };
}

/** One at most: none if nothing replicates there. */
export function replicationLeft(
  { resource, what, replication, where }: Kept,
  byHand: ByHand,
  command: Command,
): Unowned[] {
  const active = (replication?.left ?? []).filter((one) => one.active).map((one) => one.what);
  if (replication === undefined || active.length === 0) return [];
  const id = `replication-left:${sha256(`${resource} ${what}`).slice(0, 12)}`;
  return [
    {
      id,
      kind: 'replication-left',
      what: `Replication stayed with the ${what}, and does not reach what took its place: ${active.join(', ')}.`,
      resource,
      items: [what, ...active],
      discharge: `${replication.move} Then ${command(['recover'])} discharges it. If it stays there: ${byHand(id, 'why')}`,
      ...(where === undefined ? {} : { where }),
    },
  ];
}

/** Since when a database is kept, by what its obligation says; null if that does not say it. */
export const keptSince = (what: string): string | null => / \(kept since (\S+)\)$/.exec(what)?.[1] ?? null;

/** What an interrupted rollback left. */
export function leftover(
  resource: string,
  { what, why, drop, where }: SetAside & { kind: 'unfinished' },
  byHand: ByHand,
): Unowned {
  const id = `leftover:${sha256(`${resource} ${what}`).slice(0, 12)}`;
  return {
    id,
    kind: 'leftover',
    what: why,
    resource,
    items: [what],
    discharge: `Run the rollback again, or: ${drop}. Then: ${byHand(id, 'dropped')}`,
    ...(where === undefined ? {} : { where }),
  };
}

/** What of the replication that an obligation names is not moved yet. Pure. */
export const stillReplicated = ({ items }: Pick<Obligation, 'items'>, { replication }: KeptObject): string[] =>
  (replication?.left ?? []).map(({ what }) => what).filter((what) => items.includes(what));

/**
 * What keeps an obligation about an object beside production open; undefined if nothing of what lies there does. A kept object
 * that a person gave another name is known by the time since when it is kept. Pure.
 */
export const stillBeside = (
  { kind, items, what: told }: Pick<Obligation, 'kind' | 'items' | 'what'>,
  objects: readonly SetAside[],
): SetAside | undefined => {
  const isFor = ({ kind: now }: SetAside): boolean =>
    now === 'unmarked' || (now === 'kept') === (kind === 'kept-database');
  const isNamed = (object: SetAside): boolean => {
    const begins = object.kind === 'kept' ? object.begins : undefined;
    return items.some((item) => (begins === undefined ? item === object.what : item.startsWith(begins)));
  };
  const since = kind === 'kept-database' ? keptSince(told) : null;
  return (
    objects.find((object) => isFor(object) && isNamed(object)) ??
    objects.find((object) => object.kind === 'kept' && object.since === since)
  );
};
