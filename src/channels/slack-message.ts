import { slackText } from '../services/slack/client.js';
import { fitting, type Message } from './message.js';

/** Slack cuts longer texts. */
const LIMIT = 3_500;

/** The text of a message for Slack: plain, without a mention. */
export function slackMessage({ headline, lines, url }: Message): string {
  const texts = [headline.text, ...lines.map(({ text }) => text), ...(url === null ? [] : [url])];
  return fitting(texts.map(slackText), LIMIT).join('\n');
}
