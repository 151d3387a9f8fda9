import { z } from 'zod';
import type { Context } from '../runtime/context.js';
import { digestOf } from '../runtime/digest.js';
import { RewindError } from '../runtime/errors.js';

/**
 * Sending events again that a service delivered after the snapshot: a restore took back what the application wrote for
 * them. A plan names events by id and type; their content, personal data, is read from the service when they are sent.
 */
const facts = z.strictObject({
  /** Events created from here (inclusive) to here (exclusive); ISO 8601. */
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  /** Oldest first: the order of sending. */
  events: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      created: z.iso.datetime(),
      /** Indices into `targets`. */
      targets: z.array(z.number().int().nonnegative()),
    }),
  ),
  /** The endpoints that get them; the address may be shown. */
  targets: z.array(z.strictObject({ id: z.string(), address: z.string() })),
  /** Endpoints that get nothing, and why. */
  skipped: z.array(z.strictObject({ address: z.string(), reason: z.string(), remedy: z.string() })),
  warnings: z.array(z.string()),
});
export type ReplayFacts = z.infer<typeof facts>;

const plan = z.strictObject({
  kind: z.literal('rewind-replay'),
  schemaVersion: z.literal(1),
  createdAt: z.iso.datetime(),
  environment: z.string(),
  resource: z.string(),
  snapshot: z.string(),
  /** True if the operator named the snapshot (--from); else the databases said that they were restored from it. */
  named: z.boolean(),
  facts,
  digest: z.string(),
});
export type ReplayPlan = z.infer<typeof plan>;

/** The digest that is approved: everything but the time. */
export const replayDigest = ({
  environment,
  resource,
  snapshot,
  named,
  facts: sent,
}: Omit<ReplayPlan, 'digest'>): string => digestOf({ environment, resource, snapshot, named, facts: sent });

/** @throws RewindError plan-unreadable, plan-mismatch when the file was altered */
export function parseReplayPlan(content: unknown): ReplayPlan {
  const parsed = plan.safeParse(content);
  if (!parsed.success) throw new RewindError('plan-unreadable', 'The replay plan could not be read.');
  if (replayDigest(parsed.data) !== parsed.data.digest) {
    throw new RewindError('plan-mismatch', 'The replay plan was changed: its content does not match its digest.');
  }
  return parsed.data;
}

/** Events that are sent in a second. An application that was just restored should not be flooded. */
export const PER_SECOND = 5;

/** One event to one endpoint. */
export interface Delivery {
  readonly event: ReplayFacts['events'][number];
  readonly target: ReplayFacts['targets'][number];
}

/** Every delivery of a plan, in the order of sending. */
export const deliveriesOf = ({ events, targets }: ReplayFacts): Delivery[] =>
  events.flatMap((event) => event.targets.flatMap((at) => (targets[at] ? [{ event, target: targets[at] }] : [])));

const progress = z.strictObject({
  /** Deliveries that are finished, from the first. */
  done: z.number().int().nonnegative(),
  /** True: the next one was begun; whether it arrived is unknown. */
  begun: z.boolean(),
  /** Deliveries, by their number, that the application refused, with its answer. */
  refused: z.array(z.strictObject({ at: z.number().int(), answer: z.string() })),
  /** Deliveries, by their number, that were sent a second time because a run ended between sending and noting it. */
  repeated: z.array(z.number().int()),
});
/** How far the sending of a plan is; kept in the store. */
export type ReplayProgress = z.infer<typeof progress>;

export const NOT_BEGUN: ReplayProgress = { done: 0, begun: false, refused: [], repeated: [] };

/** @throws RewindError plan-unreadable */
export function parseProgress(content: unknown): ReplayProgress {
  const parsed = progress.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new RewindError('plan-unreadable', 'The store holds a damaged note of how many events were sent.', {
    remedy: 'Compare the events that the application received with the plan. Then make a new plan: "rewind replay".',
  });
}

/** What the application answered to a delivery: `refused` is its last word. */
export type Answer = { readonly kind: 'accepted' } | { readonly kind: 'refused'; readonly answer: string };

/** The part of a provider that sends events again. */
export interface Replay<Config> {
  /** Lists the events of a time span and who gets them. Read-only. @param from @param until ISO 8601 */
  plan(config: Config, ctx: Context, from: string, until: string): Promise<ReplayFacts>;
  /**
   * Prepares the sending: reads the endpoints again and compares them with the plan.
   * @returns sends one delivery; it throws when the application does not answer, so that the order is kept
   * @throws RewindError plan-drift when an endpoint is no longer what was approved
   */
  sender(config: Config, ctx: Context, approved: ReplayFacts): Promise<(delivery: Delivery) => Promise<Answer>>;
}

/**
 * Sends what is not sent yet, in order, at most PER_SECOND a second.
 * @param note keeps the progress before and after each delivery
 * @throws RewindError of the sender; a later call with the progress noted last goes on there
 */
export async function sendAll(
  deliveries: readonly Delivery[],
  before: ReplayProgress,
  ctx: Pick<Context, 'clock' | 'signal'>,
  send: (delivery: Delivery) => Promise<Answer>,
  note: (progress: ReplayProgress) => Promise<void>,
): Promise<ReplayProgress> {
  let state: ReplayProgress = before.begun
    ? { ...before, begun: false, repeated: [...before.repeated, before.done] }
    : before;
  for (const [at, delivery] of deliveries.entries()) {
    if (at < state.done) continue;
    ctx.signal.throwIfAborted();
    const started = ctx.clock.now().getTime();
    await note({ ...state, begun: true });
    const answer = await send(delivery);
    const refused = answer.kind === 'refused' ? [...state.refused, { at, answer: answer.answer }] : state.refused;
    state = { ...state, done: at + 1, begun: false, refused };
    await note(state);
    const rest = 1000 / PER_SECOND - (ctx.clock.now().getTime() - started);
    if (rest > 0 && at + 1 < deliveries.length) await ctx.clock.sleep(rest, ctx.signal);
  }
  return state;
}
