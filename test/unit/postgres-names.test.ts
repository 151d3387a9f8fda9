import { expect, test } from '@jest/globals';
import { derivedName, isGivenName, isNewNameOf, newName } from '../../src/providers/postgres/names.js';
import {
  fenceToken,
  arrivedAt,
  keptBefore,
  keptFrom,
  madeFor,
  ownComment,
  RESTORE_TAG,
  withFenceTag,
  withFillingTag,
  withKeptTag,
  withReturnTag,
  withoutFenceTag,
  withoutTarget,
  withRestoreTag,
} from '../../src/providers/postgres/restore-tag.js';
import { settingStatement } from '../../src/providers/postgres/settings.js';

const SNAPSHOT = '20260101T000000Z-test00';
const target = { database: 'odd ]) name "x"', oid: 16384, snapshot: SNAPSHOT, token: '0a1b2c3d' };

test('names that must be cut still differ, and fit', () => {
  const long = (end: string): string => `${'ä'.repeat(40)}${end}`;
  const names = ['a', 'b'].flatMap((end) => [
    derivedName(long(end), 'before', SNAPSHOT),
    newName(long(end), SNAPSHOT, '00000000'),
  ]);
  expect(new Set(names).size).toBe(4);
  for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(60);
  expect(isNewNameOf(newName(long('a'), SNAPSHOT, '0a1b2c3d'), long('a'))).toBe(true);
  expect(isNewNameOf(newName(long('a'), SNAPSHOT, '0a1b2c3d'), long('b'))).toBe(false);
  expect(isNewNameOf('shop_new_attempt', 'shop')).toBe(false);
  const kept = derivedName(long('a'), 'before', SNAPSHOT);
  const given = [kept, `${kept}_2`, newName(long('a'), SNAPSHOT, '0a1b2c3d')];
  expect(given.map((name) => isGivenName(name, long('a')))).toEqual([true, true, true]);
  expect(given.map((name) => isGivenName(name, long('b')))).toEqual([false, false, false]);
  expect(isGivenName('shop_before_2026', 'shop')).toBe(false);
});

test('a new database says for whom it was made until it is swapped in', () => {
  expect(madeFor(withFillingTag(target))).toEqual({ ...target, finished: false });
  const finished = withRestoreTag('the shop', SNAPSHOT, '900', target);
  expect(madeFor(finished)).toEqual({ ...target, finished: true });
  expect(withoutTarget(finished)).toBe(withRestoreTag('the shop', SNAPSHOT, '900'));
  expect(madeFor(withoutTarget(finished))).toBeNull();
  expect(RESTORE_TAG.exec(finished)?.slice(1, 3)).toEqual([SNAPSHOT, '900']);
});

const KEPT_AT = { at: '2026-11-26T16:40:00.000Z', next: '1200', deleted: 7n };

test('the marks of a fence and of a kept database come and go without a trace in the comment', () => {
  for (const own of [null, 'the shop', 'two\nlines']) {
    const restored = withRestoreTag(own, SNAPSHOT, '900');
    const fenced = withFenceTag(restored, '0a1b2c3d');
    expect(fenceToken(fenced)).toBe('0a1b2c3d');
    expect(fenceToken(restored)).toBeNull();
    expect(withoutFenceTag(fenced)).toBe(restored);
    expect(withoutFenceTag(withFenceTag(own, '00'))).toBe(own);
    const kept = withKeptTag(fenced, target.database, SNAPSHOT, KEPT_AT);
    expect([keptFrom(kept), fenceToken(kept), ownComment(kept)]).toEqual([target.database, null, own]);
    expect(keptBefore(kept)).toEqual({ database: target.database, snapshot: SNAPSHOT, ...KEPT_AT });
    const unknown = { ...KEPT_AT, deleted: null };
    expect(keptBefore(withKeptTag(own, 'shop', SNAPSHOT, unknown))).toMatchObject(unknown);
    expect(arrivedAt(kept)).toBe('900');
    const returned = withReturnTag(kept, '1500');
    expect([keptFrom(returned), arrivedAt(returned), ownComment(returned)]).toEqual([null, '1500', own]);
    expect(withKeptTag(returned, target.database, SNAPSHOT, KEPT_AT)).toBe(kept);
  }
});

test('settings are written as pg_dump writes them', () => {
  const written = (setting: string, role: string | null = null): string => settingStatement('shop', { role, setting });
  expect(written('temp_tablespaces=a, "b c"')).toBe(`ALTER DATABASE "shop" SET "temp_tablespaces" TO 'a', 'b c'`);
  expect(written('search_path="$user", "Odd ""name"""')).toBe(
    `ALTER DATABASE "shop" SET "search_path" TO '$user', 'Odd "name"'`,
  );
  expect(written('search_path=')).toBe(`ALTER DATABASE "shop" SET "search_path" TO ''`);
  expect(written('app.list=a, b', 'Reader')).toBe(`ALTER ROLE "Reader" IN DATABASE "shop" SET "app.list" TO 'a, b'`);
});
