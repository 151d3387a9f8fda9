import { expect, test } from '@jest/globals';
import { layoutHazards, type Layout } from '../../src/services/postgres/layout.js';

const layout = (columns: Record<string, string>, rules: string[] = [], labels = ['free', 'gold']): Layout => ({
  tables: { 'public.orders': { columns, rules } },
  enums: { 'public.tier': labels },
});
const before = layout({ id: 'integer not null', note: 'text', tier: 'public.tier required' });

test.each<[string, Layout, [string, string][]]>([
  ['nothing', before, []],
  ['a new table and a nullable column', layout({ ...before.tables['public.orders']?.columns, extra: 'text' }), []],
  [
    'a column is dropped',
    layout({ id: 'integer not null', tier: 'public.tier required' }),
    [['gone', 'orders.note is gone: old code that reads or writes it fails']],
  ],
  [
    'the table is dropped',
    { tables: {}, enums: before.enums },
    [['gone', 'orders is gone: old code that uses it fails']],
  ],
  [
    'a required column is added',
    layout({ ...before.tables['public.orders']?.columns, region: 'text required' }),
    [['breaks', 'orders.region is new, NOT NULL and has no default: inserts of old code into orders fail']],
  ],
  [
    'another type',
    layout({ id: 'integer not null', note: 'jsonb', tier: 'public.tier required' }),
    [['breaks', 'orders.note is jsonb, and was text: old code reads and writes text']],
  ],
  [
    'a wider type',
    layout({ id: 'bigint not null', note: 'text', tier: 'public.tier required' }),
    [['may-break', 'orders.id is bigint, and was integer: old code reads and writes integer']],
  ],
  [
    'NOT NULL, and a default that is gone',
    layout({ id: 'integer required', note: 'text required', tier: 'public.tier required' }),
    [
      ['may-break', 'orders.id has no default any more: inserts of old code that leave it out fail'],
      ['may-break', 'orders.note no longer accepts NULL: writes of old code that leave it empty fail'],
    ],
  ],
  [
    'a constraint',
    layout({ ...before.tables['public.orders']?.columns }, ['unique orders_note_key']),
    [['may-break', 'orders has the new constraint unique orders_note_key: writes of old code that violate it fail']],
  ],
  [
    'values of an enum, what is gone first',
    layout({ ...before.tables['public.orders']?.columns }, [], ['gold', 'black']),
    [
      ['gone', 'value "free" of tier is gone: old code that uses it fails'],
      ['may-break', 'value "black" of tier is new: old code that reads a row with it may fail'],
    ],
  ],
])('%s', (_name, now, expected) => {
  expect(layoutHazards(before, now).map(({ kind, text }) => [kind, text])).toEqual(expected);
});

test('a column may have the name of a member of each object', () => {
  const [without, having] = [layout({}), layout({ constructor: 'text required' })];
  const texts = (saved: Layout, live: Layout) => layoutHazards(saved, live).map(({ text }) => text);
  expect(texts(having, without)).toEqual(['orders.constructor is gone: old code that reads or writes it fails']);
  expect(texts(without, having)).toEqual([
    'orders.constructor is new, NOT NULL and has no default: inserts of old code into orders fail',
  ]);
});
