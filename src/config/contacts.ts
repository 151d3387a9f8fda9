import { z } from 'zod';
import { timezone } from './windows.js';

/** True for a day of the calendar, also with a time behind it. */
function isDay(text: string): boolean {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
}

const rotation = z.strictObject({
  start: z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/,
      'must be a local day or time like 2026-01-05 or 2026-01-05T09:00',
    )
    .refine(isDay, 'is not a day of the calendar')
    .describe('When the first person begins, in local time. The others begin at the same time of day.'),
  timezone: timezone.default('UTC').describe('Time zone of "start", by its name in the IANA database.'),
  days: z.number().int().min(1).max(366).default(7).describe('How many days each person is on call.'),
  people: z.array(z.string().min(1)).min(1).max(100).describe('Who, in turn; then again from the first one.'),
});
export type Rotation = z.infer<typeof rotation>;

export const contactConfig = z.strictObject({
  name: z.string().min(1).describe('Who.'),
  role: z.string().min(1).describe('What for, e.g. on-call, database, payments.'),
  reach: z.string().min(1).describe('How: a channel, a telephone number, a pager.'),
  rotation: rotation.exactOptional().describe('Who takes turns. Plans and reports name the one who is on call.'),
});
export type ContactConfig = z.infer<typeof contactConfig>;
