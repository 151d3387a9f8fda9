import type { Context } from '../../runtime/context.js';

/** From one poll to the next in the first ten seconds, in which most switches end. The answer is a part of it. */
export const FIRST_POLL_MS = 275;
const SLOWER_AFTER_MS = 10_000;
export const POLL_GROWTH = 1.5;
/** Maximum pause between polls, in the first half minute and later. */
const POLL_MAX_MS = 1_000;
const POLL_LATE_MS = 5_000;
const LATE_AFTER_MS = 30_000;
/** Reads in a row that prove what they show, e.g. that no switch began after a lost response: reads may lag. */
export const DOUBTFUL_READS = 4;

/** Pause after a slow answer. */
const SHORTEST_PAUSE_MS = 50;

/** What is left of a pause that began with the request. */
export const restOf = (pause: number, sinceRequest: number): number =>
  Math.max(SHORTEST_PAUSE_MS, pause - sinceRequest);

/** Jitter prevents two runs from polling in step. */
export const jittered = (pause: number, ctx: Context): number => pause * (0.91 + 0.18 * ctx.random());
export const nextPause = (pause: number, waited: number): number =>
  waited < SLOWER_AFTER_MS
    ? FIRST_POLL_MS
    : Math.min(pause * POLL_GROWTH, waited > LATE_AFTER_MS ? POLL_LATE_MS : POLL_MAX_MS);
