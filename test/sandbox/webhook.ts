import { createHmac } from 'node:crypto';
import { JsonServer, type Answer } from './json-server.js';

export const WEBHOOK_SECRET = `whsec_${Buffer.from('a-secret-of-a-webhook').toString('base64')}`;

/** A receiver of signed webhooks (Standard Webhooks): it drops an id that it has seen, and refuses a wrong signature. */
export class WebhookReceiver extends JsonServer {
  readonly messages = new Map<string, { readonly type: string; readonly data: { readonly lines: string[] } }>();

  answer: Answer = { status: 204 };

  constructor(crashPoint?: JsonServer['crashPoint']) {
    super(crashPoint);
    this.route('POST', '/incidents', ({ headers, bytes, body }) => {
      const id = String(headers['webhook-id']);
      const signed = `${id}.${String(headers['webhook-timestamp'])}.${bytes.toString('utf8')}`;
      const key = Buffer.from(WEBHOOK_SECRET.slice(6), 'base64');
      const wanted = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
      if (headers['webhook-signature'] !== wanted) return { status: 401, body: { error: 'wrong signature' } };
      if (!this.messages.has(id)) this.messages.set(id, body as never);
      return this.answer;
    });
    this.route('POST', '/moved', () => ({ status: 307, headers: { location: '/incidents' } }));
  }
}
