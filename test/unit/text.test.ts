import { expect, test } from '@jest/globals';
import { counted } from '../../src/engine/counted.js';
import { amount, seconds } from '../../src/runtime/progress.js';
import { plural } from '../../src/runtime/text.js';

test.each([
  [plural(0, 'row'), '0 rows'],
  [plural(1, 'row'), '1 row'],
  [plural(999, 'row'), '999 rows'],
  [plural(1204, 'row'), '1,204 rows'],
  [plural(1, 'event was', 'events were'), '1 event was'],
  [plural(2, 'event was', 'events were'), '2 events were'],
  [amount(1, 'items'), '1 item'],
  [amount(0.6, 'rows'), '1 row'],
  [amount(1204, 'rows'), '1,204 rows'],
  [counted(1, 'item', ['banner']), '1 item: banner'],
  [counted(6, 'item', ['a', 'b', 'c', 'd', 'e', 'f']), '6 items: a, b, c, d, e and 1 more'],
])('%s', (text, wanted) => expect(text).toBe(wanted));

test('a time has no 60 seconds', () => {
  expect([9.94, 59.6, 89.4, 89.6, 119.4, 119.7, 179.5].map(seconds)).toEqual([
    '9.9 s',
    '60 s',
    '89 s',
    '1 min 30 s',
    '1 min 59 s',
    '2 min 0 s',
    '3 min 0 s',
  ]);
});
