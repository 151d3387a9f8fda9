import Calendar from 'date-holidays';
import { RewindError } from '../runtime/errors.js';
import type { Holidays } from './windows.js';

/** A holiday in wall-clock time of wherever it is observed. */
export interface Holiday {
  readonly name: string;
  /** `2026-12-25T00:00`. */
  readonly from: string;
  readonly hours: number;
}

/** Where the calendar does not know the place: it would return no holidays, or those of the whole country. */
export function placeProblem(place: Holidays): { readonly key: keyof Holidays; readonly message: string } | null {
  const { country, state, region } = place;
  const calendar = new Calendar();
  const known = (key: keyof Holidays, of: string, given: string, all: Readonly<Record<string, string>> | undefined) => {
    const codes = Object.keys(all ?? {});
    if (codes.includes(given)) return null;
    const choice = codes.length === 0 ? 'none is known' : `use one of ${codes.join(', ')}`;
    return { key, message: `${of} has no ${key} "${given}"; ${choice}` };
  };
  const countries = calendar.getCountries();
  if (!(country in countries)) return { key: 'country', message: `no holidays are known for the country "${country}"` };
  if (state === undefined) {
    return region === undefined ? null : { key: 'region', message: 'needs the state that it belongs to' };
  }
  const states = known('state', country, state, calendar.getStates(country));
  if (states !== null || region === undefined) return states;
  return known('region', `${country}-${state}`, region, calendar.getRegions(country, state));
}

/** The public holidays of one year, substitute days included. */
export function holidaysOf({ country, state, region }: Holidays, year: number): Holiday[] {
  const calendar = new Calendar();
  calendar.init(country, state ?? '', region ?? '');
  return calendar
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ name, date, start, end }) => {
      // "2026-09-21 00:00:00 -0600": the day begins six hours before midnight.
      const [, day, time, sign, hours = '0', minutes = '0'] =
        /^(\d{4}-\d\d-\d\d) (\d\d:\d\d):\d\d(?: ([+-])(\d\d)(\d\d))?$/.exec(date) ?? [];
      if (day === undefined || time === undefined)
        throw new RewindError('internal', `"${date}" is not the date of a holiday`);
      const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
      const from = new Date(Date.parse(`${day}T${time}Z`) + shift).toISOString().slice(0, 16);
      const length = (end.getTime() - start.getTime()) / 3_600_000;
      // A day has 23 or 25 hours where the clock changes; the wall clock says 24.
      return { name, from, hours: length < 20 ? length : Math.round(length / 24) * 24 };
    });
}
