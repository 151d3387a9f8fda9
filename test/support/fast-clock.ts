const BASE = Date.now();

/** A time that passes faster than ours. */
export interface FastClock {
  /** The time of the programs that `module` was loaded into; the doubles of services must tell the same. */
  readonly now: () => number;
  /** URL of a module that is loaded before the program. */
  readonly module: string;
}

/**
 * The clocks and timers of a program run so many times as fast. Many processes agree on the time, because all count from the
 * start of the test. Latencies that the program measures are so many times as long, and so is what a busy machine delays.
 */
export const fastClock = (factor: number): FastClock => ({
  now: () => BASE + (Date.now() - BASE) * factor,
  module: `data:text/javascript,${encodeURIComponent(`
  import timers from 'node:timers';
  import promises from 'node:timers/promises';
  import { syncBuiltinESMExports } from 'node:module';
  const RealDate = Date;
  const now = () => ${BASE} + (RealDate.now() - ${BASE}) * ${factor};
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(Math.round(now()));
      else super(...given);
    }
    static now() { return Math.round(now()); }
  };
  const monotonic = performance.now.bind(performance);
  performance.now = () => monotonic() * ${factor};
  for (const name of ['setTimeout', 'setInterval']) {
    const real = globalThis[name];
    globalThis[name] = timers[name] = (run, ms = 0, ...rest) => real(run, ms / ${factor}, ...rest);
  }
  const sleep = promises.setTimeout;
  promises.setTimeout = (ms = 0, ...rest) => sleep(ms / ${factor}, ...rest);
  syncBuiltinESMExports();
`)}`,
});

export const { now: fastNow, module: FAST_CLOCK } = fastClock(10);
