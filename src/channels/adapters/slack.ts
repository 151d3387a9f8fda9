import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { HttpFailure } from '../../runtime/http.js';
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
    const { message, first } = delivery;
    const { channel } = entry;
    const token = ctx.env.resolve(entry.token, ctx.resource);
    const text = slackMessage(message);
    const metadata = { event_type: EVENT, event_payload: { key: message.key } };
    const fields = { channel, text, mrkdwn: false, unfurl_links: false, unfurl_media: false };
    // Before the reply: it may be repeated, the reply may not.
    if (first !== null) {
      const update = { method: 'chat.update', what: 'update the message', token, repeatable: true };
      await callSlack(ctx, { ...update, fields: { channel, text, ts: first } }, posted);
    }
    const found = delivery.unsureSince === null ? null : await lookUp(entry, delivery, token, ctx);
    if (found !== null) return found;
    const post = { method: 'chat.postMessage', what: 'post a message', token, repeatable: false };
    const { ts } = await callSlack(
      ctx,
      { ...post, fields: { ...fields, metadata, ...(first === null ? {} : { thread_ts: first }) } },
      posted,
    );
    return { ref: first ?? ts };
  },
  async inspect(entry, ctx) {
    const token = ctx.env.resolve(entry.token, ctx.resource);
    const call = { method: 'auth.test', what: 'check the token', token, fields: {}, repeatable: true };
    await callSlack(ctx, call, z.looseObject({ ok: z.literal(true) }));
  },
};

/** @returns null if the message is certainly not there */
async function lookUp({ channel }: Config, delivery: Delivery, token: string, ctx: Context): Promise<Sent | null> {
  const { message, unsureSince, first } = delivery;
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
    // The token may not read the channel.
    if (error instanceof HttpFailure && error.code === 'api-forbidden') return { ref: first, perhaps: true };
    throw error;
  }
}
