import { z } from 'zod';
import { escapeHtml } from '../../runtime/markdown.js';
import { sendMail, verifyMail, type Mail } from '../../services/smtp/send.js';
import { channelFields, reference, type ChannelAdapter, type Delivery } from '../channel.js';
import { invitationOf, syncFields } from '../invitation.js';
import { cut, fitting, type Message } from '../message.js';
import { plural } from '../../runtime/text.js';

const address = z
  .string()
  .max(254)
  .regex(/^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/, 'must be a mail address like team@example.com');

export const config = z.strictObject({
  ...channelFields,
  adapter: z.literal('smtp').describe('A mail for each phase, in one thread for each incident.'),
  url: reference('SMTP_URL').describe('Address of the mail server, like smtps://user:password@mail.example.com.'),
  from: address.describe('Sender.'),
  to: z.array(address).min(1).max(50).describe('Recipients.'),
  sync: syncFields.optional(),
});
export type Config = z.output<typeof config>;

/** A header line and a mail that each server takes. */
export const LIMITS = { subject: 200, body: 100_000 };
/** For the inspection. */
const VERIFY_MS = 5_000;

export const adapter: ChannelAdapter<Config> = {
  id: 'smtp',
  config,
  // Mailboxes do not drop a second mail with the same Message-ID.
  repeat: 'never',
  async send(entry, { message, first, deadlineMs }, ctx) {
    const refused = await sendMail(
      ctx,
      ctx.env.resolve(entry.url, ctx.resource),
      { ...mailOf(entry, message, first), invitation: await invitationOf(entry, message, first === null) },
      deadlineMs,
    );
    if (refused > 0)
      ctx.log.warn(`${ctx.resource}: the mail server refused ${refused} of ${plural(entry.to.length, 'recipient')}.`);
    return { ref: nameOf(entry, { message, first }) };
  },
  nameOf,
  async inspect(entry, ctx) {
    await verifyMail(ctx, ctx.env.resolve(entry.url, ctx.resource), VERIFY_MS);
  },
};

/** The same for the same message. A key holds letters, digits, dashes and slashes only. */
const idOf = ({ from }: Config, { key }: Message): string =>
  `<${key.replaceAll('/', '.')}@${from.split('@')[1] ?? ''}>`;

/** The Message-ID of the first mail. */
function nameOf(entry: Config, { message, first }: Pick<Delivery, 'message' | 'first'>): string {
  return first ?? idOf(entry, message);
}

/** Pure. @param first Message-ID of the first mail of the incident; null: this is the first */
export function mailOf(entry: Config, message: Message, first: string | null): Omit<Mail, 'invitation'> {
  const { headline, lines, url } = message;
  const texts = fitting([headline.text, ...lines.map(({ text }) => text)], LIMITS.body);
  const link = url === null ? '' : `<p><a href="${escapeHtml(url).replaceAll('"', '&quot;')}">The run</a></p>`;
  const [head = '', ...rest] = texts.map((text) => `<p>${escapeHtml(text)}</p>`);
  return {
    ...{ from: entry.from, to: entry.to, messageId: idOf(entry, message), thread: first },
    subject: cut(headline.text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' '), LIMITS.subject),
    text: `${[...texts, ...(url === null ? [] : [url])].join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><body><strong>${head}</strong>${rest.join('')}${link}</body></html>`,
  };
}
