import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { asRewindError, beforeWrite, whyOf } from '../../runtime/errors.js';
import { callSlack } from '../../services/slack/client.js';
import { channelFields, reference, type ChannelAdapter, type Delivery, type Sent } from '../channel.js';
import { slackMessage } from '../slack-message.js';

export const config = z.strictObject({
  ...channelFields,
  adapter: z
    .literal('slack')
    .describe(
      'One message in a Slack channel for each incident: it shows the newest phase; its thread holds all of them.',
    ),
  channel: z
    .string()
    .regex(/^[CG][A-Z0-9]{6,20}$/, 'must be the id of a channel, like C0123456789 (in Slack: channel details)')
    .describe('Id of the channel. The app of the token must be a member of it.'),
  token: reference('SLACK_BOT_TOKEN').describe(
    'Token of a Slack app with chat:write. With channels:history too, Rewind can look up a message after a crash.',
  ),
});
export type Config = z.output<typeof config>;

const posted = z.looseObject({ ok: z.literal(true), ts: z.string() });
const page = z.looseObject({
  ok: z.literal(true),
  has_more: z.boolean().optional(),
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z.looseObject({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
    }),
  ),
});
const EVENT = 'rewind_message';
/** Clocks differ; Slack keeps its own time. */
const SLACK_MS = 60_000;

export const adapter: ChannelAdapter<Config> = {
  id: 'slack',
  config,
  repeat: 'look-up',
  async send(entry, delivery, ctx) {
    const { message, unsureSince } = delivery;
    const { channel } = entry;
    const token = ctx.env.resolve(entry.token, ctx.resource);
    const content = { channel, ...slackMessage(message), parse: 'none' };
    // Before the reply: it may be repeated, the reply may not.
    const first = delivery.first === null ? null : await update(ctx, { token, content, ts: delivery.first });
    const threads = unsureSince === null ? [] : [...new Set([delivery.first, first])];
    for (const thread of threads) {
      const found = await lookUp(entry, { message, unsureSince, first: thread }, token, ctx);
      if (found !== null) return found;
    }
    const metadata = { event_type: EVENT, event_payload: { key: message.key } };
    const fields = { ...content, metadata, mrkdwn: false, unfurl_links: false, unfurl_media: false };
    const post = { method: 'chat.postMessage', what: 'post a message', token, repeatable: false };
    const reply = first === null ? {} : { thread_ts: first };
    const { ts } = await callSlack(ctx, { ...post, fields: { ...fields, ...reply } }, posted);
    return { ref: first ?? ts };
  },
  async inspect(entry, ctx) {
    const token = ctx.env.resolve(entry.token, ctx.resource);
    const call = { method: 'auth.test', what: 'check the token', token, fields: {}, repeatable: true };
    await callSlack(ctx, call, z.looseObject({ ok: z.literal(true) }));
  },
};

/**
 * Shows the newest phase in the first message. If Slack refuses that, the reply still tells it.
 * @returns the thread for the reply; null: somebody deleted the message
 */
async function update(
  ctx: Context,
  { token, content, ts }: { readonly token: string; readonly content: object; readonly ts: string },
): Promise<string | null> {
  const call = { method: 'chat.update', what: 'update the message', token, repeatable: true };
  try {
    await beforeWrite(callSlack(ctx, { ...call, fields: { ...content, ts } }, posted));
    return ts;
  } catch (error) {
    const { code } = asRewindError(error);
    if (code === 'api-not-found') return null;
    if (code !== 'api-rejected' && code !== 'api-forbidden') throw error;
    ctx.log.warn(whyOf(error, ctx.resource));
    return ts;
  }
}

/** @returns null if the message is certainly not there */
async function lookUp(
  { channel }: Config,
  { message, unsureSince, first }: Pick<Delivery, 'message' | 'unsureSince' | 'first'>,
  token: string,
  ctx: Context,
): Promise<Sent | null> {
  const oldest = String((Date.parse(unsureSince ?? message.at) - SLACK_MS) / 1000);
  const call = {
    method: first === null ? 'conversations.history' : 'conversations.replies',
    what: 'look up a message',
    token,
    repeatable: true,
    fields: { channel, oldest, limit: 999, include_all_metadata: true, ...(first === null ? {} : { ts: first }) },
  };
  try {
    const { messages, has_more: more } = await callSlack(ctx, call, page);
    const found = messages.find(
      ({ metadata }) => metadata?.event_type === EVENT && metadata.event_payload.key === message.key,
    );
    if (found !== undefined) return { ref: first ?? found.ts };
    return more === true ? { ref: first, perhaps: true } : null;
  } catch (error) {
    const { code } = asRewindError(error);
    // The token may not read the channel.
    if (code === 'api-forbidden') return { ref: first, perhaps: true };
    // Somebody deleted the thread.
    if (code === 'api-not-found' && first !== null) return null;
    throw error;
  }
}
