import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { ErrorCode } from '../../runtime/error-codes.js';
import { RewindError } from '../../runtime/errors.js';
import { retryAfterIn } from '../../runtime/rate-limit.js';
import { ProbeFailure } from '../../services/probe-http/failure.js';
import { channelFields, reference, type ChannelAdapter } from '../channel.js';
import type { Message } from '../message.js';

export const config = z.strictObject({
  ...channelFields,
  adapter: z
    .literal('webhook')
    .describe('A signed request to your own service (Standard Webhooks). It drops a Webhook-Id that it has seen.'),
  url: reference('REWIND_WEBHOOK_URL').describe(
    'Address, with https://; with allow-private also http://. Redirects are not followed.',
  ),
  secret: reference('REWIND_WEBHOOK_SECRET').describe('Key of the signature: whsec_ and base64, or a text.'),
  'allow-private': z
    .boolean()
    .default(false)
    .describe('true: the host may have a private address. Link-local addresses and metadata services stay refused.'),
});
export type Config = z.output<typeof config>;

export const adapter: ChannelAdapter<Config> = {
  id: 'webhook',
  config,
  repeat: 'same-key',
  inspect(entry, ctx) {
    addressOf(entry, ctx);
    return Promise.resolve();
  },
  async send(entry, { message, deadlineMs }, ctx) {
    const url = addressOf(entry, ctx);
    const secret = ctx.env.resolve(entry.secret, ctx.resource);
    const body = JSON.stringify(bodyOf(message));
    const timestamp = String(Math.floor(ctx.clock.now().getTime() / 1000));
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'rewind',
      'webhook-id': message.key,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signatureOf(secret, `${message.key}.${timestamp}.${body}`)}`,
    };
    // The configuration's schema loads this file in each run.
    const { send } = await import('../../services/probe-http/send.js');
    const { status, headers: answered } = await send(
      {
        ...{ method: 'POST', url, headers, body: Buffer.from(body), redirects: 0, timeoutMs: deadlineMs },
        ...{ allowPrivate: entry['allow-private'], maxBytes: 0 },
      },
      ctx,
    ).catch((error: unknown) => {
      throw failureOf(error, ctx);
    });
    if (status >= 200 && status < 300) return { ref: null };
    const retryAfterMs = retryAfterIn(answered['retry-after'], ctx.clock.now());
    throw new RewindError(codeOf(status), `The webhook responded ${status}.`, { resource: ctx.resource, retryAfterMs });
  },
};

/** @throws RewindError address-refused; the address is a secret, so no message repeats it */
function addressOf({ url: given, 'allow-private': allowPrivate }: Config, ctx: Context): URL {
  const text = ctx.env.resolve(given, ctx.resource);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && url.username + url.password !== '') {
    throw new RewindError('address-refused', `${given} holds a user name or a password.`, {
      resource: ctx.resource,
      remedy: 'Remove them from the address. The signature proves who sends.',
    });
  }
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && allowPrivate)) return url;
  throw new RewindError('address-refused', `${given} is not an https:// address.`, { resource: ctx.resource });
}

/** https://www.standardwebhooks.com */
function signatureOf(secret: string, content: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
  return createHmac('sha256', key).update(content).digest('base64');
}

function bodyOf({ key, incident, phase, severity, audience, at, headline, lines, url }: Message): object {
  return {
    type: `rewind.incident.${phase}`,
    timestamp: at,
    data: {
      key,
      incident,
      phase,
      severity,
      audience,
      headline: headline.text,
      lines: lines.map(({ text }) => text),
      url,
    },
  };
}

function codeOf(status: number): ErrorCode {
  if (status === 401 || status === 403) return 'api-unauthorized';
  if (status === 404 || status === 410) return 'api-not-found';
  if (status === 429) return 'api-rate-limited';
  return status >= 500 || status === 408 ? 'api-unavailable' : 'api-rejected';
}

function failureOf(error: unknown, ctx: Context): unknown {
  if (!(error instanceof ProbeFailure)) return error;
  const code =
    error.kind === 'refused' ? 'address-refused' : error.kind === 'stopped' ? 'cancelled' : 'api-unavailable';
  return new RewindError(code, `The webhook was not reached: ${error.message}.`, {
    resource: ctx.resource,
    cause: error,
  });
}
