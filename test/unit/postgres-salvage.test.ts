import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide, parentsFirst, type Sides, type Version } from '../../src/providers/postgres/salvage/merge.js';

const sides = (theirs: Version, ours: Version, more: Partial<Sides> = {}): Sides => ({
  theirs,
  ours,
  equal: false,
  inBase: null,
  ...more,
});

test.each([
  ['written there, untouched here', sides('changed', 'base'), 'update'],
  ['written there with the same values', sides('changed', 'base', { equal: true }), 'none'],
  ['inserted there', sides('changed', 'absent', { inBase: false }), 'insert'],
  ['written there, deleted here', sides('changed', 'absent', { inBase: true }), 'conflict'],
  ['written there, perhaps deleted here', sides('changed', 'absent'), 'conflict'],
  ['written on both sides', sides('changed', 'changed'), 'conflict'],
  ['written on both sides, equal', sides('changed', 'changed', { equal: true }), 'none'],
  ['deleted there, untouched here', sides('absent', 'base'), 'delete'],
  ['deleted there, written here', sides('absent', 'changed', { inBase: true }), 'conflict'],
  ['inserted here', sides('absent', 'changed', { inBase: false }), 'none'],
  ['untouched there, written here', sides('base', 'changed'), 'none'],
  ['untouched there, deleted here', sides('base', 'absent'), 'none'],
])('%s', (_name, given, action) => expect(decide(given).action).toBe(action));

/** A row as its values; a key without a row is absent. */
type Rows = ReadonlyMap<number, number>;
interface Write {
  readonly key: number;
  /** null deletes. */
  readonly value: number | null;
}
const rows = fc.array(fc.tuple(fc.nat(12), fc.nat(3))).map((entries): Rows => new Map(entries));
const writes = fc.array(fc.record({ key: fc.nat(14), value: fc.oneof(fc.nat(3), fc.constant(null)) })) as fc.Arbitrary<
  Write[]
>;

/** Applies writes as a database does: a row that was written has a new transaction id, also if its values are the old ones. */
function side(base: Rows, log: readonly Write[]): { rows: Rows; version: (key: number) => Version } {
  const result = new Map(base);
  const written = new Set<number>();
  for (const { key, value } of log) {
    if (value === null) result.delete(key);
    else result.set(key, value);
    if (value !== null) written.add(key);
  }
  return {
    rows: result,
    version: (key) => (!result.has(key) ? 'absent' : written.has(key) ? 'changed' : 'base'),
  };
}

function merge(base: Rows, theirs: ReturnType<typeof side>, ours: ReturnType<typeof side>) {
  const result = new Map(ours.rows);
  const conflicts = new Set<number>();
  for (let key = 0; key <= 14; key += 1) {
    const { action } = decide({
      theirs: theirs.version(key),
      ours: ours.version(key),
      equal: theirs.rows.get(key) === ours.rows.get(key),
      inBase: base.has(key),
    });
    if (action === 'conflict') conflicts.add(key);
    else if (action === 'delete') result.delete(key);
    else if (action !== 'none') result.set(key, theirs.rows.get(key) ?? -1);
  }
  return { result, conflicts };
}

describe('random writes on both sides', () => {
  test('equals the textbook merge by values, or lists a conflict and leaves the row alone', () =>
    fc.assert(
      fc.property(rows, writes, writes, (base, there, here) => {
        const theirs = side(base, there);
        const ours = side(base, here);
        const { result, conflicts } = merge(base, theirs, ours);
        for (let key = 0; key <= 14; key += 1) {
          const [b, t, o] = [base.get(key), theirs.rows.get(key), ours.rows.get(key)];
          if (conflicts.has(key)) {
            expect([key, result.get(key)]).toEqual([key, o]);
            expect([theirs.version(key), ours.version(key)]).not.toContain('base');
          } else if (t === b) expect([key, result.get(key)]).toEqual([key, o]);
          else if (o === b || o === t) expect([key, result.get(key)]).toEqual([key, t]);
          else throw new Error(`${key}: base ${b}, theirs ${t}, ours ${o} is a conflict that was not listed`);
        }
      }),
      { numRuns: 2000 },
    ));

  test('what one side did not write is never a conflict', () =>
    fc.assert(
      fc.property(rows, writes, (base, there) => {
        const { result, conflicts } = merge(base, side(base, there), side(base, []));
        expect(conflicts.size).toBe(0);
        expect(result).toEqual(new Map(side(base, there).rows));
      }),
    ));
});

describe('the order of tables', () => {
  test('parents come before their children; a table may refer to itself', () =>
    expect(
      parentsFirst(
        ['a_items', 'orders', 'users'],
        [
          { table: 'a_items', parent: 'orders' },
          { table: 'orders', parent: 'users' },
          { table: 'users', parent: 'users' },
          { table: 'orders', parent: 'elsewhere' },
        ],
      ),
    ).toEqual({ order: ['users', 'orders', 'a_items'], cyclic: [] }));

  test('a cycle is named, and the rest is still in order', () =>
    expect(
      parentsFirst(
        ['a', 'b', 'c'],
        [
          { table: 'a', parent: 'b' },
          { table: 'b', parent: 'a' },
          { table: 'c', parent: 'a' },
        ],
      ),
    ).toEqual({ order: ['a', 'b', 'c'], cyclic: ['a'] }));
});
