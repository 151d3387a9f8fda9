import { types } from 'node:util';
import type { Content, Phase } from '../incident/entry.js';
import type { Recorder } from '../incident/record.js';
import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import type { ErrorCode } from '../runtime/error-codes.js';
import { asRewindError, type RewindError } from '../runtime/errors.js';
import { MailRefused } from '../services/smtp/send.js';
import type { LoadedChannel } from './load.js';
import { messagesOf, type Message } from './message.js';
import { firstRef, tellingOf } from './told.js';

/** Milliseconds for one delivery, with all its requests. */
export const DELIVERY_MS = 5_000;

/** What became of a message. */
export interface Attempt {
  readonly channel: string;
  readonly phase: Phase;
  /**
   * `unsure`: it perhaps arrived; the next run finds out or sends it again, without a second message. `perhaps-sent`: it
   * perhaps arrived, and is never sent again. `waiting`: an earlier message of the channel must arrive first.
   */
  readonly outcome: 'sent' | 'perhaps-sent' | 'not-sent' | 'unsure' | 'waiting';
  /** Why it was not sent, or nobody knows; null if it was sent. */
  readonly error: RewindError | null;
}

/** Where the steps of sending are written. */
export type Steps = Pick<Recorder, 'add' | 'entries'>;

/**
 * Sends what a record asks for and what was not told. The one rule for all channels: an entry `intent`, the message, an entry
 * with the result. An intent without a result is unknown: the same key makes the message one, or the adapter looks first, or
 * it counts as perhaps sent. The channels run beside each other, the messages of one in order; a broken one holds up no
 * other and throws nothing.
 *
 * @throws RewindError of the store: without the record nobody knows what was told
 */
export async function tell(
  steps: Steps,
  channels: readonly LoadedChannel[],
  ctx: Context,
  deliveryMs: number = DELIVERY_MS,
): Promise<Attempt[]> {
  const record = inTurn(steps);
  const told = await Promise.all(channels.map((channel) => tellOne(record, channel, ctx, deliveryMs)));
  return told.flat();
}

async function tellOne(record: Steps, channel: LoadedChannel, ctx: Context, deliveryMs: number): Promise<Attempt[]> {
  const { entry } = channel;
  const attempts: Attempt[] = [];
  const messages = messagesOf(await record.entries(), entry);
  for (const message of messages) {
    const { state } = tellingOf(await record.entries(), message.key);
    if (state === 'sent' || state === 'perhaps-sent') continue;
    const halted = attempts.some(({ outcome }) => outcome !== 'sent' && outcome !== 'perhaps-sent');
    const attempt = halted
      ? ({ outcome: 'waiting', error: null } as const)
      : await deliver(record, channel, message, forResource(ctx, entry.id), deliveryMs);
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

/** All requests of a delivery together keep the deadline. */
function within(ctx: Context, deadlineMs: number): Context {
  const endsAt = ctx.clock.monotonic() + deadlineMs;
  return {
    ...ctx,
    http: {
      request: (request, schema) => {
        const left = Math.max(1, endsAt - ctx.clock.monotonic());
        return ctx.http.request({ ...request, deadlineMs: Math.min(request.deadlineMs ?? left, left) }, schema);
      },
    },
  };
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

function surelyNotSent(error: RewindError): boolean {
  if (REFUSALS.includes(error.code) || error instanceof MailRefused) return true;
  // There was no connection.
  let cause: unknown = error.cause;
  while (types.isNativeError(cause)) {
    if ('code' in cause && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(String(cause.code))) return true;
    cause = cause.cause;
  }
  return false;
}

/** Channels run beside each other, and a record has one writer at a time. */
function inTurn(steps: Steps): Steps {
  let last: Promise<unknown> = Promise.resolve();
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
  return { add: (...given) => next(() => steps.add(...given)), entries: () => next(() => steps.entries()) };
}
