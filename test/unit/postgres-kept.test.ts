import { describe, expect, test } from '@jest/globals';
import { withKeptTag, withRestoreTag, withReturnTag } from '../../src/providers/postgres/restore-tag.js';
import { findKept } from '../../src/providers/postgres/salvage/kept.js';

const OLD = '20260101T000000Z-000001';
const NEW = '20260102T000000Z-000002';

type Database = readonly [name: string, oid: number, comment: string | null];
/** What a server with these databases answers. */
const found = (...databases: Database[]) => {
  const rows = databases.map(([name, oid, comment]) => ({ name, oid: String(oid), comment }));
  const client = { query: () => Promise.resolve({ rows }) };
  return findKept(client as unknown as Parameters<typeof findKept>[0], 'shop', 'db');
};
const restored = (snapshot: string, next = '50', comment: string | null = null): string =>
  withRestoreTag(comment, snapshot, next);
const returned = (comment: string | null, next: string): string => withReturnTag(comment, next);
const aside = (comment: string | null, snapshot: string, next = '50', of = 'shop'): string =>
  withKeptTag(comment, of, snapshot, { at: '2026-01-02T00:00:00Z', next, deleted: null });
const nothing = (said: string) => ({
  code: 'salvage-nothing-kept',
  resource: 'db',
  message: expect.stringContaining(said),
});

describe('after a restore', () => {
  test('production is compared with the database that the restore of its snapshot put aside', async () => {
    expect(await found(['shop', 10, restored(NEW, '70')], ['kept', 9, aside(null, NEW)])).toEqual({
      ...{ name: 'kept', oid: '9', since: 'restore', snapshot: NEW, others: [] },
      production: { oid: '10', restored: '70' },
    });
  });

  test('not with one of another restore, of another database, or without a note; of these, only its own are named', async () => {
    const databases: Database[] = [
      ['shop', 20, restored(NEW)],
      ['zkept', 9, aside(restored(OLD), OLD)],
      ['akept', 8, aside(null, OLD)],
      ['others', 19, aside(null, NEW, '50', 'blog')],
      ['unmarked', 18, null],
      ['kept', 7, aside(null, NEW)],
    ];
    expect(await found(...databases)).toMatchObject({ name: 'kept', others: ['akept', 'zkept'] });
    await expect(found(...databases.slice(0, 5))).rejects.toMatchObject(
      nothing(`The restore of snapshot ${NEW} kept no`),
    );
  });

  test('of two that restores of one snapshot put aside, with the one that was production last; numbers are no texts', async () => {
    const first: Database = ['first', 99, aside(null, NEW)];
    const last: Database = ['last', 100, aside(restored(NEW), NEW)];
    const production: Database = ['shop', 101, restored(NEW)];
    const chosen = { name: 'last', others: ['first'] };
    expect(await found(production, first, last)).toMatchObject(chosen);
    expect(await found(production, last, first)).toMatchObject(chosen);
  });

  test('production itself is never the other side, whatever its comment says', async () => {
    const both = restored(NEW, '50', null) + aside(null, NEW).replace(/^/, '\n');
    await expect(found(['shop', 10, both])).rejects.toMatchObject(nothing('kept no database of "shop"'));
  });

  test('one that has the name of a kept one, and a comment of a person, is named: it is not said to be gone', async () => {
    const commented: Database = ['shop_before_20261123t030405z_1a2b3c', 9, 'Ask Anna'];
    await expect(found(['shop', 10, restored(NEW)], commented)).rejects.toMatchObject({
      ...nothing(`"${commented[0]}" has a name that a restore gives, and its comment does not say what it is.`),
      remedy: expect.stringContaining('"rewind undo"'),
    });
  });

  test('without a restore, and without the database, there is nothing', async () => {
    await expect(found(['shop', 10, null], ['kept', 9, aside(null, NEW)])).rejects.toMatchObject(
      nothing('"shop" was not restored from a snapshot.'),
    );
    await expect(found(['kept', 9, aside(null, NEW)])).rejects.toMatchObject(nothing('There is no database "shop".'));
  });
});

describe('after an undo', () => {
  test('with the database that the undo put aside, and the snapshot that one was restored from', async () => {
    expect(
      await found(
        ['shop', 9, returned(null, '80')],
        ['earlier', 8, aside(null, OLD, '60')],
        ['kept', 10, aside(restored(NEW, '50'), NEW, '80')],
      ),
    ).toEqual({
      ...{ name: 'kept', oid: '10', since: 'undo', snapshot: NEW, others: ['earlier'] },
      production: { oid: '9', restored: null },
    });
  });

  test('of the undo: production is the newer one, and its own snapshot counts, not that of the older restore', async () => {
    const kept: Database = ['kept', 99, aside(restored(OLD, '40'), NEW, '100')];
    // The undo is newer than the restore of production: as numbers, not as texts.
    expect(await found(['shop', 100, returned(restored(NEW, '99'), '100')], kept)).toMatchObject({
      ...{ name: 'kept', since: 'undo', snapshot: NEW, production: { restored: '99' } },
    });
    // No transaction between the restore and the undo.
    expect(await found(['shop', 100, returned(restored(NEW, '100'), '100')], kept)).toMatchObject({ since: 'undo' });
  });

  test('an undo from before the restore says nothing of it', async () => {
    const comment = returned(restored(NEW, '100'), '99');
    expect(
      await found(['shop', 10, comment], ['undone', 8, aside(restored(OLD), OLD, '99')], ['kept', 9, aside(null, NEW)]),
    ).toMatchObject({ name: 'kept', since: 'restore', snapshot: NEW });
  });

  test('nothing, if the database that it put aside is gone, or neither says its snapshot', async () => {
    const other: Database = ['other', 8, aside(restored(NEW), NEW, '60')];
    await expect(found(['shop', 9, returned(null, '80')], other)).rejects.toMatchObject(
      nothing('An undo brought "shop" back.'),
    );
    await expect(
      found(['shop', 9, returned(restored(OLD), '80')], ['kept', 10, aside(null, NEW, '80')]),
    ).rejects.toMatchObject(nothing('Neither "shop" nor "kept" says'));
  });
});
