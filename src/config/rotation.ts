import { Temporal } from 'temporal-polyfill';
import type { Rotation } from './contacts.js';

export interface Turn {
  readonly person: string;
  /** When the next person begins, in the time zone of the rotation: `2026-01-12 09:00 Europe/Berlin`. */
  readonly until: string;
}

/**
 * Who is on call at an instant; null before the rotation begins. The change is at the same time of day on each side of a
 * change of the clock; at a time that the clock skips, it is as much later. Pure.
 */
export function turnOf({ start, timezone, days, people }: Rotation, now: Date): Turn | null {
  const first = Temporal.PlainDateTime.from(start);
  const changeAt = (nth: number): Temporal.ZonedDateTime => first.add({ days: nth * days }).toZonedDateTime(timezone);
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone);
  const passed = first.toPlainDate().until(at.toPlainDate(), { largestUnit: 'days' }).days;
  const nth = Math.floor(passed / days);
  // On the day of the change, the time decides.
  const index = Temporal.ZonedDateTime.compare(changeAt(nth), at) > 0 ? nth - 1 : nth;
  const person = people[index % people.length];
  if (index < 0 || person === undefined) return null;
  const until = changeAt(index + 1)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
  return { person, until: `${until} ${timezone}` };
}
