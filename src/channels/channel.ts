import { z } from 'zod';
import { SEVERITIES } from '../incident/entry.js';
import type { Context } from '../runtime/context.js';
import { HttpFailure } from '../runtime/http-failure.js';
import type { Message } from './message.js';
import { AUDIENCES, type Audience } from './phases.js';

/** Keys that each channel has. */
export const channelFields = {
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter')
    .describe('Name of the channel in the record and in reports.'),
  severities: z
    .array(z.enum(SEVERITIES))
    .min(1)
    .default([...SEVERITIES])
    .describe('Severities of the incidents that this channel reports. It also reports an incident without a severity.'),
  audience: z
    .enum(AUDIENCES)
    .default('internal')
    .describe('external: a text for everybody, without hosts, tables, persons and secrets.'),
};

/** A secret, or an address that holds one. */
export const reference = (name: string) =>
  z
    .string()
    .regex(/^\$\{[A-Z_][A-Z0-9_]*\}$/, 'must be a reference like ${NAME}: do not put secrets in this file')
    .default(`\${${name}}`);

/** One message to send. */
export interface Delivery {
  readonly message: Message;
  /** When an earlier attempt began of which nobody knows whether it arrived, ISO 8601; null: there is none. */
  readonly unsureSince: string | null;
  /** What the channel calls the first message of this incident; null: there is none. */
  readonly first: string | null;
  /** Milliseconds for the whole delivery. */
  readonly deadlineMs: number;
}

export interface Sent {
  /** What the channel calls the message; null: it has no name. */
  readonly ref: string | null;
  /** True: an earlier attempt perhaps arrived, and the channel does not say. Nothing was sent. */
  readonly perhaps?: true;
}

/** One file of `adapters/` each. */
export interface ChannelAdapter<Config> {
  /** As `adapter` in rewind.yml. */
  readonly id: string;
  readonly config: z.ZodType<Config>;
  /**
   * What follows an attempt of which nobody knows whether it arrived. `same-key`: the message is sent again, and its key
   * makes it one. `look-up`: the adapter looks first. `never`: the message is not sent again.
   */
  readonly repeat: 'same-key' | 'look-up' | 'never';
  /** Everybody reads it: it gets a message only if a person asks for it with `notify --public`. */
  readonly public?: true;
  /** Who reads the channel, for an entry without `audience`; never rejects. Without it, an entry has one. */
  audience?(ctx: Context): Promise<Audience>;
  /**
   * Sends a message. A write that is not idempotent is the last request, so that a refusal means that nothing was sent.
   * Requests before it are made in `beforeWrite`, unless only a look-up makes them.
   * @throws HttpFailure; RewindError credential-missing, address-refused
   */
  send(config: Config, delivery: Delivery, ctx: Context): Promise<Sent>;
  /**
   * What the channel calls a message before it is sent, so that later ones find it also if nobody knows whether it arrived.
   */
  nameOf?(config: Config, delivery: Pick<Delivery, 'message' | 'first'>): string;
  /**
   * Asks the service whether it takes the credential, without a message.
   * @throws HttpFailure; RewindError
   */
  inspect?(config: Config, ctx: Context): Promise<void>;
}

/** True if the first message of the incident is not there any more: it was deleted, or moved elsewhere. */
export const isGone = (error: unknown): boolean =>
  error instanceof HttpFailure && (error.code === 'api-not-found' || error.status === 301);
