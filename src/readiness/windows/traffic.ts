import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS, type Windows } from '../../config/windows.js';
import { RewindError } from '../../runtime/errors.js';
import { isOpen } from './calendar.js';
import { plural } from '../../runtime/text.js';

/** Requests in a period that begins at a time (milliseconds since 1970) and is not longer than an hour. */
export interface Sample {
  readonly at: number;
  readonly requests: number;
}

/** Two hours in a row of one day of the week. */
export interface QuietHours {
  readonly day: (typeof WEEKDAYS)[number];
  /** `09:00`, in the zone. */
  readonly from: string;
  readonly to: string;
  /** Mean of the requests in an hour. */
  readonly requests: number;
  /** Part of the average hour. */
  readonly share: number;
}

export interface Traffic {
  readonly quiet: readonly QuietHours[];
  /** What the suggestion rests on. */
  readonly basis: {
    readonly from: string;
    readonly to: string;
    readonly hours: number;
    /** Hours between the first and the last that have no value. They do not count as zero. */
    readonly missing: number;
    /** How often each hour of the week was seen, at least. */
    readonly seen: number;
    /** Mean of all hours. */
    readonly requests: number;
  };
}

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 7 * 24;
/** Hours of a suggestion: a deploy, and the time to watch it. */
const BLOCK = 2;
const SUGGESTED = 3;
const TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads lines of `time,requests`; a heading is skipped. A time needs its offset: `2026-11-02T09:00Z`.
 * @throws RewindError input-invalid, with the lines that are wrong
 */
export function parseTraffic(name: string, text: string): Sample[] {
  const problems: string[] = [];
  const samples = text.split(/\r?\n/).flatMap((line, index): Sample[] => {
    const [time = '', value = ''] = line.split(/[,;\t]/).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
    const heading = index === 0 && !/\d/.test(line);
    if (line.trim() === '' || heading) return [];
    const at = TIME.test(time) ? Date.parse(time.replace(' ', 'T')) : NaN;
    const requests = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
    if (Number.isNaN(at)) problems.push(`line ${index + 1}: the time must be like 2026-11-02T09:00Z, with its offset`);
    else if (Number.isNaN(requests)) problems.push(`line ${index + 1}: the requests must be a number`);
    else return [{ at, requests }];
    return [];
  });
  if (problems.length === 0) return samples;
  throw new RewindError('input-invalid', `${name} has ${plural(problems.length, 'line')} that cannot be read.`, {
    problems: problems.slice(0, 10),
    remedy: 'Write a line "time,requests" for each hour, e.g. 2026-11-02T09:00Z,1200.',
  });
}

/**
 * The quietest hours of the week, by their mean; inside the weekly windows if there are some.
 * @param name where the samples are from, for messages
 * @throws RewindError input-invalid for less than a week
 */
export function quietHours(
  samples: readonly Sample[],
  { timezone, open }: Pick<Windows, 'timezone' | 'open'>,
  name: string,
): Traffic {
  const hours = new Map<number, number>();
  for (const { at, requests } of samples) {
    const hour = Math.floor(at / HOUR_MS);
    hours.set(hour, (hours.get(hour) ?? 0) + requests);
  }
  const sorted = [...hours.keys()].sort((a, b) => a - b);
  const [first = 0, last = -1] = [sorted[0], sorted.at(-1)];
  const span = last - first + 1;
  if (span < WEEK_HOURS) {
    throw new RewindError('input-invalid', `${name} spans ${plural(span, 'hour')}; a week (${WEEK_HOURS}) is needed.`, {
      remedy: 'Give at least a week of traffic, better four: traffic differs between the days of a week.',
    });
  }
  const cells = new Map<number, { sum: number; seen: number }>();
  for (const [hour, requests] of hours) {
    const local = Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS).toZonedDateTimeISO(timezone);
    const key = (local.dayOfWeek - 1) * 24 + local.hour;
    const { sum, seen } = cells.get(key) ?? { sum: 0, seen: 0 };
    cells.set(key, { sum: sum + requests, seen: seen + 1 });
  }
  const average = [...hours.values()].reduce((sum, each) => sum + each, 0) / hours.size;
  const blocks = [...Array(WEEK_HOURS).keys()].flatMap((key) => {
    const [day, hour] = [Math.floor(key / 24), key % 24];
    const inside = [...Array(BLOCK).keys()].map((next) => cells.get(key + next));
    const allowed = [...Array(BLOCK * 60).keys()].every((minute) =>
      isOpen(open, { dayOfWeek: day + 1, hour: hour + Math.floor(minute / 60), minute: minute % 60 }),
    );
    if (hour + BLOCK > 24 || !allowed || inside.includes(undefined)) return [];
    const requests = inside.reduce((sum, cell) => sum + (cell ? cell.sum / cell.seen : 0), 0) / BLOCK;
    return [
      {
        key,
        day: WEEKDAYS[day] ?? 'mon',
        from: clock(hour),
        to: clock(hour + BLOCK),
        requests,
        share: average === 0 ? 1 : requests / average,
      },
    ];
  });
  blocks.sort((a, b) => a.requests - b.requests || a.key - b.key);
  const chosen: typeof blocks = [];
  for (const block of blocks) {
    if (chosen.length < SUGGESTED && chosen.every(({ key }) => Math.abs(key - block.key) >= BLOCK)) chosen.push(block);
  }
  return {
    quiet: chosen.map(({ day, from, to, requests, share }) => ({ day, from, to, requests, share })),
    basis: {
      from: new Date(first * HOUR_MS).toISOString(),
      to: new Date((last + 1) * HOUR_MS).toISOString(),
      hours: hours.size,
      missing: span - hours.size,
      seen: cells.size < WEEK_HOURS ? 0 : Math.min(...[...cells.values()].map(({ seen }) => seen)),
      requests: average,
    },
  };
}

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
