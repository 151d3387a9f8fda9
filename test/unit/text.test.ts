import { expect, test } from '@jest/globals';
import { counted } from '../../src/engine/counted.js';
import { amount } from '../../src/runtime/progress.js';
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
