import { expect, test } from '@jest/globals';
import { leftOut } from '../../src/providers/postgres/left-out.js';
import { Warnings } from '../../src/providers/postgres/warnings.js';

const PRINTED = `pg_dump: warning: there are circular foreign-key constraints on this table:
pg_dump: detail: fans
pg_dump: hint: You might not be able to restore the dump without using --disable-triggers.
pg_dump: saving search_path =
pg_dump: warning: owner of table "fans" appears to be invalid
pg_dump: warning: subscriptions not dumped because current user is not a superuser
`;

test.each([1, 7, 1000])('warnings are found with their details, in pieces of %d bytes', (size) => {
  const warnings = new Warnings();
  for (let at = 0; at < PRINTED.length; at += size) warnings.add(PRINTED.slice(at, at + size));
  expect(warnings.texts()).toEqual([
    'there are circular foreign-key constraints on this table: fans You might not be able to restore the dump without using --disable-triggers.',
    'owner of table "fans" appears to be invalid',
    'subscriptions not dumped because current user is not a superuser',
  ]);
  expect(leftOut(['the subscription feed'], warnings.texts())).toEqual([
    'the subscription feed',
    'perhaps an object: pg_dump warned "owner of table "fans" appears to be invalid"',
  ]);
});
