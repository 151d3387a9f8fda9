import type { Context } from '../../src/runtime/context.js';

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
  const { clock } = ctx;
  const sleep = async (ms: number): Promise<void> => {
    time.waits.push(ms);
    time.waited += ms;
  };
  Object.assign(ctx, { clock: { ...clock, monotonic: () => time.waited, sleep } });
  return time;
}
