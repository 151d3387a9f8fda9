import { z } from 'zod';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day like "09:00", in quotes');
const endOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time of day like "16:00", in quotes');
const localTime = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}([+-]\d{2}:\d{2})?$/,
    'must be a local time like 2026-12-18T18:00, without seconds',
  );

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const open = z
  .strictObject({
    days: z.array(z.enum(WEEKDAYS)).min(1).describe('Days on which the window opens.'),
    from: timeOfDay.describe('First minute.'),
    to: endOfDay.describe('The window closes at this minute; before "from": on the next day.'),
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    message: 'must differ from "from"; a whole day is 00:00 to 24:00',
  });

/** Node lists only one name of each zone, often the older one: Asia/Calcutta, but not Asia/Kolkata. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}

export const timezone = z
  .string()
  .refine(isTimeZone, 'is not a time zone of the IANA database; write a name like Europe/Berlin');

const freeze = z.strictObject({
  from: localTime.describe('Start, in local time of the time zone.'),
  to: localTime.describe('End, in local time of the time zone.'),
  reason: z.string().min(1).describe('Why nothing is deployed.'),
});

/** When production may be deployed. All times are wall-clock times of one time zone. */
export const windows = z.strictObject({
  timezone: timezone.describe('Time zone of all times here, by its name in the IANA database.'),
  open: z.array(open).min(1).optional().describe('Weekly windows for deploys; without them, every hour is open.'),
  holidays: z
    .strictObject({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'must be two capital letters like DE')
        .describe('ISO 3166-1 code.'),
      state: z.string().min(1).optional().describe('State or province, e.g. BE.'),
      region: z.string().min(1).optional().describe('Region of the state.'),
    })
    .optional()
    .describe('Public holidays on which nothing is deployed.'),
  freezes: z.array(freeze).default([]).describe('Times in which nothing is deployed. A freeze overrides a window.'),
});

export type Windows = z.infer<typeof windows>;
export type Holidays = NonNullable<Windows['holidays']>;
