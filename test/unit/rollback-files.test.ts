import { expect, test } from '@jest/globals';
import { text } from 'node:stream/consumers';
import type { JournalEntry } from '../../src/engine/journal.js';
import type { Plan } from '../../src/engine/plan.js';
import { copiesOf, readJournal, rollbackFile } from '../../src/engine/rollback-files.js';
import { memoryStore } from '../support/memory-store.js';

const DIGEST = 'd'.repeat(64);
// Only where it lies and that it is written whole matters here.
const plan = { environment: 'production', digest: DIGEST } as Plan;
const entry = (what: string): JournalEntry => ({ at: '2026-11-27T00:00:00.000Z', event: 'begin', what });

/** A store whose writes wait for a call; each call carries the oldest write out, or lets it fail. */
function slowStore() {
  const store = memoryStore();
  const waiting: { readonly key: string; readonly go: (error?: Error) => void }[] = [];
  const slow = {
    ...store,
    put: async (key: string, content: Parameters<typeof store.put>[1]) => {
      await new Promise<void>((resolve, reject) => {
        waiting.push({ key, go: (error) => (error === undefined ? resolve() : reject(error)) });
      });
      return store.put(key, content);
    },
  };
  const next = async (error?: Error): Promise<string> => {
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const write = waiting.shift();
    write?.go(error);
    await new Promise((resolve) => setImmediate(resolve));
    return write?.key.split('/').at(-1) ?? '';
  };
  return { store: slow, next, waiting };
}

test('copies follow each other: the last one holds all entries, and the plan is written once', async () => {
  const { store, next, waiting } = slowStore();
  const entries = [entry('a')];
  const copy = copiesOf(store, plan, () => entries);
  const first = copy();
  const second = copy();
  expect(await next()).toBe('plan.json');
  entries.push(entry('b'));
  expect([await next(), await next()]).toEqual(['journal.jsonl', 'journal.jsonl']);
  await Promise.all([first, second]);
  expect(waiting).toEqual([]);
  expect(await readJournal(store, 'production', DIGEST)).toEqual(entries);
});

test('a copy that fails is an error of its own: the next one writes the plan, too', async () => {
  const { store, next } = slowStore();
  const copy = copiesOf(store, plan, () => [entry('a')]);
  const first = copy();
  const second = copy();
  await next(new Error('the store is full'));
  await expect(first).rejects.toThrow('the store is full');
  expect([await next(), await next()]).toEqual(['plan.json', 'journal.jsonl']);
  await second;
  const stored = await store.open(rollbackFile('production', DIGEST, 'plan.json')).then(text);
  expect(JSON.parse(stored)).toEqual(plan);
});
