import type { Stripe } from 'stripe';
import { z } from 'zod';
import { parse, run, type Calls } from './sdk.js';

/** Stripe's maximum for one page. */
const PAGE = 100;
const page = z.object({ data: z.array(z.unknown()), has_more: z.boolean() });

export interface EventsQuery {
  /** Seconds since the epoch, inclusive. Stripe keeps events for 30 days. */
  readonly from: number;
  /** Exclusive. */
  readonly until: number;
  /** At most 20; all types when left out. */
  readonly types?: readonly string[];
}

/**
 * The events of a time span, newest first, as Stripe lists them. Page by page, so that a caller keeps only what it needs of
 * each, and may stop.
 *
 * @throws RewindError
 */
export async function* listEvents<T extends { readonly id: string }>(
  calls: Calls,
  event: z.ZodType<T>,
  { from, until, types }: EventsQuery,
): AsyncGenerator<T> {
  let after: string | undefined;
  for (;;) {
    const params: Stripe.EventListParams = {
      created: { gte: from, lt: until },
      limit: PAGE,
      ...(types === undefined ? {} : { types: [...types] }),
      ...(after === undefined ? {} : { starting_after: after }),
    };
    const { data, has_more: more } = parse(calls, page, await run(calls, calls.sdk.events.list(params)), 'a list');
    const found = data.map((item) => parse(calls, event, item, 'an event'));
    yield* found;
    after = found.at(-1)?.id;
    if (!more || after === undefined) return;
  }
}
