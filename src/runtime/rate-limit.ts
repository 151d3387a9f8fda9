import type { Clock, HttpRequest } from './context.js';

/** GitHub limits requests with 403 too. Such an answer says nothing about permissions. */
export const isLimited = ({ status, headers }: Response): boolean =>
  status === 429 || (status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0'));

/** Milliseconds from Retry-After (seconds or a date), else from the time at which the limit ends. */
export function retryAfterMs(clock: Clock, request: HttpRequest, response: Response): number | undefined {
  if (!isLimited(response) && response.status !== 503) return undefined;
  const now = clock.now();
  const wait = retryAfterIn(response.headers.get('retry-after'), now);
  if (wait !== undefined) return wait;
  const reset = resetOf(response);
  if (!isLimited(response) || !Number.isFinite(reset)) return undefined;
  const left = Math.max(0, resetMs(reset) - now.getTime());
  return Math.min(left, request.longestResetMs ?? left);
}

const resetOf = ({ headers }: Response): number =>
  Number(headers.get('x-ratelimit-reset') ?? headers.get('x-sentry-rate-limit-reset') ?? Number.NaN);

/** Most services send seconds since 1970, LaunchDarkly milliseconds. */
const resetMs = (reset: number): number => (reset > 1e11 ? reset : reset * 1000);

/** Shorter waits are over before a person acts. A longer time than a day is no time of day. */
const TOLD_MS = { least: 10_000, most: 86_400_000 } as const;

/** When a limit ends, as the service says it and for people; undefined if it does not, or if it ends at once. */
export function limitEnd(clock: Pick<Clock, 'now'>, response: Response): string | undefined {
  const now = clock.now();
  const asked = retryAfterIn(response.headers.get('retry-after'), now);
  const reset = resetOf(response);
  const left = asked ?? (Number.isFinite(reset) ? resetMs(reset) - now.getTime() : Number.NaN);
  if (!(left >= TOLD_MS.least && left <= TOLD_MS.most)) return undefined;
  return `${new Date(now.getTime() + left).toISOString().slice(0, 19)}Z`;
}

/** Milliseconds that the header Retry-After asks for (seconds or a date); undefined: it does not say. Pure. */
export function retryAfterIn(header: string | null | undefined, now: Date): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
