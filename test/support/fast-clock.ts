/** How much faster the time of a test passes. */
const FACTOR = 10;
const BASE = Date.now();

/** The time of the programs that `FAST_CLOCK` was loaded into; the doubles of services must tell the same. */
export const fastNow = (): number => BASE + (Date.now() - BASE) * FACTOR;

/**
 * Loaded before the program: its clocks and timers run ten times as fast. Many processes agree on the time, because all
 * count from the start of the test. Latencies that the program measures are ten times as long.
 */
export const FAST_CLOCK = `data:text/javascript,${encodeURIComponent(`
  import timers from 'node:timers';
  import promises from 'node:timers/promises';
  import { syncBuiltinESMExports } from 'node:module';
  const RealDate = Date;
  const now = () => ${BASE} + (RealDate.now() - ${BASE}) * ${FACTOR};
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(Math.round(now()));
      else super(...given);
    }
    static now() { return Math.round(now()); }
  };
  const monotonic = performance.now.bind(performance);
  performance.now = () => monotonic() * ${FACTOR};
  for (const name of ['setTimeout', 'setInterval']) {
    const real = globalThis[name];
    globalThis[name] = timers[name] = (run, ms = 0, ...rest) => real(run, ms / ${FACTOR}, ...rest);
  }
  const sleep = promises.setTimeout;
  promises.setTimeout = (ms = 0, ...rest) => sleep(ms / ${FACTOR}, ...rest);
  syncBuiltinESMExports();
`)}`;
