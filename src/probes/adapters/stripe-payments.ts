import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { inTime } from '../in-time.js';
import { daysBefore, intervalOf } from '../intervals.js';
import type { CountSample, ProbeAdapter, Span } from '../probe.js';
import { runQuestion } from '../question.js';
import { serviceFields } from '../service-fields.js';

/** Stripe lists an event some seconds after it happened. */
const SETTLE_SECONDS = 15;
/** Events of one reading. A longer span is cut at its beginning. */
const MOST_EVENTS = 5000;

const statuses = ['incomplete', 'incomplete_expired', 'past_due', 'unpaid', 'paused'] as const;

export const config = z.strictObject({
  ...serviceFields('payments', 60),
  adapter: z.literal('stripe-payments').describe('Payments or subscriptions of a Stripe account that go wrong.'),
  count: z
    .enum(['failures', 'declines', 'subscriptions'])
    .default('failures')
    .describe(
      'What is bad. failures: payments that failed, except cards that were declined. declines: cards that were declined. ' +
        'subscriptions: those that changed to one of the statuses.',
    ),
  statuses: z
    .array(z.enum(statuses))
    .min(1)
    .default(['incomplete_expired', 'past_due', 'unpaid', 'paused'])
    .describe('Bad statuses. Leave out incomplete if every new subscription begins so.'),
});
export type Config = z.output<typeof config>;

/**
 * Counts events of an interval. All payments stand in the total, so that none at all is silence. Several attempts at one
 * payment count several times.
 */
export const adapter = {
  id: 'stripe-payments',
  kind: 'count',
  config,
  run: (entry, tick, context) =>
    runQuestion(tick, context, async (ctx) => ({
      samples: [await inTime(ctx, (within) => count(entry, intervalOf(tick, entry.every, SETTLE_SECONDS), within))],
    })),
  history: (entry, span, context) =>
    runQuestion({ dueAt: span.to, signal: context.signal }, context, async (ctx) => {
      const samples: CountSample[] = [];
      for (const day of daysBefore(span)) samples.push(await inTime(ctx, (within) => count(entry, day, within)));
      return { samples };
    }),
} satisfies ProbeAdapter<Config>;

const head = { id: z.string(), created: z.number().int() };
const payment = z.object({
  ...head,
  type: z.enum(['payment_intent.succeeded', 'payment_intent.payment_failed']),
  data: z.object({ object: z.object({ last_payment_error: z.object({ type: z.string() }).nullish() }) }),
});
const subscription = z.object({
  ...head,
  type: z.enum(['customer.subscription.created', 'customer.subscription.updated', 'customer.subscription.paused']),
  data: z.object({
    object: z.object({ id: z.string(), status: z.string() }),
    previous_attributes: z.object({ status: z.string().optional() }).nullish(),
  }),
});

async function count(entry: Config, span: Span, ctx: Context): Promise<CountSample> {
  const { openStripe } = await import('../../services/stripe/sdk.js');
  const { listEvents } = await import('../../services/stripe/events.js');
  const calls = await openStripe(ctx, ctx.env.token('STRIPE_API_KEY', ctx.resource));
  const query = { from: Math.floor(span.from / 1000), until: Math.floor(span.to / 1000) };
  if (entry.count === 'subscriptions') {
    const events = listEvents(calls, subscription, { ...query, types: subscription.shape.type.options });
    const read = await firstOf(events, span);
    return { ...read.span, ...countSubscriptions(read.events, new Set<string>(entry.statuses)) };
  }
  const read = await firstOf(listEvents(calls, payment, { ...query, types: payment.shape.type.options }), span);
  return { ...read.span, ...countPayments(read.events, entry.count) };
}

type Counted = Pick<CountSample, 'bad' | 'total'>;

/** A declined card is the fault of the customer; every other failure may be ours. */
function countPayments(events: readonly z.output<typeof payment>[], bad: 'failures' | 'declines'): Counted {
  const isBad = ({ type, data }: z.output<typeof payment>): boolean =>
    type === 'payment_intent.payment_failed' &&
    (data.object.last_payment_error?.type === 'card_error') === (bad === 'declines');
  return { bad: events.filter(isBad).length, total: events.length };
}

/** Each subscription that is new or changed its status counts once, with its last status. @param events newest first */
function countSubscriptions(events: readonly z.output<typeof subscription>[], bad: ReadonlySet<string>): Counted {
  const last = new Map<string, string>();
  for (const { type, data } of events) {
    const changed = type !== 'customer.subscription.updated' || data.previous_attributes?.status !== undefined;
    if (changed && !last.has(data.object.id)) last.set(data.object.id, data.object.status);
  }
  return { bad: [...last.values()].filter((status) => bad.has(status)).length, total: last.size };
}

/** The newest events. If there are too many, the span begins after the oldest one that was read. */
async function firstOf<T extends { readonly created: number }>(
  source: AsyncGenerator<T>,
  span: Span,
): Promise<{ readonly events: readonly T[]; readonly span: Pick<CountSample, 'kind' | 'from' | 'at'> }> {
  const events: T[] = [];
  for await (const event of source) {
    events.push(event);
    if (events.length === MOST_EVENTS) break;
  }
  const oldest = events.length < MOST_EVENTS ? null : (events.at(-1)?.created ?? null);
  // The second of the oldest event may hold more events.
  const kept = oldest === null ? events : events.filter(({ created }) => created > oldest);
  const from = oldest === null ? span.from : (oldest + 1) * 1000;
  return { events: kept, span: { kind: 'count', from, at: span.to } };
}
