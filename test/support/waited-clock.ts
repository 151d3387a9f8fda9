import type { Context } from '../../src/runtime/context.js';
import { countedBy } from '../../src/runtime/counted-http.js';
import { Reads } from '../../src/runtime/reads.js';

/** Time that passes only by waiting. */
export interface WaitedClock {
  /** Milliseconds that the product has waited so far. */
  waited: number;
  /** Each wait in milliseconds, in order. */
  readonly waits: number[];
}

/** Puts a clock into a context whose waits end at once and still count. */
export function waitedClock(ctx: Context): WaitedClock {
  const time: WaitedClock = { waited: 0, waits: [] };
  const sleep = async (ms: number): Promise<void> => {
    time.waits.push(ms);
    time.waited += ms;
  };
  const clock = { ...ctx.clock, monotonic: () => time.waited, sleep };
  const reads = Reads.ofRun(clock);
  Object.assign(ctx, { clock, reads, http: countedBy(reads, ctx.http) });
  return time;
}
