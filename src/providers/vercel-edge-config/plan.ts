import type { Change } from '../../engine/change.js';
import { otherObject } from '../../engine/other-object.js';
import type { ItemState, Params, State } from './state.js';
import { plural } from '../../runtime/text.js';

/** One change for the whole store: Vercel executes all operations of one request atomically. */
export function plan(saved: State, live: State): Change[] {
  const other = otherObject('items', [{ key: 'store', saved: saved.store, live: live.store }]);
  if (other) return [other];
  return narrow(saved, live, differingKeys(saved, live));
}

/** The change of these items. */
export function narrow(saved: State, live: State, differences: readonly string[]): Change[] {
  if (differences.length === 0) return [];
  const text = (from: State, other: State): string =>
    differences.map((key) => itemText(key, other.items, from.items)).join('; ');
  const set = Object.fromEntries(
    differences.flatMap((key) => {
      const value = find(saved.items, key)?.set;
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const owner = saved.purpose ?? live.purpose;
  return [
    {
      id: 'items',
      stage: 'configuration',
      action: 'update',
      target: `${plural(differences.length, 'item')} of Edge Config "${saved.slug}"`,
      before: text(live, saved),
      after: text(saved, live),
      effect: 'live',
      undo: '"rewind undo" sets it back',
      warnings: [],
      parts: differences,
      params: {
        kind: 'items',
        keys: [...differences],
        ...(Object.keys(set).length === 0 ? {} : { set }),
      } satisfies Params,
      ...(owner === null
        ? {}
        : { manual: `This store belongs to ${owner}: set the items back there, or use the provider for it.` }),
    },
  ];
}

const find = (items: readonly ItemState[], key: string): ItemState | undefined =>
  items.find((candidate) => candidate.key === key);

/** What a plan says of an item on one side. @param other the items of the other side */
export function itemText(key: string, other: readonly ItemState[], items: readonly ItemState[]): string {
  const [a, b] = [find(other, key), find(items, key)];
  return `${key}: ${shown(b, isOnlyDescribed(a, b))}`;
}

/** Keys with different values or descriptions, or on one side only, sorted. */
function differingKeys(saved: State, live: State): string[] {
  const byKey = (from: State): Map<string, ItemState> => new Map(from.items.map((item) => [item.key, item]));
  const before = byKey(saved);
  const now = byKey(live);
  return [...new Set([...before.keys(), ...now.keys()])].sort().filter((key) => {
    const [a, b] = [before.get(key), now.get(key)];
    return a === undefined || b === undefined || !same(a, b);
  });
}

function same(a: ItemState, b: ItemState): boolean {
  if (a.description !== b.description) return false;
  // A value of a measure has no fingerprint.
  const isSet = a.set !== undefined || b.set !== undefined;
  return isSet ? a.preview !== null && a.preview === b.preview : a.value === b.value;
}

/** True for two items that differ only in the description: without it, the plan would show no difference. */
const isOnlyDescribed = (a: ItemState | undefined, b: ItemState | undefined): boolean =>
  a !== undefined && b !== undefined && same({ ...a, description: null }, { ...b, description: null });

function shown(entry: ItemState | undefined, described: boolean): string {
  if (entry === undefined) return 'absent';
  // Different sealed values must have different texts.
  const value = entry.preview ?? `sealed value ${entry.value.slice(0, 6)}`;
  if (!described) return value;
  return `${value}, ${entry.description === null ? 'no description' : `description "${entry.description}"`}`;
}
