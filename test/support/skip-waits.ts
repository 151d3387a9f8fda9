/** Real milliseconds of a wait that is skipped; it is longer while a request waits for its response. */
const REAL_MS = 10;
/** A request that takes longer is not waited for. */
const MOST_MS = 400;

/**
 * A module that runs before the program: once the program has written a text to stderr, its waits of half a second and more
 * take some, and its clocks go on by the whole wait. Times of what is really done stay as they are.
 *
 * @param text e.g. the first words of a watch
 * @returns the URL of the module, for `sourcesAfter`
 */
export function skippingWaitsAfter(text: string): string {
  const source = `
import timers from 'node:timers/promises';
import { subscribe } from 'node:diagnostics_channel';
import { syncBuiltinESMExports } from 'node:module';
let ahead = 0, on = false, asked = 0;
subscribe('http.client.request.start', () => (asked += 1));
subscribe('http.client.response.finish', () => (asked -= 1));
subscribe('http.client.request.error', () => (asked -= 1));
const write = process.stderr.write.bind(process.stderr);
process.stderr.write = (chunk, ...rest) => {
  on ||= String(chunk).includes(${JSON.stringify(text)});
  return write(chunk, ...rest);
};
const now = performance.now.bind(performance);
const sleep = timers.setTimeout;
timers.setTimeout = async (ms, ...rest) => {
  if (!on || ms < 500) return sleep(ms, ...rest);
  const begin = now();
  do await sleep(${REAL_MS}, ...rest);
  while (asked > 0 && now() - begin < ${MOST_MS});
  ahead += ms - (now() - begin);
};
syncBuiltinESMExports();
performance.now = () => now() + ahead;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }
  static now() { return RealDate.now() + ahead; }
};
`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
