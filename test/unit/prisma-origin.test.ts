import { expect, test } from '@jest/globals';
import { capabilities } from '../../src/providers/prisma/capabilities.js';
import { plan } from '../../src/providers/prisma/plan.js';
import type { State } from '../../src/providers/prisma/state.js';

/** The snapshot has one migration less than production. */
const row = (name: string) => ({ id: name, name, checksum: 'c', startedAt: 1, finished: true, rolledBack: false });
const found = (origin: State['origin'] | null, ...names: string[]): State => ({
  ...{ schemaVersion: 1, database: 'shop', schema: 'public', closed: null, history: names.map(row), downs: [] },
  ...(origin === null || origin === undefined ? {} : { origin }),
});
const on = (server: string | null, database = '5') => ({ server, database });
const saved = (origin: State['origin'] | null) => found(origin, '1_init');
const live = (origin: State['origin'] | null) => found(origin, '1_init', '2_points');
const warnings = (then: State, now: State) => plan(then, now).flatMap((change) => change.warnings);
const NOT_KNOWN = expect.stringMatching(/^Nothing tells whether the URL leads to the server of the snapshot: /);

test('the same server and database: no word about them', () => {
  const [then, now] = [saved(on('1')), live(on('1'))];
  expect(plan(then, now)).toMatchObject([{ id: 'down', params: { kind: 'down' } }]);
  expect(warnings(then, now).join()).not.toMatch(/server|another database/);
  expect(capabilities.blindSpots?.(then, now)).toEqual([]);
});

test('another server whose database has the same name: its migrations are left to a person', () => {
  const changes = plan(saved(on('1')), live(on('2')));
  expect(changes).toMatchObject([{ id: 'other-object', database: 'down', params: {} }]);
  expect(changes[0]?.manual).toMatch(/^Set server 1 in the configuration and plan again, or choose a newer snapshot\./);
});

test('another server with the same history: nothing to do, and no claim about the server of the snapshot', () => {
  expect(plan(saved(on('1')), saved(on('2')))).toEqual([]);
  expect(capabilities.blindSpots?.(saved(on('1')), saved(on('2')))).toEqual([
    expect.stringContaining('the URL leads to another server'),
  ]);
});

test.each([
  ['a snapshot of an earlier version', null, on('1'), 'an earlier version of Rewind'],
  ['a user who may not ask now', on('1'), on(null), 'the user of the URL may not'],
  ['a user who was not allowed to ask', on(null), on('1'), 'the user of that time'],
])('%s: it can be used, and the plan and the claim say that nobody knows the server', (_, then, now, why) => {
  expect(plan(saved(then), live(now))).toMatchObject([{ id: 'down' }]);
  expect(warnings(saved(then), live(now))).toContainEqual(NOT_KNOWN);
  expect(warnings(saved(then), live(now)).join()).toContain(why);
  expect(capabilities.blindSpots?.(saved(then), live(now))).toEqual([expect.stringContaining(why)]);
  expect(plan(saved(then), saved(now))).toEqual([]);
});

test('another database of the server that has the name now: the plan warns', () => {
  expect(warnings(saved(on('1', '5')), live(on('1', '6')))).toContainEqual(
    '"shop" is another database than at the snapshot: a restore or a person gave it the name since.',
  );
});

test('a database that is closed is not compared, so nothing is said of its server', () => {
  const closed = { ...found(null), closed: 'closed' };
  expect(plan(saved(on('1')), closed)).toMatchObject([{ id: 'closed' }]);
  expect(capabilities.blindSpots?.(saved(on('1')), closed)).toEqual([]);
});
