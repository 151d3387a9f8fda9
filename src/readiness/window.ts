import type { RewindConfig } from '../config/schema.js';
import type { Finding } from '../runtime/finding.js';

type Window = NonNullable<RewindConfig['deploy-window']>;

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Warns about a deploy outside the window: nobody may be available to roll back. Not an error: a fix may be urgent. */
export function windowFindings(window: Window | undefined, now: Date): Finding[] {
  if (window === undefined || isInside(window, now)) return [];
  const { days, from, to, timezone } = window;
  return [
    {
      level: 'warning',
      code: 'deploy-window',
      message: `The deploy window is closed (${days.join(', ')} ${from}–${to} ${timezone}). A merge now deploys outside the window.`,
      remedy: 'Merge inside the window, unless this fixes an incident.',
    },
  ];
}

function isInside({ timezone, days, from, to }: Window, now: Date): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((entry) => entry.type === type)?.value ?? '';
  const today = part('weekday').toLowerCase();
  const time = `${part('hour')}:${part('minute')}`;
  const open = (day: string | undefined): boolean => days.some((name) => name === day);
  if (from <= to) return open(today) && time >= from && time <= to;
  // A window across midnight belongs to the day on which it starts.
  const yesterday = DAYS[(DAYS.indexOf(today) + 6) % 7];
  return (open(today) && time >= from) || (open(yesterday) && time <= to);
}
