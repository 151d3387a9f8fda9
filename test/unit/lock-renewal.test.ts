import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { acquireLock } from '../../src/store/lock.js';
import type { Store } from '../../src/store/store.js';
import { testContext } from '../support/context.js';
import { memoryStore } from '../support/memory-store.js';

const RENEWAL = 30_000;
let store: Store;
beforeEach(() => {
  store = memoryStore();
  // Promises and streams go on as they are.
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'setTimeout', 'Date', 'performance'],
  });
});
afterEach(() => jest.useRealTimers());
const keys = async (): Promise<string[]> => (await store.list('locks')).map(({ key }) => key.slice(-6, -5));
const take = (ctx = testContext()) =>
  acquireLock(store, ctx, { environment: 'production', command: 'rollback', digest: null, run: null });

test('a long change keeps its lock: it is renewed every 30 s, and no more once it is released', async () => {
  const lock = await take();
  expect(await keys()).toEqual(['1']);
  for (const number of ['2', '3']) {
    jest.advanceTimersByTime(RENEWAL);
    await lock.assertHeld();
    expect(await keys()).toEqual([number]);
  }
  await lock.release();
  jest.advanceTimersByTime(3 * RENEWAL);
  await lock.assertHeld().catch(() => undefined);
  expect(await keys()).toEqual(['4']);
});

test('a renewal that fails is said, and a change after it is refused', async () => {
  const ctx = testContext();
  const whole = store;
  let fails = false;
  store = { ...whole, list: (prefix) => (fails ? Promise.reject(new Error('away')) : whole.list(prefix)) };
  const lock = await take(ctx);
  fails = true;
  jest.advanceTimersByTime(RENEWAL);
  await expect(lock.assertHeld()).rejects.toThrow('away');
  expect(ctx.lines.join('\n')).toContain('The lock of the environment could not be renewed: ');
  fails = false;
  await lock.release();
});
