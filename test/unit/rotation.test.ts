import { describe, expect, test } from '@jest/globals';
import { contactsAt } from '../../src/config/contacts-now.js';
import type { Rotation } from '../../src/config/contacts.js';
import { turnOf } from '../../src/config/rotation.js';

const rotation = (given: Partial<Rotation> = {}): Rotation => ({
  ...{ start: '2026-01-05T09:00', timezone: 'Europe/Berlin', days: 7, people: ['Ada', 'Bo', 'Cy'] },
  ...given,
});
const who = (at: string, given: Partial<Rotation> = {}): string | undefined =>
  turnOf(rotation(given), new Date(at))?.person;

describe('who is on call', () => {
  test('in turn, from the minute of the change on; nobody before the first one', () => {
    expect(who('2026-01-05T07:59:59.999Z')).toBeUndefined();
    expect(who('2026-01-05T08:00:00Z')).toBe('Ada');
    expect(who('2026-01-12T07:59:59.999Z')).toBe('Ada');
    expect(who('2026-01-12T08:00:00Z')).toBe('Bo');
    expect(who('2026-01-19T08:00:00Z')).toBe('Cy');
    expect(who('2026-01-26T08:00:00Z')).toBe('Ada');
    expect(who('2020-01-01T00:00:00Z')).toBeUndefined();
  });

  // The clock goes forward on 2026-03-29 and back on 2026-10-25: 9 o'clock is 8 h UTC, 7 h UTC, 8 h UTC.
  test.each([
    ['2026-03-30', '06:59', 'Cy', '07:00', 'Ada'],
    ['2026-10-26', '07:59', 'Cy', '08:00', 'Ada'],
  ])("the change is at 9 o'clock also after a change of the clock: %s", (day, before, first, after, second) => {
    expect([who(`${day}T${before}:59Z`), who(`${day}T${after}:00Z`)]).toEqual([first, second]);
  });

  test('a change at a time that the clock skips is an hour later, one that it shows twice is the first time', () => {
    const spring = { start: '2026-03-28T02:30', days: 1 };
    expect([who('2026-03-29T01:29:59Z', spring), who('2026-03-29T01:30:00Z', spring)]).toEqual(['Ada', 'Bo']);
    const autumn = { start: '2026-10-24T02:30', days: 1 };
    expect([who('2026-10-25T00:29:59Z', autumn), who('2026-10-25T00:30:00Z', autumn)]).toEqual(['Ada', 'Bo']);
  });

  test.each([
    ['Pacific/Auckland', '2026-01-11T10:59:59Z', '2026-01-11T11:00:00Z'],
    ['America/Los_Angeles', '2026-01-12T07:59:59Z', '2026-01-12T08:00:00Z'],
    ['Asia/Kathmandu', '2026-01-11T18:14:59Z', '2026-01-11T18:15:00Z'],
    ['UTC', '2026-01-11T23:59:59Z', '2026-01-12T00:00:00Z'],
  ])('a start without a time is midnight in %s', (timezone, before, after) => {
    const given = { start: '2026-01-05', timezone };
    expect([who(before, given), who(after, given)]).toEqual(['Ada', 'Bo']);
  });

  test('over both changes of the clock, each one has the same number of half days', () => {
    const halves = Array.from({ length: 2 * 7 * 3 * 15 }, (_, half) => Date.UTC(2026, 0, 5, 12) + half * 43_200_000);
    const turns = halves.map((at) => turnOf(rotation(), new Date(at))?.person ?? 'nobody');
    const lengths = ['Ada', 'Bo', 'Cy'].map((person) => turns.filter((one) => one === person).length);
    expect(lengths).toEqual([210, 210, 210]);
  });
});

test('contacts name the one who is on call, and until when', async () => {
  const contacts = [
    { name: 'On-call', role: 'all', reach: 'pager 1', rotation: rotation() },
    { name: 'Dee', role: 'payments', reach: '#payments' },
  ];
  expect(await contactsAt(contacts, new Date('2026-01-13T00:00:00Z'))).toEqual([
    { name: 'Bo (On-call, until 2026-01-19 09:00 Europe/Berlin)', role: 'all', reach: 'pager 1' },
    { name: 'Dee', role: 'payments', reach: '#payments' },
  ]);
  const [early] = await contactsAt(contacts, new Date('2026-01-01T00:00:00Z'));
  expect(early?.name).toBe('On-call (nobody before 2026-01-05T09:00 Europe/Berlin)');
});
