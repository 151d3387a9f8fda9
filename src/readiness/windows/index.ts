import type { Holidays, Windows } from '../../config/windows.js';
import type { Finding } from '../../runtime/finding.js';

/** May production be deployed now? */
export interface DeployState {
  readonly open: boolean;
  /** One or two sentences: what is open or closed, and when that changes, in the zone and in UTC. */
  readonly why: string;
}

/**
 * Reads the calendar. Loads it, and the holidays, only when it is called.
 * @param now the time that counts, whatever the time zone of the machine
 */
export async function deployState(windows: Windows, now: Date): Promise<DeployState> {
  const [{ Temporal }, { calendarOf, HORIZON_DAYS, nextChange, obstacleAt }] = await Promise.all([
    import('temporal-polyfill'),
    import('./calendar.js'),
  ]);
  type Zoned = ReturnType<typeof at>;
  const at = (date: Date) =>
    Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(windows.timezone);
  const brief = (time: Zoned): string =>
    `${time.toLocaleString('en-GB', { weekday: 'short' })} ${minute(time.toPlainDateTime())} ${time.offset}`;
  const shown = (time: Zoned): string => `${brief(time)} ${windows.timezone} (${minute(time.toInstant())} UTC)`;
  const local = at(now);
  const calendar = calendarOf(windows, await holidaysAround(windows.holidays, local.year));
  const obstacle = obstacleAt(calendar, local);
  const change = nextChange(calendar, local);
  if (obstacle === null) {
    return { open: true, why: `Deploys are allowed${change === null ? '' : ` until ${shown(change)}`}.` };
  }
  const next =
    change === null
      ? `No window opens in the next ${HORIZON_DAYS} days.`
      : `Deploys are allowed again from ${shown(change)}.`;
  if (obstacle === 'outside-window')
    return { open: false, why: `It is outside the deploy window (${rulesText(windows)}). ${next}` };
  const { kind, reason, from, to } = obstacle;
  const what = kind === 'freeze' ? 'Deploys are frozen' : `It is a public holiday in ${placeText(windows.holidays)}`;
  return { open: false, why: `${what}: ${reason} (${brief(from)} to ${brief(to)}). ${next}` };
}

const minute = (time: { toString(options: { smallestUnit: 'minute' }): string }): string =>
  time.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace(/Z$/, '');

async function holidaysAround(place: Holidays | undefined, year: number) {
  if (place === undefined) return [];
  const { holidaysOf } = await import('../../config/holidays.js');
  // A holiday of the year before may reach into this one; the next opening may be in the year after.
  return [year - 1, year, year + 1, year + 2].flatMap((each) => holidaysOf(place, each));
}

const rulesText = ({ open = [], timezone }: Windows): string =>
  `${open.map(({ days, from, to }) => `${days.join(', ')} ${from} to ${to}`).join('; ')}; ${timezone}`;

const placeText = (place: Holidays | undefined): string =>
  [place?.country, place?.state, place?.region].filter((part) => part !== undefined).join('-');

/** Warns about a merge that would deploy now. Not an error: a fix may be urgent, and time passes before the merge. */
export async function windowFindings(windows: Windows | undefined, now: Date): Promise<Finding[]> {
  if (windows === undefined) return [];
  const { open, why } = await deployState(windows, now);
  if (open) return [];
  return [
    {
      level: 'warning',
      code: 'deploy-window',
      message: why,
      remedy: 'Merge when deploys are allowed. For a fix of an incident, deploy with --override-freeze "reason".',
    },
  ];
}
