import type { Content, Phase } from '../incident/entry.js';
import type { Recorder } from '../incident/record.js';
import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import type { ErrorCode } from '../runtime/error-codes.js';
import { asRewindError, type RewindError } from '../runtime/errors.js';
import type { LoadedChannel } from './load.js';
import { within } from './deadline.js';
import { messagesOf, type Message } from './message.js';
import { firstRef, tellingOf } from './told.js';

/** Milliseconds for one delivery, with all its requests. */
export const DELIVERY_MS = 5_000;

export const OUTCOMES = ['sent', 'perhaps-sent', 'not-sent', 'unsure', 'waiting'] as const;

/** What became of a message. */
export interface Attempt {
  readonly channel: string;
  readonly phase: Phase;
  /**
   * `unsure`: it perhaps arrived; the next run finds out or sends it again, without a second message. `perhaps-sent`: it
   * perhaps arrived, and is never sent again. `waiting`: an earlier message of the channel must arrive first, or there was no
   * time left.
   */
  readonly outcome: (typeof OUTCOMES)[number];
  /** Why it was not sent, or nobody knows; null if it was sent. */
  readonly error: RewindError | null;
}

/** Where the steps of sending are written. */
export type Steps = Pick<Recorder, 'add' | 'entries'>;

/** When messages are sent, and how long that may take. */
export interface Limits {
  /** Milliseconds for one delivery; default `DELIVERY_MS`. */
  readonly deliveryMs?: number;
  /** Milliseconds that are left for all of them; default: no end. */
  readonly leftMs?: () => number;
  /** True for a phase that is not told yet; the later ones wait for it. */
  readonly holds?: (phase: Phase) => boolean;
  /** Gets an attempt before it begins, as one of which nobody knows. */
  readonly onBegin?: (attempt: Attempt) => void;
}

/** With less time than this, a delivery would only become uncertain. In milliseconds. */
const SHORTEST_MS = 250;

/**
 * Sends what a record asks for and what was not told. The one rule for all channels: an entry `intent`, the message, an entry
 * with the result. An intent without a result is unknown: the same key makes the message one, or the adapter looks first, or
 * it counts as perhaps sent. The channels run beside each other, the messages of one in order; a broken one holds up no
 * other and throws nothing.
 *
 * @throws RewindError of the store: without the record nobody knows what was told
 */
export async function tell(
  record: Steps,
  channels: readonly LoadedChannel[],
  ctx: Context,
  limits: Limits = {},
): Promise<Attempt[]> {
  const told = await Promise.all(channels.map((channel) => tellOne(record, channel, ctx, limits)));
  return told.flat();
}

async function tellOne(record: Steps, channel: LoadedChannel, ctx: Context, limits: Limits): Promise<Attempt[]> {
  const { deliveryMs = DELIVERY_MS, leftMs = () => Number.POSITIVE_INFINITY, holds, onBegin } = limits;
  const { entry } = channel;
  const attempts: Attempt[] = [];
  const messages = messagesOf(await record.entries(), entry);
  // Timers of Node refuse a part of a millisecond.
  const timeOf = (): number => (ctx.signal.aborted ? 0 : Math.floor(Math.min(deliveryMs, leftMs())));
  for (const message of messages) {
    const { state } = tellingOf(await record.entries(), message.key);
    if (state === 'sent' || state === 'perhaps-sent') continue;
    if (holds?.(message.phase) === true) break;
    const about = { channel: entry.id, phase: message.phase };
    const halted = attempts.some(({ outcome }) => outcome !== 'sent' && outcome !== 'perhaps-sent');
    if (halted || timeOf() < SHORTEST_MS) {
      attempts.push({ ...about, outcome: 'waiting', error: null });
      continue;
    }
    onBegin?.({ ...about, outcome: 'unsure', error: null });
    const result = await deliver(record, channel, message, forResource(ctx, entry.id), timeOf);
    attempts.push({ ...about, ...result });
  }
  return attempts;
}

type Result = Pick<Attempt, 'outcome' | 'error'>;

/** @param timeOf milliseconds that the delivery may take from now on */
async function deliver(
  record: Steps,
  { entry, adapter }: LoadedChannel,
  message: Message,
  ctx: Context,
  timeOf: () => number,
): Promise<Result> {
  const entries = await record.entries();
  const { unsureSince, ended } = tellingOf(entries, message.key);
  const write = (step: Content<'told'>['step'], ref: string | null = null): Promise<boolean> =>
    record.add(
      'told',
      { message: message.key, channel: entry.id, phase: message.phase, step, ref },
      `${message.key}/${step === 'intent' ? 'intent' : 'result'}/${ended}`,
    );
  const first = firstRef(entries, entry.id);
  const name = adapter.nameOf?.(entry, { message, first }) ?? null;
  if (unsureSince !== null && adapter.repeat === 'never') {
    await write('perhaps-sent', name);
    return { outcome: 'perhaps-sent', error: null };
  }
  // Another process began this very attempt since the record was read.
  if (unsureSince === null && !(await write('intent'))) return { outcome: 'unsure', error: null };
  // A slow store may have used the time up. Nothing is sent after the run has said what is left.
  const deadlineMs = timeOf();
  if (deadlineMs < SHORTEST_MS) {
    if (unsureSince !== null) return { outcome: 'unsure', error: null };
    await write('not-sent');
    return { outcome: 'waiting', error: null };
  }
  let sent;
  try {
    sent = await adapter.send(entry, { message, unsureSince, first, deadlineMs }, within(ctx, deadlineMs));
  } catch (thrown) {
    const error = asRewindError(thrown);
    if (!surelyNotSent(error)) {
      if (adapter.repeat !== 'never') return { outcome: 'unsure', error };
      await write('perhaps-sent', name);
      return { outcome: 'perhaps-sent', error };
    }
    // Nothing is known of the attempt before this one.
    if (unsureSince !== null) return { outcome: 'unsure', error };
    await write('not-sent');
    return { outcome: 'not-sent', error };
  }
  const outcome = sent.perhaps === true ? 'perhaps-sent' : 'sent';
  await write(outcome, sent.ref);
  return { outcome, error: null };
}

/** The service refused the message, or nothing was sent at all. */
const REFUSALS: readonly ErrorCode[] = [
  ...([
    'api-unauthorized',
    'api-forbidden',
    'api-not-found',
    'api-conflict',
    'api-rate-limited',
    'api-rejected',
  ] as const),
  ...(['address-refused', 'credential-missing', 'input-invalid'] as const),
];

const surelyNotSent = ({ code, unwritten }: RewindError): boolean => unwritten || REFUSALS.includes(code);
