import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { holidaysOf, placeProblem } from '../../src/config/holidays.js';
import { checkConfig } from '../../src/config/load.js';
import { instantOf } from '../../src/config/local-time.js';
import { windows as schema, type Windows } from '../../src/config/windows.js';
import { calendarOf, nextChange, obstacleAt } from '../../src/readiness/windows/calendar.js';
import { deployGate } from '../../src/readiness/windows/gate.js';
import { deployState, windowFindings } from '../../src/readiness/windows/index.js';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'] as const;
const windows = (over: Partial<Windows> & { readonly timezone: string }): Windows => schema.parse(over);
const state = (given: Windows, now: string) => deployState(given, new Date(now));

describe('the window for deploys', () => {
  const office = windows({ timezone: 'Europe/Berlin', open: [{ days: ['mon', 'thu'], from: '08:00', to: '16:00' }] });
  it.each([
    ['Monday 08:00 in winter', '2026-11-23T07:00:00Z', true],
    ['Monday 07:59', '2026-11-23T06:59:59Z', false],
    ['Monday 15:59', '2026-11-23T14:59:59Z', true],
    ['Monday 16:00', '2026-11-23T15:00:00Z', false],
    ['Thursday in summer, an hour earlier in UTC', '2026-07-23T06:00:00Z', true],
    ['Friday', '2026-11-27T10:00:00Z', false],
  ])('%s', async (_when, now, open) => {
    expect((await state(office, now)).open).toBe(open);
    expect(await windowFindings(office, new Date(now))).toHaveLength(open ? 0 : 1);
  });

  it('says when it opens and closes, in the zone and in UTC, across a change of the clock', async () => {
    expect((await state(office, '2026-11-23T14:00:00Z')).why).toBe(
      'Deploys are allowed until Mon 2026-11-23 16:00 +01:00 Europe/Berlin (2026-11-23 15:00 UTC).',
    );
    expect((await state(office, '2026-03-26T16:00:00Z')).why).toBe(
      'It is outside the deploy window (mon, thu 08:00 to 16:00; Europe/Berlin). Deploys are allowed again from Mon 2026-03-30 08:00 +02:00 Europe/Berlin (2026-03-30 06:00 UTC).',
    );
  });

  it('over midnight, belongs to the day on which it begins', async () => {
    const night = windows({ timezone: 'UTC', open: [{ days: ['mon'], from: '22:00', to: '02:00' }] });
    const open = (now: string) => state(night, now).then((one) => one.open);
    expect(await open('2026-11-23T23:00:00Z')).toBe(true);
    expect(await open('2026-11-24T01:59:00Z')).toBe(true);
    expect(await open('2026-11-24T02:00:00Z')).toBe(false);
    expect(await open('2026-11-23T01:00:00Z')).toBe(false);
  });

  it('is open all the time where there are only freezes, and does not matter where nothing is configured', async () => {
    expect((await state(windows({ timezone: 'UTC' }), '2026-11-23T01:00:00Z')).why).toBe('Deploys are allowed.');
    expect(await windowFindings(undefined, new Date())).toEqual([]);
    expect(await deployGate(undefined, new Date(), 'ada', 'x')).toBeNull();
  });

  it('never opens behind a freeze of years, and says so', async () => {
    const frozen = windows({
      timezone: 'UTC',
      freezes: [{ from: '2026-01-01T00:00', to: '2029-01-01T00:00', reason: 'the shop is sold' }],
    });
    expect((await state(frozen, '2026-11-23T01:00:00Z')).why).toMatch(/No window opens in the next 400 days\.$/);
  });
});

