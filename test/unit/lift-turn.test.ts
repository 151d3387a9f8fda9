import { expect, test } from '@jest/globals';
import { inTurn } from '../../src/commands/mitigate/lift.js';

const NOW = '2026-11-27T12:00:00.000Z';
const OVER = '2026-11-27T11:00:00.000Z';
const LATER = '2026-11-27T13:00:00.000Z';
const open = [
  { digest: 'a', name: 'later', until: LATER },
  { digest: 'b', name: 'overtaken', until: OVER },
  { digest: 'c', name: 'first', until: OVER },
  { digest: 'd', name: 'second', until: OVER },
];
const states = async (onlyOne: boolean): Promise<string[]> => {
  const done = await inTurn(open, NOW, onlyOne, ({ name }) =>
    Promise.resolve(
      name === 'overtaken'
        ? { state: 'failed', text: 'Somebody changed it.', acted: false }
        : { state: 'lifted', text: 'Lifted.', acted: true },
    ),
  );
  return done.map(({ name, state }) => `${name}: ${state}`);
};

test('a mitigation that cannot be lifted hides no older one', async () => {
  expect(await states(false)).toEqual(['later: waiting', 'overtaken: failed', 'first: lifted', 'second: lifted']);
  expect(await states(true)).toEqual(['later: waiting', 'overtaken: failed', 'first: lifted', 'second: waiting']);
});
