import type { Message } from '../channels/message.js';
import type { Told } from '../channels/beside.js';
import type { Attempt } from '../channels/send.js';
import type { Telling } from '../channels/told.js';
import { escapeText } from '../runtime/markdown.js';
import { textOf } from '../runtime/text.js';

/** A message as `notify --preview` shows it. */
export interface ShownMessage {
  readonly channel: string;
  readonly adapter: string;
  readonly message: Message;
  readonly state: Telling['state'];
}

const STATES: Readonly<Record<Telling['state'], string>> = {
  due: 'not yet sent',
  unsure: 'an attempt began, and it is unknown whether the message arrived',
  sent: 'sent',
  'perhaps-sent': 'perhaps sent; it is not sent again',
};

const headOf = ({ channel, adapter, message, state }: ShownMessage): string =>
  `${channel} (${adapter}, ${message.audience}), ${message.phase}: ${STATES[state]}`;

export function previewText(headline: string, messages: readonly ShownMessage[]): string {
  return textOf([
    headline,
    ...messages.flatMap((one) => [
      '',
      headOf(one),
      ...[one.message.headline, ...one.message.lines].map(({ text }) => `  ${text}`),
    ]),
  ]);
}

export function previewMarkdown(headline: string, messages: readonly ShownMessage[]): string {
  return `${[
    `## ${escapeText(headline)}`,
    ...messages.flatMap((one) => [
      `### ${escapeText(headOf(one))}`,
      [one.message.headline, ...one.message.lines].map(({ text }) => `- ${escapeText(text)}`).join('\n'),
    ]),
  ].join('\n\n')}\n`;
}

const OUTCOMES: Readonly<Record<Attempt['outcome'], string>> = {
  sent: 'sent',
  'perhaps-sent': 'PERHAPS SENT; it is not sent again',
  'not-sent': 'NOT SENT',
  unsure: 'PERHAPS SENT; run the same command again to find out or to send it',
  waiting: 'not sent yet',
};

/** One line for each message of a run. */
export const attemptLines = (attempts: readonly Attempt[]): string[] =>
  attempts.map(({ channel, phase, outcome, error }) => {
    // The remedy of the error is another run, which sends nothing.
    const remedy =
      outcome === 'perhaps-sent' ? 'Look into the channel; write the message by hand if it is missing.' : error?.remedy;
    const why = error === null ? '' : `: ${error.message.replace(/[^.!?]$/u, '$&.')} ${remedy}`;
    return `${channel}, ${phase}: ${OUTCOMES[outcome]}${why}`;
  });

/** One line for each message of a run that did not surely arrive; none if all did, or there was none. */
export function untoldLines(told: Told | null): string[] {
  if (told === null) return [];
  const { hindrance } = told;
  return [
    ...(hindrance === null ? [] : [`NOT ALL MESSAGES ARE SURELY SENT: ${hindrance.message} ${hindrance.remedy}`]),
    ...attemptLines(told.attempts.filter(({ outcome }) => outcome !== 'sent')).map((line) => `Message to ${line}`),
  ];
}