describe('a freeze', () => {
  const christmas = windows({
    timezone: 'Europe/Berlin',
    open: [{ days: ['mon', 'tue', 'wed', 'thu'], from: '09:00', to: '16:00' }],
    freezes: [{ from: '2026-12-18T18:00', to: '2027-01-04T10:30', reason: 'Christmas trade' }],
  });
  it('overrides an open window, and the next opening is where both allow it', async () => {
    expect((await state(christmas, '2026-12-21T10:00:00Z')).why).toBe(
      'Deploys are frozen: Christmas trade (Fri 2026-12-18 18:00 +01:00 to Mon 2027-01-04 10:30 +01:00). Deploys are allowed again from Mon 2027-01-04 10:30 +01:00 Europe/Berlin (2027-01-04 09:30 UTC).',
    );
    expect((await state(christmas, '2027-01-04T09:30:00Z')).open).toBe(true);
    expect((await state(christmas, '2026-12-18T16:59:00Z')).why).toContain('outside the deploy window');
  });

  it('is overridden by a reason, with the name of the person; an open time needs none', async () => {
    const now = new Date('2026-12-21T10:00:00Z');
    expect(await deployGate(christmas, now, 'ada', null)).toMatchObject({ allowed: false, override: null });
    expect(await deployGate(christmas, now, 'ada', 'login is broken')).toMatchObject({
      allowed: true,
      why: expect.stringMatching(/^ada allowed a deploy: login is broken\. Deploys are frozen: Christmas trade/),
      override: { by: 'ada', reason: 'login is broken' },
    });
    const open = new Date('2026-12-15T10:00:00Z');
    expect(await deployGate(christmas, open, 'ada', 'login is broken')).toMatchObject({
      allowed: true,
      override: null,
    });
  });
});

