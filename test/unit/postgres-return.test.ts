import { expect, test } from '@jest/globals';
import { capabilities } from '../../src/providers/postgres/capabilities.js';
import { planReturn } from '../../src/providers/postgres/plan-return.js';
import type { State } from '../../src/providers/postgres/state.js';

/** The database that had the name at a moment. @param server null: this user may not ask for the identity */
const found = (server: string | null, oid: string): State => ({
  ...{ schemaVersion: 1, database: 'shop', snapshot: 's', serverMajor: 18, accessible: true, closed: null },
  ...{ integrity: 'rows', strategy: 'swap', tables: [], largeObjects: { count: 0, content: '0' } },
  ...{ schema: {}, sequences: {}, properties: null, leftOut: [], restored: null, reprinted: null },
  boundary: { next: '0', open: [], oldest: '0', seen: null },
  origin: { server, database: oid },
  reference: true,
});
const manual = (saved: State, live: State): (string | undefined)[] =>
  planReturn(saved, live).map((change) => change.manual);
const GONE =
  /^The server has no database with OID 5 any more: somebody dropped it, and its rows with it\. Restore "shop"/;
const PERHAPS =
  /^The server of the URL has no database with OID 5\. Nothing tells whether it is the server of the rollback: .* may not call pg_control_system\(\)\./;

test.each([
  ['the same server', '1', '1', GONE, []],
  ['another server', '1', '2', /^The previous database is on another server/, []],
  ['a server that does not say which one it is', '1', null, PERHAPS, [expect.stringContaining('the user of the URL')]],
])('the previous database is not on %s: that is all that the plan says', (_, then, now, says, blind) => {
  expect(manual(found(then, '5'), found(now, '6'))).toEqual([expect.stringMatching(says)]);
  expect(capabilities.blindSpots?.(found(then, '5'), found(now, '5'))).toEqual(blind);
});

const kept = (live: State): State => ({ ...live, referred: { name: 'other', since: null, touched: [] } });

test('a database with its number on another server is not the previous database', () => {
  expect(manual(found('1', '5'), kept(found('2', '6')))).toEqual([
    expect.stringMatching(/^The previous database is on another server/),
  ]);
});

test('a database with its number on a server that does not say which one it is: the plan warns', () => {
  const warnings = (now: string | null) => planReturn(found('1', '5'), kept(found(now, '6')))[0]?.warnings;
  const told = expect.stringMatching(/^Nothing tells whether the URL leads to the server of the rollback: the user/);
  expect(warnings(null)).toContainEqual(told);
  expect(warnings('1')).not.toContainEqual(told);
});

test('a user of that time who was not allowed to ask leaves the same doubt', () => {
  const [says] = manual(found(null, '5'), found('1', '6'));
  expect(says).toContain('the user of that time was not allowed to call pg_control_system()');
});
