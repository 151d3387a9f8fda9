import type { Clock, Logger, Progress } from './context.js';
import { plural } from './text.js';

const EVERY_MS = 2_000;
/** One day in milliseconds. */
export const DAY_MS = 24 * 60 * 60 * 1000;

interface ProgressParts {
  readonly what: string;
  readonly unit: 'bytes' | 'rows' | 'items';
  readonly clock: Clock;
  readonly log: Logger;
}

/** Logs at most every two seconds: amount, total, rate, time left. */
export function createProgress({ what, unit, clock, log }: ProgressParts): Progress {
  const start = clock.monotonic();
  let shown = start;
  let last = 0;
  const rateOf = (done: number): number => done / Math.max(0.001, (clock.monotonic() - start) / 1000);
  return {
    update(done, total) {
      last = done;
      const now = clock.monotonic();
      if (now - shown < EVERY_MS) return;
      shown = now;
      const rate = rateOf(done);
      const of =
        total == null ? '' : ` of ${amount(total, unit)} (${((100 * done) / Math.max(1, total)).toFixed(0)} %)`;
      const left = total == null || rate === 0 ? '' : `, about ${seconds((total - done) / rate)} left`;
      log.info(`${what}: ${amount(done, unit)}${of}, ${amount(rate, unit)}/s${left}`);
    },
    end(note) {
      const took = seconds((clock.monotonic() - start) / 1000);
      const much = last === 0 ? '' : `: ${amount(last, unit)} in ${took}, ${amount(rateOf(last), unit)}/s`;
      log.info(`${what} done${much === '' ? ` in ${took}` : much}${note ? ` (${note})` : ''}`);
    },
  };
}

/** "12.3 MB", "1,204 rows". */
export function amount(value: number, unit: 'bytes' | 'rows' | 'items'): string {
  if (unit !== 'bytes') return plural(Math.round(value), unit === 'rows' ? 'row' : 'item');
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let size = value;
  let index = 0;
  while (size >= 1000 && index < units.length - 1) {
    size /= 1000;
    index += 1;
  }
  return `${index === 0 ? Math.round(size) : size.toFixed(1)} ${units[index] ?? 'TB'}`;
}

/** "4 min", "3 h", "12 days": how long ago, rounded down. */
export function age(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 1) return 'less than 1 min';
  if (minutes < 120) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 1440)} days`;
}

/** "0.4 s", "12 s", "3 min 20 s". */
export function seconds(value: number): string {
  if (value < 10) return `${Math.max(0, value).toFixed(1)} s`;
  // Rounded first: 119.7 s are 2 min 0 s, not 1 min 60 s.
  const whole = Math.round(value);
  if (whole < 90) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
