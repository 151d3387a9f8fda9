import { z } from 'zod';
import { JsonServer } from './json-server.js';

export const MASTODON_TOKEN = 'mastodon-access-token-of-the-sandbox';

const status = z.strictObject({ status: z.string().min(1), visibility: z.literal('public'), language: z.string() });

/** A server of Mastodon, from its documentation: a key is known for one hour, and then it posts again. */
export class MastodonSandbox extends JsonServer {
  readonly statuses: { readonly id: string; readonly key: string; readonly text: string; readonly at: number }[] = [];
  /** Null: a server of before 4.0, which does not know the request. */
  characters: number | null = 500;

  constructor(crashPoint?: JsonServer['crashPoint']) {
    super(crashPoint);
    this.route('GET', '/api/v2/instance', () =>
      this.characters === null
        ? this.failure(404)
        : {
            status: 200,
            body: { domain: 'social.example.com', configuration: { statuses: { max_characters: this.characters } } },
          },
    );
    this.route('GET', '/api/v1/apps/verify_credentials', ({ headers }) =>
      headers.authorization === `Bearer ${MASTODON_TOKEN}`
        ? { status: 200, body: { name: 'Rewind' } }
        : { status: 401, body: { error: 'The access token is invalid' } },
    );
    this.route('POST', '/api/v1/statuses', ({ headers, body }) => {
      if (headers.authorization !== `Bearer ${MASTODON_TOKEN}`) {
        return { status: 401, body: { error: 'The access token is invalid' } };
      }
      const parsed = status.safeParse(body);
      const text = parsed.data?.status ?? '';
      const length = Array.from(new Intl.Segmenter('en').segment(text)).length;
      if (!parsed.success || length > (this.characters ?? 500)) {
        return {
          status: 422,
          body: { error: `Validation failed: Text character limit of ${this.characters} exceeded` },
        };
      }
      const key = String(headers['idempotency-key']);
      const known = this.statuses.find((one) => one.key === key && this.clock() - one.at < 3_600_000);
      const id = known?.id ?? String(this.statuses.length + 1);
      if (known === undefined) this.statuses.push({ id, key, text, at: this.clock() });
      return { status: 200, body: { id, content: text } };
    });
  }
}
