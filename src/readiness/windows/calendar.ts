import { Temporal } from 'temporal-polyfill';
import type { Holiday } from '../../config/holidays.js';
import { instantOf } from '../../config/local-time.js';
import { WEEKDAYS, type Windows } from '../../config/windows.js';

type Zoned = Temporal.ZonedDateTime;
type Rule = NonNullable<Windows['open']>[number];

/** A time in which nothing is deployed. The end does not belong to it. */
export interface Closure {
  readonly kind: 'freeze' | 'holiday';
  readonly reason: string;
  readonly from: Zoned;
  readonly to: Zoned;
}

export interface Calendar {
  readonly timezone: string;
  /** Undefined: every hour is open. */
  readonly rules: readonly Rule[] | undefined;
  /** Freezes first: they are named before holidays. */
  readonly closures: readonly Closure[];
}

/** Why nothing may be deployed at a time; null if a deploy is allowed. */
export type Obstacle = Closure | 'outside-window' | null;

/** How far the next opening is looked for. */
export const HORIZON_DAYS = 400;

/**
 * @param holidays those of the place in the years that are looked at
 * @throws Error for a local time that the configuration check refuses
 */
export function calendarOf({ timezone, open, freezes }: Windows, holidays: readonly Holiday[]): Calendar {
  const instant = (text: string): Zoned => {
    const found = instantOf(text, timezone);
    if ('problem' in found) throw new Error(found.problem);
    return found.at;
  };
  // A holiday that begins or ends where the clock changes is as long as it can be.
  const edge = (local: Temporal.PlainDateTime, disambiguation: 'earlier' | 'later'): Zoned =>
    local.toZonedDateTime(timezone, { disambiguation });
  return {
    timezone,
    rules: open,
    closures: [
      ...freezes.map(({ from, to, reason }) => ({
        kind: 'freeze' as const,
        reason,
        from: instant(from),
        to: instant(to),
      })),
      ...holidays.map(({ name, from, hours }) => {
        const start = Temporal.PlainDateTime.from(from);
        const end = start.add({ minutes: Math.round(hours * 60) });
        return { kind: 'holiday' as const, reason: name, from: edge(start, 'earlier'), to: edge(end, 'later') };
      }),
    ],
  };
}

/** The obstacle at a time. A freeze comes before a holiday, and both before the window. */
export function obstacleAt({ rules, closures }: Calendar, at: Zoned): Obstacle {
  const time = at.epochMilliseconds;
  const closure = closures.find(({ from, to }) => from.epochMilliseconds <= time && time < to.epochMilliseconds);
  return closure ?? (isOpen(rules, at) ? null : 'outside-window');
}

/** Does a weekly window hold this time? By the wall clock: an hour that it shows twice is open twice. */
export const isOpen = (rules: readonly Rule[] | undefined, at: WallClock): boolean =>
  rules === undefined || rules.some((rule) => holds(rule, at));

/** `dayOfWeek`: 1 is Monday. */
type WallClock = Pick<Zoned, 'dayOfWeek' | 'hour' | 'minute'>;

function holds({ days, from, to }: Rule, at: WallClock): boolean {
  const minute = at.hour * 60 + at.minute;
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const on = (day: number): boolean => days.some((name) => WEEKDAYS.indexOf(name) === day);
  const today = at.dayOfWeek - 1;
  if (start < end) return on(today) && start <= minute && minute < end;
  // A window across midnight belongs to the day on which it starts.
  return (on(today) && minute >= start) || (on((today + 6) % 7) && minute < end);
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The first time after `now` at which deploys become allowed, or stop being allowed; null if there is none in 400 days. */
export function nextChange(calendar: Calendar, now: Zoned): Zoned | null {
  const open = obstacleAt(calendar, now) === null;
  const bounds = calendar.closures.flatMap(({ from, to }) => [from, to]);
  let change = now.getTimeZoneTransition('next');
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const day = now.toPlainDate().add({ days: ahead });
    const [start, end] = [day, day.add({ days: 1 })].map((date) => date.toZonedDateTime(calendar.timezone));
    if (start === undefined || end === undefined) return null;
    const within = (at: Zoned): boolean =>
      at.epochMilliseconds >= start.epochMilliseconds && at.epochMilliseconds < end.epochMilliseconds;
    const candidates = [start, ...bounds.filter(within), ...edgesOf(calendar, day)];
    while (change !== null && change.epochMilliseconds < end.epochMilliseconds) {
      candidates.push(change);
      change = change.getTimeZoneTransition('next');
    }
    // Between two neighbouring candidates nothing changes.
    candidates.sort((a, b) => a.epochMilliseconds - b.epochMilliseconds);
    const found = candidates.find(
      (at) => at.epochMilliseconds > now.epochMilliseconds && (obstacleAt(calendar, at) === null) !== open,
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** When the rules can begin and end on a day: each instant at which the clock shows the time. */
function edgesOf({ rules = [], timezone }: Calendar, day: Temporal.PlainDate): Zoned[] {
  const times = new Set(rules.flatMap(({ from, to }) => [from, to]).filter((time) => time !== '24:00'));
  return [...times].flatMap((time) => {
    const local = day.toPlainDateTime(Temporal.PlainTime.from(time));
    const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
      local.toZonedDateTime(timezone, { disambiguation }),
    );
    if (earlier === undefined || later === undefined) return [];
    return earlier.epochMilliseconds === later.epochMilliseconds ? [earlier] : [earlier, later];
  });
}
