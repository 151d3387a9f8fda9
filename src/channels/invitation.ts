import { z } from 'zod';
import type { Mail } from '../services/smtp/send.js';
import type { Message } from './message.js';

/** The meeting of the team after an incident began. */
export const syncFields = z
  .strictObject({
    after: z.int().min(0).max(1_440).default(15).describe('Minutes from the beginning of the incident to the meeting.'),
    minutes: z.int().min(5).max(480).default(30).describe('Length of the meeting.'),
    place: z.string().min(1).max(500).describe('Where the team meets: an address of a call, or a room.'),
  })
  .describe(
    'Sends an invitation to the meeting of the team with the first mail, and withdraws it if the incident is closed before.',
  );
export type Sync = z.output<typeof syncFields>;

interface Entry {
  readonly from: string;
  readonly to: readonly string[];
  readonly sync?: Sync | undefined;
}

/**
 * The part of a mail that calendars understand. It holds the id of the incident and nothing else of the record.
 * @param first true for the first mail of the incident
 * @returns null if the mail brings no invitation
 */
export async function invitationOf(
  { from, to, sync }: Entry,
  { incident, phase, at }: Message,
  first: boolean,
): Promise<Mail['invitation']> {
  const cancelled = phase === 'closed';
  if (sync === undefined || first === cancelled) return null;
  const start = startOf(incident, sync);
  const end = new Date(start.getTime() + sync.minutes * 60_000);
  // A meeting that is over stays in the calendars.
  if (cancelled && Date.parse(at) >= end.getTime()) return null;
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
  const method = cancelled ? 'CANCEL' : 'REQUEST';
  const calendar = ical({ prodId: '//rewind//rewind//EN', method: ICalCalendarMethod[method] });
  calendar.createEvent({
    ...{ id: `${incident}@${from.split('@')[1] ?? 'rewind'}`, stamp: new Date(at), start, end },
    // A calendar drops what is not newer than what it has.
    sequence: cancelled ? 1 : 0,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...{ summary: `Incident ${incident}`, location: sync.place },
    organizer: { name: 'Rewind', email: from },
    attendees: to.map((email) => ({ email, rsvp: true })),
  });
  return { method, content: calendar.toString() };
}

/** The id of an incident begins with its time: 20261126T140300Z-abcdef. Rounded up to five minutes. */
function startOf(incident: string, { after }: Sync): Date {
  const opened = incident.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z');
  const slot = 300_000;
  return new Date(Math.ceil((Date.parse(opened) + after * 60_000) / slot) * slot);
}
