import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { channelFields, reference, type ChannelAdapter } from '../channel.js';
import { slackMessage } from '../slack-message.js';

export const config = z.strictObject({
  ...channelFields,
  adapter: z
    .literal('slack-webhook')
    .describe('A message for each phase through an incoming webhook of Slack. It cannot be updated or looked up.'),
  url: reference('SLACK_WEBHOOK_URL').describe('Address of the webhook, which is a secret.'),
});
export type Config = z.output<typeof config>;

export const adapter: ChannelAdapter<Config> = {
  id: 'slack-webhook',
  config,
  repeat: 'never',
  inspect(entry, ctx) {
    addressOf(entry, ctx);
    return Promise.resolve();
  },
  async send(entry, { message }, ctx) {
    const url = addressOf(entry, ctx);
    await ctx.http.request(
      {
        service: 'Slack',
        what: 'post a message through a webhook',
        resource: ctx.resource,
        method: 'POST',
        url,
        json: { ...slackMessage(message), mrkdwn: false },
        decode: wordOf,
      },
      z.literal('ok'),
    );
    return { ref: null };
  },
};

/** @throws RewindError address-refused; the address is a secret, so no message repeats it */
function addressOf({ url: given }: Config, ctx: Context): string {
  const url = ctx.env.resolve(given, ctx.resource);
  if (/^https:\/\/|^http:\/\/127\.0\.0\.1[:/]/.test(url) && URL.canParse(url)) return url;
  throw new RewindError('address-refused', `${given} is not an https:// address.`, { resource: ctx.resource });
}

/** Slack answers with one word. @throws for another text, e.g. the page of a proxy */
function wordOf(text: string): string {
  if (/^\w{1,60}$/.test(text.trim())) return text.trim();
  throw new Error('not an answer of Slack');
}
