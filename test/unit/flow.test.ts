import { expect, test } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { bothOf } from '../../src/runtime/flow.js';

test('bothOf gives both results', async () => {
  expect(await bothOf(Promise.resolve(1), Promise.resolve('a'))).toEqual([1, 'a']);
});

test.each([0, 1])('bothOf fails only when nothing works any more (failure of number %s)', async (which) => {
  let ended = false;
  const failing = Promise.reject(new Error('the store is full'));
  const working = nextTurn()
    .then(() => nextTurn())
    .then(() => (ended = true));
  const both = which === 0 ? bothOf(failing, working) : bothOf(working, failing);
  await expect(both).rejects.toThrow('the store is full');
  expect(ended).toBe(true);
});
