import type { Span, Tick } from './probe.js';

const DAY_MS = 86_400_000;

/**
 * The interval that a tick counts, in whole seconds. The intervals of regular ticks follow one another without a gap.
 *
 * @param every seconds between two ticks
 * @param settle seconds after which the service shows an event
 */
export function intervalOf({ dueAt }: Pick<Tick, 'dueAt'>, every: number, settle: number): Span {
  const to = (Math.floor(dueAt / 1000) - settle) * 1000;
  return { from: to - every * 1000, to };
}

/** The same hours of each of the last 7 days, the oldest first. */
export function daysBefore({ from, to }: Span): Span[] {
  return [7, 6, 5, 4, 3, 2, 1].map((days) => ({ from: from - days * DAY_MS, to: to - days * DAY_MS }));
}
