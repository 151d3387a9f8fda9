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
afterEach(() => {
  jest.useRealTimers();
});
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

test('two renewals at once do not take each other for another run', async () => {
  const ctx = testContext();
  const lock = await take(ctx);
  jest.advanceTimersByTime(2 * RENEWAL);
  await lock.assertHeld();
  expect([await keys(), ctx.lines]).toEqual([['3'], []]);
  await lock.release();
});

test('a lock that another run has is noticed before the next change, also long before its lease ends', async () => {
  const lock = await take();
  await store.put('locks/production/000000002.json', Buffer.from('{}'));
  await expect(lock.assertHeld()).rejects.toMatchObject({ code: 'environment-locked' });
});
