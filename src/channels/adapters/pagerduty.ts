import { z } from 'zod';
import type { Phase, Severity } from '../../incident/entry.js';
import { RewindError } from '../../runtime/errors.js';
import { channelFields, reference, type ChannelAdapter } from '../channel.js';
import { cut, fitting } from '../message.js';

export const config = z.strictObject({
  ...channelFields,
  adapter: z.literal('pagerduty').describe('One incident in PagerDuty: opened, acknowledged and resolved with ours.'),
  'routing-key': reference('PAGERDUTY_ROUTING_KEY').describe('Integration key of an "Events API v2" integration.'),
});
export type Config = z.output<typeof config>;

/** A trigger after a resolve would open another incident: only `closed` resolves. */
const ACTIONS: Readonly<Record<Phase, 'trigger' | 'acknowledge' | 'resolve'>> = {
  opened: 'trigger',
  failed: 'trigger',
  mitigated: 'acknowledge',
  'rolled-back': 'acknowledge',
  verified: 'acknowledge',
  recovered: 'acknowledge',
  closed: 'resolve',
};
const SEVERITIES: Readonly<Record<Severity, string>> = { critical: 'critical', major: 'error', minor: 'warning' };
/** PagerDuty rejects longer summaries, and events of more than 512 KB. */
const LIMITS = { summary: 1_024, details: 100_000 };

export const adapter: ChannelAdapter<Config> = {
  id: 'pagerduty',
  config,
  // All events of one incident have one dedup_key, and each action may be repeated.
  repeat: 'same-key',
  // The Events API has no call that tries a key without an event, so only its form is checked before an incident.
  inspect(entry, ctx) {
    const { 'routing-key': given } = entry;
    if (/^[a-z0-9]{32}$/i.test(ctx.env.resolve(given, ctx.resource))) return Promise.resolve();
    // A warning only: what the service accepts is its decision.
    const message = `${given} does not look like an integration key, which has 32 letters and digits.`;
    throw new RewindError('api-unauthorized', message, {
      resource: ctx.resource,
      remedy: 'Copy the integration key of an "Events API v2" integration of the service. Do not use an API key.',
    });
  },
  async send(entry, { message }, ctx) {
    const { headline, lines, severity, phase, incident, url, at } = message;
    const key = `rewind/${incident}/${entry.id}`;
    const details = fitting(
      lines.map(({ text }) => text),
      LIMITS.details,
    );
    await ctx.http.request(
      {
        service: 'PagerDuty',
        what: `${ACTIONS[phase]} an incident`,
        resource: ctx.resource,
        method: 'POST',
        url: `${ctx.env.url('PAGERDUTY_EVENTS_URL', 'https://events.pagerduty.com')}/v2/enqueue`,
        json: {
          routing_key: ctx.env.resolve(entry['routing-key'], ctx.resource),
          event_action: ACTIONS[phase],
          dedup_key: key,
          payload: {
            summary: cut(headline.text, LIMITS.summary),
            source: 'rewind',
            severity: severity === null ? 'error' : SEVERITIES[severity],
            timestamp: at,
            custom_details: { phase, message: details.join('\n') },
          },
          client: 'Rewind',
          ...(url === null ? {} : { client_url: url, links: [{ href: url, text: 'The run' }] }),
        },
        repeatable: true,
      },
      z.looseObject({ status: z.literal('success') }),
    );
    return { ref: key };
  },
};