describe('local times where the clock changes', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T02:30', 'goes from 2026-03-29T01:59+01:00 to 2026-03-29T03:00+02:00'],
    ['America/New_York', '2026-03-08T02:00', 'goes from 2026-03-08T01:59-05:00 to 2026-03-08T03:00-04:00'],
    // Half an hour, from +10:30 to +11:00.
    ['Australia/Lord_Howe', '2026-10-04T02:15', 'goes from 2026-10-04T01:59+10:30 to 2026-10-04T02:30+11:00'],
    [
      'Europe/Berlin',
      '2026-10-25T02:30',
      'exists twice in Europe/Berlin; write 2026-10-25T02:30+02:00 or 2026-10-25T02:30+01:00',
    ],
    ['America/New_York', '2026-11-01T01:00', 'write 2026-11-01T01:00-04:00 or 2026-11-01T01:00-05:00'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', 'write 2026-04-05T01:45+11:00 or 2026-04-05T01:45+10:30'],
    ['Europe/Berlin', '2026-10-25T02:30+03:00', 'another offset in Europe/Berlin; write 2026-10-25T02:30+02:00 or'],
    ['Europe/Berlin', '2026-02-30T12:00', 'is not a date of the calendar'],
  ])('%s %s is refused', (zone, text, problem) => {
    expect(instantOf(text, zone)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it.each([
    ['Europe/Berlin', '2026-10-25T02:30+02:00', '2026-10-25T00:30:00Z'],
    ['Europe/Berlin', '2026-10-25T02:30+01:00', '2026-10-25T01:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45+10:30', '2026-04-04T15:15:00Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:29', '2026-04-04T14:29:00Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:30', '2026-10-03T15:30:00Z'],
    ['America/New_York', '2026-03-08 03:00', '2026-03-08T07:00:00Z'],
  ])('%s %s is %s', (zone, text, instant) => {
    const found = instantOf(text, zone);
    expect('at' in found ? found.at.toInstant().toString() : found.problem).toBe(instant);
  });

  it('a window that begins in a gap opens at the end of the gap; one in a doubled hour opens twice', async () => {
    const gap = windows({ timezone: 'Australia/Lord_Howe', open: [{ days: ['sun'], from: '02:15', to: '04:00' }] });
    expect((await state(gap, '2026-10-03T12:00:00Z')).why).toContain('again from Sun 2026-10-04 02:30 +11:00');
    const twice = windows({ timezone: 'Europe/Berlin', open: [{ days: ['sun'], from: '02:00', to: '02:30' }] });
    expect((await state(twice, '2026-10-24T23:00:00Z')).why).toContain('again from Sun 2026-10-25 02:00 +02:00');
    expect((await state(twice, '2026-10-25T00:10:00Z')).why).toContain('until Sun 2026-10-25 02:30 +02:00');
    expect((await state(twice, '2026-10-25T00:40:00Z')).why).toContain('again from Sun 2026-10-25 02:00 +01:00');
    expect((await state(twice, '2026-10-25T01:10:00Z')).why).toContain('until Sun 2026-10-25 02:30 +01:00');
  });

  it('rules agree with Intl at every minute, and the next change is the first one', () => {
    const format = new Map(
      ZONES.map((zone) => [
        zone,
        new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        }),
      ]),
    );
    // Half of the cases are near a change of the clock.
    const changes = ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-03-08T07:00Z', '2026-11-01T06:00Z'];
    const more = ['2026-04-04T15:00Z', '2026-10-03T15:30Z'];
    const time = fc.oneof(
      fc.integer({ min: 0, max: 525_600 }).map((minutes) => Date.parse('2026-01-01T00:00Z') + minutes * 60_000),
      fc
        .tuple(fc.constantFrom(...changes, ...more), fc.integer({ min: -180, max: 180 }))
        .map(([change, minutes]) => Date.parse(change) + minutes * 60_000),
    );
    const clock = fc
      .oneof(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 4, max: 12 }))
      .map(
        (quarter) =>
          `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
      );
    const days = fc.uniqueArray(fc.constantFrom(...(['mon', 'sat', 'sun'] as const)), { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), time, clock, clock, days, (zone, at, from, to, on) => {
        fc.pre(from !== to);
        const parts = (date: number): { day: string; clock: string } => {
          const found = Object.fromEntries(
            (format.get(zone)?.formatToParts(date) ?? []).map(({ type, value }) => [type, value]),
          );
          return { day: (found.weekday ?? '').toLowerCase(), clock: `${found.hour}:${found.minute}` };
        };
        const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
        const expected = (date: number): boolean => {
          const { day, clock: shown } = parts(date);
          const began = on.some((name) => name === day);
          if (from < to) return began && shown >= from && shown < to;
          const before = names[(names.indexOf(day) + 6) % 7];
          return (began && shown >= from) || (on.some((name) => name === before) && shown < to);
        };
        const calendar = calendarOf(windows({ timezone: zone, open: [{ days: on, from, to }] }), []);
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        const open = expected(at);
        expect(obstacleAt(calendar, local) === null).toBe(open);
        const next = nextChange(calendar, local);
        // By quarters of an hour, in which no rule and no zone changes.
        const quarter = 900_000;
        let step = Math.floor(at / quarter) * quarter + quarter;
        while (expected(step) === open) step += quarter;
        expect(next?.epochMilliseconds).toBe(step);
      }),
      { numRuns: 60 },
    );
  });
});

describe('holidays', () => {
  const berlin = { country: 'DE', state: 'BE' };
  it('close the whole day in the zone of the window, and only in their state', async () => {
    const at = (now: string, holidays: Windows['holidays']) =>
      state(windows({ timezone: 'Europe/Berlin', holidays }), now);
    expect((await at('2026-03-08T10:00:00Z', berlin)).why).toMatch(
      /^It is a public holiday in DE-BE: Internationaler Frauentag \(Sun 2026-03-08 00:00 \+01:00.* to Mon 2026-03-09 00:00 \+01:00.*again from Mon 2026-03-09 00:00/,
    );
    expect((await at('2026-03-08T10:00:00Z', { country: 'DE', state: 'BY' })).open).toBe(true);
    expect((await at('2026-03-07T22:59:00Z', berlin)).open).toBe(true);
    expect((await at('2026-03-07T23:00:00Z', berlin)).open).toBe(false);
    // Across the end of the year.
    expect((await at('2026-12-31T23:30:00Z', berlin)).why).toContain('Neujahr');
  });

  it('that begin at sunset begin the evening before', () => {
    expect(holidaysOf({ country: 'IL' }, 2026).find(({ from }) => from.startsWith('2026-09-20'))).toMatchObject({
      from: '2026-09-20T18:00',
      hours: 24,
    });
  });

  test.each([
    [{ country: 'XX' }, 'country'],
    [{ country: 'DE', state: 'ZZ' }, 'state'],
    [{ country: 'DE', state: 'BY', region: 'Z' }, 'region'],
    [{ country: 'DE', region: 'A' }, 'region'],
    [{ country: 'SG', state: 'X' }, 'state'],
  ])('an unknown place is found: %j', (place, key) => {
    expect(placeProblem(place)).toMatchObject({ key });
  });

  it.each(['AU', 'CN', 'ET', 'GB', 'IN', 'IR', 'JP', 'KR', 'SA', 'US'])('of %s can be read', (country) => {
    const lengths = holidaysOf({ country }, 2026).map(({ hours }) => hours);
    expect(lengths.length).toBeGreaterThan(3);
    expect(lengths.every((hours) => hours > 0 && hours <= 24 * 7)).toBe(true);
  });
});

describe('the configuration', () => {
  const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
  const problems = async (section: string): Promise<string[]> => {
    const parsed = await checkConfig(`version: 1
environment: production
store: { kind: directory, path: store }
seal: { recipients: [${KEY}] }
resources:
  - { id: web, provider: vercel-deployment, project: prj_1, team: team_1 }
windows:
${section}`);
    return 'problems' in parsed ? parsed.problems.map(({ line, key, message }) => `${line} ${key}: ${message}`) : [];
  };
  it.each([
    [
      '  timezone: CET5',
      ['8 windows.timezone: is not a time zone of the IANA database; write a name like Europe/Berlin'],
    ],
    // Node lists these under an older name only.
    ['  timezone: Asia/Kolkata', []],
    ['  timezone: Europe/Kyiv', []],
    ['  timezone: "+02:00"', [expect.stringContaining('is not a time zone')]],
    // What only the calendar knows, beside what the schema knows.
    [
      '  timezone: UTC\n  holidays: { country: XX }\nenviroment: x',
      [expect.stringContaining('no holidays are known'), expect.stringContaining('enviroment: unknown key')],
    ],
    [
      '  open: []',
      [expect.stringContaining('windows.timezone: is missing'), expect.stringContaining('windows.open: needs')],
    ],
    [
      '  timezone: Europe/Berlin\n  freezes:\n    - { from: 2026-03-29T02:30, to: 2026-10-25T02:30, reason: x }',
      [
        expect.stringMatching(/^10 windows\.freezes\[0\]\.from: 2026-03-29T02:30 does not exist/),
        expect.stringMatching(/^10 windows\.freezes\[0\]\.to: 2026-10-25T02:30 exists twice/),
      ],
    ],
    [
      '  timezone: UTC\n  freezes: [{ from: 2026-03-29T02:30, to: 2026-03-29T02:30, reason: x }]',
      ['9 windows.freezes[0].to: must be later than "from"'],
    ],
    [
      '  timezone: UTC\n  freezes: [{ from: 2026-03-29, to: 2026-03-30, reason: x }]',
      [expect.stringContaining('must be a local time'), expect.stringContaining('must be a local time')],
    ],
    [
      '  timezone: UTC\n  open: [{ days: [mon], from: "08:00", to: "08:00" }]',
      [expect.stringContaining('must differ from "from"')],
    ],
    [
      '  timezone: UTC\n  holidays: { country: DE, state: QQ }',
      [expect.stringMatching(/^9 windows\.holidays\.state: DE has no state "QQ"; use one of BB, BE/)],
    ],
    [
      '  timezone: UTC\n  holidays: { country: XX }',
      ['9 windows.holidays.country: no holidays are known for the country "XX"'],
    ],
    ['  timezone: Australia/Lord_Howe\n  holidays: { country: AU }', []],
  ])('%j', async (section, expected) => {
    expect(await problems(section)).toEqual(expected);
  });
});

test('the example of the documentation is valid', async () => {
  const text = readFileSync(new URL('../../docs/windows.md', import.meta.url), 'utf8');
  const section = /```yaml\n(windows:\n[^]*?)```/.exec(text)?.[1] ?? '';
  const parsed = await checkConfig(
    readFileSync(new URL('../../examples/rewind.yml', import.meta.url), 'utf8') + section,
  );
  expect(parsed).toMatchObject({ config: { windows: { holidays: { country: 'DE', state: 'BE' } } } });
});
