import { types } from 'node:util';
import type { Content, Phase } from '../incident/entry.js';
import type { Recorder } from '../incident/record.js';
import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import type { ErrorCode } from '../runtime/error-codes.js';
import { asRewindError, type RewindError } from '../runtime/errors.js';
import { MailRefused } from '../services/smtp/send.js';
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
  const { deliveryMs = DELIVERY_MS, leftMs = () => Number.POSITIVE_INFINITY, holds } = limits;
  const { entry } = channel;
  const attempts: Attempt[] = [];
  const messages = messagesOf(await record.entries(), entry);
  for (const message of messages) {
    if (holds?.(message.phase) === true) break;
    const { state } = tellingOf(await record.entries(), message.key);
    if (state === 'sent' || state === 'perhaps-sent') continue;
    const deadlineMs = Math.min(deliveryMs, leftMs());
    const halted = attempts.some(({ outcome }) => outcome !== 'sent' && outcome !== 'perhaps-sent');
    const attempt =
      halted || deadlineMs < SHORTEST_MS || ctx.signal.aborted
        ? ({ outcome: 'waiting', error: null } as const)
        : await deliver(record, channel, message, forResource(ctx, entry.id), deadlineMs);
    attempts.push({ channel: entry.id, phase: message.phase, ...attempt });
  }
  return attempts;
}

type Result = Pick<Attempt, 'outcome' | 'error'>;

async function deliver(
  record: Steps,
  { entry, adapter }: LoadedChannel,
  message: Message,
  ctx: Context,
  deadlineMs: number,
): Promise<Result> {
  const entries = await record.entries();
  const { unsureSince, ended } = tellingOf(entries, message.key);
  const write = (step: Content<'told'>['step'], ref: string | null = null): Promise<boolean> =>
    record.add(
      'told',
      { message: message.key, channel: entry.id, phase: message.phase, step, ref },
      `${message.key}/${step === 'intent' ? 'intent' : 'result'}/${ended}`,
    );
  if (unsureSince !== null && adapter.repeat === 'never') {
    await write('perhaps-sent');
    return { outcome: 'perhaps-sent', error: null };
  }
  // Another process began this very attempt since the record was read.
  if (unsureSince === null && !(await write('intent'))) return { outcome: 'unsure', error: null };
  let sent;
  try {
    const first = firstRef(entries, entry.id);
    sent = await adapter.send(entry, { message, unsureSince, first, deadlineMs }, within(ctx, deadlineMs));
  } catch (thrown) {
    const error = asRewindError(thrown);
    if (!surelyNotSent(error)) {
      if (adapter.repeat !== 'never') return { outcome: 'unsure', error };
      await write('perhaps-sent');
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

const UNCONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_SSL_WRONG_VERSION_NUMBER|ERR_TLS_CERT_.*|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;

function surelyNotSent(error: RewindError): boolean {
  if (REFUSALS.includes(error.code) || error instanceof MailRefused) return true;
  // There was no connection, or its other end was not the service.
  let cause: unknown = error.cause;
  while (types.isNativeError(cause)) {
    if ('code' in cause && UNCONNECTED.test(String(cause.code))) return true;
    cause = cause.cause;
  }
  return false;
}
