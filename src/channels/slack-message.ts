import type { Json } from '../runtime/json.js';
import { slackText } from '../services/slack/client.js';
import { fitting, type Message } from './message.js';

/** A block with more characters is refused. */
const LIMIT = 3_000;

/**
 * A message for Slack: plain, without a mention. `text` is what notifications show.
 * https://docs.slack.dev/reference/block-kit/composition-objects/text-object
 */
export function slackMessage({ headline, lines, url }: Message): { readonly text: string; readonly blocks: Json[] } {
  const texts = [headline.text, ...lines.map(({ text }) => text), ...(url === null ? [] : [url])];
  const text = fitting(texts.map(slackText), LIMIT).join('\n');
  // chat.update knows no `mrkdwn: false`: only such a block stays plain.
  return { text, blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }] };
}
